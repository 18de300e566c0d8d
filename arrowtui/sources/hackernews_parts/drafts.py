"""What items become: the same draft whichever way an item came."""

from html import unescape

from msgspec import Struct

from arrowtui.model.poll import Poll, PollOption
from arrowtui.model.wire import Body, Counts, Draft, Markup
from arrowtui.sources.hackernews_parts.address import SITE
from arrowtui.sources.hackernews_parts.replies import Hit, Item, Node
from arrowtui.sources.shapes import NativeId, instant

HOST = "news.ycombinator.com"
"""The name space of its ids, also for what the search brought."""
KINDS = {"ask_hn": "Ask HN", "show_hn": "Show HN", "poll": "Poll", "job": "Job"}


class Told(Struct, frozen=True):
    """What either way says of an item."""

    id: str
    kind: str
    title: str | None
    url: str | None
    text: str | None
    author: str | None
    points: int | None
    replies: int | None
    created: int | str | None
    root: str | None
    parent: str | None
    labels: tuple[str, ...] = ()
    poll: Poll | None = None


def of_hit(hit: Hit) -> Draft:
    """A line of a search."""
    is_comment = "comment" in hit.tags or hit.comment_text is not None
    return _draft(
        Told(
            id=str(hit.objectID),
            kind="comment" if is_comment else "story",
            title=hit.title,
            url=hit.url,
            text=hit.comment_text if is_comment else hit.story_text,
            author=hit.author,
            points=hit.points,
            replies=hit.num_comments,
            created=hit.created_at_i,
            root=_id(hit.story_id),
            parent=_id(hit.parent_id),
            labels=tuple(KINDS[tag] for tag in hit.tags if tag in KINDS),
        )
    )


def of_node(node: Node, root: str, replies: int | None) -> Draft:
    """An item of a tree; `root` is its story, `replies` how many comments lie below."""
    poll = Poll(tuple(PollOption(unescape(one.text or ""), one.points) for one in node.options), multiple=True)
    return _draft(
        Told(
            id=str(node.id),
            kind=node.type or "story",
            title=node.title,
            url=node.url,
            text=node.text,
            author=node.author,
            points=node.points,
            replies=replies,
            created=node.created_at_i if node.created_at_i is not None else node.created_at,
            root=root,
            parent=_id(node.parent_id),
            labels=_labels(node.type, node.title),
            poll=poll if node.options else None,
        )
    )


def of_item(item: Item) -> Draft:
    """An item of Firebase."""
    return _draft(
        Told(
            id=str(item.id),
            kind=item.type or "story",
            title=item.title,
            url=item.url,
            text=item.text,
            author=item.by,
            points=item.score,
            replies=item.descendants,
            created=item.time,
            root=None,
            parent=_id(item.parent),
            labels=_labels(item.type, item.title),
        )
    )


def _draft(told: Told) -> Draft:
    page = f"{SITE}/item?id={told.id}"
    is_comment = told.kind == "comment"
    title = unescape(told.title).strip() if told.title and not is_comment else ""
    return Draft(
        native_id=told.id,
        title=Body(title, Markup.TEXT) if title else None,
        body=Body(told.text, Markup.HTML, page) if told.text else None,
        link=(None if is_comment else told.url) or page,
        author=told.author,
        author_handle=told.author,
        author_link=f"{SITE}/user?id={told.author}" if told.author else None,
        published_at=instant(told.created),
        comments_link=page,
        categories=told.labels,
        counts=Counts(replies=told.replies, likes=told.points),
        host=HOST,
        root_id=told.root if is_comment else None,
        parent_id=told.parent if is_comment else None,
        poll=told.poll,
    )


def _labels(kind: str | None, title: str | None) -> tuple[str, ...]:
    """What the search calls its tags, where only the title tells."""
    said = (title or "").lower()
    found = [label for start, label in (("ask hn", "Ask HN"), ("show hn", "Show HN")) if said.startswith(start)]
    return (*found, *((KINDS[kind],) if kind in ("poll", "job") else ()))


def _id(native: NativeId | None) -> str | None:
    return None if native is None else str(native)
