"""A world to look around in: its own store in a temporary folder, filled through the real sources from a script."""

from arrowtui.demo.answers import answer
from arrowtui.demo.clock import PastClock
from arrowtui.demo.history import live
from arrowtui.demo.reflections import reflect
from arrowtui.demo.watching import visit
from arrowtui.demo.wire import DemoWire
from arrowtui.gateways.places import Folders
from arrowtui.lanes.classify import classify
from arrowtui.model.ports import Clock
from arrowtui.services.chores import Chores
from arrowtui.services.found_chats import FindingChats
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library
from arrowtui.services.notebook import Notebook
from arrowtui.services.picturing import Picturing
from arrowtui.services.poll_reading import PollReading
from arrowtui.services.reflection import Reflection
from arrowtui.services.refresh import Refresh
from arrowtui.services.subscribe import Subscribe
from arrowtui.settings.edit import SettingsFile
from arrowtui.sources.registry import SOURCES
from arrowtui.store import Store, open_store
from arrowtui.store.search import index_some
from arrowtui.wiring.shell import calls_on, chats_on

ZONE = "Europe/London"
ROUNDS_BEFORE_H = (20.0, 5.0, 0.5, 0.0)
"""How long before the demo begins its sources were asked."""


async def fill(folders: Folders) -> None:
    """Ask every source at several hours of the past, and do in between what somebody has done there."""
    clock = PastClock()
    store = await open_store(folders.store_file, durable=False)
    try:
        file = SettingsFile(folders.config_file, folders.settings_cache)
        await Subscribe(store, file).sync()
        asking = refresh(store, clock)
        first, *later = ROUNDS_BEFORE_H
        clock.before_start(hours=first)
        await asking.round(due_only=False, progress=lambda progress: None)
        library, journal = Library(store), Journal(store, clock)
        await live(library, journal, clock)
        await reflect(library, Notebook(store), journal, Reflection(store, clock), clock)
        settings = file.settings()
        await visit(chats_on(store, clock, settings, folders), clock)
        calls = calls_on(store, clock, settings)
        for hours in later:
            clock.before_start(hours=hours)
            await asking.round(due_only=False, progress=lambda progress: None)
            await answer(library, calls, clock, until_h=0.0 if hours < 1 else hours - 4.5)
        await Picturing(asking).work()
        await Picturing(asking).work()
        await FindingChats(store, clock, lambda: ZONE).work()
        await _index(store)
    finally:
        await store.close()


def refresh(store: Store, clock: Clock) -> Refresh:
    """Rounds of polling in the demo's world: the real service on the scripted wire, with nothing left to chance."""
    return Refresh(store, DemoWire(clock), SOURCES, clock, classify, jitter=lambda: 0.5)


def chores(asking: Refresh) -> Chores:
    """What goes on beside: polls are counted again, and what is kept gets its picture."""
    return Chores((PollReading(asking), Picturing(asking)), asking.clock)


async def _index(store: Store) -> None:
    """So that search finds everything at once."""
    while True:
        async with store.write() as db:
            if not await index_some(db):
                return
