"""What files are called: readable, safe on every system, and never twice the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.vault import Uid
from arrowtui.notes.vault.names import mark_of, path_for, slug, stem_of

UID = Uid("0123456789abcdef")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Exit tickets: why & when?", "exit-tickets-why-when"),
        ("  ", "note"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con"),
        ("Größe", "große".replace("ß", "ss")),
        ("漢字のタイトル", "漢字のタイトル"),
        ("안녕하세요", "안녕하세요"),
        ("one " * 40, "one-one-one-one-one-one-one-one-one-one-one-one"),
    ],
)
def test_a_title_becomes_a_name(title: str, expected: str) -> None:
    assert slug(title) == expected


@given(st.text(max_size=200))
def test_any_title_is_safe_as_a_name(title: str) -> None:
    path = path_for(title, UID, ())

    assert len(path.encode()) < 255
    assert not set(path) & set('/\\:*?"<>|\0\n')
    assert not path.startswith((".", "-"))
    assert mark_of(stem_of(path)) == "89abcdef"


def test_a_name_that_is_taken_is_not_taken_again() -> None:
    taken: set[str] = set()
    for _ in range(4):
        path = path_for("A", UID, taken)
        assert path not in taken
        taken.add(path)
    assert sorted(taken)[:2] == ["a-0123456789abcdef-2.md", "a-0123456789abcdef-3.md"]


def test_the_stem_is_what_links_say() -> None:
    assert stem_of("work/ideas/a-chat.md") == "a-chat"
    assert mark_of("a-chat") is None
