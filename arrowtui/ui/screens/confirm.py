"""A question before something that touches much. Used rarely: what can be undone is not asked about."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from arrowtui.ui.widgets.dialog import Dialog


class ConfirmScreen(Dialog[bool]):
    """Asks one question. Answers True for yes, None or False for no."""

    BINDINGS = [  # noqa: RUF012 - Textual declares it as a plain class attribute
        Binding("y,enter", "answer(True)", show=False),
        Binding("n,q", "answer(False)", show=False),
    ]

    def __init__(self, question: str, detail: str = "", *, yes: str = "yes", title: str = "Sure?") -> None:
        """`question` and `detail` are clean text; `yes` says what will happen ("mark 120 read")."""
        super().__init__()
        self._question, self._detail, self._title = question, detail, title
        self.KEYS = (("y", yes), ("n", "no"))

    def heading(self) -> str:
        return self._title

    def body(self) -> ComposeResult:
        yield Static(Content(self._question), classes="lead")
        if self._detail:
            yield Static(Content(self._detail), classes="muted")

    def action_answer(self, is_yes: bool) -> None:
        """Say yes or no."""
        self.dismiss(is_yes)
