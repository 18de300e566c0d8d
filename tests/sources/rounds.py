"""A source asked round by round over a real wire, without a store: what it gives, what it asked, what it remembers."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.model.item import Item
from arrowtui.model.ports import Source, Wire
from arrowtui.model.wire import Draft, Kinship, Reply, Request
from arrowtui.services.answers import refused
from arrowtui.services.poll import MOST_FOLLOWED

Options = tuple[tuple[str, str], ...]


@dataclass
class Round:
    """What one round brought."""

    drafts: list[Draft] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    kin: list[Kinship] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    title: str | None = None
    ended: bool = False
    interval_s: int | None = None

    @property
    def texts(self) -> list[str]:
        """The plain texts, in order."""
        return [item.text for item in self.items]

    def named(self, text: str) -> Item:
        """The item whose text begins so."""
        return next(item for item in self.items if item.text.startswith(text))


@dataclass
class Asking:
    """A source of one address; its memory goes from round to round."""

    source: Source
    wire: Wire
    address: str
    options: Options = ()
    memory: str = ""

    async def round(self) -> Round:
        """Ask as the poller does. Raises: what the source or the wire raises; then nothing is remembered."""
        memory, found = self.memory, Round()
        unread = deque([await self._fetch(self.source.first(self.address, self.options, memory), found)])
        while unread:
            reply = unread.popleft()
            batch = self.source.read(reply, self.options, memory)
            memory = memory if batch.memory is None else batch.memory
            self._collect(found, batch.drafts, reply)
            found.deleted += batch.deleted
            found.kin += batch.kin
            found.notices += batch.notices
            found.title, found.ended = found.title or batch.title, found.ended or batch.ended
            found.interval_s = batch.interval_hint_s or found.interval_s
            for request in batch.follow[: MOST_FOLLOWED + 1 - len(found.requests)]:
                unread.append(await self._fetch(request, found))
        self.memory = memory
        return found

    def _collect(self, found: Round, drafts: Sequence[Draft], reply: Reply) -> None:
        arrival = Arrival(self.source.kind, self.address, reply.received_at, None)
        found.drafts += drafts
        found.items += [normalise(draft, arrival, order) for order, draft in enumerate(drafts)]

    async def _fetch(self, request: Request, found: Round) -> Reply:
        found.requests.append(request)
        reply = await self.wire.fetch(request)
        error = None if reply.status in request.accepts else self.source.refused(reply) or refused(reply)
        if error is not None:
            raise error
        return reply
