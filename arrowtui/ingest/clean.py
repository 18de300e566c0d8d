"""The one cleaner: foreign text -> text that is safe in a terminal.

Nothing between us and the terminal filters control characters (no way of drawing in Textual or Rich does), so whatever
comes from outside passes here once: titles, names, bodies, messages of servers, file names, notes from a vault.
What a cleaned text never holds: C0 controls other than newline and tab, DEL, C1, directional controls, invisible
fillers and tags, lone surrogates, noncharacters, accents with nothing to stand on or more than six on one base.
"""

import re
import unicodedata

from arrowtui.ingest.characters import (
    BREAKS,
    DROPPED,
    EMOJI,
    JOINERS,
    MARKS,
    NEEDS_JOINER,
    SKIN,
    VARIANTS,
    class_of,
)

MARKS_PER_BASE = 6
"""Burmese needs six; what is piled up for show comes by the dozen."""
JOINS_PER_EMOJI = 4
"""A kiss in two skin tones, the longest emoji there is, has three."""

_ASCII_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SPECIAL = re.compile(class_of(BREAKS, DROPPED, MARKS, JOINERS, VARIANTS, SKIN))
_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]|\x1b[PX\]^_][^\x07\x1b\x9c]{0,4096}(?:\x07|\x1b\\|\x9c)"
)
_BREAK = re.compile("\r\n|" + class_of(BREAKS))
_DROP = re.compile(class_of(DROPPED) + "+")
_RUN = re.compile(class_of(MARKS, JOINERS, VARIANTS, SKIN) + "+")
_SKIN = re.compile(class_of(SKIN))
_ODD = re.compile(class_of(JOINERS, VARIANTS, SKIN))
_EMOJI = re.compile(class_of(EMOJI))
_TAKES_VARIANT = re.compile(class_of(EMOJI, "23 2a 30-39 a9 ae"))
_NEEDS_JOINER = re.compile(class_of(NEEDS_JOINER))
_JOINED = f"{class_of(EMOJI)}(?:{class_of(SKIN)}|[^\\s\u200d\u203c-\u2bff\U0001f000-\U0001faff]){{0,8}}"
_CHAIN = re.compile(f"((?:{_JOINED}\u200d){{{JOINS_PER_EMOJI}}}{_JOINED})\u200d")


def clean_text(text: str, limit: int = 1_000_000) -> str:
    """Safe text of at most `limit` characters; newlines and tabs are kept, every kind of line break is a newline."""
    if len(text) > limit:
        text = text[:limit]
    trouble = _ASCII_CONTROL if text.isascii() else _SPECIAL
    return text if trouble.search(text) is None else _scrubbed(text)


def clean_line(text: str, limit: int = 500) -> str:
    """One safe line of at most `limit` characters: runs of white space are one blank, a cut shows as "…"."""
    room = max(limit * 16, 8_192)  # what stands behind so much is not looked at: a title of a megabyte costs nothing
    line = " ".join(clean_text(text[:room]).split())
    if len(line) > limit or len(text) > room:
        line = line[: limit - 1].rstrip(" \u200c\u200d") + "…"
    return line


def _scrubbed(text: str) -> str:
    text = _SEQUENCE.sub("", text)
    text = _DROP.sub("", _BREAK.sub("\n", text))
    text = _RUN.sub(_settled, text)
    if not unicodedata.is_normalized("NFC", text):  # only now: sorting a million accents on one base takes hours
        text = _RUN.sub(_settled, unicodedata.normalize("NFC", text))
    return _CHAIN.sub(r"\1", text) if "\u200d" in text else text


def _settled(run: re.Match[str]) -> str:
    """What may stay of the characters drawn onto one base: a variant, a skin tone, a few marks, one useful joiner."""
    marks, whole, start = run[0], run.string, run.start()
    base = whole[start - 1] if start else " "
    if base.isspace():
        return ""
    if _ODD.search(marks) is None:
        return marks[:MARKS_PER_BASE]
    variant = marks[0] if marks[0] in "\ufe0e\ufe0f" and _TAKES_VARIANT.match(base) else ""
    skin = _SKIN.search(marks) if _EMOJI.match(base) else None
    joiner = marks[-1] if _joins(base, marks[-1], whole[run.end() : run.end() + 1]) else ""
    return variant + (skin[0] if skin else "") + _ODD.sub("", marks)[:MARKS_PER_BASE] + joiner


def _joins(base: str, joiner: str, after: str) -> bool:
    """Whether a joiner has work to do.

    The wide joiner stays between emoji only: Textual measures the character behind it as nothing, so between letters
    it would push the rest of the line out of its cells. The narrow one stays where a script spells with it.
    """
    if joiner not in "\u200c\u200d":
        return False
    kind = _EMOJI if joiner == "\u200d" else _NEEDS_JOINER
    return bool(kind.match(base) and kind.match(after))
