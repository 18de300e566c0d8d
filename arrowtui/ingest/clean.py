"""The one cleaner: foreign text -> text that is safe in a terminal.

Nothing between us and the terminal filters control characters (no way of drawing in Textual or Rich does), so whatever
comes from outside passes here once: titles, names, bodies, messages of servers, file names, notes from a vault.
What a cleaned text never holds: C0 controls other than newline and tab, DEL, C1, directional controls, invisible
fillers and tags, lone surrogates, noncharacters, accents with nothing to stand on or more than six on one base.
"""

import re

_ASCII_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
# A coarse sieve for what `scrub` looks at closely: it lets Latin, Greek, Cyrillic, Chinese, Japanese, Korean pass.
_SUSPECT = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\xad\u0300-\u036f\u0483-\u1dff\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u20d0-\u20ff\u2ce0-\u2dff\u302a-\u302f\u3099\u309a\u3164\ua66f-\uabff\ud7b0-\udfff\ufb1e\ufdd0-\ufdef"
    "\ufe00-\ufe2f\ufeff\uffa0\ufff0-\uffff\U00010000-\U0010ffff]"
)


def clean_text(text: str, limit: int = 1_000_000) -> str:
    """Safe text of at most `limit` characters; newlines and tabs are kept, every kind of line break is a newline."""
    if len(text) > limit:
        text = text[:limit]
    sieve = _ASCII_CONTROL if text.isascii() else _SUSPECT
    if sieve.search(text) is None:
        return text
    from arrowtui.ingest.scrub import scrubbed  # not before it is needed: it takes 30 ms to build

    return scrubbed(text)


def clean_line(text: str, limit: int = 500) -> str:
    """One safe line of at most `limit` characters: runs of white space are one blank, a cut shows as "…"."""
    room = max(limit * 16, 8_192)  # what stands behind so much is not looked at: a title of a megabyte costs nothing
    line = " ".join(clean_text(text[:room]).split())
    if len(line) > limit or len(text) > room:
        line = line[: limit - 1].rstrip(" \u200c\u200d") + "…"
    return line
