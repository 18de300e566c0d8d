"""What a source said is kept to the letter, in little space."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.poll import Poll, PollOption
from arrowtui.model.wire import Attachment, Body, Counts, Draft, Markup, Medium
from arrowtui.store.raw import RawPacker
from tests.fakes import NOON

TEXT = st.text(max_size=40)
BODIES = st.none() | st.builds(Body, TEXT, st.sampled_from(Markup), st.none() | TEXT)
DRAFTS = st.builds(
    Draft,
    native_id=TEXT,
    title=BODIES,
    body=BODIES,
    categories=st.lists(TEXT, max_size=3).map(tuple),
    attachments=st.lists(st.builds(Attachment, TEXT, st.sampled_from(Medium)), max_size=2).map(tuple),
    counts=st.builds(Counts, st.none() | st.integers(0, 2**40)),
    poll=st.none() | st.just(Poll((PollOption("Yes", 3), PollOption("No")), closes_at=NOON)),
    fields=st.lists(st.tuples(TEXT, TEXT), max_size=3).map(tuple),
    published_at=st.none() | st.just(NOON),
)


@given(DRAFTS)
def test_a_draft_comes_back_as_it_was(draft: Draft) -> None:
    assert RawPacker().unpack(RawPacker().pack(draft)) == draft


def test_half_a_character_does_not_keep_an_item_out() -> None:
    draft = Draft("1", title=Body("half \ud800 done"), fields=(("Deadline\udfff", "noon"),), published_at=NOON)

    kept = RawPacker().unpack(RawPacker().pack(draft))

    assert kept == Draft("1", title=Body("half ? done"), fields=(("Deadline?", "noon"),), published_at=NOON)


def test_a_small_draft_takes_little_space() -> None:
    body = "<p>A grant for teachers who write with their classes; <a href='https://example.org/grant'>apply</a></p>"
    draft = Draft("https://example.org/1", title=Body("A grant", Markup.TEXT), body=Body(body), published_at=NOON)

    assert len(RawPacker().pack(draft)) < 220


def test_what_was_packed_by_the_first_recipe_can_still_be_read() -> None:
    packed = bytes.fromhex(
        "0128b52ffd6095009d03007404de001bb56f72672fa6446f746163bc3c703ec5bdc3a164656a7465203c623e646e6573"
        "3c2f623e3c2fc0a6c0a7787490a66f726967696ec0ad69735f72657374726963746564c20d007700413e1e4da11232ba"
        "7d0483190de849e5f011991e39f2b74ee4a2bc91877c888010913bbad121"
    )

    assert RawPacker().unpack(packed) == Draft(
        "https://example.org/1", title=Body("Dotace", Markup.TEXT), body=Body("<p>Žádejte <b>dnes</b></p>")
    )


def test_an_unknown_recipe_is_refused() -> None:
    with pytest.raises(ValueError, match="recipe"):
        RawPacker().unpack(b"\x07 from the future")
