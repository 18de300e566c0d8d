"""Sorting as the person wants it: rules of her own, what her moves teach, why things are where they are, polls."""

from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from arrowtui.model.chat import Series
from arrowtui.model.chat_board import FollowedChat
from arrowtui.model.item import ItemId, ItemRow, Scope, View
from arrowtui.model.lane import ChosenBy, Lane
from arrowtui.model.poll import Poll, PollOption
from arrowtui.model.replace import replace
from arrowtui.model.rule import Rule
from arrowtui.services.contexts import Contexts, Told
from arrowtui.services.digest import by_rules
from arrowtui.services.found_chats import found_chats
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library
from arrowtui.services.understanding import Understanding
from arrowtui.store import Store, open_store
from arrowtui.store.polls import Pace, Standing, polls_due
from arrowtui.store.subscriptions import subscriptions
from tests.fakes import NOON, FakeClock, FakeWire
from tests.services.world import World, a_feed
from tests.store.builders import a_source, an_item, arrived, placed

ONE, TWO = "https://one.example/feed", "https://two.example/feed"
DAY = timedelta(days=1)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await open_store(tmp_path / "store.db", durable=False)
    yield store
    await store.close()


@pytest.fixture
def world(store: Store, clock: FakeClock, wire: FakeWire) -> World:
    return World(store, clock, wire)


async def rounded(world: World, *rules: Rule, chats: Sequence[FollowedChat] = ()) -> dict[str, ItemRow]:
    """One round with these rules; every row by its title, dismissed ones included."""
    told = Told(tuple(rules), tuple(chats))
    refresh = replace(world.refresh, classify=by_rules, contexts=Contexts(world.store, lambda: told))
    await refresh.round(due_only=False, progress=lambda _: None)
    library = Library(world.store)
    pages = [await library.page(View(None, scope)) for scope in (Scope.ALL, Scope.DISMISSED)]
    return {row.title: row for page in pages for row in page.rows}


# --- rules


async def test_rules_place_tag_keep_and_dismiss_what_arrives(world: World, wire: FakeWire) -> None:
    await world.follow(ONE)
    wire.answers(ONE, a_feed("Night nurses meet", "Crypto for nurses", "Bread"))

    rows = await rounded(
        world,
        Rule("nights", words="night nurse", lane=Lane.CALL, tags=("ward",), keep=True),
        Rule("no crypto", words="crypto", lane=Lane.NOISE, dismiss=True),
    )

    nights, crypto, bread = rows["Night nurses meet"], rows["Crypto for nurses"], rows["Bread"]
    assert (nights.lane, nights.tags, nights.is_kept, nights.is_dismissed) == (Lane.CALL, ("ward",), True, False)
    assert (crypto.lane, crypto.is_kept, crypto.is_dismissed) == (Lane.NOISE, False, True)
    assert (bread.tags, bread.is_kept, bread.is_dismissed) == ((), False, False)


async def test_a_rule_marks_read_what_is_for_looking_up_only(world: World, wire: FakeWire) -> None:
    await world.follow(ONE)
    wire.answers(ONE, a_feed("Minutes of the board", "Night nurses"))

    rows = await rounded(world, Rule("minutes", words="minutes", read=True))

    assert {title: row.is_read for title, row in rows.items()} == {"Minutes of the board": True, "Night nurses": False}
    counts = await Library(world.store).counts()
    assert sum(count.unread for count in counts.values()) == 1


async def test_a_rule_for_one_source_leaves_the_others_alone(world: World, wire: FakeWire) -> None:
    await world.follow(ONE, TWO)
    wire.answers(ONE, a_feed("Here", title="The first"))
    wire.answers(TWO, a_feed("There", title="The second"))
    rules = (Rule("one", source=ONE, tags=("a",)), Rule("kind", kind="mastodon", tags=("b",)))

    rows = await rounded(world, *rules)

    assert (rows["Here"].tags, rows["There"].tags) == (("a",), ())


