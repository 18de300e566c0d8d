"""Keys that come in a burst, as over a slow line: each goes where it was meant."""

import asyncio

import pytest
from textual import events
from textual.widgets import Input

from arrowtui.model.errors_store import StoreFull
from arrowtui.model.item import ItemId
from arrowtui.ui.acts import entering
from arrowtui.ui.command import Place
from tests.ui.conftest import Show
from tests.ui.test_app import with_index
from tests.ui.world import TITLES, small


async def test_keys_typed_ahead_go_to_what_the_keys_before_them_opened(shown: Show) -> None:
    async with shown(fill=with_index) as it:
        it.burst("/ward")
        await it.settled()
        assert it.screen.items.line.value == "ward" and it.titles == [TITLES[0]]

        await it.press("escape")
        it.burst("tdesk")
        await it.settled()
        assert it.app.screen.query_one(Input).value == "desk"
        await it.press("escape")
        assert not any(row.is_dismissed for row in it.screen.rows.window.rows)


@pytest.mark.parametrize("keys", ["M", "gn", "N1", "c"])
async def test_words_typed_before_the_line_of_a_note_opens_stand_in_it(shown: Show, keys: str) -> None:
    async with shown() as it:
        it.burst(f"{keys}drink water")
        await it.settled()

        note = it.screen.note.editor
        assert (note.text if note else it.screen.capture_pane.line.value) == "drink water"
        await it.press("escape")
        assert it.titles == list(TITLES) and it.row.title == TITLES[0]
        assert not any(row.is_dismissed or row.is_read for row in it.screen.rows.window.rows)


async def test_on_a_machine_so_slow_that_every_patience_is_over_no_key_goes_astray(
    shown: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("arrowtui.ui.typeahead.PATIENCE_S", 0.0001)
    async with shown() as it:
        it.burst("cdrink water")
        await it.settled()
        assert it.screen.capture_pane.line.value == "drink water"

        it.app.post_message(events.Key("escape", None))
        it.burst("/dda")
        await it.settled()
        assert it.screen.items.line.value == "dda"
        assert not any(row.is_dismissed or row.is_read for row in it.screen.rows.window.rows)


@pytest.mark.parametrize(("key", "opens"), [("c", "capture"), ("/", "search")])
async def test_an_answer_that_comes_just_as_a_line_opens_does_not_take_the_keyboard_from_it(
    shown: Show, key: str, opens: str
) -> None:
    async with shown() as it:
        it.screen.run_command(opens)
        entering.show_view(it.screen, it.screen.desk.view)  # the list was asked for just before
        await it.settled()
        await it.press(*"dd")

        line = it.screen.capture_pane.line if key == "c" else it.screen.items.line
        assert line.value == "dd" and it.place() in (Place.CAPTURE, Place.SEARCH)


async def test_a_pane_that_never_answers_keeps_no_key_waiting(shown: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("arrowtui.ui.typeahead.PATIENCE_S", 0.0001)
    answer = asyncio.Event()
    async with shown() as it:
        it.screen.rows.call_later(answer.wait)
        handed_out = it.app._followed + len("jjk")
        it.burst("jjk")
        async with asyncio.timeout(60):
            while it.app._followed < handed_out:  # noqa: ASYNC110 no event tells it
                await asyncio.sleep(0)

        answer.set()
        await it.settled()
        assert it.row.title == TITLES[1]


async def test_they_stand_in_it_when_the_field_is_there_from_before(shown: Show) -> None:
    async with shown() as it:
        await it.press("M", "a", "escape")
        it.burst("jMdd")
        await it.settled()

        assert it.screen.note.editor is not None and it.screen.note.editor.text == "dd"
        it.app.post_message(events.Key("ctrl+n", None))
        it.burst("x")
        await it.settled()
        assert it.screen.note.editor.text == "x"  # answered again, over what was written


async def test_words_typed_for_a_note_that_cannot_be_opened_are_no_commands(
    shown: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(item: ItemId) -> None:
        raise StoreFull("/full/disk")

    async with shown() as it:
        monkeypatch.setattr(it.screen.notes, "beside", full)
        it.burst("Mdad")
        await it.settled()
        assert "full" in it.said and not any(row.is_dismissed for row in it.screen.rows.window.rows)

        await it.press("d")  # and the next key is one again
        assert it.said == "Dismissed 1 item"


async def test_a_key_to_leave_with_waits_for_nothing(shown: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    never = asyncio.Event()

    async def silent(item: ItemId) -> None:
        await never.wait()

    async with shown() as it:
        monkeypatch.setattr(it.screen.notes, "beside", silent)
        await it.pilot.press("M")
        it.burst("Q")
        it.app.post_message(events.Key("ctrl+q", None))
        await it.pilot.pause()
        assert not it.app.is_running


async def test_words_typed_before_a_dialog_opens_that_asks_the_store_first(shown: Show) -> None:
    async with shown(fill=small) as it:
        it.burst("xxtnight")
        await it.settled()

        assert it.app.screen.query_one(Input).value == "night"
        await it.press("escape")
        it.burst("gasocial")
        await it.settled()
        assert it.app.screen.query_one(Input).value == "social"
