"""The day on which one means to ask again about a call: typed in words, told back before it counts."""

from collections.abc import Callable
from datetime import datetime

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from arrowtui.model.call_board import CallLine
from arrowtui.ui.widgets.dialog import Dialog

USUAL = "in a week"


class Day(Struct, frozen=True):
    """The instant from which one is reminded; None: not any more."""

    at: datetime | None


class AskAgainScreen(Dialog[Day]):
    """Answers a day; an empty line drops the one that is set."""

    TITLE_WORDS = "Ask again"
    KEYS = (("Enter", "set it"), ("Esc", "leave it"))

    def __init__(self, line: CallLine, day_of: Callable[[str], datetime | None]) -> None:
        super().__init__()
        self._line, self._day_of = line, day_of

    def body(self) -> ComposeResult:
        yield Static(Content(self._line.row.title), classes="lead")
        yield Input(USUAL, placeholder="Friday, in two weeks, 2026-12-01; nothing: not any more", id="day")
        yield Static(Content(self._told(USUAL)), id="told", classes="muted")

    def on_mount(self) -> None:
        field = self.query_one("#day", Input)
        field.cursor_blink = False
        field.focus()
        field.select_all()

    @on(Input.Changed)
    def _tell(self, event: Input.Changed) -> None:
        self.query_one("#told", Static).update(Content(self._told(event.value)))

    def _told(self, words: str) -> str:
        if not words.strip():
            answer = self._line.kept.answer
            is_set = answer is not None and answer.follow_up_at is not None
            return "Enter drops the day that is set." if is_set else "No day is set."
        at = self._day_of(words)
        return f"From {at:%A} {at.day} {at:%B %Y} on you are reminded." if at else "That names no day to come."

    @on(Input.Submitted)
    def _set(self, event: Input.Submitted) -> None:
        at = self._day_of(event.value)
        if at is not None or not event.value.strip():
            self.dismiss(Day(at))
