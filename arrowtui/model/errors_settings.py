"""Failures of the settings file, with line, key and what is allowed."""

from dataclasses import dataclass

from msgspec import Struct

from arrowtui.model.errors import SettingsError, clip


@dataclass(eq=False, repr=False)
class UnknownCommand(SettingsError):
    """The settings give keys to a command that does not exist."""

    name: str
    nearest: str | None = None

    def headline(self) -> str:
        return f"There is no command {clip(self.name, 20)!r} to give a key"

    def hint(self) -> str:
        meant = f"Did you mean {self.nearest!r}? " if self.nearest else ""
        return f"{meant}`arrowtui bindings` lists every command and its keys."


@dataclass(eq=False, repr=False)
class UnknownKey(SettingsError):
    """The settings name a key that no terminal sends, or one that is kept free."""

    key: str
    command: str
    is_reserved: bool = False

    def headline(self) -> str:
        kept = "is kept free" if self.is_reserved else "is not a key"
        return f"{clip(self.key, 12)!r} {kept} ({clip(self.command, 24)})"

    def hint(self) -> str:
        return (
            "A key is one character, two in a row such as gg, ^ and a capital letter, or a name: Enter, Esc, PgDn, F5."
        )


@dataclass(eq=False, repr=False)
class KeyClash(SettingsError):
    """The settings give one key to two commands, or make a key the beginning of another command's two."""

    key: str
    first: str
    second: str

    def headline(self) -> str:
        return f"Key {clip(self.key, 10)!r} means {clip(self.first, 14)} and {clip(self.second, 14)}"

    def hint(self) -> str:
        return "One key has one meaning everywhere: give one of them another key, or none ([])."


SHOWN_FAULTS = 5


class SettingsFault(Struct, frozen=True):
    """One fault of the settings file: its line (0: not known), its key and what is wrong with it."""

    line: int
    key: str
    why: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.key} {self.why}" if self.line else f"{self.key} {self.why}"


@dataclass(eq=False, repr=False)
class SettingsNotToml(SettingsError):
    """The file is no TOML: one slip of the pen, so only the first is known. Line and column 0: not known."""

    path: str
    line: int
    column: int
    why: str

    def headline(self) -> str:
        return f"The settings cannot be read{f' from line {self.line}' if self.line else ''}"

    def hint(self) -> str:
        place = f", line {self.line}" if self.line else ""
        place += f", column {self.column}" if self.column else ""
        return f"In {self.path}{place}: {self.why}. Mend it with `arrowtui config edit`; nothing was lost."


@dataclass(eq=False, repr=False)
class SettingsFaulty(SettingsError):
    """The file is TOML but says what is not allowed."""

    path: str
    faults: tuple[SettingsFault, ...]

    def headline(self) -> str:
        return f"The settings have {len(self.faults)} fault{'s' if len(self.faults) > 1 else ''}"

    def hint(self) -> str:
        listed = "; ".join(str(fault) for fault in self.faults[:SHOWN_FAULTS])
        more = len(self.faults) - SHOWN_FAULTS
        rest = f"; and {more} more, see `arrowtui config check`" if more > 0 else ""
        said = f"In {self.path}: {listed}{rest}"
        return f"{said}{'' if said.endswith('?') else '.'} Mend it with `arrowtui config edit`; nothing was lost."


@dataclass(eq=False, repr=False)
class SettingsChangedSince(SettingsError):
    """An edit cannot be taken back: its lines are others by now."""

    path: str

    def headline(self) -> str:
        return "The settings were changed since in the same place"

    def hint(self) -> str:
        return f"{self.path} stays as it is, and so does that edit; undo again takes back what was done before it."


@dataclass(eq=False, repr=False)
class SettingsUnwritable(SettingsError):
    path: str
    cause: str

    def headline(self) -> str:
        return "The settings file cannot be written"

    def hint(self) -> str:
        return f"{self.path}: {self.cause}. Nothing was changed; see that the file and its folder are yours."
