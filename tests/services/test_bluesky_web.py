"""Bluesky from the settings to the store, over real sockets: named, signed in, renewed, never twice."""

import base64
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from arrowtui.gateways.bluesky_session import BlueskySessions
from arrowtui.gateways.web import Web
from arrowtui.lanes.context import LaneContext
from arrowtui.model.errors_fetching import SecretMissing
from arrowtui.model.item import Item, Scope, View
from arrowtui.model.lane import Lane, Verdict
from arrowtui.model.subscription import SourceRow, Wish
from arrowtui.services.library import Library
from arrowtui.services.refresh import Refresh
from arrowtui.sources.bluesky import Bluesky
from arrowtui.store import Store, open_store
from arrowtui.store.subscriptions import add_wish, source_rows
from tests.fakes import NOON, FakeClock
from tests.server import Say, Server

XRPC = "/xrpc/"
WHO = f"{XRPC}app.bsky.actor.getProfile?actor=ida.example"
FEED = f"{XRPC}app.bsky.feed.getAuthorFeed?actor=did%3Aplc%3Aida&filter=posts_and_author_threads&limit=100"
FOUND = f"{XRPC}app.bsky.feed.searchPosts?q=%23edchat&tag=edchat&sort=latest&limit=100"
CREATE, RENEW = f"{XRPC}com.atproto.server.createSession", f"{XRPC}com.atproto.server.refreshSession"


class Keys(dict[str, str]):
    """Secrets in memory."""

    async def value(self, name: str) -> str:
        if name not in self:
            raise SecretMissing(name)
        return self[name]

    def put(self, name: str, value: str) -> None:
        self[name] = value


def post(key: str, text: str) -> dict[str, object]:
    return {
        "uri": f"at://did:plc:ida/app.bsky.feed.post/{key}",
        "author": {"did": "did:plc:ida", "handle": "ida.example", "displayName": "Ida"},
        "record": {"text": text, "createdAt": "2026-11-23T08:00:00Z"},
        "indexedAt": "2026-11-23T08:00:01Z",
    }


def session(name: str) -> str:
    claims = json.dumps({"exp": (NOON + timedelta(hours=2)).timestamp()}).encode()
    token = f"a.{base64.urlsafe_b64encode(claims).decode().rstrip('=')}.{name}"
    return json.dumps({"accessJwt": token, "refreshJwt": f"refresh-{name}", "did": "did:plc:me"})


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with Server() as server:
        yield server


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await open_store(tmp_path / "store.db", durable=False)
    yield store
    await store.close()


@pytest.fixture
def keys() -> Keys:
    return Keys({"bluesky:me.example": "app-password"})


@pytest.fixture
async def refresh(store: Store, clock: FakeClock, keys: Keys) -> AsyncIterator[Refresh]:
    plain = Web(clock, proxy_for=lambda target: None)
    web = Web(clock, BlueskySessions(keys, keys, plain, clock), proxy_for=lambda target: None)

    def tip(item: Item, context: LaneContext) -> Verdict:
        return Verdict(Lane.TIP, 1.0, ("a test says so",))

    class Unhurried(Bluesky):
        """Bluesky without a gap between requests, for which a test would have to wait."""

        manners = Bluesky.manners.__class__(normal_s=600, floor_s=300, gap_s=0)

    yield Refresh(store, web, {"bluesky": Unhurried()}, clock, tip, jitter=lambda: 0.5)
    await web.close()
    await plain.close()


async def follow(store: Store, address: str, **options: str) -> None:
    async with store.write() as db:
        await add_wish(db, Wish("bluesky", address, options=tuple(options.items())))


async def polled(refresh: Refresh) -> SourceRow:
    await refresh.round(due_only=False, progress=lambda told: None)
    async with refresh.store.reading() as db:
        (row,) = await source_rows(db)
    return row


async def test_a_person_is_met_once_named_and_then_read(refresh: Refresh, server: Server, store: Store) -> None:
    await follow(store, "https://bsky.app/profile/ida.example", base=server.at(""))
    server.on(WHO, Say(200, json.dumps({"did": "did:plc:ida", "handle": "ida.example", "displayName": "Ida"})))
    server.on(FEED, Say(200, json.dumps({"feed": [{"post": post("1", "Hello")}]})))

    first, again = await polled(refresh), await polled(refresh)

    assert (first.title, first.total, first.trouble) == ("Ida (@ida.example)", 1, None)
    assert again.total == 1
    assert server.paths() == [WHO, FEED, FEED]


async def test_a_stale_token_costs_one_more_request_and_nobody_notices(
    refresh: Refresh, server: Server, store: Store, keys: Keys, clock: FakeClock
) -> None:
    await follow(store, "https://bsky.app/hashtag/edchat", login="me.example", pds=server.at(""))
    found = json.dumps({"posts": [post("1", "A1 #edchat")]})
    server.on(CREATE, Say(200, session("one")))
    server.on(RENEW, Say(200, session("two")))
    stale = Say(400, '{"error":"ExpiredToken","message":"Token has expired"}')
    server.on(FOUND, Say(200, found), stale, Say(200, found))

    await polled(refresh)
    clock.forward(minutes=30)
    row = await polled(refresh)

    assert (row.total, row.trouble) == (1, None)
    assert server.paths() == [CREATE, FOUND, FOUND, RENEW, FOUND]
    tokens = [one.headers["authorization"].rpartition(".")[2] for one in server.asked if one.path == FOUND]
    assert tokens == ["one", "one", "two"]
    assert "refresh-two" in keys[f"bluesky-tokens:me.example@{server.at('')}"]


async def test_a_wrong_app_password_is_told_with_what_to_do(refresh: Refresh, server: Server, store: Store) -> None:
    await follow(store, "https://bsky.app/hashtag/edchat", login="me.example", pds=server.at(""))
    server.on(CREATE, Say(401, '{"error":"AuthenticationRequired","message":"Invalid identifier or password"}'))

    row = await polled(refresh)

    assert row.trouble and row.trouble.name == "TokenRefused"
    assert "arrowtui login bluesky:me.example" in row.trouble.hint
    assert server.paths() == [CREATE]


async def test_a_search_without_login_that_is_closed_says_how_it_opens(
    refresh: Refresh, server: Server, store: Store
) -> None:
    await follow(store, "https://bsky.app/hashtag/edchat", base=server.at(""))
    server.on(FOUND, Say(403, "<html>blocked</html>"))

    row = await polled(refresh)

    assert row.trouble and row.trouble.name == "SignInWanted"
    assert "login = " in row.trouble.hint


async def test_a_quoted_post_is_read_above_the_answer_and_is_no_part_of_it(
    refresh: Refresh, server: Server, store: Store
) -> None:
    await follow(store, "https://bsky.app/hashtag/edchat", base=server.at(""))
    question = post("q3", "Q3: What \x1b[31mnow?")
    quoted = {"$type": "app.bsky.embed.record#viewRecord", "value": question["record"], **question}
    answer = post("a3", "A3 Wait") | {"embed": {"$type": "app.bsky.embed.record#view", "record": quoted}}
    server.on(FOUND, Say(200, json.dumps({"posts": [answer]})))

    await polled(refresh)
    library = Library(store)
    (row,) = (await library.page(View(Lane.TIP, Scope.ALL))).rows
    read = await library.item(row.id)

    assert read is not None
    assert row.title == "A3 Wait"
    assert read.fields == (("Quotes", "Ida (@ida.example): Q3: What now?"),)
    assert await library.tally(View(None, Scope.ALL, words="Wait")) == 1
    assert await library.tally(View(None, Scope.ALL, words="What")) == 0
