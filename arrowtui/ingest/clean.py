"""The one cleaner: foreign text -> text that is safe in a terminal.

Nothing between us and the terminal filters control characters (no way of drawing in Textual or Rich does), so whatever
comes from outside passes here once: titles, names, bodies, messages of servers, file names, notes from a vault.
What a cleaned text never holds: C0 controls other than newline and tab, DEL, C1, directional controls, invisible
fillers and tags, lone surrogates, noncharacters, accents with nothing to stand on or more than six on one base.
"""

import re
from functools import cache

from msgspec import Raw

LONGEST = 1_000_000
"""Characters of a text; what stands behind is cut off."""

# Everything here is looked for in UTF-8: a table of 256 bytes answers several times quicker than one of all characters.
_PLAIN = bytes((0x09, 0x0A, *range(0x20, 0x7F)))
"""What ASCII holds but controls."""
_ORDINARY = _PLAIN + bytes((*range(0x80, 0xC0), *range(0xC3, 0xCC), *range(0xCE, 0xD2), *range(0xE4, 0xEA), 0xEB, 0xEC))
"""With what letters of Latin, Greek, Cyrillic, Han and most Hangul begin and go on."""
_LEADS = b"\xc2\xe2\xe3\xef"
"""With what signs, curly quotes, Kana and wide marks begin."""


def is_ordinary(text: str) -> bool:
    """Whether a text surely holds nothing that needs cleaning, nor any blank but those of ASCII: true for most."""
    data = _utf8(text)
    rest = data.translate(None, _ORDINARY)
    if not rest or rest.translate(None, _LEADS):
        return not rest
    for lead, odd in _not_ordinary():  # noqa: SIM110 (making a generator would cost as much as the search)
        if lead in rest and odd.search(data):
            return False
    return True


def _utf8(text: str) -> bytes:
    try:
        return bytes(Raw(text))  # Python keeps what `Raw` makes beside the text: who stores it need not make it again
    except (UnicodeEncodeError, TypeError):  # half a character; a kind of str, such as a word of an enum
        return text.encode("utf-8", "surrogatepass")


def clean_text(text: str, limit: int = LONGEST) -> str:
    """Safe text of at most `limit` characters; newlines and tabs are kept, every kind of line break is a newline."""
    if len(text) > limit:
        text = text[:limit]
    return text if is_ordinary(text) else cleaned(text)


def cleaned(text: str) -> str:
    """Safe text of one that is not ordinary."""
    beyond = _utf8(text).translate(None, _PLAIN)
    if _suspect().search(beyond) is None:
        return text
    from arrowtui.ingest.scrub import is_harmless, scrubbed  # not before it is needed: it takes 30 ms to build

    return text if is_harmless(beyond.decode("utf-8", "surrogatepass")) else scrubbed(text)


@cache
def _not_ordinary() -> tuple[tuple[int, re.Pattern[bytes]], ...]:
    """What else the leads begin that is not ordinary. Made when the first of them comes: start-up time."""
    behind = (
        rb"[\x80-\xa0\xad]",
        rb"(?:\x80[\x80-\x8f\xa8-\xaf]|\x81[\x9f-\xaf]|\x83[\x90-\xbf]|\xb3[\xa0-\xbf]|[\xb4-\xb7])",
        rb"(?:\x80[\x80\xaa-\xaf]|\x82[\x99\x9a]|\x85\xa4)",
        rb"(?:\xac\x9e|\xb7[\x90-\xaf]|\xb8[\x80-\xaf]|\xbb\xbf|\xbe\xa0|\xbf[\xb0-\xbf])",
    )
    return tuple((lead, re.compile(bytes((lead,)) + odd)) for lead, odd in zip(_LEADS, behind, strict=True))


@cache
def _suspect() -> re.Pattern[bytes]:
    """A coarse sieve for what `scrub` looks at closely: it lets Latin, Greek, Cyrillic, Chinese, Japanese, Korean pass.
    Made when the first such text comes: start-up time."""
    return re.compile(
        rb"[\x00-\x08\x0b-\x1f\x7f\xcc\xd3-\xe0\xf0-\xf4]"  # controls, accents; U+04C0 to U+0FFF, U+10000 up
        rb"|\xc2[\x80-\x9f\xad]|\xcd[\x80-\xaf]|\xd2[\x83-\xbf]|\xe1[\x80-\xb7]"
        rb"|\xe2(?:\x80[\x8b-\x8f\xa8-\xae]|\x81[\xa0-\xaf]|\x83[\x90-\xbf]|\xb3[\xa0-\xbf]|[\xb4-\xb7])"
        rb"|\xe3(?:\x80[\xaa-\xaf]|\x82[\x99\x9a]|\x85\xa4)"
        rb"|\xea(?:\x99[\xaf-\xbf]|[\x9a-\xaf])|\xed(?:\x9e[\xb0-\xbf]|[\x9f-\xbf])"
        rb"|\xef(?:\xac\x9e|\xb7[\x90-\xaf]|\xb8[\x80-\xaf]|\xbb\xbf|\xbe\xa0|\xbf[\xb0-\xbf])"
    )


def clean_line(text: str, limit: int = 500) -> str:
    """One safe line of at most `limit` characters: runs of white space are one blank, a cut shows as "…"."""
    room = max(limit * 16, 8_192)  # what stands behind so much is not looked at: a title of a megabyte costs nothing
    line = text[:room].strip()
    if not is_ordinary(line):
        line = " ".join(cleaned(line).split())
    elif "  " in line or "\n" in line or "\t" in line:
        line = " ".join(line.split())
    if len(line) > limit or len(text) > room:
        line = line[: limit - 1].rstrip(" \u200c\u200d") + "…"
    return line
