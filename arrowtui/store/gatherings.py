"""Answers to call-outs of the person's own: the items of a source that gathers, but for the question itself."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from msgspec import Struct

from arrowtui.model.gathering import AnswerMark, GatheredAnswer
from arrowtui.model.item import ItemId, sorted_at
from arrowtui.model.subscription import SubscriptionId, Trouble
from arrowtui.store import Connection
from arrowtui.store.times import maybe_moment

SOURCES = """
SELECT s.id, s.kind, s.address, s.title, s.is_wanted AND NOT s.paused, f.last_polled_at, f.trouble_name,
    f.trouble_headline, f.trouble_hint
FROM subscriptions AS s LEFT JOIN fetch_states AS f ON f.subscription_id = s.id
WHERE s.gathers AND (s.is_wanted OR EXISTS (SELECT 1 FROM origins AS o WHERE o.subscription_id = s.id))
ORDER BY s.is_wanted DESC, s.position, s.id
"""
POSTS = """
SELECT m.item_id, i.author, m.scopes, i.parent_key IS NULL AND i.root_key IS NULL
FROM origins AS o CROSS JOIN marks AS m ON m.item_id = o.item_id CROSS JOIN items AS i ON i.serial = m.serial
WHERE o.subscription_id = :source ORDER BY m.item_id
"""
ANSWERS = """
SELECT m.item_id, i.author, i.title, b.text, i.link, m.scopes,
    (SELECT json_group_array(tag) FROM tags WHERE tags.item_id = m.item_id),
    (SELECT json_group_array(l.text) FROM notes AS n JOIN note_layers AS l ON l.note_id = n.id
        WHERE n.item_id = m.item_id AND n.deleted_at IS NULL AND l.deleted_at IS NULL AND l.text <> '')
FROM json_each(:items) AS asked JOIN marks AS m ON m.item_id = asked.value JOIN items AS i ON i.serial = m.serial
JOIN bodies AS b ON b.serial = m.serial ORDER BY m.item_id
"""
# Unread answers of all gatherings that are followed: without the question (the earliest post that answers to nothing;
# a folder of mail has none) and what its author says below it.
UNREAD_ANSWERS = """
WITH asked AS (
    SELECT s.id, (
        SELECT m.item_id FROM origins AS o CROSS JOIN marks AS m ON m.item_id = o.item_id
        CROSS JOIN items AS i ON i.serial = m.serial
        WHERE o.subscription_id = s.id AND s.kind <> 'mail' AND i.parent_key IS NULL AND i.root_key IS NULL
        ORDER BY m.item_id LIMIT 1
    ) AS question
    FROM subscriptions AS s WHERE s.gathers AND s.is_wanted
)
SELECT count(*) FROM asked CROSS JOIN origins AS o ON o.subscription_id = asked.id AND o.scopes & 2
CROSS JOIN marks AS m ON m.item_id = o.item_id CROSS JOIN items AS i ON i.serial = m.serial
WHERE asked.question IS NULL OR (m.item_id <> asked.question AND i.author IS NOT (
    SELECT q.author FROM marks AS n JOIN items AS q ON q.serial = n.serial
    WHERE n.item_id = asked.question AND q.author IS NOT NULL
))
"""
UNREAD, KEPT, LATER, DISMISSED = 2, 4, 8, 16

_strings = msgspec.json.Decoder(tuple[str, ...]).decode


class GatheringSource(Struct, frozen=True):
    """A source that gathers, and how its last poll went."""

    id: SubscriptionId
    kind: str
    address: str
    title: str
    is_followed: bool
    last_polled_at: datetime | None
    trouble: Trouble | None


class Post(Struct, frozen=True):
    """An item of such a source, the question among them. `is_first`: it answers to nothing."""

    item: ItemId
    author: str | None
    scopes: int
    is_first: bool

    @property
    def at(self) -> datetime:
        """When it was published, or first seen where no date was given."""
        return sorted_at(self.item)


async def gathering_sources(db: Connection) -> tuple[GatheringSource, ...]:
    """All of them, those that are not followed any more last."""
    return tuple(
        GatheringSource(
            SubscriptionId(number),
            kind,
            address,
            title,
            bool(followed),
            maybe_moment(polled),
            Trouble(name, headline, hint) if name else None,
        )
        for number, kind, address, title, followed, polled, name, headline, hint in await db.execute_fetchall(SOURCES)
    )


async def posts_of(db: Connection, source: SubscriptionId) -> tuple[Post, ...]:
    """Everything such a source brought, the oldest first."""
    rows = await db.execute_fetchall(POSTS, {"source": source})
    return tuple(Post(ItemId(item), author, scopes, bool(first)) for item, author, scopes, first in rows)


async def unread_answers(db: Connection) -> int:
    """How many answers of all gatherings that are followed are unread."""
    found = await db.first(UNREAD_ANSWERS, {})
    return int(found[0]) if found else 0


async def gathered(db: Connection, items: Sequence[ItemId]) -> tuple[GatheredAnswer, ...]:
    """These items as answers, the oldest first."""
    rows = await db.execute_fetchall(ANSWERS, {"items": msgspec.json.encode(items).decode()})
    return tuple(
        GatheredAnswer(
            item=ItemId(item),
            at=sorted_at(ItemId(item)),
            author=author,
            title=title,
            text=text,
            link=link,
            mark=mark_of(scopes),
            tags=_strings(tags),
            notes=_strings(notes),
        )
        for item, author, title, text, link, scopes, tags, notes in rows
    )


def mark_of(scopes: int) -> AnswerMark:
    """What became of an answer, by the lists it stands in."""
    marks = ((DISMISSED, AnswerMark.DISMISSED), (KEPT, AnswerMark.KEPT), (LATER, AnswerMark.LATER))
    usual = AnswerMark.NEW if scopes & UNREAD else AnswerMark.READ
    return next((mark for bit, mark in marks if scopes & bit), usual)
