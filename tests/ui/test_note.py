"""The note pane: what is typed is handed over within a second, and nothing is ever lost."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import ComposeResult
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Static

from arrowtui.model.note import LayerId, NoteId
from arrowtui.model.replace import replace
from arrowtui.ui.app import ThemedApp
from arrowtui.ui.panes.note import NotePane
from arrowtui.ui.widgets.autosave import Autosave
from tests.ui.stage import HOSTILE, seen
from tests.written import a_note

AT = datetime(2026, 11, 23, 12, 3, tzinfo=UTC)
NOTE = a_note("First words.", layer=11, item=5, about="Exit tickets", at=AT)
OTHER = a_note(id=2, layer=12, item=5, at=AT)


def without_escapes(text: str) -> str:
    return text.replace("\x1b", "")


class Desk(ThemedApp):
    """Keeps what the pane hands over; saves it when told to."""

    def __init__(self, clean: Callable[[str], str] = without_escapes) -> None:
        super().__init__()
        self.pane = NotePane(clean)
        self.changes: list[tuple[LayerId, str]] = []
        self.closed: list[NoteId] = []
        self.previews: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_note_pane_changed(self, message: NotePane.Changed) -> None:
        self.changes.append((message.layer, message.text))

    def on_note_pane_closed(self, message: NotePane.Closed) -> None:
        self.closed.append(message.note)

    def on_note_pane_preview_wanted(self, message: NotePane.PreviewWanted) -> None:
        self.previews.append(message.text)


@pytest.fixture
def second(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second that is over at once."""
    monkeypatch.setattr("arrowtui.ui.panes.note.SAVE_AFTER_S", 0.001)


async def until(pilot: Pilot[str], has_come: Callable[[], object]) -> None:
    """Wait for what a timer does, however busy the machine is."""
    async with asyncio.timeout(60):
        while not has_come():
            await pilot.pause(0.01)


async def test_typing_begins_at_the_end_of_what_was_written() -> None:
    app = Desk()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.note = NOTE
        await pilot.pause()
        app.pane.begin_typing()
        await pilot.press("space", "o", "k")

        assert app.pane.unsaved == (NOTE.layer.id, "First words. ok")
        assert "Exit tickets" in seen(app) and "3 words" in seen(app)


async def test_a_change_is_handed_over_after_a_second_and_once(second: None) -> None:
    app = Desk()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.note = NOTE
        await pilot.pause()
        app.pane.begin_typing()
        await pilot.press("!")
        await until(pilot, lambda: app.changes)
        await pilot.pause(0.05)

        assert app.changes == [(NOTE.layer.id, "First words.!")]


async def test_saved_and_not_saved_are_said_in_words(second: None) -> None:
    app = Desk()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.note = NOTE
        await pilot.pause()
        app.pane.begin_typing()
        await pilot.press("!")
        await until(pilot, lambda: app.changes)
        app.pane.saved(NOTE.layer.id, "First words.!", AT)
        await pilot.pause()
        assert f"saved {AT.astimezone():%H:%M}" in seen(app)
        assert app.pane.unsaved is None

        app.pane.not_saved(NOTE.layer.id, "the disk is full")
        await pilot.pause()
        assert "not saved: the disk is full" in seen(app)


async def test_a_failed_save_is_tried_again(second: None) -> None:
    app = Desk()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.note = NOTE
        await pilot.pause()
        app.pane.begin_typing()
        await pilot.press("!")
        await until(pilot, lambda: app.changes)
        app.pane.not_saved(NOTE.layer.id, "the disk is full")
        await until(pilot, lambda: len(app.changes) == 2)

        assert app.changes == [(NOTE.layer.id, "First words.!")] * 2
        assert app.pane.unsaved == (NOTE.layer.id, "First words.!")


async def test_closing_hands_the_last_words_over_first() -> None:
    app = Desk()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.note = NOTE
        await pilot.pause()
        app.pane.begin_typing()
        await pilot.press("!")
        app.pane.close()
        await pilot.pause()

        assert (app.changes, app.closed) == ([(NOTE.layer.id, "First words.!")], [NOTE.id])


