"""Accounts of the Mastodon family, round by round."""

from collections.abc import AsyncIterator

import pytest

from arrowtui.gateways.web import Web
from arrowtui.model.errors_fetching import NotThere
from arrowtui.model.errors_sources import NotForUs
from arrowtui.sources.mastodon import Mastodon
from tests.fakes import FakeClock
from tests.mastodon_server import MastodonServer
from tests.server import Say
from tests.sources.rounds import Asking


@pytest.fixture
async def social(clock: FakeClock) -> AsyncIterator[MastodonServer]:
    async with MastodonServer(clock) as social:
        social.account("ida", display_name="Ida :press:")
        yield social


@pytest.fixture
async def web(clock: FakeClock) -> AsyncIterator[Web]:
    web = Web(clock)
    yield web
    await web.close()


def asking(web: Web, social: MastodonServer, path: str = "/@ida", **options: str) -> Asking:
    return Asking(Mastodon(), web, social.at(path), tuple(options.items()))


async def test_an_account_is_looked_up_once_and_read_from_then_on(web: Web, social: MastodonServer) -> None:
    social.post("ida", "one")
    social.post("ben", "another's")
    ask = asking(web, social)

    found = await ask.round()
    assert found.texts == ["one"]
    assert found.title == f"Ida :press: (@ida@{social.domain})"

    social.post("ida", "two")
    assert (await ask.round()).texts == ["two"]
    assert social.paths().count("/api/v1/accounts/lookup") == 1


async def test_an_account_from_elsewhere_is_read_through_this_server(web: Web, social: MastodonServer) -> None:
    social.post("ben", "from afar", host="clinic.example")

    found = await asking(web, social, "/@ben@clinic.example").round()

    assert found.texts == ["from afar"]
    assert found.drafts[0].author_handle == "@ben@clinic.example"


@pytest.mark.parametrize(
    ("options", "texts"),
    [
        ({}, ["her thread goes on", "her own"]),
        ({"replies": "yes"}, ["her thread goes on", "her reply", "her own"]),
        ({"boosts": "yes"}, ["her thread goes on", "ben's", "her own"]),
    ],
)
@pytest.mark.parametrize("sifts", [True, False])
async def test_replies_and_boosts_come_only_where_they_are_wished(
    web: Web, social: MastodonServer, options: dict[str, str], texts: list[str], sifts: bool
) -> None:
    own, bens = social.post("ida", "her own"), social.post("ben", "ben's")
    social.post("ida", "", boost_of=bens)
    social.post("ida", "her reply", reply_to=bens)
    social.post("ida", "her thread goes on", reply_to=own)
    if not sifts:
        everything = [post.shown_on(social.domain) for post in reversed(social.posts) if post.author.name == "ida"]
        social.web.on(f"/api/v1/accounts/{social.account('ida').id}/statuses", social.json(200, everything))

    found = await asking(web, social, **options).round()

    assert found.texts == texts


async def test_a_boosted_post_is_the_post_itself_with_who_passed_it_on(web: Web, social: MastodonServer) -> None:
    bens = social.post("ben", "I need three teachers", host="school.example")
    social.post("ida", "", boost_of=bens)

    (draft,) = (await asking(web, social, boosts="yes").round()).drafts

    assert draft.native_id == bens.uri
    assert draft.author_handle == "@ben@school.example"
    assert draft.reposted_by == f"Ida :press: (@ida@{social.domain})"


async def test_an_account_that_is_not_there_is_told(web: Web, social: MastodonServer) -> None:
    with pytest.raises(NotThere):
        await asking(web, social, "/@nobody").round()


async def test_an_account_whose_number_has_changed_is_found_again(web: Web, social: MastodonServer) -> None:
    social.post("ida", "one")
    ask = asking(web, social)
    await ask.round()
    before = social.account("ida").id
    social.web.on(f"/api/v1/accounts/{before}/statuses", Say(404, '{"error":"Record not found"}'))
    social.accounts[f"ida@{social.domain}"].name = "ida2"
    social.accounts[f"ida@{social.domain}"].display_name = "Ida 2"
    social.post("ida", "after the move of house")

    found = await ask.round()

    assert "after the move of house" in found.texts


async def test_who_wants_no_bots_or_was_suspended_is_not_read(web: Web, social: MastodonServer) -> None:
    social.account("kim", note="Painter. #nobots please")
    social.account("max", suspended=True)

    for path, words in (("/@kim", "#nobot"), ("/@max", "suspended")):
        with pytest.raises(NotForUs) as refused:
            await asking(web, social, path).round()
        assert words in refused.value.hint()


async def test_one_who_has_moved_is_told_with_the_new_place(web: Web, social: MastodonServer) -> None:
    social.account("ida", moved=social.account("ida", "new.example", display_name="Ida"))
    social.accounts.pop("ida@new.example")

    found = await asking(web, social).round()

    assert set(found.notices) == {
        f"Ida :press: (@ida@{social.domain}) has moved to Ida (@ida@new.example): add that account."
    }


async def test_posts_of_an_account_under_one_hashtag(web: Web, social: MastodonServer) -> None:
    await asking(web, social, "/@ida/tagged/edchat").round()

    assert "tagged=edchat" in social.web.paths()[-1]


async def test_ids_in_capitals_and_ids_of_boosts_are_taken_as_they_are(web: Web, social: MastodonServer) -> None:
    social.make_id = lambda number, at: f"01JD9ZK4Q6V9Y8M1H2N3P4{number:02X}aZ"
    bens = social.post("ben", "passed on")
    social.post("ida", "", boost_of=bens)
    ask = asking(web, social, boosts="yes")
    assert (await ask.round()).texts == ["passed on"]

    social.post("ida", "after it")
    found = await ask.round()

    assert found.texts == ["after it"]
    assert f"min_id={social.posts[1].id}" in found.requests[0].address
