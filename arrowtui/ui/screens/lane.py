"""Moving items to another lane. The choice is final: no rule moves them again."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from arrowtui.model.lane import Lane
from arrowtui.ui.widgets.choice import Choice, ChoiceList
from arrowtui.ui.widgets.dialog import Dialog

LANES = (
    (Lane.TIP, "1", "know-how to use at work again"),
    (Lane.CHAT, "2", "questions and answers of a live chat"),
    (Lane.CALL, "3", "somebody asks to hear from you"),
    (Lane.NOISE, "0", "none of these: in its source and under Noise"),
)


class LaneScreen(Dialog[Lane]):
    """Asks for the lane of one or more items. `current` None: they lie in several."""

    BINDINGS = [  # noqa: RUF012 - Textual declares it as a plain class attribute
        Binding("1,t", "take('tip')", show=False),
        Binding("2,c", "take('chat')", show=False),
        Binding("3,a", "take('call')", show=False),
        Binding("0,n", "take('noise')", show=False),
    ]
    KEYS = (("1 2 3 0", "move"), ("Enter", "choose"), ("Esc", "leave it"))

    def __init__(self, title: str, count: int = 1, current: Lane | None = None, reasons: tuple[str, ...] = ()) -> None:
        """`title` names the item when `count` is 1; `reasons` say why it lies where it does."""
        super().__init__()
        self._about, self._count, self._current, self._reasons = title, count, current, reasons

    def heading(self) -> str:
        return "Move to" if self._count == 1 else f"Move {self._count} items to"

    def body(self) -> ComposeResult:
        if self._count == 1:
            yield Static(Content(self._about), classes="lead")
        if self._reasons:
            yield Static(Content("Here because: " + "; ".join(self._reasons)), classes="muted")
        yield ChoiceList([self._choice(lane, key, words) for lane, key, words in LANES])

    def _choice(self, lane: Lane, key: str, words: str) -> Choice:
        is_here = lane is self._current
        return Choice(lane.value, f"{key}  {lane.tab:<6} {words}", mark="●" if is_here else "")

    def on_mount(self) -> None:
        self.query_one(ChoiceList).focus()

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        self.dismiss(Lane(event.id))

    def action_take(self, lane: str) -> None:
        """Move there."""
        self.dismiss(Lane(lane))
