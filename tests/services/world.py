"""A small scripted world for services: feeds in one line, sources that do as they are told, a real store."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from arrowtui.lanes.context import LaneContext
from arrowtui.model.item import Item, ItemRow, Scope, View
from arrowtui.model.lane import Lane, Verdict
from arrowtui.model.ports import Source, Wire
from arrowtui.model.progress import Progress
from arrowtui.model.subscription import FetchState, Report, SubscriptionId, Trouble, Wish
from arrowtui.model.wire import Batch, Body, Draft, Markup, Reply, Request
from arrowtui.services.library import Library
from arrowtui.services.refresh import Refresh
from arrowtui.sources.adapter import Adapter
from arrowtui.sources.feed import Feed
from arrowtui.store import Store
from arrowtui.store.fetching import fetch_states
from arrowtui.store.subscriptions import add_wish
from tests.fakes import FakeClock


def a_feed(*titles: str, title: str = "A feed", ids: Sequence[str] = ()) -> str:
    """A JSON Feed with one item a title; `ids` default to the titles."""
    items = [
        {"id": f"https://items.example/{native}", "title": words, "content_html": f"<p>About {words}</p>"}
        for native, words in zip(ids or titles, titles, strict=True)
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": title, "items": items})


def tip(item: Item, context: LaneContext) -> Verdict:
    """Everything is a tip, unless the source has a lane."""
    return Verdict(context.lane or Lane.TIP, 1.0, ("a test says so",))


def draft(native_id: str, title: str | None = None) -> Draft:
    return Draft(native_id, title=Body(title or native_id, Markup.TEXT))


@dataclass
class Scripted(Adapter):
    """A source that understands replies by a script: the words of the body name the batch (or error, or bug)."""

    kind: str = "scripted"
    batches: dict[bytes, Batch | Exception] = field(default_factory=dict)
    memories: list[str] = field(default_factory=list)

    def first(self, address: str, options: tuple[tuple[str, str], ...], memory: str) -> Request:
        self.memories.append(memory)
        return Request(address)

    def read(self, reply: Reply, options: tuple[tuple[str, str], ...], memory: str) -> Batch:
        found = self.batches[reply.body]
        if isinstance(found, Exception):
            raise found
        return found


@dataclass
class World:
    """A refresh and what one wants to know of it."""

    store: Store
    clock: FakeClock
    wire: Wire
    scripted: Scripted = field(default_factory=Scripted)
    told: list[Progress] = field(default_factory=list)
    others: Mapping[str, Source] = field(default_factory=dict)
    is_live: Callable[[Wish], bool] = lambda wish: False

    @property
    def sources(self) -> Mapping[str, Source]:
        return {"feed": Feed(), "scripted": self.scripted, **self.others}

    @property
    def refresh(self) -> Refresh:
        return Refresh(
            self.store,
            self.wire,
            self.sources,
            self.clock,
            tip,
            jitter=lambda: 0.5,
            pause=self._pass,
            is_live=self.is_live,
        )

    async def _pass(self, seconds: float) -> None:
        self.clock.forward(seconds=seconds)

    async def follow(self, *addresses: str, kind: str = "feed", **wish: object) -> list[SubscriptionId]:
        async with self.store.write() as db:
            return [await add_wish(db, Wish(kind, address, **wish)) for address in addresses]  # type: ignore[arg-type]  # fields of Wish, named by the test

    async def round(self, *names: str, due_only: bool = False) -> dict[str, Report]:
        """One round; the reports by address."""
        self.told.clear()
        reports = await self.refresh.round(names, due_only=due_only, progress=self.told.append)
        states = await self.states()
        return {states[report.subscription].address: report for report in reports}

    async def states(self) -> dict[SubscriptionId, FetchState]:
        async with self.store.reading() as db:
            return await fetch_states(db)

    async def state(self) -> FetchState:
        """The state of the only source."""
        (state,) = (await self.states()).values()
        return state

    async def rows(self) -> tuple[ItemRow, ...]:
        """Every item stored."""
        found: list[ItemRow] = []
        for lane in Lane:
            found += (await Library(self.store).page(View(lane, Scope.ALL))).rows
        return tuple(found)

    async def titles(self) -> list[str]:
        """All titles stored, in order of the alphabet."""
        return sorted(row.title for row in await self.rows())


def trouble_of(report: Report) -> Trouble:
    """The trouble of a report that must have one."""
    assert report.trouble is not None
    return report.trouble
