"""One line to note something in, at the foot of the screen: the list stays where it is."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input, Static

from arrowtui.ui.capture import Capture
from arrowtui.ui.drawing.fit import cell_len, cut

SHARE = 0.4


class CapturePane(Horizontal):
    """Asks what `capture` asks. Tells every change, and when a line is entered; keeps nothing."""

    DEFAULT_CSS = """
    CapturePane {
        height: 1; width: 100%; padding: 0 1; background: $panel; display: none;
        & Static { width: auto; }
        & Input { height: 1; width: 1fr; border: none; padding: 0; background: $panel; &:focus { border: none; } }
    }
    """

    capture: var[Capture | None] = var(None, init=False)

    @dataclass
    class Typed(Message):
        """The line is different now."""

        line: str

    @dataclass
    class Entered(Message):
        """The line is finished."""

    def compose(self) -> ComposeResult:
        yield Static(id="prompt")
        yield Input(id="line", select_on_focus=False)

    @property
    def line(self) -> Input:
        return self.query_one("#line", Input)

    def watch_capture(self, old: Capture | None, new: Capture | None) -> None:
        """Another question: an empty line. The same one: what is in the line stays."""
        self.display = new is not None
        if new is None:
            return
        if old is None or old.step != new.step or old.target != new.target:
            with self.line.prevent(Input.Changed):
                self.line.value = new.line
        self.query_one("#prompt", Static).update(self._prompt(new))

    def _prompt(self, capture: Capture) -> Content:
        at, of = capture.step
        place = f" {at}/{of}" if of > 1 else ""
        words = cut(f"✎ {capture.prompt}", max(int(self.app.size.width * SHARE) - cell_len(place), 8))
        return Content.assemble((words, "bold $text-accent"), (place, "$text-muted"), " ")

    def begin_typing(self) -> None:
        """Give the keyboard to the line."""
        self.line.focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Entered())
