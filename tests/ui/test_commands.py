"""The table of commands, and what a person may change about its keys."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.errors_settings import KeyClash, UnknownCommand, UnknownKey
from arrowtui.ui.command import Place, Surface, commands_on
from arrowtui.ui.commands import COMMANDS, RESERVED, command_named
from arrowtui.ui.keymap import KeyReader, is_chord, pressed, rebound, shown


def test_every_command_has_its_own_name_and_every_key_one_meaning() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    for surface in Surface:
        keys = [key for command in commands_on(rebound({}), surface) for key in command.keys]
        assert len(set(keys)) == len(keys)
        assert not RESERVED & set(keys)


def test_every_command_explains_itself() -> None:
    for command in COMMANDS:
        assert command.label and len(command.label) <= 16, command.id
        assert command.help[0].isupper() and not command.help.endswith("."), command.id
        assert command.keys or command.footers, command.id


def test_every_place_has_a_footer_that_leads_to_the_help() -> None:
    for place in Place:
        assert "help" in [command.id for command in COMMANDS if place in command.footers]


def test_a_person_may_give_a_command_other_keys() -> None:
    table = rebound({"read": ["M", "^Y"], "later": []})

    assert KeyReader(table).read("M") == next(command for command in table if command.id == "read")
    assert KeyReader(commands_on(table, Surface.MAIN)).read("r") is None
    assert KeyReader(commands_on(table, Surface.MAIN)).read("L") is None


@pytest.mark.parametrize("own", ["M", "E", "B", "S", "Mm", "gn"])
def test_a_key_a_person_had_taken_stays_hers_when_a_command_is_given_it(own: str) -> None:
    table = commands_on(rebound({"read": [own]}), Surface.MAIN)

    assert [command.id for command in table if own in command.keys] == ["read"]
    assert [command.id for command in table if own[0] in command.keys] in ([], ["read"])


@pytest.mark.parametrize(
    ("overrides", "error", "words"),
    [
        ({"raed": ["r"]}, UnknownCommand, "Did you mean 'read'?"),
        ({"read": ["d"]}, KeyClash, "'d'"),
        ({"read": ["g"]}, KeyClash, "'g'"),
        ({"read": ["Entr"]}, UnknownKey, "'Entr' is not a key"),
        ({"read": ["^C"]}, UnknownKey, "'^C' is kept free"),
        ({"read": [""]}, UnknownKey, "is not a key"),
        ({"read": ["\x1b"]}, UnknownKey, "is not a key"),
    ],
)
def test_a_fault_in_the_keys_is_refused_in_words(
    overrides: dict[str, list[str]], error: type[Exception], words: str
) -> None:
    with pytest.raises(error) as caught:
        rebound(overrides)

    assert words in str(caught.value)


def test_two_keys_in_a_row_make_one_command() -> None:
    reader = KeyReader(COMMANDS)

    assert reader.read("g") is None
    assert reader.pending == "g"
    assert reader.answers()[:3] == (("gg", "top"), ("gc", "calendar"), ("gC", "all deadlines"))
    assert reader.read("g") == command_named("top")
    assert reader.pending == ""


def test_a_chord_that_means_nothing_does_nothing() -> None:
    reader = KeyReader(COMMANDS)
    reader.read("g")

    assert reader.read("d") is None
    assert reader.pending == ""


def test_while_typing_only_keys_made_for_that_are_commands() -> None:
    reader = KeyReader(COMMANDS)

    assert reader.read("q", is_typing=True) is None
    assert reader.read("?", is_typing=True) is None
    assert reader.read("F1", is_typing=True) == command_named("help")


@given(st.dictionaries(st.sampled_from([c.id for c in COMMANDS]), st.lists(st.sampled_from("abcgGxyz"), max_size=2)))
def test_whatever_is_rebound_no_key_ever_has_two_meanings(overrides: dict[str, list[str]]) -> None:
    try:
        table = rebound(overrides)
    except KeyClash:
        return
    for surface in Surface:
        keys = sorted(key for command in commands_on(table, surface) for key in command.keys)

        assert all(one != other for one, other in pairwise(keys))
        assert not {key[0] for key in keys if is_chord(key)} & set(keys)


@pytest.mark.parametrize(
    ("key", "character", "written"),
    [
        ("j", "j", "j"),
        ("G", "G", "G"),
        ("question_mark", "?", "?"),
        ("ctrl+d", "\x04", "^D"),
        ("enter", "\r", "Enter"),
        ("space", " ", "Space"),
        ("pagedown", None, "PgDn"),
        ("f1", None, "F1"),
        ("ctrl+shift+f5", None, "ctrl+shift+f5"),
    ],
)
def test_keys_are_written_as_people_say_them(key: str, character: str | None, written: str) -> None:
    assert pressed(key, character) == written


def test_arrows_are_shown_as_arrows() -> None:
    assert shown(("j", "Down")) == "j ↓"
