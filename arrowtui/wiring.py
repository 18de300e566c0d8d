"""The only place that joins real parts together. What one process does not need is not imported for it."""

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from arrowtui.gateways.browser import SystemBrowser
from arrowtui.gateways.child import ChildPoller, poller_command
from arrowtui.gateways.clock import SystemClock
from arrowtui.gateways.drafts import Drafts
from arrowtui.gateways.editor import Editor
from arrowtui.gateways.files import version_of
from arrowtui.gateways.lock import FileLock
from arrowtui.gateways.notices import Notices
from arrowtui.gateways.piping import Piping
from arrowtui.gateways.places import Folders
from arrowtui.model.errors import SettingsError, StoreError
from arrowtui.model.pack import Pack
from arrowtui.model.ports import Browser, Clock, Wire
from arrowtui.model.progress import Progress
from arrowtui.model.subscription import Report
from arrowtui.model.template import templates_with
from arrowtui.services.following import latest, until
from arrowtui.services.journal import Journal
from arrowtui.services.late import LateServices
from arrowtui.services.library import Library
from arrowtui.services.notebook import Notebook
from arrowtui.services.notekeeper import NoteKeeper
from arrowtui.services.reflection import Reflection
from arrowtui.services.subscribe import Subscribe
from arrowtui.settings import Settings
from arrowtui.settings.edit import SettingsFile
from arrowtui.store import Store, open_store

if TYPE_CHECKING:
    from arrowtui.cli.editing import Editing
    from arrowtui.gateways.helper import Helper
    from arrowtui.gateways.secrets import Secrets
    from arrowtui.gateways.switchboard import ClosableWire, Switchboard
    from arrowtui.model.chat_board import FollowedChat
    from arrowtui.model.found import FoundSource
    from arrowtui.model.revision import Revision
    from arrowtui.services.calls import Calls
    from arrowtui.services.chats import Chats
    from arrowtui.services.chores import Chores
    from arrowtui.services.contexts import Told
    from arrowtui.services.probe import Probe
    from arrowtui.services.recognising import Options
    from arrowtui.services.refresh import Refresh
    from arrowtui.services.vault_keeping import VaultDoor
    from arrowtui.ui.ports import Taste

LOG_BYTES = 1_000_000
HOSTS_EVERY_S = 60.0
LIVE = frozenset({"stream", "live"})
"""Options by which a source asks to be heard live."""


@dataclass(frozen=True, slots=True)
class Services:
    """What a process that reads and marks may use."""

    store: Store
    library: Library
    journal: Journal
    subscribe: Subscribe
    settings: Callable[[], Settings]
    clock: Clock


@dataclass(frozen=True, slots=True)
class ScreenServices(LateServices):
    """What the screen may use (`ui.ports.Services`): nothing in it fetches or parses in this process."""

    store: Store
    library: Library
    journal: Journal
    make_calls: Callable[[], "Calls"]
    make_chats: Callable[[], "Chats"]
    """Made once, when they are first wanted."""
    notebook: Notebook
    reflection: Reflection
    notes: NoteKeeper
    subscribe: Subscribe
    book: SettingsFile
    poller: ChildPoller
    browser: Browser
    clock: Clock
    notices: Notices
    edit: Callable[[str, str], str]
    pipe: Callable[[str, str], None]
    edit_settings: Callable[[], "Revision | None"]
    folders: Folders
    exports_folder: Path
    helper: Sequence[str] = ()
    """The program that looks at addresses; this very one unless named."""

    @property
    def calls(self) -> "Calls":
        """The tab of calls."""
        return self.make_calls()

    @property
    def chats(self) -> "Chats":
        """The tab of chats; it remembers the sessions it has rebuilt."""
        return self.make_chats()

    async def probe(self, address: str) -> "Sequence[FoundSource]":
        """What is at an address; asked in a process of its own. Raises: ArrowError."""
        return await self._helper().probe(address)

    async def keep_secret(self, name: str, secret: str) -> None:
        """Keep a token or password in the keyring; done in a process of its own. Raises: ArrowError."""
        await self._helper().keep(name, secret)

    def _helper(self) -> "Helper":
        from arrowtui.gateways.helper import Helper  # when it is first wanted: start-up time

        places = (self.folders.config_file, self.folders.data_folder)
        return Helper(*places, self.helper) if self.helper else Helper(*places)

    def packs(self) -> Sequence[Pack]:
        """The starter packs, read when they are asked for."""
        from arrowtui.packs import packs

        return packs()


