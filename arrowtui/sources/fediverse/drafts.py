"""A post of a server -> a Draft. Nothing is cleaned: `:shortcodes:` stay words, HTML stays HTML."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from arrowtui.model.poll import Poll, PollOption
from arrowtui.model.wire import Attachment, Body, Counts, Draft, Markup, Medium
from arrowtui.sources.fediverse.addresses import netloc_of
from arrowtui.sources.fediverse.shapes import Account, Media, PollShape, Status
from arrowtui.sources.fediverse.tags import plain
from arrowtui.sources.fediverse.times import moment

MEDIA = {
    "image": Medium.IMAGE,
    "gifv": Medium.VIDEO,
    "video": Medium.VIDEO,
    "audio": Medium.AUDIO,
}


class Place(Struct, frozen=True):
    """Where a post stands among others: uris of the one it answers and of the thread's first."""

    parent: str | None = None
    root: str | None = None


def uri_of(status: Status, base: str) -> str:
    """The name of a post in the whole network; a server that gives none is taken at its own address of it."""
    return status.uri or status.url or stand_in(base, str(status.id))


def stand_in(base: str, post: str) -> str:
    """A name for a post of which only its number on one server is known: the server's own address for it."""
    return f"{base}/api/v1/statuses/{post}"


def draft_of(status: Status, base: str, domain: str, place: Place, booster: Account | None = None) -> Draft:
    """The draft of a post.

    Args:
        domain: of the server's own accounts, which it names without.
        booster: who passed it on, where that is how it came.
    """
    account = status.account
    uri = uri_of(status, base)
    link = status.url or (uri if status.uri else None)
    subject = (status.spoiler_text or "").strip() or None
    pictures = tuple(_attachments(status.media_attachments or ()))
    return Draft(
        native_id=uri,
        title=Body(subject, Markup.TEXT) if subject else None,
        body=Body(status.content or "", Markup.HTML, link),
        summary=_in_words(status, pictures),
        link=link,
        author=account.display_name or account.username,
        author_handle=handle_of(account, domain),
        author_link=account.url,
        published_at=moment(status.created_at),
        updated_at=moment(status.edited_at),
        language=status.language,
        comments_link=link,
        categories=tuple(tag.name for tag in status.tags or () if tag.name),
        attachments=pictures,
        counts=Counts(status.replies_count, status.reblogs_count, status.favourites_count),
        root_id=place.root if place.root != uri else None,
        parent_id=place.parent,
        reposted_by=named(booster, domain) if booster else None,
        quote_of=_quoted(status),
        warning=subject if status.sensitive else None,  # Pleroma's people also use it as a mere subject
        poll=poll_of(status.poll) if status.poll else None,
        is_restricted=status.visibility not in (None, "public", "unlisted"),
    )


def handle_of(account: Account, domain: str) -> str | None:
    """`@ida@news.example`, with the host also for accounts of the server itself."""
    acct = account.acct or account.username
    if not acct:
        return None
    return f"@{acct}" if "@" in acct else f"@{acct}@{domain or netloc_of(account.url or '')}"


def named(account: Account, domain: str) -> str:
    """Name and handle: `Ida (@ida@news.example)`."""
    handle = handle_of(account, domain) or ""
    name = account.display_name or account.username or ""
    return f"{name} ({handle})" if name and handle else name or handle


def poll_of(shape: PollShape) -> Poll:
    """Votes that are hidden stay unknown, never 0."""
    return Poll(
        options=tuple(PollOption(option.title or "", option.votes_count) for option in shape.options),
        multiple=bool(shape.multiple),
        closes_at=moment(shape.expires_at),
        closed=bool(shape.expired),
        voters=shape.voters_count,
    )


def _in_words(status: Status, pictures: Iterable[Attachment]) -> Body | None:
    """What a post without words of its own says: the descriptions of its pictures."""
    if plain(status.content).strip():
        return None
    told = "\n".join(picture.alt for picture in pictures if picture.alt)
    return Body(told, Markup.TEXT) if told else None


def _attachments(media: Iterable[Media]) -> Iterator[Attachment]:
    for one in media:
        if link := one.url or one.remote_url or one.preview_url:
            yield Attachment(
                link=link,
                medium=MEDIA.get(one.type or "", Medium.FILE),
                mime=one.pleroma.mime_type if one.pleroma else None,
                alt=one.description or None,
                duration_s=_duration_s(one),
            )


def _duration_s(media: Media) -> int | None:
    said = media.meta.original.duration if media.meta and media.meta.original else None
    try:
        return round(float(said)) if said is not None else None
    except (ValueError, OverflowError):
        return None


def _quoted(status: Status) -> str | None:
    if status.quote is None:
        return None
    return status.quote.quoted_status.uri if status.quote.quoted_status else status.quote.uri
