"""What there is to be read is shown clean, whole and from the right place."""

import asyncio
from datetime import timedelta

import pytest

from arrowtui.model.document import Paragraph
from arrowtui.model.item import ItemId, ItemRow, Scope, View
from arrowtui.model.lane import ChosenBy, Lane
from arrowtui.model.note import NoteId, NoteRow
from arrowtui.model.poll import Poll, PollOption
from arrowtui.model.wire import Attachment, Body, Draft, Markup, Medium
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library
from arrowtui.store import Store
from arrowtui.store.deletion import delete_items
from tests.fakes import NOON, FakeClock
from tests.store.builders import a_source, an_item, arrived, indexed, placed, some
from tests.store.conftest import store

__all__ = ["store"]

ALL = View(None, Scope.ALL)


async def only_row(store: Store) -> ItemRow:
    (row,) = (await Library(store).page(ALL)).rows
    return row


async def test_an_item_is_read_with_all_that_is_known_of_it(store: Store) -> None:
    first, second = await a_source(store, title="First"), await a_source(store, "https://b.example/feed", "Second")
    draft = Draft(
        "a",
        body=Body("<p>Hello <b>you</b></p>"),
        comments_link="/comments",
        attachments=(Attachment("https://example.org/a.mp3", Medium.AUDIO), Attachment("javascript:alert(1)")),
        poll=Poll((PollOption("Yes", 3), PollOption("No"))),
        fields=(("Deadline", "Friday"),),
        warning="loud",
    )
    item = an_item("a", author="Ann", draft=draft)
    await arrived(store, first, [placed(item)])
    await arrived(store, second, [placed(item)])

    found = await Library(store).item((await only_row(store)).id)

    assert found is not None
    assert isinstance(found.document.blocks[0], Paragraph)
    assert "".join(span.text for span in found.document.blocks[0].spans) == "Hello you"
    assert (found.link, found.author, found.published_at) == ("https://example.org/a", "Ann", NOON)
    assert found.comments_link == "https://example.org/comments"
    assert [one.link for one in found.attachments] == ["https://example.org/a.mp3"]
    assert found.origins == ("First", "Second")
    assert (found.verdict.lane, found.verdict.chosen_by) == (Lane.TIP, ChosenBy.RULE)
    assert found.verdict.reasons == ("a rule of the test",)
    assert found.poll == draft.poll
    assert (found.fields, found.warning) == ((("Deadline", "Friday"),), "loud")


async def test_a_moved_item_says_that_the_person_moved_it(store: Store, clock: FakeClock) -> None:
    await arrived(store, await a_source(store), some(1))
    row = await only_row(store)
    await Journal(store, clock).move([row.id], Lane.CALL)

    found = await Library(store).item(row.id)

    assert found is not None
    assert (found.verdict.lane, found.verdict.chosen_by) == (Lane.CALL, ChosenBy.PERSON)


async def test_nothing_in_a_reading_can_move_the_cursor(store: Store) -> None:
    evil = "\x1b[31mred\x9b2J\u202egnol\x07"
    draft = Draft(
        "a",
        body=Body(evil, Markup.TEXT),
        attachments=(Attachment("https://example.org/\x1b", Medium.IMAGE, evil, evil),),
        poll=Poll((PollOption(evil),)),
        fields=((evil, evil),),
        warning=evil,
    )
    await arrived(store, await a_source(store), [placed(an_item("a", draft=draft))])

    found = await Library(store).item((await only_row(store)).id)

    assert not set(repr(found).replace("\\x", "")) & set("\x1b\x9b\u202e\x07")
    assert "\\x1b" not in repr(found) and "\\u202e" not in repr(found) and "\\x9b" not in repr(found)


