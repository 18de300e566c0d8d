"""`S`: the next order of the list at hand. It is kept over restarts, and the cursor stays on its item."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.order import Order, next_order
from arrowtui.ui.acts import calling, journaling, lists
from arrowtui.ui.desk import BOARD, BOARD_ORDERS, NOTE_ORDERS
from arrowtui.ui.panes.status import Tone

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen


def _sort(screen: "MainScreen") -> None:
    if screen.is_journal:
        _sort_notes(screen)
    elif screen.is_board:
        _sort_board(screen)
    elif screen.is_sessions:
        screen.say(
            "Sessions stand by their hour", Tone.HINT, (screen.key_of("scope"), "shows posts, which can be sorted")
        )
    else:
        desk = screen.desk
        desk.order = next_order(desk.view.order, desk.view.orders)
        lists.show_view(screen, desk.view)
        _keep(screen, screen.tab.value, desk.order)


def _sort_board(screen: "MainScreen") -> None:
    desk = screen.desk
    desk.board_order = next_order(desk.board_order, BOARD_ORDERS)
    calling.show_board(screen)
    _keep(screen, BOARD, desk.board_order)
    calls = [line for _, lines in screen.calls_pane.list.board.sections for line in lines]
    if desk.board_order is Order.FIT and not any(line.fit.score for line in calls):
        screen.say("By fit: nothing here fits the [profile] of your settings, or there is none", Tone.HINT)


def _sort_notes(screen: "MainScreen") -> None:
    screen.note_order = next_order(screen.note_order, NOTE_ORDERS)
    row = screen.journal_pane.row
    journaling.load(screen, until=row.id if row else None)
    screen.describe()
    _keep(screen, screen.tab.value, screen.note_order)


def _keep(screen: "MainScreen", name: str, order: Order) -> None:
    """Say it, and remember it for the next start."""
    screen.say(f"{order.value[0].upper()}{order.value[1:]}", Tone.HINT, (screen.key_of("sort"), "goes on"))
    screen.ask(partial(screen.services.arranging.keep, name, order), lambda _: None)


SORTING: "dict[str, Callable[[MainScreen], None]]" = {"sort": _sort}