async def test_another_note_takes_the_field_and_the_first_one_is_handed_over() -> None:
    app = Desk()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.note = NOTE
        await pilot.pause()
        app.pane.begin_typing()
        await pilot.press("!")
        app.pane.note = OTHER
        await pilot.pause()
        app.pane.begin_typing()
        await pilot.press("n", "e", "w")

        assert app.changes == [(NOTE.layer.id, "First words.!")]
        assert app.pane.unsaved == (OTHER.layer.id, "new")


async def test_the_same_note_come_back_from_the_store_does_not_disturb_the_typing() -> None:
    app = Desk()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.note = NOTE
        await pilot.pause()
        app.pane.begin_typing()
        await pilot.press("!")
        app.pane.note = replace(NOTE, changed_at=datetime.now(UTC))
        await pilot.pause()
        await pilot.press("?")

        assert app.pane.unsaved == (NOTE.layer.id, "First words.!?")


async def test_what_is_pasted_is_cleaned() -> None:
    app = Desk()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.note = OTHER
        await pilot.pause()
        app.pane.begin_typing()
        app.post_message(Paste("a\x1b[31mb\nc"))
        await pilot.pause()

        assert app.pane.unsaved == (OTHER.layer.id, "a[31mb\nc")


async def test_a_line_too_long_to_wrap_at_every_key_is_not_wrapped_and_that_is_said() -> None:
    """A paragraph of a megabyte, pasted, written on, and cut again."""
    app = Desk()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.note = NOTE
        await pilot.pause()
        app.pane.begin_typing()
        field = app.pane.editor
        assert field is not None and field.soft_wrap
        app.post_message(Paste("word " * 200_000))
        await pilot.pause()
        assert not field.soft_wrap and field.wrapped_document.height == 1
        assert "a line too long to wrap" in str(app.pane.query_one("#state", Static).content)

        await pilot.press("x", "ctrl+z", "ctrl+z")
        await pilot.pause()
        assert field.text == NOTE.text and field.soft_wrap
        assert "too long" not in str(app.pane.query_one("#state", Static).content)


async def test_a_note_with_such_a_line_opens_unwrapped_and_the_next_is_wrapped() -> None:
    app = Desk()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.note = a_note("word " * 10_000)
        await pilot.pause()
        field = app.pane.editor
        assert field is not None and not field.soft_wrap

        app.pane.note = OTHER
        await pilot.pause()
        assert field.soft_wrap


async def test_text_from_the_editor_program_replaces_and_can_be_taken_back() -> None:
    app = Desk()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.note = NOTE
        await pilot.pause()
        app.pane.put_text("Written elsewhere.")
        await pilot.pause()
        assert app.pane.unsaved == (NOTE.layer.id, "Written elsewhere.")

        app.pane.begin_typing()
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert app.pane.editor is not None and app.pane.editor.text == "First words."


async def test_the_subject_and_the_text_are_drawn_to_the_letter() -> None:
    app = Desk()
    async with app.run_test(size=(110, 24)) as pilot:
        app.pane.note = a_note(HOSTILE, about=HOSTILE)
        await pilot.pause()

        assert seen(app).count("[red]x[/] [/b] [@click=app.quit]go[/]") == 2


@given(
    st.lists(
        st.one_of(
            st.text(max_size=8).map(lambda text: ("typed", text)),
            st.sampled_from([("beat", ""), ("confirmed", ""), ("refused", "")]),
        )
    )
)
def test_whatever_happens_a_text_is_safe_or_known_to_be_unsafe_and_due_again(steps: list[tuple[str, str]]) -> None:
    stored, on_its_way = "stored", list[str]()
    state = Autosave.of(stored)
    for step, text in steps:
        if step == "typed":
            state = state.typed(text)
        elif step == "beat" and state.is_due:
            state = state.handed_over()
            on_its_way.append(state.text)
        elif step == "confirmed" and on_its_way:
            stored = on_its_way.pop(0)
            state = state.confirmed(stored)
        elif step == "refused" and on_its_way:
            on_its_way.pop(0)
            state = state.refused("the disk is full")

        assert state.is_safe == (state.text == stored)
        # What is not safe is either due at the next beat or among what is being saved just now.
        assert state.is_safe or state.is_due or state.text in on_its_way
