"""Suspected scams: whether a link leads to one."""

import msgspec

from arrowtui.model.call import Flag, FlagCode
from arrowtui.model.item import ItemId
from arrowtui.store import Connection

# By the item the link stands in, by the post's own address, or by a contact it gives. Walks calls_that_are_scams.
FLAGS = """
SELECT c.flags FROM calls AS c WHERE c.is_scam AND (
    c.item_id = :item
    OR EXISTS (SELECT 1 FROM json_each(c.contacts) AS one WHERE json_extract(one.value, '$.value') IN (:link, :address))
    OR EXISTS (SELECT 1 FROM marks AS m JOIN items AS i ON i.serial = m.serial
        WHERE m.item_id = c.item_id AND i.link = :link)
) LIMIT 1
"""

_flags = msgspec.json.Decoder(tuple[Flag, ...]).decode


async def scam_behind(db: Connection, link: str, item: ItemId | None) -> str | None:
    """Why a link is doubtful, in plain words ("asks for a fee"): the item it stands in is a suspected scam, or it is
    the address or a contact of one. None: nothing is known against it."""
    asked = {"item": item, "link": link, "address": _address(link)}
    found = await db.first(FLAGS, asked)
    if found is None:
        return None
    return next(flag.meaning for flag in _flags(found[0]) if flag.code is not FlagCode.WEAK)


def _address(link: str) -> str:
    """The address a mail link writes to, as contacts hold it; any other link as it is."""
    scheme, _, rest = link.partition(":")
    return rest.partition("?")[0].lower() if scheme.lower() == "mailto" else link
