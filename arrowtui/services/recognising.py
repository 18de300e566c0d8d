"""What something typed may mean to the platforms we know, and whether they answer. Asks the world, changes nothing."""

import asyncio
from collections import deque
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol, runtime_checkable
from urllib.parse import urlsplit

from msgspec import Struct, field

from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.ingest.text import clean_line
from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import Gone, NotThere, SecretMissing
from arrowtui.model.errors_mail import LoginRefused
from arrowtui.model.errors_sources import TokenNeeded, TokenRefused
from arrowtui.model.found import FoundSource
from arrowtui.model.ports import Source, Wire
from arrowtui.model.recognised import Recognised
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Trouble, Wish
from arrowtui.model.wire import Batch, Draft, Reply, Request
from arrowtui.services.answers import refused

OPENINGS = 3
MOST_STEPS = 4
"""Requests sent to look at one source: some platforms need an id or a second page before the first item shows."""
SIGNS = ("#", "＃", "@")
"""What begins with these is a tag or a name, which several platforms have."""
UNSEEN = "It was not looked at: that would cost money. It is asked once it is added, within your budget."
Options = tuple[tuple[str, str], ...]


@runtime_checkable
class HasParts(Protocol):
    """A kind of source of which a part may be wanted alone: one folder of all that somebody gathers."""

    def ask_parts(self, address: str) -> Request | None:
        """What tells the parts; None where the address is one of them."""
        ...

    def parts(self, reply: Reply) -> Sequence[Recognised]:
        """The parts. Raises: FetchError."""
        ...


class Recognising(Struct, frozen=True):
    """Asks every kind of source whether something typed is its own, then tries it.

    `known` are addresses the person has; `given` are options her settings add to every source of a kind.
    """

    wire: Wire
    sources: Mapping[str, Source]
    known: Collection[str] = ()
    given: Mapping[str, Options] = field(default_factory=dict)

    async def look(self, typed: str) -> tuple[FoundSource, ...]:
        """The platforms' sources that something typed stands for; empty when it is none of theirs.

        One that is surely meant is given even when it does not answer: its `trouble` says why. A tag or name that
        several platforms may have is given for each where it is, or that wants a login first. Of a web address that
        only might be a platform's the first counts that answers, or asks for a login. Behind a whole stand its parts.

        Raises: FetchError where just one thing is surely meant and it is not there, or a tag or name is nowhere.
        """
        meant = [one for source in self.sources.values() for one in source.recognise(typed)]
        sure = [one for one in meant if one.is_sure]
        if sure:
            found = [await self._tried(one, is_only=len(sure) == 1) for one in sure]
            return (*found, *(await self._parts(found[0]) if len(found) == 1 else ()))
        if typed.startswith(SIGNS) and meant:
            return await self._everywhere(meant)
        for one in meant:
            try:
                return (await self._answering(one),)
            except FetchError as error:
                if secret_of(error):  # whoever asks for a login in the platform's own words is the platform
                    return (self._troubled(one, error),)
        return ()

    async def _parts(self, whole: FoundSource) -> list[FoundSource]:
        """The parts of a source that answered; none where they cannot be had."""
        source, wish = self.sources[whole.wish.kind], whole.wish
        asked = source.ask_parts(wish.address) if isinstance(source, HasParts) and whole.trouble is None else None
        if asked is None or not isinstance(source, HasParts):
            return []
        try:
            reply = await self.wire.fetch(asked)
            found = source.parts(reply) if 200 <= reply.status < 300 else ()
        except FetchError:
            return []
        return [
            FoundSource(one.wish, one.words, is_known=one.wish.address in self.known, is_part=True) for one in found
        ]

    async def _everywhere(self, meant: Sequence[Recognised]) -> tuple[FoundSource, ...]:
        """Those that answer, then those that would; platforms are asked side by side."""
        answers = await asyncio.gather(*map(self._answer, meant))
        found = [answer for answer in answers if isinstance(answer, FoundSource)]
        absent = [answer for answer in answers if not isinstance(answer, FoundSource)]
        if not found:
            raise absent[0]
        return tuple(sorted(found, key=lambda one: one.trouble is not None))

    async def _answer(self, one: Recognised) -> FoundSource | FetchError:
        try:
            return await self._answering(one)
        except (NotThere, Gone) as absent:
            return absent
        except FetchError as error:
            return self._troubled(one, error)

    async def _tried(self, one: Recognised, *, is_only: bool) -> FoundSource:
        try:
            return await self._answering(one)
        except FetchError as error:
            if is_only and not one.needs and not secret_of(error):
                raise
            return self._troubled(one, error)

    def _troubled(self, one: Recognised, error: FetchError) -> FoundSource:
        found = self._found(one, self._dressed(one.wish), (), None)
        return replace(found, trouble=Trouble.of(error), secret=secret_of(error))

    async def _answering(self, one: Recognised) -> FoundSource:
        wish = self._dressed(one.wish)
        source = self.sources[wish.kind]
        first = source.first(wish.address, wish.options, "")
        if first.bill is not None:
            return replace(self._found(one, wish, (), None), hint=UNSEEN)
        drafts, title, reply = await self._first_items(source, wish, first)
        arrival = Arrival(wish.kind, wish.address, reply.received_at, None)
        items = [normalise(draft, arrival, order) for order, draft in enumerate(drafts[:OPENINGS])]
        return self._found(one, wish, tuple(item.title for item in items), title)

    async def _first_items(self, source: Source, wish: Wish, first: Request) -> tuple[list[Draft], str | None, Reply]:
        """Read on until the first items come."""
        unsent, drafts, memory, title = deque([first]), list[Draft](), "", None
        for _ in range(MOST_STEPS):
            request = unsent.popleft()
            reply = await self.wire.fetch(request)
            if reply.status not in request.accepts and (trouble := source.refused(reply) or refused(reply)):
                raise trouble
            batch: Batch = source.read(reply, wish.options, memory)
            drafts += batch.drafts
            memory, title = batch.memory or memory, title or batch.title
            unsent += [one for one in batch.follow if one.bill is None]
            if drafts or not unsent:
                break
        return drafts, title, reply

    def _dressed(self, wish: Wish) -> Wish:
        named = {name for name, _ in wish.options}
        added = (pair for pair in self.given.get(wish.kind, ()) if pair[0] not in named)
        return replace(wish, options=(*wish.options, *added))

    def _found(self, one: Recognised, wish: Wish, openings: tuple[str, ...], title: str | None) -> FoundSource:
        name = clean_line(title or "") or wish.title or urlsplit(wish.address).hostname or wish.address
        return FoundSource(
            wish=replace(wish, options=one.wish.options),
            title=name,
            openings=openings,
            is_known=wish.address in self.known,
            words=one.words,
            hint=one.hint,
            server=one.server,
            name_in=one.name_in,
        )


def secret_of(error: FetchError) -> str:
    """The name of the token or password whose giving would mend a failure; "" where none would."""
    match error:
        case SecretMissing():
            return error.name
        case TokenNeeded() | TokenRefused() | LoginRefused():
            return error.login
    return ""
