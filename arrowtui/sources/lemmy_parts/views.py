"""Posts and comments of Lemmy, in the shapes of both versions of its API, as drafts.

Source: the types of github.com/LemmyNet/lemmy-js-client (0.19: v3; 1.0: v4, where counts are in the things counted).
"""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

import msgspec

from arrowtui.model.replace import replace
from arrowtui.model.wire import Attachment, Body, Counts, Draft, Markup, Medium
from arrowtui.sources.shapes import Filled, instant

PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|bmp)(?:[?#]|$)", re.IGNORECASE)
FEDIVERSE = "fediverse"
"""The name space of ActivityPub ids: they are addresses, the same on every server that shows the thing."""


class Numbers(msgspec.Struct, frozen=True):
    """Counts of v3, which stand beside what is counted."""

    comments: int | None = None
    child_count: int | None = None
    score: int | None = None


class Thing(msgspec.Struct, frozen=True):
    """What posts and comments have in common. v3 says `published`, v4 `published_at`."""

    id: int
    ap_id: Filled
    published: str | None = None
    published_at: str | None = None
    updated: str | None = None
    updated_at: str | None = None
    deleted: bool = False
    removed: bool = False
    score: int | None = None

    @property
    def is_gone(self) -> bool:
        return self.deleted or self.removed


class Post(Thing, frozen=True):
    name: str = ""
    body: str | None = None
    url: str | None = None
    alt_text: str | None = None
    thumbnail_url: str | None = None
    nsfw: bool = False
    comments: int | None = None


class Comment(Thing, frozen=True):
    content: str = ""
    path: str = "0"
    child_count: int | None = None


class Actor(msgspec.Struct, frozen=True):
    """A person or community. v3 says `actor_id`, v4 `ap_id`."""

    name: str = ""
    display_name: str | None = None
    ap_id: str | None = None
    actor_id: str | None = None

    @property
    def address(self) -> str | None:
        return self.ap_id or self.actor_id

    @property
    def handle(self) -> str:
        """`name@server`."""
        try:
            host = urlsplit(self.address or "").hostname
        except ValueError:  # no address: half an IPv6 number, say
            host = None
        return f"{self.name}@{host}" if host else self.name


class View(msgspec.Struct, frozen=True):
    """A post, or a comment with its post, and who and where."""

    post: Post
    comment: Comment | None = None
    creator: Actor | None = None
    community: Actor | None = None
    counts: Numbers | None = None

    @property
    def thing(self) -> Thing:
        return self.comment or self.post


def draft(view: View, known: Mapping[str, str]) -> Draft:
    """A post or comment. `known` tells the ActivityPub ids of the comments at hand by their ids on this server."""
    counts = view.counts or Numbers()
    return _comment(view, view.comment, counts, known) if view.comment else _post(view, counts)


def _post(view: View, counts: Numbers) -> Draft:
    post = view.post
    picture = post.url if post.url and PICTURE.search(post.url) else None
    target = None if picture else post.url
    return replace(
        _said(view, post, counts, post.body),
        title=Body(post.name, Markup.TEXT) if post.name else None,
        link=target or post.ap_id,
        categories=(f"!{view.community.handle}",) if view.community else (),
        attachments=_pictures(picture or post.thumbnail_url, post.alt_text),
        counts=_counts(post, counts, post.comments if post.comments is not None else counts.comments),
        warning="NSFW" if post.nsfw else None,
    )


def _comment(view: View, comment: Comment, counts: Numbers, known: Mapping[str, str]) -> Draft:
    above = comment.path.split(".")[1:-1]
    replies = comment.child_count if comment.child_count is not None else counts.child_count
    return replace(
        _said(view, comment, counts, comment.content),
        counts=_counts(comment, counts, replies),
        root_id=view.post.ap_id,
        parent_id=known.get(above[-1]) if above else view.post.ap_id,
    )


def _said(view: View, thing: Thing, counts: Numbers, text: str | None) -> Draft:
    """What posts and comments have in common."""
    creator = view.creator or Actor()
    return Draft(
        native_id=thing.ap_id,
        host=FEDIVERSE,
        body=Body(text, Markup.MARKDOWN, thing.ap_id) if text else None,
        link=thing.ap_id,
        comments_link=view.post.ap_id,
        author=creator.display_name or creator.name or None,
        author_handle=creator.handle or None,
        author_link=creator.address,
        published_at=instant(thing.published_at or thing.published),
        updated_at=instant(thing.updated_at or thing.updated),
    )


def _counts(thing: Thing, counts: Numbers, replies: int | None) -> Counts:
    return Counts(replies=replies, likes=thing.score if thing.score is not None else counts.score)


def _pictures(link: str | None, alt: str | None) -> tuple[Attachment, ...]:
    return (Attachment(link, Medium.IMAGE, alt=alt),) if link else ()
