"""A FreshRSS or Miniflux from its web page to its items: on the command line, over real sockets."""

import json
import tomllib
from pathlib import Path

import pytest

from arrowtui.cli.ends import Exit
from tests.cli.conftest import Arrowtui, World
from tests.server import Say
from tests.sync_server import PASSWORD, Article, Dialect, SyncServer

PAGE = '<!doctype html><head><script id="jsonVars" type="application/json">{}</script><title>Login · FreshRSS</title>'


@pytest.fixture
def gatherer(world: World, monkeypatch: pytest.MonkeyPatch) -> SyncServer:
    there = [
        Article(1_795_420_800_000_000 + number, f"Title {number}", f"https://desk.example/{number}", folder)
        for number, folder in enumerate(("Lab", "Press"))
    ]
    world.server.otherwise = made = SyncServer(Dialect.FRESHRSS, there)
    world.server.on("/i/", Say(200, PAGE, Content_Type="text/html"))
    monkeypatch.setenv("ARROWTUI_SECRET_GREADER_IDA_127_0_0_1", PASSWORD)
    return made


def answers(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    said = iter(lines)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda words="": next(said))


def test_from_the_page_a_person_knows_to_one_of_her_folders(
    arrowtui: Arrowtui, world: World, gatherer: SyncServer, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, "ida", "4")

    ran = arrowtui("add", world.server.at("/i/"))

    assert ran.code == Exit.OK, ran.err
    assert "4  only 'Press'" in ran.err
    (source,) = tomllib.loads(config.read_text())["source"]
    assert source["address"] == f"http://ida@127.0.0.1:{world.server.port}/api/greader.php?label=Press"
    assert [json.loads(line)["title"] for line in arrowtui("list", "--json").lines] == ["Title 1"]
    assert gatherer.changes == []


def test_where_nobody_is_asked_everything_is_taken(arrowtui: Arrowtui, world: World, gatherer: SyncServer) -> None:
    ran = arrowtui("add", f"http://ida@127.0.0.1:{world.server.port}/api/greader.php")

    assert ran.code == Exit.OK, ran.err
    assert [json.loads(line)["title"] for line in arrowtui("list", "--json").lines] == ["Title 1", "Title 0"]


def test_a_wrong_password_is_told_where_the_sources_are_listed(
    arrowtui: Arrowtui, world: World, gatherer: SyncServer
) -> None:
    gatherer.password = "another"

    arrowtui("add", f"http://ida@127.0.0.1:{world.server.port}/api/greader.php", "--yes")
    (told,) = (json.loads(line) for line in arrowtui("sources", "--json").lines)

    assert (told["kind"], told["state"], told["trouble"]["name"]) == ("greader", "failing", "LoginRefused")
    assert PASSWORD not in arrowtui("sources").out
