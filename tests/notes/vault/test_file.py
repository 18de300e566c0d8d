"""A note comes back from its file to the letter, and what its owner wrote into the file stays hers."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.note import About, SubjectKind
from arrowtui.model.replace import replace
from arrowtui.model.vault import SharedLayer, SharedNote, SharedSubject, Uid
from arrowtui.notes.vault.file import NotText, moment_of, moment_text, read_note, tag_word, write_note
from arrowtui.notes.vault.front import Front
from tests.notes.vault.shared import DAY, ONE, moments, notes, shared, words

TWO_LAYERS = """---
arrowtui: 00000000000000a1
created: 2026-11-23T12:00:00Z
about: item
about_item: "feed|example.org|exit"
about_title: "Exit tickets: why?"
link: "https://example.org/exit"
author: Ana
beside: "feed|example.org|exit"
changed: 2026-12-01T09:00:00Z
tags:
  - assessment
  - "2024"
---

What caught me: three questions.

<!-- layer 00000000000000b2 2026-12-01T09:00:00Z -->

Tried it. Two are enough.
"""


def as_told(data: bytes, now: datetime = DAY) -> SharedNote:
    found = read_note(data)
    assert found.uid
    return found.note(found.uid, now)


def test_a_note_as_a_file_is_plain_markdown() -> None:
    item = "feed|example.org|exit"
    note = SharedNote(
        ONE,
        (
            SharedLayer(ONE, DAY, "What caught me: three questions."),
            SharedLayer(
                Uid("00000000000000b2"), datetime.fromisoformat("2026-12-01T09:00Z"), "Tried it. Two are enough."
            ),
        ),
        ("assessment", "2024"),
        DAY,
        datetime.fromisoformat("2026-12-01T09:00Z"),
        SharedSubject(SubjectKind.ITEM, item),
        About("Exit tickets: why?", "https://example.org/exit", "Ana"),
        item,
    )

    assert write_note(note).decode() == TWO_LAYERS
    assert as_told(TWO_LAYERS.encode()) == note


@given(notes())
def test_any_note_comes_back_to_the_letter(note: SharedNote) -> None:
    data = write_note(note)
    found = read_note(data)

    assert found.note(note.uid, DAY) == note
    assert write_note(note, (), found) == data, "a file that says the same is not written otherwise"


@given(notes(), notes())
def test_a_file_written_over_another_version_tells_the_new_one(before: SharedNote, after: SharedNote) -> None:
    after = replace(after, uid=before.uid, layers=(replace(after.layers[0], uid=before.uid), *after.layers[1:]))

    found = as_told(write_note(after, (), read_note(write_note(before))))

    assert [layer.text for layer in found.layers] == [layer.text for layer in after.layers]
    assert (set(found.tags), found.changed_at) == (set(after.tags), after.changed_at)


MINE = """---
title: A page of mine   # with a comment
aliases: [one, 'two']
arrowtui: 00000000000000a1
tags: [Maths, "#school"]

