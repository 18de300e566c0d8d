"""Noting, answering again, linking, quoting, meeting again: with the keys a person presses, on a real store."""

import asyncio
from contextlib import nullcontext
from datetime import timedelta

import pytest
from textual.widgets import Input

from arrowtui.model.item import View
from arrowtui.model.lane import Lane
from arrowtui.model.link import to_item, to_note
from arrowtui.model.note import Note, NoteRow, Subject
from arrowtui.model.picture import Picture
from arrowtui.model.review import Event, Happening, Outcome, ReviewHour
from arrowtui.model.template import BUILT_IN, Template
from arrowtui.store.pictures import put_picture
from arrowtui.store.schedules import reviews_of
from arrowtui.ui.acts import offering
from arrowtui.ui.command import Place, Surface, commands_on
from arrowtui.ui.commands import COMMANDS
from arrowtui.ui.desk import Tab
from arrowtui.ui.ports import Taste
from arrowtui.ui.screens.board import BoardScreen
from arrowtui.ui.screens.history import HistoryScreen
from arrowtui.ui.screens.intentions import IntentionsScreen
from arrowtui.ui.screens.links import LinksScreen
from arrowtui.ui.screens.over import OverScreen
from arrowtui.ui.screens.quote import QuoteScreen
from arrowtui.ui.screens.review import ReviewScreen
from arrowtui.ui.screens.sheet import SheetScreen
from tests.fakes import NOON
from tests.ui.conftest import Show, Shown
from tests.ui.world import TITLES, World, small


async def notes(it: Shown) -> list[NoteRow]:
    return list(await it.world.notebook.rows())


async def only_note(it: Shown) -> Note:
    (row,) = await notes(it)
    found = await it.world.notebook.note(row.id)
    assert found is not None
    return found


# One line


async def test_c_notes_a_line_without_leaving_the_list(shown: Show) -> None:
    async with shown(taste=Taste(template=BUILT_IN["none"])) as it:
        await it.press("j", "c")
        assert it.place() is Place.CAPTURE
        await it.press(*"try it", "enter")

        assert (it.place(), it.row.title) == (Place.LIST, TITLES[1])
        assert it.said == "Noted: try it"
        note = await only_note(it)
        assert (note.text, note.about.title, note.subject) == ("try it", TITLES[1], Subject.of_item(it.row.id))
        assert it.row.note_count == 1

        await it.press("u")
        assert await notes(it) == []


async def test_outside_of_a_chat_the_prompts_follow_and_esc_keeps_what_was_answered(shown: Show) -> None:
    async with shown() as it:
        await it.press("c")
        assert "What? 1/3" in it.text()
        await it.press(*"a rota", "enter")
        assert "So what? 2/3" in it.text()
        await it.press("enter")
        await it.press(*"by Friday: ask", "escape")

        assert (await only_note(it)).text == "## What?\n\na rota\n\n## Now what?\n\nby Friday: ask"
        (meant,) = await it.world.reflection.intentions((it.world.clock.now() + timedelta(days=9)).date())
        assert (meant.words, str(meant.day)) == ("by Friday: ask", "2026-11-27")


async def test_while_a_chat_runs_there_is_no_prompt(shown: Show) -> None:
    async with shown() as it:
        await it.press("2", "c")
        assert "✎ Note" in it.text()
        await it.press(*"ask Jo", "enter")

        assert (await only_note(it)).text == "ask Jo"


async def test_after_keeping_c_asks_why_and_any_other_key_goes_on(shown: Show) -> None:
    async with shown() as it:
        await it.press("s")
        assert it.said == "Kept 1 item" and "why?" in it.text()
        await it.press("c")
        assert "Why keep it?" in it.text()
        await it.press(*"for Monday", "enter")
        assert (await only_note(it)).text == "for Monday"

        await it.press("j", "s", "d")
        assert it.said == "Dismissed 1 item", "the question was in nobody's way"
        await it.press("c")
        assert "Why keep it?" not in it.text()


async def test_nothing_written_is_no_note(shown: Show) -> None:
    async with shown() as it:
        await it.press("c", "escape", "c", "x", "backspace", "escape")

        assert await notes(it) == []
        assert it.place() is Place.LIST


async def test_the_line_goes_on_in_the_field_when_there_is_more_to_say(shown: Show) -> None:
    async with shown(taste=Taste(template=BUILT_IN["none"])) as it:
        await it.press("c", *"more", "ctrl+e")
        assert it.place() is Place.NOTE
        await it.press(*" and more", "escape")

        assert (await only_note(it)).text == "more and more"