async def test_a_long_body_is_set_off_the_loop(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[object] = []
    real = asyncio.to_thread

    async def noted(work: object, *given: object) -> object:
        threads.append(work)
        return await real(work, *given)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr("arrowtui.services.reading.asyncio.to_thread", noted)
    long = Draft("a", body=Body("<p>word</p>" * 10_000))
    await arrived(store, await a_source(store), [placed(an_item("a", draft=long))])

    found = await Library(store).item((await only_row(store)).id)

    assert found is not None and len(found.document.blocks) == 10_000
    assert len(threads) == 1


async def test_an_item_that_is_gone_is_no_reading_and_no_row(store: Store) -> None:
    await arrived(store, await a_source(store), some(2))
    library, (row, other) = Library(store), (await Library(store).page(ALL)).rows
    async with store.write() as db:
        await delete_items(db, ["feed|example.org|item-0"])

    assert await library.item(row.id) is None
    assert await library.rows([row.id, other.id, ItemId(1)]) == (other,)
    assert await library.links([row.id, other.id]) == {other.id: "https://example.org/item-1"}


async def test_a_change_of_another_process_is_noticed_once(store: Store) -> None:
    library = Library(store)
    assert await library.changed()
    assert not await library.changed()

    await a_source(store)

    assert await library.changed()
    assert not await library.changed()


async def test_the_latest_note_stands_beside_its_item(store: Store, clock: FakeClock) -> None:
    await arrived(store, await a_source(store), some(1))
    row, journal, library = await only_row(store), Journal(store, clock), Library(store)
    assert await library.note_of(row.id) is None
    for text in ("one", "two", ""):
        note = await journal.begin_note(row.id)
        if text:
            await journal.write_note(note.id, text)

    latest = await library.note_of(row.id)

    assert latest is not None and (latest.text, latest.about.title) == ("", row.title)
    assert (await only_row(store)).note_count == 2


async def test_the_journal_is_paged_from_the_last_change_back(store: Store, clock: FakeClock) -> None:
    journal, library = Journal(store, clock), Library(store)
    for number in range(7):
        clock.forward(minutes=number % 3)  # some share their minute
        note = await journal.begin_note(None)
        await journal.write_note(note.id, f"Note {number}\n\nwith more below")
    whole = await library.journal()

    paged, before = list[NoteRow](), None
    while rows := await library.journal(before, limit=3):
        paged += rows
        before = (rows[-1].changed_at, NoteId(rows[-1].id))

    assert tuple(paged) == whole
    assert [row.opening for row in whole] == [f"Note {number} with more below" for number in reversed(range(7))]


async def test_notes_are_searched_by_their_text_and_their_subject(store: Store, clock: FakeClock) -> None:
    await arrived(store, await a_source(store), some(1))
    journal, library = Journal(store, clock), Library(store)
    for item, text in ((None, "About apples"), (None, "About pears"), ((await only_row(store)).id, "Nothing special")):
        clock.forward(minutes=1)
        note = await journal.begin_note(item)
        await journal.write_note(note.id, text)

    assert [row.opening for row in await library.journal(words="about")] == ["About pears", "About apples"]
    assert [row.opening for row in await library.journal(words="about -pears")] == ["About apples"]
    assert [row.opening for row in await library.journal(words="item")] == ["Nothing special"]


async def test_a_note_with_control_characters_opens_clean(store: Store, clock: FakeClock) -> None:
    journal = Journal(store, clock)
    note = await journal.begin_note(None)
    await journal.write_note(note.id, "\x1b[31mred\x9b2J \u202egnol\x07")

    (row,) = await Library(store).journal()

    assert not set(row.opening) & set("\x1b\x9b\u202e\x07")


async def test_a_search_that_nobody_waits_for_any_more_is_stopped(store: Store) -> None:
    await arrived(store, await a_source(store), some(50))
    await indexed(store)
    library, view = Library(store), View(None, Scope.ALL, words="title")

    for steps in range(12):
        task = asyncio.create_task(library.page(view))
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait({task})

    assert len((await library.page(view)).rows) == 50


async def test_counts_and_tallies_agree(store: Store, clock: FakeClock) -> None:
    source = await a_source(store, title="Example")
    await arrived(store, source, [*some(5), *some(3, Lane.CALL, prefix="call")])
    library = Library(store)
    tips = (await library.page(View(Lane.TIP))).rows
    await Journal(store, clock).read([tips[0].id], True)

    counts = await library.counts()

    assert (counts[Lane.TIP].unread, counts[Lane.TIP].total, counts[Lane.CALL].total) == (4, 5, 3)
    assert await library.tally(View(Lane.TIP)) == 4
    assert await library.tally(View(Lane.TIP, Scope.ALL, words="title")) == 5
    assert await library.count_above(View(None, Scope.ALL), ItemId(0)) == 8
    (row,) = await library.sources()
    assert (row.title, row.unread, row.total) == ("Example", 7, 8)


async def test_pages_stay_whole_while_others_write(store: Store) -> None:
    source, library = await a_source(store), Library(store)
    await arrived(store, source, some(30))

    async def read() -> None:
        for _ in range(30):
            rows = (await library.page(ALL, limit=10)).rows
            assert len(rows) == 10
            assert [row.id for row in rows] == sorted({row.id for row in rows}, reverse=True)

    async def write() -> None:
        for number in range(20):
            await arrived(store, source, some(3, prefix=f"new-{number}", start=NOON + timedelta(hours=number)))

    await asyncio.gather(read(), write())
