"""A post as the readers of this room want it: plain text, links, who wrote it and when by the clock of its own zone."""

import re
from collections.abc import Iterator
from datetime import datetime
from html import unescape

from msgspec import Struct

from arrowtui.model.item import Item
from arrowtui.model.poll import Poll
from arrowtui.model.wire import Markup

ANCHOR = re.compile(r"<a\s(?P<inside>[^>]{0,2000})>(?P<words>.{0,400}?)</a>", re.IGNORECASE | re.DOTALL)
HREF = re.compile(r"href\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")
OTHER_KINDS = {
    **dict.fromkeys(("rss", "greader", "fever", "wordpress", "substack"), "feed"),
    **dict.fromkeys(("mail", "imap", "maildir", "mbox"), "email"),
    "hackernews": "hn",
}
"""Kinds whose items are written like those of another: articles are articles through whatever they came."""


class Anchor(Struct, frozen=True):
    """A link of the post with the words it is set under."""

    target: str
    words: str
    is_tag: bool = False


class Post(Struct, frozen=True):
    """One post. `title` is empty when the text repeats it. `posted_at` keeps the offset it was told with.

    `kind` is the platform: feed, mastodon, bluesky, x, facebook, pinterest, reddit, email, hn and others.
    `author` is who signs it, as shown; `handle` what to write to, where the platform has handles.
    `source` is what the source calls itself; `fields` are given facts (name, value). `updated_at` is when it was
    changed since, where it was.
    """

    kind: str
    author: str
    handle: str | None
    title: str
    text: str
    posted_at: datetime | None
    anchors: tuple[Anchor, ...] = ()
    source: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    poll: Poll | None = None
    updated_at: datetime | None = None

    @property
    def whole(self) -> str:
        """Title and text."""
        return f"{self.title}\n{self.text}" if self.title else self.text


def post_of(item: Item, kind: str, source: str = "") -> Post:
    """The post an item holds; `kind` is the kind of its source, `source` what that is called: where that holds many
    feeds, what the feed is called counts."""
    draft = item.draft
    posted_at = draft.published_at if draft.published_at and draft.published_at.tzinfo else item.published_at
    updated_at = item.updated_at if posted_at and item.updated_at and item.updated_at > posted_at else None
    html = draft.body.text if draft.body is not None and draft.body.markup is Markup.HTML else ""
    return Post(
        kind=OTHER_KINDS.get(kind, kind),
        author=item.author or "",
        handle=draft.author_handle,
        title=own_title(item.title, item.text),
        text=item.text,
        posted_at=posted_at,
        anchors=tuple(anchors(html)) if "<a" in html else (),
        source=draft.origin or source,
        fields=draft.fields,
        poll=draft.poll,
        updated_at=updated_at,
    )


def own_title(title: str, text: str) -> str:
    """The title, or nothing when it only repeats how the text begins."""
    start = title.rstrip("… .").strip()
    if start[:1] != text.lstrip()[:1]:  # so it is with most, and needs no closer look
        return title if start else ""
    return "" if " ".join(text[: 2 * len(start) + 40].split()).startswith(start) else title


def anchors(html: str) -> Iterator[Anchor]:
    """The links of an HTML body in order, with their words."""
    for found in ANCHOR.finditer(html):
        inside = found["inside"]
        if target := HREF.search(inside):
            words = " ".join(unescape(TAG.sub("", found["words"])).split())
            is_tag = "hashtag" in inside or "mention" in inside or words.startswith(("#", "@"))
            yield Anchor(unescape(target[1] or target[2] or target[3] or "").strip(), words, is_tag)
