"""The window into a long list, against a plain list that holds everything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.item import ItemId, ItemRow, Page
from arrowtui.model.order import Order
from arrowtui.model.replace import replace
from arrowtui.ui.widgets.window import Window
from tests.ui.pages import PageSource, a_row


def opened(source: PageSource, limit: int = 10) -> Window:
    return Window.of(source.older(None, limit), total=len(source.rows), order=source.order)


ORDERS = st.sampled_from([Order.NEWEST, Order.OLDEST, Order.SOURCE])
STEPS = st.lists(st.sampled_from(["older", "newer", "trim top", "trim end"]), max_size=25)


@given(st.integers(0, 60), STEPS, ORDERS)
def test_whatever_is_loaded_the_window_is_a_run_of_the_whole_list(count: int, steps: list[str], order: Order) -> None:
    source = PageSource(count, order)
    window = opened(source)
    for step in steps:
        if step == "older" and window.has_below:
            window = window.with_below(source.older(window.rows[-1].id, 7))
        elif step == "newer" and window.has_above:
            window = window.with_above(source.newer(window.rows[0].id, 7))
        elif step.startswith("trim"):
            window = window.trimmed(window.base if step == "trim top" else window.end, keep=9)

    assert window.rows == tuple(source.rows[window.base : window.end])
    assert window.total == count
    assert window.has_above == (window.base > 0)
    assert window.has_below == (window.end < count)
    assert all(window.line_of(row.id) == line for line, row in enumerate(source.rows) if window.row_at(line))


@given(st.integers(30, 90), st.integers(0, 200))
def test_a_wrong_guess_of_the_place_is_put_right_at_the_ends(count: int, guess: int) -> None:
    source = PageSource(count)
    middle = source.rows[count // 2].id
    window = Window.of(source.older(middle, 5), total=count, base=guess)
    while window.has_above:
        window = window.with_above(source.newer(window.rows[0].id, 7))
    while window.has_below:
        window = window.with_below(source.older(window.rows[-1].id, 7))

    assert window == Window(tuple(source.rows), 0, count)


@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST, Order.SOURCE])
def test_rows_changed_during_the_visit_stay_when_their_page_comes_again(order: Order) -> None:
    source = PageSource(30, order)
    window = opened(source, 10)
    changed = replace(source.rows[14], is_read=True)
    source.forget(changed.id)

    window = window.with_below(source.older(window.rows[-1].id, 10), kept=[changed])

    assert window.row_at(14) == changed
    assert len({row.id for row in window.rows}) == len(window.rows)


@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST, Order.SOURCE])
def test_rows_changed_during_the_visit_stay_when_going_up_again(order: Order) -> None:
    source = PageSource(40, order)
    changed = replace(source.rows[14], is_read=True)
    source.forget(changed.id)
    window = Window.of(source.older(source.rows[25].id, 5), total=40, base=26, order=order)

    while window.has_above:
        window = window.with_above(source.newer(window.rows[0].id, 10), kept=[changed])

    assert changed in window.rows


def test_rows_beyond_the_reach_of_a_page_wait_for_theirs() -> None:
    source = PageSource(60)
    far = source.rows[50]
    window = opened(source, 10).with_below(source.older(source.rows[9].id, 10), kept=[far])

    assert far not in window.rows


@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST, Order.SOURCE])
def test_a_row_that_is_gone_leaves_and_the_nearest_takes_its_place(order: Order) -> None:
    source = PageSource(5, order)
    window = opened(source)
    gone = window.rows[2]

    window = window.renewed({}, {gone.id})

    assert window.line_of(gone.id) is None
    assert window.nearest(gone.id, gone) == source.rows[3]
    assert window.total == 4


def test_an_empty_window_has_no_rows_anywhere() -> None:
    window = Window()

    assert window.nearest(ItemId(1)) is None
    assert window.row_at(0) is None
    assert Window.of(Page((), False, False), total=7) == window


def test_the_rows_of_a_page_are_fresher_than_those_kept() -> None:
    source = PageSource(20)
    window = opened(source, 10)
    stale: ItemRow = replace(source.rows[12], title="stale")

    window = window.with_below(source.older(window.rows[-1].id, 10), kept=[stale])

    assert window.row_at(12) == source.rows[12]
    assert a_row(1).id < a_row(2).id
