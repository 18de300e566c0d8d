"""How far one is with a call: one key for each state, all of them dated and undone like everything else."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from arrowtui.model.call import AnswerState
from arrowtui.ui.widgets.choice import Choice, ChoiceList
from arrowtui.ui.widgets.dialog import Dialog

STATES = (
    (AnswerState.NOT_ME, "n", "it asks for somebody else; leaves the board"),
    (AnswerState.MAYBE, "m", "worth a look; reminds you before it closes"),
    (AnswerState.ANSWERING, "a", "you are at it; reminds you before it closes"),
    (AnswerState.ANSWERED, "d", "done: your answer is out"),
    (AnswerState.HEARD_BACK, "h", "they replied"),
    (AnswerState.NOTHING, "x", "nothing came of it"),
)
NO_STATE = "none"


class StateScreen(Dialog[AnswerState | str]):
    """Asks for a state; answers `NO_STATE` to take it away."""

    BINDINGS = [  # noqa: RUF012 - Textual declares it as a plain class attribute
        *(Binding(key, f"take('{state.name}')", show=False) for state, key, _ in STATES),
        Binding("0", "take_none", show=False),
    ]
    KEYS = (("letter", "choose"), ("0", "no state"), ("Esc", "leave it"))

    def __init__(self, about: str, current: AnswerState | None) -> None:
        super().__init__()
        self._about, self._current = about, current

    def heading(self) -> str:
        return "How far are you with it?"

    def body(self) -> ComposeResult:
        yield Static(Content(self._about), classes="lead")
        yield ChoiceList([self._choice(state, key, words) for state, key, words in STATES])

    def _choice(self, state: AnswerState, key: str, words: str) -> Choice:
        return Choice(state.name, f"{key}  {state.value:<12}{words}", mark="●" if state is self._current else "")

    def on_mount(self) -> None:
        self.query_one(ChoiceList).focus()

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        self.dismiss(AnswerState[event.id])

    def action_take(self, name: str) -> None:
        """Choose it."""
        self.dismiss(AnswerState[name])

    def action_take_none(self) -> None:
        """Take the state away."""
        self.dismiss(NO_STATE)
