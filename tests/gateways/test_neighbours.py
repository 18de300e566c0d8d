"""Two programs on one data folder take turns at a host, whatever happens to either."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from arrowtui.gateways import neighbours
from arrowtui.gateways.byte_lock import lock_byte, unlock_byte
from arrowtui.gateways.neighbours import PATIENCE_S, SLOT, SLOTS, Neighbours
from tests.fakes import NOON

OTHER = """
import asyncio, sys
from datetime import datetime
from pathlib import Path
from arrowtui.gateways.neighbours import Neighbours
from arrowtui.gateways.stopping import Concern, told_of_stops

def go_on():
    us.step_up()
    print("goes on", flush=True)

async def main():
    us.asks(7, datetime.fromisoformat(sys.argv[3]))
    us.rest("slow.example", datetime.fromisoformat(sys.argv[3]))
    async with us.alone_at(sys.argv[2]):
        print("held", flush=True)
        await asyncio.to_thread(sys.stdin.readline)
    print("given back", flush=True)
    sys.stdin.readline()

us = Neighbours(Path(sys.argv[1]))
with told_of_stops(Concern(us.step_back, go_on)):
    asyncio.run(main())
"""


@contextmanager
def another(path: Path, host: str = "one.example") -> Iterator["subprocess.Popen[str]"]:
    """Another program, which has noted things at noon and holds its turn at `host` until it reads a line."""
    command = [sys.executable, "-c", OTHER, str(path), host, NOON.isoformat()]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, process_group=0) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def tell(process: "subprocess.Popen[str]") -> None:
    """Have it give its turn back."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    assert process.stdout.readline() == "given back\n"


def stop(process: "subprocess.Popen[str]") -> None:
    """As Ctrl-Z does."""
    process.send_signal(signal.SIGTSTP)
    _, status = os.waitpid(process.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status) and os.WSTOPSIG(status) == signal.SIGTSTP


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "hosts.lock"


async def test_a_host_another_program_asks_is_waited_for_and_the_others_are_not(path: Path) -> None:
    with another(path) as process:
        waited: list[float] = []

        async def nap(seconds: float) -> None:
            waited.append(seconds)
            tell(process)

        us = Neighbours(path, nap)
        async with us.alone_at("two.example"):
            assert waited == []
        async with us.alone_at("one.example"):
            assert len(waited) == 1
        us.close()


async def test_kill_9_gives_the_turn_back(path: Path) -> None:
    with another(path) as process:
        waited: list[float] = []

        async def nap(seconds: float) -> None:
            waited.append(seconds)
            process.send_signal(signal.SIGKILL)
            process.wait()

        us = Neighbours(path, nap)
        async with us.alone_at("one.example"):
            assert len(waited) == 1
        us.close()


@pytest.mark.skipif(not hasattr(signal, "SIGTSTP"), reason="this system has no Ctrl-Z")
async def test_one_that_is_stopped_by_ctrl_z_keeps_nobody_waiting_and_has_its_turn_again_when_it_goes_on(
    path: Path,
) -> None:
    with another(path) as process:
        waited: list[float] = []

        async def nap(seconds: float) -> None:
            waited.append(seconds)
            tell(process)

        us = Neighbours(path, nap)
        assert us.asked(7) is not None
        stop(process)
        async with us.alone_at("one.example"):
            assert waited == [] and us.asked(7) is None

        process.send_signal(signal.SIGCONT)
        assert process.stdout is not None and process.stdout.readline() == "goes on\n"
        assert us.asked(7) is not None
        async with us.alone_at("one.example"):
            assert len(waited) == 1
        us.close()


async def test_one_that_was_stopped_in_the_middle_is_not_waited_for_again_and_again(path: Path) -> None:
    with another(path) as process:
        waited: list[float] = []

        async def nap(seconds: float) -> None:
            waited.append(seconds)

        us = Neighbours(path, nap)
        async with us.alone_at("one.example"):
            pass
        assert PATIENCE_S <= sum(waited) < PATIENCE_S + 1
        waited.clear()
        async with us.alone_at("one.example"):
            assert waited == []
        tell(process)
        async with us.alone_at("one.example"):  # it goes on: from now on its turns count again
            pass
        us.close()


async def test_who_waits_comes_before_who_has_just_had_a_turn(path: Path) -> None:
    """The other asks for one turn; we, who hold it and want the next at once, let it pass."""
    us = Neighbours(path)
    command = [sys.executable, "-c", OTHER, str(path), "one.example", NOON.isoformat()]
    process = None
    try:
        async with us.alone_at("one.example"):
            process = await asyncio.create_subprocess_exec(
                *command, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
            )
            assert process.stdin is not None
            assert process.stdout is not None
            gate = neighbours._gate("one.example")
            while lock_byte(us._opened() or 0, gate):  # until it stands there
                unlock_byte(us._opened() or 0, gate)
                await asyncio.sleep(0)
        ours = asyncio.create_task(us.alone_at("one.example").__aenter__())
        assert await asyncio.wait_for(process.stdout.readline(), 60) == b"held\n"
        assert not ours.done()
        process.stdin.write(b"\n")
        await asyncio.wait_for(ours, 60)
    finally:
        us.close()
        if process is not None:
            process.kill()
            await process.wait()


async def test_a_folder_that_cannot_be_locked_stops_nobody(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(handle: int, place: int) -> bool:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(neighbours, "lock_byte", refuses)
    us = Neighbours(path)
    us.asks(1, NOON)
    async with us.alone_at("one.example"):
        assert us.asked(1) is None
    us.close()


async def test_a_folder_that_cannot_be_made_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    us = Neighbours(tmp_path / "file" / "hosts.lock")

    us.rest("one.example", NOON)
    async with us.alone_at("one.example"):
        assert us.rest_of("one.example") is None


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
async def test_a_full_disk_stops_nobody() -> None:
    us = Neighbours(Path("/dev/full"))
    us.asks(1, NOON)
    async with us.alone_at("one.example"):
        assert us.asked(1) is None
    us.close()


def test_what_one_asks_the_others_know_as_long_as_it_runs(path: Path) -> None:
    us = Neighbours(path)
    with another(path) as process:
        us.asks(8, NOON)
        assert us.asked(7) == NOON
        assert us.asked(8) is None  # it is ourselves
        assert us.asked(9) is None
        process.kill()
        process.wait()
        assert us.asked(7) is None
        assert us.rest_of("slow.example") == NOON  # what a host wants outlives who was told
        us.rest("slow.example", NOON + timedelta(hours=1))
        assert us.rest_of("slow.example") is None  # what we were told ourselves we know
    us.close()


def test_garbage_in_the_file_says_nothing(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(os.urandom(SLOT.size * SLOTS))
    us = Neighbours(path)

    assert [us.asked(number) for number in range(100)] == [None] * 100
    us.close()
