"""Links of what was thought about are looked at rarely and gently; a dead one brings its notes back."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from arrowtui.model.errors_fetching import ServerUnreachable
from arrowtui.model.note import About
from arrowtui.model.review import Event, Happening, Outcome
from arrowtui.model.subscription import HostWait
from arrowtui.services.journal import Journal
from arrowtui.services.link_checking import LinkChecking
from arrowtui.services.reflection import Reflection
from arrowtui.services.refresh import Refresh
from arrowtui.store.fetching import save_host_wait
from tests.fakes import FakeClock, FakeWire
from tests.services.chore_desk import ChoreDesk

ONE, TWO, OTHER = "https://a.example/1", "https://a.example/2", "https://b.example/1"


class Desk(ChoreDesk):
    @property
    def chore(self) -> LinkChecking:
        return LinkChecking(Refresh(self.store, self.wire, {}, self.clock))

    @property
    def reflection(self) -> Reflection:
        return Reflection(self.store, self.clock)

    async def note(self, link: str | None) -> int:
        journal = Journal(self.store, self.clock)
        note = await journal.begin_note(about=About("Something", link))
        return (await journal.write_note(note.id, "A thought")).id

    async def events(self) -> list[tuple[Event, ...]]:
        return [card.events for card in await self.reflection.cards() if card.events]


@pytest.fixture
async def desk(tmp_path: Path, clock: FakeClock, wire: FakeWire) -> AsyncIterator[Desk]:
    async with Desk.opened(tmp_path, clock, wire) as desk:
        yield desk


async def test_without_links_nothing_is_due(desk: Desk) -> None:
    await desk.note(None)
    await desk.note("mailto:a@b.example")

    assert await desk.chore.due_at() is None


async def test_each_host_is_asked_once_an_hour_and_a_good_link_rests_for_weeks(desk: Desk) -> None:
    for link in (ONE, TWO, OTHER):
        await desk.note(link)
        desk.wire.answers(link, "fine")

    assert await desk.chore.due_at() == desk.clock.now()
    assert await desk.work() == [ONE, OTHER]
    assert all(request.is_foreign for request, _ in desk.wire.asked)  # a post's link is no way into her network
    assert await desk.chore.due_at() == desk.clock.now() + timedelta(hours=1)
    desk.clock.forward(hours=1)
    assert await desk.work() == [TWO]
    assert await desk.chore.due_at() is None
    desk.clock.forward(days=44)
    assert await desk.chore.due_at() is None
    desk.clock.forward(days=1)
    assert await desk.work() == [ONE, OTHER]


async def test_a_page_that_is_missing_twice_is_dead_and_its_notes_come_back_at_once(desk: Desk) -> None:
    note = await desk.note(ONE)
    await desk.note(ONE)
    desk.wire.answers(ONE, status=404)
    await desk.work()
    assert await desk.events() == [], "once may be an accident"

    desk.clock.forward(days=2)
    await desk.work()
    assert await desk.events() == [(Event(Happening.LINK_DEAD),)] * 2
    desk.clock.forward(days=400)
    assert await desk.chore.due_at() is None, "a dead link is not asked again"
    await desk.reflection.answer(note, Outcome.LATER)  # type: ignore[arg-type]  # the number of a note


async def test_a_host_that_does_not_answer_says_nothing_about_its_pages(desk: Desk) -> None:
    await desk.note(ONE)
    desk.wire.fails(ONE, ServerUnreachable("a.example", "no such host"))
    for _ in range(5):
        await desk.work()
        desk.clock.forward(days=60)

    assert await desk.events() == []


async def test_a_host_that_wants_to_be_left_alone_is_and_so_is_a_note_that_was_let_go(desk: Desk) -> None:
    await desk.note(ONE)
    gone = await desk.note(OTHER)
    await desk.reflection.answer(gone, Outcome.LET_GO)  # type: ignore[arg-type]  # as above
    async with desk.store.write() as db:
        await save_host_wait(db, HostWait("a.example", desk.clock.now() + timedelta(hours=2)))

    assert await desk.work() == []
