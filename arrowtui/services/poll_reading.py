"""A chore: polls are read again while they run, and once after their end, so that their results stay with the item."""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol, runtime_checkable

from msgspec import Struct

from arrowtui.model.errors import FetchError, RequestError
from arrowtui.model.poll import Poll
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Subscription, SubscriptionId
from arrowtui.model.wire import Draft, Request
from arrowtui.services.answers import refused
from arrowtui.services.budget import Metered
from arrowtui.services.refresh import Refresh
from arrowtui.services.rounds import Waits, host_of
from arrowtui.store.polls import DuePoll, Pace, Standing, keep_polls, next_poll_at, polls_due, polls_failed
from arrowtui.store.spending import settle
from arrowtui.store.subscriptions import host_waits, subscriptions

log = logging.getLogger(__name__)

EVERY = timedelta(hours=3)
DEAR = ("x",)
"""Kinds of source that charge for every look."""
AT_ONCE = 20
"""Polls in one piece of work, so that nobody waits long behind it."""


@runtime_checkable
class HasPolls(Protocol):
    """A kind of source that can be asked for one poll."""

    def ask_poll(self, post: Draft, address: str, options: tuple[tuple[str, str], ...]) -> Request | None:
        """The request whose reply `read` makes a draft of that post from, with its poll; None where there is none.

        Args:
            address: that of the source.
        """
        ...


class PollReading(Struct, frozen=True):
    """With the means of a refresh. What a look costs goes by the budget of its source."""

    refresh: Refresh

    async def due_at(self) -> datetime | None:
        """When the first poll is worth another look. Raises: StoreError."""
        now, pace = self.refresh.clock.now(), _pace(await self._able())
        async with self.refresh.store.reading() as db:
            return await next_poll_at(db, now, pace) if pace.sources else None

    async def work(self) -> None:
        """Read again what is due. What does not answer is asked later; what is gone keeps its last results.

        Raises: StoreError.
        """
        able, now = await self._able(), self.refresh.clock.now()
        async with self.refresh.store.reading() as db:
            due = await polls_due(db, now, _pace(able), AT_ONCE)
        for one in due:
            found = await self._read(one, able[one.subscription])
            async with self.refresh.store.write() as db:
                if found is None:
                    await polls_failed(db, [one.item], self.refresh.clock.now())
                else:
                    await db.run(partial(keep_polls, found=[(one.item, found)]))

    async def _able(self) -> Mapping[SubscriptionId, Subscription]:
        """The sources that can be asked for polls."""
        async with self.refresh.store.reading() as db:
            every = await subscriptions(db)
        can = {
            kind for kind in {one.wish.kind for one in every} if isinstance(self.refresh.sources.get(kind), HasPolls)
        }
        return {one.id: one for one in every if not one.wish.paused and one.wish.kind in can}

    async def _read(self, one: DuePoll, by: Subscription) -> Standing | None:
        """The poll as it stands now; None where it could not be had."""
        source = self.refresh.sources[by.wish.kind]
        assert isinstance(source, HasPolls)  # by `_able`
        try:
            request = source.ask_poll(one.draft, by.wish.address, by.wish.options)
            if request is None or await self._is_to_rest(request):
                return None
            reply = await Metered(self.refresh.wire, self.refresh.store, self.refresh.clock).fetch(request)
            if error := source.refused(reply) or refused(reply):
                raise error
            batch = source.read(reply, by.wish.options, "")
        except (FetchError, RequestError) as error:
            log.info("a poll of %s could not be read: %s", by.title, error.headline())
            return None
        if batch.bill is not None:
            async with self.refresh.store.write() as db:
                await settle(db, batch.bill, batch.billed)
        polls = (each.poll for each in batch.drafts if each.native_id == one.draft.native_id)
        poll = next(filter(None, polls), None)
        return Standing(_ended(poll, reply.received_at), reply.received_at) if poll else None

    async def _is_to_rest(self, request: Request) -> bool:
        """Whether the host wants to be left alone."""
        async with self.refresh.store.reading() as db:
            waits = Waits.of(await host_waits(db))
        return waits.for_host(host_of(request.address), self.refresh.clock.now()) is not None


def _pace(able: Mapping[SubscriptionId, Subscription]) -> Pace:
    return Pace(tuple(able), EVERY, DEAR)


def _ended(poll: Poll, now: datetime) -> Poll:
    """A poll whose stated end is past is closed, also where its server has not noticed yet."""
    return replace(poll, closed=True) if poll.closes_at is not None and poll.closes_at <= now else poll
