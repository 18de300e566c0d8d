"""Pages saved by their address: in the Tips at once, filled in when the poller comes by."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from arrowtui.model.errors_fetching import NotThere, ServerUnreachable
from arrowtui.model.errors_requests import NoSuchAddress
from arrowtui.model.item import ItemId, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.ports import Source
from arrowtui.model.subscription import HostWait
from arrowtui.services.filling import FEW_TRIES, MOST_TRIES, Filling
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library
from arrowtui.services.refresh import Refresh
from arrowtui.services.saving import Saving, web_address
from arrowtui.sources.feed import Feed
from arrowtui.sources.saved import Saved
from arrowtui.store import Store, open_store
from arrowtui.store.fetching import save_host_wait
from arrowtui.store.subscriptions import sync_wishes
from tests.fakes import NOON, FakeClock, FakeWire
from tests.services.world import World

PAGE = "https://desk.example/2026/five-ways"
TEXT = "Reporters often ask the same five things. Here is how to answer them without sounding rehearsed, with examples."
HTML = f"""<html lang="en"><head><title>Five ways to answer | Desk</title>
<meta property="og:title" content="Five ways to answer"><meta name="author" content="Ida Lund">
<meta property="article:published_time" content="2026-11-20T09:00:00Z"><meta property="og:image" content="/i.png">
</head><body><nav><a href="/">Home</a></nav><article><h1>Five ways to answer</h1><p>{TEXT}</p><p>{TEXT}</p></article>
</body></html>"""
TYPE = {"Content-Type": "text/html; charset=utf-8"}


class Desk:
    """Everything one needs to save pages and have them filled in."""

    def __init__(self, store: Store, clock: FakeClock, wire: FakeWire) -> None:
        self.store, self.clock, self.wire = store, clock, wire
        self.journal = Journal(store, clock)
        self.saving = Saving(store, self.journal, clock)
        self.library = Library(store)
        sources: dict[str, Source] = {"feed": Feed(), "saved": Saved()}
        self.refresh = Refresh(store, wire, sources, clock)
        self.filling = Filling(self.refresh)

    async def titles(self, scope: Scope = Scope.ALL) -> list[str]:
        return [row.title for row in (await self.library.page(View(Lane.TIP, scope))).rows]

    async def notices(self) -> tuple[str, ...]:
        return next(row.notices for row in await self.library.sources() if row.kind == "saved")

    async def save(self, typed: str = PAGE, **more: object) -> ItemId:
        self.clock.forward(seconds=1)
        return (await self.saving.save(typed, **more)).item  # type: ignore[arg-type]  # tags and note by name

    async def later(self) -> None:
        """Let the next page fall due, and the poller come by."""
        due = await self.filling.due_at()
        assert due is not None
        self.clock.hour = max(due, self.clock.hour)
        await self.filling.work()


@pytest.fixture
async def desk(tmp_path: Path, clock: FakeClock, wire: FakeWire) -> AsyncIterator[Desk]:
    store = await open_store(tmp_path / "store.db", durable=False)
    yield Desk(store, clock, wire)
    await store.close()


class TestSaving:
    async def test_a_page_is_in_the_tips_at_once_without_asking_anybody(self, desk: Desk) -> None:
        done = (await desk.saving.save("desk.example/2026/five-ways?utm_source=x")).done

        assert (done.sentence, done.count) == (f"Saved in Tips: {PAGE}", 1)
        assert await desk.titles(Scope.UNREAD) == [PAGE]
        assert desk.wire.asked == []
        assert [(row.title, row.kind, row.unread) for row in await desk.library.sources()] == [
            ("Saved pages", "saved", 1)
        ]

    async def test_tags_and_a_note_go_with_it(self, desk: Desk) -> None:
        item = await desk.save(tags=("Press", "#work"), note="Ask Bo about this")

        (row,) = await desk.library.rows([item])
        note = await desk.library.note_of(item)
        assert row.tags == ("press", "work")
        assert note is not None
        assert (note.text, note.about.title, note.about.link) == ("Ask Bo about this", PAGE, PAGE)

    async def test_undo_takes_it_out_and_it_can_be_saved_anew(self, desk: Desk) -> None:
        await desk.save()

        undone = await desk.journal.undo()

        assert undone is not None
        assert undone.sentence == "Undone: saved a page"
        assert await desk.titles() == []
        assert await desk.filling.due_at() is None
        await desk.save()
        assert await desk.titles() == [PAGE]

    async def test_undo_goes_step_by_step_through_note_and_tags(self, desk: Desk) -> None:
        await desk.save(tags=("press",), note="A thought")

        while await desk.journal.undo():
            pass

        assert await desk.titles() == []

    async def test_saving_it_again_finds_it_again(self, desk: Desk) -> None:
        first = await desk.save()
        await desk.journal.dismiss([first], True)

        again = await desk.saving.save(f"{PAGE}?fbclid=1")

        assert (again.item, again.done.count) == (first, 0)
        assert again.done.sentence == "You have saved it already"
        assert await desk.titles() == [PAGE]

    async def test_what_another_source_brought_is_found_and_not_stored_twice(self, desk: Desk) -> None:
        world = World(desk.store, desk.clock, desk.wire)
        await world.follow("https://desk.example/feed", title="Desk", lane=Lane.TIP)
        item = {"id": "1", "title": "Five ways", "url": f"{PAGE}/?utm_source=rss"}
        feed = {"version": "https://jsonfeed.org/version/1.1", "items": [item]}
        desk.wire.answers("https://desk.example/feed", json.dumps(feed))
        await world.round()

        saved = await desk.saving.save(PAGE)

        assert saved.done.sentence == "You have it already, from Desk"
        assert await desk.titles() == ["Five ways"]
        reading = await desk.library.item(saved.item)
        assert reading is not None
        assert reading.origins == ("Desk", "Saved pages")
        await desk.journal.undo()
        reading = await desk.library.item(saved.item)
        assert reading is not None
        assert (reading.origins, reading.row.other_sources) == (("Desk",), 0)

    async def test_the_settings_file_does_not_send_it_away(self, desk: Desk) -> None:
        await desk.save()

        async with desk.store.write() as db:
            await sync_wishes(db, ())

        assert [row.is_wanted for row in await desk.library.sources()] == [True]

    @pytest.mark.parametrize(
        "typed", ["", "  ", "two words", "ftp://a.example/x", "javascript:alert(1)", "hello", "https://"]
    )
    async def test_what_is_no_web_address_is_told(self, desk: Desk, typed: str) -> None:
        with pytest.raises(NoSuchAddress):
            await desk.saving.save(typed)

    @pytest.mark.parametrize(
        ("typed", "address"),
        [
            ("a.example", "https://a.example"),
            (" http://a.example/x ", "http://a.example/x"),
            ("https://ida:pw@a.example/x", "https://a.example/x"),
            ("localhost:8000/x", "https://localhost:8000/x"),
            ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ],
    )
    def test_an_address_is_taken_as_people_type_it(self, typed: str, address: str) -> None:
        assert web_address(typed) == address


class TestFillingIn:
    async def test_title_author_date_picture_and_text_come_with_the_poller(self, desk: Desk) -> None:
        item = await desk.save()
        desk.wire.answers(PAGE, HTML, headers=TYPE)

        await desk.later()

        reading = await desk.library.item(item)
        assert reading is not None
        assert (reading.row.title, reading.author, reading.link) == ("Five ways to answer", "Ida Lund", PAGE)
        assert reading.published_at == NOON.replace(day=20, hour=9)
        assert [one.link for one in reading.attachments] == ["https://desk.example/i.png"]
        assert reading.row.lane is Lane.TIP
        assert await desk.filling.due_at() is None

    async def test_it_is_no_edit(self, desk: Desk) -> None:
        item = await desk.save()
        await desk.journal.read([item], True)
        desk.wire.answers(PAGE, HTML, headers=TYPE)

        await desk.later()

        (row,) = await desk.library.rows([item])
        assert (row.is_read, row.is_edited) == (True, False)

    async def test_a_note_written_before_gets_the_title(self, desk: Desk) -> None:
        item = await desk.save(note="Ask Bo about this")
        desk.wire.answers(PAGE, HTML, headers=TYPE)

        await desk.later()

        note = await desk.library.note_of(item)
        assert note is not None
        assert (note.about.title, note.about.link) == ("Five ways to answer", PAGE)
        for words, count in (("rehearsed", 0), ("answer", 1), ("Bo", 1), ("2026", 0)):
            assert len(await desk.library.journal(words=words)) == count, words
        await desk.journal.write_note(note.id, "Something else now")
        assert len(await desk.library.journal(words="Bo")) == 0

    async def test_its_words_can_be_searched(self, desk: Desk) -> None:
        await desk.save()
        desk.wire.answers(PAGE, HTML, headers=TYPE)

        await desk.later()

        assert [row.title for row in (await desk.library.page(View(None, Scope.ALL, words="rehearsed"))).rows] == [
            "Five ways to answer"
        ]

    async def test_a_feed_that_brings_it_later_is_one_more_origin(self, desk: Desk) -> None:
        item = await desk.save()
        desk.wire.answers(PAGE, HTML, headers=TYPE)
        await desk.later()
        world = World(desk.store, desk.clock, desk.wire)
        await world.follow("https://desk.example/feed", title="Desk")
        entry = {"id": "1", "title": "Five ways to answer", "url": PAGE, "content_html": TEXT}
        feed = {"version": "https://jsonfeed.org/version/1.1", "items": [entry]}
        desk.wire.answers("https://desk.example/feed", json.dumps(feed))

        await world.round()

        reading = await desk.library.item(item)
        assert reading is not None
        assert reading.origins == ("Saved pages", "Desk")

    async def test_a_page_that_cannot_be_had_is_tried_again_and_told(self, desk: Desk) -> None:
        item = await desk.save()
        desk.wire.fails(PAGE, ServerUnreachable("desk.example", "no network"))
        desk.wire.answers(PAGE, HTML, headers=TYPE)

        await desk.later()
        due = await desk.filling.due_at()
        assert due is not None
        assert due - desk.clock.now() >= timedelta(minutes=5)
        assert await desk.titles() == [PAGE]
        assert await desk.notices() == (f"{PAGE}: desk.example cannot be reached.",)

        await desk.later()
        assert [row.title for row in await desk.library.rows([item])] == ["Five ways to answer"]
        assert await desk.notices() == ()

    @pytest.mark.parametrize(
        ("error", "tries"),
        [(NotThere("desk.example"), FEW_TRIES), (ServerUnreachable("desk.example", "x"), MOST_TRIES)],
    )
    async def test_it_is_not_tried_for_ever(self, desk: Desk, error: NotThere | ServerUnreachable, tries: int) -> None:
        await desk.save()
        desk.wire.fails(PAGE, error)

        while await desk.filling.due_at():
            await desk.later()

        assert len(desk.wire.asked) == tries
        assert "it is not tried again" in (await desk.notices())[0]
        await desk.save()
        assert await desk.filling.due_at() is not None

    async def test_a_host_that_asked_to_be_left_alone_is(self, desk: Desk) -> None:
        await desk.save()
        async with desk.store.write() as db:
            await save_host_wait(db, HostWait("desk.example", desk.clock.now() + timedelta(hours=2)))

        await desk.later()

        assert desk.wire.asked == []
        assert await desk.filling.due_at() == desk.clock.now() + timedelta(hours=2)

    async def test_several_pages_are_fetched_together(self, desk: Desk) -> None:
        pages = [f"https://desk{n % 3}.example/page/{n}" for n in range(9)]
        for page in pages:
            await desk.save(page)
            desk.wire.answers(page, HTML.replace("Five ways to answer", f"Page {page[-1]}"), headers=TYPE)

        await desk.later()

        assert sorted(await desk.titles()) == [f"Page {n}" for n in range(9)]

    async def test_a_page_undone_meanwhile_stays_away(self, desk: Desk) -> None:
        await desk.save()
        await desk.journal.undo()
        await desk.save("https://other.example/x")
        desk.wire.answers("https://other.example/x", HTML, headers=TYPE)

        await desk.later()

        assert [request.address for request, _ in desk.wire.asked] == ["https://other.example/x"]

    async def test_what_nobody_expected_costs_one_page(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        def stumbled(*_: object) -> None:
            raise KeyError("a bug")

        await desk.save()
        desk.wire.answers(PAGE, HTML, headers=TYPE)
        monkeypatch.setattr(Saved, "read", stumbled)

        await desk.later()

        assert "arrowtui stumbled over desk.example" in (await desk.notices())[0]
        assert "a bug" in caplog.text


async def test_no_round_asks_it_as_a_whole(desk: Desk) -> None:
    await desk.save()

    assert await desk.refresh.round(due_only=False, progress=lambda _: None) == ()
    assert await desk.refresh.round(["Saved pages"], due_only=False, progress=lambda _: None) == ()
