"""What is polled: wishes of the settings file, and the rows of the source panel."""

from collections.abc import Mapping, Sequence
from sqlite3 import Row

import msgspec

from arrowtui.model.addresses import without_secrets
from arrowtui.model.lane import Lane
from arrowtui.model.spending import Spent, cost_words, micros_of, money
from arrowtui.model.subscription import SourceRow, Subscription, SubscriptionId, Trouble, Wish
from arrowtui.store import Connection
from arrowtui.store.fetching import fetch_states, host_waits, save_fetch_state, save_host_wait
from arrowtui.store.times import maybe_moment

__all__ = [
    "add_wish",
    "built_in",
    "drop_wish",
    "fetch_states",
    "host_waits",
    "name_source",
    "rename",
    "save_fetch_state",
    "save_host_wait",
    "source_rows",
    "subscriptions",
    "sync_wishes",
]

WISH = """
INSERT INTO subscriptions (kind, address, own_title, lane, tags, every_min, paused, options, keep_days, joins, gathers,
    position)
VALUES (:kind, :address, :title, :lane, :tags, :every_min, :paused, :options, :keep_days, :joins, :gathers, :position)
ON CONFLICT (kind, address) DO UPDATE SET own_title = excluded.own_title, lane = excluded.lane, tags = excluded.tags,
    every_min = excluded.every_min, paused = excluded.paused, options = excluded.options,
    keep_days = excluded.keep_days, joins = excluded.joins, gathers = excluded.gathers, position = excluded.position,
    is_wanted = 1
"""
# The saved pages are a source of the program's own: it needs no word of the settings to be there.
FORGET_WISHES = "UPDATE subscriptions SET is_wanted = 0 WHERE is_wanted AND kind <> 'saved'"
FIND = "SELECT id FROM subscriptions WHERE kind = :kind AND address = :address"
LAST_POSITION = "SELECT coalesce(max(position), -1) FROM subscriptions WHERE is_wanted"
DROP = "UPDATE subscriptions SET is_wanted = 0 WHERE id = :id"
RENAME = "UPDATE subscriptions SET own_title = :title WHERE id = :id"
NAME = """
UPDATE subscriptions SET given_title = :title, site_link = :site_link
WHERE id = :id AND (given_title IS NOT :title OR site_link IS NOT :site_link)
"""
ALL = """
SELECT id, kind, address, own_title, title, lane, tags, every_min, paused, options, keep_days, joins, gathers,
    is_wanted
FROM subscriptions WHERE is_wanted >= :least ORDER BY is_wanted DESC, position, id
"""
ONE = """
SELECT id, kind, address, own_title, title, lane, tags, every_min, paused, options, keep_days, joins, gathers,
    is_wanted
FROM subscriptions WHERE kind = :kind AND address = :address
"""
ROWS = """
SELECT s.id, s.kind, s.address, s.title, s.lane, s.tags, s.paused, s.is_wanted, s.gathers,
    sum(c.unread) AS unread, sum(c.total) AS total,
    f.trouble_name, f.trouble_headline, f.trouble_hint, f.failing_since, f.last_polled_at, f.next_due_at, f.notices,
    s.options, m.month, m.reads, m.micros,
    (SELECT sum(b.micros) FROM open_bills AS b WHERE b.kind = m.kind AND b.month = m.month) AS open_micros
FROM subscriptions AS s
JOIN source_counts AS c ON c.subscription_id = s.id
LEFT JOIN fetch_states AS f ON f.subscription_id = s.id
LEFT JOIN spending AS m ON m.kind = s.kind AND m.month = (SELECT max(month) FROM spending WHERE kind = s.kind)
GROUP BY s.id HAVING s.is_wanted OR sum(c.total + c.dismissed) > 0
ORDER BY s.is_wanted DESC, s.position, s.id
"""
FAILING = """
SELECT count(*) FROM fetch_states AS f JOIN subscriptions AS s ON s.id = f.subscription_id
WHERE s.is_wanted AND NOT s.paused AND f.trouble_name IS NOT NULL
"""

_STRINGS = msgspec.json.Decoder(tuple[str, ...])
_PAIRS = msgspec.json.Decoder(tuple[tuple[str, str], ...])


def _cells(wish: Wish, position: int) -> dict[str, str | int | None]:
    return {
        "kind": wish.kind,
        "address": wish.address,
        "title": wish.title,
        "lane": wish.lane,
        "tags": msgspec.json.encode(wish.tags).decode(),
        "every_min": wish.every_min,
        "paused": wish.paused,
        "options": msgspec.json.encode(wish.options).decode(),
        "keep_days": wish.keep_days,
        "joins": wish.joins,
        "gathers": wish.gathers,
        "position": position,
    }


