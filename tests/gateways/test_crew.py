"""Processes that work for this one: what they answer, and how they end."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from arrowtui.gateways.crew import AHEAD, Crew, HandDied

HAND = """
import os, sys, time
sys.path[:] = sys.argv[1:]
from arrowtui.gateways.crew_hand import serve

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
    return given.upper()

serve(work)
"""
COMMAND = (sys.executable, "-P", "-c", HAND, *sys.path)
MASTER = """
import asyncio, sys
from arrowtui.gateways.crew import Crew

async def main():
    await Crew(sys.argv[2:], 1).do(b"hang " + sys.argv[1].encode())

asyncio.run(main())
"""


@pytest.fixture
async def crew() -> AsyncIterator[Crew]:
    crew = Crew(COMMAND, 2)
    yield crew
    await crew.close()


@pytest.fixture
def fifo(tmp_path: Path) -> Path:
    """Where a process that hangs says which it is."""
    os.mkfifo(tmp_path / "fifo")
    return tmp_path / "fifo"


async def done(crew: Crew, work: bytes) -> bytes:
    return bytes(await crew.do(work))


async def heard(fifo: Path) -> int:
    return int(await asyncio.to_thread(fifo.read_text))


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


async def test_closing_ends_what_is_at_work(crew: Crew, fifo: Path) -> None:
    task = asyncio.create_task(done(crew, b"hang " + bytes(fifo)))
    pid = await heard(fifo)

    await crew.close()

    with pytest.raises(HandDied):
        await task
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


async def test_a_process_ends_with_the_one_it_works_for_in_the_middle_of_its_work(fifo: Path) -> None:
    master = await asyncio.create_subprocess_exec(
        sys.executable, "-c", MASTER, str(fifo), *COMMAND, stderr=asyncio.subprocess.DEVNULL
    )
    pid = await heard(fifo)
    if not hasattr(os, "pidfd_open"):
        pytest.skip("this system cannot wait for the process of somebody else")
    hand = os.pidfd_open(pid)

    master.send_signal(signal.SIGKILL)
    await master.wait()

    gone = asyncio.Event()
    asyncio.get_running_loop().add_reader(hand, gone.set)
    await asyncio.wait_for(gone.wait(), 60)
    asyncio.get_running_loop().remove_reader(hand)
    os.close(hand)
