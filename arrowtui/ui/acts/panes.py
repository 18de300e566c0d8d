"""Which pane has the keyboard, and which panes are there."""

from typing import TYPE_CHECKING

from textual.widget import Widget

from arrowtui.ui.command import Place
from arrowtui.ui.desk import Tab
from arrowtui.ui.panes.calls import CallsPane
from arrowtui.ui.panes.capture import CapturePane
from arrowtui.ui.panes.chats import ChatsPane
from arrowtui.ui.panes.journal import JournalPane
from arrowtui.ui.panes.note import NotePane
from arrowtui.ui.panes.note_glance import NoteGlance
from arrowtui.ui.panes.reader import ReaderPane
from arrowtui.ui.panes.searched import SearchLine
from arrowtui.ui.panes.sources import SourcesPane

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen

PLACES = (
    (SearchLine, Place.SEARCH),
    (SourcesPane, Place.SIDE),
    (JournalPane, Place.JOURNAL),
    (NoteGlance, Place.JOURNAL),
    (CallsPane, Place.CALLS),
    (ChatsPane, Place.CHATS),
    (ReaderPane, Place.READER),
    (NotePane, Place.NOTE),
    (CapturePane, Place.CAPTURE),
)
ZOOMED = ("-zoom-list", "-zoom-text")


def place_of(focused: Widget | None) -> Place:
    """The pane in which the keyboard is; without any it is for the list."""
    for node in focused.ancestors_with_self if focused is not None else ():
        for kind, place in PLACES:
            if isinstance(node, kind):
                return place
    return Place.LIST


def moved(screen: "MainScreen") -> Widget:
    """What the moving keys move."""
    match place_of(screen.focused):
        case Place.SIDE:
            return screen.side.list
        case Place.JOURNAL:
            return screen.journal_pane.list
        case Place.READER:
            return screen.reader.text
        case Place.NOTE:
            return screen.note.page
        case _:
            return screen.list


def is_reader_shown(screen: "MainScreen") -> bool:
    """Is there a text on the screen?"""
    is_narrow = screen.has_class("-one") or screen.has_class("-zoom-list")
    return screen.is_reading or not (is_narrow or screen.is_sessions)


def choose_list(screen: "MainScreen") -> None:
    """Show the list this tab has, and no other: items, calls by urgency, sessions of chats, notes."""
    screen.set_class(screen.tab is Tab.JOURNAL, "-journal")
    screen.set_class(screen.is_board, "-board")
    screen.set_class(screen.is_sessions, "-sessions")


def focus_list(screen: "MainScreen") -> None:
    """The keyboard to the list of the tab."""
    (screen.journal_pane.list if screen.tab is Tab.JOURNAL else screen.list).focus()


def hand_on_keyboard(screen: "MainScreen") -> None:
    """The keyboard to the list that took the place of what has it now. In its turn: whatever was opened just before
    comes to its own first, and keeps it."""
    screen.app.call_later(_handed_on, screen, screen.focused)


def _handed_on(screen: "MainScreen", holder: Widget | None) -> None:
    if screen.focused in (holder, None):  # None: it was hidden meanwhile
        focus_list(screen)


def focus_reader(screen: "MainScreen") -> None:
    """The keyboard to the text; where only one column fits the text takes it."""
    screen.is_reading = True
    screen.remove_class("-zoom-list")
    screen.reader.text.focus()


def focus_last(screen: "MainScreen") -> None:
    """Back to where the keyboard was before a line took it: the text that is read, else the list."""
    if screen.is_reading:
        screen.reader.text.focus()
    else:
        focus_list(screen)


def leave_reader(screen: "MainScreen") -> None:
    """Back from the text to the list."""
    screen.is_reading = False
    screen.remove_class(*ZOOMED)
    focus_list(screen)


def show_side(screen: "MainScreen", is_shown: bool) -> None:
    """Show or hide the side panel, whatever the width has decided."""
    screen.set_class(is_shown, "-side")
    screen.set_class(not is_shown, "-no-side")
    if is_shown:
        screen.call_after_refresh(screen.describe)


def leave_side(screen: "MainScreen") -> None:
    """Back to the list; where there is little room the panel goes too."""
    if not screen.has_class("-three"):
        screen.remove_class("-side")
    focus_list(screen)


def end_search(screen: "MainScreen") -> None:
    """Put the search line away."""
    screen.items.is_searching = screen.journal_pane.is_searching = False
    focus_list(screen)


def leave_everything(screen: "MainScreen") -> None:
    """Another tab begins with its list."""
    close_note(screen)
    screen.stop_noting()
    screen.items.is_searching = False
    screen.is_reading = False
    screen.remove_class(*ZOOMED)


def close_note(screen: "MainScreen") -> None:
    """Save the note and put it away."""
    screen.note.close()


def turn_pane(screen: "MainScreen", step: int) -> None:
    """The next pane that is seen, round and round."""
    here = place_of(screen.focused)
    order = [place for place, widget in panes(screen) if is_seen(widget)]
    if not order:
        return
    at = order.index(here) if here in order else 0
    goal = order[(at + step) % len(order)]
    match goal:
        case Place.SIDE:
            screen.side.list.focus()
        case Place.READER:
            focus_reader(screen)
        case Place.NOTE:
            screen.note.begin_typing()
        case _:
            leave_text(screen)


def leave_text(screen: "MainScreen") -> None:
    """To the list, leaving the text where it is."""
    screen.is_reading = False
    focus_list(screen)


def panes(screen: "MainScreen") -> list[tuple[Place, Widget]]:
    """The panes from left to right."""
    items: tuple[Place, Widget] = (Place.LIST, screen.items)
    if screen.is_board:
        items = (Place.CALLS, screen.calls_pane)
    elif screen.is_sessions:
        items = (Place.CHATS, screen.chats_pane)
    listed = (Place.JOURNAL, screen.journal_pane) if screen.tab is Tab.JOURNAL else items
    return [(Place.SIDE, screen.side), listed, (Place.READER, screen.reader), (Place.NOTE, screen.note)]


def is_seen(widget: Widget) -> bool:
    """Is there anything of it on the screen?"""
    return all(node.display for node in widget.ancestors_with_self if isinstance(node, Widget)) and bool(widget.size)
