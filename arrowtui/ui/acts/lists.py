"""The list of a tab: entering views, fetching pages, showing what an act changed."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.item import ItemId, ItemRow, LaneCounts, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.order import Order
from arrowtui.model.replace import replace
from arrowtui.ui.acts import calling, chatting, journaling, opening, panes
from arrowtui.ui.clerk import Acted, Entered, Fetched
from arrowtui.ui.desk import Desk, Narrowed, Tab, told_tally
from arrowtui.ui.drawing.empty import empty_words, noise_words, waited_for
from arrowtui.ui.drawing.row import Look
from arrowtui.ui.panes.calls import NO_CALLS
from arrowtui.ui.panes.sources import NoteShelf, Pick, Shelf
from arrowtui.ui.panes.status import Tone
from arrowtui.ui.panes.tabs import Caption
from arrowtui.ui.widgets.rows import RowList
from arrowtui.ui.widgets.window import Edge

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen


def show_view(screen: "MainScreen", view: View, *, from_top: bool = False, is_other: bool = False) -> None:
    """Enter a view, with the cursor on its item where that is still in it, else near by.

    Args:
        is_other: what is shown has little to do with what was: where the item is not in it, it begins at its top.
    """
    desk = screen.desk
    had_keyboard = screen.list.has_focus
    desk.view = view = view.ordered(desk.order)
    visit = desk.entered()
    panes.choose_list(screen)
    if had_keyboard:
        screen.list.focus()
    show_beside_rows(screen)
    cursor = None if from_top else desk.cursor
    use = partial(_entered, screen, screen.tab, visit, cursor, is_other)
    if (entered := screen.clerk.at_hand(view, cursor)) is not None:
        use(entered)
        return
    screen.ask(partial(screen.clerk.enter, view, cursor, desk.screen_line), use, group="view")


def show_beside_rows(screen: "MainScreen") -> None:
    """Read anew what stands in the place of rows, or below them: the calls, the sessions, the chats that were found."""
    if screen.is_board:
        calling.show_board(screen)
    elif screen.is_sessions:
        chatting.show_sessions(screen)
    else:
        chatting.look_for_found(screen)


def _entered(
    screen: "MainScreen", tab: Tab, visit: int, cursor: ItemId | None, is_other: bool, entered: Entered
) -> None:
    desk = screen.desk
    if tab is not screen.tab or visit != desk.visit:
        return
    if is_other and cursor is not None and entered.near != cursor:
        show_view(screen, desk.view, from_top=True)
        return
    desk.expected = desk.tally = entered.tally
    screen.newest = entered.newest
    rows = screen.rows
    rows.picked, rows.range_from = frozenset(), None
    rows.look = _look(screen)
    rows.show(entered.window, entered.near, desk.screen_line if cursor is not None else 0)
    describe(screen)
    journaling.count_found(screen, desk)


def _look(screen: "MainScreen") -> Look:
    """In a source's own list it is said who wrote an item; in one that gathers answers it does not matter which tab
    they belong to."""
    view = screen.desk.view
    source = next((row for row in screen.sources if row.id == view.source), None) if view.lane is None else None
    home = None if source is not None and source.gathers else view.lane or screen.tab.lane
    return Look(screen.rows.width, screen.signs, home, is_by_author=view.lane is None and view.source is not None)


def describe(screen: "MainScreen") -> None:
    """Caption, words of an empty list and side panel say what the view is."""
    if screen.is_journal:  # it has a list of its own; the other may still be seen for the blink of an eye
        undecided = f"{screen.undecided} to decide: {screen.key_of('vault')}" if screen.undecided else None
        screen.caption = Caption(
            " · ".join(part for part in (undecided, screen.narrowed.told(screen.note_order)) if part)
        )
    else:
        _tell_emptiness(screen)
        desk, view = screen.desk, screen.desk.view
        source = next((row.title for row in screen.sources if row.id == view.source), None)
        tag = f"#{view.tag}" if view.tag else None
        sought = f"“{view.words}”" if view.words else None
        scope = desk.board_order.value if screen.is_board else "sessions" if screen.is_sessions else view.scope.value
        # An order of her choice is said early: where there is little room the last parts are left out. The newest first
        # is what everybody expects.
        is_usual = screen.is_board or screen.is_sessions or view.order is Order.NEWEST
        chosen = None if is_usual else view.order.value
        apart = Lane.NOISE.tab.lower() if view.lane is Lane.NOISE else None
        notes = f"{desk.notes_told}: {screen.key_of('tab_journal')}" if desk.notes_told else None
        hidden = screen.calls_pane.list.board.hidden if screen.is_board and not screen.shows_hidden else 0
        folded = f"{hidden:,} hidden" if hidden else None
        tally = told_tally(view, desk.tally) if screen.taste.has_counts else None
        parts = (scope, chosen, apart, source, tag, sought, tally, folded, notes)
        words = " · ".join(part for part in parts if part)
        screen.caption = Caption(words, desk.arrived)
    if screen.side.display:
        screen.side.shelf = _shelf(screen)


def _tell_emptiness(screen: "MainScreen") -> None:
    """What stands in, or under, a list that holds little or nothing."""
    view = screen.desk.view
    where = screen.tab.value if view.lane is screen.tab.lane else Lane.NOISE.tab.lower()
    noise = noise_in(screen) if view.lane is screen.tab.lane else 0
    has_sources = bool(screen.sources) or screen.taste.has_sources
    key, counts = screen.key_of, screen.taste.has_counts
    screen.rows.empty = empty_words(
        view, where, key, sources=screen.sources, has_sources=has_sources, noise=noise, has_counts=counts
    )
    waiting = waited_for(screen.sources, key, has_sources=has_sources)
    screen.calls_pane.list.empty = waiting or NO_CALLS
    is_whole = noise and view == View(screen.tab.lane)
    screen.rows.below = noise_words(noise, key, has_counts=counts) if is_whole else ""


def _shelf(screen: "MainScreen") -> Shelf | NoteShelf:
    """The side panel of this tab: only sources that may bring something to it; in the Journal the tags of notes."""
    if screen.is_journal:
        only, has_counts = screen.narrowed, screen.taste.has_counts
        tags = tuple((tag, count if has_counts else 0) for tag, count in screen.note_tags)
        return NoteShelf(tags, only.tag, is_whole=only == Narrowed())
    view, home = screen.desk.view, screen.tab.lane
    lane = view.lane or home
    counts = screen.counts.get(lane, LaneCounts()) if lane else LaneCounts()
    sources = tuple(row for row in screen.sources if row.lane is None or row.lane is home)
    now, noise = screen.services.clock.now(), noise_in(screen)
    taste = screen.taste
    shelf = Shelf(view, counts, sources, screen.tags, now, noise, taste.searches, screen.found, screen.answers)
    return replace(shelf, has_counts=taste.has_counts)


def noise_in(screen: "MainScreen") -> int:
    """How many unread items lie in none of the tabs."""
    return screen.counts.get(Lane.NOISE, LaneCounts()).unread


def pick(screen: "MainScreen", chosen: Pick) -> None:
    """Narrow the list to what was chosen in the side panel; the same again widens it.

    That of a source holds all it brought, that of a tag all that has it, whatever the tab; the noise is in no other;
    answers that were gathered have a screen of their own.
    """
    if screen.is_journal:
        screen.journal_pane.is_searching = False
        narrow_notes(screen, Narrowed() if chosen.tag == screen.narrowed.tag else Narrowed(tag=chosen.tag))
        return
    if chosen.is_gathered:
        screen.run_command("gather")
        return
    view, home = screen.desk.view, screen.tab.lane
    whole = replace(screen.desk.back or view, lane=home, source=None, tag=None)
    if chosen.scope is not None:
        view = replace(view, scope=chosen.scope)
    elif chosen.tag is not None:
        everything = View(None, Scope.ALL, tag=chosen.tag)  # what is tagged is mostly read, in whichever tab
        view = screen.desk.sought(everything) if view.tag != chosen.tag else screen.desk.returned() or whole
    elif chosen.search is not None:
        view = screen.desk.sought(chosen.search.view) if view != chosen.search.view else screen.desk.returned() or whole
    elif chosen.is_noise:
        view = whole if view.lane is Lane.NOISE else replace(whole, lane=Lane.NOISE)
    elif chosen.source is not None and view.source != chosen.source:
        view = replace(whole, source=chosen.source, lane=None)
    else:
        view = whole
    if chosen.search is None and chosen.tag is None:
        screen.desk.back = None
    show_view(screen, view, is_other=chosen.scope is None and view != whole)


def seek(screen: "MainScreen", words: str) -> None:
    """Narrow the list to the words being typed."""
    view = replace(screen.desk.view, words=words) if words else _without_words(screen.desk)
    if view != screen.desk.view:
        show_view(screen, view, from_top=bool(words))


def _without_words(desk: Desk) -> View:
    return desk.returned() or replace(desk.view, words=None)


def narrow_notes(screen: "MainScreen", only: Narrowed) -> None:
    """Show these notes in the Journal."""
    if only != screen.narrowed:
        screen.narrowed = only
        screen.load_notes()
        describe(screen)


def fetch(screen: "MainScreen", wanted: RowList.Wanted) -> None:
    """Get the page the list asks for."""
    desk = screen.desk
    question = partial(screen.clerk.fetch, desk.view, screen.rows.window, wanted.edge, wanted.line, desk.tally)
    screen.ask(question, partial(_fetched, screen, desk.visit), group=f"page {wanted.edge}")


def _fetched(screen: "MainScreen", visit: int, fetched: Fetched) -> None:
    desk, rows = screen.desk, screen.rows
    if visit != desk.visit:
        return
    kept = desk.touched.values()
    window = fetched.joined(rows.window, kept)
    if fetched.edge is Edge.TOP:
        rows.show(window)
    elif fetched.edge is Edge.END and window.rows:
        rows.show(window, window.rows[-1].id)
    else:
        rows.grow(window)


# What was done


def acted(screen: "MainScreen", acted: Acted, *, is_quiet: bool = False) -> None:
    """Show what an act changed; nothing leaves the list before the view is entered anew."""
    desk, rows = screen.desk, screen.rows
    screen.counts = acted.counts
    if acted.before is not None and acted.after is not None and desk.expected is not None:
        desk.expected += acted.after - acted.before
        desk.tally = acted.after
    found = {row.id: row for row in acted.rows}
    desk.touched.update(found)
    if acted.window is None:
        rows.renew(rows.window.renewed(found, acted.asked))
    else:
        window = acted.window.with_kept(desk.touched.values())
        rows.show(window, rows.cursor, rows.screen_line)
    screen.calls_pane.list.renew(found)
    opening.renew(screen, found)
    describe(screen)
    if screen.is_journal:
        screen.load_notes()
    if acted.done is not None and not is_quiet:
        screen.say(acted.done.sentence, Tone.DONE, (screen.key_of("undo"), "undo") if acted.done.count else None)


# What is selected


def has_selection(screen: "MainScreen") -> bool:
    """Is more than the cursor's item meant?"""
    return bool(screen.list.picked) or screen.list.range_from is not None


