"""Polls are read again while they run and once after their end, on real adapters against a scripted wire."""

import json
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from arrowtui.model.item import ItemId, Scope, View
from arrowtui.model.poll import Poll, PollOption
from arrowtui.model.replace import replace
from arrowtui.model.subscription import HostWait, Wish
from arrowtui.model.wire import Body, Draft, Markup
from arrowtui.services.library import Library
from arrowtui.services.poll_reading import PollReading
from arrowtui.services.refresh import Refresh
from arrowtui.sources.registry import SOURCES
from arrowtui.store.fetching import save_host_wait
from arrowtui.store.polls import Standing, poll_counts
from arrowtui.store.subscriptions import add_wish
from tests.fakes import NOON, FakeClock, FakeWire
from tests.services.chore_desk import ChoreDesk
from tests.store.builders import an_item, arrived, placed

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
POST = "https://social.example/users/ida/statuses/117"
ASKED = "https://social.example/api/v1/statuses/117"
TAG = Wish("mastodon", "https://other.example/tags/nurses")
X = Wish("x", "https://x.com/search?q=nurses", options=(("budget", "1.00"),))
BLANK = Poll((PollOption("Yes", 1), PollOption("No", 0)), closes_at=NOON + DAY)


def status(yes: int | None, *, ends: datetime | None = NOON + DAY, is_over: bool = False) -> str:
    """A post of Mastodon with a poll."""
    options = [{"title": "Yes", "votes_count": yes}, {"title": "No", "votes_count": 0}]
    poll = {
        "id": "9",
        "expires_at": ends and ends.isoformat(),
        "expired": is_over,
        "multiple": False,
        "options": options,
    }
    account = {"id": "1", "username": "ida", "acct": "ida", "url": "https://social.example/@ida"}
    return json.dumps(
        {
            "id": "117",
            "uri": POST,
            "url": "https://social.example/@ida/117",
            "content": "<p>Do you nap?</p>",
            "created_at": NOON.isoformat(),
            "account": account,
            "poll": poll,
        }
    )


class Desk(ChoreDesk):
    @property
    def chore(self) -> PollReading:
        return PollReading(Refresh(self.store, self.wire, SOURCES, self.clock))

    async def bring(self, wish: Wish, draft: Draft, poll: Poll = BLANK) -> ItemId:
        async with self.store.write() as db:
            source = await add_wish(db, wish)
        item = an_item(draft.native_id, key=f"{wish.kind}||{draft.native_id}", draft=replace(draft, poll=poll))
        await arrived(self.store, source, [replace(placed(item), standing=Standing(poll, NOON))])
        return (await Library(self.store).page(View(None, Scope.ALL))).rows[0].id

    async def toot(self, poll: Poll = BLANK) -> ItemId:
        return await self.bring(TAG, Draft(POST, body=Body("Do you nap?", Markup.TEXT)), poll)

    async def poll(self, item: ItemId) -> Poll:
        reading = await Library(self.store).item(item)
        assert reading is not None
        assert reading.poll is not None
        return reading.poll

    async def votes(self, item: ItemId) -> list[int | None]:
        return [option.votes for option in (await self.poll(item)).options]

    async def when_due(self) -> None:
        """What the poller does: wait until something is due, then work."""
        due = await self.chore.due_at()
        assert due is not None
        self.clock.hour = max(due, self.clock.hour)
        await self.chore.work()


@pytest.fixture
async def desk(tmp_path: Path, clock: FakeClock, wire: FakeWire) -> AsyncIterator[Desk]:
    async with Desk.opened(tmp_path, clock, wire) as desk:
        yield desk


async def test_a_running_poll_is_counted_again_and_its_result_stays_with_the_item(desk: Desk) -> None:
    item = await desk.toot()
    for yes, is_over in ((5, False), (5, False), (8, False), (9, True)):
        desk.wire.answers(ASKED, status(yes, is_over=is_over))

    await desk.when_due()
    assert (desk.clock.hour, await desk.votes(item)) == (NOON + 3 * HOUR, [5, 0])
    await desk.when_due()
    await desk.when_due()
    desk.clock.hour = NOON + DAY
    await desk.when_due()

    assert await desk.votes(item) == [9, 0]
    assert (await desk.poll(item)).closed
    assert NOON + DAY < desk.clock.hour < NOON + DAY + HOUR
    assert await desk.chore.due_at() is None
    async with desk.store.reading() as db:
        assert [votes for _, votes in await poll_counts(db, item)] == [1, 5, 8, 9]


