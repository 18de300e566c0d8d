"""When garbage is taken out: not while something happens, soon after, and not for nothing."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from arrowtui.ui.tidying import WORTH_IT, Tidying, keep_all, let_go


class Knot:
    """What only the collector finds: it holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def memory() -> None:
    """In place of that of all tests of the screen: here the collector is at work."""


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """The collector by itself does nothing here; afterwards it is as it was."""
    before = gc.get_threshold()
    gc.collect()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()
    gc.enable()


@pytest.fixture
def tidying() -> Tidying:
    made = Tidying()
    made.begin()
    gc.disable()
    return made


def make_much(times: int = WORTH_IT) -> None:
    """As if so many passes' worth of things had been made."""
    for _ in range(times):
        gc.collect(0)


def old_garbage() -> "weakref.ref[Knot]":
    """A knot that was looked at while it was in use, so that passes over new things do not find it any more."""
    knot = Knot()
    gc.collect(1)
    return weakref.ref(knot)


def test_garbage_goes_when_nothing_was_made_for_a_while(tidying: Tidying) -> None:
    garbage = old_garbage()
    make_much()

    tidying.tidy()
    assert garbage() is not None, "a key may just have been pressed"

    tidying.tidy()
    assert garbage() is None


def test_nothing_is_looked_over_while_much_happens(tidying: Tidying) -> None:
    garbage = old_garbage()

    for _ in range(5):
        make_much()
        tidying.tidy()

    assert garbage() is not None


def test_a_quiet_screen_is_left_alone(tidying: Tidying) -> None:
    garbage = old_garbage()
    make_much(WORTH_IT - 2)

    tidying.tidy()
    tidying.tidy()

    assert garbage() is not None


def test_a_full_pass_is_not_repeated_for_nothing(tidying: Tidying) -> None:
    make_much()
    tidying.tidy()
    tidying.tidy()
    garbage = old_garbage()

    tidying.tidy()
    tidying.tidy()

    assert garbage() is not None


def test_what_was_kept_for_good_goes_once_it_is_let_go(tidying: Tidying) -> None:
    knot = Knot()
    keep_all()
    garbage = weakref.ref(knot)
    del knot

    gc.collect()
    assert garbage() is not None, "no pass looks at it"

    let_go()
    tidying.tidy()
    tidying.tidy()

    assert garbage() is None
    assert gc.get_freeze_count() > 0, "the rest is kept again"
