"""Keys: how they are written, who they belong to, and what a person may change about that.

Pure: no Textual here, so that `arrowtui bindings` and the check of the settings start fast.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from arrowtui.model.errors_settings import KeyClash, UnknownCommand, UnknownKey
from arrowtui.model.replace import replace
from arrowtui.ui.command import Command, Surface, commands_on
from arrowtui.ui.commands import COMMANDS, GIVEN_LATER, RESERVED

NAMED = {
    "Enter": "enter",
    "Esc": "escape",
    "Space": "space",
    "Tab": "tab",
    "Shift+Tab": "shift+tab",
    "Backspace": "backspace",
    "Delete": "delete",
    "Insert": "insert",
    "Up": "up",
    "Down": "down",
    "Left": "left",
    "Right": "right",
    "Home": "home",
    "End": "end",
    "PgUp": "pageup",
    "PgDn": "pagedown",
    **{f"F{number}": f"f{number}" for number in range(1, 13)},
}
"""Keys without a character: as written here, and as the terminal library calls them."""

SHOWN = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}
_WRITTEN = {called: written for written, called in NAMED.items()}


def pressed(key: str, character: str | None) -> str:
    """The way we write a key that the terminal library calls `key` and that types `character`."""
    if key in _WRITTEN:
        return _WRITTEN[key]
    if character is not None and character.isprintable():
        return character
    name = key.removeprefix("ctrl+")
    return f"^{name.upper()}" if name != key and len(name) == 1 else key


def shown(keys: Sequence[str]) -> str:
    """Keys as help and footer show them: "j ↓"."""
    return " ".join(SHOWN.get(key, key) for key in keys)


def is_chord(key: str) -> bool:
    """Two characters pressed one after the other."""
    return len(key) == 2 and key not in NAMED and not key.startswith("^")


def rebound(overrides: Mapping[str, Sequence[str]], commands: Sequence[Command] = COMMANDS) -> tuple[Command, ...]:
    """The table with a person's own keys: each override replaces all keys of its command; an empty one takes them away.

    A default key that was given only later gives way to an override that had it before.

    Raises: UnknownCommand, UnknownKey, KeyClash: the first that is found.
    """
    known = {command.id for command in commands}
    for id, keys in overrides.items():
        if id not in known:
            raise UnknownCommand(id, nearest=next(iter(get_close_matches(id, known, n=1)), None))
        for key in keys:
            _check(key, id)
    taken = {key for keys in overrides.values() for key in keys}
    left = {command.id: tuple(key for key in command.keys if not _gives_way(key, taken)) for command in commands}
    table = tuple(replace(command, keys=tuple(overrides.get(command.id, left[command.id]))) for command in commands)
    for surface in Surface:
        _refuse_clashes(commands_on(table, surface))
    return table


def _gives_way(key: str, taken: Collection[str]) -> bool:
    """Is this key one of those given later, and taken by herself: as it is, or as the first of two?"""
    return key in GIVEN_LATER and any(own == key or (is_chord(own) and own[0] == key) for own in taken)


def _check(key: str, id: str) -> None:
    """A key is one printable character, a chord of two, ^ and a letter, or a name."""
    is_control = len(key) == 2 and key[0] == "^" and key[1].isascii() and key[1].isupper()
    is_typed = 1 <= len(key) <= 2 and key.isprintable() and " " not in key
    if key in RESERVED or not (key in NAMED or is_control or is_typed):
        raise UnknownKey(key, id, is_reserved=key in RESERVED)


def _refuse_clashes(table: Iterable[Command]) -> None:
    owner: dict[str, str] = {}
    for command in table:
        for key in command.keys:
            if key in owner:
                raise KeyClash(key, owner[key], command.id)
            owner[key] = command.id
    for key, id in owner.items():
        if is_chord(key) and key[0] in owner:
            raise KeyClash(key[0], owner[key[0]], id)


@dataclass(slots=True)
class KeyReader:
    """Turns key presses into commands. `pending` is the first key of a chord that waits for its second."""

    table: Sequence[Command]
    pending: str = ""
    _commands: dict[str, Command] = field(init=False)
    _firsts: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self._commands = {key: command for command in self.table for key in command.keys}
        self._firsts = frozenset(key[0] for key in self._commands if is_chord(key))

    def read(self, key: str, *, is_typing: bool = False) -> Command | None:
        """The command of a key press; None for a key that means nothing or only begins a chord.

        Args:
            is_typing: the keyboard is in a text: only commands made for that are found.
        """
        if is_typing:
            command = self._commands.get(key)
            return command if command and command.while_typing and len(key) > 1 else None
        if self.pending:
            chord, self.pending = self.pending + key, ""
            return self._commands.get(chord)
        if key in self._firsts:
            self.pending = key
            return None
        return self._commands.get(key)

    def answers(self) -> tuple[tuple[str, str], ...]:
        """What may follow the pending key: both keys, and what they do."""
        return tuple(
            (key, command.label) for key, command in self._commands.items() if is_chord(key) and key[0] == self.pending
        )
