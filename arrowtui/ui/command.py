"""What a command is: its keys, its words, where it can be done and where it is shown. Knows nothing of Textual."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct


class Group(StrEnum):
    """The headings of the help."""

    MOVE = "Moving"
    TRIAGE = "Sorting out"
    READ = "Reading"
    NOTE = "Notes"
    REVIEW = "Meeting notes again"
    VIEW = "What is shown"
    SOURCE = "Sources"
    PROGRAM = "arrowtui"


class Surface(StrEnum):
    """What is in front: on each one, a key has one meaning."""

    MAIN = "main"
    JOURNAL = "journal"
    REVIEW = "review"
    BOARD = "board"
    SHEET = "sheet"
    SESSION = "session"
    PEOPLE = "people"


class Place(StrEnum):
    """Where the keyboard is; each has its own footer."""

    LIST = "list"
    CALLS = "calls"
    CHATS = "chats"
    SESSION = "session"
    READER = "reader"
    SIDE = "side"
    JOURNAL = "journal"
    NOTE = "note"
    SEARCH = "search"
    CAPTURE = "capture"
    REVIEW = "review"
    BOARD = "board"
    SHEET = "sheet"
    PEOPLE = "people"


class Command(Struct, frozen=True):
    """One thing a person can do. `footers` are the places whose footer shows it; `label` is its word there.

    `while_typing`: its keys (never plain characters) also work while the keyboard is in a text. `surfaces` are those on
    which it can be done.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: Group
    footers: frozenset[Place] = frozenset()
    while_typing: bool = False
    surfaces: frozenset[Surface] = frozenset({Surface.MAIN, Surface.JOURNAL})


def commands_on(table: Sequence[Command], *surfaces: Surface) -> tuple[Command, ...]:
    """The commands of a table that can be done on any of these surfaces."""
    return tuple(command for command in table if command.surfaces & set(surfaces))
