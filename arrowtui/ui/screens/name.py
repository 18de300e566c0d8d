"""Giving a search a name, under which it is kept."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from arrowtui.ui.widgets.dialog import Dialog


class NameScreen(Dialog[str]):
    """Answers the name as it was typed."""

    TITLE_WORDS = "Keep this search"
    KEYS = (("Enter", "keep it"), ("Esc", "close"))

    def __init__(self, words: str, where: str) -> None:
        """`words` are searched for; `where` says among what, in words."""
        super().__init__()
        self._words, self._where = words, where

    def body(self) -> ComposeResult:
        yield Static(Content(f"“{self._words}”, {self._where}"), classes="lead")
        yield Input(self._words, placeholder="What you call it", id="name")
        words = "It stands in the side panel and in your settings; one of the same name is replaced."
        yield Static(Content(words), classes="muted")

    def on_mount(self) -> None:
        self.query_one("#name", Input).focus()

    @on(Input.Submitted, "#name")
    def _keep(self, event: Input.Submitted) -> None:
        if any(character.isalnum() for character in event.value):
            self.dismiss(event.value.strip())
