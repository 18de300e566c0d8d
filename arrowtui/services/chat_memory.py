"""What is remembered across the sessions of the chats that are followed: posts found by words, and who answers well."""

from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from dataclasses import dataclass

from arrowtui.model.chat_board import Answerer, ChatBoard, Hit, Said, SessionLine, SessionReading
from arrowtui.model.item import ItemId, Scope, View, sorted_at
from arrowtui.model.ports import Clock
from arrowtui.services.session_reader import EARLY, TAIL, SessionReader
from arrowtui.store import Store, pages

MOST_HITS, MOST_SESSIONS = 100, 8
SESSIONS_EACH = 12
"""Sessions of a chat that tell who answers well: the latest of those on the board."""
BEST = 5


@dataclass
class ChatMemory:
    """Reads many sessions, one after the other, and holds none. Every method raises StoreError."""

    store: Store
    clock: Clock

    async def find(self, board: ChatBoard, words: str, but: SessionLine | None = None) -> tuple[Hit, ...]:
        """Posts of sessions on the board that words find, the newest first; none of the session `but`."""
        async with self.store.seeking() as db:
            rows = (await pages.page_below(db, View(None, Scope.ALL, words=words), None, MOST_HITS)).rows
        wanted = {row.id for row in rows}
        found: dict[ItemId, Hit] = {}
        for line in _holding(board, wanted, but)[:MOST_SESSIONS]:
            found |= {hit.said.item: hit for hit in await self._hits(line) if hit.said.item in wanted}
        return tuple(found[item] for item in sorted(found, reverse=True))

    async def people(self, board: ChatBoard) -> tuple[Answerer, ...]:
        """Who answers well: those whose answers the reader kept first, then those others took up, then the busy."""
        told: defaultdict[str, list[Hit]] = defaultdict(list)
        async for hit in self._answers(board):
            told[hit.said.author].append(hit)
        people = [_answerer(author, hits) for author, hits in told.items()]
        return tuple(sorted(people, key=_standing))

    async def _answers(self, board: ChatBoard) -> AsyncIterator[Hit]:
        seen: Counter[str] = Counter()
        for line in _lines(board):
            name = line.chat.series.hashtag
            if line.posts and seen[name] < SESSIONS_EACH:
                seen[name] += 1
                for hit in await self._hits(line):
                    if hit.number is not None and hit.said.is_answer and not hit.said.is_moderator and hit.said.author:
                        yield hit

    async def _hits(self, line: SessionLine) -> tuple[Hit, ...]:
        return tuple(_said_in(await SessionReader(self.store, self.clock, line).read(line)))


def _lines(board: ChatBoard) -> list[SessionLine]:
    every = [line for _, lines in board.parts for line in lines]
    return sorted(every, key=lambda line: line.window.starts_at, reverse=True)


def _holding(board: ChatBoard, items: Iterable[ItemId], but: SessionLine | None) -> list[SessionLine]:
    """The sessions in whose hours any of the items stands."""
    times = [sorted_at(item) for item in items]
    return [
        line
        for line in _lines(board)
        if line.posts
        and (but is None or line.key != but.key)
        and any(line.window.starts_at - EARLY <= at < line.window.ends_at + TAIL for at in times)
    ]


def _said_in(reading: SessionReading) -> Iterator[Hit]:
    for one in reading.questions:
        for said in ((one.asked,) if one.asked else ()) + one.thread:
            yield Hit(reading.line, one.number, said)
    for said in (*reading.around, *reading.chatter):
        yield Hit(reading.line, None, said)


def _answerer(author: str, hits: Sequence[Hit]) -> Answerer:
    said = [hit.said for hit in hits]
    best = sorted(hits, key=lambda hit: (not hit.said.row.is_kept, -_taken_up(hit.said), -hit.said.item))[:BEST]
    return Answerer(
        author,
        answers=len(said),
        kept=sum(one.row.is_kept for one in said),
        sessions=len({hit.line.key for hit in hits}),
        passed_on=sum(one.reposts for one in said),
        replies=sum(one.replies for one in said),
        last_at=max(one.posted_at for one in said),
        best=tuple(best),
    )


def _standing(one: Answerer) -> tuple[int, int, int, str]:
    return -one.kept, -one.passed_on - one.replies, -one.answers, one.author


def _taken_up(said: Said) -> int:
    return said.reposts + said.replies
