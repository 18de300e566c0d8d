"""Why an item stands where it stands: the tab, who chose it, how surely, and what speaks for it."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from arrowtui.model.lane import ChosenBy
from arrowtui.model.why import Why
from arrowtui.ui.widgets.dialog import Dialog

SURE, DOUBTFUL = 0.85, 0.6


class WhyScreen(Dialog[None]):
    """Tells it; asks nothing."""

    TITLE_WORDS = "Why is this here?"

    def __init__(self, why: Why, move_key: str) -> None:
        super().__init__()
        self._why = why
        self.KEYS = (("Esc", "close"), (move_key, "in the list moves it"))

    def body(self) -> ComposeResult:
        yield Static(Content(self._why.title), classes="lead")
        yield Static(Content.assemble((self._why.lane.tab, "bold"), f": {chosen(self._why)}"), classes="lead")
        for reason in () if self._why.chosen_by is ChosenBy.SOURCE else self._why.reasons:  # it would say the same
            yield Static(Content(f"· {reason}"), classes="reason")
        yield Static(Content(f"Source: {self._why.source}"), classes="muted source")

    DEFAULT_CSS = """
    WhyScreen {
        & .reason { height: auto; margin: 0 1 0 2; }
        & .source { margin: 1 1 0 1; }
    }
    """


def chosen(why: Why) -> str:
    """Who put it there, in words; with how sure a rule was."""
    match why.chosen_by:
        case ChosenBy.PERSON:
            others = f"; the rules would have put it into {why.ruled.tab}" if why.ruled is not why.lane else ""
            at = f" on {why.moved_at.astimezone():%d %b %Y}" if why.moved_at else ""
            return f"you moved it here{at}{others}."
        case ChosenBy.SOURCE:
            return "the settings send all of its source there."
        case ChosenBy.OWN_RULE:
            return "one of your rules put it there."
        case ChosenBy.RULE:
            sure = "surely" if why.confidence >= SURE else "probably" if why.confidence >= DOUBTFUL else "perhaps"
            return f"sorted there, {sure} ({why.confidence:.0%})."
