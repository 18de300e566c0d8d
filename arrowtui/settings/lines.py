"""On which line a key of the file stands."""

from collections.abc import Mapping

from arrowtui.settings.statements import statements

Where = tuple[str | int, ...]


def key_lines(text: str) -> Mapping[Where, int]:
    """Where each table and key begins: ("source", 2, "lane") -> 41, lines counted from 1, sources from 0."""
    found: dict[Where, int] = {}
    counted: dict[str, int] = {}
    table: Where = ()
    for said in statements(text):
        if said.opens == "[[" and said.path:
            counted[said.path[0]] = counted.get(said.path[0], -1) + 1
        if said.opens:
            table = _numbered(said.path, counted)
            found.setdefault(table, said.first + 1)
            continue
        whole = (*table, *said.path)
        for length in range(len(table) + 1, len(whole) + 1):
            found.setdefault(whole[:length], said.first + 1)
    return found


def _numbered(path: tuple[str, ...], counted: Mapping[str, int]) -> Where:
    if path and path[0] in counted:
        return (path[0], counted[path[0]], *path[1:])
    return path
