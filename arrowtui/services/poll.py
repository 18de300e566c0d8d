"""One source asked once: the request, what its answer means, and the state it leaves. Stores nothing."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from msgspec import Struct

from arrowtui.gateways.neighbours import Neighbours
from arrowtui.ingest.pace import Terms, asked_to_wait_until, failed, polled
from arrowtui.ingest.text import clean_line
from arrowtui.lanes.context import LaneContext
from arrowtui.model.errors import ArrowError, FetchError
from arrowtui.model.errors_fetching import AskedToWait, OwnFault, UnknownKind
from arrowtui.model.lane import Lane
from arrowtui.model.manners import USUAL
from arrowtui.model.ports import Clock, Source, Wire
from arrowtui.model.replace import replace
from arrowtui.model.subscription import FetchState, HostWait, Subscription, SubscriptionId, Trouble, Wish
from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.services.answers import ASKS_TO_WAIT, refused
from arrowtui.services.digest import Classify, Digest, Job
from arrowtui.services.digesting import Digesting
from arrowtui.services.rounds import LONG_AGO, Turn, Waits, host_of, terms_of
from arrowtui.store.gaps import Gap
from arrowtui.store.times import moment, stamp

MOST_FOLLOWED = 20
"""Further requests one source may send in a round, however many its replies ask for."""

PATIENCE_S = 5
"""A longer gap between two requests to a host is not waited for inside a round: the source's turn is put off."""

ASKING = timedelta(minutes=5)
"""What another program began to ask so long ago it has dropped."""

FIRST_LOOK = timedelta(days=1)
"""How far back a first poll is expected to go."""

FULL, FEW = 10, 5
"""From so many posts on a list counts as one that was cut off: at the first look, and later."""

ContextOf = Callable[[Subscription], LaneContext]


