"""The terminal the other tests look at: it shows whole frames, however the bytes were cut on their way."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.e2e.frames import ASKS, CLOSES, OPENS, Frames, Piece
from tests.e2e.terminal import Terminal

SENT = b"before" + ASKS + OPENS + b"one \x1b[1mframe" + CLOSES + b"\x1b[?2004h" + OPENS + b"two" + CLOSES + b"after"


def pieces(*parts: bytes) -> list[Piece]:
    frames = Frames()
    return [piece for part in parts for piece in frames.feed(part)] + list(frames.rest())


def together(found: list[Piece]) -> list[Piece]:
    """Neighbours outside of frames as one: where they are cut says nothing."""
    joined: list[Piece] = []
    for piece in found:
        if joined and not piece.is_frame and not joined[-1].is_frame:
            joined[-1] = Piece(joined[-1].data + piece.data, is_frame=False)
        else:
            joined.append(piece)
    return joined


WHOLE = [
    Piece(b"before", is_frame=False),
    Piece(b"one \x1b[1mframe", is_frame=True),
    Piece(b"\x1b[?2004h", is_frame=False),
    Piece(b"two", is_frame=True),
    Piece(b"after", is_frame=False),
]


@given(st.lists(st.integers(0, len(SENT)), max_size=40))
def test_frames_are_whole_wherever_the_bytes_are_cut(cuts: list[int]) -> None:
    places = [0, *sorted(cuts), len(SENT)]

    assert together(pieces(*(SENT[a:b] for a, b in pairwise(places)))) == WHOLE


def test_every_single_byte_may_come_alone() -> None:
    assert together(pieces(*(SENT[at : at + 1] for at in range(len(SENT))))) == WHOLE


def test_a_frame_is_held_back_until_it_is_closed_and_the_question_is_counted() -> None:
    frames = Frames()

    assert list(frames.feed(ASKS[:4])) == [] and frames.questions == 0
    assert list(frames.feed(ASKS[4:] + OPENS + b"half")) == [] and frames.questions == 1
    assert list(frames.feed(b" and half" + CLOSES[:-1])) == []
    assert list(frames.feed(CLOSES[-1:])) == [Piece(b"half and half", is_frame=True)]


@given(st.binary(max_size=60), st.sampled_from([OPENS, CLOSES, ASKS]), st.integers(1, 8))
def test_no_byte_is_lost_that_only_looked_like_a_marker(noise: bytes, mark: bytes, length: int) -> None:
    sent = noise.replace(b"\x1b", b"") + mark[: min(length, len(mark) - 1)]

    assert b"".join(piece.data for piece in pieces(sent, b"x")) == sent + b"x"


def test_a_frame_that_is_never_closed_is_shown_at_the_end() -> None:
    assert pieces(OPENS + b"last words") == [Piece(b"last words", is_frame=False)]


def test_the_program_paints_in_frames_and_fails_with_the_last_of_them(
    env: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    with Terminal([], env) as screen:
        screen.wait_for("Look around")
        screen.press("a")
        screen.wait_for("Add a source")
        screen.press("\x1b")
        screen.wait_for("Look around", lambda text: "Add a source" not in text)
        screen.press("q")
        assert screen.ended() == 0

    assert screen.raw.count(ASKS) >= 1
    assert screen.raw.count(OPENS) == screen.raw.count(CLOSES) >= 3
    told = capsys.readouterr().out
    assert " last frame " in told and " frame -2 " in told and "Look around" in told
