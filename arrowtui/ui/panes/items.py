"""The list of a tab with its search line."""

from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input

from arrowtui.ui.widgets.rows import Motion, RowList

WALKED = {"down": Motion.DOWN, "up": Motion.UP, "pagedown": Motion.PAGE_DOWN, "pageup": Motion.PAGE_UP}


class SearchLine(Input):
    """Where a search is typed; hidden until it is wanted."""

    DEFAULT_CSS = """
    SearchLine {
        display: none; height: 1; border: none; padding: 0 1; background: $panel;
        &:focus { border: none; }
        &.-shown { display: block; }
    }
    """


class ItemsPane(Vertical):
    """Search line above, rows below. Tells what is sought while it is typed."""

    DEFAULT_CSS = "ItemsPane { width: 1fr; height: 1fr; }"

    is_searching: var[bool] = var(False)

    @dataclass
    class Sought(Message):
        """Other words are looked for; "" is none."""

        words: str

    @dataclass
    class SearchDone(Message):
        """The person goes to what was found."""

    def compose(self) -> ComposeResult:
        yield SearchLine(placeholder="Search this tab", select_on_focus=False)
        yield RowList()

    @property
    def rows(self) -> RowList:
        return self.query_one(RowList)

    @property
    def line(self) -> SearchLine:
        return self.query_one(SearchLine)

    def watch_is_searching(self, is_searching: bool) -> None:
        """The line comes and goes."""
        self.line.set_class(is_searching, "-shown")

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
