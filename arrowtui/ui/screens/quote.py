"""Which passage of the text goes into the note."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from arrowtui.ui.widgets.choice import Choice, ChoiceList
from arrowtui.ui.widgets.dialog import Dialog


class QuoteScreen(Dialog[tuple[str, ...]]):
    """Answers the passages to quote, in their order. `first` is the one under the cursor."""

    DEFAULT_CSS = """
    QuoteScreen {
        & > #box { max-width: 84; height: 92%; }
        & ChoiceList { height: 1fr; }
        & #whole { height: auto; max-height: 40%; margin: 1 1 0 1; color: $text-muted; }
    }
    """
    BINDINGS = [  # noqa: RUF012 - Textual declares it as a plain class attribute
        Binding("space,x", "tick", show=False, priority=True),
        Binding("quotation_mark", "take", show=False, priority=True),
    ]
    TITLE_WORDS = "Quote"
    KEYS = (("j k", "choose"), ("Space", "tick and go on"), ('"', "into the note"), ("Esc", "leave it"))

    def __init__(self, passages: Sequence[str], first: int = 0) -> None:
        super().__init__()
        self._passages, self._first = tuple(passages), first
        self._ticked: set[int] = set()

    def body(self) -> ComposeResult:
        yield ChoiceList(self._rows())
        yield Static(id="whole")

    def _rows(self) -> tuple[Choice, ...]:
        return tuple(
            Choice(str(at), " ".join(words.split()), mark="✓" if at in self._ticked else "")
            for at, words in enumerate(self._passages)
        )

    def on_mount(self) -> None:
        rows = self.query_one(ChoiceList)
        rows.focus()
        rows.move(self._first)
        self.watch(rows, "cursor", self._show)
        self._show()

    def _show(self) -> None:
        row = self.query_one(ChoiceList).current
        self.query_one("#whole", Static).update(Content(self._passages[int(row.id)] if row else ""))

    def action_tick(self) -> None:
        """Take this one too, or not, and go on."""
        rows = self.query_one(ChoiceList)
        if rows.current is not None:
            at = int(rows.current.id)
            self._ticked ^= {at}
            rows.choices = self._rows()
            if at + 1 < len(self._passages):
                rows.move(1)

    def action_take(self) -> None:
        """Take what is ticked, else the one under the cursor."""
        self.query_one(ChoiceList).action_choose()

    @on(ChoiceList.Chosen)
    def _chosen(self, event: ChoiceList.Chosen) -> None:
        taken = sorted(self._ticked) or [int(event.id)]
        self.dismiss(tuple(self._passages[at] for at in taken))
