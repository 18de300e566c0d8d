"""The settings as a run needs them: read, and their keys held against the table of commands."""

from pathlib import Path

from arrowtui.gateways.places import Folders
from arrowtui.model.errors_settings import KeyClash, SettingsFault, SettingsFaulty, UnknownCommand, UnknownKey
from arrowtui.settings import Settings, load_settings
from arrowtui.ui.command import Command
from arrowtui.ui.keymap import rebound


def checked(folders: Folders, cache: Path | None = None) -> Settings:
    """The settings, sound to the last key.

    Raises: SettingsNotToml, SettingsFaulty.
    """
    settings = load_settings(folders.config_file, cache)
    bound(folders, settings)
    return settings


def bound(folders: Folders, settings: Settings) -> tuple[Command, ...]:
    """The table of commands with the person's own keys.

    Raises: SettingsFaulty, with the line of the key.
    """
    own = settings.key_lists()
    try:
        return rebound(own)
    except UnknownCommand as fault:
        meant = f"did you mean {fault.nearest}?" if fault.nearest else "`arrowtui bindings` lists them all"
        raise _fault(folders, fault.name, f"is no command; {meant}") from fault
    except UnknownKey as fault:
        kept = "is kept free" if fault.is_reserved else "is no key"
        raise _fault(
            folders, fault.command, f"holds {fault.key!r}, which {kept}. {fault.hint().rstrip('.')}"
        ) from fault
    except KeyClash as fault:
        mine, other = (fault.first, fault.second) if fault.first in own else (fault.second, fault.first)
        raise _fault(folders, mine, f"takes the key {fault.key!r} of {other}. {fault.hint().rstrip('.')}") from fault


def _fault(folders: Folders, command: str, why: str) -> SettingsFaulty:
    from arrowtui.settings.faults import line_of
    from arrowtui.settings.lines import key_lines

    path = folders.config_file
    lines = key_lines(path.read_text(encoding="utf-8-sig"))
    return SettingsFaulty(str(path), (SettingsFault(line_of(("keys", command), lines), f"keys.{command}", why),))
