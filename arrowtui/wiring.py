"""The only place that joins real parts together. What one process does not need is not imported for it."""

import logging
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

from arrowtui.gateways.clock import SystemClock
from arrowtui.gateways.places import Folders
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library
from arrowtui.services.subscribe import Subscribe
from arrowtui.settings.edit import SettingsFile
from arrowtui.store import Store, open_store

if TYPE_CHECKING:
    from arrowtui.services.probe import Probe

LOG_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Services:
    """What a process that reads and marks may use."""

    store: Store
    library: Library
    journal: Journal
    subscribe: Subscribe


@asynccontextmanager
async def open_services(folders: Folders, *, durable: bool = True) -> AsyncIterator[Services]:
    """The store and the services on it; closed at the end.

    Raises: StoreError.
    """
    store = await open_store(folders.store_file, durable=durable)
    try:
        yield Services(
            store,
            Library(store),
            Journal(store, SystemClock()),
            Subscribe(store, SettingsFile(folders.config_file)),
        )
    finally:
        await store.close()


@asynccontextmanager
async def open_probe(known: Collection[str] = ()) -> AsyncIterator["Probe"]:
    """The means to look what lies at an address; `known` are the addresses the person has."""
    from arrowtui.gateways.web import Web  # whoever fetches pays for the import, the screen never does
    from arrowtui.services.probe import Probe
    from arrowtui.sources.registry import SOURCES

    web = Web(SystemClock())
    try:
        yield Probe(web, SOURCES, known)
    finally:
        await web.close()


def write_log(folders: Folders) -> None:
    """Send what nobody expected to a file that is kept small. Nothing secret is ever logged."""
    folders.data_folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(folders.log_file, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("arrowtui")
    root.addHandler(handler)
    root.propagate = False
