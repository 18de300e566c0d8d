"""Tags of one or more items: a line to type into, the known tags below it, ticked where they are set."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from arrowtui.ui.widgets.choice import Choice, ChoiceList
from arrowtui.ui.widgets.dialog import Dialog

ON, SOME, OFF = "✓", "–", ""


class TagChange(Struct, frozen=True):
    """What to add to and what to take from every item."""

    add: tuple[str, ...]
    remove: tuple[str, ...]


class TagsScreen(Dialog[TagChange]):
    """Toggle tags and make new ones.

    Args:
        known: every tag in use with how many items have it.
        held: for each tag of the items at hand, how many of them have it.
        count: how many items are at hand.
    """

    DEFAULT_CSS = "TagsScreen ChoiceList { height: auto; max-height: 50vh; }"
    BINDINGS = [  # noqa: RUF012 - Textual declares it as a plain class attribute
        Binding("down,ctrl+n", "move(1)", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", show=False, priority=True),
        Binding("tab", "complete", show=False, priority=True),
        Binding("enter", "enter", show=False, priority=True),
    ]
    KEYS = (("Tab", "tick"), ("↑↓", "choose"), ("Enter", "done"), ("Esc", "leave it"))

    def __init__(self, known: Sequence[tuple[str, int]], held: Mapping[str, int], count: int = 1) -> None:
        super().__init__()
        self._count = count
        self._uses = {**dict.fromkeys(held, 0), **dict(known)}
        self._before = {tag: ON if many >= count else SOME for tag, many in held.items()}
        self._now = dict(self._before)

    def heading(self) -> str:
        return "Tags" if self._count == 1 else f"Tags of {self._count} items"

    def body(self) -> ComposeResult:
        yield Input(placeholder="Tag, or several with commas", id="tag")
        found = ChoiceList(self._choices(), nothing="Enter makes a new tag of these words.")
        found.can_focus = False
        yield found

    def _choices(self) -> tuple[Choice, ...]:
        """Those set before first, then by how much they are used."""
        order = sorted(self._uses, key=lambda tag: (tag not in self._before, -self._uses[tag], tag))
        return tuple(Choice(tag, tag, str(self._uses[tag] or ""), mark=self._now.get(tag, OFF)) for tag in order)

    @property
    def _list(self) -> ChoiceList:
        return self.query_one(ChoiceList)

    def action_move(self, by: int) -> None:
        """Move in the list."""
        self._list.move(by)

    @on(Input.Changed, "#tag")
    def _narrow(self, event: Input.Changed) -> None:
        self._list.sought = event.value.split(",")[-1].strip()

    def action_complete(self) -> None:
        """Tick the row under the cursor, or make a tag of what is typed."""
        if row := self._list.current:
            self._toggle(row.id)
        else:
            self._take_typed()
        self.query_one("#tag", Input).value = ""

    def action_enter(self) -> None:
        """With words on the line: tick them. On an empty line: done."""
        line = self.query_one("#tag", Input)
        if line.value.strip():
            self._take_typed()
        self.dismiss(self._change())

    @on(ChoiceList.Chosen)
    def _clicked(self, event: ChoiceList.Chosen) -> None:
        self._toggle(event.id)

    def _take_typed(self) -> None:
        """Set every tag on the line, known or new."""
        for typed in self.query_one("#tag", Input).value.split(","):
            word = as_tag(typed)
            if word:
                self._uses.setdefault(word, 0)
                self._now[word] = ON
        self._list.choices = self._choices()

    def _toggle(self, tag: str) -> None:
        self._now[tag] = OFF if self._now.get(tag, OFF) == ON else ON
        self._list.choices = self._choices()

    def _change(self) -> TagChange:
        changed = {tag: state for tag, state in self._now.items() if state != self._before.get(tag, OFF)}
        return TagChange(
            add=tuple(tag for tag, state in changed.items() if state == ON),
            remove=tuple(tag for tag, state in changed.items() if state == OFF),
        )


def as_tag(words: str) -> str:
    """Words as a tag: no `#`, single blanks, lower case. "" when nothing is left."""
    return " ".join(words.split()).lstrip("#").strip().lower()
