"""`arrowtui pack`: starter packs from the shell."""

import json
import tomllib
from pathlib import Path

import pytest

from arrowtui.cli.ends import Exit
from arrowtui.packs import packs
from tests.cli.conftest import Arrowtui, steps

TEACHER = next(pack for pack in packs() if pack.name == "teacher")


def settings(config: Path) -> dict[str, list[dict[str, object]]]:
    return tomllib.loads(config.read_text())


def test_every_pack_is_listed(arrowtui: Arrowtui) -> None:
    ran = arrowtui("pack", "list")

    assert len(ran.lines) == len(packs())
    assert any(line.startswith("teacher ") and "3 chats" in line for line in ran.lines)
    assert {json.loads(line)["name"] for line in arrowtui("pack", "list", "--json").lines} == {
        one.name for one in packs()
    }


def test_a_pack_shows_what_it_holds(arrowtui: Arrowtui) -> None:
    ran = arrowtui("pack", "show", "teacher")

    assert "https://www.cultofpedagogy.com/feed/" in ran.out
    assert "Thursdays 8pm Europe/London" in ran.out


def test_a_pack_is_taken_on_with_its_chats(arrowtui: Arrowtui, config: Path) -> None:
    ran = arrowtui("pack", "add", "teacher")

    assert ran.code == Exit.OK
    assert ran.lines[0] == f"Teachers: {len(TEACHER.wishes)} sources and 3 chats added, 0 you had already."
    found = settings(config)
    assert [entry["address"] for entry in found["source"]] == [wish.address for wish in TEACHER.wishes]
    assert [chat["hashtags"] for chat in found["chat"]] == [["#edchat"], ["#edtechchat"], ["#ukedchat"]]
    assert arrowtui("config", "check").code == Exit.OK
    addresses = [json.loads(line)["address"] for line in arrowtui("sources", "--json").lines]
    assert "https://mastodon.social/tags/edchat" in addresses


def test_what_one_has_is_passed_over_and_the_rest_of_the_file_stays(arrowtui: Arrowtui, config: Path) -> None:
    mine = '# mine\n[[chat]]\nhashtags = ["#EdChat"]\n\n[[source]]\naddress = "https://www.cultofpedagogy.com/feed/"\n'
    config.write_text(mine)

    ran = arrowtui("pack", "add", "teacher")

    assert ran.lines[0].endswith(f"{len(TEACHER.wishes) - 1} sources and 2 chats added, 2 you had already.")
    assert config.read_text().startswith(mine)
    assert arrowtui("pack", "add", "teacher").lines[0].startswith("Teachers: 0 sources and 0 chats added")


def test_a_pack_taken_in_the_shell_is_a_step_to_undo_on_the_screen(arrowtui: Arrowtui, home: Path) -> None:
    arrowtui("pack", "add", "teacher")
    arrowtui("pack", "add", "teacher")

    assert steps(home) == [f"Added {len(TEACHER.wishes)} sources and 3 chats"]


def test_only_a_part_may_be_taken(arrowtui: Arrowtui, config: Path) -> None:
    arrowtui("pack", "add", "Teacher", "--only", "ukedchat", "--only", "youtube")

    found = settings(config)
    assert [entry["kind"] for entry in found["source"]] == ["youtube"]
    assert [chat["name"] for chat in found["chat"]] == ["#UKEdChat"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(("teachers",), "Did you mean 'teacher'?"), (("teacher", "--only", "zebra"), "Nothing in pack 'teacher'")],
)
def test_what_is_not_there_is_told_and_nothing_is_written(
    arrowtui: Arrowtui, config: Path, arguments: tuple[str, ...], words: str
) -> None:
    ran = arrowtui("pack", "add", *arguments)

    assert ran.code == Exit.FAILED
    assert words in ran.err
    assert not config.exists()


def test_chats_written_in_one_line_are_not_torn_apart(arrowtui: Arrowtui, config: Path) -> None:
    config.write_text('chat = [{ hashtags = ["#other"] }]\n')

    ran = arrowtui("pack", "add", "teacher", "--only", "edchat")

    assert ran.code == Exit.SETTINGS
    assert "by hand" in ran.err
    assert config.read_text() == 'chat = [{ hashtags = ["#other"] }]\n'
