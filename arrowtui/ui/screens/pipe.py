"""Handing a text to a program: one line for its name and arguments."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from arrowtui.ui.widgets.dialog import Dialog


class PipeScreen(Dialog[str]):
    """Answers the command line as it was typed. `last` stands there already: mostly it is the same again."""

    TITLE_WORDS = "Hand the text to a program"
    KEYS = (("Enter", "run it"), ("Esc", "close"))

    def __init__(self, last: str = "") -> None:
        super().__init__()
        self._last = last

    def body(self) -> ComposeResult:
        yield Input(self._last, placeholder="less", id="program")
        yield Static(Content("A program of this machine and its arguments; no shell reads the line."), classes="muted")

    def on_mount(self) -> None:
        self.query_one("#program", Input).focus()

    @on(Input.Submitted, "#program")
    def _run(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.dismiss(event.value.strip())
