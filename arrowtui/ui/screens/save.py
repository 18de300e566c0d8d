"""Saving a page: one line for its address."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from arrowtui.ui.widgets.dialog import Dialog


class SaveScreen(Dialog[str]):
    """Answers the address as it was typed."""

    TITLE_WORDS = "Save a page"
    KEYS = (("Enter", "save it"), ("Esc", "close"))

    def body(self) -> ComposeResult:
        yield Input(placeholder="https://…", id="address")
        words = "It is in the Tips at once; its title, picture and text come when there is a network."
        yield Static(Content(words), classes="muted")

    def on_mount(self) -> None:
        self.query_one("#address", Input).focus()

    @on(Input.Submitted, "#address")
    def _save(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.dismiss(event.value.strip())
