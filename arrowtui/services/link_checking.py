"""A chore of the poller: do the links of what was thought about still lead anywhere? A few an hour, each host once."""

from datetime import datetime, timedelta

from msgspec import Struct

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import ReplyTooBig
from arrowtui.model.wire import Request
from arrowtui.services.refresh import Refresh
from arrowtui.services.rounds import Waits, host_of
from arrowtui.store.fetching import host_waits
from arrowtui.store.link_checks import LinkDue, last_check, links_due, put_check

PAUSE = timedelta(hours=1)
AT_ONCE = 3
FINE_FOR = timedelta(days=45)
FAILED_FOR = timedelta(days=2)
NOTHING_HERE = frozenset({404, 410})
SURE = 2
"""So often in a row a page must be missing before a link is called dead."""


class LinkChecking(Struct, frozen=True):
    """With the means of a refresh."""

    refresh: Refresh

    async def due_at(self) -> datetime | None:
        """An hour after the last link, as long as one is to be looked at."""
        now = self.refresh.clock.now()
        async with self.refresh.store.reading() as db:
            if not await links_due(db, now - FINE_FOR, now - FAILED_FOR, 1):
                return None
            last = await last_check(db)
        return now if last is None or last > now else last + PAUSE

    async def work(self) -> None:
        """Look at a few links, of different hosts; those that want to be left alone are left for another time."""
        now = self.refresh.clock.now()
        async with self.refresh.store.reading() as db:
            due = await links_due(db, now - FINE_FOR, now - FAILED_FOR, 10 * AT_ONCE)
            waits = Waits.of(await host_waits(db))
        by_host = {host_of(one.link): one for one in reversed(due)}
        for host, one in list(by_host.items())[:AT_ONCE]:
            if waits.for_host(host, now) is None:
                await self._look(one)
            else:
                await self._put(one, one.failures)

    async def _look(self, one: LinkDue) -> None:
        foreign = host_of(one.link) not in self.refresh.own_hosts  # nobody's post makes us ask in her network
        try:
            reply = await self.refresh.wire.fetch(Request(one.link, conditional=False, is_foreign=foreign))
        except ReplyTooBig:
            await self._put(one, 0)  # there is something
        except FetchError:
            await self._put(one, one.failures)  # a host that does not answer says nothing about its pages
        else:
            await self._put(one, one.failures + 1 if reply.status in NOTHING_HERE else 0)

    async def _put(self, one: LinkDue, failures: int) -> None:
        async with self.refresh.store.write() as db:
            await put_check(db, one.link, self.refresh.clock.now(), failures, failures >= SURE)
