"""What a recap is written as, and whether the person's own words go with it."""

from msgspec import Struct
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from arrowtui.model.chat_board import RecapForm
from arrowtui.ui.widgets.choice import Choice, ChoiceList
from arrowtui.ui.widgets.dialog import Dialog

FORMS = (
    (RecapForm.MARKDOWN, "1", "Markdown", "for notes, wikis, a mail"),
    (RecapForm.HTML, "2", "HTML", "a page of its own, nothing fetched"),
    (RecapForm.JSON, "3", "JSON", "for programs"),
)


class RecapWish(Struct, frozen=True):
    """The form, and whether the person's own lines are in it."""

    form: RecapForm
    with_reflections: bool


class RecapScreen(Dialog[RecapWish]):
    """Asks for the form; one key turns the person's own words in or out."""

    BINDINGS = [  # noqa: RUF012 - Textual declares it as a plain class attribute
        *(Binding(key, f"take('{form.value}')", show=False) for form, key, _, _ in FORMS),
        Binding("r", "turn", show=False),
    ]
    TITLE_WORDS = "Recap of the session"
    KEYS = (("number", "write it"), ("r", "your words in or out"), ("Esc", "leave it"))

    def __init__(self, count: int) -> None:
        """`count`: how many lines of her own there are."""
        super().__init__()
        self._count, self._is_with = count, True

    def body(self) -> ComposeResult:
        yield Static(self._own(), id="own", classes="lead")
        yield ChoiceList([Choice(form.value, f"{key}  {name:<10}{about}") for form, key, name, about in FORMS])

    def on_mount(self) -> None:
        self.query_one(ChoiceList).focus()

    def on_choice_list_chosen(self, event: ChoiceList.Chosen) -> None:
        self._answer(RecapForm(event.id))

    def action_take(self, form: str) -> None:
        """Write it so."""
        self._answer(RecapForm(form))

    def action_turn(self) -> None:
        """Your own words in, or out."""
        self._is_with = not self._is_with
        self.query_one("#own", Static).update(self._own())

    def _answer(self, form: RecapForm) -> None:
        self.dismiss(RecapWish(form, self._is_with))

    def _own(self) -> Content:
        many = {0: "You wrote nothing beside it.", 1: "You wrote 1 note beside it"}
        words = many.get(self._count, f"You wrote {self._count:,} notes beside it")
        if self._count:
            words += ": in the recap." if self._is_with else ": left out."
        return Content(words)
