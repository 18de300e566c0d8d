"""Items of the Google Reader interface as drafts.

Source: https://github.com/mihaip/google-reader-api/blob/master/wiki/ApiStreamContents.wiki; `greader.php` of FreshRSS
and `internal/googlereader` of Miniflux for what the two do otherwise.
"""

from datetime import datetime

import msgspec

from arrowtui.model.wire import Attachment, Body, Draft, Markup
from arrowtui.sources.feeds.media import MOST, medium_of
from arrowtui.sources.shapes import instant
from arrowtui.sources.social.decoding import said
from arrowtui.sources.sync.numbers import number_of
from arrowtui.sources.sync.place import ReaderPlace
from arrowtui.sources.sync.wording import plain_title

LABEL = "/label/"
MOST_CATEGORIES = 20


class Href(msgspec.Struct, frozen=True):
    href: str = ""
    type: str | None = None
    length: int | str | None = None


class Content(msgspec.Struct, frozen=True):
    content: str | None = None


class Origin(msgspec.Struct, frozen=True):
    """The feed an item came from."""

    title: str | None = None
    htmlUrl: str | None = None


class Item(msgspec.Struct, frozen=True):
    """Some servers put the text into `content`, others into `summary`; `timestampUsec` is in microseconds."""

    id: str | int = ""
    title: str | None = None
    author: str | None = None
    published: int | float | str | None = None
    timestampUsec: int | str | None = None
    canonical: list[Href] = []
    alternate: list[Href] = []
    categories: list[str] = []
    origin: Origin = Origin()
    summary: Content = Content()
    content: Content = Content()
    enclosure: list[Href] = []

    @property
    def labels(self) -> list[str]:
        """The folder it is in, and what it was labelled with: `user/-/label/Press` and `user/7/label/Press`."""
        return [one.partition(LABEL)[2] for one in self.categories if one.startswith("user/") and LABEL in one]


def draft(item: Item, place: ReaderPlace) -> Draft | None:
    """An item as its server tells it; None for one without an id."""
    number = number_of(item.id)
    if number is None:
        return None
    links = [one.href for one in (*item.canonical, *item.alternate) if one.href.strip()]
    link = links[0] if links else None
    text = item.content.content or item.summary.content
    return Draft(
        native_id=f"{number:016x}",
        host=place.account.scope,
        title=Body(plain_title(item.title), Markup.TEXT) if item.title else None,
        body=Body(text, Markup.HTML, link) if text else None,
        link=link,
        author=plain_title(item.author) if item.author else None,
        published_at=_published(item),
        categories=_categories(item),
        attachments=_attachments(item),
        context=came_from(item.origin.title, place),
        origin=said(plain_title(item.origin.title or "")) or None,
    )


def came_from(title: str | None, place: ReaderPlace) -> tuple[tuple[str, str], ...]:
    """The feed an item came from, as it is shown beside it."""
    return (("From", f"{plain_title(title)}, on {place.host}"),) if title and title.strip() else ()


def _published(item: Item) -> datetime | None:
    at = item.published
    if isinstance(at, str) and at.strip().isdecimal():
        at = int(at)
    if not at:
        micros = str(item.timestampUsec or "")
        at = int(micros) / 1_000_000 if micros.isdecimal() else None
    return instant(at)


def _categories(item: Item) -> tuple[str, ...]:
    """Labels, and words of the article itself where a server passes them on."""
    own = [one for one in item.categories if not one.startswith("user/")]
    return tuple(dict.fromkeys([*item.labels, *own]))[:MOST_CATEGORIES]


def _attachments(item: Item) -> tuple[Attachment, ...]:
    given = {one.href: one for one in item.enclosure if one.href.strip()}
    return tuple(
        Attachment(link, medium_of(link, one.type), one.type, size_bytes=_size(one.length))
        for link, one in list(given.items())[:MOST]
    )


def _size(length: int | str | None) -> int | None:
    size = str(length or "")
    return int(size) or None if size.isdecimal() and len(size) < 16 else None
