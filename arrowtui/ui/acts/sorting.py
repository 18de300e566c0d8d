"""`S`: the next order of the list at hand. It is kept over restarts and can be undone; the cursor stays on its item."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.order import Order, next_order
from arrowtui.ui.acts import entering, journaling
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
        desk, before = screen.desk, screen.desk.order
        desk.order = next_order(desk.view.order, desk.view.orders)
        entering.show_view(screen, desk.view)
        _keep(screen, screen.tab.value, desk.order, before)


def _sort_board(screen: "MainScreen") -> None:
    desk, before = screen.desk, screen.desk.board_order
    desk.board_order = next_order(before, BOARD_ORDERS)
    entering.show_board(screen)
    _keep(screen, BOARD, desk.board_order, before)
    calls = [line for _, lines in screen.calls_pane.list.board.sections for line in lines]
    if desk.board_order is Order.FIT and not any(line.fit.score for line in calls):
        screen.say("By fit: nothing here fits the [profile] of your settings, or there is none", Tone.HINT)


def _sort_notes(screen: "MainScreen") -> None:
    before = screen.note_order
    screen.note_order = next_order(before, NOTE_ORDERS)
    _show_notes(screen)
    _keep(screen, screen.tab.value, screen.note_order, before)


def _show_notes(screen: "MainScreen") -> None:
    row = screen.journal_pane.row
    journaling.load(screen, until=row.id if row else None)
    screen.describe()


def _keep(screen: "MainScreen", name: str, order: Order, before: Order) -> None:
    """Say it, and remember it for the next start."""
    goes_on, undo = (screen.key_of("sort"), "goes on"), (screen.key_of("undo"), "undo")
    screen.say(f"{order.value[0].upper()}{order.value[1:]}", Tone.HINT, goes_on, undo)
    question = partial(screen.services.arranging.keep, name, order, before, screen.tab.value)
    screen.ask(question, lambda _: None)


def stand_again(screen: "MainScreen") -> None:
    """An order may have been taken back: let the lists stand as they did."""
    screen.ask(screen.services.arranging.orders, partial(_stand, screen), group="orders")


def _stand(screen: "MainScreen", orders: Mapping[str, Order]) -> None:
    before = _order_seen(screen)
    screen.put_in_order(orders)
    if _order_seen(screen) is before:
        return
    if screen.is_journal:
        _show_notes(screen)
    else:
        entering.show_view(screen, screen.desk.view)


def _order_seen(screen: "MainScreen") -> Order:
    if screen.is_journal:
        return screen.note_order
    return screen.desk.board_order if screen.is_board else screen.desk.order


SORTING: "dict[str, Callable[[MainScreen], None]]" = {"sort": _sort}
