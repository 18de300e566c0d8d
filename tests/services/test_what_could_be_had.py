"""After days offline a session says, place by place, what could be had of it and what could not."""

import json
from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from arrowtui.model.chat import Window
from arrowtui.model.chat_board import Had
from arrowtui.model.errors import ServerTooSlow
from arrowtui.model.lane import Lane
from arrowtui.sources.registry import SOURCES
from arrowtui.store import open_store
from arrowtui.store.gaps import session_notices
from tests.fakes import NOON, FakeClock, FakeWire
from tests.services.world import World

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
TAG = "https://mastodon.example/tags/wardchat.json"
OTHER = "https://elsewhere.example/tags/wardchat.json"
BEGINS = NOON + 48 * HOUR
WINDOW = Window(BEGINS, BEGINS + HOUR)


def posts(first: datetime, count: int, title: str = "#wardchat") -> str:
    """A feed of so many posts, one a minute from `first` on."""
    items = [
        {"id": f"https://mastodon.example/{at}", "title": f"A{n}", "date_published": at}
        for n in range(count)
        for at in ((first + n * MINUTE).isoformat(),)
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": title, "items": items})


@pytest.fixture
async def world(tmp_path: Path, clock: FakeClock) -> AsyncIterator[World]:
    store = await open_store(tmp_path / "store.db", durable=False)
    yield World(store, clock, FakeWire(clock))
    await store.close()


async def read_at(world: World, hour: datetime, **said: str) -> None:
    """A round at that hour; the feeds say this."""
    world.clock.hour = hour
    assert isinstance(world.wire, FakeWire)
    for address, body in (("tag", TAG), ("other", OTHER)):
        if address in said:
            world.wire.says_from_now_on(body, said[address])
    await world.round()


async def had(world: World, window: Window = WINDOW) -> Sequence[str]:
    async with world.store.reading() as db:
        found = await session_notices(db, ("wardchat",), window, world.clock.now())
    return [one.told(NOON.tzinfo) for one in found]


async def test_a_feed_that_shows_none_of_what_was_known_says_what_it_had(world: World) -> None:
    await world.follow(TAG, OTHER, lane=Lane.CHAT)
    await read_at(world, NOON, tag=posts(NOON - HOUR, 15), other=posts(NOON - HOUR, 3, "Elsewhere"))

    late = posts(BEGINS + 5 * MINUTE, 20)
    overlapping = json.loads(posts(NOON - HOUR, 3, "Elsewhere"))
    overlapping["items"] += json.loads(posts(BEGINS, 5))["items"]
    await read_at(world, BEGINS + 3 * HOUR, tag=late, other=json.dumps(overlapping))

    assert await had(world) == [
        "#wardchat: only its newest 20 posts could be had; complete from 12:05 on",
        "Elsewhere: complete",
    ]


async def test_where_everything_is_there_nothing_is_said(world: World) -> None:
    await world.follow(TAG, lane=Lane.CHAT)
    await read_at(world, NOON, tag=posts(NOON - HOUR, 3))
    grown = json.loads(posts(NOON - HOUR, 3))
    grown["items"] += json.loads(posts(BEGINS, 30))["items"]
    await read_at(world, BEGINS + HOUR, tag=json.dumps(grown))

    assert await had(world) == []


async def test_a_feed_that_was_empty_before_has_lost_nothing(world: World) -> None:
    await world.follow(TAG, lane=Lane.CHAT)
    await read_at(world, NOON, tag=posts(NOON, 0))
    await read_at(world, BEGINS + HOUR, tag=posts(BEGINS + MINUTE, 20))

    assert await had(world) == []


async def test_a_full_list_at_the_first_look_does_not_say_what_stood_before(world: World) -> None:
    await world.follow(TAG, lane=Lane.CHAT)
    await read_at(world, BEGINS + 50 * MINUTE, tag=posts(BEGINS + 30 * MINUTE, 20))

    assert await had(world) == ["#wardchat: only its newest 20 posts could be had; complete from 12:30 on"]


async def test_other_sessions_are_not_concerned(world: World) -> None:
    await world.follow(TAG, lane=Lane.CHAT)
    await read_at(world, BEGINS + 50 * MINUTE, tag=posts(BEGINS + 30 * MINUTE, 20))
    later = Window(BEGINS + 7 * 24 * HOUR, BEGINS + 7 * 24 * HOUR + HOUR)

    assert await had(world, later) == []


async def test_a_place_that_was_not_read_since_and_one_that_fails_say_so(world: World) -> None:
    await world.follow(TAG, OTHER, lane=Lane.CHAT)
    await read_at(world, NOON, tag=posts(NOON - HOUR, 3), other=posts(NOON - HOUR, 3, "Elsewhere"))
    world.clock.hour = BEGINS + HOUR
    assert await had(world) == ["#wardchat: not read since Mon 12:00", "Elsewhere: not read since Mon 12:00"]

    assert isinstance(world.wire, FakeWire)
    world.wire.says_from_now_on(OTHER, "")
    world.wire.fails(OTHER, ServerTooSlow("elsewhere.example", 20))
    await world.round()
    grown = json.loads(posts(NOON - HOUR, 3))
    grown["items"] += json.loads(posts(BEGINS, 30))["items"]
    await read_at(world, BEGINS + HOUR, tag=json.dumps(grown))

    assert await had(world) == ["Elsewhere: elsewhere.example did not answer within 20 s", "#wardchat: complete"]


async def test_of_a_session_that_has_not_begun_nothing_is_missing(world: World) -> None:
    await world.follow(TAG, lane=Lane.CHAT)
    await read_at(world, NOON, tag=posts(NOON - HOUR, 3))

    assert await had(world) == []


def test_every_kind_either_says_itself_what_it_left_out_or_shows_a_list_that_is_watched() -> None:
    """Those that ask for what came since the last poll never show a known post: they must tell."""
    assert {kind for kind, source in SOURCES.items() if source.tells_gaps} == {
        *("mastodon", "bluesky", "x", "mail", "stackexchange", "fever", "greader")
    }


def test_an_hour_is_told_in_the_zone_that_is_asked_for() -> None:
    one = Had("Desk", "More came than can be read at once.", NOON)

    assert one.told(NOON.tzinfo) == "Desk: More came than can be read at once; complete from 12:00 on"
