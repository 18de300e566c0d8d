"""Entering the view of a tab: its rows, the calls on their board, or the sessions of chats."""

from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.call_board import CallBoard, arranged
from arrowtui.model.chat_board import ChatBoard, SessionLine
from arrowtui.model.item import ItemId, View
from arrowtui.ui.acts import describing, journaling, panes
from arrowtui.ui.answers import Entered
from arrowtui.ui.command import Place
from arrowtui.ui.desk import Tab
from arrowtui.ui.drawing.row import Look

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen


def show_view(screen: "MainScreen", view: View, *, from_top: bool = False, is_other: bool = False) -> None:
    """Enter a view, with the cursor on its item where that is still in it, else near by.

    Args:
        is_other: what is shown has little to do with what was: where the item is not in it, it begins at its top.
    """
    desk = screen.desk
    before = screen.list
    desk.view = view = view.ordered(desk.order)
    visit = desk.entered()
    panes.choose_list(screen)
    if screen.focused is before:
        panes.hand_on_keyboard(screen)
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
        show_board(screen)
    elif screen.is_sessions:
        show_sessions(screen)
    else:
        look_for_found(screen)


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
    describing.describe(screen)
    journaling.count_found(screen, desk)


def _look(screen: "MainScreen") -> Look:
    """In a source's own list it is said who wrote an item; in one that gathers answers it does not matter which tab
    they belong to."""
    view = screen.desk.view
    source = next((row for row in screen.sources if row.id == view.source), None) if view.lane is None else None
    home = None if source is not None and source.gathers else view.lane or screen.tab.lane
    return Look(screen.rows.width, screen.signs, home, is_by_author=view.lane is None and view.source is not None)


# Calls


def show_board(screen: "MainScreen") -> None:
    """Read the calls anew; the cursor stays on its call."""
    question = partial(screen.services.calls.board, with_hidden=screen.shows_hidden)
    screen.ask(question, partial(_board_shown, screen), group="board")


def _board_shown(screen: "MainScreen", board: CallBoard) -> None:
    screen.calls_pane.list.board = arranged(board, screen.desks[Tab.CALLS].board_order)
    describing.describe(screen)
    if screen.is_board and screen.row is not None:
        screen.looked_at(screen.row)


# Chats


def show_sessions(screen: "MainScreen") -> None:
    """Read the sessions anew; the cursor stays on its own."""
    screen.ask(screen.services.chats.board, partial(_sessions_shown, screen), group="board")


def _sessions_shown(screen: "MainScreen", board: ChatBoard) -> None:
    screen.chats_pane.list.board = board
    if screen.is_sessions is not screen.has_class("-sessions"):
        enter_again(screen)
    elif screen.chats_pane.list.looked_at is not None:
        glance(screen, screen.chats_pane.list.looked_at)


def look_for_found(screen: "MainScreen") -> None:
    """Where no chat is followed there is a board as soon as one is found that could be."""
    if screen.tab is Tab.CHATS and not screen.services.chats.is_following:
        screen.ask(screen.services.chats.found, lambda _: enter_again(screen), group="found")


def enter_again(screen: "MainScreen") -> None:
    """The list of the tab has become a board, or the board a list."""
    if screen.tab is Tab.CHATS and screen.is_sessions is not screen.has_class("-sessions"):
        show_view(screen, screen.desk.view)
        if panes.place_of(screen.focused) in (Place.LIST, Place.CHATS):
            panes.hand_on_keyboard(screen)


def glance(screen: "MainScreen", session: SessionLine) -> None:
    """What was asked in the session under the cursor, beside the board where there is room."""
    if screen.is_sessions and screen.chats_pane.is_glancing:
        screen.ask(partial(screen.services.chats.read, session), screen.chats_pane.show_glance, group="glance")
