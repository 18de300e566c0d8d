"""What comes with a post: pictures, films, a card, another post."""

from msgspec import Raw, Struct, field

from arrowtui.model.replace import replace
from arrowtui.model.wire import Attachment, Medium
from arrowtui.sources.at.labels import is_for_members
from arrowtui.sources.at.shapes import NOTHING, Author, Record, Shape
from arrowtui.sources.social.decoding import part
from arrowtui.sources.social.wording import Card, beside

QUOTES, SHOWS = "Quotes", "Shows"
MOST = 40


class Head(Shape, frozen=True):
    """What kind of embed it is."""

    type: str = field(name="$type", default="")


class Picture(Shape, frozen=True):
    """A picture of an `images` or `gallery` embed, which name it differently."""

    fullsize: str | None = None
    thumb: str | None = None
    thumbnail: str | None = None
    alt: str | None = None


class Images(Shape, frozen=True):
    images: list[Picture]


class Gallery(Shape, frozen=True):
    items: list[Picture]


class Video(Shape, frozen=True):
    alt: str | None = None


class Linked(Shape, frozen=True):
    uri: str
    title: str | None = None
    description: str | None = None


class External(Shape, frozen=True):
    external: Linked


class RecordEmbed(Shape, frozen=True):
    record: Raw


class WithMedia(Shape, frozen=True):
    record: RecordEmbed
    media: Raw


class Quoted(Shape, frozen=True):
    """The record inside: a post, or a feed, list or pack with a name."""

    type: str = field(name="$type", default="")
    uri: str | None = None
    author: Author | None = None
    value: Raw = NOTHING
    record: Raw = NOTHING
    display_name: str | None = None
    name: str | None = None


class Beside(Struct, frozen=True):
    """All that an embed adds to a post."""

    attachments: tuple[Attachment, ...] = ()
    card: Card | None = None
    quote_of: str | None = None
    context: tuple[tuple[str, str], ...] = ()


def beside_of(embed: Raw, link: str | None, *, signed_in: bool) -> Beside:
    """What an embed holds. One we do not know, or cannot read, is told of as an attachment.

    Args:
        link: the post's own address, where its films and unknown things are looked at.
    """
    head = part(embed, Head)
    if head is None:
        return Beside()
    kind = head.type.removeprefix("app.bsky.embed.").removesuffix("#view")
    found = _known(kind, embed, link, signed_in)
    return found if found is not None else Beside(_unknown(kind, link))


def _known(kind: str, embed: Raw, link: str | None, signed_in: bool) -> Beside | None:
    match kind:
        case "images":
            images = part(embed, Images)
            return Beside(_pictures(images.images)) if images else None
        case "gallery":
            gallery = part(embed, Gallery)
            return Beside(_pictures(gallery.items)) if gallery else None
        case "video":
            video = part(embed, Video)
            return Beside((Attachment(link, Medium.VIDEO, alt=video.alt or None),)) if video and link else None
        case "external":
            external = part(embed, External)
            return Beside(card=_card(external.external)) if external else None
        case "record":
            record = part(embed, RecordEmbed)
            return _record(record.record, signed_in) if record else None
        case "recordWithMedia":
            both = part(embed, WithMedia)
            return _with_media(both, link, signed_in) if both else None
    return None


def _unknown(kind: str, link: str | None) -> tuple[Attachment, ...]:
    return (Attachment(link, Medium.FILE, alt=f"attachment ({kind[:60] or 'of an unknown kind'})"),) if link else ()


def _pictures(pictures: list[Picture]) -> tuple[Attachment, ...]:
    links = [(picture.fullsize or picture.thumb or picture.thumbnail, picture.alt or None) for picture in pictures]
    return tuple(Attachment(link, Medium.IMAGE, alt=alt) for link, alt in links[:MOST] if link)


def _card(linked: Linked) -> Card:
    return Card(linked.uri, linked.title or "", linked.description or "")


def _with_media(both: WithMedia, link: str | None, signed_in: bool) -> Beside:
    quoted = _record(both.record.record, signed_in) or Beside()
    media = beside_of(both.media, link, signed_in=signed_in)
    return replace(media, quote_of=quoted.quote_of, context=quoted.context)


def _record(raw: Raw, signed_in: bool) -> Beside | None:
    """A quoted post (or why it is not shown), or the name of a feed, list or pack."""
    quoted = part(raw, Quoted)
    if quoted is None:
        return None
    kind = quoted.type.rpartition("#")[2]
    if kind in ("viewNotFound", "viewBlocked", "viewDetached"):
        why = {
            "viewNotFound": "a post that is gone",
            "viewBlocked": "a blocked post",
            "viewDetached": "a removed quote",
        }
        return Beside(quote_of=quoted.uri, context=((QUOTES, why[kind]),))
    if quoted.author is not None and quoted.uri and "/app.bsky.feed.post/" in quoted.uri:
        return Beside(quote_of=quoted.uri, context=((QUOTES, _quoted_words(quoted, quoted.author, signed_in)),))
    name = quoted.display_name or quoted.name or _name_in_record(quoted.record)
    return Beside(context=((SHOWS, name),)) if name else None


class _NamedRecord(Shape, frozen=True):
    name: str | None = None
    display_name: str | None = None


def _name_in_record(value: Raw) -> str | None:
    found = part(value, _NamedRecord)
    return (found.display_name or found.name) if found else None


def _quoted_words(quoted: Quoted, author: Author, signed_in: bool) -> str:
    record = part(quoted.value, Record)
    if record is None or (is_for_members(author) and not signed_in):
        return "a post shown to members only" if record else "a post that cannot be read"
    return beside(name_of(author), record.text)


def name_of(author: Author) -> str:
    """An author as people know her: "Ida (@ida.example)"."""
    handle = handle_of(author)
    shown = (author.display_name or "").strip()
    return f"{shown} ({handle})" if shown and handle else shown or handle or author.did


def handle_of(author: Author) -> str | None:
    """The handle as people write it; None where it is not known to be the author's."""
    return f"@{author.handle}" if author.handle and author.handle != "handle.invalid" else None
