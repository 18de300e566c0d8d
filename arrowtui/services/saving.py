"""Putting a page into the Tips by its address: at once, without asking anybody. The poller fetches it later."""

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit

from msgspec import Struct

from arrowtui.model.errors_requests import NoSuchAddress
from arrowtui.model.item import Item, ItemId
from arrowtui.model.lane import ChosenBy, Lane, Verdict
from arrowtui.model.ports import Clock
from arrowtui.model.subscription import Subscription, Wish
from arrowtui.model.wire import Body, Draft, Markup
from arrowtui.services.journal import Done, Journal
from arrowtui.store import Connection, Store, changes, undo
from arrowtui.store.items import arrive
from arrowtui.store.marks import Mark, change
from arrowtui.store.placed import Placed, prepared
from arrowtui.store.saved import alike, join_saved, remember_saved, saved_item
from arrowtui.store.subscriptions import built_in
from arrowtui.store.times import stamp

ADDRESS = "saved:"
TITLE = "Saved pages"
WISH = Wish("saved", ADDRESS, lane=Lane.TIP)
WHY = ("you saved it",)


class SavedPage(Struct, frozen=True):
    """The item a page is now, and what was done for that."""

    item: ItemId
    done: Done


class Saving:
    """Raises StoreError when the file cannot be written."""

    def __init__(self, store: Store, journal: Journal, clock: Clock) -> None:
        self._store, self._journal, self._clock = store, journal, clock

    async def save(self, typed: str, tags: Sequence[str] = (), note: str = "") -> SavedPage:
        """Put a page into the Tips under its bare address, to be fetched by the poller. Undo takes it out again.

        A page that is here already, saved or from any source, is found again: brought back if it was dismissed, with
        the tags and the note added to it.

        Args:
            typed: a web address, with or without its scheme.
        Raises: NoSuchAddress.
        """
        address, now = web_address(typed), self._clock.now()
        async with self._store.write() as db:
            saved = await self._put(db, address, now)
        if tags:
            await self._journal.tag([saved.item], tags, ())
        if note.strip():
            begun = await self._journal.begin_note(saved.item)
            await self._journal.write_note(begun.id, note.strip())
        return saved

    async def _put(self, db: Connection, address: str, now: datetime) -> SavedPage:
        source = await built_in(db, WISH, TITLE)
        item = _bare(address, now)
        known = await saved_item(db, item.key)
        if known is not None:
            await remember_saved(db, address, known, now)
            return await _again(db, known, "", now)
        other = await _elsewhere(db, item)
        if other is None:
            return await _new(db, source, item, address, now)
        number, where = other
        await join_saved(db, source.id, item, number)
        await undo.log(db, now, "Saved a page", changes.Saved(address, item.key, number, source.id, is_joined=True))
        return await _again(db, number, where, now)


async def _new(db: Connection, source: Subscription, item: Item, address: str, now: datetime) -> SavedPage:
    lane = source.wish.lane or Lane.TIP
    await arrive(db, source.id, prepared([Placed(item, Verdict(lane, 1.0, WHY, ChosenBy.SOURCE))]))
    number = await saved_item(db, item.key)
    assert number is not None  # it has arrived
    await remember_saved(db, address, number, now)
    await undo.log(db, now, "Saved a page", changes.Saved(address, item.key, number, source.id))
    return SavedPage(number, Done(f"Saved in {lane.tab}: {item.title}", 1))


async def _again(db: Connection, item: ItemId, where: str, now: datetime) -> SavedPage:
    """It is here: shown again where it had been dismissed."""
    before = await change(db, [item], Mark.NOT_DISMISSED, stamp(now))
    if before is not None:
        await undo.log(db, now, "Brought 1 item back", before)
    return SavedPage(item, Done(f"You have it already, from {where}" if where else "You have saved it already", 0))


async def _elsewhere(db: Connection, item: Item) -> tuple[ItemId, str] | None:
    """The item of another source that is this very page, and that source."""
    from arrowtui.ingest.canonical import canonical  # late: start-up time

    if item.link_key is None:
        return None
    found = [one for one in await alike(db, item.link_key) if canonical(one.link) == canonical(item.link)]
    return (found[0].item, found[0].source) if found else None


def web_address(typed: str) -> str:
    """The address of a page from what a person typed, without the words of those who passed it on.

    Raises: NoSuchAddress.
    """
    from arrowtui.ingest.canonical import untracked  # late: start-up time
    from arrowtui.ingest.links import safe_link

    bare = typed.strip()
    if "://" not in bare:
        bare = f"https://{bare}"
    link = None if any(character.isspace() for character in bare) else safe_link(bare)
    host = (urlsplit(link).hostname or "") if link else ""
    if link is None or not ("." in host or ":" in host or host == "localhost"):
        raise NoSuchAddress(typed)
    return untracked(link)


def _bare(address: str, now: datetime) -> Item:
    """The item of a page of which only the address is known."""
    from arrowtui.ingest.normalise import Arrival, normalise  # late: start-up time

    draft = Draft(address, title=Body(address, Markup.TEXT), link=address, host="")
    return normalise(draft, Arrival("saved", ADDRESS, now, None), 0)
