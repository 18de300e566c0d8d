"""What moving items to other tabs has taught, and forgetting it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from arrowtui.model.lane import Lane
from arrowtui.model.lesson import TaughtTrait
from arrowtui.ui.drawing.fit import cut, steady
from arrowtui.ui.widgets.dialog import Dialog

MEANING = {"author": "by", "source": "from", "tag": "tagged", "word": "with"}
MOST = 200
NAME_CELLS = 40
FORGET = ("F", "forget all of it (u takes that back)")


class LessonsScreen(Dialog[bool]):
    """Shows the lessons; answers True when they are to be forgotten."""

    BINDINGS = [Binding("F", "forget", show=False)]  # noqa: RUF012 - Textual declares it as a plain class attribute
    TITLE_WORDS = "What your moves have taught"
    DEFAULT_CSS = """
    LessonsScreen {
        & #lessons { height: auto; max-height: 12; margin: 0 1; }
        & .lesson { height: auto; }
    }
    """

    def __init__(self, lessons: Sequence[TaughtTrait]) -> None:
        super().__init__()
        self._lessons = lessons
        self.KEYS = (*((FORGET,) if lessons else ()), ("Esc", "close"))

    def body(self) -> ComposeResult:
        if not self._lessons:
            yield Static(
                "Nothing yet. When you move items to another tab, later ones that are alike follow.", classes="lead"
            )
            return
        yield Static("Items that share these lean to the tab you chose.", classes="lead")
        with VerticalScroll(id="lessons"):
            for one in self._lessons[:MOST]:
                yield Static(line_of(one), classes="lesson")

    def action_forget(self) -> None:
        """Ask for all of it to be forgotten."""
        self.dismiss(bool(self._lessons))


def line_of(one: TaughtTrait) -> Content:
    """ "by @ida → Calls 4"."""
    moves = sorted(zip(one.moves, Lane, strict=True), key=lambda pair: -pair[0])
    told = ", ".join(f"{lane.tab} {count}" for count, lane in moves if count)
    name = cut(steady(one.words), NAME_CELLS)
    return Content.assemble((f"{MEANING.get(one.kind, one.kind):>6} ", "dim"), name, ("  → ", "dim"), told)
