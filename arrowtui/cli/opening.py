"""Opening the store for one command, and closing it again however the command ends."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from arrowtui.gateways.places import Folders
from arrowtui.services.library import Library
from arrowtui.store import Store, open_store

Answer = TypeVar("Answer")


def with_library(folders: Folders, ask: Callable[[Library], Awaitable[Answer]]) -> Answer:
    """Open the store, ask its library, close.

    Raises: StoreError when the store cannot be used.
    """
    return with_store(folders, lambda store: ask(Library(store)))


def with_store(folders: Folders, ask: Callable[[Store], Awaitable[Answer]]) -> Answer:
    """Open the store, ask, close.

    Raises: StoreError when the store cannot be used.
    """

    async def work() -> Answer:
        store = await open_store(folders.store_file, durable=True)
        try:
            return await ask(store)
        finally:
            await store.close()

    return asyncio.run(work())
