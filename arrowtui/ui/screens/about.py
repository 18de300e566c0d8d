"""What another note is about: the item, its author, its source, today, or nothing."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding

from arrowtui.ui.widgets.choice import Choice, ChoiceList
from arrowtui.ui.widgets.dialog import Dialog


class AboutScreen(Dialog[str]):
    """Asks what a new note is about. `kinds` are (id, key, words); answers the id."""

    BINDINGS = [  # noqa: RUF012 - Textual declares it as a plain class attribute
        Binding(f"{number}", f"take({number - 1})", show=False) for number in range(1, 10)
    ]
    TITLE_WORDS = "A new note about"
    KEYS = (("1 2 3 …", "begin"), ("Enter", "choose"), ("Esc", "leave it"))

    def __init__(self, kinds: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._kinds = tuple(kinds)

    def body(self) -> ComposeResult:
        yield ChoiceList([Choice(id, f"{number}  {words}") for number, (id, words) in enumerate(self._kinds, 1)])

    def on_mount(self) -> None:
        self.query_one(ChoiceList).focus()

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        self.dismiss(event.id)

    def action_take(self, place: int) -> None:
        """Take the line of that number."""
        if place < len(self._kinds):
            self.dismiss(self._kinds[place][0])
