"""The helpers of the demo's screen: one makes its world, one lets it go on, one looks at addresses there."""

import asyncio
import sys
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import msgspec

from arrowtui.cli.probing import as_record, looked
from arrowtui.demo.clock import DemoClock, PastClock
from arrowtui.demo.wire import DOCUMENTS, DemoWire
from arrowtui.demo.world import chores, fill, refresh
from arrowtui.gateways.parent import lines_from_parent, stand_back
from arrowtui.gateways.places import Folders
from arrowtui.model.errors import ArrowError
from arrowtui.model.subscription import Trouble
from arrowtui.services.poller import Watch
from arrowtui.store import open_store

CHAT = "https://social.example.org/tags/staffroomchat.rss"
ASK_EVERY_S = 6.0
ALL_EVERY = 10


async def watch(data_folder: Path, began: datetime) -> None:
    """Poll until the screen ends: the chat every few seconds, for it is on; all sources once a minute."""
    store = await open_store(Folders(data_folder, data_folder).store_file, durable=False)
    try:
        asking = refresh(store, DemoClock(began))
        await Watch(asking, _say, chores=chores(asking)).run(_orders(lines_from_parent()))
    finally:
        await store.close()


async def _orders(parent: AsyncIterator[str]) -> AsyncIterator[str]:
    """What the screen says, and our own wishes in between; ends with the screen."""
    asked, heard = 0, asyncio.ensure_future(anext(parent, None))
    while True:
        done, _ = await asyncio.wait({heard}, timeout=ASK_EVERY_S)
        if not done:
            asked += 1
            yield f"refresh {CHAT}" if asked % ALL_EVERY else "refresh"
        elif (line := heard.result()) is None:
            return
        else:
            yield line
            heard = asyncio.ensure_future(anext(parent, None))


async def look(address: str) -> None:
    """Say what lies at an address of the demo's world."""
    try:
        for found in await looked(DemoWire(PastClock()), address, DOCUMENTS):
            _say(as_record(found))
    except ArrowError as error:
        trouble = Trouble.of(error)
        _say({"error": trouble.name, "headline": trouble.headline, "hint": trouble.hint})


def _say(line: object) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(line) + b"\n")
    sys.stdout.buffer.flush()


def main(arguments: list[str]) -> None:
    """`fill CONFIG DATA`, `watch DATA BEGAN`, or what `gateways.helper` says."""
    match arguments:
        case [*_, "--probe", "--json", "--", address]:
            asyncio.run(look(address))
        case ["fill", config, data]:
            asyncio.run(fill(Folders(Path(config), Path(data))))
        case ["watch", data, began]:
            stand_back()
            asyncio.run(watch(Path(data), datetime.fromisoformat(began)))
        case _:
            sys.exit("arrowtui demo starts this; it has nothing to do by itself")


if __name__ == "__main__":
    main(sys.argv[1:])
