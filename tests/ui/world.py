"""The scripted house a screen stands in: a real store, a poller that says what it is told, a browser that remembers."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from arrowtui.gateways.drafts import Drafts
from arrowtui.model.call_board import Profile
from arrowtui.model.chat_board import FollowedChat
from arrowtui.model.errors import ArrowError
from arrowtui.model.found import FoundSource
from arrowtui.model.lane import Lane
from arrowtui.model.pack import ChatWish, Pack
from arrowtui.model.progress import Progress
from arrowtui.model.revision import Edited, Revision
from arrowtui.model.subscription import SubscriptionId, Wish
from arrowtui.services.calls import Calls
from arrowtui.services.chats import Chats
from arrowtui.services.journal import Journal
from arrowtui.services.late import LateServices
from arrowtui.services.library import Library
from arrowtui.services.notebook import Notebook
from arrowtui.services.notekeeper import NoteKeeper
from arrowtui.services.reflection import Reflection
from arrowtui.services.subscribe import Subscribe
from arrowtui.settings.edit import SettingsFile
from arrowtui.store import Store
from arrowtui.store.subscriptions import sync_wishes
from tests.fakes import NOON, FakeBrowser, FakeClock
from tests.store.builders import a_source, an_item, arrived, opened, placed


class FakePoller:
    """Says what the test lets it say; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[SubscriptionId, ...]] = []
        self.is_running = False
        self.is_heard = True
        self.reloads = 0
        self.trouble: ArrowError | None = None
        self._tell: Callable[[Progress], None] | None = None
        self._stopped = asyncio.Event()

    async def listen(self, tell: Callable[[Progress], None]) -> None:
        if self.trouble is not None:
            raise self.trouble
        self._tell, self.is_running = tell, True
        await self._stopped.wait()

    def speak(self, progress: Progress) -> None:
        """Say a line."""
        assert self._tell is not None, "nobody listens yet"
        self._tell(progress)

    async def ask(self, sources: Sequence[SubscriptionId] = ()) -> bool:
        self.asked.append(tuple(sources))
        return self.is_heard

    async def reload(self) -> None:
        self.reloads += 1

    async def stop(self) -> None:
        self.is_running = False
        self._stopped.set()


@dataclass
class FakeNotices:
    """Remembers what it was to tell; fails where it is told to."""

    told: list[str] = field(default_factory=list)
    trouble: ArrowError | None = None

    async def tell(self, words: str, write: Callable[[str], None]) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.told.append(words)


@dataclass
class FakeSubscribe:
    """Takes sources on in the store alone."""

    store: Store
    wishes: list[Wish] = field(default_factory=list)
    chats: list[ChatWish] = field(default_factory=list)
    syncs: int = 0

    async def add(self, wishes: Sequence[Wish]) -> tuple[Wish, ...]:
        fresh = tuple(wish for wish in wishes if wish not in self.wishes)
        self.wishes += fresh
        async with self.store.write() as db:
            await sync_wishes(db, self.wishes)
        return fresh

    async def sync(self) -> None:
        self.syncs += 1

    async def add_chats(self, chats: Sequence[ChatWish]) -> tuple[ChatWish, ...]:
        fresh = tuple(chat for chat in chats if chat not in self.chats)
        self.chats += fresh
        return fresh


NOBODY = Profile()


@dataclass
class World(LateServices):
    """Everything `Services` asks for, and the hands of a test."""

    store: Store
    folder: Path
    clock: FakeClock = field(default_factory=FakeClock)
    browser: FakeBrowser = field(default_factory=FakeBrowser)
    poller: FakePoller = field(default_factory=FakePoller)
    notices: FakeNotices = field(default_factory=FakeNotices)
    known_packs: Sequence[Pack] = ()
    found: Sequence[FoundSource] = ()
    profile: Profile = NOBODY
    followed: Sequence[FollowedChat] = ()
    kept_secrets: list[tuple[str, str]] = field(default_factory=list)
    edit: Callable[[str, str], str] = lambda text, name: f"{text}{name}"
    pipe: Callable[[str, str], None] = lambda text, line: None
    edit_settings: Callable[[], Edited] = Edited
    renew_settings: Callable[[], Revision | None] = lambda: None

    def __post_init__(self) -> None:
        self.library = Library(self.store)
        self.book = SettingsFile(self.folder / "config.toml")
        self.journal = Journal(self.store, self.clock, book=Subscribe(self.store, self.book), searches=self.book)
        self.calls = Calls(self.store, self.clock, self.profile)
        self.chats = Chats(self.store, self.clock, self.followed, self.folder / "exports")
        self.notebook = Notebook(self.store)
        self.reflection = Reflection(self.store, self.clock)
        self.notes = NoteKeeper(self.journal, self.notebook, Drafts(self.folder / "drafts"))
        self.subscribe = FakeSubscribe(self.store)

    @property
    def exports_folder(self) -> Path:
        return self.folder / "exports"

    def packs(self) -> Sequence[Pack]:
        return self.known_packs

    async def keep_secret(self, name: str, secret: str) -> None:
        self.kept_secrets.append((name, secret))

    async def probe(self, address: str) -> Sequence[FoundSource]:
        return self.found

    async def source(self, title: str = "Nursing Notes", address: str = "") -> SubscriptionId:
        """A feed the person follows."""
        return await a_source(self.store, address or f"https://{title.split()[0].lower()}.example/feed", title)

    async def items(
        self,
        source: SubscriptionId,
        *titles: str,
        lane: Lane = Lane.TIP,
        every: timedelta = timedelta(minutes=7),
        newest: timedelta = timedelta(minutes=5),
        text: str = "",
    ) -> None:
        """Items arrive, the first the newest; `newest` is how long before noon that is."""
        batch = [
            placed(an_item(title, title=title, text=text, at=NOON - newest - every * order), lane)
            for order, title in enumerate(titles)
        ]
        await arrived(self.store, source, batch)


Filled = Callable[[World], Awaitable[None]]


@asynccontextmanager
async def a_world(folder: Path, fill: Filled | None = None) -> AsyncIterator[World]:
    """A world on a store file of its own."""
    async with opened(folder / "store.db") as store:
        world = World(store, folder)
        if fill is not None:
            await fill(world)
        yield world


TITLES = (
    "How a four-day week changed our ward",
    "A checklist for the first night shift",
    "What we learned from 300 incident reports",
    "Handovers that people remember",
    "Ten minutes of debriefing, every time",
    "Why our fall rate went down",
)


async def small(world: World) -> None:
    """Two sources, six tips, two chats, one call."""
    notes = await world.source("Nursing Notes")
    calls = await world.source("Call Board")
    await world.items(notes, *TITLES, text="<p>Some text.</p>")
    await world.items(notes, "#WeNurses tonight at 8", "A1: ask the night staff", lane=Lane.CHAT)
    await world.items(calls, "Looking for ward managers who tried self-rostering", lane=Lane.CALL)


async def long(world: World, count: int = 1_000) -> None:
    """One source with many tips."""
    source = await world.source("Long Feed")
    await world.items(source, *(f"Item {number}" for number in range(1, count + 1)))
