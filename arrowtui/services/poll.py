"""One source asked once: the request, what its answer means, and the state it leaves. Stores nothing."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from arrowtui.ingest.pace import Terms, asked_to_wait_until, failed, polled
from arrowtui.ingest.text import clean_line
from arrowtui.model.errors import ArrowError, AskedToWait, OwnFault, UnknownKind
from arrowtui.model.ports import Clock, Source, Wire
from arrowtui.model.subscription import FetchState, HostWait, Subscription, Trouble
from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.services.answers import ASKS_TO_WAIT, refused
from arrowtui.services.digest import Classify, Digest, Job
from arrowtui.services.digesting import Digesting
from arrowtui.services.rounds import Turn, Waits, host_of, terms_of

if TYPE_CHECKING:
    from arrowtui.lanes.classify import LaneContext

MOST_FOLLOWED = 20
"""Further requests one source may send in a round, however many its replies ask for."""

ContextOf = Callable[[Subscription], "LaneContext"]


@dataclass(frozen=True, slots=True)
class Polled:
    """How asking one source went. `after` tells its state, given how many items were new or changed. `base` is the
    address its relative links are resolved against."""

    after: Callable[[int], FetchState]
    digests: tuple[Digest, ...] = ()
    trouble: Trouble | None = None
    waits: tuple[HostWait, ...] = ()
    base: str = ""

    @property
    def is_unchanged(self) -> bool:
        """Nothing came, and nothing went wrong."""
        return not self.digests and self.trouble is None


@dataclass
class Poll:
    """Asks sources, one request in flight for each host. Lives for one round."""

    wire: Wire
    sources: Mapping[str, Source]
    clock: Clock
    classify: Classify
    context_of: ContextOf
    own_hosts: Collection[str]
    digesting: Digesting
    jitter: Callable[[], float]
    waits: Waits
    _turns: dict[str, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))

    async def ask(self, turn: Turn) -> Reply | Polled:
        """Send the first request. Returns: a reply worth reading, else how it went."""
        wish, state = turn.subscription.wish, turn.state
        try:
            source = self._source(turn)
            request = source.first(state.address, wish.options, state.memory)
            now = self.clock.now()
            if (until := self.waits.for_host(host_of(request.address), now)) is not None:
                return self._held(turn, host_of(request.address), now, until)
            reply = await self._fetch(turn, request)
        except _Refusal as refusal:
            return self._failed(turn, refusal.error, refusal.until, waits=refusal.waits)
        except ArrowError as error:
            return self._failed(turn, error)
        if reply.status == 304:
            return Polled(partial(self._well, turn, reply, None))
        return reply

    async def understand(self, turn: Turn, reply: Reply) -> Polled:
        """Read the reply and whatever it leads to. What came before a failure is kept, and all is asked again."""
        digests: list[Digest] = []
        try:
            await self._read_all(turn, reply, digests)
        except _Refusal as refusal:
            return self._failed(turn, refusal.error, refusal.until, tuple(digests), refusal.waits, reply.address)
        except ArrowError as error:
            return self._failed(turn, error, None, tuple(digests), base=reply.address)
        batch = _joined([digest.batch for digest in digests])
        return Polled(partial(self._well, turn, reply, batch), tuple(digests), base=reply.address)

    def _held(self, turn: Turn, host: str, now: datetime, until: datetime) -> Polled:
        """Not asked, because its host wants to be left alone: no failure of its own."""
        later = replace(turn.state, next_due_at=max(until, turn.state.next_due_at or until))
        error = AskedToWait(host, 429, round((until - now).total_seconds()))
        return Polled(lambda news: later, trouble=Trouble.of(error))

    def stumbled(self, turn: Turn) -> Polled:
        """How it went when something happened that nobody expected."""
        return self._failed(turn, OwnFault(host_of(turn.state.address)))

    async def _read_all(self, turn: Turn, reply: Reply, digests: list[Digest]) -> None:
        wish, source, memory = turn.subscription.wish, self._source(turn), turn.state.memory
        context = self.context_of(turn.subscription)
        unread, followed = deque([reply]), 0
        while unread:
            job = Job(source, unread.popleft(), wish.address, wish.options, memory, self.classify, context)
            digest = await self.digesting(job)
            digests.append(digest)
            memory = memory if digest.batch.memory is None else digest.batch.memory
            for request in digest.batch.follow[: MOST_FOLLOWED - followed]:
                followed += 1
                unread.append(await self._fetch(turn, replace(request, conditional=False)))

    async def _fetch(self, turn: Turn, request: Request) -> Reply:
        """Raises: _Refusal for every status but 2xx and 304, FetchError."""
        validators = turn.state.validators if request.conditional else None
        async with self._turns[host_of(request.address)]:
            reply = await self.wire.fetch(request, validators)
        until = None
        if reply.status in ASKS_TO_WAIT:
            until = asked_to_wait_until(reply, turn.state, self._terms(turn), self.clock.now())
        error = refused(reply, until)
        if error is None:
            return reply
        hosts = sorted({host_of(request.address), host_of(reply.address)}) if until else []
        self.waits.until.update({host: until for host in hosts if until})
        raise _Refusal(error, until, tuple(HostWait(host, until) for host in hosts if until))

    def _source(self, turn: Turn) -> Source:
        kind = turn.subscription.wish.kind
        try:
            return self.sources[kind]
        except KeyError:
            raise UnknownKind(kind) from None

    def _terms(self, turn: Turn) -> Terms:
        return terms_of(turn, self.jitter(), self.own_hosts)

    def _well(self, turn: Turn, reply: Reply, batch: Batch | None, news: int) -> FetchState:
        return polled(turn.state, reply, batch, news, self._terms(turn), self.clock.now())

    def _failed(
        self,
        turn: Turn,
        error: ArrowError,
        until: datetime | None = None,
        digests: tuple[Digest, ...] = (),
        waits: tuple[HostWait, ...] = (),
        base: str = "",
    ) -> Polled:
        after = failed(turn.state, error, self._terms(turn), self.clock.now(), until)
        return Polled(lambda news: after, digests, Trouble.of(error), waits, base)


class _Refusal(Exception):
    """A status that is no answer, on its way to becoming a state."""

    def __init__(self, error: ArrowError, until: datetime | None, waits: tuple[HostWait, ...]) -> None:
        super().__init__(str(error))
        self.error, self.until, self.waits = error, until, waits


def _joined(batches: list[Batch]) -> Batch:
    """What several replies of one round say of their source: the first names it, the last has the memory."""
    memories = [batch.memory for batch in batches if batch.memory is not None]
    return replace(
        batches[0],
        memory=memories[-1] if memories else None,
        notices=tuple(dict.fromkeys(clean_line(notice) for batch in batches for notice in batch.notices)),
        ended=any(batch.ended for batch in batches),
    )
