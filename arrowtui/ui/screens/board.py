"""The board of what was kept. What was never looked at again stands on top and says so."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from textual import on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from arrowtui.model.board import Grouping, Kept, Shelf
from arrowtui.model.item import ItemId
from arrowtui.model.picture import Picture
from arrowtui.services.journal import Done
from arrowtui.ui.acts.linking import open_link
from arrowtui.ui.command import Place, Surface
from arrowtui.ui.drawing.board import board_lines
from arrowtui.ui.drawing.row import ASCII
from arrowtui.ui.panes.status import Tone
from arrowtui.ui.screens.over import Beneath, OverScreen
from arrowtui.ui.widgets.lines import LineList
from arrowtui.ui.widgets.motion import Motion
from arrowtui.ui.widgets.picture import PictureView


class BoardScreen(OverScreen):
    """Opens items on the main screen; lets go of what is no longer worth keeping."""

    AUTO_FOCUS = "LineList"
    DEFAULT_CSS = """
    BoardScreen {  /* beside the list: a picture of 48 dots, its room around it and the rule */
        & LineList { width: 1fr; }
        & #beside { display: none; width: 53; padding: 1 2; border-left: vkey $rule; }
        &.-wide.-pictured #beside { display: block; }
        & #caption { height: auto; margin-top: 1; color: $text-muted; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, beneath: Beneath) -> None:
        super().__init__(beneath, Surface.BOARD, Place.BOARD)
        self._grouping = Grouping.TAG
        self._shelves: tuple[Shelf, ...] = ()

    def part(self) -> Sequence[Widget]:
        return [Horizontal(LineList(), Vertical(PictureView(), Static(id="caption"), id="beside"))]

    def begin(self) -> None:
        self._load()

    def do(self) -> Mapping[str, Callable[[], None]]:
        return {
            **self.everywhere(),
            **{motion.value: partial(self.list.move, motion) for motion in Motion},
            "open": self._open,
            "browse": self._browse,
            "keep": self._unkeep,
            "undo": lambda: self.ask(self.services.journal.undo, self._undone, group="act"),
            "grouping": self._regroup,
        }

    @property
    def list(self) -> LineList:
        return self.query_one(LineList)

    @property
    def current(self) -> Kept | None:
        """The item under the cursor."""
        key = self.list.key
        return next(
            (kept for shelf in self._shelves for kept in shelf.items if (shelf.title, kept.row.id) == key), None
        )

    def _load(self) -> None:
        packs = self.services.packs() if self._grouping is Grouping.PROFESSION else ()
        self.ask(partial(self.services.board.shelves, self._grouping, packs), self._show, group="board")

    def _show(self, shelves: tuple[Shelf, ...]) -> None:
        self._shelves = shelves
        now = self.services.clock.now().astimezone()
        self.list.empty = ("Nothing kept yet.", "", "s on an item keeps it.")
        self.list.lines = tuple(board_lines(shelves, now, self.beneath.signs))
        kept = {item.row.id: item for shelf in shelves for item in shelf.items}
        never = sum(item.looked_at is None for item in kept.values())
        facts = f"{len(kept):,} kept, {never:,} never looked at again, by {self._grouping}"
        self.head("Board", facts)
        self._look_for_picture()

    def _regroup(self) -> None:
        groupings = tuple(Grouping)
        self._grouping = groupings[(groupings.index(self._grouping) + 1) % len(groupings)]
        self._load()

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        event.stop()
        self._look_for_picture()

    def _look_for_picture(self) -> None:
        kept = self.current
        if kept is not None and self.beneath.signs is not ASCII:
            self.ask(partial(self.services.board.picture, kept.row.id), partial(self._picture, kept), group="picture")

    def _picture(self, kept: Kept, picture: Picture | None) -> None:
        """Beside the list, where there is one: what has none has the whole width."""
        self.set_class(picture is not None, "-pictured")
        self.query_one(PictureView).picture = picture
        self.query_one("#caption", Static).update(Content(kept.row.title))

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self._open()

    def _open(self) -> None:
        kept = self.current
        if kept is not None:
            self.to_item(kept.row.id)

    def _browse(self) -> None:
        kept = self.current
        if kept is not None:
            question = partial(self.services.library.links, [kept.row.id])
            self.ask(question, partial(self._browse_link, kept.row.id), group="act")

    def _browse_link(self, item: ItemId, links: Mapping[ItemId, str]) -> None:
        if item in links:
            open_link(self, links[item], item=item, then=partial(self._looked, item))
        else:
            self.say("This item has no link", Tone.HINT)

    def _looked(self, item: ItemId) -> None:
        self.ask(partial(self.services.reflection.looked, item), lambda _: self._load())

    def _unkeep(self) -> None:
        kept = self.current
        if kept is not None:
            self.ask(partial(self.services.journal.keep, [kept.row.id], False), self._done, group="act")

    def _done(self, done: Done) -> None:
        self.say(done.sentence, Tone.DONE, (self.key_of("undo"), "undo"))
        self._load()

    def _undone(self, done: Done | None) -> None:
        self.say(done.sentence if done else "Nothing left to undo", Tone.DONE)
        self._load()
