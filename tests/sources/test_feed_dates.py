"""Dates as feeds write them are understood wholly or not at all."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.sources.feeds.dates import read_date


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type]  # the numbers are those of a date


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Mon, 23 Nov 2026 08:15:00 GMT", utc(2026, 11, 23, 8, 15)),
        ("Mon, 23 Nov 2026 08:15:00 -0500", utc(2026, 11, 23, 13, 15)),
        ("23 Nov 2026 08:15:00 EST", utc(2026, 11, 23, 13, 15)),
        ("Mon, 23 Nov 26 08:15 UT", utc(2026, 11, 23, 8, 15)),
        ("Mon,23 Nov 2026 08:15:00 Z", utc(2026, 11, 23, 8, 15)),
        ("Mon, 23 Nov 2026 08:15:00", utc(2026, 11, 23, 8, 15)),
        ("Mon, 23 Nov 2026", utc(2026, 11, 23)),
        ("2026-11-23T08:15:00Z", utc(2026, 11, 23, 8, 15)),
        ("2026-11-23T08:15:00.123456789+05:30", utc(2026, 11, 23, 2, 45, 0, 123456)),
        ("2026-11-23 08:15:00 +0100", utc(2026, 11, 23, 7, 15)),
        ("2026-11-23T08:15", utc(2026, 11, 23, 8, 15)),
        ("2026-11-23", utc(2026, 11, 23)),
        ("20261123", None),
        ("2026", utc(2026, 1, 1)),
        ("1732349700", utc(2024, 11, 23, 8, 15)),
        ("1732349700000", utc(2024, 11, 23, 8, 15)),
        ("Di, 24 Mär 2026 00:00:00 +0100", utc(2026, 3, 23, 23)),
        ("mar., 01 déc. 2026 16:11:02 +0000", utc(2026, 12, 1, 16, 11, 2)),
        ("mar 3 mar 2026", utc(2026, 3, 3)),
        ("3 мая 2026 г., 12:00", utc(2026, 5, 3, 12)),
        ("Thu, June 22, 2023 at 01:11 PM EDT", utc(2023, 6, 22, 17, 11)),
        ("Nov. 16, 2020, 10:57 a.m.", utc(2020, 11, 16, 10, 57)),
        ("12/31/2020 12:05 am", utc(2020, 12, 31, 0, 5)),
        ("31/12/2020", utc(2020, 12, 31)),
        ("1.2.2020", utc(2020, 2, 1)),
        ("Thu Nov 12 2020 17:00:00 GMT+0000 (Coordinated Universal Time)", utc(2020, 11, 12, 17)),
        ("Sun Jan  4 16:29:06 PST 2004", utc(2004, 1, 5, 0, 29, 6)),
        ("Fri, 31 Mar 2023 20:19:00 America/Los_Angeles", utc(2023, 4, 1, 3, 19)),
        ("2004년 05월 28일  01:31:15", utc(2004, 5, 27, 16, 31, 15)),
        ("Sat, 30 Jun 2012 23:59:60 GMT", utc(2012, 6, 30, 23, 59, 59)),
        ("  Mon, 23 Nov 2026 08:15:00 GMT\n", utc(2026, 11, 23, 8, 15)),
    ],
)
def test_a_date_is_read(written: str, meant: datetime | None) -> None:
    assert read_date(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        None,
        "",
        "n/a",
        "today",
        "5 minutes ago",
        "12:30",
        "Monday",
        "17",
        "123",
        "Sun, 31 Feb 2026 10:00:00 GMT",
        "Sun, 16 Dec 2012 25:47:32 GMT",
        "Sun, 16 zzz 2012 11:47:32 GMT",
        "2013-01-28T11:30:00-06:00Textra",
        "2013-01-28T09:00:00+99:00",
        "Part 3 of May 2020",
        "0000-00-00 00:00:00",
        "Thu, 01 Jan 0000 00:00:00 +0100",
        "https://desk.example/2020/05/06/",
        "x" * 10_000,
    ],
)
def test_what_is_no_date_is_none(written: str | None) -> None:
    assert read_date(written) is None


@given(st.text(max_size=60))
def test_no_text_breaks_it(written: str) -> None:
    found = read_date(written)

    assert found is None or found.tzinfo is UTC


@given(st.from_regex(r"[a-z0-9:+,./ -]{0,40}", fullmatch=True))
def test_nothing_like_a_date_breaks_it(written: str) -> None:
    found = read_date(written)

    assert found is None or found.tzinfo is UTC


@given(
    st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)),
    st.integers(-14 * 60, 14 * 60),
    st.sampled_from(
        ["%a, %d %b %Y %H:%M:%S %z", "%Y-%m-%dT%H:%M:%S%z", "%d %B %Y %H:%M:%S %z", "%Y-%m-%d %H:%M:%S %z"]
    ),
)
def test_every_well_formed_date_is_read_to_the_second(moment: datetime, ahead_min: int, form: str) -> None:
    aware = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=ahead_min)))

    assert read_date(aware.strftime(form)) == aware
