"""Stored posts looked at again, one by one, where they were written: gone, edited, or as they were."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from arrowtui.model.wire import Request
from arrowtui.sources.fediverse.asking import ANY_REFUSAL, GONE, Do, Step, segment, token_of, written
from arrowtui.sources.fediverse.drafts import Place, draft_of
from arrowtui.sources.fediverse.gathering import Gathering
from arrowtui.sources.fediverse.shapes import Status, decoded
from arrowtui.sources.fediverse.times import milliseconds

OWN = re.compile(r"/(?:ap/)?users/[^/]+/statuses/([A-Za-z0-9]{1,64})")
"""How Mastodon and GoToSocial name posts: the last part is the id on the server that wrote it."""
OBJECT = {"Accept": 'application/ld+json; profile="https://www.w3.org/ns/activitystreams", application/activity+json'}


def recheck(native_ids: Iterable[str]) -> tuple[Request, ...]:
    """A request for each post, to the server it was written on; ids that are no web addresses are passed over."""
    return tuple(request for uri in native_ids if (request := _request(uri)))


def _request(uri: str) -> Request | None:
    try:
        parts = urlsplit(uri)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
    except ValueError:
        return None
    base = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
    own = OWN.fullmatch(parts.path)
    step = Step(Do.RECHECK, uri, base, uri=uri)
    return Request(
        f"{base}/api/v1/statuses/{segment(own[1])}" if own else uri,
        headers={"Accept": "application/json"} if own else OBJECT,
        secrets=(token_of(base),) if own else (),
        step=written(step),
        conditional=False,
        accepts=ANY_REFUSAL,
        is_extra=True,
    )


def read_recheck(found: Gathering) -> None:
    """404 and 410: deleted. A post that says something else by now: its draft. Anything else says nothing."""
    uri, servers = found.step.uri, found.memory.servers.values()
    if found.reply.status in GONE:
        found.deleted.append(uri)
        for server in servers:
            server.known.pop(uri, None)
        return
    status = decoded(found.reply.body, Status) if found.reply.status < 300 else None
    if status is None or status.uri != uri or status.in_reply_to_id is not None:
        return  # of a reply the place in its thread is not known here and would be forgotten
    if milliseconds(status.edited_at) >= max(
        (one.known[uri].edition for one in servers if uri in one.known), default=0
    ):
        found.drafts.append(draft_of(status, found.base, found.host, Place()))
