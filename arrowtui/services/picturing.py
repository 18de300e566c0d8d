"""A chore of the poller, for those who want pictures on their board: small ones of what was kept, a few at a time."""

import asyncio
from datetime import datetime, timedelta

from msgspec import Struct

from arrowtui.ingest.pictured import picture_link
from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import ReplyTooBig
from arrowtui.model.picture import Picture
from arrowtui.model.wire import Request
from arrowtui.services.refresh import Refresh
from arrowtui.services.rounds import Waits, host_of
from arrowtui.store.fetching import host_waits
from arrowtui.store.pictures import Pictureless, last_look, pictureless, put_picture

PAUSE = timedelta(minutes=1)
AT_ONCE = 4
LOOKED_THROUGH = 20
AGAIN_AFTER = timedelta(days=1)
MOST_TRIES = 3
HEADERS = {"Accept": "image/webp,image/png,image/jpeg,image/gif;q=0.9"}


class Picturing(Struct, frozen=True):
    """With the means of a refresh."""

    refresh: Refresh

    async def due_at(self) -> datetime | None:
        """A minute after the last pictures, as long as some are to be looked for."""
        now = self.refresh.clock.now()
        async with self.refresh.store.reading() as db:
            if not await pictureless(db, now - AGAIN_AFTER, MOST_TRIES, 1):
                return None
            last = await last_look(db)
        return now if last is None or last > now else last + PAUSE

    async def work(self) -> None:
        """Look for a few, of different hosts; those that want to be left alone are left for another time."""
        now = self.refresh.clock.now()
        async with self.refresh.store.reading() as db:
            found = await pictureless(db, now - AGAIN_AFTER, MOST_TRIES, LOOKED_THROUGH)
            waits = Waits.of(await host_waits(db))
        hosts: set[str] = set()
        for each in found:
            link = picture_link(each.draft)
            if link is None:
                await self._put(each, None, 0)
            elif len(hosts) < AT_ONCE and (host := host_of(link)) not in hosts:
                hosts.add(host)
                if waits.for_host(host, now) is None:
                    await self._look(each, link)
                else:
                    await self._put(each, None, max(each.failures, 1))

    async def _look(self, each: Pictureless, link: str) -> None:
        from arrowtui.ingest.thumbnail import thumbnail  # only who wants pictures pays for it

        foreign = host_of(link) not in self.refresh.own_hosts  # a picture is no way into her network
        try:
            reply = await self.refresh.wire.fetch(Request(link, headers=HEADERS, conditional=False, is_foreign=foreign))
        except ReplyTooBig:
            await self._put(each, None, 0)
        except FetchError:
            await self._put(each, None, each.failures + 1)
        else:
            picture = await asyncio.to_thread(thumbnail, reply.body) if reply.status < 300 else None
            await self._put(each, picture, 0 if picture else each.failures + 1)

    async def _put(self, each: Pictureless, picture: Picture | None, failures: int) -> None:
        async with self.refresh.store.write() as db:
            await put_picture(db, each.item, picture, failures, self.refresh.clock.now())