def select_none(screen: "MainScreen") -> None:
    """Only the cursor's item is meant again."""
    if has_selection(screen):
        screen.list.picked, screen.list.range_from = frozenset(), None
        screen.say("")


def say_selected(screen: "MainScreen") -> None:
    """How many are selected."""
    if screen.rows.range_from is not None:
        screen.say(
            "Selecting from here to where the cursor goes", Tone.HINT, (screen.key_of("select_range"), "ends it")
        )
    elif count := len(screen.list.picked):
        screen.say(f"{count:,} selected", Tone.HINT, (screen.key_of("select_none"), "selects none"))
    else:
        screen.say("")


def with_targets(screen: "MainScreen", use: Callable[[Sequence[ItemRow]], None], *, opens: bool = False) -> None:
    """Hand the rows that are meant to `use`: all that are selected, else the item at hand. `opens` as for `ask`."""
    rows = screen.list
    if has_selection(screen) and not screen.is_journal:
        at = screen.row.id if screen.row else None
        question = partial(screen.clerk.selected, screen.desk.view, rows.picked, rows.range_from, at)
        screen.ask(question, partial(_use_some, screen, use), opens=opens)
        return
    reading = screen.reader.reading
    if screen.is_reading and reading is not None:
        use((reading.row,))
    elif not screen.is_journal and screen.row is not None:
        use((screen.row,))
    else:
        screen.say("No item here", Tone.HINT)


def _use_some(screen: "MainScreen", use: Callable[[Sequence[ItemRow]], None], rows: Sequence[ItemRow]) -> None:
    if rows:
        use(rows)