async def test_reading_votes_again_is_no_edit_and_makes_nothing_unread(desk: Desk) -> None:
    item = await desk.toot()
    desk.wire.answers(ASKED, status(5))

    await desk.when_due()

    (row,) = await Library(desk.store).rows([item])
    assert not row.is_edited


async def test_votes_that_are_hidden_till_the_end_are_had_then(desk: Desk) -> None:
    item = await desk.toot(replace(BLANK, options=(PollOption("Yes"), PollOption("No"))))
    desk.wire.answers(ASKED, status(None))
    desk.wire.answers(ASKED, status(12))

    await desk.when_due()
    assert (await desk.votes(item))[0] is None
    desk.clock.hour = NOON + DAY
    await desk.when_due()

    assert await desk.votes(item) == [12, 0]
    assert (await desk.poll(item)).closed  # its end is past, whatever the server has noticed


async def test_what_cannot_be_asked_keeps_its_last_votes_and_is_given_up_in_the_end(desk: Desk) -> None:
    item = await desk.toot()
    desk.wire.answers(ASKED, "gone", status=410)

    for _ in range(8):
        await desk.when_due()

    assert await desk.votes(item) == [1, 0]
    assert await desk.chore.due_at() is None


async def test_a_host_that_wants_to_be_left_alone_is(desk: Desk) -> None:
    await desk.toot()
    async with desk.store.write() as db:
        await save_host_wait(db, HostWait("social.example", NOON + 10 * HOUR))

    await desk.when_due()

    assert desk.wire.asked == []


async def test_a_paused_source_is_not_asked_for_its_polls(desk: Desk) -> None:
    await desk.toot()
    async with desk.store.write() as db:
        await add_wish(db, replace(TAG, paused=True))

    assert await desk.chore.due_at() is None


async def test_a_poll_without_an_end_is_of_interest_for_a_month(desk: Desk) -> None:
    wish = Wish("hackernews", "https://news.ycombinator.com/newpoll")
    item = await desk.bring(wish, Draft("41"), replace(BLANK, closes_at=None, multiple=True))
    options = [{"type": "pollopt", "id": 42, "text": "Yes", "points": 70}]
    told = {"id": 41, "type": "poll", "title": "Naps?", "author": "ida", "created_at_i": 1, "options": options}
    desk.wire.answers("https://hn.algolia.com/api/v1/items/41", json.dumps({**told, "children": []}))

    await desk.when_due()
    assert await desk.votes(item) == [70]
    desk.clock.forward(days=31)

    assert await desk.chore.due_at() is None


async def test_a_poll_of_a_forum_is_found_in_its_topic(desk: Desk) -> None:
    wish = Wish("discourse", "https://forum.example/latest")
    item = await desk.bring(wish, Draft("310/7", host="forum.example"))
    poll = {"options": [{"html": "Yes", "votes": 4}, {"html": "No", "votes": 2}], "status": "closed", "voters": 6}
    post = {"id": 990, "post_number": 7, "cooked": "<p>?</p>", "username": "ida", "topic_id": 310, "polls": [poll]}
    told = {"id": 310, "title": "Naps", "post_stream": {"posts": [post], "stream": [990]}}
    desk.wire.answers("https://forum.example/t/310/7.json", json.dumps(told))

    await desk.when_due()

    assert await desk.votes(item) == [4, 2]
    assert (await desk.poll(item)).closed


async def test_x_is_asked_once_a_day_and_never_beyond_its_budget(desk: Desk) -> None:
    item = await desk.bring(X, Draft("117"), replace(BLANK, closes_at=NOON + 3 * DAY))

    await desk.when_due()
    first = desk.wire.asked[0][0]
    assert (desk.clock.hour, first.bill is not None) == (NOON + DAY, True)

    poor = replace(X, options=(("budget", "0.001"),))
    async with desk.store.write() as db:
        await add_wish(db, poor)
    await desk.when_due()

    assert len(desk.wire.asked) == 1  # nothing was sent: it could have cost more than there is
    assert await desk.votes(item) == [1, 0]
