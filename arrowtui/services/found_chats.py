"""Chats nobody follows yet, found in what was read: numbered questions that come back under one hashtag."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from arrowtui.model.chat import ChatPost
from arrowtui.model.chat_board import FollowedChat
from arrowtui.model.item import sorted_at
from arrowtui.model.ports import Clock
from arrowtui.store import Store
from arrowtui.store.sessions import StoredPost, chat_posts

if TYPE_CHECKING:
    from arrowtui.lanes.series import Proposal

BACK = timedelta(days=90)
MOST = 20_000


async def found_chats(
    store: Store, clock: Clock, zone: str, followed: Sequence[FollowedChat] = ()
) -> "tuple[Proposal, ...]":
    """Series worth following, best proven first; those followed already are left out.

    Args:
        zone: IANA name of the zone where a host's clock is taken to be: the person's own.
    Raises: StoreError.
    """
    from arrowtui.lanes.series import propose  # nobody looks for chats at start-up

    async with store.reading() as db:
        posts = await chat_posts(db, clock.now() - BACK, MOST)
    known = {tag for chat in followed for tag in chat.hashtags}
    found = propose([_as_post(post) for post in posts], zone)
    return tuple(one for one in found if one.series.hashtag.removeprefix("#").casefold() not in known)


def _as_post(post: StoredPost) -> ChatPost:
    return ChatPost(post.key, post.author, sorted_at(post.item), post.text, post.parent_key, post.repost_key)
