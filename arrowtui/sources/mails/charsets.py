"""Bytes of a mail -> text. What is declared is believed only where it fits."""

import codecs
import re

NAMES = {
    "x-sjis": "cp932",
    "shift_jis": "cp932",
    "ks_c_5601-1987": "cp949",
    "ks_c_5601": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "unicode-1-1-utf-7": "utf-7",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-8-e": "iso-8859-8",
    "x-unknown": "",
    "unknown-8bit": "",
    "unknown": "",
    "default": "",
    "binary": "",
}
"""Charsets as mail programs call them, where Python calls them otherwise or where more than declared is sent."""
NEVER_FAILS = frozenset({"cp1252", "iso8859-1", "ascii"})
"""Declared by default rather than by knowledge: bytes that make sense as UTF-8 are UTF-8."""
FEW = 4
"""So many good letters beyond ASCII make up for a damaged one."""
META = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decoded(data: bytes, declared: str | None) -> str:
    """The text of a part: as declared if that fits, else as UTF-8, else as Windows-1252 with marks for what is none.

    Args:
        declared: the charset the part names, as it is written; None where it names none.
    """
    for mark, marked in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(marked, "replace")
    name = _known(declared)
    if name is None and (found := META.search(data[:2048])):
        name = _known(found[1].decode("ascii", "replace"))
    if data.isascii() and (name is None or name in NEVER_FAILS):
        return data.decode("ascii")
    first = ("utf-8",) if name is None or name in NEVER_FAILS else (name, "utf-8")
    for candidate in first:
        if (text := _read(data, candidate)) is not None:
            return text
    return _mostly(data, first)


def _mostly(data: bytes, names: tuple[str, ...]) -> str:
    """Bytes damaged or cut off on the way: the first charset in which most letters beyond ASCII make sense, else
    Windows-1252."""
    for name in names:
        text = data.decode(name, "replace")
        damaged = text.count("\ufffd")
        if damaged * FEW <= sum(not c.isascii() for c in text) - damaged or (damaged == 1 and text.endswith("\ufffd")):
            return text
    return data.decode("cp1252", "replace")


def _known(declared: str | None) -> str | None:
    """What Python calls a charset; None for one that nobody knows or that is no charset of texts."""
    if not declared:
        return None
    said = declared.strip().strip("'\"").lower()
    try:
        found = codecs.lookup(NAMES.get(said, said))
    except (LookupError, ValueError):  # a name with a NUL in it is a ValueError
        return None
    if not getattr(found, "_is_text_encoding", True) or found.name in ("idna", "punycode", "undefined"):
        return None
    return found.name


def _read(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except ValueError:
        return None