async def test_in_the_journal_a_line_is_about_the_day(shown: Show) -> None:
    async with shown() as it:
        await it.press("4", "c", *"rain", "enter")

        note = await only_note(it)
        assert note.subject == Subject.of_day(it.world.clock.now().astimezone().date())
        assert note.about.title == "Monday, 23 November 2026"


async def test_prompts_of_ones_own_are_asked(shown: Show) -> None:
    own = Template("mine", "Mine", ("Und nun?",), "Und nun?")
    async with shown(taste=Taste(template=own)) as it:
        await it.press("c")

        assert "Und nun?" in it.text()


async def test_lines_whose_notes_are_not_begun_yet_go_to_drafts_when_the_program_ends(
    shown: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with shown() as it:

        async def never(*_: object, **__: object) -> Note:
            await asyncio.Event().wait()
            raise AssertionError

        monkeypatch.setattr(it.world.journal, "begin_note", never)
        await it.pilot.press("c", *"quick", "escape", "c", *"slow", "escape", "c", *"last")
        await it.pilot.pause()
        it.screen.on_unmount()
        monkeypatch.undo()

        recovered = await it.world.notes.recover()
        assert [one.note.text for one in recovered] == ["quick", "slow", "last"]
        it.screen.noting, it.screen.put_away = None, ()


# Layers, templates, history, links, quotes


async def test_answering_again_shows_what_was_written_before_and_leaves_it_alone(shown: Show) -> None:
    async with shown(size=(120, 40)) as it:
        await it.press("M", *"I like it", "escape")
        it.world.clock.forward(days=3)
        await it.press("M", "ctrl+n")
        assert it.place() is Place.NOTE
        assert "Mon 23 Nov 2026" in it.text() and "I like it" in it.text() and "layer 2" in it.text()
        await it.press(*"not any more", "escape")

        note = await only_note(it)
        assert [layer.text for layer in note.layers] == ["I like it", "not any more"]


async def test_words_in_the_field_are_saved_before_a_new_layer_begins(shown: Show) -> None:
    async with shown() as it:
        await it.press("M", *"just typed", "ctrl+n", *"new")
        await it.press("escape")

        assert [layer.text for layer in (await only_note(it)).layers] == ["just typed", "new"]


async def test_prompts_are_put_below_what_is_written(shown: Show) -> None:
    async with shown() as it:
        await it.press("M", *"hm", "ctrl+t", "enter", "escape")

        assert (await only_note(it)).text.startswith("hm\n\n## What?\n\n\n## So what?")


async def test_an_earlier_text_is_shown_with_its_differences_and_brought_back(shown: Show) -> None:
    async with shown(size=(120, 40)) as it:
        await it.press("M", *"first", "escape")
        note = await only_note(it)
        await it.world.journal.write_note(note.id, "second")
        await it.press("M", "ctrl+g")
        assert isinstance(it.app.screen, HistoryScreen)
        assert "- first" in it.text() and "+ second" in it.text()
        await it.press("enter", "escape")

        assert (await only_note(it)).text == "first"
        assert "second" in [text for _, text in await it.world.notebook.versions(note.layer.id)]


async def test_two_brackets_find_a_note_to_link_to_and_the_preview_leads_there(shown: Show) -> None:
    async with shown(size=(120, 40)) as it:
        goal = await it.world.journal.begin_note()
        await it.world.journal.write_note(goal.id, "Exit tickets are enough")
        await it.press("M", *"see ", "left_square_bracket", "left_square_bracket")
        assert isinstance(it.app.screen, LinksScreen)
        await it.press(*"tickets", "enter")
        assert it.place() is Place.NOTE
        await it.press("ctrl+o")
        assert "see Exit tickets are enough" in it.text()
        await it.press("semicolon", "enter")

        assert it.screen.note.note is not None and it.screen.note.note.id == goal.id
        rows = {row.id: row for row in await notes(it)}
        other = next(row for id, row in rows.items() if id != goal.id)
        assert (await it.world.notebook.note(other.id)).text == f"see {to_note(goal.id, 'Exit tickets are enough')}"  # type: ignore[union-attr]  # it is there
        await it.press("ctrl+o")
        assert "Linked from" in it.text()


async def test_a_link_to_a_title_nothing_has_yet_can_be_written(shown: Show) -> None:
    async with shown() as it:
        await it.press("M", "ctrl+l", *"one day", "enter", "escape")

        assert (await only_note(it)).text == "[[one day]]"


async def with_passages(world: World) -> None:
    source = await world.source("Nursing Notes")
    await world.items(source, "On rotas", text="First thing.</p><p>Second thing.")


async def test_a_passage_is_quoted_with_its_credit(shown: Show) -> None:
    async with shown(fill=with_passages, size=(120, 40)) as it:
        await it.press("enter", "quotation_mark")
        assert isinstance(it.app.screen, QuoteScreen)
        await it.press("j", "enter")
        assert it.place() is Place.NOTE
        await it.press(*"mine", "escape")

        assert (await only_note(it)).text == (
            "> Second thing.\n>\n> — [On rotas](<https://example.org/On rotas>)\n\nmine"
        )


async def test_several_passages_go_below_what_is_written_already(shown: Show) -> None:
    async with shown(fill=with_passages, size=(120, 40)) as it:
        await it.press(
            "M", *"before", "escape", "enter", "quotation_mark", "space", "space", "quotation_mark", "escape"
        )

        text = (await only_note(it)).text
        assert text.startswith("before\n\n> First thing.\n>\n> Second thing.\n>\n> — ")


@pytest.mark.parametrize(
    ("key", "title", "subject"),
    [
        ("1", TITLES[0], None),
        ("2", "Nursing Notes", "source"),
        ("3", "Monday, 23 November 2026", "day"),
        ("4", None, "alone"),
    ],
)
async def test_another_note_is_about_what_one_chooses(
    shown: Show, key: str, title: str | None, subject: str | None
) -> None:
    async with shown() as it:
        await it.press("N", key, *"hm", "escape")

        note = await only_note(it)
        assert note.about.title == title
        assert note.subject.kind.value == (subject or "item")


# The Journal


async def test_the_journal_is_searched_narrowed_by_tag_and_widened_again(shown: Show) -> None:
    async with shown() as it:
        for text in ("one apple", "two pears"):
            note = await it.world.journal.begin_note()
            await it.world.journal.write_note(note.id, text)
        await it.press("4", "slash", *"appl", "enter")
        assert [row.opening for row in it.screen.journal_pane.notes] == ["one apple"]
        await it.press("escape")
        assert len(it.screen.journal_pane.notes) == 2

        await it.press("t", *"fruit", "enter")
        assert it.said == "Tagged the note +fruit"
        await it.press("f", "enter")
        assert [row.tags for row in it.screen.journal_pane.notes] == [("fruit",)]
        await it.press("escape", "u")
        assert [row.tags for row in it.screen.journal_pane.notes] == [(), ()]


async def with_a_long_note(world: World) -> None:
    await small(world)
    first = await world.journal.begin_note()
    await world.journal.write_note(first.id, "A plain thought")
    world.clock.forward(minutes=1)
    last = await world.journal.begin_note()
    lines = "\n\n".join(f"Line {n}" for n in range(60))
    await world.journal.write_note(last.id, f"**A long one**, see {to_note(first.id, 'the plain one')}\n\n{lines}")


async def test_beside_the_journal_the_side_panel_narrows_the_notes_and_never_leaves_them(shown: Show) -> None:
    async with shown(size=(120, 40)) as it:
        for text in ("one apple", "one pear"):
            note = await it.world.journal.begin_note()
            await it.world.journal.write_note(note.id, text)
        await it.press("4", "F")
        assert it.tab() is Tab.JOURNAL and it.place() is Place.SIDE
        assert "No note has one yet" in it.text() and "Dismissed" not in it.text()

        await it.world.journal.tag_note(note.id, ["fruit"], [])
        await it.press("escape", "4", "1", "4", "F", "j")
        assert "#fruit" in it.text()
        await it.press("enter")
        assert it.tab() is Tab.JOURNAL
        assert [row.opening for row in it.screen.journal_pane.notes] == ["one pear"]

        await it.press("F", "enter")
        assert len(it.screen.journal_pane.notes) == 2

        await it.press("escape", "1", "F")
        assert "Dismissed" in it.text() and "#fruit" not in it.text()


async def test_the_note_under_the_cursor_is_read_beside_the_journal(shown: Show) -> None:
    async with shown(size=(120, 30), fill=with_a_long_note) as it:
        await it.press("4")
        assert "A long one, see the plain one" in it.text(), "as it reads, without marks"
        assert "Line 59" not in it.text()
        await it.press("space", "space", "space", "space")
        assert "Line 59" in it.text()

        await it.press("j")
        assert "A note that stands alone" in it.text()
        assert "Linked from" in it.text()
        await it.press("semicolon", "enter")
        assert it.screen.note.note is not None and it.screen.note.note.text.startswith("**A long one**")
        await it.press("escape")
        assert it.place() is Place.JOURNAL


async def test_no_key_of_the_journal_reaches_the_items_behind_it(shown: Show) -> None:
    async with shown(size=(120, 30), fill=with_a_long_note) as it:
        before = [(row.is_read, row.is_kept, row.is_dismissed) for row in it.screen.rows.window.rows]
        await it.press("4", *"nJKpdsULAW", "space", "semicolon", "escape")
        after = [(row.is_read, row.is_kept, row.is_dismissed) for row in it.screen.rows.window.rows]
        assert (it.screen.tab, it.place()) == (Tab.JOURNAL, Place.JOURNAL)
        assert after == before


async def test_the_search_of_a_tab_finds_notes_too(shown: Show) -> None:
    async with shown(size=(120, 30), fill=with_a_long_note) as it:
        await it.press("slash", *"plain thou", "enter")
        assert "1 note: 4" in it.text()
        await it.press("4")
        assert [row.opening for row in it.screen.journal_pane.notes] == ["A plain thought"]
        await it.press("escape")
        assert len(it.screen.journal_pane.notes) == 2


async def test_a_note_is_let_go_and_taken_up_again_in_the_journal(shown: Show) -> None:
    async with shown(fill=a_kept_thought) as it:
        await it.press("4", "x")
        assert it.said == "Let the note go"
        assert (await it.world.reflection.count()).left == 0
        await it.press("x")
        assert it.said == "Took the note up again"
        await it.press("u", "u")
        assert (await it.world.reflection.count()).left == 1


async def test_a_link_to_an_item_leads_into_the_reader(shown: Show) -> None:
    async with shown(size=(120, 40)) as it:
        item = it.screen.rows.window.rows[2]
        note = await it.world.journal.begin_note()
        await it.world.journal.write_note(note.id, f"See {to_item(item.id, 'that one')}")
        await it.press("4", "M", "ctrl+o", "semicolon", "enter")

        assert it.place() is Place.READER
        assert it.screen.reader.reading is not None and it.screen.reader.reading.row.id == item.id

        await it.press("C")
        assert [row.id for row in it.screen.journal_pane.notes] == [note.id], "and the item leads back to it"


# Meeting again


async def a_kept_thought(world: World) -> None:
    await small(world)
    row = (await world.library.page(View(Lane.TIP))).rows[0]
    note = await world.journal.begin_note(row.id)
    await world.journal.write_note(note.id, "A two-line handover.\n\nNow what: try it by Friday")
    world.clock.forward(days=2)


async def test_a_card_asks_before_it_shows_then_is_graded_and_undone(shown: Show) -> None:
    async with shown(fill=a_kept_thought, size=(100, 30)) as it:
        await it.look()
        assert "Journal 1" in it.text()
        await it.press("4", "r")
        assert isinstance(it.app.screen, ReviewScreen)
        footer = it.text().splitlines()[-1]
        assert "Esc back" in footer and "? help" in footer and len(footer) <= it.app.size.width
        assert "What did you mean to do?" in it.text() and "handover" not in it.text()
        await it.press("3")
        assert "A two-line handover." in it.text(), "a grade before looking only shows"
        assert "try it by Friday (by Fri 27 Nov)" in it.text()
        await it.press("3")
        assert "You have met 1 note today" in it.text() and "in 2 days" in it.text()
        await it.press("u")
        assert "1 of 1" in it.text()
        await it.press("L")
        assert "That is all" in it.text()
        await it.press("escape")
        assert it.tab() is Tab.JOURNAL


async def test_what_her_own_editor_made_of_a_new_layer_is_taken_back_by_itself(
    shown: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with shown(fill=a_kept_thought, size=(100, 30)) as it:
        monkeypatch.setattr(it.app, "suspend", nullcontext)
        it.world.edit = lambda text, name: f"{text}, and on Sundays"
        await it.press("g", "r", "space", "w", *"It worked")
        assert "^E $EDITOR" in it.text()
        await it.press("ctrl+e", "escape", "escape")
        note = await only_note(it)
        assert note.layer.text == "It worked, and on Sundays"

        await it.press("u")
        assert it.said == "Undone: wrote a note in your editor"
        assert (await only_note(it)).layer.text == "It worked"


async def test_the_keys_that_lead_to_the_review_lead_there_from_the_journal_too(shown: Show) -> None:
    async with shown(fill=a_kept_thought, size=(100, 30)) as it:
        for keys in (("4", "g", "r"), ("4", "r"), ("1", "g", "r")):
            await it.press(*keys)
            assert isinstance(it.app.screen, ReviewScreen), keys
            await it.press("escape")


async def test_used_it_asks_for_a_new_layer(shown: Show) -> None:
    async with shown(fill=a_kept_thought, size=(100, 30)) as it:
        await it.press("g", "r", "space", "w")
        await it.press(*"It worked with the night shift", "escape")
        assert "You have met 1 note today" in it.text()
        await it.press("escape")

        note = await only_note(it)
        assert [layer.text for layer in note.layers][1:] == ["It worked with the night shift"]
        assert [outcome for _, outcome in await reviews(it, note)] == [Outcome.USED]


async def reviews(it: Shown, note: Note) -> list[tuple[object, Outcome]]:
    async with it.world.store.reading() as db:
        return list(await reviews_of(db, note.id))


async def test_news_of_the_item_stand_on_the_card_and_l_leads_to_it(shown: Show) -> None:
    async with shown(fill=a_kept_thought, size=(100, 30)) as it:
        note = await only_note(it)
        await it.world.reflection.happened(note.id, Event(Happening.EXTENDED, "now until Friday"))
        await it.press("g", "r")
        assert "! The call was extended: now until Friday" in it.text()
        await it.press("l")

        assert it.place() is Place.READER
        assert it.screen.reader.reading is not None and it.screen.reader.reading.row.id == note.item


async def test_nothing_due_is_said_calmly(shown: Show) -> None:
    async with shown() as it:
        await it.press("g", "r")
        assert "Nothing is waiting for you today." in it.text()
        assert "c on an item notes a line beside it" in it.text()
        await it.press("3", "x", "w", "space")

        assert not isinstance(it.app.screen, ReviewScreen)


async def test_intentions_are_done_let_go_and_undone(shown: Show) -> None:
    async with shown(fill=a_kept_thought) as it:
        await it.press("g", "i")
        assert isinstance(it.app.screen, IntentionsScreen)
        assert "Within a week" in it.text() and "try it by Friday" in it.text()
        await it.press("space", "escape")
        until = (it.world.clock.now() + timedelta(days=9)).date()
        assert await it.world.reflection.intentions(until) == ()
        await it.press("u")
        assert len(await it.world.reflection.intentions(until)) == 1
        await it.press("g", "i", "enter")
        assert it.place() is Place.NOTE


async def test_the_board_has_what_was_never_looked_at_again_on_top(shown: Show) -> None:
    async with shown(size=(100, 30)) as it:
        await it.press("s", "j", "s", "t", *"ward", "enter")
        it.world.clock.forward(days=1)
        await it.press("k", "enter", "escape")  # opened the day after
        await it.press("g", "b")
        assert isinstance(it.app.screen, BoardScreen)
        assert "2 kept, 1 never looked at again, by tag" in it.text()
        text = it.text()
        assert text.index("#ward") < text.index("On no shelf")
        await it.press("f", "f")
        assert "by profession" in it.text()
        await it.press("f", "s")
        assert "1 kept" in it.text()
        await it.press("u")
        assert "2 kept" in it.text()
        await it.press("enter")
        assert it.place() is Place.READER


async def with_a_picture(world: World) -> None:
    await small(world)
    rows = (await world.library.page(View(Lane.TIP))).rows
    for row in (rows[1], rows[0]):
        await world.journal.keep([row.id], True)
        world.clock.forward(minutes=1)
    async with world.store.write() as db:
        await put_picture(db, rows[0].id, Picture(4, 4, bytes([200, 40, 40] * 8 + [40, 40, 200] * 8)), 0, NOON)


async def test_a_picture_stands_beside_the_board_where_there_is_one(shown: Show) -> None:
    async with shown(fill=with_a_picture, size=(120, 30)) as it:
        await it.press("g", "b")
        assert "▀▀▀▀" in it.text()
        await it.press("j")
        assert "▀" not in it.text()

    async with shown(fill=with_a_picture, size=(80, 24)) as it:
        await it.press("g", "b")
        assert "▀" not in it.text(), "a small screen is for the words"

    async with shown(fill=with_a_picture, size=(120, 30), taste=Taste(is_ascii=True)) as it:
        await it.press("g", "b")
        assert "▀" not in it.text()


async def test_the_letter_and_the_measures_are_read_on_the_screen(shown: Show) -> None:
    async with shown(fill=a_kept_thought, size=(100, 40)) as it:
        await it.press("s", "g", "l")
        assert isinstance(it.app.screen, SheetScreen)
        assert "What you kept" in it.text() and "A two-line handover." in it.text()
        await it.press("y")
        assert "## What you kept" in it.app.clipboard
        await it.press("p")
        assert "1 week ago" in it.text() and "No notes." in it.text()
        await it.press("escape", "g", "m")
        assert "Kept, and looked at again" in it.text() and "0 of 1 looked at again (0 %)" in it.text()


async def test_an_old_note_about_the_same_is_offered_quietly_and_opened_by_one_key(shown: Show) -> None:
    async with shown(size=(120, 30)) as it:
        note = await it.world.journal.begin_note()
        await it.world.journal.write_note(note.id, "A checklist for every night shift")
        await it.press("j")
        assert "You wrote about checklist, night, shift" in it.text()
        await it.press("enter", "apostrophe")

        assert it.screen.note.note is not None and it.screen.note.note.id == note.id
        await it.press("escape", "J")
        assert "You wrote about" not in it.text()


async def test_an_offer_waits_in_the_empty_status_line_and_becomes_a_note(shown: Show) -> None:
    async with shown(size=(100, 30)) as it:
        session = Subject.of_person("staffroomchat")
        await it.world.reflection.offer("wrapped", session, "#StaffroomChat has wrapped", detail="Q1 Why?\n\n")
        await it.look()
        assert "#StaffroomChat has wrapped  ' yes  ~ no" in it.text()
        await it.press("apostrophe")
        assert it.place() is Place.NOTE
        await it.press(*"because", "escape")

        note = await only_note(it)
        assert (note.subject, note.text) == (session, "Q1 Why?\n\nbecause")
        assert await it.world.reflection.offers() == ()


async def test_an_offer_is_waved_off_and_that_is_undone(shown: Show) -> None:
    async with shown() as it:
        await it.world.reflection.offer("closed", Subject.of_person("x"), "A call has closed")
        await it.look()
        await it.press("tilde")
        assert await it.world.reflection.offers() == ()
        await it.press("u")
        assert len(await it.world.reflection.offers()) == 1


async def test_the_hour_for_looking_back_is_offered_once(shown: Show) -> None:
    hour = ReviewHour(0, 11, 0)
    async with shown(fill=a_kept_thought, taste=Taste(review_hour=hour), size=(100, 24)) as it:
        it.world.clock.forward(days=5)
        for _ in range(2):
            offering.refresh(it.screen)
            await it.settled()
        assert "Your hour for looking back: 1 note waits" in it.text()
        await it.press("apostrophe")
        assert isinstance(it.app.screen, ReviewScreen)


# Everything at once


async def test_every_command_of_the_screens_of_their_own_is_done_by_something(shown: Show) -> None:
    async with shown() as it:
        for key, surface in (("r", Surface.REVIEW), ("b", Surface.BOARD), ("l", Surface.SHEET)):
            await it.press("g", key)
            over = it.app.screen
            assert isinstance(over, OverScreen)
            assert set(over.do()) >= {command.id for command in commands_on(COMMANDS, surface)}
            await it.press("escape")


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (160, 45)])
async def test_no_key_on_any_of_them_upsets_it_at_any_size(shown: Show, size: tuple[int, int]) -> None:
    async with shown(fill=a_kept_thought, size=size) as it:
        for opens in (("g", "r"), ("g", "b"), ("g", "l"), ("g", "m"), ("g", "i")):
            await it.press(*opens)
            for key in ("j", "k", "G", "space", "pagedown", "f", "p", "n", "semicolon", "escape", "escape"):
                await it.press(key)
            while len(it.app.screen_stack) > 2:
                await it.press("escape")


async def test_the_line_is_a_line_whatever_is_in_it(shown: Show) -> None:
    async with shown(taste=Taste(template=BUILT_IN["none"])) as it:
        await it.press("c")
        line = it.screen.capture_pane.query_one(Input)
        line.value = "[b]漢字\x1b[31m[/b] \u202eabc"
        await it.settled()
        await it.press("enter")

        assert (await only_note(it)).text == "[b]漢字[/b] abc"
