"""One session, read again and again while it grows: what is known already is neither fetched nor filed anew.

A thousand posts a minute must not hold up a key press, so everything but the fetching is done in a thread.
"""

import asyncio
from collections.abc import Coroutine, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from arrowtui.model.chat import ChatPost
from arrowtui.model.chat_board import Said, SessionLine, SessionReading
from arrowtui.model.item import ItemId, ItemRow, sorted_at
from arrowtui.model.ports import Clock
from arrowtui.store import Connection, Store
from arrowtui.store.gaps import session_notices
from arrowtui.store.rows import item_rows
from arrowtui.store.sessions import StoredPost, liked_authors, posts_of, session_editions

if TYPE_CHECKING:
    from arrowtui.lanes.chats import Assembly

EARLY, TAIL = timedelta(hours=1), timedelta(hours=14)
"""Posts from so long before a session to so long after it may belong to it: greetings, and answers at breakfast."""


@dataclass
class SessionReader:
    """Reads `line`'s session; one read at a time. Every read raises StoreError when the file cannot be read."""

    store: Store
    clock: Clock
    line: SessionLine
    _posts: dict[ItemId, StoredPost] = field(default_factory=dict)
    _editions: dict[ItemId, int] = field(default_factory=dict)
    _assembly: "Assembly | None" = None
    _held: dict[tuple[ItemId, int], Said] = field(default_factory=dict)
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def read(self, line: SessionLine) -> SessionReading:
        """The session as far as its posts are stored. `line`: how it stands on the board now."""
        async with self._turn:
            self.line = line
            async with self.store.reading() as db:
                changed = await self._fetch(db)
                rows = await item_rows(db, list(self._posts))
                liked = await liked_authors(db)
                notices = await session_notices(db, line.chat.hashtags, line.window, self.clock.now())
            return await _to_the_end(asyncio.to_thread(self._build, changed, rows, liked, notices))

    async def _fetch(self, db: Connection) -> bool:
        """Take in what came; whether something known is different or gone, so that all must be filed anew."""
        window = self.line.window
        found = await session_editions(db, self.line.chat.hashtags, window.starts_at - EARLY, window.ends_at + TAIL)
        wanted = [item for item, edition in found.items() if self._editions.get(item) != edition]
        is_changed = any(item in self._editions for item in wanted) or not self._editions.keys() <= found.keys()
        fresh = {post.item: post for post in await posts_of(db, wanted)} if wanted else {}
        kept = {item: post for item, post in self._posts.items() if item in found}
        self._posts = dict(sorted({**kept, **fresh}.items()))
        self._editions = {item: found[item] for item in self._posts}
        return is_changed

    def _build(
        self, is_changed: bool, rows: Iterable[ItemRow], liked: frozenset[str], notices: tuple[str, ...]
    ) -> SessionReading:
        from arrowtui.lanes.chats import Assembly
        from arrowtui.services.chat_reading import Sheaf, reading_of

        by_item = {row.id: row for row in rows}
        posts = {post.key: post for post in self._posts.values() if post.item in by_item}
        if self._assembly is None or is_changed or len(posts) < len(self._posts):
            self._assembly = Assembly(self.line.chat.series)
            self._held.clear()
        self._assembly.add(chat_post(post) for post in posts.values())
        sheaf = Sheaf(posts, by_item, liked, notices, self._held)
        return reading_of(self.line, self._assembly.session(), sheaf, self.clock.now())


def chat_post(post: StoredPost) -> ChatPost:
    """A stored post as the rules of chats read it."""
    words = " ".join(post.text.split())
    return ChatPost(post.key, post.author, sorted_at(post.item), words, post.parent_key, post.repost_key)


async def _to_the_end(work: Coroutine[None, None, SessionReading]) -> SessionReading:
    """Whoever asked may be gone meanwhile: what is half filed is filed to the end first."""
    task = asyncio.create_task(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task})
        raise
