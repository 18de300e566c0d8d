"""The words of a text, in order. Told from signs by bytes where that is safe, by a pattern where it is not.

In UTF-8 the first byte of a character tells what alphabet it is of. A text in Latin or Cyrillic letters and the signs
people type among them is split at one blow, in less than half the time the pattern takes; the words are the same.
"""

import re

WORD = re.compile(r"[^\W_]+")
_RUN = re.compile(r"\w+")
"""The same where no _ is, quicker."""

ALPHABETS = bytes([*range(0x80, 0xC0), *range(0xC3, 0xCA), 0xD0, 0xD1])
"""Bytes of letters: those that continue a character, and those that begin one of U+00C0 to U+027F or of U+0400 to
U+047F. All of these are letters but × and ÷."""
_SURE = ALPHABETS + bytes(range(128))
_BREAKS = bytes(code if code >= 128 or chr(code).isalnum() else ord(" ") for code in range(256))
_SIGNS = {
    0xC2: re.compile(rb"\xc2[\x80-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf]"),  # of Latin 1: no-break blank, « » £ ° ·
    0xE2: re.compile(rb"\xe2(?:\x80.|\x82\xac|\x86[\x90-\xbf]|[\x98-\x9c].)"),  # dashes, quotes, …, €, arrows, ☀ ✅
    0xEF: re.compile(rb"\xef\xb8\x8f"),  # bids the sign before be drawn in colour
    0xF0: re.compile(rb"\xf0\x9f[\x8c-\xab]."),  # emoji
}
"""Signs that part words, by their first byte: others with that byte may be letters or numbers."""


def words_of(text: str) -> list[str]:
    """The words of a text, in order, as `WORD` finds them."""
    raw = text.encode("utf-8", "surrogatepass")
    if beyond := raw.translate(None, _SURE):
        first_bytes = set(beyond)
        if not first_bytes <= _SIGNS.keys():
            return _by_pattern(text)
        found = 0
        for byte in first_bytes:
            raw, count = _SIGNS[byte].subn(b" ", raw)
            found += count
        if found < len(beyond):
            return _by_pattern(text)
    if "×" in text or "÷" in text:
        raw = raw.replace("×".encode(), b" ").replace("÷".encode(), b" ")
    return raw.translate(_BREAKS).decode().split()


def _by_pattern(text: str) -> list[str]:
    return _RUN.findall(text.replace("_", " "))
