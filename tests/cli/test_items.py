"""`arrowtui list`, `search` and `sources`, with `refresh` before them."""

import json
from pathlib import Path

import pytest

from arrowtui.cli.bar import line
from arrowtui.cli.ends import Exit
from arrowtui.model.progress import Progress
from tests.cli.conftest import Arrowtui, World
from tests.server import Say


@pytest.fixture
def filled(arrowtui: Arrowtui, world: World) -> Arrowtui:
    arrowtui("add", world.feed("/a", "Alpha", *(f"Alpha item {number}" for number in range(30))), "--lane", "tips")
    arrowtui("add", world.feed("/b", "Beta", "Beta zebra", "Beta horse"), "--lane", "calls")
    return arrowtui


def titles(arrowtui: Arrowtui, *arguments: str) -> list[str]:
    return [json.loads(line)["title"] for line in arrowtui(*arguments, "--json").lines]


def test_a_list_can_be_narrowed(filled: Arrowtui) -> None:
    assert len(titles(filled, "list")) == 32
    assert set(titles(filled, "list", "--lane", "calls")) == {"Beta zebra", "Beta horse"}
    assert set(titles(filled, "list", "--source", "beta")) == {"Beta zebra", "Beta horse"}
    assert (
        titles(filled, "list", "--limit", "3") == ["Alpha item 0", "Alpha item 1", "Alpha item 2"]
        or len(titles(filled, "list", "--limit", "3")) == 3
    )
    assert titles(filled, "list", "--scope", "kept") == []
    assert titles(filled, "list", "--tag", "none") == []


def test_lines_for_people_hold_source_and_title(filled: Arrowtui) -> None:
    lines = filled("list", "--lane", "calls").lines

    assert all(line.startswith("● ") and "  Beta" in line for line in lines)
    assert {line.rsplit("  ", 1)[1] for line in lines} == {"Beta zebra", "Beta horse"}


def test_nothing_to_list_is_said_and_kept_from_programs(arrowtui: Arrowtui, world: World) -> None:
    for command, out in (("list", ""), ("refresh", "0 sources asked, 0 new items, 0 failing.\n"), ("notes", "")):
        ran = arrowtui(command)
        assert (ran.code, ran.out) == (Exit.OK, out)
        assert "`arrowtui add ADDRESS` adds one" in ran.err or "`arrowtui note WORDS` writes one" in ran.err

    arrowtui("add", world.feed("/a", "Alpha", "Alpha zebra"), "--lane", "tips")
    for arguments, said in (
        (("list", "--lane", "calls"), "Nothing unread."),
        (("list", "--scope", "kept"), "Nothing kept here."),
        (("search", "nowhere"), "Nothing was found."),
        (("notes", "nowhere"), "No note was found."),
    ):
        ran = arrowtui(*arguments)
        assert (ran.code, ran.out) == (Exit.OK, "") and ran.err.startswith(said)
        assert arrowtui(*arguments, "--json") == type(ran)(Exit.OK, "", "")


def test_a_search_finds_words_and_their_beginnings(filled: Arrowtui) -> None:
    assert titles(filled, "search", "zebra") == ["Beta zebra"]
    assert titles(filled, "search", "beta", "zeb") == ["Beta zebra"]
    assert titles(filled, "search", "zebra", "--lane", "tips") == []


def test_a_search_leaves_out_what_stands_behind_a_dash(filled: Arrowtui) -> None:
    assert titles(filled, "search", "beta", "-zebra") == ["Beta horse"]
    assert titles(filled, "search", "-zebra", "beta", "--lane", "calls") == ["Beta horse"]
    assert filled("search", "beta", "--lanes", "calls").code == Exit.USAGE
    assert filled("search", "-h").out.startswith("Usage:")


def test_a_search_that_is_kept_is_listed_by_its_name(filled: Arrowtui, config: Path) -> None:
    with config.open("a", encoding="utf-8") as file:
        file.write('\n[[search]]\nname = "Zoo"\nwords = "beta -zebra"\nlane = "calls"\n')

    assert set(titles(filled, "list", "--search", "Zoo")) == {"Beta horse"}
    assert titles(filled, "list", "--search", "Zoo", "--lane", "tips") == []
    assert titles(filled, "list", "--search", "Zoo", "--scope", "kept") == []
    ran = filled("list", "--search", "Zo")
    assert ran.code == Exit.USAGE and "there are: Zoo" in ran.err


