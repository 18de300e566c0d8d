"""Programs run for their output: without a shell, with limits, leaving nothing behind."""

import asyncio
import os
import shlex
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from arrowtui.gateways.commands import Commands, words_of
from arrowtui.model.errors import FetchError
from arrowtui.model.errors_commands import CommandFailed, CommandMissing, CommandTooMuch, CommandTooSlow
from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.wire import Request
from arrowtui.sources.registry import SOURCES
from tests.fakes import NOON, FakeClock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are grouped otherwise there")


def python(program: str, *arguments: str) -> Request:
    return Request("command:" + shlex.join([sys.executable, "-c", program, *arguments]), method="RUN")


@pytest.fixture
def commands(clock: FakeClock) -> Commands:
    return Commands(clock)


async def test_what_a_program_prints_is_the_reply(commands: Commands) -> None:
    reply = await commands.fetch(python("import sys; print(sys.argv[1:])", "two words", "$HOME", "*", "~"))

    assert reply.body == b"['two words', '$HOME', '*', '~']\n"
    assert (reply.status, reply.received_at) == (200, NOON)


async def test_the_command_line_does_not_show_in_the_reply(commands: Commands) -> None:
    reply = await commands.fetch(python("pass", "--token=s3cret"))

    assert reply.address == f"command:{Path(sys.executable).name}"


async def test_a_program_in_the_home_folder_is_found_and_runs_there(
    commands: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    script = tmp_path / "bin" / "calls"
    script.parent.mkdir()
    script.write_text("#!/bin/sh\npwd\n")
    script.chmod(0o700)

    assert (await commands.fetch(Request("command:~/bin/calls", method="RUN"))).body.decode().strip() == str(tmp_path)


async def test_our_own_variables_are_not_handed_on(clock: FakeClock) -> None:
    environment = {
        "ARROWTUI_SECRET_X": "s3cret",
        "ARROWTUI_CONFIG": "/c",
        "LANG": "C.UTF-8",
        "PATH": os.environ["PATH"],
    }
    show = python("import os; print(sorted(name for name in os.environ if name[:2] in ('AR', 'LA')))")

    assert (await Commands(clock, environment).fetch(show)).body == b"['LANG']\n"


async def test_a_program_runs_where_the_home_is_gone_too(
    commands: Commands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "gone"))

    assert (await commands.fetch(python("print('runs')"))).body == b"runs\n"


async def test_a_program_gets_no_input(commands: Commands) -> None:
    assert (await commands.fetch(python("import sys; print(repr(sys.stdin.read()))"))).body == b"''\n"


async def test_a_failure_is_told_with_the_last_line_it_said(commands: Commands) -> None:
    with pytest.raises(CommandFailed) as caught:
        await commands.fetch(
            python("import sys; print('[]'); sys.stderr.write('first\\nno \\x1b[31mnetwork\\n\\n'); sys.exit(3)")
        )

    assert (caught.value.code, caught.value.said) == (3, "no [31mnetwork")


@pytest.mark.parametrize("line", ["/nowhere/at/all", "/", "no-such-program-anywhere"])
async def test_a_program_that_is_not_there_is_told(commands: Commands, line: str) -> None:
    with pytest.raises(CommandMissing):
        await commands.fetch(Request(f"command:{line}", method="RUN"))


async def test_a_program_that_prints_without_end_is_stopped(clock: FakeClock) -> None:
    with pytest.raises(CommandTooMuch):
        await Commands(clock, limit=100_000).fetch(python("while True: print('x' * 1000)"))


FOREVER = """
exec 3> "$1"
sleep 600 &
printf started >&3
sleep 600
"""
LEFT_BEHIND = 'sh -c "$2" sh "$1" &'


def sh(program: str, *arguments: str) -> Request:
    return Request("command:" + shlex.join(["sh", "-c", program, "sh", *arguments]), method="RUN")


@pytest.fixture
def line(tmp_path: Path) -> Path:
    """A pipe with a name: it ends for its reader when the last process that holds it has ended."""
    os.mkfifo(tmp_path / "line")
    return tmp_path / "line"


class Timer:
    """Runs out when the test says so, not when a busy machine has let so much time pass."""

    def __init__(self) -> None:
        self.begun: list[float] = []
        self.runs = asyncio.Event()
        self.timeout = asyncio.timeout(None)

    def __call__(self, seconds: float) -> asyncio.Timeout:
        self.begun.append(seconds)
        self.runs.set()
        return self.timeout

    async def run_out(self) -> None:
        await self.runs.wait()
        self.timeout.reschedule(asyncio.get_running_loop().time())


@pytest.mark.parametrize(
    "program",
    [(FOREVER,), (LEFT_BEHIND, FOREVER)],
    ids=["it runs on", "it left something behind that holds its output"],
)
async def test_a_program_that_does_not_end_is_stopped_with_all_it_started(
    clock: FakeClock, line: Path, program: tuple[str, ...]
) -> None:
    first, *others = program
    timer = Timer()
    commands = Commands(clock, patience_s=30, timer=timer)
    running = asyncio.create_task(commands.fetch(sh(first, str(line), *others)))
    reader = await asyncio.to_thread(line.open)
    assert await asyncio.to_thread(reader.read, 7) == "started"
    await timer.run_out()

    with pytest.raises(CommandTooSlow) as told:
        async with asyncio.timeout(60):
            await running

    assert (told.value.waited_s, timer.begun) == (30, [30])
    async with asyncio.timeout(60):
        assert await asyncio.to_thread(reader.read) == ""  # all that held it have ended
    reader.close()


async def test_leaving_off_stops_it_as_well(commands: Commands, line: Path) -> None:
    running = asyncio.create_task(commands.fetch(sh(FOREVER, str(line))))
    reader = await asyncio.to_thread(line.open)
    assert await asyncio.to_thread(reader.read, 7) == "started"

    running.cancel()
    await asyncio.gather(running, return_exceptions=True)

    async with asyncio.timeout(60):
        assert await asyncio.to_thread(reader.read) == ""
    reader.close()


async def test_leaving_off_while_it_starts_stops_what_it_began_already(commands: Commands, line: Path) -> None:
    running = asyncio.create_task(commands.fetch(sh(FOREVER, str(line))))
    for _turn in range(2):
        await asyncio.sleep(0)
    reader = line.open()  # here, not in a thread: nothing else goes on here until the program is well under way
    assert reader.read(7) == "started"

    running.cancel()
    async with asyncio.timeout(60):
        await asyncio.gather(running, return_exceptions=True)
        assert await asyncio.to_thread(reader.read) == ""
    reader.close()


@pytest.mark.parametrize("address", ["command:", "command:'open", "http://a.example/", "command:a\0b", "command:''"])
def test_what_is_no_command_line_is_told(address: str) -> None:
    with pytest.raises(UnfitAddress):
        words_of(address)


async def test_only_a_request_that_says_so_runs_a_program(tmp_path: Path) -> None:
    seen = tmp_path / "seen"

    for source in SOURCES.values():
        with suppress(FetchError):
            await Commands(FakeClock()).fetch(source.first(f"command:touch {seen}", (), ""))
        assert seen.exists() is (source.kind == "command")
        seen.unlink(missing_ok=True)
