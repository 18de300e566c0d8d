"""`arrowtui watch` as a process: heard, told, ended."""

import json
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

from arrowtui.cli.ends import Exit
from arrowtui.gateways.lock import FileLock
from tests.cli.conftest import Arrowtui, World


def watching(home: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "arrowtui", "--config", str(home / "config.toml"), "--data", str(home / "data")]
    return subprocess.Popen([*command, "watch", "--json"], stdin=-1, stdout=-1, stderr=-1, text=True)


def a_round(lines: IO[str]) -> list[dict[str, Any]]:
    """The lines of one round, from the one that begins it to the one that ends it."""
    found = [json.loads(lines.readline())]
    while len(found) == 1 or found[-1]["report"] is not None:
        found.append(json.loads(lines.readline()))
    return found


def test_it_asks_what_is_due_takes_orders_and_ends_with_its_parent(
    arrowtui: Arrowtui, world: World, config: Path, home: Path
) -> None:
    config.write_text(f'[[source]]\naddress = "{world.feed("/feed", "Desk", "One")}"\n')
    with watching(home) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        first = a_round(process.stdout)
        process.stdin.write("refresh Desk\n")
        process.stdin.flush()
        second = a_round(process.stdout)
        process.stdin.close()
        code = process.wait(timeout=60)

    assert [line["new"] for line in (first[0], first[-1], second[0], second[-1])] == [0, 1, 0, 0]
    assert first[1]["report"]["new"] == 1
    assert code == Exit.OK
    assert len(world.server.asked) == 2
    assert [json.loads(line)["title"] for line in arrowtui("search", "One", "--json").lines] == ["One"]


def test_there_is_one_for_each_store(arrowtui: Arrowtui, home: Path) -> None:
    with FileLock(home / "data" / "watch.lock"):
        ran = arrowtui("watch")
        seen = arrowtui("doctor").out

    assert ran.code == Exit.FAILED
    assert "already" in ran.err
    assert "poller    running" in seen


def test_faulty_settings_end_it_before_it_begins(arrowtui: Arrowtui, config: Path) -> None:
    config.write_text("[scren]\n")

    assert arrowtui("watch").code == Exit.SETTINGS


def test_what_ends_it_is_told_to_who_reads_along(arrowtui: Arrowtui, home: Path) -> None:
    (home / "data").write_text("in the way")

    ran = arrowtui("watch", "--json")

    assert ran.code == Exit.STORE
    assert [json.loads(line)["trouble"]["name"] for line in ran.lines] == ["StoreUnwritable"]
