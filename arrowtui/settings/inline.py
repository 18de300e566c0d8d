"""Sources (or searches) that are written in one line of the settings, `source = [{…}, …]`: few do so."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from arrowtui.model.subscription import Wish
from arrowtui.settings.blocks import source_blocks
from arrowtui.settings.written import Value, fields_of

Entries = list[dict[str, Value]]


def changed_inline(text: str, change: Callable[[Entries], object], table: str = "source") -> str:
    """Change a file that writes its sources as `source = [{…}, …]`; its comments and layout stay as well."""
    import tomlkit  # 40 ms to import, and few write their sources so

    document = tomlkit.parse(text)
    change(document[table])
    return tomlkit.dumps(document)


def set_inline(entries: Entries, number: int, key: str, value: Value | None) -> None:
    """Set one key of an entry, or take it out (None)."""
    if value is None:
        entries[number].pop(key, None)
    else:
        entries[number][key] = value


def is_in_one_line(text: str) -> bool:
    """Whether the sources are written as `source = [{…}, …]`, be it that none is left in it."""
    import tomllib  # not at all while the settings are only read and remembered

    return "source" in tomllib.loads(text) and not source_blocks(text)


def appended_inline(text: str, wishes: Sequence[Wish]) -> str:
    """The text with these sources after the others."""
    return changed_inline(text, partial(append_fields, [fields_of(wish) for wish in wishes]))


def append_fields(added: Sequence[Mapping[str, Value]], entries: Entries) -> None:
    """Add entries with these fields to those of a text."""
    import tomlkit  # as above

    for fields in added:
        table = tomlkit.inline_table()
        table.update({key: _plain(value) for key, value in fields.items()})
        entries.append(table)


def _plain(value: Value) -> str | int | bool | list[str] | dict[str, str]:
    if isinstance(value, str | int):
        return value
    return list(value) if isinstance(value, Sequence) else dict(value)
