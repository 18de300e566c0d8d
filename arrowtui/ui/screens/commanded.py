"""A screen whose keys are those of the table of commands: one reader for all keys, whatever has the keyboard."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.widgets import Input

from arrowtui.ui.command import Command
from arrowtui.ui.keymap import KeyReader, pressed
from arrowtui.ui.panes.hints import KeyHints
from arrowtui.ui.panes.status import Tone
from arrowtui.ui.screens.asking import AskingScreen

CHORD_WITHIN_S = 8.0
"""Time enough to read what may follow."""


class CommandScreen(AskingScreen):
    """Subclasses name what each command does in `do`."""

    DEFAULT_CSS = "CommandScreen { layers: default hints; }"
    NOT_FOR_COMMANDS: ClassVar[frozenset[str]] = frozenset(
        {"Enter", "Space", "Left", "Right", "Up", "Down", "Home", "End", "Backspace", "Delete", "PgUp", "PgDn"}
    )
    """Keys with which a text is edited."""

    def __init__(self, table: Sequence[Command]) -> None:
        super().__init__()
        self.table = table
        self.keys = KeyReader(table)
        self._question = self._asked_about = ""

    def do(self) -> Mapping[str, Callable[[], None]]:
        """What each command does, by its id."""
        raise NotImplementedError

    @property
    def is_typing(self) -> bool:
        """Does a text have the keyboard?"""
        # A text area is never imported for this question: it is heavy, and most sessions have none.
        focused = self.focused
        return isinstance(focused, Input) or any(base.__name__ == "TextArea" for base in type(focused).__mro__)

    def on_key(self, event: events.Key) -> None:
        """Every key that no text has taken comes by here, before any binding is looked at."""
        key, was_pending, is_typing = pressed(event.key, event.character), self.keys.pending, self.is_typing
        if is_typing and key in self.NOT_FOR_COMMANDS:
            return
        command = self.keys.read(key, is_typing=is_typing)
        if command is None and not was_pending and not self.keys.pending:
            self._answer_no("")
            return
        event.stop()
        event.prevent_default()
        self._show_pending(was_pending)
        if command is not None:
            self.run_command(command.id)

    def run_command(self, id: str) -> None:
        """Do what the command says."""
        self._answer_no(id)
        self.do()[id]()

    def key_of(self, id: str) -> str:
        """The first key of a command, as a person has bound it."""
        return next(("".join(command.keys[:1]) for command in self.table if command.id == id), "")

    # Keys of two characters

    def _show_pending(self, was_pending: str) -> None:
        self.never_mind("chord")
        if was_pending:
            self.query(KeyHints).remove()
        if self.keys.pending:
            self.mount(KeyHints(self.keys.answers()))
            self.later("chord", CHORD_WITHIN_S, self._drop_chord)

    def _drop_chord(self) -> None:
        self.keys.pending = ""
        self.query(KeyHints).remove()

    # Questions answered by the same key again

    def ask_twice(self, id: str, words: str, about: str = "") -> None:
        """Ask once: the same command (about the same thing) again says yes, any other key says no."""
        self._question, self._asked_about = id, about
        self.say(words, Tone.ASK, (self.key_of(id), "again: yes · any other key: no"))

    def is_answered(self, id: str, about: str = "") -> bool:
        """Was this asked just before? Then it is answered with yes."""
        is_yes = (self._question, self._asked_about) == (id, about)
        self._question = self._asked_about = ""
        return is_yes

    def _answer_no(self, id: str) -> None:
        if self._question and self._question != id:
            self._question = ""
            self.say("")
