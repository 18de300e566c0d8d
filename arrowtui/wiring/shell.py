"""What every process may use: the store and the services on it."""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from arrowtui.gateways.clock import SystemClock
from arrowtui.gateways.files import version_of
from arrowtui.gateways.places import Folders
from arrowtui.gateways.stopping import Concern, told_of_stops
from arrowtui.model.errors import SettingsError
from arrowtui.model.errors_store import unwritable
from arrowtui.model.ports import Clock
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library
from arrowtui.services.subscribe import Subscribe
from arrowtui.settings import Settings
from arrowtui.settings.edit import SettingsFile
from arrowtui.store import Store, open_store

if TYPE_CHECKING:
    from arrowtui.gateways.secrets import Secrets
    from arrowtui.model.chat_board import FollowedChat
    from arrowtui.services.calls import Calls
    from arrowtui.services.chats import Chats


LOG_BYTES = 1_000_000


class Services(Struct, frozen=True):
    """What a process that reads and marks may use."""

    store: Store
    library: Library
    journal: Journal
    subscribe: Subscribe
    settings: Callable[[], Settings]
    clock: Clock


@asynccontextmanager
async def open_services(folders: Folders, *, durable: bool = True) -> AsyncIterator[Services]:
    """The store and the services on it; closed at the end.

    Raises: StoreError.
    """
    file = SettingsFile(folders.config_file, folders.settings_cache)
    store = await open_store(folders.store_file, durable=durable)
    try:
        clock, subscribe = SystemClock(), Subscribe(store, file)
        journal = Journal(store, clock, book=subscribe, searches=file)
        with told_of_stops(Concern(quiet=store.quiet)):  # stopped while it writes it would keep all others from it
            yield Services(store, Library(store), journal, subscribe, file.settings, clock)
    finally:
        await store.close()


def calls_on(store: Store, clock: Clock, settings: Settings) -> "Calls":
    """The calls, as the settings want them measured and answered."""
    from arrowtui.services.calls import Calls

    profile, stale_days = settings.profile.profile(), settings.calls.stale_days
    return Calls(store, clock, profile, templates=settings.answers(), stale_days=stale_days)


def chats_on(store: Store, clock: Clock, settings: Settings, folders: Folders) -> "Chats":
    """The chats the settings name."""
    from arrowtui.services.chats import Chats

    file = SettingsFile(folders.config_file, folders.settings_cache)
    book = Subscribe(store, file)
    return Chats(store, clock, _chats_now(settings, file.settings, folders.config_file), folders.exports_folder, book)


def _chats_now(
    settings: Settings, read: Callable[[], Settings], path: Path
) -> "Callable[[], tuple[FollowedChat, ...]]":
    """The chats that are followed, as the file says now; it was read into `settings` already."""
    seen, chats = version_of(path), settings.chats()

    def now() -> "tuple[FollowedChat, ...]":
        nonlocal seen, chats
        if (found := version_of(path)) != seen:
            seen = found
            with suppress(SettingsError):  # told by whoever follows the file; what it said before is good meanwhile
                chats = read().chats()
        return chats

    return now


def secrets_of(settings: Settings) -> "Secrets":
    """The person's secrets, by name."""
    from arrowtui.gateways.secrets import Secrets, Spring

    return Secrets({name: Spring(one.command, one.env, one.value) for name, one in settings.secrets.items()})


class LogFile(RotatingFileHandler):
    """A log that cannot be written (the disk is full) complains to nobody: what goes wrong is told where it happens."""

    def handleError(self, record: logging.LogRecord) -> None:
        pass


def write_log(folders: Folders) -> None:
    """Send what nobody expected to a file that is kept small. Nothing secret is ever logged.

    Raises: StoreUnwritable, StoreFull when its folder cannot be made.
    """
    try:
        folders.data_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as cause:
        raise unwritable(folders.data_folder, cause) from cause
    handler = LogFile(folders.log_file, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("arrowtui")
    root.addHandler(handler)
    root.propagate = False
