"""What a poller keeps doing beside its rounds, for ever: the vault, the mailboxes, what is heard live."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from arrowtui.gateways.clock import SystemClock
from arrowtui.gateways.files import version_of
from arrowtui.gateways.home import tilde
from arrowtui.gateways.lock import FileLock
from arrowtui.gateways.places import Folders
from arrowtui.model.errors import SettingsError, StoreError
from arrowtui.model.progress import Progress
from arrowtui.model.subscription import Report
from arrowtui.services.following import latest, until
from arrowtui.settings import Settings
from arrowtui.store import Store
from arrowtui.wiring.shell import Services, secrets_of

if TYPE_CHECKING:
    from arrowtui.services.refresh import Refresh
    from arrowtui.services.vault_keeping import VaultDoor


HOSTS_EVERY_S = 60.0
LIVE = frozenset({"stream", "live"})
"""Options by which a source asks to be heard live."""


def open_vault(store: Store, folders: Folders, settings: Settings) -> "VaultDoor | None":
    """The vault the settings name; None where they name none."""
    if not settings.vault.folder:
        return None
    from arrowtui.gateways.git import Git  # the screen opens no vault, and who has none pays for nothing
    from arrowtui.gateways.vault_folder import VaultFolder
    from arrowtui.services.vault import Vault
    from arrowtui.services.vault_git import VaultGit
    from arrowtui.services.vault_keeping import VaultDoor

    path = folders.config_file.parent / tilde(settings.vault.folder)
    clock = SystemClock()
    vault = Vault(store, clock, VaultFolder(path), settings.cues())
    git = VaultGit(store, clock, vault, Git(path)) if settings.vault.git else None
    return VaultDoor(vault, FileLock(folders.vault_lock_file), git)


async def keep_vault(services: Services, folders: Folders) -> None:
    """Keep the vault in step, for ever. As long as the settings name none it costs hardly anything."""
    settings = latest(services.settings, partial(version_of, folders.config_file))
    await until(lambda: bool(settings().vault.folder))
    from arrowtui.gateways.watching import changes  # for those who have one
    from arrowtui.services.vault_keeping import News, VaultKeeping

    def door() -> "VaultDoor | None":
        return open_vault(services.store, folders, settings())

    await VaultKeeping(door, services.clock, News(services.store), changes).run()


async def keep_to_what_hosts_say(refresh: "Refresh", settings: Callable[[], Settings]) -> None:
    """Know of sessions that are called off or moved, for ever: sources are asked more often when they are really on."""
    from arrowtui.services.liveness import Liveness  # it is there already

    while isinstance(refresh.is_live, Liveness):
        with suppress(SettingsError, StoreError):  # told by whoever follows the file, and by the next round
            if settings().chats():
                await refresh.is_live.look(refresh.store)
        await asyncio.sleep(HOSTS_EVERY_S)


async def keep_waiting_for_mail(
    services: Services, folders: Folders, refresh: "Refresh", tell: Callable[[Progress], None]
) -> None:
    """Ask a mailbox as soon as it has news, for ever. As long as there is none it costs hardly anything."""
    settings = latest(services.settings, partial(version_of, folders.config_file))
    await until(lambda: any(wish.kind == "mail" for wish in settings().wishes()))
    from arrowtui.gateways.mailboxes import Mailboxes  # for those who have mailboxes
    from arrowtui.services.mail_waiting import MailWaiting
    from arrowtui.services.streaming import filling
    from arrowtui.sources.mail import Mail

    secrets = secrets_of(settings())
    boxes = Mailboxes(SystemClock(), secrets, own_hosts=settings().poll.own_hosts, refused=secrets.forget)
    try:
        await MailWaiting(services.store, boxes, Mail(), filling(refresh, tell), SystemClock()).run()
    finally:
        await boxes.close()


async def keep_listening(
    services: Services, folders: Folders, refresh: "Refresh", tell: Callable[[Progress], None]
) -> None:
    """Hear live what a source wishes to hear live, for ever. As long as none does it costs hardly anything."""
    settings = latest(services.settings, partial(version_of, folders.config_file))
    is_live = refresh.is_live
    await until(lambda: any(LIVE & {name for name, _ in wish.options} or is_live(wish) for wish in settings().wishes()))
    from arrowtui.gateways.jetstream import Jetstream  # for those who listen
    from arrowtui.gateways.streams import EventStreams
    from arrowtui.services.jetstreaming import Jetstreaming
    from arrowtui.services.streaming import Streaming, WhileItIsOn, filling
    from arrowtui.sources.bluesky import Bluesky
    from arrowtui.sources.registry import SOURCES

    def heard(report: Report) -> None:
        tell(Progress(1, 1, report.new, int(report.trouble is not None), report))

    fill = filling(refresh, tell)
    streams = EventStreams(SystemClock(), secrets_of(settings()))
    lines = Streaming(
        services.store,
        streams,
        SOURCES,
        fill,
        heard,
        is_wanted=WhileItIsOn(is_live),
        contexts=refresh.contexts,
        digesting=refresh.digesting,
    )
    network = Jetstreaming(
        services.store,
        refresh.wire,
        Bluesky(),
        Jetstream,
        fill,
        heard,
        contexts=refresh.contexts,
        digesting=refresh.digesting,
        is_live=is_live,
    )
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(lines.run())
            group.create_task(network.run())
    finally:
        await streams.close()
