"""In which order lists stand, over restarts."""

from arrowtui.model.order import Order
from arrowtui.model.ports import Clock
from arrowtui.store import Connection, Store, undo
from arrowtui.store.changes import OrderBefore
from arrowtui.store.orders import keep_order, orders


class Arranging:
    """Every method raises StoreError when the file cannot be used."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def orders(self) -> dict[str, Order]:
        """The orders that were chosen, by the name of the list."""
        async with self._store.reading() as db:
            return await orders(db)

    async def keep(self, name: str, order: Order, before: Order, where: str) -> None:
        """A list stands so from now on.

        To go on through its orders is one step to undo, and none once it stands as it did.

        Args:
            before: how it stood until now.
            where: the tab it is in, for the undo log.
        """
        now, sentence = self._clock.now(), f"Sorted {where} {order.value}"
        async with self._store.write() as db:
            await keep_order(db, name, order)
            going_on = await _sorted_just_now(db, name)
            if going_on is None:
                await undo.log(db, now, sentence, OrderBefore(name, before))
            elif going_on.change == OrderBefore(name, order):
                await undo.set_undone(db, going_on, now)
            else:
                await undo.renew(db, going_on, now, sentence)


async def _sorted_just_now(db: Connection, name: str) -> undo.Action | None:
    """The choice of an order for that list, where nothing was done since."""
    action = await undo.last_action(db)
    if action is None or not isinstance(action.change, OrderBefore) or action.change.list != name:
        return None
    return action if await undo.is_latest(db, action) else None
