"""The Calls tab by keyboard: sections, states, answers; nothing is sent, everything is taken back by u."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from arrowtui.lanes.alike import sign_of
from arrowtui.model.call import AnswerState, Call, CallKind, Contact, ContactKind, Deadline, Flag, FlagCode, Precision
from arrowtui.model.call_board import Profile
from arrowtui.model.item import Scope, View
from arrowtui.model.lane import Lane
from arrowtui.store.calls import ReadCall
from arrowtui.ui.ports import Taste
from arrowtui.ui.screens.answer import AnswerScreen, mailto
from arrowtui.ui.screens.state import StateScreen
from tests.fakes import NOON
from tests.store.builders import an_item, arrived, placed
from tests.ui.conftest import Show, Shown
from tests.ui.stage import HOSTILE
from tests.ui.test_layout import Pictured
from tests.ui.world import Filled, World

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MAIL = Contact(ContactKind.EMAIL, "ida@desk.example")
FORM = Contact(ContactKind.FORM, "https://form.example/1")


def a_call(due: timedelta | None, *contacts: Contact, **facts: object) -> Call:
    deadline = None if due is None else Deadline(NOON + due, Precision.MINUTE, "by then")
    call = Call(CallKind.INTERVIEW, "Desk Weekly", deadline, contacts or (MAIL,), None, None, False)
    return replace(call, **facts)  # type: ignore[arg-type]  # fields of Call, named by the test


CALLS: tuple[tuple[str, Call], ...] = (
    ("Teachers on homework bans", a_call(3 * DAY, FORM, kind=CallKind.SURVEY)),
    ("Night-shift nurses in Leeds", a_call(2 * HOUR, criteria="nurses who work nights in or near Leeds")),
    ("Invest in crypto and tell us", a_call(DAY * 2, outlet=None)),
    ("Anyone who kept bees at work", a_call(None)),
    ("Pay 50 to be featured", a_call(DAY, flags=(Flag(FlagCode.PAYS, "asks for a fee", "pay 50"),))),
    ("Bakers before dawn", a_call(-HOUR)),
    ("Librarians who lend tools", a_call(DAY * 4, closed=True)),
    (HOSTILE, a_call(DAY * 9, outlet=HOSTILE, criteria=HOSTILE)),
)


async def calls(world: World) -> None:
    """A board with something in most sections."""
    source = await world.source("Call Board")
    batch = [
        replace(
            placed(an_item(title, title=title, author=f"Asker {number}", at=NOON - number * 5 * HOUR), Lane.CALL),
            call=ReadCall(call, sign_of(call)),
        )
        for number, (title, call) in enumerate(CALLS)
    ]
    await arrived(world.store, source, batch)


def with_profile(**words: tuple[str, ...]) -> Filled:
    async def fill(world: World) -> None:
        await calls(world)
        world.calls._profile = Profile(**words)  # type: ignore[arg-type]  # kinds of words, named by the test

    return fill


async def state_of(it: Shown) -> AnswerState | None:
    assert it.screen.row is not None
    line = await it.world.calls.call(it.screen.row.id)
    assert line is not None
    return line.kept.answer.state if line.kept.answer else None


async def test_calls_stand_under_their_sections_the_most_urgent_first(shown: Show) -> None:
    async with shown(size=(100, 40), fill=calls) as it:
        await it.press("3")

        text = it.text()
        places = [text.index(words) for words in ("Closing within a day", "nurses who work", "Open ·", "No deadline")]
        assert places == sorted(places)
        assert "2h left" in text
        assert "expired" in text
        assert "closed" in text
        assert it.screen.row is not None
        assert it.screen.row.title == "Night-shift nurses in Leeds"


async def test_a_scam_is_called_one_in_words_and_hands_over_no_contact(shown: Show) -> None:
    async with shown(size=(100, 40), fill=calls) as it:
        await it.press("3", "j")
        assert "scam?" in it.text()
        await it.press("a")

        assert "looks like a scam" in it.text()
        await it.press("ctrl+s")
        assert it.world.browser.opened == []


async def test_a_state_is_chosen_by_one_letter_shown_on_the_line_and_taken_back(shown: Show) -> None:
    async with shown(size=(100, 40), fill=calls) as it:
        await it.press("3", "i")
        assert isinstance(it.app.screen, StateScreen)
        await it.press("m")

        assert await state_of(it) is AnswerState.MAYBE
        assert "maybe" in it.text()
        await it.press("u")
        assert await state_of(it) is None
        assert it.said == "Undone: called it 'maybe'"


@pytest.mark.parametrize(
    ("key", "state"),
    [("n", "not me"), ("m", "maybe"), ("a", "answering"), ("d", "answered"), ("h", "heard back"), ("x", "nothing")],
)
async def test_each_letter_of_the_dialog_is_a_state(shown: Show, key: str, state: str) -> None:
    async with shown(size=(100, 40), fill=calls) as it:
        await it.press("3", "i", key)

        assert await state_of(it) == AnswerState(state)


async def test_an_answer_goes_to_the_mail_program_with_subject_and_text_and_stays_with_the_call(shown: Show) -> None:
    async with shown(size=(100, 40), fill=calls) as it:
        await it.press("3", "a")
        assert isinstance(it.app.screen, AnswerScreen)
        await it.press(*"Ünïcode & more", "ctrl+s")

        (link,) = it.world.browser.opened
        parts = parse_qs(urlsplit(link).query)
        assert link.startswith("mailto:ida@desk.example?")
        assert parts["subject"] == ["Re: Desk Weekly: Night-shift nurses in Leeds"]
        assert parts["body"][0].endswith("Ünïcode & more")
        assert await state_of(it) is AnswerState.ANSWERING

        await it.press("a")
        assert "Ünïcode & more" in it.text()


async def test_escape_keeps_what_was_typed_and_an_untouched_draft_leaves_no_trace(shown: Show) -> None:
    async with shown(size=(100, 40), fill=calls) as it:
        await it.press("3", "a", "escape")
        assert await state_of(it) is None

        await it.press("a", *"Half a sen", "escape")
        assert await state_of(it) is AnswerState.ANSWERING
        await it.press("a")
        assert "Half a sen" in it.text()


async def test_a_form_is_opened_with_the_answer_on_the_clipboard(shown: Show) -> None:
    async with shown(size=(100, 40), fill=calls) as it:
        await it.press("3", "j", "j", "j")
        assert it.screen.row is not None
        while it.screen.row.title != "Teachers on homework bans":
            await it.press("j")
        await it.press("a", *"Yes.", "ctrl+s")

        assert it.world.browser.opened == ["https://form.example/1"]
        assert it.app.clipboard.rstrip().endswith("Yes.")


async def test_what_the_profile_hides_is_told_and_shown_by_one_key(shown: Show) -> None:
    async with shown(size=(220, 45), fill=with_profile(profession=("nurse",), never=("crypto",))) as it:
        await it.press("3")
        assert "1 hidden by your filters (H shows them)" in it.text()
        assert "crypto" not in it.text()
        assert "fit  60" in it.text()

        await it.press("H")
        assert "Invest in crypto" in it.text()


async def test_the_grammar_of_all_tabs_holds_on_the_board(shown: Show) -> None:
    async with shown(size=(100, 40), fill=calls) as it:
        await it.press("3", "s", "j", "x", "x", "d")

        view = View(Lane.CALL, Scope.KEPT)
        assert len((await it.world.library.page(view)).rows) == 1
        assert len((await it.world.library.page(replace(view, scope=Scope.DISMISSED))).rows) == 2
        await it.press("u", "u")
        assert (await it.world.library.page(replace(view, scope=Scope.DISMISSED))).rows == ()


async def test_a_search_and_the_scopes_show_a_list_as_elsewhere(shown: Show) -> None:
    async with shown(size=(100, 40), fill=calls) as it:
        await it.press("3", "f")
        assert not it.screen.is_board
        assert len(it.titles) == len(CALLS)
        await it.press("f", "f", "f", "f")
        assert it.screen.is_board


@given(st.text(max_size=200), st.text(max_size=400))
def test_a_mail_link_gives_back_every_word_and_holds_no_bare_blank_or_control(subject: str, text: str) -> None:
    subject, text = (words.encode("utf-8", "ignore").decode() for words in (subject, text))

    link = mailto("ida@desk.example", subject, text)

    assert all(33 <= ord(letter) < 127 for letter in link)
    said = link.partition("?subject=")[2]
    assert unquote(said.partition("&body=")[0]) == subject
    assert unquote(said.partition("&body=")[2]).split("\r\n") == (text.splitlines() or [""])


Compare = Callable[..., bool]


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("size", [(80, 24), (160, 45)], ids=["80x24", "160x45"])
def test_how_the_board_looks(snap_compare: Compare, tmp_path: Path, size: tuple[int, int], theme: str) -> None:
    app = Pictured(tmp_path, with_profile(profession=("nurse",), never=("crypto",)), Taste(theme))

    async def go_there(pilot: Pilot[str]) -> None:
        app.it = Shown(app, pilot, app.world)  # type: ignore[arg-type]  # all that is asked of it are its screens
        await app.it.settled()
        await app.it.press("3", "i", "m")
        await app.it.look()

    assert snap_compare(app, terminal_size=size, run_before=go_there)


@pytest.mark.parametrize("keys", [("3",), ("3", "a"), ("3", "i")], ids=["empty", "answer", "state"])
def test_how_a_moment_with_calls_looks(snap_compare: Compare, tmp_path: Path, keys: tuple[str, ...]) -> None:
    async def nothing(world: World) -> None:
        await world.source("Quiet")

    app = Pictured(tmp_path, nothing if len(keys) == 1 else calls, Taste())

    async def go_there(pilot: Pilot[str]) -> None:
        app.it = Shown(app, pilot, app.world)  # type: ignore[arg-type]  # as above
        await app.it.settled()
        await app.it.press(*keys)

    assert snap_compare(app, terminal_size=(80, 24), run_before=go_there)
