"""One post asked for by itself, at the server that wrote it, for the sake of its poll."""

from urllib.parse import urlsplit

from arrowtui.model.wire import Draft, Request
from arrowtui.sources.fediverse.addresses import Sort, netloc_of, target_of
from arrowtui.sources.fediverse.asking import Do, Step, ask, segment
from arrowtui.sources.fediverse.drafts import Place, draft_of
from arrowtui.sources.fediverse.gathering import Gathering
from arrowtui.sources.fediverse.recheck import OWN
from arrowtui.sources.fediverse.shapes import Status, decoded


def ask_poll(post: Draft) -> Request | None:
    """The request; None where neither the post's name nor its link tells its number on its own server."""
    host = netloc_of(post.native_id)  # empty where the name is no address
    number = _number(post) if host else None
    if number is None:
        return None
    base = f"{urlsplit(post.native_id).scheme}://{host}"
    return ask(Step(Do.POLL, post.native_id, base, uri=post.native_id), f"/api/v1/statuses/{segment(number)}")


def _number(post: Draft) -> str | None:
    if own := OWN.fullmatch(urlsplit(post.native_id).path):
        return own[1]
    target = target_of(post.link or "")
    is_there = target is not None and target.sort is Sort.THREAD and target.host == netloc_of(post.native_id)
    return target.name if target is not None and is_there else None


def read_poll(found: Gathering) -> None:
    """The post as it stands. Raises: UnreadableReply."""
    status = decoded(found.reply.body, Status)
    if status is None:
        raise found.unreadable("a post")
    found.drafts.append(draft_of(status, found.base, found.host, Place()))
