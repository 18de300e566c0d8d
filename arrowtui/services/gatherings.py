"""Gathering answers: call-outs of the person's own elsewhere are watched, and what comes back is hers to work through.

A gathering is a source that is polled like any other; its items stand in no tab, but in a collection of their own.
"""

import asyncio
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from arrowtui.gateways.files import write_file
from arrowtui.model.errors_gathering import UnknownGathering
from arrowtui.model.gathering import GatheredAnswer, Gathering
from arrowtui.model.ports import Clock
from arrowtui.model.replace import replace
from arrowtui.model.subscription import SubscriptionId
from arrowtui.store import Connection, Store
from arrowtui.store.gatherings import (
    DISMISSED,
    KEPT,
    UNREAD,
    GatheringSource,
    Post,
    gathered,
    gathering_sources,
    posts_of,
    unread_answers,
)
from arrowtui.store.polls import poll_counts, poll_of

LETTERS = "mail"
"""The kind of source in which nothing is the question: a folder holds answers alone."""


class Form(StrEnum):
    """What the answers may be written as."""

    CSV = "csv"
    MARKDOWN = "md"


class Gatherings:
    """Every method raises StoreError when the file cannot be used."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    async def every(self) -> tuple[Gathering, ...]:
        """All gatherings with their counts, those that are not followed any more last."""
        async with self._store.reading() as db:
            return tuple([await _gathering(db, one) for one in await gathering_sources(db)])

    async def unread(self) -> int:
        """How many answers wait to be read, in all gatherings that are followed."""
        async with self._store.reading() as db:
            return await unread_answers(db)

    async def named(self, name: str) -> Gathering:
        """The one with this title or address; else the only one that holds the words. Raises: UnknownGathering."""
        every, wanted = await self.every(), name.strip().casefold()
        called = [(one, (one.title.casefold(), one.address.casefold(), one.shown_address.casefold())) for one in every]
        found = [one for one, names in called if wanted in names]
        found = found or [one for one, names in called if wanted and any(wanted in each for each in names)]
        if len(found) != 1:
            raise UnknownGathering(name, len(found))
        return found[0]

    async def answers(self, source: SubscriptionId) -> tuple[GatheredAnswer, ...]:
        """Every answer, dismissed ones too, the oldest first."""
        async with self._store.reading() as db:
            posts = await posts_of(db, source)
            kind = next((one.kind for one in await gathering_sources(db) if one.id == source), "")
            return await gathered(db, [post.item for post in _answers(posts, _question(posts, kind))])

    def plots(self, one: Gathering, *, is_ascii: bool = False) -> tuple[str, ...]:
        """When the answers came in, and where the question is a poll how its votes grew, as small plots with words."""
        from arrowtui.notes.gathered import plot, votes_plot  # as above

        votes = votes_plot(one.votes, is_ascii=is_ascii)
        return (*plot(one.counts, one.unit, is_ascii=is_ascii), *votes)

    async def rendered(self, gathering: Gathering, form: Form) -> bytes:
        """The answers as a file."""
        from arrowtui.notes.gathered import answers_csv, answers_markdown  # for who exports

        answers = await self.answers(gathering.source)
        if form is Form.CSV:
            return answers_csv(answers)
        return answers_markdown(gathering, answers, self._clock.now())

    async def export(self, gathering: Gathering, folder: Path) -> Sequence[Path]:
        """Write the answers into a folder, as CSV and as Markdown; says where. Raises: FileUnwritable."""
        from arrowtui.notes.vault.names import slug  # as above

        paths = []
        for form in Form:
            path = folder / f"answers-{slug(gathering.title)}.{form.value}"
            await asyncio.to_thread(write_file, path, await self.rendered(gathering, form))
            paths.append(path)
        return paths


async def _gathering(db: Connection, one: GatheringSource) -> Gathering:
    from arrowtui.notes.gathered import counted  # nobody looks at them at start-up

    posts = await posts_of(db, one.id)
    question = _question(posts, one.kind)
    answers = _answers(posts, question)
    here = [post for post in answers if not post.scopes & DISMISSED]
    unit, counts = counted([post.at for post in here])
    plain = Gathering(one.id, one.kind, one.address, one.title, one.is_followed)
    return replace(
        plain,
        question=question.item if question else None,
        asker=question.author if question else None,
        answers=len(here),
        unread=sum(bool(post.scopes & UNREAD) for post in here),
        kept=sum(bool(post.scopes & KEPT) for post in here),
        dismissed=len(answers) - len(here),
        people=len({post.author for post in here if post.author}),
        first_at=here[0].at if here else None,
        last_at=here[-1].at if here else None,
        last_polled_at=one.last_polled_at,
        unit=unit,
        counts=counts,
        poll=await poll_of(db, question.item) if question else None,
        votes=await poll_counts(db, question.item) if question else (),
        trouble=one.trouble,
    )


def _question(posts: Sequence[Post], kind: str) -> Post | None:
    """The post that is answered: the earliest of those that answer to nothing."""
    return None if kind == LETTERS else next((post for post in posts if post.is_first), None)


def _answers(posts: Sequence[Post], question: Post | None) -> list[Post]:
    """What others said. What the asker says below her own post is no answer."""
    asker = question.author if question else None
    return [post for post in posts if post is not question and (asker is None or post.author != asker)]
