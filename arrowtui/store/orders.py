"""The order in which each list was left."""

from contextlib import suppress

from arrowtui.model.order import Order
from arrowtui.store import Connection

ALL = "SELECT list, stands FROM orders"
KEEP = "INSERT INTO orders (list, stands) VALUES (:list, :stands) ON CONFLICT DO UPDATE SET stands = :stands"


async def orders(db: Connection) -> dict[str, Order]:
    """The orders that were chosen, by the name of the list; what is no order any more is left out."""
    found = {}
    for name, stands in await db.execute_fetchall(ALL):
        with suppress(ValueError):
            found[str(name)] = Order(stands)
    return found


async def keep_order(db: Connection, name: str, order: Order) -> None:
    """Remember it for the next start (inside `store.write()`)."""
    await db.execute(KEEP, {"list": name, "stands": order.value})
