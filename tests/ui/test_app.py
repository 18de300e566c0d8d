"""The screen as a whole: tabs, views, search, reading, notes, sources, leaving."""

import subprocess
import sys
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input

from arrowtui.model.errors_programs import ProgramMissing
from arrowtui.model.found import FoundSource
from arrowtui.model.item import KeptSearch, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.pack import Pack
from arrowtui.model.progress import Progress
from arrowtui.model.replace import replace
from arrowtui.model.subscription import FetchState, Trouble, Wish
from arrowtui.services.subscribe import Subscribe
from arrowtui.store.subscriptions import add_wish, save_fetch_state, source_rows
from arrowtui.ui.command import Place, Surface, commands_on
from arrowtui.ui.commands import COMMANDS
from arrowtui.ui.desk import Tab
from arrowtui.ui.panes.status import StatusLine, Tone
from arrowtui.ui.ports import Taste
from arrowtui.ui.screens.add import AddScreen
from arrowtui.ui.screens.asking import SAID
from arrowtui.ui.screens.help import HelpScreen
from arrowtui.ui.screens.main import MainScreen
from arrowtui.ui.screens.palette import PaletteScreen
from arrowtui.ui.screens.welcome import WelcomeScreen
from tests.fakes import NOON
from tests.store.builders import indexed
from tests.ui.conftest import Show, Shown
from tests.ui.world import TITLES, World, long, small


async def with_index(world: World) -> None:
    await small(world)
    await indexed(world.store)


TOO_SLOW = Trouble("ServerTooSlow", "nursing.example did not answer", "It will be asked again later.")


async def one_failing(world: World) -> None:
    await small(world)
    await now_failing(
        world, Trouble("ServerTooSlow", "nursing.example did not answer", "It will be asked again later.")
    )


async def now_failing(world: World, trouble: Trouble | None) -> None:
    """The first source fails since now, or no more."""
    source = (await world.library.sources())[0]
    state = FetchState(source.id, source.address, failures=3, failing_since=NOON, trouble=trouble)
    async with world.store.write() as db:
        await save_fetch_state(db, state)


# Start


async def test_the_first_tab_opens_at_its_newest_unread_item(shown: Show) -> None:
    async with shown() as it:
        assert it.tab() is Tab.TIPS
        assert it.row.title == TITLES[0]
        assert it.titles == list(TITLES)
        assert "Tips 6" in it.text() and "Chats 2" in it.text() and "Calls 1" in it.text()


async def test_the_poller_is_started_after_the_list_is_there(shown: Show) -> None:
    async with shown() as it:
        assert it.world.poller.is_running


def test_every_command_of_the_table_is_done_by_something() -> None:
    from arrowtui.ui.acts.everything import ACTS

    assert set(ACTS) == {command.id for command in commands_on(COMMANDS, Surface.MAIN, Surface.JOURNAL)}


def test_the_screen_never_loads_what_fetches_or_parses_feeds() -> None:
    code = """
import asyncio, sys, tempfile
from pathlib import Path
from tests.ui.world import a_world, small
async def main():
    with tempfile.TemporaryDirectory() as folder:
        async with a_world(Path(folder), small) as world:
            from arrowtui.ui.app import ArrowApp
            from arrowtui.ui.ports import Taste
            async with ArrowApp(world, Taste()).run_test(size=(120, 30)) as pilot:
                await pilot.pause()
                for key in ("j", "enter", "escape", "M", "a", "escape", "slash", "w", "escape", "2", "4", "1"):
                    await pilot.press(key)
asyncio.run(main())
heavy = {"httpx", "feedparser", "fastfeedparser", "lxml", "bs4", "dateutil", "yaml", "watchfiles"} & set(sys.modules)
assert not heavy, heavy
"""
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr[-2000:]


# Tabs and views


async def test_each_tab_remembers_its_cursor_and_view(shown: Show) -> None:
    async with shown() as it:
        await it.press("j", "j", "3", "f", "1")
        assert it.row.title == TITLES[2]
        assert it.screen.desk.view == View(Lane.TIP, Scope.UNREAD)

        await it.press("3")
        assert it.screen.desk.view == View(Lane.CALL, Scope.ALL)


async def test_tabs_by_chord(shown: Show) -> None:
    async with shown() as it:
        await it.press("g", "t")
        assert it.tab() is Tab.CHATS
        await it.press("g", "T", "g", "T")
        assert it.tab() is Tab.JOURNAL


