"""The screen's side of the poller, with pollers that behave in every way but well."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from arrowtui.gateways import child as child_module
from arrowtui.gateways.child import NO_ROUND, ChildPoller, poller_command
from arrowtui.gateways.lock import FileLock
from arrowtui.model.errors_screen import PollerEnded
from arrowtui.model.progress import Progress
from arrowtui.model.subscription import Report, SubscriptionId, Trouble

LINE = (
    '{"done":1,"total":2,"new":3,"failing":1,"report":{"subscription":7,"title":"A",'
    '"trouble":{"name":"x","headline":"y","hint":"z"}}}'
)
HEARD = Progress(1, 2, 3, 1, Report(SubscriptionId(7), "A", trouble=Trouble("x", "y", "z")))
SPEAKS = f"print({LINE!r}, flush=True)\n"
ECHOES = 'import sys\nfor line in sys.stdin:\n    print(\'{"done":%d,"total":0}\' % len(line), flush=True)\n'
STUBBORN = """
import signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print('{"done":1,"total":1}', flush=True)
while True:
    time.sleep(3600)
"""


class Naps:
    """Sleeps by remembering; after `most` naps it calls `then`."""

    def __init__(self) -> None:
        self.taken: list[float] = []
        self.most = 1_000
        self.then: Callable[[], object] = lambda: None

    async def __call__(self, seconds: float) -> None:
        self.taken.append(seconds)
        if len(self.taken) >= self.most:
            await asyncio.gather(*(one for one in [self.then()] if asyncio.iscoroutine(one)))
        await asyncio.sleep(0)


@pytest.fixture
def naps() -> Naps:
    return Naps()


@pytest.fixture
def make(tmp_path: Path, naps: Naps) -> Callable[[str], ChildPoller]:
    def made(script: str) -> ChildPoller:
        return ChildPoller((sys.executable, "-c", script), FileLock(tmp_path / "lock"), naps)

    return made


class Ear:
    """Hears lines and lets one wait for the next; none is missed, however close they come."""

    def __init__(self) -> None:
        self.heard: list[Progress] = []
        self._lines: asyncio.Queue[Progress] = asyncio.Queue()

    def __call__(self, progress: Progress) -> None:
        self.heard.append(progress)
        self._lines.put_nowait(progress)

    async def next(self) -> Progress:
        return await asyncio.wait_for(self._lines.get(), 60)


async def test_lines_become_progress(make: Callable[[str], ChildPoller]) -> None:
    poller, ear = make(SPEAKS + "input()"), Ear()
    listening = asyncio.create_task(poller.listen(ear))

    await ear.next()
    await poller.stop()
    await asyncio.wait_for(listening, 60)

    assert ear.heard == [HEARD]


async def test_what_no_poller_says_is_passed_over(make: Callable[[str], ChildPoller]) -> None:
    nonsense = "import sys\nsys.stdout.buffer.write(b'\\xff\\x00 garbage\\n{}\\n[1]\\n\\n')\n"
    poller, ear = make(nonsense + SPEAKS + "input()"), Ear()
    listening = asyncio.create_task(poller.listen(ear))

    assert await ear.next() == HEARD
    await poller.stop()
    await listening


async def test_orders_are_lines(make: Callable[[str], ChildPoller]) -> None:
    poller, ear = make('print(\'{"done":0,"total":0}\', flush=True)\n' + ECHOES), Ear()
    listening = asyncio.create_task(poller.listen(ear))
    await ear.next()

    await poller.ask()
    assert (await ear.next()).done == len("refresh\n")
    await poller.ask([SubscriptionId(3), SubscriptionId(17)])
    assert (await ear.next()).done == len("refresh #3 #17\n")
    await poller.reload()
    assert (await ear.next()).done == len("reload\n")
    await poller.stop()
    await listening


async def test_an_order_given_before_it_runs_is_told_as_it_begins(make: Callable[[str], ChildPoller]) -> None:
    poller, ear = make(ECHOES), Ear()
    for _ in range(3):
        await poller.ask()
    await poller.ask([SubscriptionId(3)])

    listening = asyncio.create_task(poller.listen(ear))
    assert [(await ear.next()).done for _ in range(2)] == [len("refresh\n"), len("refresh #3\n")]
    await poller.stop()
    await asyncio.wait_for(listening, 60)


async def test_one_that_dies_is_started_again_after_longer_and_longer_pauses(
    make: Callable[[str], ChildPoller], naps: Naps
) -> None:
    poller, ear = make(SPEAKS + "raise SystemExit(3)"), Ear()
    naps.most, naps.then = 4, poller.stop

    await asyncio.wait_for(poller.listen(ear), 60)

    assert ear.heard[:2] == [HEARD, NO_ROUND]  # the round it was in is over, though it did not say so
    assert ear.heard[2:] == [HEARD, Progress.stopped_by(PollerEnded(3))] * 3  # it does not mend itself
    assert naps.taken == [2, 4, 8, 16]


async def test_what_it_said_of_its_end_is_told_once(make: Callable[[str], ChildPoller], naps: Naps) -> None:
    trouble = '{"done":0,"total":0,"trouble":{"name":"x","headline":"y","hint":"z"},"is_stopped":true}'
    poller, ear = make(f"print({trouble!r}, flush=True)\nraise SystemExit(4)"), Ear()
    naps.most, naps.then = 2, poller.stop

    await asyncio.wait_for(poller.listen(ear), 60)

    assert ear.heard == [Progress(0, 0, trouble=Trouble("x", "y", "z"), is_stopped=True)] * 2


async def test_an_end_in_the_middle_of_a_round_ends_the_round(make: Callable[[str], ChildPoller], naps: Naps) -> None:
    poller, ear = make(SPEAKS), Ear()
    naps.most, naps.then = 2, poller.stop

    await asyncio.wait_for(poller.listen(ear), 60)

    assert ear.heard == [HEARD, NO_ROUND] * 2


async def test_one_that_makes_way_for_another_is_no_trouble(
    make: Callable[[str], ChildPoller], naps: Naps, tmp_path: Path
) -> None:
    taken = FileLock(tmp_path / "lock")
    poller, ear = make(SPEAKS + "input()\nraise SystemExit(1)"), Ear()
    naps.most, naps.then = 2, poller.stop
    listening = asyncio.create_task(poller.listen(ear))
    await ear.next()
    with taken:
        await poller.reload()
        await asyncio.wait_for(listening, 60)

    assert ear.heard == [HEARD, NO_ROUND]


async def test_pauses_have_an_end(make: Callable[[str], ChildPoller], naps: Naps) -> None:
    poller, ear = ChildPoller(("/nowhere/at/all",), make("").lock, naps), Ear()
    naps.most, naps.then = 9, poller.stop

    await asyncio.wait_for(poller.listen(ear), 60)

    assert [told.trouble and told.trouble.name for told in ear.heard] == ["PollerMissing"] * 9

    assert naps.taken == [2, 4, 8, 16, 32, 60, 60, 60, 60]


async def test_one_that_ran_well_for_a_while_is_started_again_soon(
    make: Callable[[str], ChildPoller], naps: Naps
) -> None:
    poller = make(SPEAKS)
    hours = iter(range(0, 10_000, 40))
    poller.clock_s = lambda: float(next(hours))
    naps.most, naps.then = 3, poller.stop

    await asyncio.wait_for(poller.listen(Ear()), 60)

    assert naps.taken == [1, 1, 1]


async def test_none_is_started_while_another_holds_the_lock(
    make: Callable[[str], ChildPoller], naps: Naps, tmp_path: Path
) -> None:
    poller, ear = make(SPEAKS), Ear()
    naps.most, naps.then = 3, poller.stop
    with FileLock(tmp_path / "lock"):
        await asyncio.wait_for(poller.listen(ear), 60)

    assert ear.heard == []


async def test_one_that_does_not_hear_is_killed(
    make: Callable[[str], ChildPoller], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child_module, "FAREWELL_S", 0.05)
    poller, ear = make(STUBBORN), Ear()
    listening = asyncio.create_task(poller.listen(ear))
    await ear.next()

    await asyncio.wait_for(poller.stop(), 60)
    await asyncio.wait_for(listening, 60)


async def test_a_listener_that_is_cancelled_leaves_no_process_behind(make: Callable[[str], ChildPoller]) -> None:
    script = 'import os\nprint(\'{"done":%d,"total":0}\' % os.getpid(), flush=True)\nimport time\ntime.sleep(3600)'
    poller, ear = make(script), Ear()
    listening = asyncio.create_task(poller.listen(ear))
    number = (await ear.next()).done

    listening.cancel()
    await asyncio.gather(listening, return_exceptions=True)

    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


async def test_orders_to_nobody_and_to_the_dead_are_harmless(make: Callable[[str], ChildPoller]) -> None:
    script = 'import os\nprint(\'{"done":%d,"total":0}\' % os.getpid(), flush=True)\nimport time\ntime.sleep(3600)'
    poller, ear = make(script), Ear()
    await poller.ask()
    await poller.stop()
    poller = make(script)
    listening = asyncio.create_task(poller.listen(ear))
    os.kill((await ear.next()).done, signal.SIGKILL)

    for _ in range(20):
        await poller.ask()
    await poller.stop()
    await asyncio.wait_for(listening, 60)


def test_the_poller_is_this_arrowtui_with_the_same_folders() -> None:
    command = poller_command("--data", "/d")

    assert command == (sys.executable, "-m", "arrowtui", "--data", "/d", "watch", "--json")
