"""A Page's post and its comments as Drafts."""

from collections.abc import Iterator

from msgspec import Raw

from arrowtui.model.wire import Attachment, Counts, Draft, Medium
from arrowtui.sources.graph.shapes import Comment, Comments, Image, Post, Target, Targets
from arrowtui.sources.social.decoding import Pieces, moment, part
from arrowtui.sources.social.wording import Card, Piece, body_of

HOST = "facebook.com"
PICTURES, FILMS = frozenset({"photo", "album", "sticker"}), frozenset({"video", "video_inline", "live_video"})
CARDS = frozenset({"share", "link", "event", "note", "offer", "file"})
MOST = 40


def drafts_of(post: Post) -> Iterator[Draft]:
    """The post, then its comments: people answer there."""
    comments = part(post.comments, Comments) or Comments()
    targets = tuple(_targets(post.attachments))
    text = post.message or post.story or ""
    yield Draft(
        native_id=post.id,
        body=body_of((Piece(text),), next((card for target in targets if (card := _card(target))), None)),
        link=post.permalink_url,
        author=post.by.name if post.by else None,
        published_at=moment(post.created_time),
        updated_at=moment(post.updated_time),
        attachments=_attachments(post, targets),
        counts=Counts(replies=comments.summary.total_count if comments.summary else None),
        host=HOST,
    )
    for comment in Pieces.of(comments.data, Comment).read:
        if comment.id and comment.message:
            yield _comment(comment, comment.id, post)


def _comment(comment: Comment, comment_id: str, post: Post) -> Draft:
    return Draft(
        native_id=comment_id,
        body=body_of((Piece(comment.message or ""),)),
        link=comment.permalink_url or post.permalink_url,
        author=comment.by.name if comment.by else None,
        published_at=moment(comment.created_time),
        host=HOST,
        root_id=post.id,
        parent_id=comment.parent.id if comment.parent and comment.parent.id else post.id,
    )


def _targets(raw: Raw) -> Iterator[Target]:
    """What is attached, the parts of an album each by itself."""
    found = part(raw, Targets)
    for target in Pieces.of(found.data if found else (), Target).read:
        inner = part(target.subattachments, Targets)
        parts = Pieces.of(inner.data, Target).read if inner else []
        yield from parts or [target]


def _kind(target: Target) -> str:
    return target.media_type or target.type or ""


def _link(target: Target) -> str | None:
    return target.unshimmed_url or target.url


def _card(target: Target) -> Card | None:
    """The preview of a linked page."""
    link = _link(target)
    if _kind(target) not in CARDS or not link or not target.title:
        return None
    return Card(link, target.title, target.description or "")


def _attachments(post: Post, targets: tuple[Target, ...]) -> tuple[Attachment, ...]:
    """Pictures and films by their pages at Facebook: the addresses of the files themselves expire."""
    found = [made for target in targets if (made := _attachment(target))]
    if not targets and post.full_picture:
        found.append(Attachment(post.full_picture, Medium.IMAGE))
    return tuple({each.link: each for each in found[:MOST]}.values())


def _attachment(target: Target) -> Attachment | None:
    medium = Medium.IMAGE if _kind(target) in PICTURES else Medium.VIDEO if _kind(target) in FILMS else None
    image = part(target.media, Image)
    link = _link(target) or (image.image.src if image and image.image else None)
    if medium is None or not link:
        return None
    return Attachment(link, medium, alt=target.title if medium is Medium.VIDEO else None)  # pictures have only "Photos"
