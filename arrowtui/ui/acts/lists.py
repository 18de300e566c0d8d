"""The list of a tab: narrowing it, fetching pages, showing what an act changed."""

from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.item import Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.replace import replace
from arrowtui.ui.acts import describing, entering, opening
from arrowtui.ui.answers import Acted, Fetched
from arrowtui.ui.desk import Desk, Narrowed
from arrowtui.ui.panes.sources import Pick
from arrowtui.ui.panes.status import Tone
from arrowtui.ui.widgets.rows import RowList
from arrowtui.ui.widgets.window import Edge

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen


def pick(screen: "MainScreen", chosen: Pick) -> None:
    """Narrow the list to what was chosen in the side panel; the same again widens it.

    That of a source, or of all sources with a tag, holds all they brought, that of a tag of hers all that has it,
    whatever the tab; the noise is in no other; answers that were gathered have a screen of their own.
    """
    if screen.is_journal:
        screen.journal_pane.is_searching = False
        narrow_notes(screen, Narrowed() if chosen.tag == screen.narrowed.tag else Narrowed(tag=chosen.tag))
        return
    if chosen.is_gathered:
        screen.run_command("gather")
        return
    view, home = screen.desk.view, screen.tab.lane
    whole = replace(screen.desk.back or view, lane=home, source=None, source_tag=None, tag=None)
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
    elif chosen.source_tag is not None and view.source_tag != chosen.source_tag:
        view = replace(whole, source_tag=chosen.source_tag, lane=None)
    else:
        view = whole
    if chosen.search is None and chosen.tag is None:
        screen.desk.back = None
    entering.show_view(screen, view, is_other=chosen.scope is None and view != whole)


def seek(screen: "MainScreen", words: str) -> None:
    """Narrow the list to the words being typed."""
    view = replace(screen.desk.view, words=words) if words else _without_words(screen.desk)
    if view != screen.desk.view:
        entering.show_view(screen, view, from_top=bool(words))


def _without_words(desk: Desk) -> View:
    return desk.returned() or replace(desk.view, words=None)


def narrow_notes(screen: "MainScreen", only: Narrowed) -> None:
    """Show these notes in the Journal."""
    if only != screen.narrowed:
        screen.narrowed = only
        screen.load_notes()
        describing.describe(screen)


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
    describing.describe(screen)
    if screen.is_journal:
        screen.load_notes()
    if acted.done is not None and not is_quiet:
        screen.say(acted.done.sentence, Tone.DONE, (screen.key_of("undo"), "undo") if acted.done.count else None)
