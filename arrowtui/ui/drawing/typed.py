"""What somebody types to add a source, told from the words alone."""

import re

SENDS = ("http://", "https://")
MAIL = ("imaps://", "imap://", "maildir://", "mbox://", "eml://")
LISTS = (".opml", ".xml")
PAGE = "page:"


def is_file(typed: str) -> bool:
    """Whether the typed words are a path."""
    word = typed.strip().casefold()
    return word.startswith(("/", "~", "./", "../")) or ("://" not in word and word.endswith(LISTS))


def is_web(typed: str) -> bool:
    """Whether they are the address of a web page, with or without its scheme."""
    word = typed.strip().casefold()
    is_bare = "://" not in word and " " not in word and "." in word and not word.startswith(("#", "@", PAGE))
    return word.startswith(SENDS) or (is_bare and not is_file(typed))


def looks_like(typed: str) -> str:
    """What the typed words seem to be."""
    word = typed.strip().casefold()
    if not word:
        return "An address, #tag, @name or @name@server, a mailbox, or the path of an OPML or newsboat urls file."
    if word.endswith(LISTS) and "://" not in word:
        return "A file with many sources."
    if is_file(typed):
        return "A file or a mailbox on this computer."
    return _address_like(word)


def _address_like(word: str) -> str:
    """What is no path, in lower case."""
    beginnings = {
        "#": "A hashtag: looked for on every network that has such.",
        "@": "A name on a network.",
        PAGE: "A page, to be watched for what it lists or how it changes.",
        "command:": "A program of yours, whose output is read.",
        "exec:": "A program of yours, whose output is read.",
        "did:": "A person on Bluesky.",
        "at://": "Something on Bluesky.",
        "r/": "A community on Reddit.",
        "u/": "A person on Reddit.",
    }
    for beginning, words in beginnings.items():
        if word.startswith(beginning):
            return words
    if word.startswith(MAIL) or re.fullmatch(r"[^\s@/:#]+@[^\s@/:]+\.[a-z]+", word):
        return "A mailbox."
    if "://" in word and not word.startswith((*SENDS, "feed:")):
        return "Only web addresses and mailboxes are asked."
    if any(mark in word for mark in ("/feed", "/rss", "atom", ".rss", "feed.json")):
        return "The address of a feed, it seems."
    return "A page: its feeds will be looked for." if is_web(word) else "Not an address yet."
