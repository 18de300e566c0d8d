"""Chats nobody follows yet, found in what was read: numbered questions that come back under one hashtag."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from arrowtui.model.chat import ChatPost, Window
from arrowtui.model.chat_board import FollowedChat
from arrowtui.model.chat_found import FoundChat
from arrowtui.model.item import ItemId, sorted_at
from arrowtui.model.ports import Clock
from arrowtui.store import Store
from arrowtui.store.found_chats import brought_by, put_found
from arrowtui.store.found_chats import found_chats as found_before
from arrowtui.store.sessions import StoredPost, chat_posts

if TYPE_CHECKING:
    from arrowtui.lanes.series import Proposal

BACK = timedelta(days=90)
MOST = 20_000
EVERY = timedelta(hours=2)
SOON = timedelta(minutes=10)
"""Looked again after a look that came before anything was read."""


async def found_chats(
    store: Store, clock: Clock, zone: str, followed: Sequence[FollowedChat] = ()
) -> tuple[FoundChat, ...]:
    """Series worth following, best proven first; those followed already are left out. Works in a thread.

    Args:
        zone: IANA name of the zone where a host's clock is taken to be: the person's own.
    Raises: StoreError.
    """
    async with store.reading() as db:
        posts = await chat_posts(db, clock.now() - BACK, MOST)
    if not posts:
        return ()  # and what knows chats need not be brought in
    proposals, items = await asyncio.to_thread(_proposed, posts, zone)
    found = unfollowed((_found(one) for one in proposals), followed)
    async with store.reading() as db:
        return tuple([_with_places(one, await brought_by(db, items[one.hashtag])) for one in found])


def unfollowed(found: Iterable[FoundChat], followed: Iterable[FollowedChat]) -> tuple[FoundChat, ...]:
    """Those of which no hashtag is followed."""
    known = {f"#{tag}" for chat in followed for tag in chat.hashtags}
    return tuple(one for one in found if one.hashtag not in known)


@dataclass
class FindingChats:
    """A chore: looks for chats every two hours, so that the screen only reads what was found."""

    store: Store
    clock: Clock
    zone: Callable[[], str]
    _next: datetime | None = field(default=None, init=False)

    async def due_at(self) -> datetime | None:
        """At once after a start, then every two hours."""
        return self._next or self.clock.now()

    async def work(self) -> None:
        """Look, and write down what is there now. Raises: StoreError."""
        found = await found_chats(self.store, self.clock, self.zone())
        async with self.store.reading() as db:
            before = await found_before(db)
        if found != before:
            async with self.store.write() as db:
                await put_found(db, found)
        self._next = self.clock.now() + (EVERY if found else SOON)


def _proposed(posts: Sequence[StoredPost], zone: str) -> "tuple[tuple[Proposal, ...], dict[str, list[ItemId]]]":
    """The proposals, and by hashtag the posts that carry it."""
    from arrowtui.lanes.series import propose, tags_of  # nobody looks for chats at start-up

    items: defaultdict[str, list[ItemId]] = defaultdict(list)
    for post in posts:
        for tag in tags_of(post.text):
            items[f"#{tag}"].append(post.item)
    return propose([_as_post(post) for post in posts], zone), items


def _found(one: "Proposal") -> FoundChat:
    start, length = one.sessions[-1], timedelta(minutes=one.series.minutes)
    return FoundChat(one.series, len(one.sessions), one.people, Window(start, start + length))


def _with_places(one: FoundChat, sources: Collection[tuple[str, str]]) -> FoundChat:
    places = dict.fromkeys(filter(None, (_place(kind, address) for kind, address in sources)))
    return FoundChat(one.series, one.sessions, one.people, one.last, tuple(places))


def _place(kind: str, address: str) -> str:
    """Where a hashtag can be asked for, as the settings name it. X is left out: reading there is paid."""
    if kind == "mastodon":
        return urlsplit(address).hostname or ""
    return "bluesky" if kind == "bluesky" else ""


def _as_post(post: StoredPost) -> ChatPost:
    return ChatPost(post.key, post.author, sorted_at(post.item), post.text, post.parent_key, post.repost_key)
