"""Sessions of Bluesky, against a scripted server: kept over restarts, renewed in time, never shown."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from arrowtui.gateways.bluesky_session import BlueskySessions, Tokens, expiry_of
from arrowtui.gateways.web import Web
from arrowtui.model.errors import ArrowError
from arrowtui.model.errors_fetching import AskedToWait, SecretMissing, ServerFault, UnreadableReply
from arrowtui.model.errors_sources import SecretNotGiven, TokenRefused
from arrowtui.model.wire import Request, SecretUse
from tests.fakes import NOON, FakeClock
from tests.server import Say, Server

HANDLE, PASSWORD = "ida.example", "abcd-efgh-ijkl-mnop"
CREATE, RENEW = "/xrpc/com.atproto.server.createSession", "/xrpc/com.atproto.server.refreshSession"
TWO_HOURS = timedelta(hours=2)


def jwt(ends_at: datetime | None, name: str = "a") -> str:
    claims = {"sub": name} | ({"exp": int(ends_at.timestamp())} if ends_at else {})
    middle = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    return f"head.{middle}.signature-{name}"


def pair(name: str, ends_at: datetime | None = NOON + TWO_HOURS) -> str:
    return json.dumps(
        {"accessJwt": jwt(ends_at, name), "refreshJwt": f"refresh-{name}", "did": "did:plc:ida", "active": True}
    )


@dataclass
class Keyring:
    """Secrets by name, and where sessions are kept."""

    known: dict[str, str] = field(default_factory=lambda: {f"bluesky:{HANDLE}": PASSWORD, "other": "thing"})
    is_there: bool = True

    async def value(self, name: str) -> str:
        if name not in self.known:
            raise SecretMissing(name)
        return self.known[name]

    def put(self, name: str, value: str) -> None:
        if not self.is_there:
            raise SecretNotGiven(name, "There is no keyring.")
        self.known[name] = value


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with Server() as server:
        yield server


@pytest.fixture
async def plain(clock: FakeClock) -> AsyncIterator[Web]:
    web = Web(clock, proxy_for=lambda target: None)
    yield web
    await web.close()


@pytest.fixture
def keyring() -> Keyring:
    return Keyring()


@pytest.fixture
def sessions(keyring: Keyring, plain: Web, clock: FakeClock) -> BlueskySessions:
    return BlueskySessions(keyring, keyring, plain, clock)


def named(server: Server, prefix: str = "bluesky-session:") -> str:
    return f"{prefix}{HANDLE}@{server.at('')}"


async def test_the_first_request_logs_in_and_the_next_ones_do_not(server: Server, sessions: BlueskySessions) -> None:
    server.on(CREATE, Say(200, pair("a")))

    tokens = [await sessions.value(named(server)) for _ in range(3)]

    assert set(tokens) == {jwt(NOON + TWO_HOURS, "a")}
    assert server.paths() == [CREATE]
    assert json.loads(server.asked[0].body) == {"identifier": HANDLE, "password": PASSWORD}
    assert server.asked[0].headers["content-type"] == "application/json"


async def test_another_start_goes_on_with_the_session_that_was_kept(
    server: Server, sessions: BlueskySessions, keyring: Keyring, plain: Web, clock: FakeClock
) -> None:
    server.on(CREATE, Say(200, pair("a")))
    await sessions.value(named(server))

    after_restart = BlueskySessions(keyring, keyring, plain, clock)

    assert await after_restart.value(named(server)) == jwt(NOON + TWO_HOURS, "a")
    assert server.paths() == [CREATE]


async def test_a_token_is_renewed_before_it_runs_out(
    server: Server, sessions: BlueskySessions, clock: FakeClock
) -> None:
    server.on(CREATE, Say(200, pair("a")))
    server.on(RENEW, Say(200, pair("b", NOON + 2 * TWO_HOURS)))
    await sessions.value(named(server))

    clock.forward(hours=1, minutes=56)

    assert await sessions.value(named(server)) == jwt(NOON + 2 * TWO_HOURS, "b")
    assert server.paths() == [CREATE, RENEW]
    assert server.asked[1].headers["authorization"] == "Bearer refresh-a"
    assert server.asked[1].method == "POST"


async def test_a_refused_token_is_renewed_once_however_many_were_refused_it(
    server: Server, sessions: BlueskySessions, clock: FakeClock
) -> None:
    server.on(CREATE, Say(200, pair("a")))
    server.on(RENEW, Say(200, pair("b")), Say(200, pair("c")))
    await sessions.value(named(server))
    clock.forward(minutes=10)

    asked = [sessions.value(named(server, "bluesky-session-renewed:")) for _ in range(5)]
    tokens = await asyncio.gather(*asked)

    assert set(tokens) == {jwt(NOON + TWO_HOURS, "b")}
    assert server.paths() == [CREATE, RENEW]


async def test_a_spent_session_falls_back_on_the_password(
    server: Server, sessions: BlueskySessions, keyring: Keyring
) -> None:
    keyring.known[f"bluesky-tokens:{HANDLE}@{server.at('')}"] = pair("old", NOON - TWO_HOURS)
    server.on(RENEW, Say(400, '{"error":"ExpiredToken","message":"Token has been revoked"}'))
    server.on(CREATE, Say(200, pair("new")))

    token = await sessions.value(named(server))

    assert token == jwt(NOON + TWO_HOURS, "new")
    assert server.paths() == [RENEW, CREATE]


async def test_a_refused_password_is_told_and_not_tried_again_until_it_changes(
    server: Server, sessions: BlueskySessions, keyring: Keyring
) -> None:
    server.on(CREATE, Say(401, '{"error":"AuthenticationRequired"}'), Say(200, pair("a")))

    for _ in range(2):
        with pytest.raises(TokenRefused) as caught:
            await sessions.value(named(server))
    keyring.known[f"bluesky:{HANDLE}"] = "a-new-one"

    assert caught.value.login == f"bluesky:{HANDLE}"
    assert await sessions.value(named(server)) == jwt(NOON + TWO_HOURS, "a")
    assert len(server.asked) == 2


async def test_without_a_password_its_name_is_told(server: Server, sessions: BlueskySessions, keyring: Keyring) -> None:
    keyring.known.clear()

    with pytest.raises(SecretMissing) as caught:
        await sessions.value(named(server))

    assert caught.value.name == f"bluesky:{HANDLE}"
    assert server.asked == []


async def test_without_a_keyring_the_session_holds_as_long_as_the_program(
    server: Server, sessions: BlueskySessions, keyring: Keyring
) -> None:
    keyring.is_there = False
    server.on(CREATE, Say(200, pair("a")))

    await sessions.value(named(server))
    await sessions.value(named(server))

    assert server.paths() == [CREATE]


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Say(429, "{}", RateLimit_Reset=str(int(NOON.timestamp()) + 900)), AskedToWait),
        (Say(429, "{}"), AskedToWait),
        (Say(502, "oops"), ServerFault),
        (Say(200, "<html>"), UnreadableReply),
        (Say(200, "{}"), UnreadableReply),
        (Say(404, "{}"), UnreadableReply),
    ],
    ids=["429 until", "429", "502", "html", "empty", "404"],
)
async def test_a_login_that_fails_says_how(
    answer: Say, kind: type[ArrowError], server: Server, sessions: BlueskySessions
) -> None:
    server.on(CREATE, answer)

    with pytest.raises(kind) as caught:
        await sessions.value(named(server))

    assert PASSWORD not in f"{caught.value!r}{caught.value}"
    if isinstance(caught.value, AskedToWait) and "RateLimit_Reset" in answer.headers:
        assert caught.value.wait_s == 900


async def test_the_usual_server_is_meant_where_none_is_named(keyring: Keyring, clock: FakeClock) -> None:
    asked: list[Request] = []

    class Refusing:
        async def fetch(self, request: Request, validators: object = None) -> object:
            asked.append(request)
            raise ServerFault("bsky.social", 500)

    sessions = BlueskySessions(keyring, keyring, Refusing(), clock)  # type: ignore[arg-type]  # never replies

    with pytest.raises(ServerFault):
        await sessions.value(f"bluesky-session:{HANDLE}")

    assert asked[0].address == f"https://bsky.social{CREATE}"
    assert PASSWORD not in repr(asked[0])


async def test_any_other_secret_is_handed_on(sessions: BlueskySessions) -> None:
    assert await sessions.value("other") == "thing"


async def test_a_request_carries_the_token_and_nothing_shows_it(
    server: Server, sessions: BlueskySessions, clock: FakeClock
) -> None:
    server.on(CREATE, Say(200, pair("a")))
    address = server.on("/xrpc/app.bsky.feed.getFeed", Say(200, "{}"))
    web = Web(clock, sessions, proxy_for=lambda target: None)

    reply = await web.fetch(
        Request(address, secrets=(SecretUse(named(server), ("header", "Authorization"), "Bearer {}"),))
    )
    await web.close()

    assert server.asked[-1].headers["authorization"] == f"Bearer {jwt(NOON + TWO_HOURS, 'a')}"
    assert "signature" not in repr(reply)
    assert "signature" not in repr(sessions)
    assert "refresh" not in repr(Tokens("signature", "refresh"))


@pytest.mark.parametrize(
    "token", ["", "a.b", "a.b.c", "a.%%%.c", "a.e30.c", "a.eyJleHAiOiJsYXRlciJ9.c", "a.eyJleHAiOjFlNDAwfQ.c"]
)
def test_a_token_that_does_not_say_when_it_ends_is_used_until_it_is_refused(token: str) -> None:
    assert expiry_of(token) is None
