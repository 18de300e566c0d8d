"""What Tumblr's API finds under a tag: posts in its old format, whose parts depend on their type.

Source: github.com/tumblr/docs, api.md (“Get Posts with Tag”, “Legacy Post Types”).
"""

from html import escape

import msgspec

from arrowtui.model.wire import Attachment, Batch, Body, Counts, Draft, Markup, Medium, Reply
from arrowtui.sources.shapes import NativeId, each, instant
from arrowtui.sources.social.decoding import whole

HOST = "tumblr.com"
"""The name space of its ids, which no two blogs share."""


class Picture(msgspec.Struct, frozen=True):
    url: str = ""


class Photo(msgspec.Struct, frozen=True):
    caption: str = ""
    original_size: Picture = Picture()


class Post(msgspec.Struct, frozen=True):
    """A post of any type."""

    id_string: str | None = None
    id: NativeId | None = None
    blog_name: str | None = None
    post_url: str | None = None
    timestamp: int | None = None
    tags: list[str] = []
    note_count: int | None = None
    title: str | None = None
    body: str | None = None
    caption: str | None = None
    text: str | None = None
    source: str | None = None
    url: str | None = None
    description: str | None = None
    question: str | None = None
    answer: str | None = None
    summary: str | None = None
    photos: list[Photo] = []

    @property
    def html(self) -> str:
        """What is written in it, whichever type it is of."""
        quote = f"<blockquote>{self.text}</blockquote>{self.source or ''}" if self.text else ""
        asked = f"<blockquote>{escape(self.question)}</blockquote>" if self.question else ""
        linked = f'<p><a href="{escape(self.url)}">{escape(self.title or self.url)}</a></p>' if self.url else ""
        parts = (asked, quote, linked, self.body, self.caption, self.description, self.answer)
        return "".join(part for part in parts if part)


class Answer(msgspec.Struct, frozen=True):
    response: list[msgspec.Raw]


def tagged(reply: Reply) -> Batch:
    """The newest posts under a tag. Raises: UnreadableReply."""
    raws = whole(reply, Answer, "posts").response
    pieces = each(reply, raws, Post, "posts")
    drafts = [_draft(post) for post in pieces.read]
    return Batch(tuple(draft for draft in drafts if draft.native_id), notices=pieces.notices())


def _draft(post: Post) -> Draft:
    html = post.html
    return Draft(
        native_id=post.id_string or str(post.id or ""),
        title=Body(post.title, Markup.TEXT) if post.title else None,
        body=Body(html, Markup.HTML, post.post_url) if html else None,
        summary=Body(post.summary, Markup.TEXT) if post.summary and not html else None,
        link=post.post_url,
        author=post.blog_name,
        author_handle=post.blog_name,
        published_at=instant(post.timestamp),
        comments_link=post.post_url,
        categories=tuple(post.tags),
        attachments=tuple(
            Attachment(photo.original_size.url, Medium.IMAGE, alt=photo.caption or None)
            for photo in post.photos
            if photo.original_size.url
        ),
        counts=Counts(likes=post.note_count),
        host=HOST,
    )
