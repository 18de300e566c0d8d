"""Bluesky as it happens: hashtag sources that wish it hear their posts from the network's stream of all posts.

One line for all of them: it carries every post of the network. What belongs to a chat is told by its hashtag, or by
answering or quoting a post of the chat; it is fetched in full, 25 posts a request, and stored at once. The stream is
taken up where it broke; what came while nobody listened is found by the ordinary poll that stands at the beginning.
"""

import asyncio
import logging
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from arrowtui.ingest.identity import key_of
from arrowtui.model.errors import ArrowError, FetchError
from arrowtui.model.ports import Wire
from arrowtui.model.subscription import Report, Subscription, SubscriptionId, Trouble, Wish
from arrowtui.model.wire import Reply, Request
from arrowtui.services.answers import refused
from arrowtui.services.digest import Classify, Job, by_rules
from arrowtui.services.digesting import Digesting, digest_here
from arrowtui.services.poll import ContextOf
from arrowtui.services.refresh import plain_contexts
from arrowtui.services.shelving import Shelf
from arrowtui.services.streaming import Fill
from arrowtui.sources.at.jetstream import Live, heard
from arrowtui.sources.bluesky import KIND, Bluesky
from arrowtui.store import Store
from arrowtui.store.deletion import delete_items
from arrowtui.store.items import Arrived
from arrowtui.store.known import newest_ids
from arrowtui.store.subscriptions import subscriptions

log = logging.getLogger(__name__)

LOOK_S = 2.0
"""How often the wishes are looked at."""
REST_S = 60.0
"""Before it is listened again after something failed that is not the stream's own affair, such as a locked store."""
GATHER_S = 1.0
"""How long posts are gathered before they are fetched together; also the time the network has to index them."""
MOST_TRIES = 3
MOST_KNOWN = 20_000

Tell = Callable[[Report], None]


class Events(Protocol):
    """A stream, opened again by itself when it breaks: names and bytes of its messages."""

    def __aiter__(self) -> AsyncIterator[tuple[str, bytes]]: ...


@dataclass
class Chat:
    """One source that is listened for. `known` are the AT-URIs of its posts so far."""

    subscription: Subscription
    live: Live
    known: dict[str, None]
    waiting: dict[str, None] = field(default_factory=dict)
    gone: dict[str, None] = field(default_factory=dict)
    tries: Counter[str] = field(default_factory=Counter)

    def hear(self, data: bytes) -> None:
        """Take note of what a message means to it."""
        found = heard(data, self.live.tags, self.known.keys())
        self.waiting.update(dict.fromkeys(found.new))
        self.gone.update(dict.fromkeys(found.gone))

    def learn(self, uris: Iterable[str]) -> None:
        """Know more of its posts; the oldest are forgotten."""
        self.known.update(dict.fromkeys(uris))
        while len(self.known) > MOST_KNOWN:
            del self.known[next(iter(self.known))]


