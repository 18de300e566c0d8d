"""Call-outs of the person's own that are watched: how many answered and when; shown, exported, another one watched."""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import Enum

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, Static

from arrowtui.model.gathering import Gathering
from arrowtui.ui.drawing.age import age
from arrowtui.ui.screens.add import AddScreen
from arrowtui.ui.widgets.choice import Choice, ChoiceList
from arrowtui.ui.widgets.dialog import Dialog

WATCH = "watch"
Plots = Callable[[Gathering], Sequence[str]]
"""When the answers came in, as lines."""


class Use(Enum):
    """What is to be done with the gathering that was chosen."""

    SHOW = "show"
    EXPORT = "export"
    WATCH = "watch"


class Chosen(Struct, frozen=True):
    """A gathering to show or export; with WATCH an address whose answers are to be gathered."""

    use: Use
    gathering: Gathering | None = None
    address: str = ""


class GatheringsScreen(Dialog[Chosen]):
    """Lists the gatherings; what is typed narrows them, and where it is an address it may be watched."""

    DEFAULT_CSS = """
    GatheringsScreen > #box { max-width: 110; }
    GatheringsScreen ChoiceList { max-height: 50vh; }
    GatheringsScreen #plot { height: auto; margin: 1 1 0 1; color: $text-muted; }
    """
    BINDINGS = [  # noqa: RUF012 - Textual declares it as a plain class attribute
        Binding("down,ctrl+n", "move(1)", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", show=False, priority=True),
        Binding("enter", "choose", show=False, priority=True),
        Binding("ctrl+e", "export", show=False, priority=True),
    ]
    KEYS = (("↑↓", "choose"), ("Enter", "its answers"), ("^E", "export them"), ("Esc", "close"))

    def __init__(self, every: Sequence[Gathering], now: datetime, plots: Plots, here: str = "") -> None:
        """`here` is the link of the item at hand: its answers may be watched without typing."""
        super().__init__()
        self._every = {str(one.source): one for one in every}
        self._now, self._plots, self._here = now, plots, here

    def heading(self) -> str:
        return f"Answers gathered: {len(self._every)}" if self._every else "Gather answers"

    def body(self) -> ComposeResult:
        yield Input(placeholder="The address of a post or call-out of yours, or words to narrow")
        found = ChoiceList(self._choices(""), nothing="Paste the address of your post above: its answers are gathered.")
        found.can_focus = False
        yield found
        yield Static(id="plot")

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = False
        self.watch(self._list, "cursor", self._show_plot)

    @property
    def _list(self) -> ChoiceList:
        return self.query_one(ChoiceList)

    def _choices(self, typed: str) -> list[Choice]:
        rows = [_choice(one, self._now) for one in self._every.values()]
        address = typed if is_address(typed) else "" if typed else self._here
        known = {one.address for one in self._every.values()}
        if address and address not in known:
            words = "Watch the answers to" if typed else "Watch the answers to the item at hand:"
            rows.append(Choice(WATCH, f"{words} {address}", mark="+", words=typed))
        return rows

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        typed = event.value.strip()
        self._list.choices = tuple(self._choices(typed))
        self._list.sought = "" if is_address(typed) else typed
        if is_address(typed):
            self._list.move(len(self._list.choices))  # to the last row: the address

    def _show_plot(self) -> None:
        row = self._list.current
        one = self._every.get(row.id) if row else None
        lines = self._plots(one) if one else ()
        self.query_one("#plot", Static).update(Content("\n".join(lines)))

    @on(ChoiceList.Chosen)
    def _clicked(self) -> None:
        self.action_choose()

    def action_move(self, by: int) -> None:
        """Move in the list."""
        self._list.move(by)

    def action_choose(self) -> None:
        """Show the answers, or watch the address."""
        row = self._list.current
        if row is None:
            return
        if row.id == WATCH:
            typed = self.query_one(Input).value.strip()
            self.dismiss(Chosen(Use.WATCH, address=typed or self._here))
        else:
            self.dismiss(Chosen(Use.SHOW, self._every[row.id]))

    def action_export(self) -> None:
        """Write the answers into files."""
        row = self._list.current
        if row is not None and row.id in self._every:
            self.dismiss(Chosen(Use.EXPORT, self._every[row.id]))


class GatherScreen(AddScreen):
    """Looks at once what is at the address; Enter watches it."""

    TITLE_WORDS = "Gather the answers to"

    def on_mount(self) -> None:
        """AddScreen's own runs as well."""
        address = self.query_one("#address", Input)
        self.call_after_refresh(address.action_submit)


def is_address(typed: str) -> bool:
    """Whether the typed words are the address of something rather than words to find."""
    scheme, mark, rest = typed.partition("://")
    return bool(mark and rest) and scheme.isalpha() and not any(letter.isspace() for letter in typed)


def _choice(one: Gathering, now: datetime) -> Choice:
    """A gathering in two lines: its title and what is new; then its counts, hours and trouble in words."""
    people = f" by {one.people:,}" if one.people else ""
    said = [
        f"{one.answers:,} {'answer' if one.answers == 1 else 'answers'}{people}",
        f"{one.kept:,} kept",
        f"{one.dismissed:,} dismissed" if one.dismissed else "",
        f"last {_ago(one.last_at, now)}" if one.last_at else "",
        f"asked {_ago(one.last_polled_at, now)}" if one.last_polled_at else "not asked yet",
        "" if one.is_followed else "not watched any more",
        f"{one.trouble.headline}. {one.trouble.hint}" if one.trouble else "",
    ]
    return Choice(
        str(one.source),
        one.title,
        f"{one.unread:,} new" if one.unread else "",
        mark="!" if one.trouble else "",
        about=" · ".join(part for part in said if part),
        words=one.address,
    )


def _ago(at: datetime, now: datetime) -> str:
    words = age(at, now)
    return f"{words} ago" if words[0].isdigit() else words