@asynccontextmanager
async def open_services(folders: Folders, *, durable: bool = True) -> AsyncIterator[Services]:
    """The store and the services on it; closed at the end.

    Raises: StoreError.
    """
    file = SettingsFile(folders.config_file)
    store = await open_store(folders.store_file, durable=durable)
    try:
        clock = SystemClock()
        yield Services(store, Library(store), Journal(store, clock), Subscribe(store, file), file.settings, clock)
    finally:
        await store.close()


@asynccontextmanager
async def open_screen(
    folders: Folders, settings: Settings, *, clock: Clock | None = None, poller: Sequence[str] = ()
) -> AsyncIterator[ScreenServices]:
    """What the screen may use; the poller is ended and the store closed at the end.

    Args:
        clock: the system's unless given.
        poller: the command line of the poller; this very program unless given.
    Raises: StoreError.
    """
    named = ("--config", str(folders.config_file), "--data", str(folders.data_folder))
    child = ChildPoller(poller or poller_command(*named), FileLock(folders.lock_file))
    hour = clock or SystemClock()
    store = await open_store(folders.store_file, durable=True)
    library, notebook = Library(store), Notebook(store)
    file = SettingsFile(folders.config_file)
    subscribe = Subscribe(store, file)
    journal = Journal(store, hour, settings.cues(), subscribe, file)
    reflection = Reflection(store, hour, settings.review.rules())
    try:
        yield ScreenServices(
            store=store,
            library=library,
            journal=journal,
            make_calls=cache(partial(calls_on, store, hour, settings)),
            make_chats=cache(partial(chats_on, store, hour, settings, folders)),
            notebook=notebook,
            reflection=reflection,
            notes=NoteKeeper(journal, notebook, Drafts(folders.drafts_folder)),
            subscribe=subscribe,
            book=file,
            poller=child,
            browser=SystemBrowser(),
            clock=hour,
            notices=Notices(settings.remind.notice),
            edit=Editor(folders.drafts_folder, _with_editor(settings)).edit,
            pipe=Piping().pipe,
            edit_settings=_editing_of(folders, settings),
            folders=folders,
            exports_folder=folders.exports_folder,
        )
    finally:
        await child.stop()
        await store.close()


def _editing_of(folders: Folders, settings: Settings) -> "Callable[[], Revision | None]":
    """The settings file in the person's own editor."""

    @cache
    def editing() -> "Editing":
        from arrowtui.cli.editing import Editing  # when it is first wanted: start-up time

        return Editing(folders, settings)

    return lambda: editing()()


def calls_on(store: Store, clock: Clock, settings: Settings) -> "Calls":
    """The calls, as the settings want them measured and answered."""
    from arrowtui.services.calls import Calls

    profile, stale_days = settings.profile.profile(), settings.calls.stale_days
    return Calls(store, clock, profile, templates=settings.answers(), stale_days=stale_days)


def chats_on(store: Store, clock: Clock, settings: Settings, folders: Folders) -> "Chats":
    """The chats the settings name."""
    from arrowtui.services.chats import Chats

    file = SettingsFile(folders.config_file)
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


def taste_of(settings: Settings, begin: str = "", greeting: str = "") -> "Taste":
    """How the person wants the screen; `begin` is a command to run as soon as it is there, `greeting` is said then."""
    from arrowtui.ui.ports import Taste  # only where a screen is shown

    look = settings.screen
    templates = templates_with([entry.template() for entry in settings.template])
    return Taste(
        theme=look.theme,
        measure=look.measure,
        is_ascii=look.ascii,
        has_counts=look.counts,
        keys=settings.key_lists(),
        templates=templates,
        template=templates[settings.notes.template],
        review_hour=settings.review.chosen_hour(),
        remind=settings.remind.wish(),
        searches=settings.searches(),
        begin=begin,
        greeting=greeting,
        can_begin_anew=True,
        has_sources=bool(settings.source or settings.chat),
    )


def _with_editor(settings: Settings) -> Mapping[str, str]:
    """The environment, with the editor of the settings before those of the shell."""
    return {**os.environ, "VISUAL": settings.notes.editor} if settings.notes.editor else os.environ


@asynccontextmanager
async def open_wire(settings: Settings | None = None) -> AsyncIterator["Switchboard"]:
    """The ways out into the world; each is built when it is first needed."""
    from arrowtui.gateways.switchboard import Switchboard  # whoever fetches pays for the import, the screen never does

    secrets = secrets_of(settings or Settings())
    own_hosts = settings.poll.own_hosts if settings else ()

    def web() -> "ClosableWire":
        from arrowtui.gateways.bluesky_session import BlueskySessions
        from arrowtui.gateways.reader_logins import ReaderLogins
        from arrowtui.gateways.web import Web

        clock = SystemClock()
        bluesky = BlueskySessions(secrets, secrets, board, clock)
        return Web(clock, ReaderLogins(bluesky, board, clock, secrets.forget, own_hosts))

    def commands() -> "ClosableWire":
        from arrowtui.gateways.commands import Commands

        return Commands(SystemClock())

    def mailboxes() -> "ClosableWire":
        from arrowtui.gateways.mailboxes import Mailboxes

        return Mailboxes(SystemClock(), secrets, own_hosts=own_hosts, refused=secrets.forget)

    mail = dict.fromkeys(("imap", "imaps", "maildir", "mbox", "eml"), mailboxes)
    board = Switchboard({"http": web, "https": web, "command": commands, **mail})
    try:
        yield board
    finally:
        await board.close()


