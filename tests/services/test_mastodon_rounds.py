"""Hashtags of the Mastodon family from the socket to the store: what a person finds there in the end."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from arrowtui.gateways.web import Web
from arrowtui.model.chat import Window
from arrowtui.model.lane import Lane
from arrowtui.services.library import Library
from arrowtui.sources.mastodon import Mastodon
from arrowtui.store import Store, open_store
from arrowtui.store.gaps import session_notices
from tests.fakes import FakeClock
from tests.mastodon_posts import FakePoll, FakePost
from tests.mastodon_server import MastodonServer
from tests.server import Say
from tests.services.world import World

KIN = "SELECT key, parent_key, root_key FROM items"


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await open_store(tmp_path / "store.db", durable=False)
    yield store
    await store.close()


@pytest.fixture
async def world(store: Store, clock: FakeClock) -> AsyncIterator[World]:
    web = Web(clock)
    yield World(store, clock, web, others={"mastodon": Mastodon()})
    await web.close()


@pytest.fixture
async def social(clock: FakeClock) -> AsyncIterator[MastodonServer]:
    async with MastodonServer(clock) as social:
        yield social


@pytest.fixture
async def other(clock: FakeClock) -> AsyncIterator[MastodonServer]:
    async with MastodonServer(clock) as other:
        yield other


async def follow(world: World, social: MastodonServer, path: str = "/tags/edchat", **options: str) -> None:
    await world.follow(social.at(path), kind="mastodon", options=tuple(options.items()))


async def kin(world: World) -> dict[str, tuple[str | None, str | None]]:
    """Key -> keys of parent and thread."""
    async with world.store.reading() as db:
        return {row[0]: (row[1], row[2]) for row in await db.execute_fetchall(KIN)}


def key(post: FakePost) -> str:
    return f"mastodon||{post.uri.partition('://')[2]}"


async def test_one_post_through_two_sources_is_one_item_and_its_deletion_counts_for_both(
    world: World, social: MastodonServer, other: MastodonServer
) -> None:
    post = social.post("ida", "seen twice #edchat")
    other.receive(post)
    await follow(world, social)
    await follow(world, other)

    await world.round()
    (row,) = await world.rows()
    assert row.other_sources == 1

    social.delete(post)
    world.clock.forward(minutes=15)
    await world.round()
    assert await world.titles() == []


async def test_a_whole_live_chat_is_found_once_each_with_every_untagged_answer(
    world: World, social: MastodonServer
) -> None:
    await follow(world, social, threads="yes")
    said: list[FakePost] = []
    question = social.post("hostess", "Welcome! #edchat")
    for minute in range(40):
        if minute % 6 == 0:
            question = social.post("hostess", f"Q{minute // 6 + 1}: What about it? #edchat")
            said.append(question)
        said += [social.post(f"guest{number}", f"A tagged {minute}.{number} #edchat") for number in range(8)]
        said += [social.post(f"guest{number}", f"untagged {minute}.{number}", reply_to=question) for number in range(7)]
        reports = await world.round()
        assert all(report.trouble is None for report in reports.values())
        world.clock.forward(minutes=1)
    world.clock.forward(minutes=5)
    await world.round()

    assert len(said) >= 600
    assert len(await kin(world)) == len(said) + 1
    found = await kin(world)
    replies = [post for post in said if post.reply_to]
    assert {key(post): found[key(post)][0] for post in replies} == {
        key(post): key(post.reply_to) for post in replies if post.reply_to
    }
    assert len(social.web.asked) < 300, "less than the server allows in five minutes, over forty"


async def test_an_answer_read_before_its_question_is_put_below_it(world: World, social: MastodonServer) -> None:
    question = social.post("hostess", "Q1? #edchat")
    for number in range(45):
        social.post("ida", f"talk {number} #edchat")
    answer = social.post("ben", "because #edchat", reply_to=question)
    await follow(world, social)

    await world.round()

    assert (await kin(world))[key(answer)] == (key(question), key(question))


async def test_votes_stand_as_they_were_at_the_end_of_a_poll(
    world: World, social: MastodonServer, clock: FakeClock
) -> None:
    post = social.post("ida", "When? #edchat", poll=FakePoll(["Nights", "Days"], ends_at=clock.now().replace(hour=13)))
    await follow(world, social)
    await world.round()
    post.poll = FakePoll(["Nights", "Days"], votes=[9, 3], ends_at=clock.now().replace(hour=13), is_over=True)

    clock.forward(hours=2)
    await world.round()

    (row,) = await world.rows()
    reading = await Library(world.store).item(row.id)
    assert reading is not None and reading.poll is not None
    assert [option.votes for option in reading.poll.options] == [9, 3]
    assert not row.is_edited


async def test_a_server_without_hashtag_timelines_is_a_failing_source_and_not_a_quiet_one(
    world: World, social: MastodonServer
) -> None:
    social.access = ("disabled", "disabled")
    await follow(world, social)

    (report,) = (await world.round()).values()

    assert report.trouble is not None and report.trouble.name == "NotForUs"
    assert "switched hashtag timelines off" in report.trouble.hint


async def test_what_can_only_be_had_with_an_account_is_remarked_at_the_source(
    world: World, social: MastodonServer
) -> None:
    social.access = ("public", "authenticated")
    social.post("ida", "local #edchat")
    await follow(world, social)

    (report,) = (await world.round()).values()

    assert report.trouble is None
    state = await world.state()
    assert len(state.notices) == 1 and "arrowtui login mastodon:" in state.notices[0]


async def test_a_server_that_has_had_enough_rests_for_all_its_sources(
    world: World, social: MastodonServer, clock: FakeClock
) -> None:
    social.remaining = 0
    await follow(world, social)
    await follow(world, social, "/tags/nurschat")

    reports = await world.round()

    assert {report.trouble.name for report in reports.values() if report.trouble} == {"AskedToWait"}
    assert len(social.web.asked) == 1
    assert world.told[-1].failing == 2


async def test_a_further_server_that_is_down_is_remarked_and_costs_nothing(
    world: World, social: MastodonServer
) -> None:
    social.post("ida", "here #edchat")
    await follow(world, social, instances="http://127.0.0.1:9")

    (report,) = (await world.round()).values()

    assert report.trouble is None and report.new == 1
    state = await world.state()
    assert len(state.notices) == 1 and "127.0.0.1:9 cannot be reached" in state.notices[0]
    assert state.memory


async def test_after_days_offline_everything_is_paged_back_in_rounds_a_minute_apart(
    world: World, social: MastodonServer
) -> None:
    await follow(world, social)
    social.post("hostess", "Welcome! #edchat")
    await world.round()
    for number in range(1_400):
        social.post(f"guest{number % 90}", f"A{number % 8}: number {number} #edchat")
    world.clock.forward(days=3)

    rounds = 0
    while rounds < 5 and await world.round(due_only=True):
        rounds += 1
        world.clock.forward(seconds=61)

    assert len(await kin(world)) == 1_401
    assert rounds == 3
    assert await gaps(world) == []


async def test_what_a_first_look_cannot_reach_is_told_of_the_session(world: World, social: MastodonServer) -> None:
    window = Window(world.clock.now(), world.clock.now() + timedelta(hours=1))
    for number in range(700):
        social.post(f"guest{number % 90}", f"A{number % 8}: number {number} #edchat")
    world.clock.forward(hours=2)
    await world.follow(social.at("/tags/edchat"), kind="mastodon", lane=Lane.CHAT)

    await world.round()

    (words,) = await gaps(world)
    assert "Only the newest 600 posts" in words
    async with world.store.reading() as db:
        (told,) = await session_notices(db, ("edchat",), window, world.clock.now())
        later = Window(world.clock.now() + timedelta(days=1), world.clock.now() + timedelta(days=1, hours=1))
        assert await session_notices(db, ("edchat",), later, world.clock.now()) == ()
    assert (told.place, told.lack) == (told.place, words)


async def test_a_server_that_does_not_answer_is_told_of_the_session(world: World, social: MastodonServer) -> None:
    window = Window(world.clock.now() - timedelta(minutes=30), world.clock.now() + timedelta(minutes=30))
    social.web.on("/api/v2/instance", Say(503, b"down"))
    social.web.on("/api/v1/instance", Say(503, b"down"))
    social.web.on("/api/v1/timelines/tag/edchat", Say(503, b"down"))
    await world.follow(social.at("/tags/edchat"), kind="mastodon", lane=Lane.CHAT)
    await world.round()

    async with world.store.reading() as db:
        found = await session_notices(db, ("edchat",), window, world.clock.now())

    assert len(found) == 1, found


async def gaps(world: World) -> list[str]:
    async with world.store.reading() as db:
        return [words for (words,) in await db.execute_fetchall("SELECT words FROM gaps")]
