"""`arrowtui vault`: begun, kept in step, told."""

import asyncio
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from arrowtui.cli.ends import Exit
from arrowtui.gateways.clock import SystemClock
from arrowtui.services.journal import Journal
from arrowtui.store import open_store
from tests.cli.conftest import Arrowtui


def write(home: Path, text: str) -> None:
    """A note, written as the screen does."""

    async def work() -> None:
        store = await open_store(home / "data" / "arrowtui.db", durable=True)
        try:
            journal = Journal(store, SystemClock())
            await journal.write_note((await journal.begin_note()).id, text)
        finally:
            await store.close()

    asyncio.run(work())


def test_a_vault_in_the_home_of_nobody_is_refused_and_written_nowhere(
    arrowtui: Arrowtui, config: Path, home: Path
) -> None:
    ran = arrowtui("vault", "init", "~nobody-of-that-name/notes")

    assert (ran.code, ran.lines) == (Exit.FAILED, [])
    assert "no home folder ~nobody-of-that-name" in ran.err
    assert not config.exists()


def test_a_vault_the_settings_name_in_the_home_of_nobody_is_told_as_missing(arrowtui: Arrowtui, config: Path) -> None:
    config.write_text('[vault]\nfolder = "~nobody-of-that-name/notes"\n')

    ran = arrowtui("vault", "sync")

    assert ran.code == Exit.FAILED
    assert "~nobody-of-that-name/notes" in ran.err


def test_without_a_vault_it_says_how_to_begin_one(arrowtui: Arrowtui) -> None:
    for command in ("sync", "status"):
        ran = arrowtui("vault", command)
        assert ran.code == Exit.FAILED
        assert "arrowtui vault init" in ran.err


def test_it_begins_is_kept_in_step_and_tells_how_it_fares(arrowtui: Arrowtui, home: Path, config: Path) -> None:
    config.write_text("# mine\n")
    write(home, "Exit tickets")
    (home / "notes").mkdir()
    (home / "notes" / "Diary.md").write_text("Dear diary")

    begun = arrowtui("vault", "init", str(home / "notes"))

    assert begun.code == Exit.OK, begun.err
    assert config.read_text() == f'# mine\n\n[vault]\nfolder = "{home / "notes"}"\ngit = false\n'
    assert "Left alone: 1 file you had there" in begun.out
    (path,) = (home / "notes").glob("exit-*.md")
    path.write_text(path.read_text().replace("Exit tickets", "Exit tickets, every Friday"))
    (home / "notes" / "New.md").write_text("New there")

    synced = json.loads(arrowtui("vault", "sync", "--json").out)
    assert (synced["taken_in"], synced["created"]) == (2, 1)
    assert arrowtui("vault", "sync").lines == ["Notes and files say the same."]

    path.unlink()
    assert "“Exit tickets, every Friday”: its file was deleted" in arrowtui("vault", "sync").out
    state, matter = map(json.loads, arrowtui("vault", "status", "--json").lines)
    assert (state["files"], state["foreign"], state["waiting"], state["git"]) == (1, 1, 0, False)
    assert matter["matter"] == "gone"
    assert str(home / "notes") in arrowtui("vault", "status").out


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_with_git_it_commits(arrowtui: Arrowtui, home: Path, config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "gitconfig").write_text("[user]\n\tname = Ida\n\temail = ida@example.org\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(home / "gitconfig"))
    write(home, "Exit tickets")

    assert arrowtui("vault", "init", "--git", str(home / "notes")).code == Exit.OK
    ran = arrowtui("vault", "sync")

    assert ran.lines[-1] == "1 file committed; there is no remote to send to."
    log = subprocess.run(
        ["git", "-C", home / "notes", "log", "--format=%s"], check=True, capture_output=True, text=True
    )
    assert log.stdout == "1 note changed\n"


def test_a_running_poller_keeps_it_in_step(arrowtui: Arrowtui, home: Path, config: Path) -> None:
    write(home, "Before")
    arrowtui("vault", "init", str(home / "notes"))
    command = [sys.executable, "-m", "arrowtui", "--config", str(config), "--data", str(home / "data")]

    with subprocess.Popen([*command, "watch", "--json"], stdin=-1, stdout=-1, stderr=-1, text=True) as process:
        assert process.stdin is not None
        write(home, "Written while it runs")
        end = time.monotonic() + 60
        while not list((home / "notes").glob("written-*.md")) and time.monotonic() < end:
            time.sleep(0.05)
        process.stdin.close()
        assert process.wait(timeout=60) == 0

    assert len(list((home / "notes").glob("written-*.md"))) == 1


def test_a_note_whose_name_the_locale_lacks_letters_for_is_told_and_safe(
    arrowtui: Arrowtui, config: Path, home: Path
) -> None:
    arrowtui("vault", "init", str(home / "vault"))
    write(home, "振り返り")
    line = ["-m", "arrowtui", "--config", str(config), "--data", str(home / "data"), "vault", "sync"]
    old = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

    ended = subprocess.run([sys.executable, *line], env=old, capture_output=True, text=True, check=False)

    assert ended.returncode == Exit.FAILED
    assert "LC_ALL=C.UTF-8" in ended.stderr and "Traceback" not in ended.stderr
    assert arrowtui("vault", "sync").code == Exit.OK
    assert [path.name for path in (home / "vault").rglob("*振り返り*")]
