"""Finding chats that nobody configured."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.lanes.series import propose
from arrowtui.model.chat import ChatPost

TUESDAY = datetime(2026, 3, 3, 20, 0, tzinfo=UTC)


def evening(start: datetime, author: str = "@host", tag: str = "#plantchat", asked: int = 4) -> list[ChatPost]:
    return [
        ChatPost(f"{start}{n}{author}", author, start + timedelta(minutes=10 * n), f"Q{n}: What about {n}? {tag}")
        for n in range(1, asked + 1)
    ]


@pytest.mark.parametrize(
    ("days", "rule"),
    [
        ((0, 7, 14), "FREQ=WEEKLY;BYDAY=TU;BYHOUR=20;BYMINUTE=0"),
        (
            (0, 14, 28),
            "DTSTART:20260303T200000 RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;BYHOUR=20;BYMINUTE=0",
        ),
        ((0, 35, 63), "FREQ=MONTHLY;BYDAY=1TU;BYHOUR=20;BYMINUTE=0"),
    ],
)
def test_evenings_that_come_back_propose_a_series(days: tuple[int, ...], rule: str) -> None:
    posts = [post for day in days for post in evening(TUESDAY + timedelta(days=day))]

    (found,) = propose(posts)

    assert (found.series.hashtag, found.series.rrule, found.series.minutes) == ("#plantchat", rule, 45)
    assert found.series.moderators == ("host",)
    assert len(found.sessions) == len(days)


@pytest.mark.parametrize(
    "posts",
    [
        evening(TUESDAY),
        evening(TUESDAY, asked=2) + evening(TUESDAY + timedelta(days=7), asked=2),
        evening(TUESDAY) + evening(TUESDAY + timedelta(days=3, hours=5)),
        evening(TUESDAY, tag="") + evening(TUESDAY + timedelta(days=7), tag=""),
    ],
    ids=["once", "few questions", "no rhythm", "no hashtag"],
)
def test_what_does_not_come_back_is_not_proposed(posts: list[ChatPost]) -> None:
    assert propose(posts) == ()


def test_participants_who_answer_with_q_labels_are_no_hosts() -> None:
    answers = [ChatPost("x", "@ana", TUESDAY, "Q1 tomatoes, mostly #plantchat", "p1")]
    posts = answers + evening(TUESDAY) + evening(TUESDAY + timedelta(days=7))

    assert [found.series.moderators for found in propose(posts)] == [("host",)]


@given(st.lists(st.tuples(st.integers(0, 10**6), st.text(max_size=30)), max_size=20))
def test_no_posts_break_it(said: list[tuple[int, str]]) -> None:
    posts = [ChatPost(str(n), "@a", TUESDAY + timedelta(minutes=at), text) for n, (at, text) in enumerate(said)]

    assert isinstance(propose(posts), tuple)
