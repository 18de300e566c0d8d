"""What something typed may mean to the platforms we know, and whether they answer. Asks the world, changes nothing."""

from collections import deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.ingest.text import clean_line
from arrowtui.model.errors import FetchError
from arrowtui.model.found import FoundSource
from arrowtui.model.ports import Source, Wire
from arrowtui.model.recognised import Recognised
from arrowtui.model.subscription import Trouble, Wish
from arrowtui.model.wire import Batch, Draft, Reply
from arrowtui.services.answers import refused

OPENINGS = 3
MOST_STEPS = 4
"""Requests sent to look at one source: some platforms need an id or a second page before the first item shows."""


@dataclass(frozen=True, slots=True)
class Recognising:
    """Asks every kind of source whether something typed is its own, then tries it.

    `known` are addresses the person has; `bases` other base addresses by kind.
    """

    wire: Wire
    sources: Mapping[str, Source]
    known: Collection[str] = ()
    bases: Mapping[str, str] | None = None

    async def look(self, typed: str) -> tuple[FoundSource, ...]:
        """The platforms' sources that something typed stands for; empty when it is none of theirs.

        One that is surely meant is given even when it does not answer: its `trouble` says why. What only might be
        meant counts if it answers, the first alone.

        Raises: FetchError where just one thing is surely meant and it is not there.
        """
        meant = [one for source in self.sources.values() for one in source.recognise(typed)]
        sure = [one for one in meant if one.is_sure]
        if sure:
            return tuple([await self._tried(one, is_only=len(sure) == 1) for one in sure])
        for one in meant:
            try:
                return (await self._answering(one),)
            except FetchError:
                continue
        return ()

    async def _tried(self, one: Recognised, *, is_only: bool) -> FoundSource:
        try:
            return await self._answering(one)
        except FetchError as error:
            if is_only and not one.needs:
                raise
            return self._found(one, self._dressed(one.wish), (), None, Trouble.of(error))

    async def _answering(self, one: Recognised) -> FoundSource:
        wish = self._dressed(one.wish)
        source = self.sources[wish.kind]
        drafts, title, reply = await self._first_items(source, wish)
        arrival = Arrival(wish.kind, wish.address, reply.received_at, None)
        items = [normalise(draft, arrival, order) for order, draft in enumerate(drafts[:OPENINGS])]
        return self._found(one, wish, tuple(item.title for item in items), title, None)

    async def _first_items(self, source: Source, wish: Wish) -> tuple[list[Draft], str | None, Reply]:
        """Read on until the first items come."""
        unsent, drafts, memory, title = deque([source.first(wish.address, wish.options, "")]), list[Draft](), "", None
        for _ in range(MOST_STEPS):
            request = unsent.popleft()
            reply = await self.wire.fetch(request)
            if reply.status not in request.accepts and (trouble := source.refused(reply) or refused(reply)):
                raise trouble
            batch: Batch = source.read(reply, wish.options, memory)
            drafts += batch.drafts
            memory, title = batch.memory or memory, title or batch.title
            unsent += batch.follow
            if drafts or not unsent:
                break
        return drafts, title, reply

    def _dressed(self, wish: Wish) -> Wish:
        base = (self.bases or {}).get(wish.kind)
        return replace(wish, options=(*wish.options, ("base", base))) if base else wish

    def _found(
        self, one: Recognised, wish: Wish, openings: tuple[str, ...], title: str | None, trouble: Trouble | None
    ) -> FoundSource:
        name = clean_line(title or "") or wish.title or urlsplit(wish.address).netloc or wish.address
        return FoundSource(
            wish=replace(wish, options=one.wish.options),
            title=name,
            openings=openings,
            is_known=wish.address in self.known,
            words=one.words,
            hint=one.hint,
            trouble=trouble,
        )
