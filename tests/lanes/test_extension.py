"""A deadline that was moved: its words count from the edit that moved it."""

from datetime import UTC, datetime, timedelta

import pytest

from arrowtui.lanes.calls import read_call
from arrowtui.lanes.post import Post
from arrowtui.model.replace import replace

POSTED = datetime(2026, 11, 18, 10, tzinfo=UTC)  # a Wednesday
EDITED = datetime(2026, 11, 24, 13, 40, tzinfo=UTC)  # a Tuesday
POST = Post("feed", "Ida", None, "", "Bakers: show us your bill. By Friday to ida@desk.example.", POSTED)


def day(post: Post) -> str:
    deadline = read_call(post).deadline
    assert deadline is not None
    return f"{deadline.at:%d %b}"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Update: the deadline moves to Thursday, noon.", "26 Nov"),
        ("The deadline has been extended until Friday.", "27 Nov"),
        ("We moved the deadline back to Monday 9am.", "30 Nov"),
        ("Extended to 3 December!", "03 Dec"),
        ("A word was mended.", "20 Nov"),
    ],
)
def test_an_edit_that_moves_the_deadline_counts_from_itself_and_any_other_changes_nothing(
    words: str, expected: str
) -> None:
    assert day(replace(POST, text=f"{words} {POST.text}", updated_at=EDITED)) == expected


def test_a_title_may_say_it_too() -> None:
    assert day(replace(POST, title="Bakers wanted (extended to Thursday)", updated_at=EDITED)) == "26 Nov"


def test_without_an_edit_everything_counts_from_the_posting() -> None:
    assert day(replace(POST, text=f"Extended to Thursday. {POST.text}")) == "19 Nov"
    assert day(replace(POST, text=POST.text, updated_at=POSTED + timedelta(days=9))) == "20 Nov"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Write to ida@desk.example by 3 December 2026, 17:00 GMT.", datetime(2026, 12, 3, 17, tzinfo=UTC)),
        ("Deadline: 2026-12-03 12:00 UTC. ida@desk.example", datetime(2026, 12, 3, 12, tzinfo=UTC)),
        ("Write to ida@desk.example by Thursday.", None),
        ("Write to ida@desk.example by 3 December.", None),
        ("Write to ida@desk.example within 48 hours.", None),
    ],
)
def test_without_an_hour_of_posting_only_a_whole_date_is_a_deadline(words: str, expected: datetime | None) -> None:
    deadline = read_call(replace(POST, text=f"Bakers: show us your bill. {words}", posted_at=None)).deadline

    assert (deadline.at if deadline else None) == expected
