"""What she meant to do, by day: done, let go, or the note behind it."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date, timedelta

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from arrowtui.model.errors import ArrowError
from arrowtui.model.note import NoteId
from arrowtui.model.review import Intention
from arrowtui.ui.widgets.choice import Choice, ChoiceList
from arrowtui.ui.widgets.dialog import Dialog

Finish = Callable[[Intention, bool], Awaitable[object]]
"""Done with an intention (True), or let go of it (False). Raises ArrowError."""

DONE, LET_GO = "✓", "×"


class IntentionsScreen(Dialog[NoteId]):
    """Answers the note to open. What is done or let go here is done at once, and `u` on the main screen undoes it."""

    DEFAULT_CSS = "IntentionsScreen { & > #box { max-width: 84; } & ChoiceList { max-height: 60vh; } }"
    BINDINGS = [  # noqa: RUF012 - Textual declares it as a plain class attribute
        Binding("space", "finish(True)", show=False, priority=True),
        Binding("x", "finish(False)", show=False, priority=True),
        Binding("q,h", "leave", show=False),
    ]
    TITLE_WORDS = "What you meant to do"
    KEYS = (("Space", "done"), ("x", "let go"), ("Enter", "the note"), ("Esc", "close"))

    def __init__(self, intentions: Sequence[Intention], today: date, finish: Finish) -> None:
        super().__init__()
        self._intentions = {str(each.id): each for each in intentions}
        self._today, self._finish = today, finish
        self._marks: dict[str, str] = {}

    def body(self) -> ComposeResult:
        yield ChoiceList(self._rows(), nothing="Nothing with a day. A “Now what?” that names one comes here.")
        yield Static(id="trouble", classes="trouble")

    def _rows(self) -> tuple[Choice, ...]:
        return tuple(
            Choice(
                id, each.words, _day(each.day, self._today), group=self._group(each.day), mark=self._marks.get(id, "")
            )
            for id, each in self._intentions.items()
        )

    def _group(self, day: date | None) -> str:
        if day is None or day > self._today + timedelta(days=7):
            return "Later"
        if day < self._today:
            return "Before today"
        return "Today" if day == self._today else "Within a week"

    def on_mount(self) -> None:
        self.query_one("#trouble").display = False
        self.query_one(ChoiceList).focus()

    def action_finish(self, is_done: bool) -> None:
        """Done, or let go."""
        row = self.query_one(ChoiceList).current
        if row is not None and row.id not in self._marks:
            self._marks[row.id] = DONE if is_done else LET_GO
            self.query_one(ChoiceList).choices = self._rows()
            self._do(self._intentions[row.id], is_done)

    @work(group="finish")
    async def _do(self, intention: Intention, is_done: bool) -> None:
        try:
            await self._finish(intention, is_done)
        except ArrowError as error:
            self._marks.pop(str(intention.id), None)
            trouble = self.query_one("#trouble", Static)
            trouble.update(Content(str(error)))
            trouble.display = True
            self.query_one(ChoiceList).choices = self._rows()

    @on(ChoiceList.Chosen)
    def _open(self, event: ChoiceList.Chosen) -> None:
        self.dismiss(self._intentions[event.id].note)


def _day(day: date | None, today: date) -> str:
    """ "Fri 27 Nov", with the year where it is another one."""
    year = f" {day.year}" if day and day.year != today.year else ""
    return f"{day:%a} {day.day} {day:%b}{year}" if day else ""
