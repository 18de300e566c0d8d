"""Platforms are asked what of the stored posts they still show."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import ServerUnreachable
from arrowtui.model.item import Scope, View
from arrowtui.model.manners import USUAL, Manners
from arrowtui.model.spending import Bill
from arrowtui.model.subscription import HostWait, Wish
from arrowtui.model.wire import Batch, Body, Draft, Markup, Reply, Request
from arrowtui.services import rechecking
from arrowtui.services.chores import Chores
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library
from arrowtui.services.rechecking import Rechecking
from arrowtui.services.refresh import Refresh
from arrowtui.sources.adapter import Adapter
from arrowtui.sources.feed import Feed
from arrowtui.sources.registry import SOURCES
from arrowtui.store import Store, open_store
from arrowtui.store.fetching import host_waits, save_host_wait
from arrowtui.store.items import arrive
from arrowtui.store.placed import prepared
from arrowtui.store.subscriptions import subscriptions, sync_wishes
from tests.fakes import NOON, FakeClock, FakeWire
from tests.store.builders import an_item, placed

ASK = "https://platform.example/lookup"
TAG = Wish("talks", "https://platform.example/tags/x", "Tag")
FEED = Wish("feed", "https://feed.example/", "Feed")


@dataclass
class Talks(Adapter):
    """A platform that says of a list of posts which are gone."""

    kind: str = "talks"
    gone: set[str] = field(default_factory=set)
    asked: list[list[str]] = field(default_factory=list)
    bill: Bill | None = None
    each: bool = False
    is_extra: bool = False
    hosts: dict[str, str] = field(default_factory=dict)
    trouble: FetchError | None = None
    manners: Manners = USUAL

    def first(self, address: str, options: tuple[tuple[str, str], ...], memory: str) -> Request:
        return Request(address)

    def recheck(self, native_ids: Iterable[str], options: tuple[tuple[str, str], ...]) -> tuple[Request, ...]:
        if self.trouble:
            raise self.trouble
        self.asked.append(list(native_ids))
        names = self.asked[-1] if self.each else [",".join(self.asked[-1])]
        return tuple(self._request(name) for name in names)

    def _request(self, name: str) -> Request:
        host = self.hosts.get(name, "platform.example")
        return Request(f"https://{host}/lookup", step=name, bill=self.bill, is_extra=self.is_extra)

    def read(self, reply: Reply, options: tuple[tuple[str, str], ...], memory: str) -> Batch:
        return Batch(deleted=tuple(one for one in reply.request.step.split(",") if one in self.gone))


class Desk:
    def __init__(self, store: Store, clock: FakeClock, wire: FakeWire) -> None:
        self.store, self.clock, self.wire, self.talks = store, clock, wire, Talks()
        self.chore = Rechecking(Refresh(store, wire, {"talks": self.talks, "feed": Feed()}, clock))
        self.library, self.journal = Library(store), Journal(store, clock)

    async def bring(self, *names: str, kind: str = "talks") -> None:
        async with self.store.write() as db:
            await sync_wishes(db, [TAG, FEED])
            source = next(one for one in await subscriptions(db) if one.wish.kind == kind)
            for minutes, name in enumerate(names):
                at, draft = NOON - timedelta(minutes=minutes), Draft(name, body=Body(name, Markup.TEXT))
                await arrive(
                    db, source.id, prepared([placed(an_item(name, key=f"{kind}|platform|{name}", at=at, draft=draft))])
                )

    async def a_day_later(self) -> None:
        self.clock.forward(days=1, seconds=1)
        self.talks.asked.clear()
        await self.chore.work()

    async def titles(self) -> list[str]:
        rows = (await self.library.page(View(None, Scope.ALL))).rows
        return sorted(row.title.removeprefix("Title of ") for row in rows)


@pytest.fixture
async def desk(tmp_path: Path, clock: FakeClock, wire: FakeWire) -> AsyncIterator[Desk]:
    store = await open_store(tmp_path / "store.db", durable=False)
    wire.answers(ASK, "ok")
    yield Desk(store, clock, wire)
    await store.close()


async def test_what_the_platform_deleted_vanishes_and_the_rest_stays(desk: Desk) -> None:
    await desk.bring("a", "b", "c")
    desk.talks.gone = {"b"}

    await desk.chore.work()
    assert desk.talks.asked == []  # just seen: it is fresh
    await desk.a_day_later()

    assert desk.talks.asked == [["a", "b", "c"]]
    assert await desk.titles() == ["a", "c"]


async def test_the_persons_note_stays_with_title_and_link(desk: Desk) -> None:
    await desk.bring("a")
    item = (await desk.library.page(View(None, Scope.ALL))).rows[0].id
    await desk.journal.keep([item], True)
    note = await desk.journal.begin_note(item)
    await desk.journal.write_note(note.id, "A thought")
    desk.talks.gone = {"a"}

    await desk.chore.work()
    await desk.a_day_later()

    assert await desk.titles() == []
    kept = await desk.library.note(note.id)
    assert kept is not None
    assert (kept.text, kept.about.title, kept.about.link) == ("A thought", "Title of a", "https://example.org/a")


async def test_it_goes_back_in_time_a_few_a_day_and_then_from_the_top(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rechecking, "MOST", 2)
    await desk.bring("a", "b", "c")
    await desk.chore.work()

    days = []
    for _ in range(3):
        await desk.a_day_later()
        days += desk.talks.asked

    assert days == [["a", "b"], ["c"], ["a", "b"]]


@pytest.mark.parametrize(
    ("budget", "posts", "days"),
    [
        (3_100_000, ["a", "b"], 1),  # a tenth of it is 10,000 a day: two posts at 5,000
        (1_550_000, ["a"], 1),
        (400_000, ["a"], 4),  # 1,290 a day: one post every four days
    ],
)
async def test_asking_after_posts_takes_a_tenth_of_a_budget_at_most(
    desk: Desk, budget: int, posts: list[str], days: int
) -> None:
    desk.talks.bill, desk.talks.each = Bill("talks", budget, 5_000), True
    await desk.bring("a", "b", "c")
    await desk.chore.work()

    await desk.a_day_later()

    assert [request.step for request, _ in desk.wire.asked] == posts
    assert await desk.chore.due_at() == desk.clock.now() + timedelta(days=days)


async def test_it_asks_once_a_day(desk: Desk) -> None:
    await desk.bring("a")
    await desk.chore.work()
    await desk.a_day_later()
    asked = len(desk.wire.asked)

    await desk.chore.work()

    assert len(desk.wire.asked) == asked == 1
    assert await desk.chore.due_at() == desk.clock.now() + timedelta(days=1)


async def test_who_does_not_answer_deletes_nothing_and_is_asked_the_same_tomorrow(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rechecking, "MOST", 1)
    await desk.bring("a", "b")
    desk.talks.gone = {"a", "b"}
    await desk.chore.work()
    desk.wire._scripts.clear()
    desk.wire.fails(ASK, ServerUnreachable("platform.example", "x"))
    desk.wire.answers(ASK, "gone", status=500)
    desk.wire.answers(ASK, "ok")

    await desk.a_day_later()
    await desk.a_day_later()
    assert await desk.titles() == ["a", "b"]
    await desk.a_day_later()

    assert await desk.titles() == ["b"]


async def test_a_portion_is_a_few_requests_and_the_next_one_comes_soon(desk: Desk) -> None:
    desk.talks.each = True
    await desk.bring(*(f"p{number:02}" for number in range(rechecking.REQUESTS + 3)))
    await desk.chore.work()

    await desk.a_day_later()
    assert len(desk.wire.asked) == rechecking.REQUESTS
    assert await desk.chore.due_at() == desk.clock.now() + rechecking.SOON

    desk.clock.forward(hours=2, seconds=1)
    await desk.chore.work()
    assert len(desk.wire.asked) == rechecking.REQUESTS + 3
    assert await desk.chore.due_at() == desk.clock.now() + rechecking.EVERY


async def test_a_server_that_is_gone_for_good_keeps_nobody_else_from_being_asked_after(desk: Desk) -> None:
    desk.talks.each = desk.talks.is_extra = True
    desk.talks.hosts = {"a": "dead.example"}
    desk.wire.fails("https://dead.example/lookup", ServerUnreachable("dead.example", "x"))
    await desk.bring("a", "b")
    desk.talks.gone = {"a", "b"}
    await desk.chore.work()

    await desk.a_day_later()

    assert await desk.titles() == ["a"]


async def test_a_host_that_wants_long_gaps_is_asked_once_and_left_alone_by_everybody(desk: Desk) -> None:
    desk.talks.each, desk.talks.manners = True, Manners(gap_s=60)
    await desk.bring("a", "b")
    await desk.chore.work()

    await desk.a_day_later()

    assert len(desk.wire.asked) == 1
    async with desk.store.reading() as db:
        (wait,) = await host_waits(db)
    assert (wait.host, wait.until) == ("platform.example", desk.clock.now() + timedelta(seconds=60))


async def test_a_host_that_wants_to_be_left_alone_is(desk: Desk) -> None:
    await desk.bring("a")
    await desk.chore.work()
    until = desk.clock.now() + timedelta(days=1, hours=3)
    async with desk.store.write() as db:
        await save_host_wait(db, HostWait("platform.example", until))

    await desk.a_day_later()

    assert desk.wire.asked == []
    assert await desk.chore.due_at() == until


async def test_a_source_that_cannot_be_asked_as_it_is_set_waits_for_tomorrow(desk: Desk) -> None:
    desk.talks.trouble = ServerUnreachable("platform.example", "no budget")
    await desk.bring("a")
    await desk.chore.work()

    await desk.a_day_later()

    assert await desk.titles() == ["a"]
    assert await desk.chore.due_at() == desk.clock.now() + rechecking.EVERY


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("mastodon", "https://m.example/users/ida/statuses/1155"),
        ("bluesky", "at://did:plc:abc/app.bsky.feed.post/3mfq"),
        ("reddit", "t3_1abcde"),
        ("x", "1991800000000000001"),
    ],
)
def test_every_platform_that_expects_it_can_be_asked(kind: str, name: str) -> None:
    source = SOURCES[kind]

    assert isinstance(source, rechecking.Rechecks)
    (request,) = source.recheck([name], (("budget", "5.00"),))
    assert request.address.startswith("https://")


async def test_a_post_deleted_on_its_server_vanishes_from_a_mastodon_source(
    tmp_path: Path, clock: FakeClock, wire: FakeWire
) -> None:
    uris = [f"https://m.example/users/ida/statuses/{number}" for number in (1, 2, 3, 4)]
    wire.answers("https://m.example/api/v1/statuses/4", "", status=404)  # what is not for everybody is not found
    wire.answers("https://m.example/api/v1/statuses/1", '{"error": "Record not found"}', status=404)
    wire.answers("https://m.example/api/v1/statuses/2", "<html>Bad gateway", status=502)
    wire.answers("https://m.example/api/v1/statuses/3", "{}")
    store = await open_store(tmp_path / "store.db", durable=False)
    chore = Rechecking(Refresh(store, wire, SOURCES, clock))
    async with store.write() as db:
        await sync_wishes(db, [Wish("mastodon", "https://m.example/tags/x", "Tag")])
        (source,) = await subscriptions(db)
        for uri in uris:
            draft = Draft(uri, is_restricted=uri.endswith("4"))
            item = an_item(uri[-1], key=f"mastodon|m.example|{uri}", at=NOON, draft=draft)
            await arrive(db, source.id, prepared([placed(item)]))
    await chore.work()
    clock.forward(days=1, seconds=1)

    await chore.work()

    rows = (await Library(store).page(View(None, Scope.ALL))).rows
    assert sorted(row.title for row in rows) == ["Title of 2", "Title of 3", "Title of 4"]
    await store.close()


async def test_what_only_came_as_a_copy_from_elsewhere_is_not_asked_after(desk: Desk) -> None:
    await desk.bring("a")
    await desk.bring("f", kind="feed")
    await desk.chore.work()

    await desk.a_day_later()

    assert desk.talks.asked == [["a"]]


async def test_without_such_a_source_nothing_is_ever_due(desk: Desk) -> None:
    async with desk.store.write() as db:
        await sync_wishes(db, [FEED])

    assert await desk.chore.due_at() is None


async def test_a_chore_that_stumbles_rests_and_the_others_go_on(
    clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    done = []

    class Stumbling:
        async def due_at(self) -> object:
            return NOON

        async def work(self) -> None:
            raise KeyError("a bug")

    class Steady(Stumbling):
        async def work(self) -> None:
            done.append(1)

    chores = Chores((Stumbling(), Steady()), clock)  # type: ignore[arg-type]  # they are always due

    await chores.work()
    await chores.work()

    assert len(done) == 2
    assert caplog.text.count("Stumbling stumbled") == 1
    clock.forward(hours=2)
    await chores.work()
    assert caplog.text.count("Stumbling stumbled") == 2
