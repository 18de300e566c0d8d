"""Stored posts and comments asked after at Reddit: which of them it still shows."""

import re
from collections.abc import Iterable

from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.sources.place import with_query
from arrowtui.sources.platform_feed import feed_in, feed_request
from arrowtui.sources.reddit_parts.entry import HOST, entry

STEP = "recheck"
NAME = re.compile(r"t[13]_[a-z0-9]{2,12}")
AT_ONCE = 25
"""What Reddit gives where nothing else is asked: so many come whatever it makes of `limit`."""


def recheck(native_ids: Iterable[str], origin: str, user: str) -> tuple[Request, ...]:
    """Requests for the feeds of these posts and comments by their names, `AT_ONCE` each."""
    names = list(dict.fromkeys(name for name in native_ids if NAME.fullmatch(name)))
    portions = (names[start : start + AT_ONCE] for start in range(0, len(names), AT_ONCE))
    return tuple(_request(portion, origin, user) for portion in portions)


def _request(names: list[str], origin: str, user: str) -> Request:
    query = (("id", ",".join(names)), ("limit", "100"), ("user", user))
    return feed_request(with_query(f"{origin}/api/info.rss", query), f"{STEP} {','.join(names)}")


def read_recheck(reply: Reply) -> Batch:
    """Gone is what is shown as deleted, and what is left out. A feed that shows none of those asked says nothing, nor
    does leaving out where a person's own token was sent: what she sees in private communities may not show here.

    Raises: UnreadableReply.
    """
    asked = reply.request.step.removeprefix(STEP).strip().split(",")
    entries = [(draft, entry(draft)) for draft in feed_in(reply).drafts]
    there = {kept.native_id for _, kept in entries if kept is not None}
    emptied = {draft.native_id for draft, kept in entries if kept is None}
    if not (there | emptied) & set(asked):
        return Batch()
    is_anybody = not reply.request.secrets
    gone = (name for name in asked if name in emptied or (is_anybody and name not in there))
    return Batch(deleted=tuple(gone), deleted_host=HOST)
