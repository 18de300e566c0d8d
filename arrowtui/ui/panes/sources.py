"""The side panel: which scope, which source, which tag; beside notes which of their tags. Failing sources say so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from msgspec import Struct, field
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import reactive

from arrowtui.model.item import MOST_FOUND, KeptSearch, LaneCounts, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.subscription import SourceRow, SubscriptionId
from arrowtui.ui.desk import counted
from arrowtui.ui.drawing.age import age
from arrowtui.ui.drawing.fit import cell_len, fit, steady
from arrowtui.ui.drawing.row import UNICODE, Ink, Pieces, Signs
from arrowtui.ui.widgets.lines import Line, LineList


class Pick(Struct, frozen=True):
    """One line of the panel: exactly one of these, or none of them, which is every source and tag."""

    scope: Scope | None = None
    source: SubscriptionId | None = None
    tag: str | None = None
    is_noise: bool = False
    search: KeptSearch | None = None
    is_gathered: bool = False
    source_tag: str | None = None


class Shelf(Struct, frozen=True):
    """What the panel lists. `noise` is how many unread items lie in none of the tabs, `found` what searches find;
    `answers` how many are unread of those to call-outs of the person's own (None: she watches none). `has_counts`
    False: no number is shown.
    """

    view: View
    counts: LaneCounts
    sources: Sequence[SourceRow] = ()
    tags: Sequence[tuple[str, int]] = ()
    now: datetime | None = None
    noise: int = 0
    searches: Sequence[KeptSearch] = ()
    found: Mapping[KeptSearch, int] = field(default_factory=dict)
    answers: int | None = None
    has_counts: bool = True

    def told(self, count: int) -> int:
        """A number as it is shown: none at all where the person wants none."""
        return count if self.has_counts else 0


class NoteShelf(Struct, frozen=True):
    """What the panel lists beside the Journal: tags of notes, and how many notes have each. `is_whole`: every note is
    shown; `tag` is the one they are narrowed to.
    """

    tags: Sequence[tuple[str, int]] = ()
    tag: str | None = None
    is_whole: bool = True


NOTHING = Shelf(View(Lane.TIP), LaneCounts())


class SourcesPane(Vertical):
    """Shows a shelf; tells what is picked."""

    DEFAULT_CSS = "SourcesPane { width: 26; height: 1fr; }"

    shelf: reactive[Shelf | NoteShelf] = reactive(NOTHING)
    signs: reactive[Signs] = reactive(UNICODE)
    _ailing: SourceRow | None = None

    @dataclass
    class Picked(Message):
        """The list shall show this."""

        pick: Pick

    @dataclass
    class Ailing(Message):
        """The cursor stands on a source that fails (or, with None, on one that does not)."""

        source: SourceRow | None

    def compose(self) -> ComposeResult:
        yield LineList()

    @property
    def list(self) -> LineList:
        return self.query_one(LineList)

    def watch_shelf(self, shelf: Shelf | NoteShelf) -> None:
        """Other rows; the cursor stays on what it was on."""
        if self.is_mounted:
            self.list.lines = tuple(shelf_lines(shelf, self.signs))

    def on_mount(self) -> None:
        self.list.lines = tuple(shelf_lines(self.shelf, self.signs))

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        if isinstance(event.key, Pick):
            self.post_message(self.Picked(event.key))

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        event.stop()
        self._tell_what_ails()

    def on_descendant_focus(self) -> None:
        self._tell_what_ails()

    def on_descendant_blur(self) -> None:
        """What ails a source is told while the cursor stands on it, and no longer."""
        self._tell(None)

    def _tell_what_ails(self) -> None:
        pick = self.list.key
        wanted = pick.source if isinstance(pick, Pick) else None
        sources = self.shelf.sources if isinstance(self.shelf, Shelf) else ()
        self._tell(next((row for row in sources if row.id == wanted and row.is_failing), None))

    def _tell(self, ailing: SourceRow | None) -> None:
        if (ailing, self._ailing) != (None, None):
            self._ailing = ailing
            self.post_message(self.Ailing(ailing))


def shelf_lines(shelf: Shelf | NoteShelf, signs: Signs) -> Iterator[Line]:
    """The lines of the panel from top to bottom."""
    if isinstance(shelf, NoteShelf):
        yield from _note_lines(shelf, signs)
        return
    view = shelf.view
    yield _heading("Show")
    for scope in Scope:
        count = shelf.told(counted(scope, shelf.counts))
        yield _line(Pick(scope=scope), scope.value.capitalize(), count, signs, is_on=view.scope is scope)
    is_noise = view.lane is Lane.NOISE
    is_whole = not view.is_of_sources and view.tag is None and view.lane is not None and not is_noise
    if shelf.noise or is_noise:
        yield _line(Pick(is_noise=True), Lane.NOISE.tab, shelf.told(shelf.noise), signs, is_on=is_noise)
    if shelf.answers is not None:
        yield _line(Pick(is_gathered=True), "Answers gathered", shelf.told(shelf.answers), signs, is_on=False)
    if shelf.searches:
        yield _heading("")
        yield _heading("Searches")
    for search in shelf.searches:
        count = shelf.told(shelf.found.get(search, 0))
        is_capped = count >= MOST_FOUND
        yield _line(
            Pick(search=search), steady(search.name), count, signs, is_on=view == search.view, is_capped=is_capped
        )
    yield _heading("")
    yield _heading("Sources")
    yield _line(Pick(), "Every source", 0, signs, is_on=is_whole)
    for row in shelf.sources:
        yield _source_line(row, shelf, signs)
    if tagged := _unread_by_tag(shelf.sources):
        yield _heading("")
        yield _heading("Sources tagged")
    for tag, count in tagged:
        yield _line(Pick(source_tag=tag), steady(tag), shelf.told(count), signs, is_on=view.source_tag == tag)
    if shelf.tags:
        yield _heading("")
        yield _heading("Tags")
    for tag, count in shelf.tags:
        yield _line(Pick(tag=tag), f"#{tag}", shelf.told(count), signs, is_on=view.tag == tag)


def _unread_by_tag(sources: Sequence[SourceRow]) -> list[tuple[str, int]]:
    """The tags of sources by name, with what is unread of them; what they gather is a collection of its own."""
    found: dict[str, int] = {}
    for row in sources:
        for tag in row.tags if not row.gathers else ():
            found[tag] = found.get(tag, 0) + row.unread
    return sorted(found.items(), key=lambda one: one[0].casefold())


def _note_lines(shelf: NoteShelf, signs: Signs) -> Iterator[Line]:
    """Of notes only their tags narrow the list; where none has one it says how they get them."""
    yield _heading("Notes")
    yield _line(Pick(), "Every note", 0, signs, is_on=shelf.is_whole)
    yield _heading("")
    yield _heading("Tags")
    for tag, count in shelf.tags:
        yield _line(Pick(tag=tag), f"#{tag}", count, signs, is_on=shelf.tag == tag)
    if not shelf.tags:
        yield _remark("No note has one yet")


def _remark(words: str) -> Line:
    return Line(None, lambda width, _: ((fit(f"  {words}", width), Ink.SOURCE),))


def _heading(words: str) -> Line:
    return Line(None, lambda width, _: ((fit(f"  {words}", width), Ink.HEAD),))


def _line(pick: Pick, words: str, count: int, signs: Signs, *, is_on: bool, is_capped: bool = False) -> Line:
    figure = f"{count:,}{'+' if is_capped else ''}" if count else ""
    ink = Ink.UNREAD if is_on else Ink.SOURCE
    return Line(pick, lambda width, is_cursor: _drawn(width, is_cursor, is_on, words, ink, figure, Ink.AGE, signs))


def _source_line(row: SourceRow, shelf: Shelf, signs: Signs) -> Line:
    is_on = shelf.view.source == row.id
    ink = Ink.UNREAD if is_on else Ink.PLAIN if row.unread else Ink.SOURCE
    figure, hue = (f"{row.unread:,}" if shelf.told(row.unread) else ""), Ink.AGE
    if row.is_failing:
        since = f" {age(row.failing_since, shelf.now, short=True)}" if row.failing_since and shelf.now else ""
        figure, hue = f"{signs.failing}failing{since}", Ink.WARN
    elif row.is_paused or not row.is_wanted:
        figure = "paused" if row.is_wanted else "removed"
    title = steady(row.title)
    return Line(
        Pick(source=row.id),
        lambda width, is_cursor: _drawn(width, is_cursor, is_on, title, ink, figure, hue, signs),
    )


def _drawn(
    width: int, is_cursor: bool, is_on: bool, words: str, ink: Ink, figure: str, hue: Ink, signs: Signs
) -> Pieces:
    room = max(width - 4 - cell_len(figure), 0)
    return (
        (signs.bar if is_cursor else " ", Ink.BAR),
        (signs.picked if is_on else " ", Ink.PICKED),
        (fit(words, room, signs.ellipsis), ink),
        (" ", Ink.PLAIN),
        (figure, hue),
        (" ", Ink.PLAIN),
    )
