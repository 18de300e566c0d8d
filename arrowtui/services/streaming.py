"""Listening beside the rounds: what a stream says is stored like the items of a poll, at once.

A stream replays nothing. So whenever a line stands (again) the source is polled once, which finds whatever was missed
meanwhile; what comes twice has the same key and is stored once. The memory of the polls is left to the polls.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field

from msgspec import Struct

from arrowtui.model.errors import FetchError, StoreError
from arrowtui.model.errors_fetching import SecretMissing, UnreadableReply
from arrowtui.model.ports import Source
from arrowtui.model.stream import Lost, Opened, Refused, Said, StreamRequest, Streams, as_reply
from arrowtui.model.subscription import Report, Subscription, SubscriptionId, Trouble, Wish
from arrowtui.services.answers import refused
from arrowtui.services.digest import Classify, Job, by_rules
from arrowtui.services.digesting import Digesting, digest_here
from arrowtui.services.one_each import OneEach
from arrowtui.services.poll import ContextOf
from arrowtui.services.refresh import Refresh, Tell, plain_contexts
from arrowtui.services.shelving import Shelf
from arrowtui.store import Store
from arrowtui.store.subscriptions import fetch_states, subscriptions

log = logging.getLogger(__name__)

TICK_S = 2.0
REST_S = 3600.0
"""Before a source is listened to again whose server refused, whose token is missing, or over which we stumbled."""
BREATH_S = 60.0
"""The same after the store could not be written."""

LOOK_S = 30.0
"""How often the wishes are looked at where nothing was written: chats begin and end by the clock."""

Fill = Callable[[SubscriptionId], Awaitable[object]]


def filling(refresh: Refresh, progress: Tell) -> Fill:
    """Fills a gap by an ordinary poll of that source alone."""

    async def fill(subscription: SubscriptionId) -> None:
        await refresh.round(only={subscription}, due_only=False, progress=progress)

    return fill


def wants_stream(subscription: Subscription) -> bool:
    """Whether the person wishes it: the option `stream = "yes"`."""
    said = dict(subscription.wish.options).get("stream", "")
    return not subscription.wish.paused and said.strip().lower() in ("yes", "true", "on", "1")


class WhileItIsOn(Struct, frozen=True):
    """Whether a source is listened to: as its person wishes, else while its chat is on, which `is_live` tells."""

    is_live: Callable[[Wish], bool]

    def __call__(self, subscription: Subscription) -> bool:
        """A word of the person's own goes first."""
        wish = subscription.wish
        said = "stream" in dict(wish.options)
        return wants_stream(subscription) or (not said and not wish.paused and self.is_live(wish))


