"""On which line of a TOML file a key stands. Decoders forget lines, and a fault without its line is half a help."""

import re
from collections.abc import Mapping

Path = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([A-Za-z0-9_.\-\"' ]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([A-Za-z0-9_\-]+|\"[^\"]*\"|'[^']*')\s*(?:\.[^=]*)?=")


def key_lines(text: str) -> Mapping[Path, int]:
    """Where each table and key begins: ("source", 2, "lane") -> 41, lines counted from 1.

    Keys inside strings of several lines are not mistaken for keys.
    """
    found: dict[Path, int] = {}
    counted: dict[str, int] = {}
    table: Path = ()
    closing: str | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if closing:
            closing = None if closing in line else closing
            continue
        if header := _HEADER.match(line):
            table = _table(header.group(1), header.group(2), counted)
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            found.setdefault((*table, key.group(1).strip("\"'")), number)
        for quote in ('"""', "'''"):
            if line.count(quote) % 2:
                closing = quote
    return found


def _table(brackets: str, name: str, counted: dict[str, int]) -> Path:
    parts = tuple(part.strip().strip("\"'") for part in name.split("."))
    if brackets == "[[":
        counted[parts[0]] = counted.get(parts[0], -1) + 1
    if parts[0] in counted:
        return (parts[0], counted[parts[0]], *parts[1:])
    return parts
