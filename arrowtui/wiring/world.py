"""The ways out into the world, and what asks it."""

from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from arrowtui.gateways.clock import SystemClock
from arrowtui.model.errors import SettingsError
from arrowtui.model.ports import Clock, Wire
from arrowtui.settings import Settings
from arrowtui.store import Store
from arrowtui.wiring.shell import secrets_of

if TYPE_CHECKING:
    from arrowtui.gateways.neighbours import Neighbours
    from arrowtui.gateways.switchboard import ClosableWire, Switchboard
    from arrowtui.services.chores import Chores
    from arrowtui.services.contexts import Told
    from arrowtui.services.probe import Probe
    from arrowtui.services.recognising import Options
    from arrowtui.services.refresh import Refresh


@asynccontextmanager
async def open_wire(
    settings: Settings | None = None, neighbours: "Neighbours | None" = None
) -> AsyncIterator["Switchboard"]:
    """The ways out into the world; each is built when it is first needed. Hosts are asked in turn with `neighbours`."""
    # Whoever fetches pays for these imports, the screen never does.
    from arrowtui.gateways.neighbours import Neighbours
    from arrowtui.gateways.stopping import Concern, told_of_stops
    from arrowtui.gateways.switchboard import Switchboard

    secrets = secrets_of(settings or Settings())
    own_hosts = settings.poll.own_hosts if settings else ()

    def web() -> "ClosableWire":
        from arrowtui.gateways.bluesky_session import BlueskySessions
        from arrowtui.gateways.reader_logins import ReaderLogins
        from arrowtui.gateways.web import Web

        clock = SystemClock()
        bluesky = BlueskySessions(secrets, secrets, board, clock)
        return Web(clock, ReaderLogins(bluesky, board, clock, secrets.forget, own_hosts), neighbours=neighbours)

    def commands() -> "ClosableWire":
        from arrowtui.gateways.commands import Commands

        return Commands(SystemClock())

    def mailboxes() -> "ClosableWire":
        from arrowtui.gateways.mailboxes import Mailboxes

        return Mailboxes(SystemClock(), secrets, own_hosts=own_hosts, refused=secrets.forget)

    mail = dict.fromkeys(("imap", "imaps", "maildir", "mbox", "eml"), mailboxes)
    board = Switchboard({"http": web, "https": web, "command": commands, **mail})
    others = neighbours or Neighbours()
    with told_of_stops(Concern(others.step_back, others.step_up)):
        try:
            yield board
        finally:
            await board.close()


def probe_on(wire: Wire, known: Collection[str] = (), given: "Mapping[str, Options] | None" = None) -> "Probe":
    """The means to look what lies at an address; `known` addresses are hers, `given` the options of her settings."""
    from arrowtui.services.first_look import FirstLook
    from arrowtui.services.probe import Probe  # parsers: never in the screen process
    from arrowtui.sources.registry import SOURCES

    return Probe(FirstLook(wire), SOURCES, known, given or {})


@asynccontextmanager
async def open_refresh(
    store: Store,
    wire: Wire,
    settings: Settings,
    current: Callable[[], Settings] | None = None,
    clock: Clock | None = None,
    neighbours: "Neighbours | None" = None,
) -> AsyncIterator["Refresh"]:
    """The means to ask sources and store what they say.

    Args:
        clock: the system's unless given.
        current: reads the settings anew, for what a running poller follows: rules and chats.
        neighbours: those the wire knows.
    """
    from arrowtui.gateways.neighbours import Neighbours
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
            expecting=helpers.expect,
            contexts=Contexts(store, _following(settings, current)),
            is_live=Liveness(lambda: (current or (lambda: settings))().chats(), clock or SystemClock()),
            neighbours=neighbours or Neighbours(),
        )
    finally:
        await helpers.close()


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
