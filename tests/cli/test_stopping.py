"""Ctrl-Z on a terminal in the middle of a round, and `fg` later: it goes on where it was, and no source is blamed."""

import asyncio
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pytest

from arrowtui.cli.ends import Exit
from tests.cli.conftest import Arrowtui, World
from tests.cli.hasty import SILENCE_S
from tests.server import Asked, Reset, Say, Waits

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGTSTP"), reason="this system has no Ctrl-Z")
ITEM = "<item><title>One</title></item>"
FEED = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Desk</title>{ITEM}</channel></rss>'
TOO_LONG_S = SILENCE_S + 1


class ResetsLater(Reset):
    """Tears the connection once the test opens the gate."""

    def __init__(self, gate: asyncio.Event) -> None:
        self.gate = gate

    async def play(self, asked: Asked, writer: asyncio.StreamWriter) -> bool:
        await self.gate.wait()
        return await super().play(asked, writer)


WRITER = """
import asyncio, sys
from pathlib import Path
from arrowtui.gateways.places import Folders
from arrowtui.wiring.shell import open_services

async def main():
    async with open_services(Folders(Path(sys.argv[1]), Path(sys.argv[2]))) as services:
        async with services.store.write():
            print("writing", flush=True)
            await asyncio.to_thread(sys.stdin.readline)
        await asyncio.Event().wait()

asyncio.run(main())
"""


@contextmanager
def stopped(config: Path, home: Path, world: World, path: str) -> Iterator["pexpect.spawn[str]"]:
    """A round under a shell with job control, stopped while the server is to answer; Enter there says `fg`."""
    config.write_text(f'[[source]]\naddress = "{world.server.at(path)}"\n')
    words = [sys.executable, "-m", "tests.cli.hasty", "--config", str(config), "--data", str(home / "data"), "refresh"]
    line = f"{shlex.join(words)}; echo stopped; read enter; fg"
    with pexpect.spawn("sh", ["-m", "-c", line], timeout=60, encoding="utf-8") as shell:
        world.until_asked()
        shell.send("\x1a")
        shell.expect_exact("stopped")
        shell.expect(pexpect.TIMEOUT, timeout=TOO_LONG_S)  # as long as it takes to be too slow; nothing is said
        yield shell


def test_what_was_answered_meanwhile_is_taken_in(arrowtui: Arrowtui, world: World, config: Path, home: Path) -> None:
    gate = asyncio.Event()
    world.server.on("/feed", Waits(gate, 200, FEED))
    with stopped(config, home, world, "/feed") as shell:
        world.open(gate)
        shell.send("\r")
        shell.expect_exact("1 source asked, 1 new item, 0 failing.")

    assert "One" in arrowtui("list").out


def test_a_server_that_has_hung_up_meanwhile_is_asked_again(
    arrowtui: Arrowtui, world: World, config: Path, home: Path
) -> None:
    gate = asyncio.Event()
    world.server.on("/feed", ResetsLater(gate), Say(200, FEED))
    with stopped(config, home, world, "/feed") as shell:
        world.open(gate)
        shell.send("\r")
        shell.expect_exact("1 source asked, 1 new item, 0 failing.")

    assert len(world.server.asked) == 2


def test_a_program_that_is_stopped_while_it_writes_ends_that_first_and_others_can_write(
    arrowtui: Arrowtui, config: Path, home: Path
) -> None:
    command, pipe = [sys.executable, "-c", WRITER, str(config), str(home / "data")], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, process_group=0) as process:
        assert process.stdout is not None and process.stdin is not None
        assert process.stdout.readline() == "writing\n"
        process.send_signal(signal.SIGTSTP)
        process.stdin.write("\n")
        process.stdin.flush()
        _, status = os.waitpid(process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)

        ran = arrowtui("note", "written", "meanwhile")
        process.kill()

    assert (ran.code, ran.err) == (Exit.OK, "Noted: written meanwhile\n")
