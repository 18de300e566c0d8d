"""The demo's world once it is filled: what a newcomer meets."""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from arrowtui.demo.__main__ import CHAT
from arrowtui.demo.clock import START, PastClock
from arrowtui.demo.home import demo_folders
from arrowtui.demo.screen import open_demo
from arrowtui.demo.world import fill
from arrowtui.gateways.places import Folders
from arrowtui.model.board import Grouping
from arrowtui.model.call import AnswerState, CallKind
from arrowtui.model.call_board import Ending, Section
from arrowtui.model.chat_board import Fate, WatchState, When
from arrowtui.model.errors_requests import HelperTold
from arrowtui.model.item import Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.progress import Progress
from arrowtui.model.review import WRAPPED
from arrowtui.services.boarding import Board
from arrowtui.services.calls import Calls
from arrowtui.services.gatherings import Gatherings
from arrowtui.services.library import Library
from arrowtui.services.occasions import Occasions
from arrowtui.services.reflection import Reflection
from arrowtui.settings import load_settings
from arrowtui.store import open_store
from arrowtui.wiring.shell import calls_on, chats_on


@pytest.fixture(scope="module")
def folders() -> Iterator[Folders]:
    with demo_folders() as folders:
        asyncio.run(fill(folders))
        yield folders


@pytest.fixture
async def library(folders: Folders) -> AsyncIterator[Library]:
    store = await open_store(folders.store_file, durable=False)
    yield Library(store)
    await store.close()


async def test_every_tab_has_something_read_and_something_new(library: Library) -> None:
    counts = await library.counts()

    assert all(counts[lane].total - counts[lane].unread >= 1 for lane in (Lane.TIP, Lane.CHAT, Lane.CALL))
    assert all(counts[lane].unread >= 10 for lane in (Lane.TIP, Lane.CHAT, Lane.CALL))
    assert 60 <= sum(count.total + count.dismissed for count in counts.values()) <= 160


async def test_there_is_an_edited_call_a_duplicate_and_a_silent_source(library: Library) -> None:
    calls = (await library.page(View(Lane.CALL, Scope.ALL))).rows
    sources = await library.sources()

    assert [row.title for row in calls if row.is_edited] == [
        "Night-shift nurses: what do you eat at three in the morning?",
        "Small shops: show us last month’s energy bill (extended to Thursday)",
    ]
    assert sum(row.title.startswith("School staff") for row in calls) == 1
    assert max(row.other_sources for row in calls) == 1
    assert [source.title for source in sources if source.trouble] == ["Public Health in Numbers"]
    assert all(source.total for source in sources)


async def test_answers_are_gathered_and_calls_stand_in_most_sections(folders: Folders) -> None:
    store = await open_store(folders.store_file, durable=False)
    clock = PastClock()
    (one,) = await Gatherings(store, clock).every()
    board = await Calls(store, clock, load_settings(folders.config_file).profile.profile()).board()
    await store.close()

    assert (one.answers, one.people, len(one.votes)) == (10, 10, 4)
    assert {section for section, _ in board.sections} >= {Section.CLOSING, Section.OPEN, Section.ANSWERED}
    lines = {line.row.title: line for _, lines in board.sections for line in lines}
    states = {line.kept.answer.state for line in lines.values() if line.kept.answer}
    assert states == {AnswerState.MAYBE, AnswerState.ANSWERING, AnswerState.ANSWERED, AnswerState.HEARD_BACK}
    extended = next(line for title, line in lines.items() if title.startswith("Small shops"))
    assert (extended.ending, extended.kept.extended_from is not None) == (None, True)
    assert (board.hidden, board.declined) == (1, 1)
    assert {line.ending for line in lines.values()} == {None, Ending.CLOSED, Ending.EXPIRED}
    assert [title for title, line in lines.items() if line.kept.call.is_scam] == [
        "Teachers, be the face of tomorrow’s classroom: guest spots on national television"
    ]
    assert [title[:27] for title, line in lines.items() if line.kept.call.kind is CallKind.POLL] == [
        "Teachers of years 7 to 9: h"
    ]


async def test_a_letter_of_queries_is_calls_that_know_of_each_other(library: Library) -> None:
    calls = (await library.page(View(Lane.CALL, Scope.ALL), limit=200)).rows
    letter = [row for row in calls if row.source_title == "Source Letters"]
    read = [await library.item(row.id) for row in letter]

    assert len(letter) == 5
    assert all(one is not None and one.call is not None and len(one.siblings) == 4 for one in read)


