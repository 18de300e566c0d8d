"""Hashtags of the Mastodon family, round by round, against a scripted server on real sockets."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from arrowtui.gateways.web import Web
from arrowtui.model.errors import FetchError
from arrowtui.sources.fediverse.timelines import MOST_PAGES
from arrowtui.sources.mastodon import Mastodon
from tests.fakes import FakeClock
from tests.mastodon_posts import FakePoll
from tests.mastodon_server import MastodonServer
from tests.server import Say
from tests.sources.rounds import Asking


@pytest.fixture
async def social(clock: FakeClock) -> AsyncIterator[MastodonServer]:
    async with MastodonServer(clock) as social:
        yield social


@pytest.fixture
async def other(clock: FakeClock) -> AsyncIterator[MastodonServer]:
    async with MastodonServer(clock) as other:
        yield other


@pytest.fixture
async def web(clock: FakeClock) -> AsyncIterator[Web]:
    web = Web(clock)
    yield web
    await web.close()


def asking(web: Web, social: MastodonServer, path: str = "/tags/edchat", **options: str) -> Asking:
    return Asking(Mastodon(), web, social.at(path), tuple(options.items()))


def queries(found: list[str]) -> list[str]:
    return [path.partition("?")[2] for path in found if "/timelines/" in path]


async def test_the_first_round_asks_what_the_server_is_and_reads_the_newest_posts(
    web: Web, social: MastodonServer
) -> None:
    social.post("ida", "Q1: what do you do on Mondays? #EdChat")

    found = await asking(web, social).round()

    assert social.paths() == ["/api/v2/instance", "/api/v1/timelines/tag/edchat"]
    assert found.title == f"#edchat on 127.0.0.1:{social.web.port}"
    assert found.texts == ["Q1: what do you do on Mondays? #EdChat"]


async def test_the_next_round_asks_only_for_what_is_newer(web: Web, social: MastodonServer) -> None:
    first = social.post("ida", "one #edchat")
    ask = asking(web, social)
    await ask.round()
    social.post("ida", "two #edchat")

    found = await ask.round()

    assert found.texts == ["two #edchat"]
    assert queries(social.web.paths())[-1] == f"min_id={first.id}&limit=40"


async def test_however_much_came_meanwhile_nothing_is_skipped(web: Web, social: MastodonServer) -> None:
    social.post("ida", "before #edchat")
    ask = asking(web, social)
    await ask.round()
    missed = [social.post("ida", f"missed {number} #edchat").text for number in range(MOST_PAGES * 40 + 90)]

    rounds = [await ask.round() for _ in range(2)]

    assert [len(found.texts) for found in rounds] == [MOST_PAGES * 40, 90]
    assert sorted(rounds[0].texts + rounds[1].texts) == sorted(missed)


async def test_a_chat_of_today_is_read_from_its_beginning_and_yesterdays_is_not(
    web: Web, social: MastodonServer, clock: FakeClock
) -> None:
    for number in range(50):
        social.post("ida", f"old {number} #edchat")
    clock.forward(hours=48)
    for number in range(100):
        social.post("ida", f"today {number} #edchat")

    found = await asking(web, social).round()

    assert sum(text.startswith("today") for text in found.texts) == 100
    assert len(found.texts) <= 120
    assert len(social.web.asked) == 1 + 3


async def test_links_of_a_server_that_names_another_host_lead_nobody_away(web: Web, social: MastodonServer) -> None:
    social.link_base = "http://169.254.1.1"
    for number in range(50):
        social.post("ida", f"{number} #edchat")

    found = await asking(web, social, none="advert").round()

    assert len(found.texts) == 50
    assert all(request.address.startswith(social.at("/")) for request in found.requests)
    assert all("none%5B%5D=advert" in query for query in queries(social.web.paths()))


async def test_a_server_without_links_is_paged_by_its_ids(web: Web, social: MastodonServer) -> None:
    social.sends_links = False
    for number in range(50):
        social.post("ida", f"{number} #edchat")
    ask = asking(web, social)

    assert len((await ask.round()).texts) == 50
    for number in range(50, 140):
        social.post("ida", f"{number} #edchat")
    assert len((await ask.round()).texts) == 90


async def test_a_server_that_does_not_understand_min_id_is_read_from_above(web: Web, social: MastodonServer) -> None:
    social.version, social.knows_min_id, social.knows_lists, social.sends_links = "snac/2.84", False, False, False
    social.post("ida", "first #edchat")
    ask = asking(web, social)
    await ask.round()
    for number in range(90):
        social.post("ida", f"{number} #edchat")

    found = await ask.round()

    assert {f"{number} #edchat" for number in range(90)} <= set(found.texts)
    assert found.interval_s == 3600, "these servers are small"
    assert not found.notices


async def test_one_that_only_turns_out_not_to_understand_it_is_read_from_above_too(
    web: Web, social: MastodonServer
) -> None:
    social.version, social.knows_min_id, social.sends_links = "3.1 (compatible; Homemade 1)", False, False
    social.post("ida", "first #edchat")
    ask = asking(web, social)
    await ask.round()
    await ask.round()
    for number in range(90):
        social.post("ida", f"{number} #edchat")

    found = await ask.round()

    assert {f"{number} #edchat" for number in range(90)} <= set(found.texts)


async def test_any_all_and_none_go_along_and_lists_longer_than_four_are_split(web: Web, social: MastodonServer) -> None:
    for text in ("a #edchat #live", "b #t3 #live", "c #t7 #live", "d #edchat", "e #t3 #live #advert", "f #live"):
        social.post("ida", text)

    found = await asking(web, social, any="t1, t2, t3,t4 #t5 t6 t7", all="Live", none="advert").round()

    assert sorted(found.texts) == ["a #edchat #live", "b #t3 #live", "c #t7 #live"]
    first, second = queries(social.web.paths())[:2]
    assert first.count("any%5B%5D") == 3 and second.count("any%5B%5D") == 3
    assert social.paths()[1:3] == ["/api/v1/timelines/tag/edchat", "/api/v1/timelines/tag/t4"]


async def test_where_the_server_does_not_understand_lists_each_hashtag_is_asked_for_and_sifted_here(
    web: Web, social: MastodonServer
) -> None:
    social.version, social.knows_lists = "0.18.1+git-1a2b3c4", False
    for text in ("a #edchat #live", "b #nurschat #live", "c #edchat", "d #edchat #live #advert"):
        social.post("ida", text)

    found = await asking(web, social, any="nurschat", all="live", none="advert").round()

    assert sorted(found.texts) == ["a #edchat #live", "b #nurschat #live"]
    assert all("any" not in query for query in queries(social.web.paths()))


async def test_accents_and_case_of_a_hashtag_do_not_matter(web: Web, social: MastodonServer) -> None:
    social.knows_lists = False
    social.post("ida", "un #edchat #École")

    assert (await asking(web, social, all="ecole").round()).texts == ["un #edchat #École"]


async def test_a_post_is_one_item_through_several_servers(
    web: Web, social: MastodonServer, other: MastodonServer
) -> None:
    here = social.post("ida", "seen by both #edchat")
    other.receive(here)
    social.post("ida", "seen here alone #edchat")
    other.post("ben", "seen there alone #edchat")

    found = await asking(web, social, instances=other.at("")).round()

    keys = [item.key for item in found.items]
    assert len(keys) == 4 and len(set(keys)) == 3
    assert found.texts.count("seen by both #edchat") == 2


async def test_a_stale_copy_on_another_server_does_not_undo_an_edit(
    web: Web, social: MastodonServer, other: MastodonServer, clock: FakeClock
) -> None:
    here = social.post("ida", "Deadline Friday #edchat")
    other.receive(here)
    clock.forward(minutes=1)
    social.edit(here, "Deadline Monday #edchat")

    found = await asking(web, social, instances=other.at("")).round()

    assert found.texts == ["Deadline Monday #edchat"]


@pytest.mark.parametrize("act", [Say(500, "no"), Say(200, "<!doctype html>"), Say(429, "{}"), Say(404, "no")])
async def test_a_further_server_that_fails_costs_nothing_but_a_remark(
    web: Web, social: MastodonServer, other: MastodonServer, act: Say
) -> None:
    social.post("ida", "here #edchat")
    other.web.on("/api/v2/instance", act)
    other.web.on("/api/v1/instance", act)

    found = await asking(web, social, instances=other.at("")).round()

    assert found.texts == ["here #edchat"]
    assert len(found.notices) == 1 and f"127.0.0.1:{other.web.port}" in found.notices[0]


async def test_a_further_server_that_asks_to_wait_is_left_alone(
    web: Web, social: MastodonServer, other: MastodonServer, clock: FakeClock
) -> None:
    ask = asking(web, social, instances=other.at(""))
    await ask.round()
    other.remaining, other.reset_at = 0, None
    await ask.round()
    asked = len(other.web.asked)

    clock.forward(minutes=4)
    await ask.round()
    assert len(other.web.asked) == asked
    other.remaining = None
    clock.forward(minutes=2)
    await ask.round()
    assert len(other.web.asked) > asked


async def test_edits_and_deletions_of_the_newest_posts_are_noticed(
    web: Web, social: MastodonServer, clock: FakeClock
) -> None:
    kept, gone = social.post("ida", "Looking for nurses #edchat"), social.post("ida", "A slip #edchat")
    ask = asking(web, social)
    await ask.round()
    social.edit(kept, "CLOSED: nurses #edchat")
    social.delete(gone)

    clock.forward(minutes=15)
    found = await ask.round()

    assert found.texts == ["CLOSED: nurses #edchat"]
    assert found.drafts[0].updated_at == social.posts[0].edited_at
    assert found.deleted == [gone.uri]
    assert (await ask.round()).deleted == []


async def test_a_post_that_got_another_id_by_its_edit_is_not_taken_for_deleted(
    web: Web, social: MastodonServer, clock: FakeClock
) -> None:
    post = social.post("ida", "first words #edchat")
    ask = asking(web, social)
    await ask.round()
    social.edit(post, "second words #edchat", new_id="ANOTHER1D")

    clock.forward(minutes=15)
    found = await ask.round()

    assert set(found.texts) == {"second words #edchat"} and found.deleted == []
    assert found.items[0].key.endswith(post.uri.partition("://")[2])


async def test_what_only_lost_its_hashtag_is_not_deleted(web: Web, social: MastodonServer, clock: FakeClock) -> None:
    post = social.post("ida", "with #edchat")
    ask = asking(web, social)
    await ask.round()
    social.edit(post, "without")

    clock.forward(minutes=15)
    found = await ask.round()

    assert found.deleted == [] and found.texts == ["without"]
    clock.forward(minutes=15)
    asked = len(social.web.asked)
    await ask.round()
    assert not any("/statuses/" in path for path in social.paths()[asked:]), "it is not looked for again and again"


async def test_a_poll_is_counted_once_more_after_its_end(web: Web, social: MastodonServer, clock: FakeClock) -> None:
    poll = FakePoll(["Nights", "Days"], ends_at=clock.now() + timedelta(hours=1))
    post = social.post("ida", "When? #edchat", poll=poll)
    ask = asking(web, social)
    first = await ask.round()
    assert first.drafts[0].poll is not None
    assert [option.votes for option in first.drafts[0].poll.options] == [None, None]

    post.poll = FakePoll(["Nights", "Days"], votes=[9, 3], ends_at=poll.ends_at, is_over=True)
    clock.forward(minutes=75)
    found = await ask.round()

    last = found.drafts[-1].poll
    assert last is not None and last.closed and [option.votes for option in last.options] == [9, 3]


async def test_people_who_want_no_bots_are_left_alone(web: Web, social: MastodonServer) -> None:
    social.account("kim", note="I paint. #NoBot")
    social.post("kim", "not for programs #edchat")
    social.post("ida", "for everybody #edchat")

    assert (await asking(web, social).round()).texts == ["for everybody #edchat"]


async def test_one_damaged_post_does_not_cost_the_others(web: Web, social: MastodonServer) -> None:
    social.post("ida", "good #edchat")
    bad = social.post("ida", "bad #edchat")
    bad.extra = {"id": None, "account": 17}

    found = await asking(web, social).round()

    assert found.texts == ["good #edchat"]
    assert found.notices == [f"1 of 2 posts of 127.0.0.1:{social.web.port} could not be read."]


async def test_when_little_is_left_to_ask_the_rest_waits(web: Web, social: MastodonServer) -> None:
    ask = asking(web, social)
    social.post("ida", "first #edchat")
    await ask.round()
    missed = [social.post("ida", f"{number} #edchat").text for number in range(100)]
    social.remaining = 4

    found = await ask.round()
    assert len(found.texts) == 40, "one request, then it stopped by itself"
    social.remaining = None

    assert sorted(found.texts + (await ask.round()).texts) == sorted(missed)


async def test_a_base_address_may_be_another_one(web: Web, social: MastodonServer) -> None:
    social.post("ida", "through another door #edchat")
    ask = Asking(Mastodon(), web, "https://social.example/tags/edchat", (("base", social.at("")),))

    found = await ask.round()

    assert found.texts == ["through another door #edchat"]
    assert found.title == "#edchat on social.example"


async def test_a_memory_that_cannot_be_read_is_begun_anew(web: Web, social: MastodonServer) -> None:
    social.post("ida", "one #edchat")
    ask = asking(web, social)
    ask.memory = '{"servers": 7}'

    assert (await ask.round()).texts == ["one #edchat"]


async def test_a_site_without_the_interface_is_told_apart(web: Web, social: MastodonServer) -> None:
    social.web.on("/api/v2/instance", Say(404, "<!doctype html>"))
    social.web.on("/api/v1/instance", Say(404, "<!doctype html>"))

    with pytest.raises(FetchError):
        await asking(web, social).round()


async def test_an_older_server_describes_itself_in_the_older_way(web: Web, social: MastodonServer) -> None:
    social.post("ida", "one #edchat")
    social.web.on("/api/v2/instance", Say(404, '{"error":"Not Found"}'))
    social.web.on("/api/v1/instance", Say(200, '{"uri": "social.example", "version": "3.5.3", "urls": {}}'))

    found = await asking(web, social).round()

    assert found.texts == ["one #edchat"]
    assert found.drafts[0].author_handle == "@ida@social.example"
