"""What is said of settings that were edited by hand."""

import pytest

from arrowtui.settings import Settings, read_settings
from arrowtui.settings.revising import revision

ONE = '[[source]]\nkind = "feed"\naddress = "https://one.example/feed"\n'
TWO = '[[source]]\nkind = "feed"\naddress = "https://two.example/feed"\n'
THREE = '[[source]]\nkind = "feed"\naddress = "https://three.example/feed"\n'
SEARCH = '[[search]]\nname = "Rotas"\nwords = "self-rostering"\n'


def read(text: str) -> Settings:
    return read_settings(text, "settings.toml")


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (ONE, ONE, "Nothing changed in the settings"),
        (ONE, TWO + THREE, "2 sources added, 1 removed: its items stay"),
        (ONE + TWO, "", "2 sources removed: their items stay"),
        ("", ONE, "1 source added"),
        (ONE, ONE + 'title = "Mine"\n', "1 source changed"),
        (ONE, f"# a comment\n{ONE}", "Nothing changed in the settings"),
        (ONE, ONE + SEARCH, "Changed: [[search]]"),
        (ONE, '[screen]\ntheme = "light"\n' + TWO, "1 source added, 1 removed: its items stay; changed: [screen]"),
    ],
)
def test_what_changed_is_said(before: str, after: str, sentence: str) -> None:
    assert revision(read(before), read(after)).sentence == sentence


def test_only_what_is_read_at_the_beginning_makes_a_screen_begin_anew() -> None:
    assert revision(read(ONE), read(TWO + SEARCH)).others == ()
    assert revision(read(ONE), read('[keys]\nread = "^Y"\n' + ONE)).others == ("keys",)