async def test_a_rule_is_narrower_than_the_tab_of_a_source(world: World, wire: FakeWire) -> None:
    await world.follow(ONE, lane=Lane.TIP)
    wire.answers(ONE, a_feed("Nurses", "Bread"))

    rows = await rounded(world, Rule("nurses", words="nurse", lane=Lane.CALL))

    assert (rows["Nurses"].lane, rows["Bread"].lane) == (Lane.CALL, Lane.TIP)


async def test_a_rule_never_moves_what_she_placed_and_acts_on_arrival_only(world: World, wire: FakeWire) -> None:
    await world.follow(ONE)
    wire.answers(ONE, a_feed("Nurses", ids=["1"]))
    wire.answers(ONE, a_feed("Nurses, edited", ids=["1"]))
    row = (await rounded(world))["Nurses"]
    await Journal(world.store, world.clock).move([row.id], Lane.CHAT)

    world.clock.forward(days=1)
    rows = await rounded(world, Rule("nurses", words="nurse", lane=Lane.CALL, tags=("ward",), dismiss=True))

    edited = rows["Nurses, edited"]
    assert (edited.lane, edited.tags, edited.is_dismissed) == (Lane.CHAT, (), False)


# --- what moves teach


async def test_moves_teach_undo_forgets_and_a_reset_can_be_taken_back(world: World, wire: FakeWire) -> None:
    await world.follow(ONE)
    titles = [f"Ward board {n}" for n in range(5)]
    wire.answers(ONE, a_feed(*titles[:4], title="Ward"))
    rows = await rounded(world)
    journal, understanding = Journal(world.store, world.clock), Understanding(world.store, world.clock)

    await journal.move([rows[title].id for title in titles[:4]], Lane.CALL)
    taught = {(one.kind, one.words): one.moves for one in await understanding.taught()}
    assert taught["source", "ward"] == (0, 0, 4, 0)

    await journal.undo()
    assert await understanding.taught() == ()

    await journal.move([rows[title].id for title in titles[:4]], Lane.CALL)
    assert (await understanding.forget()).sentence == "Forgot what 4 moves taught"
    assert await understanding.taught() == ()
    assert (await understanding.forget()).count == 0

    await journal.undo()
    assert {(one.kind, one.words) for one in await understanding.taught()} == set(taught)


async def test_the_next_one_like_those_she_moved_follows_and_says_so(world: World, wire: FakeWire) -> None:
    await world.follow(ONE)
    titles = [f"Ward board notice {n}" for n in range(5)]
    wire.answers(ONE, a_feed(*titles[:4], title="Ward"))
    wire.answers(ONE, a_feed(*titles, title="Ward"))
    rows = await rounded(world)
    await Journal(world.store, world.clock).move([rows[title].id for title in titles[:4]], Lane.CALL)

    world.clock.forward(days=1)
    row = (await rounded(world))[titles[4]]

    why = await Understanding(world.store, world.clock).why(row.id)
    assert why is not None
    assert (row.lane, why.chosen_by) == (Lane.CALL, ChosenBy.RULE)
    assert why.reasons[0] == "you moved 4 like this to Calls"


async def test_why_tells_who_put_it_there(world: World, wire: FakeWire) -> None:
    await world.follow(ONE, lane=Lane.TIP)
    wire.answers(ONE, a_feed("Nurses", "Bread"))
    rows = await rounded(world, Rule("nurses", words="nurse", lane=Lane.CALL))
    understanding = Understanding(world.store, world.clock)

    async def chosen(title: str) -> tuple[Lane, Lane, ChosenBy, tuple[str, ...]]:
        why = await understanding.why(rows[title].id)
        assert why is not None
        return why.lane, why.ruled, why.chosen_by, why.reasons

    assert await chosen("Nurses") == (Lane.CALL, Lane.CALL, ChosenBy.OWN_RULE, ('your rule "nurses"',))
    assert await chosen("Bread") == (Lane.TIP, Lane.TIP, ChosenBy.SOURCE, ("you set this source to Tips",))

    await Journal(world.store, world.clock).move([rows["Bread"].id], Lane.NOISE)
    assert (await chosen("Bread"))[:3] == (Lane.NOISE, Lane.TIP, ChosenBy.PERSON)
    assert await understanding.why(ItemId(1)) is None


