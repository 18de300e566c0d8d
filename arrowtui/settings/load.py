"""TOML text -> Settings. All faults are found at once, each with its line, its key and what is allowed."""

import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

import msgspec

from arrowtui.model.errors import SettingsFault, SettingsFaulty, SettingsNotToml
from arrowtui.settings.lines import key_lines
from arrowtui.settings.shape import SETTINGS_LANES, TABLES, Settings

Where = tuple[str | int, ...]
Found = tuple[Where, str]

TOP = ("poll", "screen", "notes", "keys", "source")


def load_settings(path: Path) -> Settings:
    """The settings in a file; all defaults where there is none.

    Raises: SettingsNotToml, SettingsFaulty.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except UnicodeDecodeError as cause:
        raise SettingsNotToml(str(path), 0, "it is not UTF-8 text") from cause
    except OSError as cause:
        raise SettingsNotToml(str(path), 0, cause.strerror or "it cannot be read") from cause
    return read_settings(text, str(path))


def read_settings(text: str, name: str) -> Settings:
    """The settings in a text; `name` is the file its faults speak of.

    Raises: SettingsNotToml, SettingsFaulty.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as cause:
        words, _, place = str(cause).partition(" (at line ")
        number = place.split(",")[0]
        raise SettingsNotToml(name, int(number) if number.isdigit() else 0, words.lower()) from cause
    found = list(_faults(raw))
    if found:
        lines = key_lines(text)
        raise SettingsFaulty(
            name, tuple(SettingsFault(_line(where, lines), _dotted(where), why) for where, why in found)
        )
    return msgspec.convert(raw, Settings, strict=True)


def _faults(raw: Mapping[str, object]) -> Iterator[Found]:
    for table, value in raw.items():
        if table not in TOP:
            yield (table,), _unknown(table, TOP)
        elif table == "source":
            yield from _source_faults(value)
        elif not isinstance(value, dict):
            yield (table,), f"must be a table: write [{table}] on a line of its own"
        elif table == "keys":
            yield from _key_faults(value)
        else:
            yield from _table_faults((table,), value, table)


def _source_faults(value: object) -> Iterator[Found]:
    if not isinstance(value, list):
        yield ("source",), "must be a list: begin each source with [[source]]"
        return
    for number, entry in enumerate(value):
        if not isinstance(entry, dict):
            yield ("source", number), "must be a table: begin each source with [[source]]"
            continue
        yield from _table_faults(("source", number), entry, "source")
        if "address" not in entry:
            yield ("source", number), "lacks its address"


def _key_faults(value: Mapping[str, object]) -> Iterator[Found]:
    for name, keys in value.items():
        many = keys if isinstance(keys, list) else [keys]
        if not all(isinstance(key, str) for key in many):
            yield ("keys", name), 'must be a key such as "x", or a list of keys'


def _table_faults(where: Where, raw: Mapping[str, object], table: str) -> Iterator[Found]:
    fields = {field.name: field for field in msgspec.structs.fields(TABLES[table])}
    for key, value in raw.items():
        if key not in fields:
            yield (*where, key), _unknown(key, tuple(fields))
            continue
        try:
            msgspec.convert(value, fields[key].type, strict=True)
        except msgspec.ValidationError:
            yield (*where, key), f"must be {_allowed(table, key)}"
            continue
        if why := _out_of_range(key, value):
            yield (*where, key), why


def _unknown(key: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(key, known, 1)
    return f"is not known; did you mean {near[0]}?" if near else f"is not known; there are {', '.join(known)}"


_ALLOWED: Mapping[str, str] = {
    "every_min": "a whole number of minutes",
    "measure": "a whole number of columns, 40 to 160",
    "own_hosts": 'a list of host names such as ["blog.example.org"]',
    "tags": 'a list of words such as ["work", "maths"]',
    "theme": "dark, light or terminal",
    "lane": ", ".join(SETTINGS_LANES),
    "ascii": "true or false",
    "paused": "true or false",
    "options": "a table of names and words",
}


def _allowed(table: str, key: str) -> str:
    return _ALLOWED.get(key, "text in quotes")


def _out_of_range(key: str, value: object) -> str | None:
    if key == "every_min" and isinstance(value, int) and not 1 <= value <= 10080:
        return "must be between 1 minute and 10080 (a week)"
    if key == "measure" and isinstance(value, int) and not 40 <= value <= 160:
        return "must be between 40 and 160 columns"
    if key == "address" and isinstance(value, str) and not value.strip():
        return "must not be empty"
    return None


def _line(where: Where, lines: Mapping[Where, int]) -> int:
    """The nearest line known: of the key, else of its table."""
    return next((lines[where[:length]] for length in range(len(where), 0, -1) if where[:length] in lines), 0)


def _dotted(where: Where) -> str:
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in where)