def secrets_of(settings: Settings) -> "Secrets":
    """The person's secrets, by name."""
    from arrowtui.gateways.secrets import Secrets, Spring

    return Secrets({name: Spring(one.command, one.env, one.value) for name, one in settings.secrets.items()})


def probe_on(wire: Wire, known: Collection[str] = (), given: "Mapping[str, Options] | None" = None) -> "Probe":
    """The means to look what lies at an address; `known` addresses are hers, `given` the options of her settings."""
    from arrowtui.services.probe import Probe  # parsers: never in the screen process
    from arrowtui.sources.registry import SOURCES

    return Probe(wire, SOURCES, known, given or {})


@asynccontextmanager
async def open_refresh(
    store: Store,
    wire: Wire,
    settings: Settings,
    current: Callable[[], Settings] | None = None,
    clock: Clock | None = None,
) -> AsyncIterator["Refresh"]:
    """The means to ask sources and store what they say.

    Args:
        clock: the system's unless given.
        current: reads the settings anew, for what a running poller follows: rules and chats.
    """
    from arrowtui.services.contexts import Contexts
    from arrowtui.services.digesting import Helpers
    from arrowtui.services.liveness import Liveness
    from arrowtui.services.refresh import Refresh
    from arrowtui.sources.registry import SOURCES

    helpers = Helpers()
    try:
        yield Refresh(
            store=store,
            wire=wire,
            sources=SOURCES,
            clock=clock or SystemClock(),
            own_hosts=settings.poll.own_hosts,
            digesting=helpers,
            contexts=Contexts(store, _following(settings, current)),
            is_live=Liveness(lambda: (current or (lambda: settings))().chats(), clock or SystemClock()),
        )
    finally:
        helpers.close()


def _following(settings: Settings, current: Callable[[], Settings] | None) -> "Callable[[], Told]":
    """What the settings say about sorting, now; a faulty file leaves what was said before."""
    from arrowtui.services.contexts import Told

    said = Told(settings.rules(), settings.chats())

    def told() -> Told:
        nonlocal said
        with suppress(SettingsError):  # told by whoever follows the file
            if current is not None:
                now = current()
                said = Told(now.rules(), now.chats())
        return said

    return told


def chores_on(refresh: "Refresh", settings: Settings) -> "Chores":
    """What the poller does besides asking sources."""
    from arrowtui.gateways.zone import own_zone  # the poller alone works these
    from arrowtui.services.chores import Chores
    from arrowtui.services.filling import Filling
    from arrowtui.services.found_chats import FindingChats
    from arrowtui.services.letting_go import LettingGo
    from arrowtui.services.link_checking import LinkChecking
    from arrowtui.services.picturing import Picturing
    from arrowtui.services.poll_reading import PollReading
    from arrowtui.services.rechecking import Rechecking

    finding = FindingChats(refresh.store, refresh.clock, own_zone)
    chores = (
        *(Filling(refresh), LettingGo(refresh.store, refresh.clock), PollReading(refresh), Rechecking(refresh)),
        finding,
    )
    links = (LinkChecking(refresh),) if settings.review.check_links else ()
    pictures = (Picturing(refresh),) if settings.board.pictures else ()
    return Chores((*chores, *links, *pictures), refresh.clock)


def open_vault(store: Store, folders: Folders, settings: Settings) -> "VaultDoor | None":
    """The vault the settings name; None where they name none."""
    if not settings.vault.folder:
        return None
    from arrowtui.gateways.git import Git  # the screen opens no vault, and who has none pays for nothing
    from arrowtui.gateways.vault_folder import VaultFolder
    from arrowtui.services.vault import Vault
    from arrowtui.services.vault_git import VaultGit
    from arrowtui.services.vault_keeping import VaultDoor

    path = folders.config_file.parent / Path(settings.vault.folder).expanduser()
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


def write_log(folders: Folders) -> None:
    """Send what nobody expected to a file that is kept small. Nothing secret is ever logged."""
    folders.data_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = RotatingFileHandler(folders.log_file, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("arrowtui")
    root.addHandler(handler)
    root.propagate = False