async def test_a_pending_chord_is_shown_and_given_up(shown: Show) -> None:
    async with shown() as it:
        await it.press("g")
        hints = it.text()
        assert all(f"{key} {does}" in hints for key, does in it.screen.keys.answers())
        assert it.screen.rows.size.height == 21  # it lies over the bottom: nothing above moves

        it.screen.hasten("chord")
        await it.settled()
        assert "gg top" not in it.text()
        await it.press("j")
        assert it.row.title == TITLES[1]


async def test_f_goes_round_the_scopes_and_keeps_the_item(shown: Show) -> None:
    async with shown() as it:
        await it.press("j", "s")
        scopes = []
        for _ in range(5):
            await it.press("f")
            scopes.append(it.screen.desk.view.scope)

        assert scopes == [Scope.ALL, Scope.KEPT, Scope.LATER, Scope.DISMISSED, Scope.UNREAD]


async def test_an_empty_list_says_why_and_which_key_helps(shown: Show) -> None:
    async with shown() as it:
        await it.press("f", "f")
        assert "Nothing kept in Tips." in it.text()
        assert "s keeps an item" in it.text()


async def test_gg_and_g_reach_both_ends_of_a_long_list(shown: Show) -> None:
    async with shown(fill=long) as it:
        await it.press("G")
        assert it.row.title == "Item 1000"
        assert it.screen.rows.window.total == 1_000

        await it.press("g", "g")
        assert it.row.title == "Item 1"


@pytest.mark.parametrize(("key", "item"), [("ctrl+d", "Item 11"), ("pagedown", "Item 21"), ("down", "Item 2")])
async def test_pages_and_half_pages(shown: Show, key: str, item: str) -> None:
    async with shown(fill=long) as it:
        await it.press(key)
        assert it.row.title == item


# What arrives


async def test_arrivals_are_told_and_move_nothing(shown: Show) -> None:
    async with shown(fill=long) as it:
        await it.press(*["pagedown"] * 3, "j")
        source = (await it.world.library.sources())[0].id
        before, cursor = it.text().splitlines()[1:-2], it.row.id

        await it.world.items(source, "New one", "New two", newest=timedelta(seconds=5))
        await it.world.items(source, "An older new one", newest=timedelta(minutes=300))
        await it.look()

        assert it.text().splitlines()[1:-2] == before
        assert it.row.id == cursor
        assert "3 new · press ." in it.text()

        await it.press("full_stop")
        assert it.row.title == "New one"
        assert "new · press" not in it.text()


async def test_an_empty_list_shows_what_arrives_at_once(shown: Show) -> None:
    async def bare(world: World) -> None:
        await world.source("Desk")

    async with shown(fill=bare) as it:
        assert it.titles == []
        source = (await it.world.library.sources())[0].id

        await it.world.items(source, "First", "Second")
        await it.look()

        assert it.titles == ["First", "Second"]
        assert "new · press" not in it.text()


async def test_ones_own_marks_are_not_taken_for_arrivals(shown: Show) -> None:
    async with shown() as it:
        source = (await it.world.library.sources())[0].id
        await it.press("r", "d")
        await it.world.items(source, "New one", newest=timedelta(seconds=5))
        await it.look()
        assert "1 new · press ." in it.text()

        await it.press("r", "u", "u")
        assert "1 new · press ." in it.text()


async def test_the_counts_of_the_tabs_follow(shown: Show) -> None:
    async with shown() as it:
        await it.press("r")
        assert "Tips 5" in it.text()


async def test_progress_is_quiet_and_goes(shown: Show) -> None:
    async with shown(fill=one_failing) as it:
        it.world.poller.speak(Progress(412, 1_000, new=37, failing=2))
        await it.settled()
        assert "412/1,000 · 37 new · ! 2 failing" in it.text()

        it.world.poller.speak(Progress(1_000, 1_000, new=40, failing=1))
        await it.settled()
        assert "40 new · ! 1 failing" in it.text() and "1,000/1,000" not in it.text()

        it.screen.hasten("round")
        await it.settled()
        assert "40 new" not in it.text() and "! 1 failing" in it.text()


async def test_between_rounds_the_sources_that_fail_now_are_counted(shown: Show) -> None:
    async with shown(fill=one_failing) as it:
        await it.look()
        assert "! 1 failing" in it.text()

        it.world.poller.speak(Progress(1, 1, new=2))  # another source, which was due and is fine
        await it.settled()
        it.screen.hasten("round")
        await it.settled()
        assert "! 1 failing" in it.text()

        await now_failing(it.world, None)
        await it.look()
        assert "failing" not in it.text()


