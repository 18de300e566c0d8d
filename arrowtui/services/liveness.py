"""Which sources are to be asked more often just now: those of a chat that is on, about to begin, or just over."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from arrowtui.model.chat_board import FollowedChat
from arrowtui.model.lane import Lane
from arrowtui.model.ports import Clock
from arrowtui.model.subscription import Wish
from arrowtui.store import Store

BEFORE, AFTER = timedelta(minutes=10), timedelta(minutes=30)
KEPT = timedelta(minutes=1)
"""How long what was worked out is believed."""


class Liveness:
    """Tells of each source whether a chat it belongs to is on. `chats` is asked anew every minute."""

    def __init__(self, chats: Callable[[], Sequence[FollowedChat]], clock: Clock) -> None:
        self._chats, self._clock = chats, clock
        self._told: dict[str, FollowedChat] = {}
        self._tags: frozenset[str] = frozenset()
        self._until: datetime | None = None

    def __call__(self, wish: Wish) -> bool:
        """Whether this source wants the pace of a chat that is on."""
        tags = self._live_tags()
        address = wish.address.casefold()
        return bool(tags) and wish.lane is Lane.CHAT and any(tag in address for tag in tags)

    async def look(self, store: Store) -> None:
        """Find what hosts have said of sessions that are called off or moved. Raises: StoreError."""
        from arrowtui.services.agenda import as_told  # late, as below

        async with store.reading() as db:
            found = [(chat, await as_told(db, chat, self._clock.now())) for chat in self._chats()]
        self._told = {chat.series.hashtag: told for chat, told in found if told != chat}
        self._until = None

    def is_on(self, chat: FollowedChat) -> bool:
        """Whether a session of it is on, about to begin, or just over."""
        return _is_on(self._told.get(chat.series.hashtag, chat), self._clock.now())

    def _live_tags(self) -> frozenset[str]:
        now = self._clock.now()
        if self._until is None or now >= self._until or now < self._until - KEPT:
            self._tags = frozenset(tag for chat in self._chats() if self.is_on(chat) for tag in chat.hashtags)
            self._until = now + KEPT
        return self._tags


def _is_on(chat: FollowedChat, now: datetime) -> bool:
    if chat.series.rrule is None and not chat.extras:
        return False
    from arrowtui.services.agenda import held  # late: 30 ms, and most people follow no chat

    length = timedelta(minutes=chat.series.minutes)
    return bool(held(chat, now - AFTER - length, now + BEFORE))
