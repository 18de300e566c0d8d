"""What the vault leaves to the person: texts written in two places, files that are gone, files that want a look."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from arrowtui.model.errors import ArrowError
from arrowtui.model.note import NoteId
from arrowtui.model.vault import Choice as Decision
from arrowtui.model.vault import Matter, VaultMatter
from arrowtui.services.journal import Done
from arrowtui.ui.drawing.diff import Side, changes
from arrowtui.ui.drawing.keyline import KeyLine
from arrowtui.ui.widgets.choice import Choice, ChoiceList
from arrowtui.ui.widgets.dialog import Dialog

Decide = Callable[[VaultMatter, Decision], Awaitable[tuple[Done, tuple[VaultMatter, ...]]]]
"""Decides a matter; what was done, and what is left. Raises ArrowError."""

SIGNS = {Side.THEN: "m ", Side.NOW: "t ", Side.BOTH: "  "}
STYLES = {Side.THEN: "$text-success", Side.NOW: "$text-accent", Side.BOTH: "$text-muted"}
LEAVE = (("Enter", "note"), ("Esc", "close"))
KEYS: Mapping[Matter, tuple[tuple[str, str], ...]] = {
    Matter.CLASH: (("m", "mine"), ("t", "theirs"), ("b", "both, as layers"), ("Space", "scroll"), *LEAVE),
    Matter.GONE: (("m", "write it again"), ("t", "delete the note too"), ("b", "leave it out"), *LEAVE),
    Matter.FILE: (("Space", "scroll"), ("Esc", "close")),
}


class VaultScreen(Dialog[NoteId]):
    """Answers the note to open. What is decided here is done at once, and `u` on the main screen undoes it."""

    DEFAULT_CSS = """
    VaultScreen {
        & > #box { max-width: 100; height: 92%; }
        & ChoiceList { max-height: 40%; margin-bottom: 1; }
        & #matter { height: 1fr; background: $boost; padding: 0 1; scrollbar-size-vertical: 1; }
        & #said { height: auto; margin: 0 1; color: $text-muted; display: none; }
        &.-short { & ChoiceList { margin-bottom: 0; max-height: 25%; } }
    }
    """
    BINDINGS = [  # noqa: RUF012 - Textual declares it as a plain class attribute
        *(Binding(each.value[0], f"decide('{each.value}')", show=False) for each in Decision),
        Binding("pagedown,space", "scroll(1)", show=False, priority=True),
        Binding("pageup", "scroll(-1)", show=False, priority=True),
        Binding("q,h", "leave", show=False),
    ]
    TITLE_WORDS = "The vault asks"

    def __init__(self, matters: Sequence[VaultMatter], decide: Decide) -> None:
        super().__init__()
        self._matters, self._decide = _by_id(matters), decide
        self._is_deciding = False

    def body(self) -> ComposeResult:
        yield ChoiceList(self._rows())
        with VerticalScroll(id="matter", can_focus=False):
            yield Static(id="text")
        yield Static(id="said")

    def _rows(self) -> tuple[Choice, ...]:
        return tuple(
            Choice(id, each.title or "A note without words", group=each.kind.value.capitalize())
            for id, each in self._matters.items()
        )

    def on_mount(self) -> None:
        rows = self.query_one(ChoiceList)
        rows.focus()
        self.watch(rows, "cursor", self._show)
        self._show()

    @property
    def _matter(self) -> VaultMatter | None:
        row = self.query_one(ChoiceList).current
        return self._matters.get(row.id) if row else None

    def _show(self) -> None:
        if (matter := self._matter) is not None:
            self.query_one("#text", Static).update(Content("\n").join(told(matter)))
            self.query_one("#matter").scroll_home(animate=False)
            self.query_one("#keys", Static).update(KeyLine(KEYS[matter.kind]))

    def action_scroll(self, by: int) -> None:
        """Scroll the texts."""
        texts = self.query_one("#matter")
        texts.scroll_relative(y=by * max(texts.size.height - 2, 1), animate=False)

    def action_decide(self, choice: str) -> None:
        """Both, mine or theirs."""
        matter = self._matter
        if matter is not None and matter.kind is not Matter.FILE and not self._is_deciding:
            self._is_deciding = True
            self._do(matter, Decision(choice))

    @work(group="decide")
    async def _do(self, matter: VaultMatter, choice: Decision) -> None:
        try:
            done, left = await self._decide(matter, choice)
        except ArrowError as error:
            self._say(Content.styled(str(error), "$text-error"))
        else:
            self._say(Content(done.sentence))
            self._matters = _by_id(left)
            if not left:
                self.dismiss(None)
            else:
                self.query_one(ChoiceList).choices = self._rows()
                self._show()
        finally:
            self._is_deciding = False

    def _say(self, words: Content) -> None:
        said = self.query_one("#said", Static)
        said.update(words)
        said.display = True

    @on(ChoiceList.Chosen)
    def _open(self, event: ChoiceList.Chosen) -> None:
        note = self._matters[event.id].note
        if note is not None:
            self.dismiss(note)


def told(matter: VaultMatter) -> Iterator[Content]:
    """A matter in lines: both texts with whose lines these are, or what is with the file."""
    match matter.kind:
        case Matter.CLASH:
            yield Content.styled("m mine, t theirs: written elsewhere meanwhile", "$text-muted")
            for side, line in changes(matter.mine, matter.theirs):
                yield Content.styled(SIGNS[side] + line, STYLES[side])
        case Matter.GONE:
            yield Content(f"{matter.path or 'Its file'} was deleted outside of arrowtui.")
            yield Content(
                "The note is here still, every word of it. Leave it out of the vault, or have it written again?"
            )
        case Matter.FILE:
            yield Content(matter.path or "")
            yield Content(matter.why)
            yield Content.styled(
                "arrowtui leaves the file as it is and looks again when it has changed.", "$text-muted"
            )


def _by_id(matters: Sequence[VaultMatter]) -> dict[str, VaultMatter]:
    return {f"{each.kind.name} {each.note or ''} {each.other or ''} {each.path or ''}": each for each in matters}