async def test_sessions_went_as_sessions_go(folders: Folders) -> None:
    store = await open_store(folders.store_file, durable=False)
    clock, settings = PastClock(), load_settings(folders.config_file)
    chats, calls = chats_on(store, clock, settings, folders), calls_on(store, clock, settings)
    board = await chats.board()
    reflection = Reflection(store, clock)
    await Occasions(store, clock, chats, calls, reflection).offer()
    offers = await reflection.offers()
    await store.close()
    parts = {when: [(line.chat.name, line.fate, line.state) for line in lines] for when, lines in board.parts}

    assert parts[When.LIVE] == [("Staffroom chat", None, None)]
    assert ("Tutor time", Fate.MOVED, None) in parts[When.NEXT]
    assert ("Staffroom chat", Fate.CANCELLED, None) in parts[When.NEXT]
    assert ("Tutor time", None, WatchState.WATCHING) in parts[When.TO_READ]
    assert {fate for _, fate, _ in parts[When.PAST]} == {None, Fate.CANCELLED, Fate.NO_SHOW}
    assert [(one.kind, one.words) for one in offers] == [(WRAPPED, "Tutor time has wrapped: look back?")]


async def test_what_was_kept_from_a_board_has_its_picture(folders: Folders) -> None:
    store = await open_store(folders.store_file, durable=False)
    board = Board(store)
    kept = {one.row.title: one.row.id for shelf in await board.shelves(Grouping.TAG) for one in shelf.items}
    pictures = {title: await board.picture(item) for title, item in kept.items()}
    await store.close()

    assert {title.split(":")[0] for title, found in pictures.items() if found} == {"Cheat sheet", "Infographic"}


async def test_there_are_kept_tagged_and_put_aside_items_and_notes_of_several_days(library: Library) -> None:
    counts, notes = await library.counts(), await library.journal()

    assert sum(count.kept for count in counts.values()) >= 5
    assert sum(count.later for count in counts.values()) >= 3
    assert {tag for tag, _ in await library.tags()} >= {"routines", "feedback", "templates"}
    assert len({note.changed_at.date() for note in notes}) >= 4


async def test_there_are_titles_of_many_scripts_and_one_that_is_too_long(library: Library) -> None:
    titles = [row.title for row in (await library.page(View(Lane.TIP, Scope.ALL), limit=200)).rows]

    assert any("コツ" in title for title in titles) and any("الدرس" in title for title in titles)
    assert any("👩" in title for title in titles) and max(map(len, titles)) > 180


async def test_everything_is_found_by_search(library: Library) -> None:
    found = (await library.page(View(None, Scope.ALL, words="tally"))).rows

    assert [row.title for row in found] == ["How to give feedback on thirty essays before the weekend is gone"]


def homes(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_the_screen_s_world_begins_at_its_hour_and_is_gone_when_it_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    async with open_demo() as services:
        assert len(await services.library.sources()) == 17
        assert timedelta() <= services.clock.now() - START < timedelta(minutes=1)
        assert len(homes(tmp_path)) == 1

    assert homes(tmp_path) == []


async def test_the_helper_lets_the_chat_go_on_and_ends_with_its_parent() -> None:
    with demo_folders() as folders:
        await fill(folders)
        ten_minutes_ago = (datetime.now(UTC) - timedelta(minutes=10)).isoformat()
        pipe = asyncio.subprocess.PIPE
        command = (sys.executable, "-m", "arrowtui.demo", "watch", str(folders.data_folder), ten_minutes_ago)
        helper = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe)
        assert helper.stdin is not None and helper.stdout is not None
        helper.stdin.write(f"refresh {CHAT}\n".encode())
        new = 0
        async with asyncio.timeout(60):
            while new == 0:
                new = msgspec.json.decode(await helper.stdout.readline(), type=Progress).new
            helper.stdin.close()
            code = await helper.wait()

        assert code == 0


async def test_an_address_of_the_demo_is_known_and_the_world_outside_is_not() -> None:
    async with open_demo() as services:
        (known,) = await services.probe("chalkboard.example.org/feed.xml")
        with pytest.raises(HelperTold, match="the demo has no network"):
            await services.probe("https://outside.example/")

    assert known.is_known and known.title == "The Patient Chalkboard"
