"""Copies of values with other fields."""

import pytest

from arrowtui.model.item import KeptSearch, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.order import Order
from arrowtui.model.replace import replace


def test_a_copy_differs_in_the_given_fields_alone() -> None:
    search = KeptSearch("Grants", "grant", Lane.CALL)

    assert replace(search, words="prize") == KeptSearch("Grants", "prize", Lane.CALL)
    assert search == KeptSearch("Grants", "grant", Lane.CALL)


def test_dataclasses_are_copied_as_well() -> None:
    view = View(Lane.TIP, Scope.ALL)

    assert replace(view, order=Order.OLDEST).order is Order.OLDEST


def test_an_unknown_field_is_a_bug_and_loud() -> None:
    with pytest.raises(TypeError):
        replace(KeptSearch("Grants", "grant"), word="prize")  # type: ignore[call-arg]  # what is tested