async def test_the_journal_is_never_seen_as_an_empty_list_of_noise(shown: Show) -> None:
    async with shown() as it:
        await it.press("4")

        assert not any("noise" in line for line in it.screen.rows.empty)


async def test_how_many_fail_is_true_as_soon_as_they_do_not(shown: Show) -> None:
    async def fill(world: World) -> None:
        await small(world)
        world.subscribe = Subscribe(world.store, world.book)  # type: ignore[assignment]  # here the file matters
        await world.subscribe.add([Wish("feed", f"https://{name}.example/feed") for name in ("one", "two", "three")])
        trouble = Trouble("NotThere", "not found (404)", "Add it anew.")
        async with world.store.write() as db:
            for row in await source_rows(db):
                if row.is_wanted:
                    await save_fetch_state(db, FetchState(row.id, row.address, failing_since=NOON, trouble=trouble))

    async with shown(size=(140, 30), fill=fill) as it:
        await it.look()
        assert "! 3 failing" in it.text()
        it.world.poller.speak(Progress(1, 1, failing=1))  # of a round that asked one of them
        await it.settled()
        assert "! 3 failing" in it.text()

        await it.press("g", "s", *"one.example", "ctrl+t", "escape")
        assert "! 2 failing" in it.text() and " paused" in it.text()
        await it.press("u")
        assert "! 3 failing" in it.text()

        it.world.book.remove("feed", "https://two.example/feed")  # by hand; the poller follows
        await it.world.subscribe.sync()
        await it.look()
        assert "! 2 failing" in it.text()


async def test_the_failing_sources_of_a_pack_go_with_it(shown: Show) -> None:
    wishes = (Wish("feed", "https://one.example/feed", "One"), Wish("feed", "https://two.example/feed", "Two"))

    async def fill(world: World) -> None:
        world.known_packs = [Pack("nurses", "Nurses", "For the ward", wishes)]
        world.subscribe = Subscribe(world.store, world.book)  # type: ignore[assignment]  # here the file matters

    async with shown(fill=fill) as it:
        await it.press("p", "enter")
        async with it.world.store.write() as db:
            for row in await source_rows(db):
                trouble = Trouble("NotThere", "not found (404)", "Add it anew.")
                await save_fetch_state(db, FetchState(row.id, row.address, failing_since=NOON, trouble=trouble))
        await it.look()
        assert "! 2 failing" in it.text()

        await it.press("u")
        assert it.said == "Undone: added 2 sources" and "failing" not in it.text()


async def test_who_wants_no_numbers_sees_none(shown: Show) -> None:
    async with shown(size=(160, 45), taste=Taste(has_counts=False)) as it:
        await it.world.items((await it.world.library.sources())[0].id, "Just in", newest=timedelta(seconds=1))
        await it.look()

        header = " ".join(it.text().splitlines()[0].split())
        assert header == "1 Tips 2 Chats 3 Calls 4 Journal unread · new · press ."
        panel = [line[: line.find("▕")].rstrip() for line in it.text().splitlines()[1:]]
        assert not any(character.isdigit() for line in panel for character in line)


# Search


async def test_search_narrows_while_one_types_and_esc_gives_all_back(shown: Show) -> None:
    async with shown(fill=with_index) as it:
        await it.press("slash", *"ward")
        assert it.titles == [TITLES[0]]
        assert it.place() is Place.SEARCH

        await it.press("escape")
        assert it.titles == list(TITLES)
        assert it.place() is Place.LIST


async def test_enter_goes_to_what_was_found_and_esc_leaves_the_search(shown: Show) -> None:
    async with shown(fill=with_index) as it:
        await it.press("slash", *"incident", "enter")
        assert it.place() is Place.LIST
        assert it.row.title == TITLES[2]

        await it.press("s", "escape")
        assert it.titles == list(TITLES)
        assert it.row.title == TITLES[2] and it.row.is_kept


async def test_what_arrives_during_a_search_leaves_its_count_as_it_was(shown: Show) -> None:
    async with shown(fill=with_index) as it:
        await it.press("slash", *"ward", "enter")
        await it.world.items((await it.world.library.sources())[0].id, "Just in", newest=timedelta(seconds=1))
        await it.look()

        assert it.text().splitlines()[0].endswith("“ward” · 1")


