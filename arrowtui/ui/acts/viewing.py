"""What is shown: tabs, scopes, filters, search, panes."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.item import View
from arrowtui.model.order import Order
from arrowtui.model.replace import replace
from arrowtui.ui.acts import beside, entering, lists, panes, searching, selecting
from arrowtui.ui.command import Place
from arrowtui.ui.desk import Narrowed, Tab, next_scope, widened
from arrowtui.ui.panes.status import Tone

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen


def _to_tab(tab: Tab, screen: "MainScreen") -> None:
    screen.tab = tab


def _turn_tab(step: int, screen: "MainScreen") -> None:
    tabs = tuple(Tab)
    screen.tab = tabs[(tabs.index(screen.tab) + step) % len(tabs)]


def _scope(screen: "MainScreen") -> None:
    if screen.tab is Tab.JOURNAL:
        screen.ask(screen.services.notebook.tags, partial(_pick_note_tag, screen), opens=True)
        return
    view = screen.desk.view
    entering.show_view(screen, replace(view, scope=next_scope(view.scope)))


def _pick_note_tag(screen: "MainScreen", tags: tuple[tuple[str, int], ...]) -> None:
    """Only notes with one tag."""
    if not tags:
        screen.say("No note has a tag yet", Tone.HINT, (screen.key_of("tag_note"), "tags it"))
        return
    # Dialogs are imported when they are first wanted: start-up time.
    from arrowtui.ui.screens.tagpick import TagScreen

    def show(tag: str | None) -> None:
        if tag is not None:
            lists.narrow_notes(screen, Narrowed(tag=tag))

    screen.app.push_screen(TagScreen(tags), show)


def _search(screen: "MainScreen") -> None:
    if screen.tab is Tab.JOURNAL:
        panes.leave_reader(screen)
        screen.journal_pane.begin_search(screen.narrowed.words)
        return
    panes.leave_reader(screen)
    screen.items.begin_search(screen.desk.view.words or "")


def _filters(screen: "MainScreen") -> None:
    panes.leave_reader(screen)
    _show_side(screen)
    screen.side.list.focus()


def _side(screen: "MainScreen") -> None:
    if screen.side.display:
        panes.show_side(screen, False)
        panes.focus_list(screen)
    else:
        _show_side(screen)


def _show_side(screen: "MainScreen") -> None:
    panes.show_side(screen, True)
    screen.call_after_refresh(partial(searching.count, screen))


def _focus_view(screen: "MainScreen") -> None:
    is_zoomed = _is_zoomed(screen)
    in_text = screen.place in (Place.READER, Place.NOTE)
    screen.set_class(not is_zoomed and not in_text, "-zoom-list")
    screen.set_class(not is_zoomed and in_text, "-zoom-text")
    beside.renew_soon(screen)


def _take_new(screen: "MainScreen") -> None:
    if screen.tab is Tab.JOURNAL:
        screen.load_notes()
        return
    panes.leave_reader(screen)
    # The newest first, what is new is seen at the top; else it has gone to its places, and the cursor stays.
    entering.show_view(screen, screen.desk.view, from_top=screen.desk.view.order is Order.NEWEST)


def _back(screen: "MainScreen") -> None:
    """One step back, from what lies on top."""
    place = screen.place
    if place is Place.SEARCH:
        _leave_search(screen)
    elif place is Place.CAPTURE:
        screen.end_noting()
    elif place is Place.NOTE:
        screen.note.close()
    elif _is_zoomed(screen):
        screen.remove_class(*panes.ZOOMED)
        beside.renew_soon(screen)
    elif place is Place.READER or screen.is_reading:
        panes.leave_reader(screen)
    elif place is Place.SIDE:
        panes.leave_side(screen)
    elif selecting.has_selection(screen):
        selecting.select_none(screen)
    else:
        _widen(screen)


def _is_zoomed(screen: "MainScreen") -> bool:
    return any(screen.has_class(name) for name in panes.ZOOMED)


def _leave_search(screen: "MainScreen") -> None:
    """The words go, the item under the cursor stays."""
    screen.never_mind("search")
    panes.end_search(screen)
    if screen.tab is Tab.JOURNAL:
        lists.narrow_notes(screen, Narrowed())
    else:
        lists.seek(screen, "")


def _widen(screen: "MainScreen") -> None:
    wider = None if screen.tab is Tab.JOURNAL else screen.desk.returned() or widened(screen.desk.view, screen.tab.lane)
    if screen.tab is Tab.JOURNAL and screen.narrowed != Narrowed():
        screen.journal_pane.is_searching = False
        lists.narrow_notes(screen, Narrowed())
    elif wider is not None:
        screen.items.is_searching = False
        # Out of a source's own list, gathered answers say, the calls stand by urgency again.
        is_left = screen.tab is Tab.CALLS and screen.desk.view.lane is None and not wider.is_of_sources
        entering.show_view(screen, View(screen.tab.lane) if is_left else wider)
    else:
        screen.say("Nothing to go back to", Tone.HINT, ("Q", "quit"))


VIEWING: "dict[str, Callable[[MainScreen], None]]" = {
    "tab_tips": partial(_to_tab, Tab.TIPS),
    "tab_chats": partial(_to_tab, Tab.CHATS),
    "tab_calls": partial(_to_tab, Tab.CALLS),
    "tab_journal": partial(_to_tab, Tab.JOURNAL),
    "next_tab": partial(_turn_tab, 1),
    "previous_tab": partial(_turn_tab, -1),
    "scope": _scope,
    "search": _search,
    "filters": _filters,
    "side": _side,
    "focus_view": _focus_view,
    "take_new": _take_new,
    "back": _back,
    "next_pane": lambda screen: panes.turn_pane(screen, 1),
    "previous_pane": lambda screen: panes.turn_pane(screen, -1),
}