class Polled(Struct, frozen=True):
    """How asking one source went. `after` tells its state, given how many items were new or changed. `base` is the
    address its relative links are resolved against; `gap` is the time of which posts were left out."""

    after: Callable[[int], FetchState]
    digests: tuple[Digest, ...] = ()
    trouble: Trouble | None = None
    waits: tuple[HostWait, ...] = ()
    base: str = ""
    gap: Gap | None = None
    was_never_read: bool = False
    window: Gap | None = None
    """What is left out if nothing of what came was known before: of a source that shows its newest posts alone."""

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
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    is_live: Callable[[Wish], bool] = lambda wish: False
    neighbours: Neighbours = field(default_factory=Neighbours)
    _asked_at: dict[str, datetime] = field(default_factory=dict)
    _rests: dict[SubscriptionId, list[HostWait]] = field(default_factory=lambda: defaultdict(list))
    _turns: dict[str, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))

    async def ask(self, turn: Turn) -> Reply | Polled:
        """Send the first request. Returns: a reply worth reading, else how it went."""
        wish, state = turn.subscription.wish, turn.state
        try:
            request = self._source(turn).first(state.address, wish.options, state.memory)
            host, now = host_of(request.address), self.clock.now()
            if (until := self.waits.for_host(host, now)) is not None:
                return self._held(turn, host, now, until)
            self.neighbours.asks(turn.subscription.id, now)
            reply = await self._fetch(turn, request)
        except _Refusal as refusal:
            return self._failed(turn, refusal.error, refusal.until, waits=refusal.waits)
        except AskedToWait as told:  # to another program, while we waited for our turn
            self.neighbours.asks(turn.subscription.id, LONG_AGO)
            now = self.clock.now()
            return self._held(turn, told.host, now, now + timedelta(seconds=told.wait_s))
        except ArrowError as error:
            return self._failed(turn, error)
        if reply.status == 304:
            return Polled(partial(self._well, turn, reply, None), waits=self._rested(turn))
        return reply

    def is_asked_elsewhere(self, turn: Turn) -> bool:
        """Whether another program is asking this source, and has not stored yet how it went."""
        asked, last = self.neighbours.asked(turn.subscription.id), turn.state.last_polled_at
        if asked is None or (last is not None and asked <= last):
            return False
        return asked <= self.clock.now() < asked + ASKING

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
        now = self.clock.now()
        return Polled(
            partial(self._well, turn, reply, batch),
            tuple(digests),
            waits=self._rested(turn),
            base=reply.address,
            gap=_gap(turn, batch, digests, now),
            was_never_read=turn.state.last_good_at is None,
            window=None if self._source(turn).tells_gaps else _window(turn, digests, now),
        )

    def _held(self, turn: Turn, host: str, now: datetime, until: datetime) -> Polled:
        """Not asked, because its host wants to be left alone: no failure of its own."""
        later = replace(turn.state, next_due_at=max(until, turn.state.next_due_at or until))
        if until - now <= timedelta(seconds=self._source(turn).manners.gap_s):
            return Polled(lambda news: later)  # only its turn comes later: nothing to tell anybody
        error = AskedToWait(host, None, round((until - now).total_seconds()))
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
                try:
                    unread.append(await self._fetch(turn, replace(request, conditional=False)))
                except FetchError as error:
                    if not request.is_extra:
                        raise
                    remark = f"{error.headline()}. {error.hint()}"
                    batch = digests[-1].batch
                    digests[-1] = replace(digests[-1], batch=replace(batch, notices=(*batch.notices, remark)))

    async def _fetch(self, turn: Turn, request: Request) -> Reply:
        """Raises: _Refusal for every status but 2xx, 304 and those the request accepts, FetchError."""
        source = self._source(turn)
        validators = turn.state.validators if request.conditional else None
        host = host_of(request.address)
        async with self._turns[host]:
            await self._keep_apart(host, source.manners.gap_s)
            reply = await self.wire.fetch(request, validators)
        until = self._rest_until(turn, source, reply)
        hosts = sorted({host, host_of(reply.address)}) if until else []
        waits = [HostWait(host, until) for host in hosts if until]
        for wait in waits:
            self.waits.until[wait.host] = wait.until
            self.neighbours.rest(wait.host, wait.until)
        error = None if reply.status in request.accepts else source.refused(reply) or refused(reply, until)
        if error is not None:
            raise _Refusal(error, until, tuple(waits))
        self._rests[turn.subscription.id] += waits
        return reply

    def _rest_until(self, turn: Turn, source: Source, reply: Reply) -> datetime | None:
        """Until when this host is left alone now: as it says, and as its kind wants it."""
        now = self.clock.now()
        wishes = [source.rest_until(reply)]
        if reply.status in ASKS_TO_WAIT and not any(wish is not None and wish > now for wish in wishes):
            wishes.append(asked_to_wait_until(reply, turn.state, self._terms(turn), now))
        if source.manners.gap_s > PATIENCE_S:
            wishes.append(now + timedelta(seconds=source.manners.gap_s))
        return max((wish for wish in wishes if wish is not None and wish > now), default=None)

    async def _keep_apart(self, host: str, gap_s: int) -> None:
        """Let the time pass that must lie between two requests, where it is short enough to wait for."""
        last, now = self._asked_at.get(host), self.clock.now()
        if last is not None and 0 < gap_s <= PATIENCE_S:
            await self.pause(max(0.0, gap_s - (now - last).total_seconds()))
        self._asked_at[host] = self.clock.now()

    def _rested(self, turn: Turn) -> tuple[HostWait, ...]:
        return tuple(self._rests.pop(turn.subscription.id, ()))

    def _source(self, turn: Turn) -> Source:
        kind = turn.subscription.wish.kind
        try:
            return self.sources[kind]
        except KeyError:
            raise UnknownKind(kind) from None

    def _terms(self, turn: Turn) -> Terms:
        source = self.sources.get(turn.subscription.wish.kind)
        manners = source.manners if source else USUAL
        return terms_of(turn, self.jitter(), self.own_hosts, manners, is_live=self.is_live(turn.subscription.wish))

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


def _gap(turn: Turn, batch: Batch, digests: Collection[Digest], now: datetime) -> Gap | None:
    """From the last good poll (at the first: from a day ago) to the oldest post that came since."""
    if not batch.missed:
        return None
    since = turn.state.last_good_at or now - FIRST_LOOK
    came = [one.at for digest in digests for one in digest.arrivals if one.at > stamp(since)]
    until = moment(min(came)) if came else now
    return Gap(turn.subscription.id, since, until, " ".join(batch.missed))


def _window(turn: Turn, digests: Collection[Digest], now: datetime) -> Gap | None:
    """The same for a source that shows its newest posts, as far as a chat may be read there."""
    if turn.subscription.wish.lane is not Lane.CHAT:
        return None
    came = [one.at for digest in digests for one in digest.arrivals]
    since = turn.state.last_good_at or now - FIRST_LOOK
    if len(came) < (FULL if turn.state.last_good_at is None else FEW) or (oldest := moment(min(came))) <= since:
        return None
    return Gap(turn.subscription.id, since, oldest, f"only its newest {len(came)} posts could be had")


def _joined(batches: list[Batch]) -> Batch:
    """What several replies of one round say of their source: the first names it, the last has the memory."""
    memories = [batch.memory for batch in batches if batch.memory is not None]
    return replace(
        batches[0],
        memory=memories[-1] if memories else None,
        notices=tuple(dict.fromkeys(clean_line(notice) for batch in batches for notice in batch.notices)),
        missed=tuple(dict.fromkeys(clean_line(words) for batch in batches for words in batch.missed)),
        has_more=any(batch.has_more for batch in batches),
        ended=any(batch.ended for batch in batches),
    )
