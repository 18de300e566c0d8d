"""Setting keys of one [table] in the text of a settings file: every other letter stays where it was."""

from collections.abc import Mapping

from arrowtui.settings.statements import Statement, statements
from arrowtui.settings.written import Value, literal


def with_table(text: str, table: str, values: Mapping[str, Value]) -> str:
    """The text with these keys of a table set; the table comes to the end where there is none yet."""
    for key, value in values.items():
        text = _with_key(text, table, key, value)
    return text


def _with_key(text: str, table: str, key: str, value: Value) -> str:
    header, keys = _found(text, table)
    if header is None:
        gap = "" if not text.strip() else "\n" if text.endswith("\n") else "\n\n"
        added = f"{gap}[{table}]\n{key} = {literal(value)}\n"
        return text + (added.replace("\n", "\r\n") if "\r\n" in text else added)
    if key in keys:
        start, stop = keys[key].value
        return f"{text[:start]}{literal(value)}{text[stop:]}"
    lines = text.split("\n")
    last = max((said.last for said in keys.values()), default=header.last)
    end = "\r" if lines[last].endswith("\r") else ""
    return "\n".join([*lines[: last + 1], f"{key} = {literal(value)}{end}", *lines[last + 1 :]])


def _found(text: str, table: str) -> tuple[Statement | None, dict[str, Statement]]:
    """The header of a table, and its keys."""
    header: Statement | None = None
    keys: dict[str, Statement] = {}
    is_inside = False
    for said in statements(text):
        if said.opens:
            is_inside = said.opens == "[" and said.path == (table,)
            header = said if is_inside else header
        elif is_inside and len(said.path) == 1:
            keys[said.path[0]] = said
    return header, keys
