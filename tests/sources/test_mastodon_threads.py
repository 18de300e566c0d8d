"""Threads of the Mastodon family: answers that carry no hashtag are found, and belong where they belong."""

from collections.abc import AsyncIterator

import pytest

from arrowtui.gateways.web import Web
from arrowtui.model.errors_fetching import NotThere
from arrowtui.sources.mastodon import Mastodon
from tests.fakes import FakeClock
from tests.mastodon_posts import FakePost
from tests.mastodon_server import MastodonServer
from tests.server import Say
from tests.sources.rounds import Asking, Round


@pytest.fixture
async def social(clock: FakeClock) -> AsyncIterator[MastodonServer]:
    async with MastodonServer(clock) as social:
        yield social


@pytest.fixture
async def web(clock: FakeClock) -> AsyncIterator[Web]:
    web = Web(clock)
    yield web
    await web.close()


def asking(web: Web, social: MastodonServer, path: str = "/tags/edchat", **options: str) -> Asking:
    return Asking(Mastodon(), web, social.at(path), tuple(options.items()))


def key(post: FakePost) -> str:
    return f"mastodon||{post.uri.partition('://')[2]}"


def contexts(found: Round) -> int:
    return sum(request.address.endswith("/context") for request in found.requests)


async def test_untagged_replies_to_a_tagged_question_are_found(web: Web, social: MastodonServer) -> None:
    question = social.post("hostess", "Q1: what do you do on Mondays? #edchat")
    answer = social.post("ida", "I sleep.", reply_to=question)
    social.post("ben", "Me too!", reply_to=answer)

    found = await asking(web, social, threads="yes").round()

    assert found.texts == ["Q1: what do you do on Mondays? #edchat", "I sleep.", "Me too!"]
    assert found.named("I sleep").parent_key == key(question)
    assert found.named("Me too").parent_key == key(answer)
    assert {found.named(words).root_key for words in ("I sleep", "Me too")} == {key(question)}


async def test_without_the_wish_nobody_asks_for_threads(web: Web, social: MastodonServer) -> None:
    question = social.post("hostess", "Q1? #edchat")
    social.post("ida", "I sleep.", reply_to=question)

    found = await asking(web, social).round()

    assert found.texts == ["Q1? #edchat"] and contexts(found) == 0


async def test_answers_to_a_question_are_found_minutes_later(
    web: Web, social: MastodonServer, clock: FakeClock
) -> None:
    ask = asking(web, social, threads="yes")
    question = social.post("hostess", "Q1: why? #edchat")
    for number in range(60):
        social.post("ida", f"talk {number} #edchat")
    await ask.round()
    for minute in range(5):
        clock.forward(minutes=1)
        answer = social.post("ben", f"late answer {minute}", reply_to=question)
        assert answer.text in (await ask.round()).texts, "in the very next round"


async def test_a_thread_in_which_nothing_happens_is_asked_for_ever_less_and_then_no_more(
    web: Web, social: MastodonServer, clock: FakeClock
) -> None:
    question = social.post("hostess", "Q1: why? #edchat")
    social.post("ben", "because", reply_to=question)
    ask = asking(web, social, threads="yes")
    asked = []
    for _ in range(60):
        asked.append(contexts(await ask.round()))
        clock.forward(minutes=1)
    assert sum(asked) <= 8

    clock.forward(hours=48)
    assert sum([contexts(await ask.round()) for _ in range(3)]) == 0


async def test_a_tagged_answer_to_an_untagged_question_leads_to_the_whole_thread(
    web: Web, social: MastodonServer
) -> None:
    question = social.post("hostess", "What do you do on Mondays?")
    tagged = social.post("ida", "I sleep #edchat", reply_to=question)
    social.post("ben", "I swim", reply_to=question)

    found = await asking(web, social, threads="yes").round()

    assert set(found.texts) == {"What do you do on Mondays?", "I sleep #edchat", "I swim"}
    assert found.named("I swim").root_key == key(question)
    assert [(one.native_id, one.parent_id, one.root_id) for one in found.kin] == [
        (tagged.uri, question.uri, question.uri)
    ]


async def test_an_answer_whose_parent_comes_on_an_older_page_is_told_of_it(web: Web, social: MastodonServer) -> None:
    question = social.post("hostess", "Q1? #edchat")
    for number in range(45):
        social.post("ida", f"talk {number} #edchat")
    answer = social.post("ben", "because #edchat", reply_to=question)

    found = await asking(web, social).round()

    stand_in = found.named("because").parent_key
    assert stand_in and stand_in.endswith(f"/api/v1/statuses/{question.id}")
    assert [(one.native_id, one.parent_id, one.root_id) for one in found.kin] == [
        (answer.uri, question.uri, question.uri)
    ]


