"""The board of what was kept: shelves by tag, by source or by profession. Reads only."""

from collections.abc import Mapping, Sequence

from arrowtui.model.board import Grouping, Kept, Shelf
from arrowtui.model.item import ItemId
from arrowtui.model.pack import Pack
from arrowtui.model.picture import Picture
from arrowtui.store import Store
from arrowtui.store.board import kept_items
from arrowtui.store.pictures import picture_of

MOST = 2_000


class Board:
    """Raises StoreError when the file cannot be read."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def shelves(self, grouping: Grouping, packs: Sequence[Pack] = ()) -> tuple[Shelf, ...]:
        """Shelves, those with most that was never looked at again first; on each, that comes first.

        Args:
            packs: the starter packs: a source's profession is that of the packs it stands in.
        """
        async with self._store.reading() as db:
            found = await kept_items(db, MOST)
        professions = _professions(packs)
        shelves: dict[str, list[Kept]] = {}
        for kept in found:
            for title in _titles(kept, grouping, professions):
                shelves.setdefault(title, []).append(kept)
        made = [Shelf(title, tuple(items)) for title, items in shelves.items()]
        return tuple(sorted(made, key=lambda shelf: (shelf.title == "", -shelf.never, shelf.title.casefold())))

    async def picture(self, item: ItemId) -> Picture | None:
        """The small picture of an item; None where there is none, or none was wanted."""
        async with self._store.reading() as db:
            return await picture_of(db, item)


def _titles(kept: Kept, grouping: Grouping, professions: Mapping[str, tuple[str, ...]]) -> Sequence[str]:
    match grouping:
        case Grouping.TAG:
            return [f"#{tag}" for tag in kept.row.tags] or [""]
        case Grouping.SOURCE:
            return [kept.row.source_title]
        case _:
            return professions.get(kept.source_address, ("",))


def _professions(packs: Sequence[Pack]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for pack in packs:
        for wish in pack.wishes:
            found[wish.address] = (*found.get(wish.address, ()), pack.title)
    return found
