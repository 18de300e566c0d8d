"""Processes that work for this one: what they answer, and how they end."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from arrowtui.gateways.crew import AHEAD, CAN_DOUBLE, Crew, HandDied
from arrowtui.gateways.crew_hand import BEHIND

HAND = """
import os, sys, time
sys.path[:] = sys.argv[1:]
from arrowtui.gateways.crew_hand import serve

brought_in_by = []

def work(given):
    word, _, rest = given.partition(b" ")
    match word:
        case b"die":
            os._exit(3)
        case b"hang":
            open(rest, "w").write(str(os.getpid()))
            time.sleep(600)
        case b"print":
            print("from some library", flush=True)
        case b"long":
            return b"x" * int(rest)
        case b"who":
            return str(os.getpid()).encode()
        case b"nice":
            return str(os.nice(0)).encode()
        case b"origin":
            return str(brought_in_by).encode()
    return given.upper()

serve(work, lambda: brought_in_by.append(os.getpid()))
"""
COMMAND = (sys.executable, "-P", "-c", HAND, *sys.path)
MASTER = """
import asyncio, sys
from arrowtui.gateways.crew import Crew

async def main():
    crew = Crew(sys.argv[3:], 2)
    await crew.begin()
    await asyncio.gather(*(crew.do(b"hang " + fifo.encode()) for fifo in sys.argv[1:3]))

asyncio.run(main())
"""


@pytest.fixture(params=["as they are needed", "all at once", "where none can double"])
async def crew(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Crew]:
    """However the processes were started."""
    if request.param == "where none can double":
        monkeypatch.setattr("arrowtui.gateways.crew.CAN_DOUBLE", False)
    crew = Crew(COMMAND, 2)
    if request.param != "as they are needed":
        await crew.begin()
    yield crew
    await crew.close()


@pytest.fixture
def fifos(tmp_path: Path) -> list[Path]:
    """Where processes that hang say which they are."""
    paths = [tmp_path / name for name in ("one", "two")]
    for path in paths:
        os.mkfifo(path)
    return paths


async def done(crew: Crew, work: bytes) -> bytes:
    return bytes(await crew.do(work))


async def heard(fifo: Path) -> int:
    return int(await asyncio.to_thread(fifo.read_text))


async def gone(pid: int) -> None:
    """Once this process has ended, which is nobody's child here."""
    if not hasattr(os, "pidfd_open"):
        pytest.skip("this system cannot wait for the process of somebody else")
    try:
        process = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    ended = asyncio.Event()
    asyncio.get_running_loop().add_reader(process, ended.set)
    await asyncio.wait_for(ended.wait(), 60)
    asyncio.get_running_loop().remove_reader(process)
    os.close(process)


async def test_each_piece_of_work_gets_its_own_answer(crew: Crew) -> None:
    words = [f"word {number}".encode() for number in range(50)]

    assert await asyncio.gather(*(done(crew, word) for word in words)) == [word.upper() for word in words]


async def test_there_are_as_many_processes_as_there_may_be(crew: Crew) -> None:
    first = await done(crew, b"who")
    many = await asyncio.gather(*(done(crew, b"who") for _ in range(20)))

    assert len({first, *many}) == 2
    assert str(os.getpid()).encode() not in many


async def test_long_answers_come_whole(crew: Crew) -> None:
    sizes = [5_000_000, 0, 1, 200_000]

    answers = await asyncio.gather(*(done(crew, f"long {size}".encode()) for size in sizes))

    assert [len(answer) for answer in answers] == sizes
    assert await done(crew, b"y" * 5_000_000) == b"Y" * 5_000_000


async def test_what_is_printed_is_no_answer(crew: Crew) -> None:
    assert await done(crew, b"print it") == b"PRINT IT"


async def test_work_that_kills_its_process_takes_nothing_else_along(crew: Crew) -> None:
    works = [b"a", b"die", b"b", b"die", *(f"c{number}".encode() for number in range(10))]

    answers = await asyncio.gather(*(done(crew, work) for work in works), return_exceptions=True)

    assert [type(answer) for answer in answers if not isinstance(answer, bytes)] == [HandDied, HandDied]
    assert [answer for answer in answers if isinstance(answer, bytes)] == [
        work.upper() for work in works if work != b"die"
    ]


async def test_who_no_longer_waits_leaves_the_answers_of_the_others_right(crew: Crew) -> None:
    tasks = [asyncio.create_task(done(crew, f"word {number}".encode())) for number in range(2 * AHEAD)]
    await done(crew, b"once they are all on their way")
    waiting = [asyncio.create_task(done(crew, b"who")) for _ in range(4)]
    await asyncio.sleep(0)

    for task in waiting[::2]:
        task.cancel()

    assert await done(crew, b"after") == b"AFTER"
    assert [await task for task in tasks] == [f"WORD {number}".encode() for number in range(2 * AHEAD)]
    assert all(pid.isdigit() for pid in await asyncio.gather(*waiting[1::2]))


async def test_closing_ends_what_is_at_work(crew: Crew, fifos: list[Path]) -> None:
    tasks = [asyncio.create_task(done(crew, b"hang " + bytes(fifo))) for fifo in fifos]
    pids = [await heard(fifo) for fifo in fifos]

    await crew.close()

    assert [type(one) for one in await asyncio.gather(*tasks, return_exceptions=True)] == [HandDied, HandDied]
    for pid in pids:
        await gone(pid)


async def test_closing_ends_what_has_hardly_begun() -> None:
    crew = Crew(COMMAND, 3)
    await crew.begin()
    await crew.close()

    assert await done(crew, b"again") == b"AGAIN"
    await crew.close()


async def test_it_stands_behind_whoever_waits_for_an_answer(crew: Crew) -> None:
    said = await asyncio.gather(*(done(crew, b"nice") for _ in range(10)))

    assert {int(one) for one in said} == {min(os.nice(0) + BEHIND, 19)}


async def test_what_all_need_is_brought_in_once() -> None:
    crew = Crew(COMMAND, 3)
    await crew.begin()
    origins = await asyncio.gather(*(done(crew, b"origin") for _ in range(30)))
    pids = await asyncio.gather(*(done(crew, b"who") for _ in range(30)))
    await crew.close()

    assert len(set(pids)) == 3
    assert len(set(origins)) == (1 if CAN_DOUBLE else 3)


async def test_processes_end_with_the_one_they_work_for_in_the_middle_of_their_work(fifos: list[Path]) -> None:
    master = await asyncio.create_subprocess_exec(
        sys.executable, "-c", MASTER, *map(str, fifos), *COMMAND, stderr=asyncio.subprocess.DEVNULL
    )
    pids = [await heard(fifo) for fifo in fifos]
    master.send_signal(signal.SIGKILL)
    await master.wait()

    for pid in pids:
        await gone(pid)
