"""Which dates are believed."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from arrowtui.ingest.dates import believed, place_in_time
from tests.fakes import NOON


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (None, None),
        (NOON - timedelta(days=900), NOON - timedelta(days=900)),
        (NOON + timedelta(hours=23), NOON + timedelta(hours=23)),
        (NOON + timedelta(days=1, seconds=1), NOON),
        (datetime(NOON.year + 1, 12, 31, tzinfo=UTC), NOON),
        (datetime(NOON.year + 2, 1, 1, tzinfo=UTC), None),
        (datetime(9999, 12, 31, tzinfo=UTC), None),
        (datetime(1989, 12, 31, 23, 59, tzinfo=UTC), None),
        (datetime(1990, 1, 1, tzinfo=UTC), datetime(1990, 1, 1, tzinfo=UTC)),
        (datetime(1970, 1, 1, tzinfo=UTC), None),
    ],
)
def test_a_date_is_believed_as_far_as_it_can_be(said: datetime | None, expected: datetime | None) -> None:
    assert believed(said, NOON) == expected


def test_dates_become_utc_whatever_their_zone() -> None:
    there = datetime(2026, 11, 20, 10, tzinfo=timezone(timedelta(hours=5, minutes=30)))

    assert believed(there, NOON) == datetime(2026, 11, 20, 4, 30, tzinfo=UTC)
    assert str(believed(there, NOON)) == "2026-11-20 04:30:00+00:00"


def test_a_time_without_a_zone_counts_as_utc() -> None:
    assert believed(datetime(2026, 11, 20, 10), NOON) == datetime(2026, 11, 20, 10, tzinfo=UTC)


def test_items_without_a_date_stand_at_their_arrival_in_the_order_of_their_document() -> None:
    places = [place_in_time(None, NOON, order) for order in range(3)]

    assert places[0] == NOON
    assert places == sorted(places, reverse=True)
    assert len(set(places)) == 3


def test_an_item_with_a_date_stands_there() -> None:
    assert place_in_time(NOON - timedelta(days=1), NOON, 7) == NOON - timedelta(days=1)
