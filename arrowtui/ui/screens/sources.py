"""Every source and how it is doing: state, last and next poll, items, why it fails and since when, what it costs."""

from collections.abc import Callable, Sequence
from datetime import datetime

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, Static

from arrowtui.model.subscription import SourceRow, SubscriptionId
from arrowtui.ui.drawing.age import age
from arrowtui.ui.widgets.choice import Choice, ChoiceList
from arrowtui.ui.widgets.dialog import Dialog

RENEWED_EVERY_S = 1.0
NONE = "There are no sources yet. Esc, then + adds one."
NO_MATCH = "No source has these words. Esc, then + adds one."
State = tuple[Sequence[SourceRow], datetime]
"""The sources, and the hour."""


class Picked(Struct, frozen=True):
    """A source, and whether it is to be asked now instead of being shown."""

    source: SubscriptionId
    is_asked: bool = False


class SourcesScreen(Dialog[Picked]):
    """Lists the sources, failing ones first; typing narrows them."""

    DEFAULT_CSS = """
    SourcesScreen {
        & > #box { max-width: 110; height: 92%; }
        & ChoiceList { height: 1fr; }
        & #told { height: auto; max-height: 8; margin: 1 1 0 1; color: $text-muted; }
    }
    """
    BINDINGS = [  # noqa: RUF012 - Textual declares it as a plain class attribute
        Binding("down,ctrl+n", "move(1)", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", show=False, priority=True),
        Binding("enter", "show", show=False, priority=True),
        Binding("ctrl+r", "ask", show=False, priority=True),
        Binding("ctrl+t", "pause", show=False, priority=True),
        Binding("ctrl+x", "remove", show=False, priority=True),
    ]
    KEYS = (
        ("↑↓", "choose"),
        ("Enter", "its items"),
        ("^R", "ask now"),
        ("^T", "pause"),
        ("^X", "remove"),
        ("Esc", "close"),
    )

    def __init__(
        self, state: Callable[[], State], pause: Callable[[SourceRow], None], remove: Callable[[SourceRow], None]
    ) -> None:
        """`state` is asked again while the screen is open: a poller is at work. `pause` has a source left unasked, or
        asked again where it is paused; `remove` takes it out of the settings."""
        super().__init__()
        self._state, self._pause, self._remove = state, pause, remove
        self._rows, self._now = state()

    def heading(self) -> str:
        failing = sum(row.is_failing for row in self._rows)
        count = "1 source" if len(self._rows) == 1 else f"{len(self._rows)} sources"
        return count + (f", {failing} failing" if failing else "")

    def body(self) -> ComposeResult:
        yield Input(placeholder="Type to narrow: a name, a kind, failing, paused …")
        found = ChoiceList(self._choices(), nothing=NO_MATCH if self._rows else NONE)
        found.can_focus = False
        yield found
        yield Static(id="told")

    def on_mount(self) -> None:
        self.watch(self._list, "cursor", self._tell)
        self.watch(self._list, "sought", self._tell)
        self.set_interval(RENEWED_EVERY_S, self.renew)

    def _choices(self) -> tuple[Choice, ...]:
        ordered = sorted(self._rows, key=lambda row: not row.is_failing)
        return tuple(source_choice(row, self._now) for row in ordered)

    def renew(self) -> None:
        """How they are doing now; the cursor stays on its source."""
        self._rows, self._now = self._state()
        if (choices := self._choices()) != self._list.choices:
            self._list.choices = choices
            self.query_one("#box").border_title = Content(f" {self.heading()} ")
            self._tell()

    def _tell(self) -> None:
        """All that is known of the source under the cursor: a line of the list has room for the half of it."""
        found = self._current
        self.query_one("#told", Static).update(Content("\n").join(told(found, self._now)) if found else "")

    @property
    def _current(self) -> SourceRow | None:
        """The source under the cursor."""
        row = self._list.current
        return next((one for one in self._rows if row and str(one.id) == row.id), None)

    @property
    def _list(self) -> ChoiceList:
        return self.query_one(ChoiceList)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        self._list.sought = event.value

    @on(ChoiceList.Chosen)
    def _clicked(self) -> None:
        self.action_show()

    def action_move(self, by: int) -> None:
        """Move in the list."""
        self._list.move(by)

    def action_show(self) -> None:
        """Show the items of the source."""
        self._pick(is_asked=False)

    def action_ask(self) -> None:
        """Ask the source now."""
        self._pick(is_asked=True)

    def action_pause(self) -> None:
        """Leave the source unasked, or ask it again; the screen stays and shows which."""
        self.renew()  # pressed twice within a second it is paused and resumed
        if (source := self._current) is not None:
            self._pause(source)

    def action_remove(self) -> None:
        """Ask the source no more; the screen stays, and `u` outside of it takes that back."""
        self.renew()
        if (source := self._current) is not None:
            self._remove(source)

    def _pick(self, *, is_asked: bool) -> None:
        if row := self._list.current:
            self.dismiss(Picked(SubscriptionId(int(row.id)), is_asked))


def source_choice(row: SourceRow, now: datetime) -> Choice:
    """A source in two lines: name, kind and state; then its items, hours and cost. What ails it is told below."""
    said = [
        f"{row.unread:,} unread of {row.total:,}",
        f"asked {_ago(row.last_polled_at, now)}",
        _next(row, now),
        row.cost,
    ]
    return Choice(
        str(row.id),
        f"{row.title}  ({row.kind})",
        state_word(row),
        mark="!" if row.is_failing else "",
        about=" · ".join(part for part in said if part),
        words=f"{row.shown_address} {' '.join(row.tags)}",
    )


def told(row: SourceRow, now: datetime) -> list[Content]:
    """The address, whether it is paused, what ails it, since when and what to do, remarks, and cost."""
    ails = []
    if row.trouble:
        hint = "" if row.is_paused else row.trouble.hint  # it tells when the source is asked again
        ails = [f"{row.trouble.headline} (since {_ago(row.failing_since, now)}). {hint}".rstrip()]
    return [
        Content(row.shown_address),
        *([Content("It is paused and not asked; ^T resumes it.")] if row.is_paused else []),
        *(Content(words).stylize("$text-error") for words in ails),
        *(Content(words) for words in (*row.notices, row.cost) if words),
    ]


def state_word(row: SourceRow) -> str:
    """One word for how a source is doing."""
    if not row.is_wanted:
        return "removed"
    if row.is_paused:
        return "paused"
    if row.is_failing:
        return "failing"
    return "fine" if row.last_polled_at else "new"


def _ago(at: datetime | None, now: datetime) -> str:
    if at is None:
        return "never"
    words = age(at, now)
    return f"{words} ago" if words[0].isdigit() else "just now" if words == "now" else words


def _next(row: SourceRow, now: datetime) -> str:
    """When it is asked next; nothing for what is not, be it that it was paused, taken out or has ended."""
    at = row.next_due_at
    if not row.is_wanted or row.is_paused or (at is None and row.last_polled_at):
        return ""
    if at is None or at <= now:
        return "next now"
    words = age(now, at)
    return f"next in {words}" if words[0].isdigit() else f"next {words}"
