"""Time in which this process did not run is not counted against anybody; all other time is."""

import asyncio
import selectors
import sys
from collections.abc import Coroutine

import pytest

from arrowtui.gateways.patience import GRACE_S, SLICE_S, PatientLoop, held_up_s

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot stop a program so")


class Hour:
    """A clock that goes on when the test says so."""

    def __init__(self) -> None:
        self.now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def hour() -> Hour:
    return Hour()


def run(hour: Hour, work: Coroutine[None, None, None]) -> None:
    with asyncio.Runner(loop_factory=lambda: PatientLoop(hour)) as runner:
        runner.run(work)


async def several_turns(hour: Hour, turns: int, each_s: float) -> None:
    for _ in range(turns):
        hour.now_s += each_s
        await asyncio.sleep(0)


def test_a_minute_in_which_the_program_was_stopped_is_no_minute_a_server_took(hour: Hour) -> None:
    async def asked() -> None:
        async with asyncio.timeout(20):
            hour.now_s += 150
            await several_turns(hour, 5, GRACE_S / 2)
        assert held_up_s() >= 150

    run(hour, asked())


def test_the_same_while_it_waits(hour: Hour, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float | None] = []
    wait = selectors.DefaultSelector.select

    def stopped(
        self: selectors.DefaultSelector, timeout: float | None = None
    ) -> list[tuple[selectors.SelectorKey, int]]:
        waited.append(timeout)
        hour.now_s += 150 if len(waited) < 3 else (timeout or 0)
        return wait(self, 0)

    async def asked() -> None:
        begun = asyncio.get_running_loop().time()
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(20):
                await asyncio.Event().wait()
        assert asyncio.get_running_loop().time() - begun == pytest.approx(20)

    monkeypatch.setattr(selectors.DefaultSelector, "select", stopped)
    run(hour, asked())
    assert max(each for each in waited if each is not None) <= SLICE_S


def test_a_server_that_takes_its_time_is_still_too_slow(hour: Hour) -> None:
    async def asked() -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(20):
                await several_turns(hour, 100, GRACE_S)
        assert held_up_s() == 0

    run(hour, asked())


async def test_on_any_other_loop_nothing_is_held_up() -> None:
    assert held_up_s() == 0
