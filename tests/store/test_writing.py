"""One transaction at a time, whole or not at all: cancelled, in two processes, or killed."""

import asyncio
import random
import signal
import sys
from functools import partial
from pathlib import Path

import pytest

from arrowtui.model.errors import RequestError
from arrowtui.store import Connection, Store
from tests.store.builders import a_source, arrived, number, opened, some

ADD = "INSERT INTO host_waits (host, until) VALUES (:host, 1)"
COUNT = "SELECT count(*) FROM host_waits"


async def count(store: Store) -> int:
    return await number(store, COUNT)


async def add(db: Connection, host: str) -> None:
    await db.execute(ADD, {"host": host})


async def test_a_block_that_raises_leaves_nothing_behind(store: Store) -> None:
    with pytest.raises(RequestError):
        async with store.write() as db:
            await add(db, "half.example")
            raise RequestError

    assert await count(store) == 0
    async with store.write() as db:
        await add(db, "whole.example")
    assert await count(store) == 1


async def test_what_is_written_at_once_is_whole_or_not_there(store: Store) -> None:
    async def half(db: Connection) -> None:
        await add(db, "half.example")
        raise RequestError

    async def waits(db: Connection) -> None:
        await add(db, "waited.example")
        await asyncio.sleep(0)

    async def whole(db: Connection) -> int:
        await add(db, "whole.example")
        await db.executemany(ADD, [{"host": "second.example"}])
        async with db.execute(COUNT) as cursor:
            return sum([row[0] async for row in cursor])

    with pytest.raises(RequestError):
        await store.write_at_once(half)
    with pytest.raises(RuntimeError, match="waited"):
        await store.write_at_once(waits)

    assert await count(store) == 0
    assert await store.write_at_once(whole) == 2
    assert await count(store) == 2


async def test_a_reader_does_not_see_what_is_not_committed(store: Store) -> None:
    async with store.write() as db:
        await add(db, "half.example")
        seen = await count(store)

    assert (seen, await count(store)) == (0, 1)


async def test_the_reader_cannot_write(store: Store) -> None:
    with pytest.raises(Exception, match="readonly"):
        async with store.reading() as db:
            await add(db, "never.example")


@pytest.mark.parametrize("at_once", [False, True])
async def test_a_writer_cancelled_at_any_point_never_blocks_the_next(store: Store, at_once: bool) -> None:
    dice = random.Random(7)
    finished = 0

    async def parts(db: Connection, name: str) -> None:
        for part in range(3):
            await add(db, f"{name}-{part}.example")

    async def write(name: str) -> None:
        if at_once:
            await store.write_at_once(partial(parts, name=name))
            return
        async with store.write() as db:
            await parts(db, name)

    for attempt in range(150):
        task = asyncio.create_task(write(f"cancelled-{attempt}"))
        for _ in range(dice.randrange(40)):
            await asyncio.sleep(0)  # so many steps of the loop, not a wait
        if dice.random() < 0.5:
            await asyncio.to_thread(lambda: None)
        task.cancel()
        await asyncio.wait({task})
        finished += not task.cancelled()
        await write(f"after-{attempt}")

    rows = await count(store)
    assert rows % 3 == 0, "a transaction is whole or not there"
    assert rows >= 3 * (150 + finished)


async def test_writers_wait_for_one_another(store: Store) -> None:
    async def write(name: int) -> None:
        async with store.write() as db:
            await add(db, f"{name}.example")
            await asyncio.sleep(0)
            await add(db, f"{name}-again.example")

    await asyncio.gather(*(write(name) for name in range(20)))

    assert await count(store) == 40


async def test_the_data_version_tells_of_other_connections(tmp_path: Path) -> None:
    async with opened(tmp_path / "store.db") as one, opened(tmp_path / "store.db") as two:
        before = await one.data_version()
        assert await one.data_version() == before

        await a_source(two)

        assert await one.data_version() != before


WRITER = """
import asyncio, pathlib, sys
from arrowtui.store import open_store
async def main():
    store = await open_store(pathlib.Path(sys.argv[1]), durable=sys.argv[3] == "durable")
    for number in range(int(sys.argv[4])):
        async with store.write() as db:
            await db.execute(
                "INSERT INTO host_waits (host, until) VALUES (:host, 1)", {"host": f"{sys.argv[2]}-{number}"}
            )
        print(number, flush=True)
    await store.close()
asyncio.run(main())
"""


async def writer(path: Path, name: str, mode: str, times: int) -> asyncio.subprocess.Process:
    command = [sys.executable, "-c", WRITER, str(path), name, mode, str(times)]
    return await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)


async def test_two_processes_write_beside_one_another(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    async with opened(path) as store:
        several = [await writer(path, f"process-{n}", "fast", 100) for n in range(2)]
        for turn in range(100):
            async with store.write() as db:
                await add(db, f"here-{turn}")
        for one in several:
            await one.communicate()

        assert [one.returncode for one in several] == [0, 0]
        assert await count(store) == 300


@pytest.mark.parametrize("mode", ["durable", "fast"])
async def test_a_writer_killed_at_any_moment_loses_nothing_it_had_acknowledged(mode: str, tmp_path: Path) -> None:
    path, dice = tmp_path / "store.db", random.Random(mode)
    for attempt in range(3):
        process = await writer(path, f"attempt-{attempt}", mode, 100_000)
        assert process.stdout is not None
        acknowledged = -1
        for _ in range(dice.randint(5, 60)):
            acknowledged = int(await process.stdout.readline())
        process.send_signal(signal.SIGKILL)
        rest, _ = await process.communicate()
        lines = rest.decode().splitlines(keepends=True)
        whole = [int(line) for line in lines if line.endswith("\n")]
        acknowledged = max([acknowledged, *whole])

        async with opened(path) as store, store.reading() as db:
            query = "SELECT host FROM host_waits WHERE host LIKE :mine"
            hosts = {host for (host,) in await db.execute_fetchall(query, {"mine": f"attempt-{attempt}-%"})}
            (check,) = await db.execute_fetchall("PRAGMA integrity_check")
        assert hosts >= {f"attempt-{attempt}-{turn}" for turn in range(acknowledged + 1)}
        assert check[0] == "ok"


async def test_a_poller_killed_in_the_middle_leaves_whole_batches(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    script = (
        "import asyncio, pathlib, sys\n"
        "from tests.store.builders import a_source, arrived, opened, some\n"
        "async def main():\n"
        "    async with opened(pathlib.Path(sys.argv[1])) as store:\n"
        "        source = await a_source(store)\n"
        "        for number in range(100_000):\n"
        "            await arrived(store, source, some(10, prefix=f'batch-{number}'))\n"
        "            print(number, flush=True)\n"
        "asyncio.run(main())"
    )
    command = [sys.executable, "-c", script, str(path)]
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    for _ in range(12):
        await process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    await process.communicate()

    async with opened(path) as store:
        again = await arrived(store, await a_source(store), some(10, prefix="batch-11"))
        tables = ("known", "items", "bodies", "marks", "origins", "to_index")
        counts = {table: await number(store, f"SELECT count(*) FROM {table}") for table in tables}
    assert again.new == 0
    assert len(set(counts.values())) == 1, counts
    assert counts["items"] % 10 == 0
