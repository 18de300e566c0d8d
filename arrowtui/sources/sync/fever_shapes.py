"""What the Fever interface answers, and its items as drafts. Source: https://feedafever.com/api

Numbers may be written as text, and yes and no as 1 and 0.
"""

import msgspec

from arrowtui.model.wire import Body, Draft, Markup
from arrowtui.sources.shapes import instant
from arrowtui.sources.social.decoding import said
from arrowtui.sources.sync.greader_items import came_from
from arrowtui.sources.sync.place import ReaderPlace
from arrowtui.sources.sync.wording import plain_title

Number = int | str


class Answer(msgspec.Struct, frozen=True):
    """Every answer has `auth`; what was not asked for, or is not shown to strangers, is absent."""

    auth: Number
    groups: list[msgspec.Raw] | None = None
    feeds: list[msgspec.Raw] | None = None
    feeds_groups: list[msgspec.Raw] | None = None
    items: list[msgspec.Raw] | None = None
    saved_item_ids: str | None = None


class Group(msgspec.Struct, frozen=True):
    id: Number
    title: str = ""


class FeedsGroup(msgspec.Struct, frozen=True):
    """The feeds of a group: numbers between commas."""

    group_id: Number
    feed_ids: str = ""


class Feed(msgspec.Struct, frozen=True):
    id: Number
    title: str = ""


class Item(msgspec.Struct, frozen=True):
    id: Number = ""
    feed_id: Number = ""
    title: str | None = None
    author: str | None = None
    html: str | None = None
    url: str | None = None
    created_on_time: Number | float | None = None


def whole_number(said: Number) -> int | None:
    """A positive number, however it is written; None for what is none."""
    words = str(said).strip()
    return int(words) or None if words.isascii() and words.isdecimal() and len(words) < 20 else None


def numbers_in(words: str | None) -> list[int]:
    """Numbers between commas."""
    return [number for word in (words or "").split(",") if (number := whole_number(word)) is not None]


def draft(item: Item, place: ReaderPlace, feeds: dict[str, str]) -> Draft | None:
    """An item as its server tells it; None for one without an id."""
    number = whole_number(item.id)
    if number is None:
        return None
    link = (item.url or "").strip() or None
    created, feed = item.created_on_time, feeds.get(str(item.feed_id))
    return Draft(
        native_id=str(number),
        host=place.account.scope,
        title=Body(plain_title(item.title), Markup.TEXT) if item.title else None,
        body=Body(item.html, Markup.HTML, link) if item.html else None,
        link=link,
        author=plain_title(item.author) if item.author else None,
        published_at=instant(whole_number(created) if isinstance(created, str) else created or None),
        context=came_from(feed, place),
        origin=said(feed) or None,
    )