def test_a_source_that_is_not_there_is_told(filled: Arrowtui) -> None:
    ran = filled("list", "--source", "Gamma")

    assert ran.code == Exit.FAILED
    assert "No source is called Gamma" in ran.err


def test_records_hold_what_is_documented(filled: Arrowtui) -> None:
    (record,) = map(json.loads, filled("search", "zebra", "--json").lines)

    assert set(record) == {
        "id", "lane", "title", "link", "source", "author", "at", "read", "kept", "later", "dismissed", "edited", "tags",
        "notes", "other_sources",
    }  # fmt: skip
    assert record["at"].endswith("Z")


def test_sources_show_how_they_are_doing(filled: Arrowtui, world: World) -> None:
    world.server.on("/b", Say(404))
    filled("refresh", "Beta")

    rows = {row["title"]: row for row in map(json.loads, filled("sources", "--json").lines)}

    assert rows["Alpha"]["state"] == "fine"
    assert (rows["Alpha"]["unread"], rows["Alpha"]["total"]) == (30, 30)


class TestRefresh:
    def test_it_tells_how_it_went(self, filled: Arrowtui, world: World) -> None:
        world.feed("/b", "Beta", "Beta zebra", "Beta horse", "Beta cow")

        ran = filled("refresh")

        assert ran.code == Exit.OK
        assert "2 sources asked" in ran.lines[0]
        assert ran.err == ""

    def test_its_json_begins_and_ends_with_the_whole(self, filled: Arrowtui) -> None:
        lines = [json.loads(line) for line in filled("refresh", "--json").lines]

        assert [line["report"] is None for line in lines] == [True, False, False, True]
        assert (lines[0]["done"], lines[-1]["done"], lines[-1]["total"]) == (0, 2, 2)

    def test_a_named_source_that_fails_is_a_failure(self, arrowtui: Arrowtui, world: World) -> None:
        address = world.server.on(
            "/x", Say(200, "<rss version='2.0'><channel><title>X</title></channel></rss>"), Say(404)
        )
        arrowtui("add", address)

        ran = arrowtui("refresh", "X")

        assert ran.code == Exit.FAILED
        assert "not found (404)" in ran.out
        assert "failing" in arrowtui("sources", "--failing").out

    def test_what_is_no_longer_in_the_settings_is_not_asked(self, filled: Arrowtui, world: World) -> None:
        filled("remove", "Alpha")
        before = len(world.server.asked)

        filled("refresh")

        assert {asked.path for asked in world.server.asked[before:]} == {"/b"}
        rows = {row["title"]: row for row in map(json.loads, filled("sources", "--json").lines)}
        assert (rows["Alpha"]["state"], rows["Alpha"]["next_due_at"]) == ("removed", None)

    def test_what_was_taken_out_is_told_as_that(self, filled: Arrowtui) -> None:
        filled("remove", "Alpha")

        ran = filled("refresh", "Alpha")

        assert ran.code == Exit.FAILED
        assert ran.err.startswith("Alpha was taken out of your settings.")

    def test_without_sources_there_is_nothing_to_do(self, arrowtui: Arrowtui) -> None:
        ran = arrowtui("refresh")

        assert (ran.code, ran.lines[0]) == (Exit.OK, "0 sources asked, 0 new items, 0 failing.")


@pytest.mark.parametrize(
    ("progress", "shown"),
    [
        (Progress(0, 4), f"[{'-' * 30}]  0/4  0 new"),
        (Progress(2, 4, 7, 1), f"[{'#' * 15}{'-' * 15}]  2/4  7 new  1 failing"),
        (Progress(0, 0), f"[{'#' * 30}]  0/0  0 new"),
    ],
)
def test_the_bar_is_plain_characters(progress: Progress, shown: str) -> None:
    assert line(progress) == shown


@pytest.mark.parametrize("command", ["list", "sources"])
def test_without_sources_it_is_said_whether_there_are_none_or_none_was_asked_or_none_can_be_read(
    arrowtui: Arrowtui, config: Path, command: str
) -> None:
    ran = arrowtui(command)
    assert ran.code == Exit.OK and "No sources yet" in ran.out + ran.err

    config.write_text('[[source]]\naddress = "https://ward.example/feed"\n')
    ran = arrowtui(command)
    assert ran.code == Exit.OK and "`arrowtui refresh` asks them now" in ran.out + ran.err

    config.write_text("[pol]\n")
    ran = arrowtui(command)
    assert ran.code == Exit.SETTINGS and "did you mean poll" in ran.err and "No sources" not in ran.out + ran.err
