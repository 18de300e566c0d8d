"""TOML text -> Settings, or every fault of it at once."""

from pathlib import Path

import msgspec

from arrowtui.model.answer_template import unknown_facts
from arrowtui.model.errors_settings import SettingsFault, SettingsFaulty, SettingsNotToml
from arrowtui.settings.cache import remembered, stamp_of, write_down
from arrowtui.settings.shape import Settings
from arrowtui.settings.shape_source import KINDS


def load_settings(path: Path, cache: Path | None = None) -> Settings:
    """The settings in a file; all defaults where there is none.

    Args:
        cache: where a long file's settings are remembered, so that the next start need not decode it again.
    Raises: SettingsNotToml, SettingsFaulty.
    """
    try:
        stamp = stamp_of(path)
        if cache is not None and (known := remembered(cache, stamp)) is not None:
            return known
        settings = read_settings(settings_text(path.read_bytes(), str(path)), str(path))
    except FileNotFoundError:
        return Settings()
    except OSError as cause:
        raise SettingsNotToml(str(path), 0, 0, cause.strerror or "it cannot be read") from cause
    if cache is not None:
        write_down(cache, stamp, settings)
    return settings


def settings_text(data: bytes, name: str) -> str:
    """The text of a settings file; a byte order mark, which some editors put first, is no part of it.

    Raises: SettingsNotToml when it is not UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        line = data.count(b"\n", 0, cause.start) + 1
        raise SettingsNotToml(name, line, 0, "it is not UTF-8 text") from cause


def read_settings(text: str, name: str) -> Settings:
    """The settings in a text; `name` is the file its faults speak of.

    Raises: SettingsNotToml, SettingsFaulty.
    """
    import tomllib  # not at all when the settings are remembered

    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as cause:
        from arrowtui.settings.slips import slip

        slipped = slip(str(cause), text)
        raise SettingsNotToml(name, slipped.line, slipped.column, slipped.why) from cause
    except RecursionError as cause:
        raise SettingsNotToml(name, 0, 0, "lists or tables are nested without end") from cause
    try:
        settings = msgspec.convert(raw, Settings, strict=True)
    except msgspec.ValidationError as cause:
        raise _all_faults(raw, text, name) from cause
    if not _agrees(settings):
        raise _all_faults(raw, text, name)
    return settings


def _agrees(settings: Settings) -> bool:
    """Whether nothing is there twice, and what is named is there."""
    is_single = len({(entry.kind, entry.address) for entry in settings.source}) == len(settings.source)
    has_answers = len(settings.answers()) == len(settings.answer) and not any(
        unknown_facts(entry.text) for entry in settings.answer
    )
    names = {entry.name for entry in settings.template}
    has_prompts = all(not entry.now_what or entry.now_what in entry.prompts for entry in settings.template)
    is_known = settings.is_known_template(settings.notes.template)
    has_plans = all(entry.is_sound() for entry in settings.chat)
    is_ruled = all(entry.fault is None and (entry.kind or KINDS[0]) in KINDS for entry in settings.rule)
    is_named = len({entry.name for entry in settings.search}) == len(settings.search)
    has_templates = len(names) == len(settings.template) and has_prompts and is_known
    return is_ruled and is_single and is_named and has_templates and has_answers and has_plans


def _all_faults(raw: dict[str, object], text: str, name: str) -> SettingsFaulty:
    """The quick reading stops at the first fault; here the rest are found, with their lines."""
    from arrowtui.settings.faults import faults, line_of
    from arrowtui.settings.lines import key_lines

    lines = key_lines(text)
    found = [SettingsFault(line_of(where, lines), _dotted(where), why) for where, why in faults(raw, lines)]
    return SettingsFaulty(name, tuple(sorted(found, key=lambda fault: fault.line)))


def _dotted(where: tuple[str | int, ...]) -> str:
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in where)