@dataclass
class Jetstreaming:
    """Listens for every source that wants it. `dial` opens a stream, `fill` polls one source in the ordinary way;
    `is_live` tells whether the chat of a source is on."""

    store: Store
    wire: Wire
    source: Bluesky
    dial: Callable[[str], Events]
    fill: Fill
    tell: Tell
    classify: Classify = by_rules
    contexts: Callable[[], Awaitable[ContextOf]] = plain_contexts
    digesting: Digesting = digest_here
    pause: Callable[[float], Awaitable[object]] = asyncio.sleep
    is_live: Callable[[Wish], bool] = lambda wish: False

    async def run(self) -> None:
        """Listen as long as anybody wishes it, until cancelled. Raises: StoreError."""
        wished: frozenset[tuple[SubscriptionId, Live]] = frozenset()
        listening: asyncio.Task[None] | None = None
        try:
            while True:
                wanted = await self.wanted()
                now = frozenset((one.id, live) for one, live in wanted)
                has_failed = listening is not None and listening.done()
                if now != wished or has_failed:
                    await _ended(listening)
                    await self.pause(REST_S if has_failed else 0)
                    listening, wished = asyncio.create_task(self.listen(wanted)) if wanted else None, now
                await self.pause(LOOK_S)
        finally:
            await _ended(listening)

    async def wanted(self) -> tuple[tuple[Subscription, Live], ...]:
        """The sources to listen for, with what to listen to. One whose options are at fault is told of by its polls."""
        async with self.store.reading() as db:
            every = await subscriptions(db)
        found = []
        for one in every:
            if one.wish.kind == KIND and not one.wish.paused and (live := self._live(one)):
                found += [(one, live)] if not live.only_live or self.is_live(one.wish) else []
        return tuple(found)

    def _live(self, subscription: Subscription) -> Live | None:
        try:
            return self.source.live(subscription.wish.address, subscription.wish.options)
        except ArrowError:
            return None

    async def listen(self, wanted: Collection[tuple[Subscription, Live]]) -> None:
        """Listen for these sources, one line an address, for ever."""
        by_address: dict[str, list[Chat]] = defaultdict(list)
        for subscription, live in wanted:
            await self.fill(subscription.id)
            async with self.store.reading() as db:
                known = await newest_ids(db, subscription.id)
            by_address[live.address].append(Chat(subscription, live, dict.fromkeys(reversed(known))))
        async with asyncio.TaskGroup() as group:
            for address, chats in by_address.items():
                group.create_task(self._hear(address, chats))

    async def _hear(self, address: str, chats: list[Chat]) -> None:
        """One line: what it says goes to each chat; what they want is fetched meanwhile."""
        something = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            group.create_task(self._fetch_on(chats, something))
            async for name, data in self.dial(address):
                if name not in ("commit", "account"):
                    continue
                for chat in chats:
                    chat.hear(data)
                if any(chat.waiting or chat.gone for chat in chats):
                    something.set()

    async def _fetch_on(self, chats: list[Chat], something: asyncio.Event) -> None:
        while True:
            await something.wait()
            something.clear()
            await self.pause(GATHER_S)
            for chat in chats:
                await self._fetch(chat)
                if chat.waiting:
                    something.set()  # not found yet: tried again with the next ones

    async def _fetch(self, chat: Chat) -> None:
        """Fetch and store what was heard for a chat; what cannot be had now is left to the next try, then to a poll."""
        uris, gone = list(chat.waiting), list(chat.gone)
        chat.waiting.clear()
        chat.gone.clear()
        try:
            arrived, came = await self._take_in(chat, uris, gone)
        except FetchError as error:
            log.info("%s: %s", chat.subscription.title, error.headline())
            self.tell(Report(chat.subscription.id, chat.subscription.title, trouble=Trouble.of(error)))
            arrived, came = Arrived(0, 0), set[str]()
        chat.learn(came)
        for uri in uris:
            chat.tries[uri] += 1
            if uri in came or chat.tries[uri] >= MOST_TRIES:
                del chat.tries[uri]
            else:
                chat.waiting[uri] = None
        if arrived.new or arrived.updated or gone:
            title = chat.subscription.title
            self.tell(Report(chat.subscription.id, title, new=arrived.new, updated=arrived.updated))

    async def _take_in(self, chat: Chat, uris: list[str], gone: list[str]) -> tuple[Arrived, set[str]]:
        """Store posts by name and forget those that are gone; how many were new, and which there were.

        Raises: FetchError, StoreError.
        """
        wish, context = chat.subscription.wish, (await self.contexts())(chat.subscription)
        unsent = list(self.source.hydrate(uris, wish.options))
        new, updated, came = 0, 0, set[str]()
        keys = [key_of(KIND, wish.address, uri) for uri in gone]
        if keys:
            async with self.store.write() as db:
                await delete_items(db, keys)
        while unsent:
            job = Job(
                self.source, await self._reply(unsent.pop(0)), wish.address, wish.options, "", self.classify, context
            )
            digest = await self.digesting(job)
            unsent += digest.batch.follow
            arrived = await Shelf(self.store).add(chat.subscription, digest)
            new, updated = new + arrived.new, updated + arrived.updated
            came |= {one.key.split("|", 2)[2] for one in digest.arrivals}
        return Arrived(new, updated), came

    async def _reply(self, request: Request) -> Reply:
        """Raises: FetchError for what is no answer."""
        reply = await self.wire.fetch(request)
        if reply.status not in request.accepts and (trouble := self.source.refused(reply) or refused(reply)):
            raise trouble
        return reply


async def _ended(task: asyncio.Task[None] | None) -> None:
    """End a task and wait for it; what it failed of is told in the log."""
    if task is None:
        return
    task.cancel()
    (outcome,) = await asyncio.gather(task, return_exceptions=True)
    if isinstance(outcome, Exception):
        log.error("listening to Bluesky", exc_info=outcome)
