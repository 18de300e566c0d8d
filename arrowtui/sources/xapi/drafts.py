"""A post of X as a Draft."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import TypeVar

from msgspec import Raw, Struct, field

from arrowtui.model.poll import Poll, PollOption
from arrowtui.model.replace import replace
from arrowtui.model.wire import Attachment, Body, Counts, Draft, Markup, Medium
from arrowtui.sources.social.decoding import Pieces, moment, part
from arrowtui.sources.social.wording import Card, Piece, beside, body_of
from arrowtui.sources.xapi.addresses import STATUS, WEB
from arrowtui.sources.xapi.shapes import (
    Attached,
    Entities,
    Includes,
    Link,
    Media,
    Metrics,
    Note,
    PollShape,
    Post,
    User,
)

T = TypeVar("T")

HOST = "x.com"
NO_LANGUAGE = frozenset({"und", "zxx", "art", "qam", "qct", "qht", "qme", "qst"})
"""What X calls the language of texts that have none: links, tags, pictures alone."""
OWN_MEDIA = re.compile(r"https?://(?:www\.)?(?:x|twitter)\.com/\w+/status/\d+/(?:photo|video)/\d+")


class Around(Struct, frozen=True):
    """What the posts of a page refer to, by key."""

    users: dict[str, User] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    polls: dict[str, PollShape] = field(default_factory=dict)
    media: dict[str, Media] = field(default_factory=dict)

    @classmethod
    def of(cls, includes: Includes | None) -> "Around":
        given = includes or Includes()
        return cls(
            {one.id: one for one in _read(given.users, User)},
            {one.id: one for one in _read([*given.tweets, *given.posts], Post)},
            {one.id: one for one in _read(given.polls, PollShape)},
            {one.media_key: one for one in _read(given.media, Media)},
        )

    def name_of(self, post: Post) -> str:
        """Who wrote a post: "Ida (@ida)"; "somebody" where the account was not included."""
        user = self.users.get(post.author_id or "")
        return name_of(user) if user else "somebody"


def _read(raws: Sequence[Raw], shape: type[T]) -> list[T]:
    return Pieces.of(raws, shape).read


def name_of(user: User) -> str:
    """An account as people know it."""
    handle = f"@{user.username}" if user.username else ""
    shown = (user.name or "").strip()
    return f"{shown} ({handle})" if shown and handle else shown or handle or user.id


def post_link(post_id: str) -> str:
    """Where a post is read; without the account's name, which may change."""
    return f"{WEB}/i/status/{post_id}"


def draft_of(post: Post, around: Around) -> Draft:
    """The draft of a post. One that passes another on is that other one, where it is included; else it is itself."""
    passed_on = post.reference("retweeted", "reposted")
    original = around.posts.get(passed_on or "")
    if passed_on is None or original is None:
        return replace(_draft(post, around), repost_of=passed_on)
    return replace(_draft(original, around), reposted_by=around.name_of(post))


def _draft(post: Post, around: Around) -> Draft:
    user, link, quoted = around.users.get(post.author_id or ""), post_link(post.id), post.reference("quoted")
    text, entities = _said(post)
    shown = quoted if quoted in around.posts else None
    attachments = tuple(_attachments(post, around, link))
    pictures = " ".join(each.alt for each in attachments if each.alt)
    return Draft(
        native_id=post.first_id,
        body=body_of(tuple(_pieces(text, entities, shown)), _card(entities, shown)),
        summary=Body(pictures, Markup.TEXT) if pictures else None,
        link=link,
        author=((user.name or "").strip() or user.username) if user else None,
        author_handle=f"@{user.username}" if user and user.username else None,
        author_link=f"{WEB}/{user.username}" if user and user.username else None,
        published_at=moment(post.created_at),
        language=post.lang if post.lang not in NO_LANGUAGE else None,
        categories=_tags(entities),
        attachments=attachments,
        counts=_counts(post),
        host=HOST,
        root_id=post.conversation_id if post.conversation_id not in (None, post.id, post.first_id) else None,
        parent_id=post.reference("replied_to"),
        quote_of=quoted,
        warning="marked as sensitive" if post.possibly_sensitive else None,
        poll=_poll(post, around),
        context=tuple(_context(post, around)),
    )


