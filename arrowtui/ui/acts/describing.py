"""What is said of a view: its caption, the words of an empty list, the side panel."""

from typing import TYPE_CHECKING

from arrowtui.model.item import LaneCounts, View
from arrowtui.model.lane import Lane
from arrowtui.model.order import Order
from arrowtui.model.replace import replace
from arrowtui.ui.desk import Narrowed, told_tally
from arrowtui.ui.drawing.empty import empty_words, noise_words, waited_for
from arrowtui.ui.panes.calls import NO_CALLS
from arrowtui.ui.panes.sources import NoteShelf, Shelf
from arrowtui.ui.panes.tabs import Caption

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen


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
        tagged = f"sources tagged {view.source_tag}" if view.source_tag else None
        parts = (scope, chosen, apart, source, tagged, tag, sought, tally, folded, notes)
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
