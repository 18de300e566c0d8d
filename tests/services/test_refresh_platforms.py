"""Real adapters on a real store, against a scripted wire: what a person sees of forums and channels over some polls."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from arrowtui.services.refresh import Refresh
from arrowtui.sources.registry import SOURCES
from arrowtui.store import Store, open_store
from arrowtui.store.fetching import host_waits
from arrowtui.store.subscriptions import source_rows
from tests.fakes import NOON, FakeClock, FakeWire
from tests.services.world import World, tip, trouble_of

GOLDEN = Path(__file__).parent.parent / "sources" / "golden"


def golden(name: str) -> bytes:
    return (GOLDEN / name).read_bytes()


@dataclass
class Platforms(World):
    """A world with every real adapter in it."""

    @property
    def refresh(self) -> Refresh:
        return Refresh(self.store, self.wire, SOURCES, self.clock, tip, jitter=lambda: 0.5, pause=self._pass)

    async def names(self) -> list[str]:
        async with self.store.reading() as db:
            return sorted(row.title for row in await source_rows(db))


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await open_store(tmp_path / "store.db", durable=False)
    yield store
    await store.close()


@pytest.fixture
def world(store: Store, clock: FakeClock, wire: FakeWire) -> Platforms:
    return Platforms(store, clock, wire)


async def test_reddit_is_asked_once_a_minute_however_many_communities_there_are(
    world: Platforms, wire: FakeWire, clock: FakeClock
) -> None:
    subs = [f"https://www.reddit.com/r/{name}/" for name in ("one", "two", "three")]
    await world.follow(*subs, kind="reddit")
    for sub in subs:
        wire.answers(f"{sub}new/.rss?limit=100", golden("reddit/subreddit/1.xml"))

    moments = []
    for _ in range(4):
        reports = await world.round(due_only=True)
        assert all(report.trouble is None for report in reports.values())
        moments.append(len(wire.asked))
        clock.forward(seconds=61)

    assert moments == [1, 2, 3, 3]


async def test_a_channels_wave_of_failures_is_no_end_and_its_views_are_no_news(
    world: Platforms, wire: FakeWire, clock: FakeClock
) -> None:
    handle = "https://www.youtube.com/@deskcraft"
    feed = "https://www.youtube.com/feeds/videos.xml?channel_id=UC1234567890abcdefghij_-"
    before = golden("youtube/handle/2.xml")
    await world.follow(handle, kind="youtube")
    wire.answers(handle, golden("youtube/handle/1.html"))
    wire.answers(feed, before)
    wire.answers(feed, before.replace(b"2026-11-23T01:00:00", b"2026-11-23T09:00:00").replace(b'"900"', b'"950"'))
    wire.answers(feed, "<html>404</html>", status=404)
    wire.answers(feed, "", status=410)

    rounds = []
    for _ in range(4):
        rounds.append((await world.round())[handle])
        clock.forward(hours=24)

    assert [(report.new, report.updated) for report in rounds] == [(1, 0), (0, 0), (0, 0), (0, 0)]
    assert rounds[1].trouble is None
    assert [trouble_of(report).name for report in rounds[2:]] == ["NoFeedJustNow"] * 2
    assert not (await world.state()).ended
    assert await world.titles() == ["Pitch clinic & more"]
    assert await world.names() == ["Desk Craft"]
    assert [request.address for request, _ in wire.asked].count(handle) == 1


async def test_a_thread_grows_by_what_is_new_and_loses_what_was_deleted(world: Platforms, wire: FakeWire) -> None:
    thread = "https://news.ycombinator.com/item?id=45991000"
    whole = json.loads(golden("hackernews/thread/1.json"))
    later = "https://hn.algolia.com/api/v1/search_by_date?tags=comment,story_45991000&numericFilters=created_at_i>1795415400&hitsPerPage=1000"
    await world.follow(thread, kind="hackernews")
    wire.answers("https://hn.algolia.com/api/v1/items/45991000", json.dumps(whole))
    wire.answers(later, golden("hackernews/thread-again/1.json"))

    first, second = (await world.round())[thread], (await world.round())[thread]

    assert (first.new, second.new, second.trouble) == (3, 1, None)
    assert await world.titles() == [
        "A1: Ask first. Then wait.",
        "Five ways to answer a call",
        "Later: it worked.",
        "wait 5",
    ]


async def test_one_post_on_two_servers_is_one_item_and_goes_when_either_says_so(
    world: Platforms, wire: FakeWire, clock: FakeClock
) -> None:
    here, there = "https://lem.example/c/news", "https://lemmy.world/c/news@lem.example"
    query = "type_=all&community_name={}&sort=new&limit=50"
    view = json.loads(golden("lemmy/community-v4/1.json"))["items"][0]
    gone = {**view, "post": {**view["post"], "deleted": True}}
    await world.follow(here, there, kind="lemmy")
    wire.answers(f"https://lem.example/api/v4/post/list?{query.format('news')}", json.dumps({"items": [view]}))
    asked_there = f"https://lemmy.world/api/v4/post/list?{query.format('news%40lem.example')}"
    wire.answers(asked_there, json.dumps({"items": [view]}))
    wire.answers(asked_there, json.dumps({"items": [gone]}))

    reports = await world.round()
    assert sorted(report.new for report in reports.values()) == [0, 1]
    assert await world.titles() == ["Seeking bakers"]

    await world.round()
    assert await world.titles() == []


async def test_a_source_is_called_by_its_name_also_when_only_a_second_reply_tells_it(
    world: Platforms, wire: FakeWire
) -> None:
    await world.follow("https://lem.example/c/news", kind="lemmy")
    wire.answers(
        "https://lem.example/api/v4/post/list?type_=all&community_name=news&sort=new&limit=50", "absent", status=404
    )
    wire.answers("https://lem.example/api/v3/post/list?type_=All&community_name=news&sort=New&limit=50", '{"posts":[]}')

    await world.round()

    assert await world.names() == ["!news@lem.example"]


async def test_a_wish_for_rest_inside_a_reply_holds_for_the_host(world: Platforms, wire: FakeWire) -> None:
    address = "https://stackoverflow.com/questions/tagged/python"
    await world.follow(address, kind="stackexchange")
    asked = SOURCES["stackexchange"].first(address, (), "").address
    wire.answers(asked, '{"items":[],"backoff":90,"quota_remaining":200}')

    report = (await world.round())[address]

    assert report.trouble is None
    async with world.store.reading() as db:
        assert [(wait.host, wait.until - NOON) for wait in await host_waits(db)] == [
            ("api.stackexchange.com", timedelta(seconds=90))
        ]


async def test_a_forums_new_topics_come_with_their_first_posts_and_polls(world: Platforms, wire: FakeWire) -> None:
    latest = "https://discourse.example/latest"
    await world.follow(latest, kind="discourse")
    wire.answers(f"{latest}.json?order=created", golden("discourse/latest/1.json"))
    for topic, file in ((310, "2"), (311, "3"), (5, "3")):
        wire.answers(f"https://discourse.example/t/{topic}.json", golden(f"discourse/latest/{file}.json"))

    first, second = (await world.round())[latest], (await world.round())[latest]

    assert (first.new, second.new, second.updated) == (2, 0, 0)
    assert await world.titles() == ["Older", "Tuesday chat & more"]
    assert len(wire.asked) == 5