async def sync_wishes(db: Connection, wishes: Sequence[Wish]) -> None:
    """Make the wanted subscriptions those of the settings file, in its order. Nothing is deleted: what is no longer
    wished for is not polled any more and keeps its items, marks and notes."""
    await db.execute(FORGET_WISHES)
    await db.executemany(WISH, [_cells(wish, position) for position, wish in enumerate(wishes)])


async def add_wish(db: Connection, wish: Wish) -> SubscriptionId:
    """Add one wish at the end, or renew the one of the same kind and address."""
    last = await _one(db, LAST_POSITION, {})
    await db.execute(WISH, _cells(wish, last + 1))
    return SubscriptionId(await _one(db, FIND, {"kind": wish.kind, "address": wish.address}))


async def failing_count(db: Connection) -> int:
    """How many sources fail."""
    return await _one(db, FAILING, {})


async def built_in(db: Connection, wish: Wish, given_title: str) -> Subscription:
    """A source of the program's own, made when it is first needed; as the settings have it where they name it."""
    found = await db.first(ONE, {"kind": wish.kind, "address": wish.address})
    if found is None:
        number = await add_wish(db, wish)
        await name_source(db, number, given_title, None)
        found = await db.first(ONE, {"kind": wish.kind, "address": wish.address})
        assert found is not None  # made just now
    return _subscription(found)


async def drop_wish(db: Connection, subscription: SubscriptionId) -> None:
    """Poll it no more; everything it brought stays."""
    await db.execute(DROP, {"id": subscription})


async def rename(db: Connection, subscription: SubscriptionId, title: str | None) -> None:
    """Give it the person's own name; None goes back to what the source calls itself."""
    await db.execute(RENAME, {"id": subscription, "title": title})


async def name_source(db: Connection, subscription: SubscriptionId, title: str | None, site_link: str | None) -> None:
    """Remember what the source calls itself and where it is at home (both clean)."""
    await db.execute(NAME, {"id": subscription, "title": title, "site_link": site_link})


async def subscriptions(db: Connection, wanted_only: bool = True) -> tuple[Subscription, ...]:
    """All subscriptions in the order of the settings file, unwanted ones last."""
    rows = await db.execute_fetchall(ALL, {"least": int(wanted_only)})
    return tuple(_subscription(row) for row in rows)


async def source_rows(db: Connection) -> tuple[SourceRow, ...]:
    """The source panel: wanted sources, then unwanted ones that still hold items. Counts are read, not counted."""
    return tuple(_source_row(row) for row in await db.execute_fetchall(ROWS))


async def _one(db: Connection, query: str, asked: dict[str, str | int]) -> int:
    found = await db.first(query, asked)
    return int(found[0]) if found else 0


def _subscription(row: Row) -> Subscription:
    number, kind, address, own_title, title, lane, tags, every_min, paused, options, *rest = row
    keep_days, joins, gathers, is_wanted = rest
    wish = Wish(
        kind=kind,
        address=address,
        title=own_title,
        lane=Lane(lane) if lane else None,
        tags=_STRINGS.decode(tags),
        every_min=every_min,
        paused=bool(paused),
        options=_PAIRS.decode(options),
        keep_days=keep_days,
        joins=bool(joins),
        gathers=bool(gathers),
    )
    return Subscription(SubscriptionId(number), wish, _called(title, address), bool(is_wanted))


def _source_row(row: Row) -> SourceRow:
    number, kind, address, title, lane, tags, paused, is_wanted, gathers, unread, total, *state = row
    name, headline, hint, failing_since, last_polled_at, next_due_at, notices, options, *meter = state
    return SourceRow(
        id=SubscriptionId(number),
        kind=kind,
        address=address,
        title=_called(title, address),
        lane=Lane(lane) if lane else None,
        tags=_STRINGS.decode(tags),
        unread=unread,
        total=total,
        trouble=Trouble(name, headline, hint) if name else None,
        failing_since=maybe_moment(failing_since),
        last_polled_at=maybe_moment(last_polled_at),
        next_due_at=maybe_moment(next_due_at),
        is_paused=bool(paused),
        is_wanted=bool(is_wanted),
        notices=_STRINGS.decode(notices) if notices else (),
        cost=_cost(dict(_PAIRS.decode(options)), *meter),
        gathers=bool(gathers),
    )


def _called(title: str, address: str) -> str:
    """What a source is called; one without a name is called by its address, of which no key is shown."""
    return without_secrets(address) if title == address else title


def _cost(
    options: Mapping[str, str], month: str | None, reads: int | None, micros: int | None, open_micros: int | None
) -> str:
    """The meter in words, for a source that may spend money: it shows what all of its kind spent."""
    cap = micros_of(options.get("budget", ""))
    if cap is None or "bridge" in options:
        return ""
    if month is None:
        return f"Nothing spent yet of {money(cap)} a month"
    return cost_words(Spent(month, reads or 0, micros or 0, open_micros or 0), cap)
