"""A list with a search line above it: what a tab of items and the Journal have in common."""

from dataclasses import dataclass

from textual import events, on
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input, Static

from arrowtui.ui.widgets.motion import Motion

WALKED = {"down": Motion.DOWN, "up": Motion.UP, "pagedown": Motion.PAGE_DOWN, "pageup": Motion.PAGE_UP}


class SearchLine(Input):
    """Where a search is typed."""

    DEFAULT_CSS = """
    SearchLine {
        height: 1; border: none; padding: 0; background: $panel;
        &:focus { border: none; }
    }
    """


class SearchedPane(Vertical):
    """Tells what is sought while it is typed, by the messages of the pane that it is."""

    DEFAULT_CSS = """
    SearchedPane {
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

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.line = SearchLine(placeholder=placeholder, select_on_focus=False)

    def search_row(self) -> Horizontal:
        """The line behind its sign, to be composed above the list."""
        return Horizontal(Static("/"), self.line, id="search")

    def walk(self, motion: Motion) -> None:
        """Move the cursor of the list."""
        raise NotImplementedError

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
            self.walk(WALKED[event.key])

    @on(Input.Changed)
    def _sought(self, event: Input.Changed) -> None:
        event.stop()
        if self.is_searching:
            self.post_message(self.Sought(event.value.strip()))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.SearchDone())
