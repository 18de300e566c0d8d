"""A chore: platforms that want deleted posts to vanish from copies are asked, now and then, what they still show.

A source is gone through backwards in time, a bounded number of posts a day, and from the top again at its end. Only
what the platform says is gone goes; a note stays, with title and link.
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, runtime_checkable

from arrowtui.model.errors import FetchError
from arrowtui.model.item import ItemId
from arrowtui.model.subscription import Subscription
from arrowtui.model.wire import Request
from arrowtui.services.answers import refused
from arrowtui.services.budget import Metered
from arrowtui.services.refresh import Refresh
from arrowtui.store.deletion import delete_items
from arrowtui.store.rechecks import TOP, Stored, next_posts, progress, save_progress
from arrowtui.store.spending import settle
from arrowtui.store.subscriptions import subscriptions

log = logging.getLogger(__name__)

EVERY = timedelta(days=1)
MOST = 300
"""Posts of a source that are asked after in a day."""
MOST_PAID = 20
"""The same where each is charged for: asking after posts must not eat what reading new ones may cost."""


@runtime_checkable
class Rechecks(Protocol):
    """A kind of source that can be asked which of its posts still exist."""

    def recheck(self, native_ids: Iterable[str], options: tuple[tuple[str, str], ...]) -> tuple[Request, ...]:
        """The requests; `read` gives those that are gone as `deleted`."""
        ...


@dataclass(frozen=True, slots=True)
class Rechecking:
    """With the means of a refresh."""

    refresh: Refresh

    async def due_at(self) -> datetime | None:
        """When the source that was not asked after longest is to be; a new one a day after it is first seen here."""
        times = [when for _, _, when in await self._turns()]
        return min(times, default=None)

    async def work(self) -> None:
        """Ask after the next posts of every source whose day is over."""
        for one, below, when in await self._turns():
            if when <= self.refresh.clock.now():
                await self._go_on(one, below)

    async def _turns(self) -> list[tuple[Subscription, ItemId | None, datetime]]:
        """Every source that can be asked so: down to where it was gone through, and when it is to go on."""
        async with self.refresh.store.reading() as db:
            every, known = await subscriptions(db), await progress(db)
        able = [one for one in every if not one.wish.paused and isinstance(self._source(one), Rechecks)]
        return [
            (one, done.item, done.at + EVERY) if (done := known.get(one.id)) else (one, None, self.refresh.clock.now())
            for one in able
        ]

    def _source(self, one: Subscription) -> object:
        return self.refresh.sources.get(one.wish.kind)

    async def _go_on(self, one: Subscription, below: ItemId | None) -> None:
        if below is None:  # seen for the first time: what it brings now is fresh
            await self._done(one, ItemId(TOP), ())
            return
        source = self._source(one)
        assert isinstance(source, Rechecks)  # by `_turns`
        async with self.refresh.store.reading() as db:
            found = await next_posts(db, one.id, one.wish.kind, below, MOST)
        posts, requests = _asking(source, found, one.wish.options)
        gone = await self._gone(one, posts, requests)
        if gone is not None:
            is_end = len(posts) == len(found) < MOST
            last = ItemId(TOP) if is_end else posts[-1].item
            await self._done(one, last, gone)
        else:
            await self._done(one, below, ())

    async def _gone(self, one: Subscription, posts: Sequence[Stored], requests: Sequence[Request]) -> list[str] | None:
        """The keys of those the platform does not show any more; None where it could not be asked."""
        source, options = self.refresh.sources[one.wish.kind], one.wish.options
        wire = Metered(self.refresh.wire, self.refresh.store, self.refresh.clock)
        by_name, gone = {post.native_id: post.key for post in posts}, list[str]()
        try:
            for request in requests:
                reply = await wire.fetch(request)
                if reply.status not in request.accepts and (error := source.refused(reply) or refused(reply)):
                    raise error
                batch = source.read(reply, options, "")
                if batch.bill is not None:
                    async with self.refresh.store.write() as db:
                        await settle(db, batch.bill, batch.billed)
                gone += [by_name[name] for name in batch.deleted if name in by_name]
        except FetchError as error:
            log.info("%s (%s) could not be asked after: %s", one.title, one.wish.kind, error.headline())
            return None
        return gone

    async def _done(self, one: Subscription, below: ItemId, gone: Sequence[str]) -> None:
        async with self.refresh.store.write() as db:
            await delete_items(db, gone)
            await save_progress(db, one.id, below, self.refresh.clock.now())


def _asking(
    source: Rechecks, posts: Sequence[Stored], options: tuple[tuple[str, str], ...]
) -> tuple[Sequence[Stored], tuple[Request, ...]]:
    """The posts to be asked after today, and how: fewer where that costs money."""
    requests = source.recheck([post.native_id for post in posts], options) if posts else ()
    if any(request.bill is not None for request in requests) and len(posts) > MOST_PAID:
        return _asking(source, posts[:MOST_PAID], options)
    return posts, requests
