"""The doors of X, Reddit, YouTube, bridges and Bluesky over real sockets: what they open, and every way they close."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from arrowtui.gateways.web import Web
from arrowtui.model.ports import Source
from arrowtui.model.subscription import Report
from arrowtui.services.refresh import Refresh
from arrowtui.sources.registry import SOURCES
from arrowtui.store import Store, open_store
from arrowtui.store.subscriptions import source_rows
from tests.fakes import FakeClock
from tests.server import Act, Say, Server
from tests.services.world import World, tip, trouble_of

GOLDEN = Path(__file__).parent.parent / "sources" / "golden"
ENTRY = '<entry><id>t3_1{0}</id><link href="https://www.reddit.com/r/a/comments/1{0}/x/"/><title>{0}</title></entry>'
HTML = "<!doctype html><html><body>whoa there, pardner!</body></html>"


class Keys:
    """Secrets in memory."""

    async def value(self, name: str) -> str:
        return "t0p-secret"

    def put(self, name: str, value: str) -> None:
        """Kept nowhere."""


@dataclass
class Platforms(World):
    """A world with every real adapter and real sockets; what an adapter waits for passes at once."""

    @property
    def refresh(self) -> Refresh:
        sources: dict[str, Source] = dict(SOURCES)
        return Refresh(self.store, self.wire, sources, self.clock, tip, jitter=lambda: 0.5, pause=self._pass)

    async def one(self, kind: str, address: str, **options: str) -> Report:
        """Follow one source and ask it."""
        await self.follow(address, kind=kind, options=tuple(options.items()))
        (report,) = (await self.round()).values()
        return report

    async def notices(self) -> tuple[str, ...]:
        async with self.store.reading() as db:
            return tuple(notice for row in await source_rows(db) for notice in row.notices)


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with Server() as server:
        yield server


@pytest.fixture
async def world(tmp_path: Path, clock: FakeClock) -> AsyncIterator[Platforms]:
    store: Store = await open_store(tmp_path / "store.db", durable=False)
    web = Web(clock, Keys(), proxy_for=lambda target: None)
    yield Platforms(store, clock, web)
    await web.close()
    await store.close()


def golden(name: str) -> bytes:
    return (GOLDEN / name).read_bytes()


TAG = "https://x.com/hashtag/edchat"


def on_search(server: Server, *acts: Act) -> str:
    server.on("/2/tweets/search/recent", *acts)
    return server.at("")


@pytest.mark.parametrize(("case", "dialect"), [("hashtag", "tweet"), ("post-dialect", "post")])
async def test_x_is_understood_in_both_its_dialects_polls_included(
    world: Platforms, server: Server, case: str, dialect: str
) -> None:
    asked = json.loads(golden(f"x/{case}/asked.json"))
    due = len(json.loads(golden(f"x/{case}/items.json"))["items"])
    base = on_search(server, Say(200, golden(f"x/{case}/reply.json")))

    report = await world.one("x", asked["address"], **(asked["options"] | {"base": base}))

    assert (report.new, report.trouble) == (due, None)
    (first,) = server.asked[:1]
    assert first.headers["authorization"] == "Bearer t0p-secret"
    assert f"{dialect}.fields=" in first.path


async def test_x_without_news_has_no_data_and_that_is_fine(world: Platforms, server: Server) -> None:
    base = on_search(server, Say(200, '{"meta":{"result_count":0}}'))

    report = await world.one("x", TAG, budget="5.00", base=base)

    assert (report.new, report.trouble) == (0, None)


async def test_x_shows_what_it_can_beside_its_errors(world: Platforms, server: Server) -> None:
    body = {
        "data": [{"id": "7", "text": "A1 yes #edchat", "author_id": "42", "created_at": "2026-11-23T08:00:00Z"}],
        "errors": [{"title": "Not Found Error", "resource_id": "6", "resource_type": "tweet", "detail": "gone"}],
        "meta": {"result_count": 1, "newest_id": "7", "oldest_id": "7"},
    }
    base = on_search(server, Say(200, json.dumps(body)))

    report = await world.one("x", TAG, budget="5.00", base=base)

    assert (report.new, report.trouble) == (1, None)


@pytest.mark.parametrize(
    ("status", "title", "name"),
    [(402, "CreditsDepleted", "OutOfCredit"), (429, "UsageCapExceeded", "UsageCapReached")],
)
async def test_x_out_of_credit_or_beyond_its_cap_is_not_asked_again(
    world: Platforms, server: Server, clock: FakeClock, status: int, title: str, name: str
) -> None:
    base = on_search(server, Say(status, json.dumps({"title": title, "period": "Monthly", "scope": "Product"})))

    report = await world.one("x", TAG, budget="5.00", base=base)
    clock.forward(hours=20)
    await world.round(due_only=True)

    assert trouble_of(report).name == name
    assert len(server.asked) == 1


async def test_a_bridge_that_does_not_let_us_in_is_a_failure_and_no_post(world: Platforms, server: Server) -> None:
    item = "<item><title>RSS reader not yet whitelisted!</title><link>https://b.example</link></item>"
    bridge = server.on("/ida/rss", Say(200, f'<rss version="2.0"><channel><title>ida</title>{item}</channel></rss>'))

    report = await world.one("x", "https://x.com/ida", bridge=bridge)

    assert trouble_of(report).name == "BridgeNotice"
    assert await world.titles() == []


async def test_reddit_says_when_it_has_had_enough_and_is_left_alone_by_all_its_sources(
    world: Platforms, server: Server, clock: FakeClock
) -> None:
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>new</title>{ENTRY.format("aa")}</feed>'
    limits = {"X_Ratelimit_Used": "1", "X_Ratelimit_Remaining": "0.0", "X_Ratelimit_Reset": "90"}
    too_soon = Say(429, HTML, X_Ratelimit_Reset="60", X_Ratelimit_Remaining="0.0")
    server.on("/r/one/new/.rss", Say(200, feed, **limits))
    server.on("/r/two/new/.rss", too_soon, Say(200, feed.replace("aa", "bb")))
    base = (("base", server.at("")),)
    await world.follow("https://www.reddit.com/r/one/", "https://www.reddit.com/r/two/", kind="reddit", options=base)

    asked = []
    for minutes in (1, 1, 1, 40, 2):
        await world.round(due_only=True)
        asked.append(len(server.asked))
        clock.forward(minutes=minutes, seconds=1)

    assert asked == [1, 1, 2, 2, 3]
    assert server.paths()[1].startswith("/r/two/")
    await world.round(due_only=True)
    assert await world.titles() == ["aa", "bb"]


async def test_reddit_closed_to_this_network_says_what_may_help(world: Platforms, server: Server) -> None:
    server.on("/r/one/new/.rss", Say(403, HTML))

    report = await world.one("reddit", "https://www.reddit.com/r/one/", base=server.at(""))

    assert "arrowtui login reddit" in trouble_of(report).hint


async def test_youtubes_waves_of_failure_end_no_channel(world: Platforms, server: Server, clock: FakeClock) -> None:
    channel = "https://www.youtube.com/channel/UC1234567890abcdefghij_-"
    good = Say(200, golden("youtube/known-handle/1.xml"))
    server.on("/feeds/videos.xml", good, Say(404, HTML), Say(410), Say(500), good)
    report = await world.one("youtube", channel, base=server.at(""))
    assert report.new == 1

    told = []
    for _ in range(4):
        clock.forward(hours=30)
        (report,) = (await world.round()).values()
        told.append(report.trouble.name if report.trouble else "")

    assert told[-1] == ""
    assert all(told[:3])
    assert not (await world.state()).ended
    assert len(await world.titles()) == 1


XRPC = "/xrpc/app.bsky.feed."
WHEN = "2026-11-23T08:00:00Z"


def post(key: str, text: str, **more: object) -> dict[str, object]:
    record = {"text": text, "createdAt": WHEN, **more}
    author = {"did": "did:plc:ida", "handle": "ida.example"}
    uri = f"at://did:plc:ida/app.bsky.feed.post/{key}"
    return {"uri": uri, "author": author, "record": record, "indexedAt": WHEN}


async def test_bluesky_shuts_its_search_and_the_rest_of_the_pages_to_outsiders(
    world: Platforms, server: Server
) -> None:
    page = {"posts": [post("1", "A1 #edchat")], "cursor": "25"}
    server.on(f"{XRPC}searchPosts", Say(200, json.dumps(page)), Say(403, HTML))

    first = await world.one("bluesky", "https://bsky.app/hashtag/edchat", base=server.at(""))
    (second,) = (await world.round()).values()

    assert (first.new, first.trouble) == (1, None)
    assert "cursor" not in server.asked[-1].path
    assert trouble_of(second).name == "SignInWanted"


async def test_bluesky_links_stand_right_after_an_emoji_and_unknown_things_are_attachments(
    world: Platforms, server: Server
) -> None:
    text = "🎓 Call: desk.example/5"
    start = len("🎓 Call: ".encode())
    index = {"byteStart": start, "byteEnd": start + len(b"desk.example/5")}
    link = {"$type": "app.bsky.richtext.facet#link", "uri": "https://desk.example/5"}
    odd = post("2", text, facets=[{"index": index, "features": [link]}])
    odd["embed"] = {"$type": "app.bsky.embed.hologram#view", "what": [1]}
    server.on(f"{XRPC}searchPosts", Say(200, json.dumps({"posts": [odd]})))

    report = await world.one("bluesky", "https://bsky.app/hashtag/edchat", base=server.at(""))

    assert (report.new, report.trouble) == (1, None)
    (row,) = await world.rows()
    assert row.title == text


async def test_a_bluesky_thread_with_holes_hangs_together(world: Platforms, server: Server) -> None:
    view = "app.bsky.feed.defs#"
    missing = {"$type": f"{view}notFoundPost", "uri": "at://did:plc:x/app.bsky.feed.post/9", "notFound": True}
    blocked = {"$type": f"{view}blockedPost", "uri": "at://did:plc:y/app.bsky.feed.post/8", "blocked": True}
    reply = {"$type": f"{view}threadViewPost", "post": post("2", "A1 yes"), "replies": [blocked]}
    top = {"$type": f"{view}threadViewPost", "post": post("1", "Q1?"), "replies": [missing, reply]}
    server.on("/xrpc/com.atproto.identity.resolveHandle", Say(200, '{"did": "did:plc:ida"}'))
    server.on("/xrpc/app.bsky.actor.getProfile", Say(200, '{"did": "did:plc:ida", "handle": "ida.example"}'))
    server.on(f"{XRPC}getPostThread", Say(200, json.dumps({"thread": top})))

    report = await world.one("bluesky", "https://bsky.app/profile/ida.example/post/1", base=server.at(""))

    assert (report.new, report.trouble) == (2, None)
    assert await world.titles() == ["A1 yes", "Q1?"]
