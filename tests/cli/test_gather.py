"""`arrowtui gather` against a server on this machine: her call-out is watched, its answers listed and written down."""

import csv
import json
import tomllib
from pathlib import Path

from arrowtui.cli.ends import Exit
from tests.cli.conftest import Arrowtui, World, steps, undone
from tests.server import Say


def status(number: str, by: str, words: str, base: str, answers_to: str | None = None) -> dict[str, object]:
    return {
        "id": number,
        "uri": f"{base}/users/{by}/statuses/{number}",
        "url": f"{base}/@{by}/{number}",
        "content": f"<p>{words}</p>",
        "created_at": f"2026-11-23T1{number[-1]}:00:00Z",
        "in_reply_to_id": answers_to,
        "account": {"id": by, "username": by, "acct": by, "url": f"{base}/@{by}"},
    }


def call_out(world: World, *answers: tuple[str, str]) -> str:
    """A Mastodon server with her post and what was answered; returns the address of the post."""
    base = world.server.on("/", Say(200, "")).rstrip("/")
    told = {"domain": base.partition("://")[2], "version": "4.3.0", "title": "Social"}
    world.server.on("/api/v2/instance", Say(200, json.dumps(told), Content_Type="application/json"))
    asked = status("110", "ida", "How do you nap on nights?", base)
    world.server.on("/api/v1/statuses/110", Say(200, json.dumps(asked), Content_Type="application/json"))
    said = [status(f"11{n}", by, words, base, "110") for n, (by, words) in enumerate(answers, 1)]
    context = json.dumps({"ancestors": [], "descendants": said})
    world.server.on("/api/v1/statuses/110/context", Say(200, context, Content_Type="application/json"))
    return f"{base}/@ida/110"


def test_a_call_out_is_watched_and_what_came_so_far_is_there(
    arrowtui: Arrowtui, world: World, config: Path, home: Path
) -> None:
    address = call_out(world, ("bo", "At four, in a chair"), ("uma", "Never"))

    ran = arrowtui("gather", address, "--title", "Naps")

    assert (ran.code, ran.err.splitlines()[0]) == (Exit.OK, "Watching Naps")
    assert ran.lines[0] == "Naps"
    assert "2 answers by 2 people, 0 kept, 2 new" in ran.lines[1]
    assert "At four, in a chair" in ran.out
    (source,) = tomllib.loads(config.read_text())["source"]
    assert (source["kind"], source["gather"]) == ("mastodon", True)
    assert steps(home) == ["Watching a call-out of yours"]
    lanes = {json.loads(line)["lane"] for line in arrowtui("list", "--scope", "all", "--json").lines}
    assert lanes <= {"noise"}  # in no tab


def test_it_is_listed_written_for_a_spreadsheet_and_watched_no_more(
    arrowtui: Arrowtui, world: World, home: Path
) -> None:
    address = call_out(world, ("bo", "At four, in a chair"), ("uma", "Never"))
    arrowtui("gather", address, "--title", "Naps")

    (record,) = map(json.loads, arrowtui("gather", "--json").lines)
    assert (record["title"], record["answers"], record["people"], record["watched"]) == ("Naps", 2, 2, True)
    assert [count["answers"] for count in record["counts"]] == [1, 1]
    answers = [json.loads(line) for line in arrowtui("gather", "naps", "--json").lines]
    assert [(one["author"], one["mark"]) for one in answers] == [("bo", "new"), ("uma", "new")]

    table, page = home / "naps.csv", home / "naps.md"
    assert arrowtui("gather", "Naps", "--csv", str(table), "--markdown", str(page)).code == Exit.OK
    assert len(list(csv.reader(table.read_text("utf-8-sig").splitlines()))) == 3
    assert "> At four, in a chair" in page.read_text("utf-8")

    assert arrowtui("gather", "Naps", "--stop").code == Exit.OK
    assert "not watched any more" in arrowtui("gather").out
    assert "At four" in arrowtui("gather", "Naps").out


def test_what_is_watched_no_more_is_watched_again_by_undo(
    arrowtui: Arrowtui, world: World, config: Path, home: Path
) -> None:
    address = call_out(world, ("bo", "At four"))
    arrowtui("gather", address, "--title", "Naps")
    before = config.read_text()
    arrowtui("gather", "Naps", "--stop")
    assert steps(home) == ["Stopped watching Naps", "Watching a call-out of yours"]

    assert undone(home, config) == "Undone: stopped watching Naps"

    assert config.read_text() == before
    gathered = arrowtui("gather")
    assert "not watched any more" not in gathered.out


def test_a_source_she_follows_already_becomes_a_gathering(arrowtui: Arrowtui, world: World, config: Path) -> None:
    address = call_out(world, ("bo", "At four"))
    arrowtui("add", address)

    assert arrowtui("gather", address).code == Exit.OK

    (source,) = tomllib.loads(config.read_text())["source"]
    assert source["gather"] is True


def test_the_key_of_an_address_is_not_shown_and_not_needed_to_name_it(
    arrowtui: Arrowtui, world: World, config: Path
) -> None:
    keyed = world.feed("/comments", "Comments", "Never") + "?token=s3cret"
    assert arrowtui("gather", keyed).code == Exit.OK

    ran, by_name = arrowtui("gather"), arrowtui("gather", keyed.partition("?")[0])

    assert "s3cret" not in f"{ran.out}{arrowtui('gather', '--json').out}{by_name.out}"
    assert by_name.out.startswith("Comments\n")


def test_words_that_name_nothing_are_told(arrowtui: Arrowtui) -> None:
    ran = arrowtui("gather", "bees")

    assert ran.code == Exit.FAILED
    assert "No gathering is called bees" in ran.err
    assert arrowtui("gather").lines == [
        "Nothing is gathered yet: `arrowtui gather ADDRESS` watches a call-out of yours."
    ]
