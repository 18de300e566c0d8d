"""The list of a tab with its search line."""

from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input, Static

from arrowtui.ui.widgets.motion import Motion
from arrowtui.ui.widgets.rows import RowList

WALKED = {"down": Motion.DOWN, "up": Motion.UP, "pagedown": Motion.PAGE_DOWN, "pageup": Motion.PAGE_UP}


class SearchLine(Input):
    """Where a search is typed."""

    DEFAULT_CSS = """
    SearchLine {
        height: 1; border: none; padding: 0; background: $panel;
        &:focus { border: none; }
    }
    """


class ItemsPane(Vertical):
    """Search line above, rows below. Tells what is sought while it is typed."""

    DEFAULT_CSS = """
    ItemsPane {
        width: 1fr; height: 1fr;
        & #search { display: none; height: 1; background: $panel; }
        & #search Static { width: 4; padding: 0 0 0 2; color: $text-accent; text-style: bold; }
        &.-searching #search { display: block; }
    }
    """

    is_searching: var[bool] = var(False, toggle_class="-searching")

    @dataclass
    class Sought(Message):
        """Other words are looked for; "" is none."""

        words: str

    @dataclass
    class SearchDone(Message):
        """The person goes to what was found."""

    def compose(self) -> ComposeResult:
        with Horizontal(id="search"):
            yield Static("/")
            yield SearchLine(placeholder="Words of titles and texts", select_on_focus=False)
        yield RowList()

    @property
    def rows(self) -> RowList:
        return self.query_one(RowList)

    @property
    def line(self) -> SearchLine:
        return self.query_one(SearchLine)

    def begin_search(self, words: str = "") -> None:
        """Show the line and give it the keyboard."""
        self.is_searching = True
        self.line.value = words
        self.line.cursor_position = len(words)
        self.line.focus()

    def on_key(self, event: events.Key) -> None:
        """While words are typed, the arrows already walk through what is found."""
        if self.line.has_focus and event.key in WALKED:
            event.stop()
            self.rows.move(WALKED[event.key])

    @on(Input.Changed)
    def _sought(self, event: Input.Changed) -> None:
        event.stop()
        if self.is_searching:
            self.post_message(self.Sought(event.value.strip()))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.SearchDone())