@dataclass
class Streaming:
    """Listens. `fill` polls one source; `tell` hears of each event stored and of each refusal; `is_wanted` chooses."""

    store: Store
    streams: Streams
    sources: Mapping[str, Source]
    fill: Fill
    tell: Callable[[Report], None]
    is_wanted: Callable[[Subscription], bool] = wants_stream
    classify: Classify = by_rules
    contexts: Callable[[], Awaitable[ContextOf]] = plain_contexts
    digesting: Digesting = digest_here
    pause: Callable[[float], Awaitable[object]] = asyncio.sleep
    _tasks: OneEach = field(init=False)

    def __post_init__(self) -> None:
        self._tasks = OneEach(self._keep)

    async def run(self) -> None:
        """Listen to whatever is wanted, until cancelled; wishes are looked at again when the store has changed.

        Raises: StoreError when the store cannot be read at all.
        """
        version: int | None = None
        waited_s = 0.0
        try:
            while True:
                if version != (version := await self.store.data_version()) or waited_s >= LOOK_S:
                    waited_s = 0.0
                    await self._follow_wishes()
                await self.pause(TICK_S)
                waited_s += TICK_S
        finally:
            await self._tasks.end()

    async def listen(self, subscription: Subscription) -> None:
        """Listen for one source, until its server refuses.

        Raises: StoreError; FetchError where a token is missing.
        """
        requests = await self._requests(subscription)
        if not requests:
            await self.fill(subscription.id)  # the first poll tells what the server can do
            requests = await self._requests(subscription)
        context_of = await self.contexts()
        async with asyncio.TaskGroup() as group:
            for request in requests:
                group.create_task(_Listener(self, subscription, request, context_of).run())

    async def memory(self, subscription: Subscription) -> str:
        """What the last poll remembered."""
        async with self.store.reading() as db:
            state = (await fetch_states(db)).get(subscription.id)
        return state.memory if state else ""

    async def _requests(self, subscription: Subscription) -> tuple[StreamRequest, ...]:
        wish = subscription.wish
        source = self.sources.get(wish.kind)
        memory = await self.memory(subscription)
        return source.stream_requests(wish.address, wish.options, memory) if source else ()

    async def _follow_wishes(self) -> None:
        async with self.store.reading() as db:
            every = await subscriptions(db)
        await self._tasks.follow(one for one in every if self.is_wanted(one))

    async def _keep(self, subscription: Subscription) -> None:
        """Listen for ever. What nobody expected ends this try, not the others."""
        while True:
            task = asyncio.create_task(self.listen(subscription))
            try:
                await asyncio.wait({task})
            finally:
                if not task.done():
                    task.cancel()
                    await asyncio.wait({task})
            await self.pause(self._ended(subscription, task))

    def _ended(self, subscription: Subscription, task: asyncio.Task[None]) -> float:
        """How long to wait before the next try."""
        bug = None if task.cancelled() else task.exception()
        while isinstance(bug, BaseExceptionGroup):
            bug = bug.exceptions[0]
        if isinstance(bug, SecretMissing) and not wants_stream(subscription):
            log.info("%s is not heard live: there is no token", subscription.title)  # nobody asked for it
        elif isinstance(bug, FetchError):
            self._refused(subscription, bug)
        elif bug is not None:
            log.error("listening for %s", subscription.title, exc_info=bug)
        return BREATH_S if isinstance(bug, StoreError) else REST_S

    def _refused(self, subscription: Subscription, error: FetchError) -> None:
        self.tell(Report(subscription.id, subscription.title, trouble=Trouble.of(error)))


@dataclass
class _Listener:
    """One stream of one source."""

    service: Streaming
    subscription: Subscription
    request: StreamRequest
    context_of: ContextOf
    memory: str = ""

    async def run(self) -> None:
        """Raises: FetchError when the server refuses or a token is missing, StoreError."""
        async with aclosing(self.service.streams.listen(self.request)) as heard:
            async for one in heard:
                match one:
                    case Opened():
                        await self._fill()
                    case Said():
                        await self._take(one)
                    case Lost(error, again_in_s):
                        log.info("%s: %s (again in %.0f s)", self.subscription.title, error.headline(), again_in_s)
                    case Refused(reply):
                        source = self.service.sources[self.subscription.wish.kind]
                        raise source.refused(reply) or refused(reply) or UnreadableReply(reply.address, "a stream")

    async def _fill(self) -> None:
        await self.service.fill(self.subscription.id)
        self.memory = await self.service.memory(self.subscription)

    async def _take(self, said: Said) -> None:
        service, wish = self.service, self.subscription.wish
        job = Job(
            service.sources[wish.kind],
            as_reply(self.request, said),
            wish.address,
            wish.options,
            self.memory,
            service.classify,
            self.context_of(self.subscription),
        )
        try:
            digest = await service.digesting(job)
        except UnreadableReply as error:
            log.warning("%s: %s", self.subscription.title, error)
            await self._fill()  # a poll shows what this event was about
            return
        self.memory = digest.batch.memory or self.memory
        arrived = await Shelf(service.store).add(self.subscription, digest)
        if arrived.new or arrived.updated or digest.gone:
            service.tell(
                Report(self.subscription.id, self.subscription.title, new=arrived.new, updated=arrived.updated)
            )
