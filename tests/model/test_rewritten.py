"""An edit by hand is taken back to the letter, and nothing else in the file is touched by that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.rewritten import Rewritten

LINES = st.lists(st.sampled_from([b"a\n", b"b\n", b"\n", b"a\r\n", b"\xff\n", b"no newline"])).map(b"".join)
BEFORE = b"# mine\n[screen]\ntheme = 'dark'\n\n[poll]\nevery_min = 30\n\n[notes]\neditor = 'vi'\n"
AFTER = BEFORE.replace(b"every_min = 30", b"every_min = 60\nquick = true")


def edit(before: bytes, after: bytes) -> Rewritten:
    made = Rewritten.of(before, after)
    assert made is not None
    return made


@given(before=LINES, after=LINES)
def test_a_file_that_was_left_alone_since_is_what_it_was(before: bytes, after: bytes) -> None:
    made = Rewritten.of(before, after)

    assert (made is None) == (before == after)
    assert made is None or made.taken_back_in(after) == before


@given(before=LINES, after=LINES, now=LINES)
def test_what_stands_in_another_file_is_taken_for_the_edit_only_where_it_is(
    before: bytes, after: bytes, now: bytes
) -> None:
    made = Rewritten.of(before, after)
    if made is not None and made.now not in now and made.above + made.was + made.below not in now:
        assert made.taken_back_in(now) is None


@pytest.mark.parametrize(
    ("now", "taken_back"),
    [
        (b"# first\n" + AFTER, b"# first\n" + BEFORE),
        (AFTER + b"[[source]]\n", BEFORE + b"[[source]]\n"),
        (AFTER.replace(b"[poll]\n", b""), BEFORE.replace(b"[poll]\n", b"")),
        (BEFORE, BEFORE),
        (b"# first\n" + BEFORE, b"# first\n" + BEFORE),
        (AFTER.replace(b"= 60", b"= 90"), None),
        (AFTER.replace(b"= true", b"= true # yes"), None),
        (b"", None),
    ],
    ids=["above", "below", "beside it", "done", "done, and above", "in it", "at its end", "gone"],
)
def test_what_was_changed_elsewhere_since_stays(now: bytes, taken_back: bytes | None) -> None:
    assert edit(BEFORE, AFTER).taken_back_in(now) == taken_back


def test_lines_that_were_deleted_come_back_between_those_they_stood_between() -> None:
    made = edit(BEFORE, BEFORE.replace(b"every_min = 30\n", b""))

    assert made.taken_back_in(b"# first\n" + BEFORE.replace(b"every_min = 30\n", b"")) == b"# first\n" + BEFORE


@pytest.mark.parametrize(
    ("after", "now"),
    [(BEFORE + b"# one\n", BEFORE + b"# another\n"), (b"# one\n" + BEFORE, b"# another\n" + BEFORE)],
    ids=["at the end", "at the top"],
)
def test_lines_that_were_added_and_are_others_by_now_are_not_taken_for_gone(after: bytes, now: bytes) -> None:
    assert edit(BEFORE, after).taken_back_in(now) is None


def test_of_two_places_that_are_alike_none_is_guessed() -> None:
    made = edit(b"one\ntwo\n", b"one\nTWO\n")

    assert made.taken_back_in(b"# first\none\nTWO\nthree\none\nTWO\n") is None
