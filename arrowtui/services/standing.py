"""How things stand in a few numbers, for a status bar. Each is only found out where it is asked for."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial

from msgspec import Struct

from arrowtui.lanes.urgency import CLOSING
from arrowtui.model.call_board import Profile
from arrowtui.model.chat_board import FollowedChat
from arrowtui.model.lane import Lane
from arrowtui.model.ports import Clock
from arrowtui.store import Store
from arrowtui.store.boards import closing_count
from arrowtui.store.counts import lane_counts
from arrowtui.store.subscriptions import failing_count
from arrowtui.store.times import stamp

NOBODY = Profile()


class Standing(Struct, frozen=True):
    """`chats` are those that are followed; calls that `profile` excludes do not count. Raises StoreError."""

    store: Store
    clock: Clock
    chats: Sequence[FollowedChat] = ()
    profile: Profile = NOBODY

    @property
    def known(self) -> Mapping[str, Callable[[], Awaitable[int]]]:
        """What can be asked for: what is unread in each tab (and in none), and what wants a look."""
        return {
            "tips": partial(self._unread, Lane.TIP),
            "chats": partial(self._unread, Lane.CHAT),
            "calls": partial(self._unread, Lane.CALL),
            "noise": partial(self._unread, Lane.NOISE),
            "closing": self._closing,
            "live": self._live,
            "failing": self._failing,
        }

    async def _unread(self, lane: Lane) -> int:
        async with self.store.reading() as db:
            return (await lane_counts(db))[lane].unread

    async def _failing(self) -> int:
        """Sources that fail."""
        async with self.store.reading() as db:
            return await failing_count(db)

    async def _closing(self) -> int:
        """Calls that close within a day."""
        if self.profile.never:
            from arrowtui.services.calls import Calls  # it reads the texts: only for who hides some

            return await Calls(self.store, self.clock, self.profile).closing_count()
        now = self.clock.now()
        async with self.store.reading() as db:
            return await closing_count(db, stamp(now), stamp(now + CLOSING))

    async def _live(self) -> int:
        """Sessions of chats that are on."""
        if not self.chats:
            return 0
        from arrowtui.services.agenda import as_told, held  # 60 ms, and most people follow no chat

        now, found = self.clock.now(), 0
        async with self.store.reading() as db:
            for chat in self.chats:
                told = await as_told(db, chat, now)
                windows = held(told, now - timedelta(minutes=chat.series.minutes), now + timedelta(minutes=1))
                found += any(window.starts_at <= now < window.ends_at for window in windows)
        return found
