"""The one frame all dialogs have: a calm box in the middle, its keys in words at the foot, Escape leaves."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from arrowtui.ui.drawing.keyline import KeyLine
from arrowtui.ui.widgets.choice import Choice, ChoiceList

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """A small modal question. Answers None when it is left by Escape.

    Subclasses give `TITLE_WORDS` and `KEYS` (key, what it does) and fill `body`.
    """

    DEFAULT_CSS = """
    Dialog {
        align: center middle; background: $background 55%;
        & > #box {
            width: 92%; max-width: 72; height: auto; max-height: 92%;
            background: $surface; border: round $primary 60%; padding: 1 2 0 2;
            border-title-color: $text-primary; border-title-style: bold;
        }
        & Input {
            border: none; height: 1; padding: 0 1; background: $boost; margin-bottom: 1;
            &:focus { border: none; }
        }
        & .lead { height: auto; margin: 0 1 1 1; }
        & .muted { height: auto; margin: 0 1 1 1; color: $text-muted; }
        & .trouble { height: auto; margin: 0 1 1 1; color: $text-error; }
        & #keys { height: auto; margin: 1 1; color: $text-muted; }
        &.-short {
            & > #box { padding: 0 1; max-height: 100%; }
            & #keys { margin: 0 1; }
            & .lead, & .muted { margin: 0 1; }
        }
    }
    """
    BINDINGS = [Binding("escape", "leave", show=False)]  # noqa: RUF012 - Textual declares it as a plain class attribute
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012 - as above
    TITLE_WORDS = ""
    KEYS: Sequence[tuple[str, str]] = (("Esc", "close"),)

    def compose(self) -> ComposeResult:
        with Vertical(id="box") as box:
            box.border_title = Content(f" {self.heading()} ")
            yield from self.body()
            yield Static(KeyLine(self.KEYS), id="keys")

    def heading(self) -> str:
        """The words in the frame."""
        return self.TITLE_WORDS

    def body(self) -> Sequence[Widget] | ComposeResult:
        """What stands between title and keys."""
        raise NotImplementedError

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


class Finder(Dialog[str]):
    """A dialog with one line to type into and a list that it narrows. Answers the id of the chosen row."""

    DEFAULT_CSS = """
    Finder {
        & > #box { height: 80%; max-height: 30; }
        & ChoiceList { height: 1fr; max-height: 100%; }
    }
    """
    BINDINGS = [  # noqa: RUF012 - as above
        Binding("down,ctrl+n,ctrl+j", "move(1)", show=False, priority=True),
        Binding("up,ctrl+p,ctrl+k", "move(-1)", show=False, priority=True),
        Binding("pagedown", "move(10)", show=False, priority=True),
        Binding("pageup", "move(-10)", show=False, priority=True),
    ]
    PLACEHOLDER = ""
    NOTHING = "Nothing fits."

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._choices = tuple(choices)

    def body(self) -> ComposeResult:
        yield Input(placeholder=self.PLACEHOLDER, id="query")
        found = ChoiceList(self._choices, nothing=self.NOTHING)
        found.can_focus = False
        yield found

    @property
    def list(self) -> ChoiceList:
        return self.query_one(ChoiceList)

    def action_move(self, by: int) -> None:
        """Move in the list while the hands stay on the line."""
        self.list.move(by)

    @on(Input.Changed, "#query")
    def _narrow(self, event: Input.Changed) -> None:
        self.list.sought = event.value

    @on(Input.Submitted, "#query")
    def _submit(self) -> None:
        self.list.action_choose()

    @on(ChoiceList.Chosen)
    def _chosen(self, event: ChoiceList.Chosen) -> None:
        self.dismiss(event.id)
