"""What Lemmy servers answer: lists, a person, a post, a thread's comments; and what is remembered of them."""

import msgspec

from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch, Reply
from arrowtui.sources.lemmy_parts.address import COMMENTS, POSTS, Asked
from arrowtui.sources.lemmy_parts.views import FEDIVERSE, View, draft
from arrowtui.sources.shapes import each, remembered, unreadable
from arrowtui.sources.social.decoding import whole


class Memory(msgspec.Struct, frozen=True):
    """`version` is the one the server answered in; `newest` is when the newest post met was written (ISO 8601)."""

    version: str = ""
    newest: str = ""


class Listed(msgspec.Struct, frozen=True):
    """A list, under whichever name; a person's page in v3 has two."""

    items: list[msgspec.Raw] | None = None
    posts: list[msgspec.Raw] | None = None
    comments: list[msgspec.Raw] | None = None
    next_page: str | None = None


class PostPage(msgspec.Struct, frozen=True):
    """One post by itself."""

    post_view: View


class Refusal(msgspec.Struct, frozen=True):
    """What stands in a refusal."""

    error: str = ""


def read_post(reply: Reply, asked: Asked) -> Batch:
    """The post of a thread; its comments are asked for next. Raises: UnreadableReply."""
    view = whole(reply, PostPage, "a post").post_view
    comments = replace(asked, what=COMMENTS, name=str(view.post.id)).request(is_last=True)
    memory = remembered(Memory(asked.version))
    return replace(_batch([view]), title=view.post.name or None, follow=(comments,), memory=memory)


def read_list(reply: Reply, asked: Asked, was: Memory) -> Batch:
    """Posts, a person's posts and comments, a thread's comments. Raises: UnreadableReply.

    A list of posts goes on to its next page until it meets what the last poll brought.
    """
    listed = whole(reply, Listed, "a list")
    lists = [one for one in (listed.items, listed.posts, listed.comments) if one is not None]
    if not lists:
        raise unreadable(reply, "a list")
    pieces = [each(reply, raws, View, "a list") for raws in lists]
    odd = tuple(notice for some in pieces for notice in some.notices())
    batch = replace(_batch([view for some in pieces for view in some.read]), notices=odd)
    if asked.what == COMMENTS:
        return batch
    times = [draft.published_at for draft in batch.drafts if draft.published_at is not None]
    newest = max((moment.isoformat() for moment in times), default="")
    goes_on = asked.what == POSTS and bool(asked.since and times and min(times).isoformat() > asked.since)
    page = listed.next_page or ""
    return replace(
        batch,
        title=_title(asked),
        follow=(asked.request(is_last=True, cursor=page),) if goes_on and page else (),
        memory=remembered(Memory(asked.version, max(newest, was.newest))),
    )


def _batch(views: list[View]) -> Batch:
    """Drafts of all that is still there, ids of what is not."""
    known = {str(view.comment.id): view.comment.ap_id for view in views if view.comment}
    return Batch(
        drafts=tuple(draft(view, known) for view in views if not view.thing.is_gone),
        deleted=tuple(view.thing.ap_id for view in views if view.thing.is_gone),
        deleted_host=FEDIVERSE,
    )


def _title(asked: Asked) -> str:
    host = asked.origin.partition("://")[2]
    mark = "!" if asked.what == POSTS else ""
    return f"{mark}{asked.name if '@' in asked.name else f'{asked.name}@{host}'}" if asked.name else host
