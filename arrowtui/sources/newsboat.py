"""newsboat's `urls` file: one address a line, then tags; "~Name" renames, "!" hides, "exec:" runs.

Source: newsboat's documentation, chapter on tagging.
"""

import re
import shlex

from arrowtui.model.replace import replace
from arrowtui.model.subscription import Listed, Wish
from arrowtui.sources.place import feed_address

SHELL = re.compile(r"[|&;<>$`()*?\[\]]|\x00")
"""What only a shell understands."""


def read_urls(text: str) -> Listed:
    """Read a `urls` file. Lines we cannot use are reported by number, never dropped silently."""
    wishes: dict[str, Wish] = {}
    skipped: list[tuple[int, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        words = _words(bare)
        if _is_program(words[0]):
            wishes.setdefault(words[0], _program(words))
        elif why := _not_a_feed(words[0]):
            skipped.append((number, why))
        else:
            wishes.setdefault(words[0], _wish(words))
    return Listed(tuple(wishes.values()), tuple(skipped))


def _words(line: str) -> list[str]:
    lexer = shlex.shlex(line, posix=True, punctuation_chars=False)
    lexer.whitespace_split, lexer.commenters, lexer.quotes = True, "", '"'
    try:
        return list(lexer) or [line]
    except ValueError:  # a quote that is never closed: take the line as it stands
        return line.split()


def _is_program(word: str) -> bool:
    """A program that can be run as it stands."""
    return word.startswith("exec:") and bool(word[5:].strip()) and not SHELL.search(word)


def _not_a_feed(word: str) -> str | None:
    if word.startswith("exec:"):
        return "a command line for a shell, or none; put it into a script and name that"
    if word.startswith("query:"):
        return "a saved search, which is a view here, not a source"
    if word.startswith("filter:"):
        return "a feed changed by a program; let the program fetch it, and write exec: before it"
    if word.lower().startswith("file://"):
        return "a file on this machine"
    return None if feed_address(word) else "not a web address"


def _program(words: list[str]) -> Wish:
    """A program whose output is a feed. A file may come from anywhere: it is not run before the person says so."""
    return replace(_wish(words), kind="command", address=f"command:{words[0].removeprefix('exec:')}", paused=True)


def _wish(words: list[str]) -> Wish:
    names = [word[1:] for word in words[1:] if word.startswith("~")]
    tags = [word for word in words[1:] if not word.startswith(("~", "!"))]
    return Wish(
        "feed", feed_address(words[0]) or words[0], names[0] if names else None, None, tuple(dict.fromkeys(tags))
    )
