"""Timelines that are not for everybody: what is shown instead, and what a person is told."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from arrowtui.gateways.web import Web
from arrowtui.model.errors_fetching import SecretMissing
from arrowtui.model.errors_sources import NotForUs, TokenNeeded, TokenRefused
from arrowtui.sources.mastodon import Mastodon
from tests.fakes import FakeClock
from tests.mastodon_server import MastodonServer
from tests.sources.rounds import Asking


@dataclass
class Keys:
    """Tokens by host; may be given later."""

    token: str = ""

    async def value(self, name: str) -> str:
        if not self.token:
            raise SecretMissing(name)
        return self.token


@pytest.fixture
async def social(clock: FakeClock) -> AsyncIterator[MastodonServer]:
    async with MastodonServer(clock) as social:
        social.post("ida", "local #edchat")
        social.post("ben", "remote #edchat", host="clinic.example")
        yield social


@pytest.fixture
def keys() -> Keys:
    return Keys()


@pytest.fixture
async def web(clock: FakeClock, keys: Keys) -> AsyncIterator[Web]:
    web = Web(clock, keys)
    yield web
    await web.close()


@pytest.fixture
def ask(web: Web, social: MastodonServer) -> Asking:
    return Asking(Mastodon(), web, social.at("/tags/edchat"))


@pytest.mark.parametrize("status", [401, 403, 422])
async def test_where_only_its_own_peoples_posts_are_open_those_are_read(
    ask: Asking, social: MastodonServer, status: int
) -> None:
    social.access, social.closed_with = ("public", "authenticated"), status

    found = await ask.round()

    assert found.texts == ["local #edchat"]
    assert len(found.notices) == 1
    assert "only its own people's posts" in found.notices[0] and "arrowtui login mastodon:" in found.notices[0]
    social.post("ida", "more #edchat")
    assert (await ask.round()).texts == ["more #edchat"]


async def test_where_only_posts_from_elsewhere_are_open_those_are_read(ask: Asking, social: MastodonServer) -> None:
    social.access = ("authenticated", "public")

    found = await ask.round()

    assert found.texts == ["remote #edchat"]
    assert "only posts from elsewhere" in found.notices[0]


async def test_an_older_server_that_refuses_is_asked_for_its_own_peoples_posts(
    ask: Asking, social: MastodonServer
) -> None:
    social.access = ("public", "authenticated")
    description = {"domain": social.domain, "version": "4.3.1"}
    social.web.on("/api/v2/instance", social.json(200, description))

    assert (await ask.round()).texts == ["local #edchat"]


async def test_with_a_token_everything_is_read_within_the_hour(
    ask: Asking, social: MastodonServer, keys: Keys, clock: FakeClock
) -> None:
    social.access = ("public", "authenticated")
    await ask.round()

    keys.token = "s3cret"
    clock.forward(minutes=61)
    await ask.round()
    found = await ask.round()

    assert found.notices == []
    assert (await ask.round()).requests[0].address.count("local") == 0


@pytest.mark.parametrize("access", [("authenticated", "authenticated"), ("disabled", "authenticated")])
async def test_where_nothing_is_open_a_token_is_asked_for(
    ask: Asking, social: MastodonServer, access: tuple[str, str]
) -> None:
    social.access = access

    with pytest.raises(TokenNeeded) as refused:
        await ask.round()

    assert f"arrowtui login mastodon:127.0.0.1:{social.web.port}" in refused.value.hint()


async def test_hashtags_that_were_switched_off_are_never_shown_as_quiet(
    ask: Asking, social: MastodonServer, clock: FakeClock
) -> None:
    social.access = ("disabled", "disabled")

    for _ in range(2):
        with pytest.raises(NotForUs) as refused:
            await ask.round()
        assert "switched hashtag timelines off" in refused.value.hint()
        clock.forward(minutes=15)
    assert not any("timelines" in path for path in social.paths())

    social.access = ("public", "public")
    assert len((await ask.round()).texts) == 2, "opened again, it is read again"


@pytest.mark.parametrize(
    ("access", "text", "words"),
    [
        (("public", "disabled"), "local #edchat", "only posts of its own people"),
        (("disabled", "public"), "remote #edchat", "leaves out posts of its own people"),
    ],
)
async def test_a_half_that_was_switched_off_is_told(
    ask: Asking, social: MastodonServer, access: tuple[str, str], text: str, words: str
) -> None:
    social.access = access

    found = await ask.round()

    assert found.texts == [text]
    assert any(words in notice for notice in found.notices)


async def test_a_server_that_wants_a_token_for_everything_gets_it(
    ask: Asking, social: MastodonServer, keys: Keys
) -> None:
    social.version, social.is_private, keys.token = "0.18.1+git-1a2b3c4", True, "s3cret"

    found = await ask.round()

    assert len(found.texts) == 2
    assert {one.headers.get("authorization") for one in social.web.asked} == {"Bearer s3cret"}
    assert "s3cret" not in ask.memory + repr(found)


async def test_and_says_so_where_there_is_none(ask: Asking, social: MastodonServer) -> None:
    social.version, social.is_private = "0.18.1+git-1a2b3c4", True

    with pytest.raises(TokenNeeded):
        await ask.round()


async def test_a_token_that_was_revoked_is_told_apart_from_none(ask: Asking, keys: Keys) -> None:
    keys.token = "revoked"

    with pytest.raises(TokenRefused):
        await ask.round()


async def test_what_a_server_allows_is_learned_anew_every_day(
    ask: Asking, social: MastodonServer, clock: FakeClock
) -> None:
    await ask.round()
    clock.forward(hours=25)
    await ask.round()
    await ask.round()

    assert social.paths().count("/api/v2/instance") == 2
    assert json.loads(ask.memory)["servers"][social.base]["info"]["software"] == "mastodon"
