"""Sessions called off or moved: what hosts say, which session they mean, and what only sounds like it."""

from datetime import UTC, datetime, timedelta

import pytest

from arrowtui.lanes.fates import CANCELS, MOVES, fates, kind_of
from arrowtui.lanes.schedule import windows
from arrowtui.model.chat import ChatPost, Series
from arrowtui.model.chat_board import Fate

SERIES = Series("#wardchat", "FREQ=WEEKLY;BYDAY=TU;BYHOUR=20;BYMINUTE=0", "America/New_York", 60)
MONDAY = datetime(2026, 11, 23, 15, tzinfo=UTC)
PLANNED = windows(SERIES, MONDAY - timedelta(days=14), MONDAY + timedelta(days=35))
TONIGHT = datetime(2026, 11, 25, 1, tzinfo=UTC)  # Tuesday the 24th, 8 pm in New York
A_WEEK = timedelta(days=7)


def said(text: str, at: datetime = MONDAY) -> dict[datetime, tuple[Fate, datetime | None]]:
    found = fates(SERIES, [ChatPost("1", "@wardchat", at, text)], PLANNED)
    return {start: (told.fate, told.moved_to.starts_at if told.moved_to else None) for start, told in found.items()}


@pytest.mark.parametrize(("pattern", "example", "near_miss"), CANCELS)
def test_what_cancels(pattern: str, example: str, near_miss: str) -> None:
    assert kind_of(example) is Fate.CANCELLED
    assert kind_of(near_miss) is None


@pytest.mark.parametrize(("pattern", "example", "near_miss"), MOVES)
def test_what_moves(pattern: str, example: str, near_miss: str) -> None:
    assert kind_of(example) is Fate.MOVED
    assert kind_of(near_miss) is None


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("No #wardchat tonight. Next week again!", TONIGHT),
        ("#wardchat on Tuesday is cancelled, sorry", TONIGHT),
        ("No #wardchat on 1 December; back on the 8th", TONIGHT + A_WEEK),
        ("No #wardchat next week", TONIGHT + A_WEEK),
        ("We're taking a winter break, no #wardchat on December 22", TONIGHT + 4 * A_WEEK),
    ],
)
def test_the_session_that_is_meant(text: str, start: datetime) -> None:
    assert said(text) == {start: (Fate.CANCELLED, None)}


def test_a_session_is_called_off_after_its_start() -> None:
    assert said("No #wardchat today: our host is ill", TONIGHT + timedelta(minutes=10)) == {
        TONIGHT: (Fate.CANCELLED, None)
    }


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("#wardchat is moved to Thursday", datetime(2026, 11, 27, 1, tzinfo=UTC)),
        ("#wardchat moved to Thursday 26 November, 9pm ET", datetime(2026, 11, 27, 2, tzinfo=UTC)),
        ("Tuesday's #wardchat is moved to 7pm ET", datetime(2026, 11, 25, 0, tzinfo=UTC)),
        ("We're moving #wardchat from Tuesday to Wednesday 8pm", datetime(2026, 11, 26, 1, tzinfo=UTC)),
        ("#wardchat is postponed until further notice", None),
    ],
)
def test_where_a_session_goes(text: str, to: datetime | None) -> None:
    assert said(text) == {TONIGHT: (Fate.MOVED, to)}


@pytest.mark.parametrize(
    "text",
    [
        "Q2: How do you tell people that tonight's shift is cancelled? #wardchat",
        "A3: no chat between shifts, that is our rule #wardchat",
        "The bus was cancelled again #wardchat",
    ],
)
def test_questions_answers_and_buses_cancel_nothing(text: str) -> None:
    assert said(text) == {}


def test_the_last_word_counts() -> None:
    posts = [
        ChatPost("1", "@wardchat", MONDAY, "No #wardchat tonight"),
        ChatPost("2", "@wardchat", MONDAY + timedelta(hours=1), "#wardchat is moved to Thursday 8pm ET after all"),
    ]

    assert fates(SERIES, posts, PLANNED)[TONIGHT].fate is Fate.MOVED