def _said(post: Post) -> tuple[str, Entities]:
    """The whole text and what is in it: of a long post they stand in a second place."""
    note = part(post.note_tweet, Note) or part(post.note_post, Note)
    if note and note.text:
        return note.text, part(note.entities, Entities) or Entities()
    return post.text, part(post.entities, Entities) or Entities()


def _pieces(text: str, entities: Entities, shown: str | None) -> Iterator[Piece]:
    """The text cut at its short links, each under its real address; those that stand for pictures, or for the quoted
    post that is `shown` beside it, go.

    They are found by what they are, not by offsets: those do not say whether "&amp;" counts as one.
    """
    links = {link.url: link for link in entities.urls or () if link.url}
    if not links:
        yield Piece(unescape(text).strip())
        return
    short = re.compile("|".join(re.escape(url) for url in sorted(links, key=len, reverse=True)))
    done = 0
    for found in short.finditer(text):
        yield Piece(unescape(text[done : found.start()]))
        link, done = links[found[0]], found.end()
        target = _target(link)
        if target and not _is_shown_anyway(link, target, shown):
            yield Piece(link.display_url or target, target)
    yield Piece(unescape(text[done:]).rstrip())


def _target(link: Link) -> str | None:
    return link.unwound_url or link.expanded_url or link.url or None


def _is_shown_anyway(link: Link, target: str, shown: str | None) -> bool:
    """Whether a link only stands for what is attached: own pictures, the post that is shown beside it."""
    status = STATUS.search(target)
    return bool(link.media_key or OWN_MEDIA.match(target) or (shown and status and status[1] == shown))


def _card(entities: Entities, shown: str | None) -> Card | None:
    """The preview of the first linked page of which X knows the title."""
    for link in entities.urls or ():
        target = _target(link)
        if target and link.title and not _is_shown_anyway(link, target, shown):
            return Card(target, link.title, link.description or "")
    return None


def _tags(entities: Entities) -> tuple[str, ...]:
    tags = (found.tag.strip().lstrip("#") for found in entities.hashtags or ())
    return tuple({tag.casefold(): tag for tag in tags if tag}.values())


def _counts(post: Post) -> Counts:
    metrics = part(post.public_metrics, Metrics) or Metrics()
    passed_on = metrics.retweet_count if metrics.retweet_count is not None else metrics.repost_count
    return Counts(metrics.reply_count, passed_on, metrics.like_count)


def _attachments(post: Post, around: Around, link: str) -> Iterator[Attachment]:
    attached = part(post.attachments, Attached)
    for key in (attached.media_keys if attached else None) or ():
        media = around.media.get(key)
        if media is None:
            continue
        if media.type == "photo" and media.url:
            yield Attachment(media.url, Medium.IMAGE, alt=media.alt_text or None)
        else:
            yield Attachment(link, Medium.VIDEO, alt=media.alt_text or None)


def _poll(post: Post, around: Around) -> Poll | None:
    attached = part(post.attachments, Attached)
    ids = (attached.poll_ids if attached else None) or ()
    shape = next((around.polls[key] for key in ids if key in around.polls), None)
    if shape is None:
        return None
    ordered = sorted(shape.options, key=lambda choice: choice.position or 0)
    options = tuple(PollOption(choice.label, choice.votes) for choice in ordered)
    return Poll(options, closes_at=moment(shape.end_datetime), closed=shape.voting_status == "closed")


def _context(post: Post, around: Around) -> Iterator[tuple[str, str]]:
    """The posts it answers and quotes, where they were bought along."""
    for name, types in (("Replies to", "replied_to"), ("Quotes", "quoted")):
        other = around.posts.get(post.reference(types) or "")
        if other is not None:
            text, _ = _said(other)
            yield name, beside(around.name_of(other), unescape(text))
