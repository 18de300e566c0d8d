"""Keeping the vault in step while the poller runs: soon after a change on either side; now and then with git."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct

from arrowtui.gateways.lock import FileLock, LockTaken
from arrowtui.model.errors import ArrowError
from arrowtui.model.errors_vault import VaultBusy
from arrowtui.model.ports import Clock
from arrowtui.model.vault import VaultCount
from arrowtui.services.vault import Vault
from arrowtui.services.vault_git import Sent, VaultGit
from arrowtui.store import Store
from arrowtui.store.vault import waiting_sum

log = logging.getLogger(__name__)

TICK_S = 2.0
LOOK_EVERY = timedelta(minutes=5)
"""How often to look through the folder even if nobody told of a change: network drives do not."""
SEND_EVERY = timedelta(minutes=30)
SEND_AFTER = timedelta(minutes=3)
"""So long after the last change it is sent: who writes a sentence will write another."""
REST = timedelta(minutes=1)
"""After something went wrong."""


class VaultDoor(Struct, frozen=True):
    """The vault, for one process at a time. `git` None: it stays on this machine."""

    vault: Vault
    lock: FileLock
    git: VaultGit | None = None

    async def begin(self) -> int:
        """Make the folder the vault, and a repository of it where git is to carry it. Returns how many Markdown files
        were there before. Raises: as `files`."""
        async with self._alone():
            foreign = await self.vault.begin()
            if self.git is not None:
                await self.git.begin()
        return foreign

    async def files(self) -> VaultCount:
        """Bring notes and files together. Raises: VaultError, StoreError; VaultBusy while another process does so."""
        async with self._alone():
            return await self.vault.sync()

    async def send(self) -> Sent:
        """The same, and with the other machines. Raises: as `files`."""
        async with self._alone():
            return await self.git.sync() if self.git else Sent(await self.vault.sync())

    @asynccontextmanager
    async def _alone(self) -> AsyncIterator[None]:
        try:
            self.lock.take()
        except LockTaken as cause:
            raise VaultBusy from cause
        try:
            yield
        finally:
            self.lock.release()


Changes = Callable[[Path], AsyncIterator[None]]


@dataclass(slots=True)
class News:
    """Whether notes have changed here since the last pass. Others write into the store all the time."""

    store: Store
    _version: int | None = None
    _left: tuple[int, int] = (0, 0)

    async def is_any(self) -> bool:
        """Whether a note waits that did not wait after the last pass."""
        version = await self.store.data_version()
        if version == self._version:
            return False
        self._version = version
        return await self._waiting() not in ((0, 0), self._left)

    async def settled(self) -> None:
        """A pass was made: what still waits cannot be written for now."""
        self._left = await self._waiting()

    async def _waiting(self) -> tuple[int, int]:
        async with self.store.reading() as db:
            return await waiting_sum(db)


@dataclass(slots=True)
class VaultKeeping:
    """Runs beside the poller. `door` says which vault there is now, after the settings; None: none."""

    door: Callable[[], VaultDoor | None]
    clock: Clock
    news: News
    changes: Changes
    rest: Callable[[float], Awaitable[None]] = asyncio.sleep
    _open: VaultDoor | None = None
    _listening: asyncio.Task[None] | None = None
    _is_told: bool = False
    _looked_at: datetime | None = None
    _sent_at: datetime | None = None
    _changed_at: datetime | None = None
    _not_before: datetime | None = None
    _said: set[str] = field(default_factory=set)

    async def run(self) -> None:
        """For ever. What goes wrong is logged, once for each kind, and tried again."""
        try:
            while True:
                await self.step()
                await self.rest(TICK_S)
        finally:
            if self._listening is not None:
                self._listening.cancel()

    async def step(self) -> None:
        """One look around, and what it calls for."""
        self._follow()
        now = self.clock.now()
        if self._open is None or (self._not_before is not None and now < self._not_before):
            return
        try:
            if self._is_told or self._is_due(self._looked_at, LOOK_EVERY, now) or await self.news.is_any():
                await self._files(self._open, now)
            if self._open.git is not None and self._should_send(now):
                await self._send(self._open, now)
        except ArrowError as error:
            self._not_before = now + REST
            if type(error).__name__ not in self._said:
                self._said.add(type(error).__name__)
                log.warning("the vault: %s", error)
        else:
            self._said.clear()

    def _follow(self) -> None:
        """The settings may name another folder, or none any more."""
        door = self.door()
        if door is not None and self._open is not None and door.vault.folder == self._open.vault.folder:
            self._open = door
            return
        if self._listening is not None:
            self._listening.cancel()
            self._listening = None
        self._open, self._looked_at, self._sent_at = door, None, None
        if door is not None:
            self._listening = asyncio.create_task(self._listen(door.vault.folder))

    async def _listen(self, folder: Path) -> None:
        async for _ in self.changes(folder):
            self._is_told = True

    async def _files(self, door: VaultDoor, now: datetime) -> None:
        self._is_told, self._looked_at = False, now
        count = await door.files()
        await self.news.settled()
        if not count.is_nothing:
            self._changed_at = now
            log.info("the vault: %s", count)

    def _should_send(self, now: datetime) -> bool:
        if self._is_due(self._sent_at, SEND_EVERY, now):
            return True
        return self._changed_at is not None and now - self._changed_at >= SEND_AFTER

    async def _send(self, door: VaultDoor, now: datetime) -> None:
        self._sent_at, self._changed_at = now, None
        await door.send()

    @staticmethod
    def _is_due(last: datetime | None, every: timedelta, now: datetime) -> bool:
        return last is None or not last <= now < last + every
