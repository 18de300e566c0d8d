"""`arrowtui counts`: one line for a status bar."""

import json

import pytest

from arrowtui.cli.ends import Exit
from tests.cli.conftest import Arrowtui, World


@pytest.fixture
def filled(arrowtui: Arrowtui, world: World) -> Arrowtui:
    arrowtui("add", world.feed("/a", "Alpha", "one", "two", "three"), "--lane", "tips")
    arrowtui("add", world.feed("/b", "Beta", "four"), "--lane", "calls")
    return arrowtui


def test_the_line_says_what_is_unread_and_what_wants_a_look(filled: Arrowtui) -> None:
    assert filled("counts").out == "Tips 3 · Chats 0 · Calls 1 · 0 closing · 0 live · 0 failing\n"


def test_a_bar_asks_for_one_number_or_for_a_line_of_its_own(filled: Arrowtui) -> None:
    assert filled("counts", "--lane", "tips").out == "3\n"
    assert filled("counts", "--format", '{"text": "{tips}+{calls}"}').out == '{"text": "3+1"}\n'
    assert filled("counts", "--format", "").out == "\n"


def test_programs_get_an_object(filled: Arrowtui) -> None:
    every = json.loads(filled("counts", "--json").out)

    assert every == {"tips": 3, "chats": 0, "calls": 1, "noise": 0, "closing": 0, "live": 0, "failing": 0}
    assert json.loads(filled("counts", "--json", "--lane", "calls").out) == {"calls": 1}


def test_a_number_that_is_not_known_is_named(arrowtui: Arrowtui) -> None:
    ran = arrowtui("counts", "--format", "{tip}")

    assert ran.code == Exit.USAGE
    assert "'tip' is none of tips, chats, calls" in ran.err


def test_without_sources_everything_is_nothing(arrowtui: Arrowtui) -> None:
    assert arrowtui("counts", "--format", "{tips}{chats}{calls}{noise}{closing}{live}{failing}").out == "0000000\n"
