"""Small pictures of what was kept come to the board, gently, and only of what was kept."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from arrowtui.model.item import ItemId
from arrowtui.model.picture import Picture
from arrowtui.model.wire import Attachment, Body, Draft, Medium
from arrowtui.services.boarding import Board
from arrowtui.services.journal import Journal
from arrowtui.services.picturing import Picturing
from arrowtui.services.refresh import Refresh
from tests.fakes import NOON, FakeClock, FakeWire
from tests.ingest.test_thumbnail import a_picture
from tests.services.chore_desk import ChoreDesk
from tests.store.builders import a_source, an_item, arrived, placed


class Desk(ChoreDesk):
    @property
    def chore(self) -> Picturing:
        return Picturing(Refresh(self.store, self.wire, {}, self.clock))

    async def kept(self, *links: str) -> list[ItemId]:
        """Items with pictures there, kept, the first one last."""
        batch = []
        for n, link in enumerate(links):
            pictures = (Attachment(link, Medium.IMAGE),) if link else ()
            draft = Draft(f"n{n}", body=Body("x"), attachments=pictures, published_at=NOON)
            batch.append(placed(an_item(f"n{n}", at=NOON - timedelta(minutes=n), draft=draft)))
        await arrived(self.store, await a_source(self.store), batch)
        async with self.store.reading() as db:
            rows = await db.execute_fetchall("SELECT item_id FROM marks ORDER BY item_id DESC")
        ids = [ItemId(row[0]) for row in rows]
        await Journal(self.store, self.clock).keep(ids, True)
        return ids

    async def picture(self, item: ItemId) -> Picture | None:
        return await Board(self.store).picture(item)


@pytest.fixture
async def desk(tmp_path: Path, clock: FakeClock, wire: FakeWire) -> AsyncIterator[Desk]:
    async with Desk.opened(tmp_path, clock, wire) as desk:
        yield desk


async def test_what_was_kept_gets_its_picture_and_is_not_asked_for_again(desk: Desk) -> None:
    (item,) = await desk.kept("https://a.example/1.png")
    desk.wire.answers("https://a.example/1.png", a_picture())

    assert await desk.work() == ["https://a.example/1.png"]
    assert desk.wire.asked[-1][0].is_foreign  # a post's picture is no way into her network
    picture = await desk.picture(item)
    assert picture is not None and picture.dot(3, 3) == (255, 0, 0)
    assert await desk.chore.due_at() is None


async def test_what_is_not_kept_or_has_no_picture_is_not_asked_for(desk: Desk) -> None:
    one, two = await desk.kept("", "https://a.example/2.png")
    await Journal(desk.store, desk.clock).keep([two], False)

    assert await desk.work() == []
    assert await desk.picture(one) is None
    assert await desk.chore.due_at() is None


async def test_each_host_is_asked_once_a_minute(desk: Desk) -> None:
    links = ["https://a.example/1.png", "https://a.example/2.png", "https://b.example/3.png"]
    await desk.kept(*links)
    for link in links:
        desk.wire.answers(link, a_picture())

    assert await desk.work() == [links[0], links[2]]
    assert await desk.chore.due_at() == desk.clock.now() + timedelta(minutes=1)
    desk.clock.forward(minutes=1)
    assert await desk.work() == [links[1]]


async def test_what_cannot_be_had_is_tried_three_times_a_day_apart(desk: Desk) -> None:
    await desk.kept("https://a.example/1.png")
    desk.wire.answers("https://a.example/1.png", b"no picture", status=404)

    tries = []
    for _ in range(6):
        tries.append(len(await desk.work()))
        desk.clock.forward(days=1)

    assert tries == [1, 1, 1, 0, 0, 0]
