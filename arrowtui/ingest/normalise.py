"""The rules every arrival passes: a Draft as its source told it, an Item as everybody may trust it."""

import re
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from urllib.parse import unquote, urlsplit

from msgspec import Raw, Struct

from arrowtui.ingest.canonical import link_key
from arrowtui.ingest.dates import believed, place_in_time
from arrowtui.ingest.identity import COPIED, key_of
from arrowtui.ingest.same import post_key
from arrowtui.ingest.text import clean_line, quick_text, safe_link
from arrowtui.model.item import Item
from arrowtui.model.twin import Twin
from arrowtui.model.wire import Body, Draft, Markup

TITLE_FROM_TEXT = 80  # characters
LONGEST_AUTHOR = 10_000  # characters that are looked at: more names than anybody reads
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)
NO_TITLE = "(no title)"
FACTS_ARE_WORDS = frozenset({"mail"})
"""Kinds whose given facts are part of what is said: those of a query. Elsewhere they tell of other posts."""


class Arrival(Struct, frozen=True):
    """Where and when a batch came in.

    `address` is that of the source as it was subscribed, also after it moved: ids that count within a feed hang on it.
    """

    kind: str
    address: str
    received_at: datetime
    language: str | None


def normalise(draft: Draft, arrival: Arrival, order: int) -> Item:
    """Apply every rule to one draft.

    Args:
        order: position in the batch, 0 first.
    Returns: an item with a clean title and text, safe links, believable dates.
    Raises: nothing; whatever a draft holds, an item comes of it.
    """
    link = safe_link(draft.link, arrival.address)
    said_text = _text(draft)
    own_title = _line(draft.title) if draft.title else ""
    title = own_title or _first_words(said_text) or _last_part(link) or NO_TITLE
    text = _with_facts(said_text, draft) if arrival.kind in FACTS_ARE_WORDS else said_text
    author = _author(draft.author[:LONGEST_AUTHOR]) if draft.author else None
    published = believed(draft.published_at, arrival.received_at)
    updated = believed(draft.updated_at, arrival.received_at)
    said = published or updated
    placed = place_in_time(said, arrival.received_at, order)
    return Item(  # by place: msgspec looks for each of so many names among all of them, which takes as long as a title
        _key(draft, arrival, draft.native_id),
        title,
        text,
        link,
        author,
        said,
        updated,
        placed,
        _language(draft.language) or _language(arrival.language),
        _fingerprint(title, text, None if arrival.kind in COPIED else link),
        draft,
        _key(draft, arrival, draft.parent_id) if draft.parent_id else None,
        _key(draft, arrival, draft.root_id) if draft.root_id else None,
        _key(draft, arrival, draft.repost_of) if draft.repost_of else None,
        link_key(link),
        None if own_title else post_key(Twin(title, text, author, placed, is_titled=False)),
        bool(own_title),
    )


def _key(draft: Draft, arrival: Arrival, native_id: str) -> str:
    return key_of(arrival.kind, arrival.address, native_id, draft.host)


@lru_cache(64)  # a batch has a handful of authors
def _author(said: str) -> str | None:
    return clean_line(said, 200) or None


def _line(title: Body) -> str:
    return clean_line(title.text.strip() if title.markup is Markup.TEXT else quick_text(title))


def _text(draft: Draft) -> str:
    """The body as plain text; the summary where the body holds no words (a lone picture)."""
    text = quick_text(draft.body) if draft.body else ""
    return text or (quick_text(draft.summary) if draft.summary else "")


def _with_facts(text: str, draft: Draft) -> str:
    """Given facts above the text, a line each, so that they are searched, sorted and read like the rest."""
    if not draft.fields:
        return text
    facts = "\n".join(f"{clean_line(name, 80)}: {clean_line(value, 2_000)}" for name, value in draft.fields)
    return f"{facts}\n\n{text}" if text else facts


def _first_words(text: str) -> str:
    """About 80 characters from the start of a text, cut between two words."""
    line = clean_line(text[: TITLE_FROM_TEXT * 8])
    if len(line) <= TITLE_FROM_TEXT:
        return line
    cut = line.rfind(" ", TITLE_FROM_TEXT // 2, TITLE_FROM_TEXT)
    return f"{line[: cut if cut > 0 else TITLE_FROM_TEXT - 1].rstrip(' .,;:-–')}…"


def _last_part(link: str | None) -> str:
    """What the end of a link calls the item: `five-ways-to-answer` of `…/2026/five-ways-to-answer/`."""
    if not link:
        return ""
    parts = urlsplit(link)
    return clean_line(unquote(parts.path.rstrip("/").rpartition("/")[2]) or parts.hostname or "", 120)


def _language(said: str | None) -> str | None:
    """A language tag such as `en` or `pt-br`, only if it is declared and looks like one."""
    tag = said.strip() if said else ""
    return _known_language(tag) if 0 < len(tag) <= 35 else None


@lru_cache(64)  # a batch asks fifty times for the same
def _known_language(tag: str) -> str | None:
    tag = tag.replace("_", "-")
    return tag.lower() if LANGUAGE.fullmatch(tag) else None


def _fingerprint(title: str, text: str, link: str | None) -> bytes:
    """Changes when the world says something else: never by counts, pictures or dates."""
    said = b"\0".join((title.encode(), Raw(text), (link or "").encode()))
    return blake2b(said, digest_size=16).digest()