# another comment
cssclasses:
- wide
rating: 007
changed: 2020-01-01
---
Text
"""


def test_what_the_owner_wrote_into_the_front_matter_stays_as_she_wrote_it() -> None:
    before = read_note(MINE.encode())

    after = write_note(shared("Other text", tags=("maths", "school")), (), before).decode()

    assert after == MINE.replace("2020-01-01", "2026-11-23T12:00:00Z").replace("---\nText", "---\n\nOther text")
    more = write_note(shared("Other text", tags=("maths", "art")), (), before).decode()
    assert "tags:\n  - maths\n  - art\n# another comment\n" in more


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    data = ("\ufeff" + MINE.replace("\n", "\r\n")).encode()

    after = write_note(shared("One\nTwo"), (), read_note(data)).decode()

    assert after.startswith("\ufeff---\r\ntitle")
    assert after.replace("\r\n", "").count("\n") == 0
    assert as_told(after.encode()).layers[0].text == "One\nTwo"


@pytest.mark.parametrize(
    "broken",
    [
        "arrowtui: 00000000000000a1\ntags: [a, b\n",
        "arrowtui: 00000000000000a1\n\tkey: x\n: :\n- \n",
        "arrowtui: 00000000000000a1\na: &x [1]\nb: [*x, *x]\n",
        "arrowtui: 00000000000000a1\nx: " + "[" * 5000 + "\n",
        "arrowtui: 00000000000000a1\nx:\n" + "".join(" " * n + "- \n" for n in range(1, 200)),
        "arrowtui: 00000000000000a1\nx: " + "y" * 70_000 + "\n",
    ],
    ids=["unfinished", "tab", "anchors", "deep", "deeper", "long"],
)
def test_a_front_matter_that_cannot_be_read_is_not_touched_and_still_names_its_note(broken: str) -> None:
    found = read_note(f"---\n{broken}---\nText\n".encode())

    assert (found.uid, found.tags, found.layers[0].text) == (ONE, None, "Text")
    assert write_note(shared("New", tags=("x",)), (), found).decode() == f"---\n{broken}---\n\nNew\n"


def test_a_text_that_begins_with_a_line_has_no_front_matter() -> None:
    text = "---\nnot: [a\n---\nText\n"

    found = read_note(text.encode())

    assert (found.front, found.uid, found.layers[0].text) == (Front(), None, text.removesuffix("\n"))
    assert as_told(write_note(found.note(ONE, DAY), (), found)).layers[0].text == text.removesuffix("\n")


def test_a_file_of_somebody_else_keeps_her_own_values_when_it_becomes_a_note() -> None:
    mine = "---\nid: 20260101\ncreated: 2019-03-04\nauthor: Me\n---\nThought\n"

    note = write_note(read_note(mine.encode()).note(ONE, DAY), (), read_note(mine.encode())).decode()

    assert note.startswith("---\nid: 20260101\ncreated: 2019-03-04\nauthor: Me\narrowtui: 00000000000000a1\n")


def test_a_part_that_was_copied_gets_a_name_of_its_own() -> None:
    copied = TWO_LAYERS + "\n<!-- layer 00000000000000b2 2026-12-01T09:00:00Z -->\n\nA copy, changed\n"

    layers = as_told(copied.encode()).layers

    assert [layer.text for layer in layers] == [
        "What caught me: three questions.",
        "Tried it. Two are enough.",
        "A copy, changed",
    ]
    assert len({layer.uid for layer in layers}) == 3
    assert as_told(copied.encode()).layers == layers, "the same each time"


def test_bytes_that_are_no_text_are_told_as_such() -> None:
    with pytest.raises(NotText):
        read_note(b"---\narrowtui: 00000000000000a1\n---\nGr\xfc\xdfe\n")


@given(
    st.binary(max_size=200) | words.map(str.encode) | st.text(max_size=300).map(lambda t: t.encode("utf-8", "replace"))
)
def test_whatever_lies_there_nothing_but_that_is_raised(data: bytes) -> None:
    for bytes_ in (data, b"---\n" + data + b"\n---\n" + data):
        try:
            found = read_note(bytes_)
        except NotText:
            continue
        assert found.layers
        read_note(write_note(found.note(found.uid or ONE, DAY), (), found))


@given(st.text(max_size=40), st.lists(st.text(max_size=20), max_size=4))
def test_any_value_can_stand_in_the_front_matter(value: str, values: list[str]) -> None:
    front = Front("mine: 1\n").with_values({"a": value, "b": values})

    if front.raw != "mine: 1\n":  # characters YAML cannot hold leave it as it was
        assert front.values == {"mine": "1", "a": value, "b": values}
    cleaned = all(sign.isprintable() for sign in value + "".join(values))
    assert not cleaned or front.raw != "mine: 1\n"


@given(moments)
def test_times_come_back_to_the_millisecond(at: datetime) -> None:
    assert moment_of(moment_text(at)) == at


@pytest.mark.parametrize("said", ["", "soon", "2026-13-01", "0001-01-01T00:00:00+14:00", None])
def test_a_time_nobody_understands_is_none(said: str | None) -> None:
    assert moment_of(said) is None


def test_a_time_without_a_zone_is_utc() -> None:
    assert moment_of("2026-11-23 12:00") == DAY
    assert moment_of("2026-11-24T00:00:00+01:00") == DAY + timedelta(hours=11)


def test_tags_are_small_letters_without_a_sign() -> None:
    assert [tag_word(tag) for tag in ("#Maths", " two  words ", "##x")] == ["maths", "two words", "x"]
