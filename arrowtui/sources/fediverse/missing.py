"""Posts that were shown and are no more: each is asked for by itself, and only a plain "not found" counts.

A server also forgets posts of others after a while, so for those its word counts in the first days only.
"""

from collections.abc import Collection

from arrowtui.model.errors_fetching import NotThere
from arrowtui.sources.fediverse.addresses import Sort, netloc_of
from arrowtui.sources.fediverse.asking import GONE, Do, Mode, Step, ask, segment
from arrowtui.sources.fediverse.gathering import Gathering
from arrowtui.sources.fediverse.shapes import Status, decoded

CHECKED_AT_ONCE = 5
YOUNG_S = 3 * 24 * 3600


def look_for_missing(found: Gathering, shown: Collection[str], via: str, since: int) -> None:
    """Ask for every post that this listing once had and now does not show.

    Args:
        shown: uris of what it shows now.
        since: it shows everything written after that (seconds).
    """
    lost = [
        (uri, one) for uri, one in found.server.known.items() if one.via == via and one.at > since and uri not in shown
    ]
    for uri, one in lost[:CHECKED_AT_ONCE]:
        step = Step(Do.STATUS, found.step.address, found.base, id=one.id, uri=uri, at=one.at, mode=Mode.AGAIN)
        found.follow.append(ask(step, f"/api/v1/statuses/{segment(one.id)}", is_extra=True))


def read_again(found: Gathering) -> None:
    """One post asked for by itself: gone, or what it says now."""
    step = found.step
    if found.reply.status in GONE:
        bury(found, step.uri, step.at)
    elif found.reply.status < 300 and (status := decoded(found.reply.body, Status)):
        if known := found.server.known.get(step.uri):
            known.via = ""  # it lives, and is not looked for again unless the listing shows it once more
        if status.in_reply_to_id is None or str(status.in_reply_to_id) in {
            one.id for one in found.server.known.values()
        }:
            found.take([status], "", is_thread=True)  # else its place in the thread would be forgotten


def bury(found: Gathering, uri: str, at: int) -> bool:
    """Take a post for deleted where the server's word for it counts; whether it does."""
    is_own = netloc_of(uri) in (found.host, found.info.domain)
    counts = bool(uri) and (is_own or found.now - at < YOUNG_S)
    if counts:
        found.deleted.append(uri)
    for server in found.memory.servers.values() if counts else (found.server,):
        server.known.pop(uri, None)
    return counts


def read_first_of_thread(found: Gathering) -> Status | None:
    """The post of a thread source; None where it has been deleted since.

    Raises: NotThere where it never was there, UnreadableReply.
    """
    if found.reply.status not in GONE:
        status = decoded(found.reply.body, Status)
        if status is None:
            raise found.unreadable("a post")
        return status
    known = next(((uri, one) for uri, one in found.server.known.items() if one.id == found.target.name), None)
    if known is None or found.target.sort is not Sort.THREAD:
        raise NotThere(found.host)
    found.ended = bury(found, known[0], known[1].at)
    found.notices.append(f"This thread's post is no longer at {found.host}.")
    return None