async def test_where_counting_stopped_it_is_said_that_there_may_be_more(
    shown: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("arrowtui.ui.desk.MOST_FOUND", 1)
    async with shown(fill=with_index) as it:
        await it.press("slash", *"ward", "enter")
        assert it.text().splitlines()[0].endswith("“ward” · 1+")

        await it.press("escape")
        assert it.text().splitlines()[0].endswith("unread · 6")


async def test_a_search_without_hits_says_so(shown: Show) -> None:
    async with shown(fill=with_index) as it:
        await it.world.journal.read([it.row.id], True)
        await it.press("slash", *"changed")
        assert "Nothing found for “changed” among what is unread in Tips." in it.text()
        assert "Enter, then f looks further" in it.text()

        await it.press("enter", "f")
        assert it.titles == [TITLES[0]]


async def test_keys_typed_into_the_search_are_words(shown: Show) -> None:
    async with shown(fill=with_index) as it:
        await it.press("slash", *"Qd?x1")

        assert it.screen.items.line.value == "Qd?x1"
        assert it.tab() is Tab.TIPS


async def test_arrows_walk_through_the_hits_while_typing(shown: Show) -> None:
    async with shown(fill=with_index) as it:
        await it.press("slash", "down", "down")

        assert it.row.title == TITLES[2]
        assert it.place() is Place.SEARCH


# Reading


async def test_enter_opens_the_item_and_that_marks_it_read(shown: Show) -> None:
    async with shown() as it:
        await it.press("enter")
        assert it.place() is Place.READER
        assert it.screen.has_class("-reading")
        assert TITLES[0] in it.text()
        assert it.row.is_read

        await it.press("escape")
        assert it.place() is Place.LIST
        assert TITLES[1] in it.text()


async def test_a_preview_beside_the_list_marks_nothing(shown: Show) -> None:
    async with shown(size=(120, 30)) as it:
        await it.press("j")
        assert it.screen.reader.reading is not None
        assert it.screen.reader.reading.row.title == TITLES[1]
        assert not it.row.is_read


async def test_a_text_far_too_long_begins_at_once_and_enter_shows_all_of_it(shown: Show) -> None:
    async def fill(world: World) -> None:
        rows = "".join(f"<tr><td>n{number}<td>word</tr>" for number in range(5_000))
        await world.items(await world.source(), "All prices", text=f"<table><tr><th>name<th>word</tr>{rows}</table>")

    async with shown(fill=fill) as it:
        await it.press("enter", "G")
        assert "the beginning of a very long text. Enter shows all of it" in it.text()
        assert "n4999" not in it.text()
        line = it.screen.reader.text.scroll_offset.y

        await it.press("enter")
        assert it.screen.reader.text.scroll_offset.y == line  # one reads on where one was
        await it.press("G")
        assert "n4999" in it.text()
        assert "the beginning of" not in it.text()
        assert it.said == ""


async def test_capital_j_and_k_walk_through_the_items_in_the_reader(shown: Show) -> None:
    async with shown() as it:
        await it.press("J", "J", "K")
        assert it.screen.reader.reading is not None
        assert it.screen.reader.reading.row.title == TITLES[1]
        assert [row.is_read for row in it.screen.rows.window.rows[:4]] == [False, True, True, False]


async def test_space_reads_on_to_the_next_unread(shown: Show) -> None:
    async with shown() as it:
        await it.press("space")
        assert it.place() is Place.READER
        await it.press("space")
        assert it.row.title == TITLES[1]
        assert it.screen.reader.reading is not None and it.screen.reader.reading.row.title == TITLES[1]


async def test_marking_in_the_reader_opens_the_next_item_there(shown: Show) -> None:
    async with shown() as it:
        await it.press("enter", "d")
        assert it.place() is Place.READER
        assert it.screen.reader.reading is not None and it.screen.reader.reading.row.title == TITLES[1]
        assert (await it.world.library.counts())[Lane.TIP].dismissed == 1


async def test_links_go_to_the_browser_and_the_clipboard(shown: Show) -> None:
    async with shown() as it:
        await it.press("o")
        assert it.world.browser.opened == [f"https://example.org/{TITLES[0]}"]
        assert it.said.startswith("Opened ")

        await it.press("y")
        assert it.app.clipboard == f"https://example.org/{TITLES[0]}"


# Notes and the Journal


async def test_the_text_is_handed_to_a_program(shown: Show) -> None:
    handed: list[tuple[str, str]] = []
    async with shown() as it:
        it.world.pipe = lambda text, line: handed.append((text, line))
        it.app.suspend = nullcontext  # type: ignore[method-assign, assignment]  # there is no terminal to give away
        await it.press("vertical_line", *"less", "enter")
        await it.press("j", "vertical_line", "enter")

        assert [line for _, line in handed] == ["less", "less"]
        assert handed[0][0].startswith(TITLES[0]) and handed[1][0].startswith(TITLES[1])


async def test_a_program_that_is_not_there_is_told(shown: Show) -> None:
    def missing(text: str, line: str) -> None:
        raise ProgramMissing(line)

    async with shown() as it:
        it.world.pipe = missing
        it.app.suspend = nullcontext  # type: ignore[method-assign, assignment]  # as above
        await it.press("vertical_line", *"nope", "enter")
        assert "There is no program 'nope' here" in it.said


async def test_a_note_is_written_beside_the_item_and_found_again(shown: Show) -> None:
    async with shown() as it:
        await it.press("j", "M")
        assert it.place() is Place.NOTE
        await it.press(*"try it", "escape")
        assert it.place() is Place.LIST
        assert it.row.note_count == 1
        assert "✎" in it.text()

        await it.press("4")
        assert "try it" in it.text()
        await it.press("enter")
        assert it.place() is Place.NOTE
        assert it.screen.note.note is not None and it.screen.note.note.text == "try it"
        assert it.screen.reader.reading is not None and it.screen.reader.reading.row.title == TITLES[1]


async def test_quitting_saves_the_words_just_typed(shown: Show) -> None:
    async with shown() as it:
        await it.press("M", *"last words")
        it.screen.quit()
        await it.pilot.pause()
        await it.app.workers.wait_for_complete()

        assert [row.opening for row in await it.world.library.journal()] == ["last words"]


async def test_capital_c_goes_to_the_notes_of_the_item(shown: Show) -> None:
    async with shown() as it:
        await it.press("C")
        assert (it.tab(), it.said) == (Tab.TIPS, "Nothing is noted beside this yet")
        await it.press("M", *"one", "escape", "j", "M", *"two", "escape", "k", "C")

        assert it.tab() is Tab.JOURNAL
        assert [row.opening for row in it.screen.journal_pane.notes] == ["one"]
        await it.press("escape")
        assert len(it.screen.journal_pane.notes) == 2


async def test_a_deleted_note_comes_back_by_undo(shown: Show) -> None:
    async with shown() as it:
        await it.press("M", *"keep me", "escape", "4", "D")
        assert it.said == "Deleted the note"
        assert "No notes yet." in it.text()

        await it.press("u")
        assert "keep me" in it.text()


async def test_the_persons_own_editor_gets_the_note_and_gives_it_back(
    shown: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with shown() as it:
        monkeypatch.setattr(it.app, "suspend", nullcontext)
        it.world.edit = lambda text, name: f"{text}, edited"
        await it.press("M", *"draft", "ctrl+e", "escape")

        assert [row.opening for row in await it.world.library.journal()] == ["draft, edited"]

        await it.press("u")
        assert it.said == "Undone: wrote a note in your editor"
        assert [row.opening for row in await it.world.library.journal()] == ["draft"]


async def test_an_editor_that_changed_nothing_is_no_step_to_undo(shown: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    async with shown() as it:
        monkeypatch.setattr(it.app, "suspend", nullcontext)
        it.world.edit = lambda text, name: text
        await it.press("M", *"draft", "ctrl+e", "escape", "u")

        assert it.said == "Undone: wrote a note"


# Side panel and sources


async def test_a_source_picked_in_the_side_panel_narrows_the_list(shown: Show) -> None:
    async with shown() as it:
        source = await it.world.source("Third Feed")
        await it.world.items(source, "Only here")
        await it.look()
        await it.press("F", "G", "enter")
        assert it.titles == ["Only here"]
        assert "Third Feed" in it.text().splitlines()[0]

        await it.press("r")
        assert it.said == "Marked 1 item read", "the keyboard is in the list"
        await it.press("escape")
        assert len(it.titles) == 6


async def test_what_is_picked_begins_at_its_top_unless_it_holds_the_item(shown: Show) -> None:
    async def two(world: World) -> None:
        await world.items(await world.source("Anew"), *(f"New {n}" for n in range(5)))
        await world.items(await world.source("Before"), *(f"Old {n}" for n in range(5)), newest=timedelta(days=1))

    async with shown(fill=two) as it:
        await it.look()
        await it.press("G", "k", "F", "G", "k", "enter")
        assert it.titles[0] == "New 0" and it.row.title == "New 0"

        await it.press("escape", "G", "k", "F", "G", "enter")
        assert it.titles[0] == "Old 0" and it.row.title == "Old 3"


async def test_a_tag_picked_in_the_side_panel_shows_all_that_has_it_and_esc_leads_back(shown: Show) -> None:
    async with shown() as it:
        first, second = it.screen.rows.window.rows[:2]
        await it.world.journal.tag([first.id, second.id], ["ward"], [])
        await it.world.journal.read([first.id], True)
        await it.press("3")
        await it.look()
        before = it.screen.desk.view
        await it.press("F", "G", "enter")
        assert it.titles == [first.title, second.title]
        assert "all · #ward" in it.text().splitlines()[0] and "→Tips" in it.text()

        await it.press("escape")
        assert it.screen.desk.view == before and it.screen.is_board


async def test_what_belongs_to_no_tab_is_told_and_can_be_seen(shown: Show) -> None:
    async def dull(world: World) -> None:
        await world.items(
            await world.source("Dull"), "Our office is closed on Friday", "Happy new year", lane=Lane.NOISE
        )

    async with shown(fill=dull, size=(140, 30)) as it:
        assert "2 unread belong to no tab" in it.text()

        await it.press("F", *["j"] * 5, "enter")
        assert it.titles == ["Our office is closed on Friday", "Happy new year"]
        assert "noise" in it.text().splitlines()[0]

        await it.press("m", "2", "escape")
        assert "Nothing unread in Tips" in it.text() and "1 unread belongs to no tab" in it.text()

        await it.press("2")
        assert it.titles == ["Our office is closed on Friday"]


async def test_searches_that_are_kept_stand_in_the_side_panel_and_esc_leaves_them(shown: Show) -> None:
    searches = (KeptSearch("Anything at night", "night"), KeptSearch("Night, calls only", "night", Lane.CALL))
    async with shown(fill=with_index, taste=Taste(searches=searches), size=(140, 30)) as it:
        everywhere = [title for title in TITLES if "night" in title.lower()]
        await it.press("F", *["j"] * 5, "enter")
        assert it.screen.desk.view == searches[0].view
        assert set(everywhere) < set(it.titles) and "A1: ask the night staff" in it.titles
        assert "→Chats" in it.text() and "Anything at night" in it.text()

        await it.press("escape", "escape")
        assert it.screen.desk.view == View(Lane.TIP)

        await it.press("F", "j", "enter")
        assert it.screen.desk.view == searches[1].view and it.titles == []
        await it.press("escape", "slash", "x", "escape")
        assert it.screen.desk.view == View(Lane.TIP)


async def test_a_sources_own_list_holds_all_it_brought_and_says_what_belongs_elsewhere(shown: Show) -> None:
    async def mixed(world: World) -> None:
        source = await world.source("Mixed")
        for lane in (Lane.TIP, Lane.CALL, Lane.NOISE):
            await world.items(source, f"From the {lane}", lane=lane)

    async with shown(fill=mixed, size=(140, 30)) as it:
        assert it.titles == ["From the tip"]
        assert "1 unread belongs to no tab · F lists what is noise" in it.text()

        await it.press("F", "G", "enter")
        assert sorted(it.titles) == ["From the call", "From the noise", "From the tip"]
        assert "→Calls" in it.text() and "→Noise" in it.text()

        await it.press("escape", "escape")
        assert it.titles == ["From the tip"]


async def test_what_is_wrong_is_told_whole_however_small_the_window(shown: Show) -> None:
    async with shown() as it:
        cursor, top = it.row.title, it.screen.rows.region.y
        it.screen.say(
            "The editor 'nosuch' was not found. Set VISUAL or EDITOR to the command of yours ([/b] is no mark), "
            "then press the key again.",
            Tone.TROUBLE,
        )
        await it.settled()
        assert "([/b] is no mark), then press the key again." in " ".join(it.text().split())
        assert it.row.title == cursor and it.screen.rows.region.y == top
        assert it.screen.query_one(StatusLine).region.height == 2

        await it.resized(200, 24)
        assert it.screen.query_one(StatusLine).region.height == 1
        await it.resized(80, 24)
        await it.press("s")
        assert it.screen.query_one(StatusLine).region.height == 1


async def test_all_sources_of_a_tag_are_one_list(shown: Show) -> None:
    async def tagged(world: World) -> None:
        await small(world)
        for name, tags in (("Ward", ("nursing", "uk")), ("Desk", ("nursing",)), ("Work", ("work",))):
            async with world.store.write() as db:
                wish = Wish("feed", f"https://{name.lower()}.example/feed", name, tags=tags)
                source = await add_wish(db, wish)
            await world.items(source, f"From {name}", lane=Lane.CALL if name == "Desk" else Lane.TIP)

    async with shown(fill=tagged, size=(140, 40)) as it:
        panel = it.text()
        assert panel.index("Sources tagged") < panel.index("nursing") < panel.index(" uk ") < panel.index(" work ")

        await it.press("F", "G", "k", "k", "enter")
        assert sorted(it.titles) == ["From Desk", "From Ward"]
        assert "→Calls" in it.text() and "Desk" in it.text()
        assert "unread · sources tagged nursing · 2" in it.text().splitlines()[0]
        await it.press("r", "r")
        assert it.said == "Marked 1 item read"

        await it.press("f", "f", "f")
        assert "Nothing put aside from sources tagged nursing." in it.text()
        await it.press("escape", "escape")
        assert it.screen.desk.view.source_tag is None and it.screen.desk.view.lane is Lane.TIP


async def test_what_was_said_is_not_said_for_ever(shown: Show) -> None:
    async with shown() as it:
        await it.press("s")
        assert it.said.startswith("Kept")
        it.screen.hasten(SAID)
        assert it.said == ""

        await it.press("A")
        assert it.said and not it.screen.is_waiting(SAID)  # a question waits for its answer


async def test_a_failing_source_says_so_in_words(shown: Show) -> None:
    async with shown(size=(140, 30)) as it:
        await now_failing(it.world, TOO_SLOW)
        it.world.clock.forward(hours=2)
        await it.look()
        assert "!failing 2h" in it.text()

        await it.press("F", *["j"] * 6)
        assert it.said == "nursing.example did not answer. It will be asked again later."
        await it.press("tab")
        assert it.said == ""
        await it.press("shift+tab")
        assert it.said.startswith("nursing.example did not answer")


async def test_an_address_that_is_pasted_into_the_list_is_offered_to_be_added(shown: Show) -> None:
    async with shown() as it:
        it.app.post_message(Paste("https://a.example/blog\n"))
        await it.settled()
        assert isinstance(it.app.screen, AddScreen)
        assert it.app.screen.query_one(Input).value == "https://a.example/blog"


async def test_other_words_that_are_pasted_into_the_list_are_not_taken_for_keys(shown: Show) -> None:
    async with shown() as it:
        for text in ("dd\nA y\nQ\n", "http://a.example/\x1b[31m", "https://a.example and more"):
            it.app.post_message(Paste(text))
            await it.settled()
            assert it.titles == list(TITLES) and it.said == "Nothing here takes pasted text"


async def test_what_is_pasted_into_the_search_line_stays_there(shown: Show) -> None:
    async with shown() as it:
        await it.press("slash")
        it.app.post_message(Paste("https://a.example/blog"))
        await it.settled()
        assert it.place() is Place.SEARCH and it.app.screen is it.screen


async def test_r_and_control_r_ask_the_poller(shown: Show) -> None:
    async with shown() as it:
        sources = {row.title: row.id for row in await it.world.library.sources()}
        await it.press("R", "ctrl+r")

        assert it.world.poller.asked == [(), (sources["Nursing Notes"],)]


async def test_sources_may_be_asked_before_the_store_has_told_of_them(shown: Show) -> None:
    async with shown(taste=Taste(has_sources=True)) as it:
        it.screen.sources = ()
        await it.press("R")
        assert it.world.poller.asked == [()]


async def test_plus_adds_a_source_and_has_it_asked(shown: Show) -> None:
    async with shown() as it:
        wish = Wish("feed", "https://new.example/feed", "New")
        it.world.found = [FoundSource(wish, "New")]
        await it.press("plus")
        assert isinstance(it.app.screen, AddScreen)
        await it.press(*"new.example", "enter", "enter")

        assert it.said == "Added 1 source; asking now"
        assert it.world.poller.reloads == 0, "told both ways the poller would ask it twice"
        assert len(it.world.poller.asked) == 1


# Help, palette, own keys


async def test_help_finds_a_command_by_words_and_runs_it(shown: Show) -> None:
    async with shown() as it:
        await it.press("question_mark")
        assert isinstance(it.app.screen, HelpScreen)
        await it.press(*"with a star", "enter")

        assert it.said == "Kept 1 item"


async def test_f1_helps_while_a_text_has_the_keyboard(shown: Show) -> None:
    async with shown() as it:
        await it.press("slash", "f1")
        assert isinstance(it.app.screen, HelpScreen)


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_the_palette_runs_a_command_by_name(shown: Show, key: str) -> None:
    async with shown() as it:
        await it.press(key)
        assert isinstance(it.app.screen, PaletteScreen)
        await it.press(*"journal of", "enter")

        assert it.tab() is Tab.JOURNAL


async def test_a_persons_own_keys_hold_and_are_shown(shown: Show) -> None:
    taste = replace(Taste(), keys={"keep": ["Z"], "dismiss": []})
    async with shown(taste=taste) as it:
        assert "Z keep" in it.text()
        await it.press("d", "Z")

        assert it.row.is_kept and not it.row.is_dismissed


async def test_esc_at_the_bottom_says_how_to_leave(shown: Show) -> None:
    async with shown() as it:
        await it.press("q")
        assert "Q quit" in it.text()


# Leaving and first run


async def test_the_terminals_own_key_stops_the_program_and_in_a_note_takes_typing_back(
    shown: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    stops: list[str] = []
    monkeypatch.setattr("arrowtui.ui.app.ArrowApp.action_suspend_process", lambda app: stops.append("stopped"))
    async with shown() as it:
        await it.press("ctrl+z")
        assert stops == ["stopped"]

        await it.press("M", "o", "k", "ctrl+z")
        assert stops == ["stopped"]
        assert "ok" not in (it.screen.note.unsaved or ("", ""))[1]


async def test_capital_q_leaves_and_ends_the_poller(shown: Show) -> None:
    async with shown() as it:
        await it.pilot.press("Q")
        await it.pilot.pause()
        await it.app.workers.wait_for_complete()

        assert not it.world.poller.is_running
        assert it.app.return_code == 0


async def welcomed(it: Shown) -> None:
    assert isinstance(it.app.screen, WelcomeScreen)


async def test_a_newcomer_meets_four_doors(shown: Show) -> None:
    async with shown(fill=None) as it:
        await welcomed(it)
        await it.press("a")
        assert isinstance(it.app.screen, AddScreen)
        await it.press("escape")
        await welcomed(it)
        await it.press("escape")
        assert "There are no sources yet." in it.text() and "g+ offers starter packs" in it.text()


async def test_who_wrote_sources_into_the_settings_by_hand_is_no_newcomer(shown: Show) -> None:
    async with shown(fill=None, taste=Taste(has_sources=True)) as it:
        assert isinstance(it.app.screen, MainScreen)


async def test_the_demo_door_leads_out(shown: Show) -> None:
    async with shown(fill=None) as it:
        await it.pilot.press("d")
        await it.pilot.pause()

        assert it.app.return_value == "demo"


async def test_a_starter_pack_brings_its_sources(shown: Show) -> None:
    async def fill(world: World) -> None:
        wishes = (Wish("feed", "https://one.example/feed", "One"), Wish("feed", "https://two.example/feed", "Two"))
        world.known_packs = [Pack("nurses", "Nurses", "For the ward", wishes)]

    async with shown(fill=fill) as it:
        await it.press("p", "enter")

        assert it.said == "Added 2 sources; asking now"
        assert {row.title for row in await it.world.library.sources()} == {"One", "Two"}


async def test_what_was_added_is_taken_out_of_the_settings_again(shown: Show) -> None:
    async def fill(world: World) -> None:
        wishes = (Wish("feed", "https://one.example/feed", "One"), Wish("feed", "https://two.example/feed", "Two"))
        world.known_packs = [Pack("nurses", "Nurses", "For the ward", wishes)]
        world.subscribe = Subscribe(world.store, world.book)  # type: ignore[assignment]  # here the file matters

    async with shown(fill=fill) as it:
        await it.press("p", "enter")
        world = it.world
        await world.items((await world.library.sources())[0].id, "Just in")
        text = world.book.path.read_text("utf-8")
        assert "one.example" in text and "two.example" in text
        assert it.screen.saying.keys == (("u", "undo"),)

        world.book.remove("feed", "https://two.example/feed")  # by hand, meanwhile
        await it.press("u")
        assert it.said == "Undone: added 2 sources"
        assert "one.example" not in world.book.path.read_text("utf-8") and world.poller.reloads == 1
        assert not any(row.is_wanted for row in await world.library.sources())
        assert [row.title for row in (await world.library.page(View(Lane.TIP))).rows] == ["Just in"]

        await it.press("g", "plus", "enter", "g", "plus", "enter")
        assert it.said == "You have it already" and not it.screen.saying.keys


async def test_starter_packs_are_still_there_when_there_are_sources(shown: Show) -> None:
    async def fill(world: World) -> None:
        await small(world)
        wishes = (Wish("feed", "https://one.example/feed", "One"),)
        world.known_packs = [Pack("nurses", "Nurses", "For the ward", wishes)]

    async with shown(fill=fill) as it:
        await it.press("g", "plus", "enter")

        assert it.said == "Added 1 source; asking now"

        await it.press("g", "plus", "escape")
        assert isinstance(it.app.screen, MainScreen)
