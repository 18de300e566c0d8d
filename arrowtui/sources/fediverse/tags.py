"""Hashtags as servers compare them: case, width and accents do not count."""

import re
import unicodedata
from collections.abc import Collection
from html import unescape

from arrowtui.sources.fediverse.shapes import Account, Status

TAG_IN_TEXT = re.compile(r"(?<![\w/&#])[#＃]([\w·・]+)")
MARKUP = re.compile(r"<[^<>]*>")
LEFT_ALONE = re.compile(r"(?<![\w/&#])#no(?:bot|bots)\b", re.IGNORECASE)


def folded(tag: str) -> str:
    """The form in which two spellings of a tag are equal."""
    wide = unicodedata.normalize("NFKD", tag.strip().lstrip("#＃")).casefold()
    return "".join(sign for sign in wide if not unicodedata.combining(sign))


def tags_of(status: Status) -> frozenset[str]:
    """The folded tags of a post: those the server names, and those in its text, for not every server names them."""
    named = [tag.name for tag in status.tags or () if tag.name]
    written = TAG_IN_TEXT.findall(plain(status.content)) if "#" in (status.content or "") else []
    return frozenset(map(folded, (*named, *written)))


def fits(status: Status, every: Collection[str], none: Collection[str]) -> bool:
    """Whether a post has all of the tags in `every` and none of those in `none` (both folded)."""
    if not (every or none):
        return True
    tags = tags_of(status)
    return tags.issuperset(every) and tags.isdisjoint(none)


def wants_no_bots(account: Account) -> bool:
    """Whether somebody asks programs in the profile to stay away."""
    note = account.note or ""
    return "#" in note and LEFT_ALONE.search(plain(note)) is not None


def plain(html: str | None) -> str:
    """The words between the tags of a small piece of HTML."""
    return unescape(MARKUP.sub("", html or ""))
