"""The whole settings file with every default, made from the structs so that it never lies."""

import msgspec
import tomlkit
from msgspec import Struct

from arrowtui.settings.shape import HELP, TABLES

HEAD = """# The settings of arrowtui with their defaults. Do not copy this whole file: what you leave out follows
# the program when it learns better defaults. Your own file needs only what you want different.
"""

KEYS = """[keys]
# Your own keys by command: see `arrowtui bindings`. An empty list takes its keys away.
# read = "r"
"""


def reference() -> str:
    """A TOML text in which every setting appears, commented out where it has no default."""
    parts = [HEAD]
    for table, kind in TABLES.items():
        if table == "source":
            parts.append(KEYS)
            parts.append(_table("source", kind, commented=True))
        else:
            parts.append(_table(table, kind, commented=False))
    return "\n".join(parts)


def _table(name: str, kind: type[Struct], *, commented: bool) -> str:
    mark = "# " if commented else ""
    lines = [f"{mark}[[{name}]]" if commented else f"[{name}]", f"# {(kind.__doc__ or '').strip()}"]
    for field in msgspec.structs.fields(kind):
        lines += [f"# {HELP[f'{name}.{field.name}']}", f"{mark}{field.name} = {_value(field.default, field.name)}"]
    return "\n".join(lines) + "\n"


def _value(default: object, name: str) -> str:
    examples = {"address": '"https://blog.example.org/feed"', "title": '"My name for it"', "every_min": "60"}
    if isinstance(default, bool):
        return str(default).lower()
    if isinstance(default, str | int):
        return tomlkit.item(default).as_string()
    if isinstance(default, tuple):
        return "[]"
    return examples.get(name, "{}")
