"""What the file of a note is called: its first words and the end of its name, for good."""

import re
import unicodedata
from collections.abc import Container

from arrowtui.model.vault import Uid

LONGEST = 48
SHORT = 8
OTHER = re.compile(r"[\W_]+")
MARKED = re.compile(r"[0-9a-f]{8}(?:[0-9a-f]{8})?")


def slug(title: str) -> str:
    """Small letters and digits of any script, joined by hyphens, at most 48; "note" where there are none."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", title) if unicodedata.category(sign) != "Mn")
    words = OTHER.sub("-", unicodedata.normalize("NFC", bare).casefold()).strip("-")
    if len(words) > LONGEST:
        cut = words.rfind("-", LONGEST // 2, LONGEST + 1)
        words = words[: cut if cut > 0 else LONGEST]
    return unicodedata.normalize("NFC", words) or "note"


def path_for(title: str, uid: Uid, taken: Container[str]) -> str:
    """A path nobody has yet, directly in the folder."""
    for end in (uid[-SHORT:], uid, *(f"{uid}-{number}" for number in range(2, 1000))):
        path = f"{slug(title)}-{end}.md"
        if path not in taken:
            return path
    raise AssertionError(f"a thousand files are called by the name of {uid}")


def stem_of(path: str) -> str:
    """What a [[link]] calls a file: its name without folder and ending."""
    return path.rpartition("/")[2].removesuffix(".md")


def mark_of(stem: str) -> str | None:
    """The end of a note's name (8 or 16 digits) that a stem was given; it stays true when the file is renamed."""
    end = stem.rpartition("-")[2]
    return end if MARKED.fullmatch(end) else None
