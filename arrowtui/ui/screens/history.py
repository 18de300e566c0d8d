"""Earlier texts of a note: what was different then, and bringing one back."""

from collections.abc import Sequence
from datetime import datetime

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from arrowtui.ui.drawing.diff import Side, changes
from arrowtui.ui.widgets.choice import Choice, ChoiceList
from arrowtui.ui.widgets.dialog import Dialog

STYLES = {Side.THEN: "$text-error", Side.NOW: "$text-success", Side.BOTH: "$text-muted"}
SIGNS = {Side.THEN: "- ", Side.NOW: "+ ", Side.BOTH: "  "}


class HistoryScreen(Dialog[str]):
    """Answers the text to bring back. `versions` oldest first, with the time of their writing; `now` is the present."""

    DEFAULT_CSS = """
    HistoryScreen {
        & > #box { max-width: 96; height: 92%; }
        & ChoiceList { max-height: 30%; margin-bottom: 1; }
        & #diff { height: 1fr; background: $boost; padding: 0 1; scrollbar-size-vertical: 1; }
    }
    """
    BINDINGS = [  # noqa: RUF012 - Textual declares it as a plain class attribute
        Binding("pagedown,space", "scroll(1)", show=False, priority=True),
        Binding("pageup", "scroll(-1)", show=False, priority=True),
    ]
    TITLE_WORDS = "Earlier texts"
    KEYS = (("j k", "choose"), ("Space", "scroll"), ("Enter", "bring back"), ("Esc", "leave it"))

    def __init__(self, versions: Sequence[tuple[datetime, str]], now: str) -> None:
        super().__init__()
        self._versions, self._now = tuple(reversed(versions)), now

    def body(self) -> ComposeResult:
        yield Static("- was there then, + is there now", classes="muted")
        rows = [
            Choice(str(at), f"{when.astimezone():%a %d %b %Y, %H:%M}", _words(text))
            for at, (when, text) in enumerate(self._versions)
        ]
        yield ChoiceList(rows, nothing="Nothing was ever overwritten here.")
        with VerticalScroll(id="diff", can_focus=False):
            yield Static(id="text")

    def on_mount(self) -> None:
        rows = self.query_one(ChoiceList)
        rows.focus()
        self.watch(rows, "cursor", self._show)
        self._show()

    def _show(self) -> None:
        row = self.query_one(ChoiceList).current
        if row is not None:
            lines = changes(self._versions[int(row.id)][1], self._now)
            text = Content("\n").join(Content.styled(SIGNS[side] + line, STYLES[side]) for side, line in lines)
            self.query_one("#text", Static).update(text)
            self.query_one("#diff").scroll_home(animate=False)

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        self.dismiss(self._versions[int(event.id)][1])

    def action_scroll(self, by: int) -> None:
        """Scroll what changed."""
        diff = self.query_one("#diff")
        diff.scroll_relative(y=by * max(diff.size.height - 2, 1), animate=False)


def _words(text: str) -> str:
    count = len(text.split())
    return "1 word" if count == 1 else f"{count:,} words"