async def test_a_parent_the_server_does_not_have_leaves_a_thread_that_hangs_together(
    web: Web, social: MastodonServer
) -> None:
    lost = social.post("stranger", "never arrived here", host="far.example")
    top = social.post("ida", "an answer to it #edchat", reply_to=lost)
    social.post("ben", "and one to that", reply_to=top)
    social.unknown.add(lost.id)

    found = await asking(web, social, threads="yes").round()

    assert found.named("and one").root_key == key(top)
    assert found.named("an answer").parent_key == f"mastodon||{social.domain}/api/v1/statuses/{lost.id}"


async def test_what_disappears_from_a_thread_is_checked_and_buried(
    web: Web, social: MastodonServer, clock: FakeClock
) -> None:
    question = social.post("hostess", "Q1? #edchat")
    gone, kept = (social.post("ben", text, reply_to=question) for text in ("a slip", "an answer"))
    ask = asking(web, social, threads="yes")
    await ask.round()
    social.delete(gone)
    clock.forward(minutes=10)

    found = await ask.round()

    assert found.deleted == [gone.uri]
    assert kept.uri not in found.deleted


async def test_a_thread_cut_off_for_outsiders_buries_nobody(web: Web, social: MastodonServer, clock: FakeClock) -> None:
    question = social.post("hostess", "Q1? #edchat")
    for number in range(80):
        social.post("ben", f"answer {number}", reply_to=question)
    social.most_descendants = 80
    ask = asking(web, social, threads="yes")
    await ask.round()
    social.most_descendants = 60
    clock.forward(minutes=10)

    found = await ask.round()

    assert found.deleted == []
    assert not any("/statuses/" in request.address and "context" not in request.address for request in found.requests)


async def test_a_server_still_fetching_replies_is_asked_again_soon(
    web: Web, social: MastodonServer, clock: FakeClock
) -> None:
    social.refresh = 'id="abc", retry=5, result_count=0'
    social.post("hostess", "Q1? #edchat", host="far.example").replies = 3
    ask = asking(web, social, threads="yes")

    assert contexts(await ask.round()) == 1
    clock.forward(seconds=6)
    assert contexts(await ask.round()) == 1


async def test_threads_that_want_an_account_are_told_and_the_timeline_is_read(web: Web, social: MastodonServer) -> None:
    question = social.post("hostess", "Q1? #edchat")
    social.post("ben", "an answer", reply_to=question)
    social.web.on(f"/api/v1/statuses/{question.id}/context", Say(401, '{"error":"no"}'))

    found = await asking(web, social, threads="yes").round()

    assert found.texts == ["Q1? #edchat"]
    assert found.notices == [f"{social.domain} shows threads only to people with an account there."]


async def test_one_thread_by_its_address(web: Web, social: MastodonServer, clock: FakeClock) -> None:
    question = social.post("hostess", "How do you book desks?")
    answer = social.post("ida", "By mail.", reply_to=question)
    social.post("ben", "Not at all.", reply_to=question)
    ask = asking(web, social, f"/@ida/{answer.id}")

    found = await ask.round()
    assert set(found.texts) == {"How do you book desks?", "By mail.", "Not at all."}
    assert found.title == f"Thread by @ida@{social.domain}"
    assert found.named("By mail").parent_key == key(question) or found.kin

    clock.forward(minutes=15)
    social.post("kim", "With a list.", reply_to=answer)
    social.edit(answer, "By mail, on Mondays.")
    found = await ask.round()
    assert {"With a list.", "By mail, on Mondays."} <= set(found.texts)


async def test_a_thread_that_was_never_there_and_one_that_is_gone(
    web: Web, social: MastodonServer, clock: FakeClock
) -> None:
    post = social.post("ida", "soon gone")
    with pytest.raises(NotThere):
        await asking(web, social, "/@ida/17").round()
    ask = asking(web, social, f"/@ida/{post.id}")
    await ask.round()
    social.delete(post)
    clock.forward(minutes=15)

    found = await ask.round()

    assert found.deleted == [post.uri] and found.ended
    assert found.notices == [f"This thread's post is no longer at {social.domain}."]


async def test_an_old_post_of_another_server_that_this_one_forgot_is_not_called_deleted(
    web: Web, social: MastodonServer, clock: FakeClock
) -> None:
    post = social.post("ben", "from afar", host="clinic.example")
    ask = asking(web, social, f"/@ben@clinic.example/{post.id}")
    await ask.round()
    clock.forward(hours=24 * 30)
    social.unknown.add(post.id)

    found = await ask.round()

    assert found.deleted == [] and not found.ended
    assert found.notices
