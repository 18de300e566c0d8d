"""How things stand in numbers: what a status bar shows."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from arrowtui.lanes.alike import sign_of
from arrowtui.model.call_board import Profile
from arrowtui.model.chat import Series
from arrowtui.model.chat_board import FollowedChat
from arrowtui.model.item import View
from arrowtui.model.lane import Lane
from arrowtui.model.replace import replace
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library
from arrowtui.services.standing import Standing
from arrowtui.store import Store
from arrowtui.store.calls import ReadCall
from tests.fakes import NOON, FakeClock
from tests.store.builders import a_source, an_item, arrived, opened, placed, some
from tests.ui.test_calls import a_call

HOUR = timedelta(hours=1)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with opened(tmp_path / "store.db") as store:
        yield store


async def standing(one: Standing) -> dict[str, int]:
    return {name: await ask() for name, ask in one.known.items()}


async def test_an_empty_store_stands_at_nothing(store: Store) -> None:
    assert set((await standing(Standing(store, FakeClock()))).values()) == {0}


async def test_each_tab_counts_what_is_unread(store: Store) -> None:
    source = await a_source(store)
    await arrived(store, source, some(3))
    await arrived(store, source, some(2, Lane.CHAT, prefix="chat"))
    await arrived(store, source, some(1, Lane.NOISE, prefix="noise"))
    row, *_ = (await Library(store).page(View(Lane.TIP))).rows
    await Journal(store, FakeClock()).read([row.id], True)

    found = await standing(Standing(store, FakeClock()))

    assert (found["tips"], found["chats"], found["calls"], found["noise"]) == (2, 2, 0, 1)


async def test_calls_that_close_within_a_day_count_but_for_those_her_filters_hide(store: Store) -> None:
    source = await a_source(store)
    dues = {"Nurses": 3 * HOUR, "Crypto fans": 5 * HOUR, "Far": 50 * HOUR, "Past": -HOUR}
    calls = [
        replace(placed(an_item(title, title=title), Lane.CALL), call=ReadCall(call, sign_of(call)))
        for title, call in ((title, a_call(due, outlet=title)) for title, due in dues.items())
    ]
    await arrived(store, source, calls)

    assert (await standing(Standing(store, FakeClock())))["closing"] == 2
    hiding = Standing(store, FakeClock(), profile=Profile(never=("crypto",)))
    assert (await standing(hiding))["closing"] == 1


async def test_a_chat_is_live_from_its_hour_to_its_end(store: Store) -> None:
    rule = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=12;BYMINUTE=0"
    chat = FollowedChat("Daily", Series("daily", rule, "UTC", 60), ("daily",))

    async def live(at: datetime) -> int:
        return (await standing(Standing(store, FakeClock(at), chats=(chat,))))["live"]

    noon = datetime(NOON.year, NOON.month, NOON.day, 12, tzinfo=UTC)
    hours = [noon - timedelta(minutes=1), noon, noon + timedelta(minutes=59), noon + HOUR]
    assert [await live(at) for at in hours] == [0, 1, 1, 0]
