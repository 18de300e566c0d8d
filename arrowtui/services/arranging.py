"""In which order lists stand, over restarts."""

from arrowtui.model.order import Order
from arrowtui.store import Store
from arrowtui.store.orders import keep_order, orders


class Arranging:
    """Every method raises StoreError when the file cannot be used."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def orders(self) -> dict[str, Order]:
        """The orders that were chosen, by the name of the list."""
        async with self._store.reading() as db:
            return await orders(db)

    async def keep(self, name: str, order: Order) -> None:
        """A list stands so from now on."""
        async with self._store.write() as db:
            await keep_order(db, name, order)