# --- chats


async def test_the_hashtag_of_a_chat_one_follows_is_known(world: World, wire: FakeWire) -> None:
    chat = FollowedChat("Ward chat", Series("#wardchat"), ("wardchat",))
    await world.follow(ONE)
    async with world.store.reading() as db:
        (subscription,) = await subscriptions(db)

    context_of = await Contexts(world.store, lambda: Told(chats=(chat,)))()

    assert context_of(subscription).series == {"wardchat"}


async def test_evenings_nobody_follows_are_found(store: Store, clock: FakeClock) -> None:
    source = await a_source(store)
    batch = [
        placed(
            an_item(f"{week}-{n}", text=f"Q{n}: What about number {n}? #plantchat", author="@host", at=at), Lane.CHAT
        )
        for week in (1, 2, 3)
        for n in (1, 2, 3, 4)
        for at in (NOON - week * 7 * DAY + timedelta(minutes=10 * n),)
    ]
    await arrived(store, source, batch)

    (found,) = await found_chats(store, clock, "UTC")

    assert (found.series.hashtag, found.series.rrule) == ("#plantchat", "FREQ=WEEKLY;BYDAY=MO;BYHOUR=12;BYMINUTE=0")
    chat = FollowedChat("Plants", found.series, ("plantchat",))
    assert await found_chats(store, clock, "UTC", [chat]) == ()


# --- polls


def a_poll(*, votes: int | None = None, ends: timedelta | None = DAY, closed: bool = False) -> Poll:
    options = (PollOption("yes", votes), PollOption("no", votes))
    return Poll(options, closes_at=None if ends is None else NOON + ends, closed=closed)


async def test_a_poll_is_kept_as_it_stands_and_hidden_votes_are_not_nought(store: Store, clock: FakeClock) -> None:
    source = await a_source(store)
    understanding = Understanding(store, clock)

    async def polled(poll: Poll, hours: int) -> Poll | None:
        item = an_item("poll", draft=replace(an_item("poll").draft, poll=poll))
        standing = Standing(poll, NOON + timedelta(hours=hours))
        await arrived(store, source, [replace(placed(item, Lane.CALL), standing=standing)])
        (row,) = (await Library(store).page(View(Lane.CALL, Scope.ALL))).rows
        return await understanding.poll(row.id)

    assert await polled(a_poll(), 0) == a_poll()
    assert await polled(a_poll(votes=7), 1) == a_poll(votes=7)


@pytest.mark.parametrize(
    ("ends", "read_h", "now_h", "is_due"),
    [
        (DAY, 0, 1, False),  # read a moment ago
        (DAY, 0, 8, True),  # open, read long ago
        (DAY, 20, 25, True),  # ended since it was read
        (DAY, 25, 60, False),  # read after its end: once is enough
        (None, 0, 8, True),  # without an end
    ],
)
async def test_open_polls_are_due_and_ended_ones_once(
    store: Store, ends: timedelta | None, read_h: int, now_h: int, *, is_due: bool
) -> None:
    source, hour = await a_source(store), timedelta(hours=1)
    poll = a_poll(ends=ends)
    item = an_item("poll", draft=replace(an_item("poll").draft, poll=poll))
    await arrived(store, source, [replace(placed(item), standing=Standing(poll, NOON + read_h * hour))])

    async with store.reading() as db:
        due = await polls_due(db, NOON + now_h * hour, Pace([source], 6 * hour))

    assert [one.key for one in due] == ([item.key] if is_due else [])
