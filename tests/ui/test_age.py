"""How old things are said to be."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.ui.drawing.age import age

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ago", "long", "short"),
    [
        (timedelta(seconds=-3600), "now", "now"),
        (timedelta(seconds=59), "now", "now"),
        (timedelta(seconds=60), "1m", "1m"),
        (timedelta(minutes=59), "59m", "59m"),
        (timedelta(hours=3), "3h", "3h"),
        (timedelta(hours=24), "1d", "1d"),
        (timedelta(days=6), "6d", "6d"),
        (timedelta(days=7), "1w", "1w"),
        (timedelta(weeks=8), "8w", "8w"),
        (timedelta(weeks=9), "Sep 2026", "2mo"),
        (timedelta(days=364), "Nov 2025", "12mo"),
        (timedelta(days=980), "Mar 2024", "2y"),
    ],
)
def test_ages_are_said_in_the_largest_unit_that_fits(ago: timedelta, long: str, short: str) -> None:
    assert age(NOW - ago, NOW) == long
    assert age(NOW - ago, NOW, short=True) == short


def test_the_month_is_that_of_the_readers_zone() -> None:
    tokyo = NOW.astimezone(timezone(timedelta(hours=9)))

    assert age(datetime(2024, 2, 29, 20, tzinfo=UTC), tokyo) == "Mar 2024"


@given(st.datetimes(datetime(1970, 1, 1), datetime(2026, 11, 23)))
def test_no_age_needs_more_cells_than_its_column(moment: datetime) -> None:
    at = moment.replace(tzinfo=UTC)

    assert 2 <= len(age(at, NOW)) <= 8
    assert 2 <= len(age(at, NOW, short=True)) <= 4
