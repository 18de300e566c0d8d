"""The Calls tab by keyboard: sections, states, answers; nothing is sent, everything is taken back by u."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from arrowtui.lanes.alike import sign_of
from arrowtui.model.call import AnswerState, Call, CallKind, Contact, ContactKind, Deadline, Flag, FlagCode, Precision
from arrowtui.model.call_board import Profile
from arrowtui.model.errors_store import StoreFull
from arrowtui.model.item import Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.poll import Poll, PollOption
from arrowtui.model.replace import replace
from arrowtui.store.calls import ReadCall
from arrowtui.store.polls import Standing
from arrowtui.ui.drawing.head import sibling_address
from arrowtui.ui.panes.reader import ReaderPane
from arrowtui.ui.ports import Taste
from arrowtui.ui.screens.answer import AnswerScreen, mailto
from arrowtui.ui.screens.ask_again import AskAgainScreen
from arrowtui.ui.screens.state import StateScreen
from arrowtui.ui.widgets.linkpick import LinkUse
from tests.fakes import NOON
from tests.store.builders import an_item, arrived, placed
from tests.ui.conftest import Show, Shown
from tests.ui.stage import HOSTILE
from tests.ui.test_layout import Pictured
from tests.ui.world import Filled, World

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MAIL = Contact(ContactKind.EMAIL, "ida@desk.example")
FORM = Contact(ContactKind.FORM, "https://form.example/1")
SCAMMER = Contact(ContactKind.EMAIL, "fee@pay.example")


def a_call(due: timedelta | None, *contacts: Contact, **facts: object) -> Call:
    deadline = None if due is None else Deadline(NOON + due, Precision.MINUTE, "by then")
    call = Call(CallKind.INTERVIEW, "Desk Weekly", deadline, contacts or (MAIL,), None, None, False)
    return replace(call, **facts)  # type: ignore[arg-type]  # fields of Call, named by the test


CALLS: tuple[tuple[str, Call], ...] = (
    ("Teachers on homework bans", a_call(3 * DAY, FORM, kind=CallKind.SURVEY)),
    ("Night-shift nurses in Leeds", a_call(2 * HOUR, criteria="nurses who work nights in or near Leeds")),
    ("Invest in crypto and tell us", a_call(DAY * 2, outlet=None)),
    ("Anyone who kept bees at work", a_call(None)),
    ("Pay 50 to be featured", a_call(DAY, SCAMMER, flags=(Flag(FlagCode.PAYS, "asks for a fee", "pay 50"),))),
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


def only(call: Call) -> Filled:
    """One call, titled Wanted."""

    async def fill(world: World) -> None:
        source = await world.source("Call Board")
        item = an_item("Wanted", title="Wanted", author="Ida")
        await arrived(world.store, source, [replace(placed(item, Lane.CALL), call=ReadCall(call))])

    return fill


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
        assert it.text().count("reminds you before it closes") == 2, "each is told whole"
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
        assert "\r\n\r\nÜnïcode & more\r\n\r\nBest wishes," in parts["body"][0]
        assert await state_of(it) is AnswerState.ANSWERING

        await it.press("a")
        assert "Ünïcode & more" in it.text()


@pytest.mark.parametrize(("words", "has_body"), [("Grüße aus Köln. " * 60, True), ("Ä" * 4_000, False)])
async def test_a_long_answer_is_on_the_clipboard_too_lest_a_mail_program_drops_it(
    shown: Show, words: str, has_body: bool
) -> None:
    async with shown(size=(140, 40), fill=calls) as it:
        await it.press("3")
        assert it.screen.row is not None
        await it.world.calls.write(it.screen.row.id, contact=None, subject="Grüße", text=words)
        await it.press("a", "ctrl+s")

        (link,) = it.world.browser.opened
        assert link.startswith("mailto:ida@desk.example?subject=Gr%C3%BC%C3%9Fe&body=")
        assert (words.strip()[:20] in unquote(link)) is has_body
        assert it.app.clipboard == words
        assert it.said == "Handed to your mail program: ida@desk.example. It is long: the text is on the clipboard, too"
        line = await it.world.calls.call(it.screen.row.id)
        assert line is not None and line.kept.answer is not None and line.kept.answer.text == words


async def test_what_is_typed_is_saved_every_second_while_one_types(shown: Show) -> None:
    async with shown(size=(100, 40), fill=calls) as it:
        await it.press("3", "a", *"I work")
        screen = it.app.screen
        assert isinstance(screen, AnswerScreen)
        assert await state_of(it) is None

        screen.beat()
        await it.settled()
        line = await it.world.calls.call(it.screen.row.id) if it.screen.row else None
        assert line is not None and line.kept.answer is not None
        assert "say:\n\nI work\n\nBest wishes" in line.kept.answer.text
        assert " saved " in it.text()
        await it.press(*" nights")
        assert " saved " not in it.text()
        screen.beat()
        await it.press("escape")

        await it.press("u")  # one sitting is one step
        assert await state_of(it) is None


async def test_what_her_own_editor_made_of_an_answer_is_taken_back_in_the_field(
    shown: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with shown(size=(100, 40), fill=calls) as it:
        monkeypatch.setattr(it.app, "suspend", nullcontext)
        it.world.edit = lambda text, name: "All new"
        await it.press("3", "a")
        area = it.app.screen.query_one(TextArea)
        before = area.text

        await it.press("ctrl+e")
        assert area.text == "All new"
        await it.press("ctrl+z")
        assert area.text == before


async def test_a_store_that_does_not_take_the_draft_is_told_and_nothing_typed_is_lost(
    shown: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with shown(size=(100, 40), fill=calls) as it:
        await it.press("3", "a", *"I work")
        screen = it.app.screen
        assert isinstance(screen, AnswerScreen)

        async def full(*_: object, **__: object) -> None:
            raise StoreFull("store.db")

        with monkeypatch.context() as patched:
            patched.setattr(it.world.calls, "write", full)
            screen.beat()
            await it.settled()
            assert "not saved" in it.text()
        screen.beat()
        await it.settled()

        assert "not saved" not in it.text() and "saved" in it.text()


async def test_an_earlier_text_of_the_answer_is_brought_back_by_a_key(shown: Show) -> None:
    async with shown(size=(100, 40), fill=calls) as it:
        await it.press("3")
        assert it.screen.row is not None
        for text in ("First words.", "Second words."):
            await it.world.calls.write(it.screen.row.id, contact=None, subject="Re", text=text)
        await it.press("a")
        assert "an earlier text" in words(it) and "Second words." in it.text()

        await it.press("ctrl+g")
        assert "First words." in it.text()


async def test_where_one_replies_below_the_post_it_is_opened_with_the_answer_copied(shown: Show) -> None:
    async with shown(size=(100, 40), fill=only(a_call(DAY, Contact(ContactKind.DM, "@ida")))) as it:
        await it.press("3", "a", *"Yes.")
        assert "copy and open the post" in words(it)
        await it.press("ctrl+s")

        assert it.world.browser.opened == ["https://example.org/Wanted"]
        assert "\nYes.\n" in it.app.clipboard


async def test_the_page_of_a_scam_opens_only_at_the_second_press_of_its_key(shown: Show) -> None:
    scam = a_call(DAY, FORM, flags=(Flag(FlagCode.PAYS, "asks for a fee", "pay 50"),))
    async with shown(size=(100, 40), fill=only(scam)) as it:
        await it.press("3", "o")
        assert (it.world.browser.opened, it.said) == ([], "This looks like a scam: asks for a fee")
        await it.press("j", "o")
        assert it.world.browser.opened == []
        await it.press("o")
        assert it.world.browser.opened == ["https://example.org/Wanted"]

        await it.press("y")
        assert it.app.clipboard == ""
        await it.press("y")
        assert it.app.clipboard == "https://example.org/Wanted"


async def test_a_day_to_ask_again_is_typed_in_words_shown_reminded_of_and_taken_back(shown: Show) -> None:
    async with shown(size=(110, 40), fill=calls) as it:
        await it.press("3", "I")
        assert "From Monday 30 November 2026 on you are reminded." in it.text()
        await it.press(*"soon", "enter")
        assert isinstance(it.app.screen, AskAgainScreen)
        assert "names no day to come" in it.text()
        it.app.screen.query_one(Input).value = "Friday"
        await it.press("enter")

        row = it.screen.row
        assert row is not None
        line = await it.world.calls.call(row.id)
        assert line is not None and line.kept.answer is not None and line.kept.answer.follow_up_at is not None
        assert f"{line.kept.answer.follow_up_at.astimezone():%A %H}" == "Friday 09"
        it.world.clock.forward(days=4)
        it.screen._tell_time()
        await it.settled()
        assert "ask again" in it.text()

        await it.press("u")
        line = await it.world.calls.call(row.id)
        assert line is not None and line.kept.answer is None


async def test_an_empty_line_drops_the_day(shown: Show) -> None:
    async with shown(size=(110, 40), fill=calls) as it:
        await it.press("3", "I", "enter", "I")
        it.app.screen.query_one(Input).value = ""
        await it.settled()
        assert "Enter drops the day that is set" in it.text()
        await it.press("enter")

        assert it.said.startswith("Dropped the day to ask again")


async def test_the_deadline_of_a_call_or_all_of_them_go_into_a_calendar_file(shown: Show) -> None:
    async with shown(size=(110, 40), fill=calls) as it:
        await it.press("3", "g", "c")
        folder = it.world.exports_folder
        assert [path.name for path in folder.iterdir()] == ["call-night-shift-nurses-in-leeds.ics"]
        assert it.said.startswith("Wrote 1 deadline to")

        await it.press("x", "x", "g", "c")
        assert it.said.startswith("Wrote 2 deadlines to")
        await it.press("g", "C")
        assert "calls.ics" in it.text(), "the name of the file is told whole, however deep it lies"
        text = (folder / "calls.ics").read_text("utf-8")
        assert text.count("BEGIN:VEVENT") == 6  # not the scam, not the one without a deadline
        assert text.count("STATUS:CANCELLED") == 1


async def test_the_reader_tells_why_a_call_fits_who_passed_it_on_and_what_one_wrote(shown: Show) -> None:
    async def relayed(world: World) -> None:
        await with_profile(profession=("nurse",), never=("night",))(world)
        source = await world.source("Relay Desk")
        twin = replace(CALLS[1][1])
        item = an_item("relayed", title="RELAY: nurses", author="Bo", at=NOON - HOUR)
        await arrived(world.store, source, [replace(placed(item, Lane.CALL), call=ReadCall(twin, sign_of(twin)))])

    async with shown(size=(80, 40), fill=relayed) as it:
        await it.press("3", "H", "g", "g")
        assert it.screen.row is not None
        await it.world.calls.write(
            it.screen.row.id, contact="ida@desk.example", subject="Re: nights", text="I work nights."
        )
        await it.press("enter")

        text = words(it)
        assert "Fit 60 of 100: nurse" in text
        assert "Filtered by your “never”: night" in text
        assert "Also through Bo (Relay Desk)" in text
        assert "Your answer Re: nights to ida@desk.example: I work nights." in text


async def test_a_query_of_a_letter_shows_its_siblings_and_leads_to_them(shown: Show) -> None:
    async def letter(world: World) -> None:
        source = await world.source("Query Letters")
        root = "mail|letters.example|edition-7"
        batch = [
            replace(
                placed(
                    an_item(title, title=title, key=f"mail|letters.example|{n}", root_key=root, parent_key=root),
                    Lane.CALL,
                ),
                call=ReadCall(a_call(DAY * (n + 1))),
            )
            for n, title in enumerate(("Nurses on nights", "Bakers before dawn", HOSTILE))
        ]
        await arrived(world.store, source, batch)

    async with shown(size=(80, 40), fill=letter) as it:
        await it.press("3", "enter")
        text = it.text()
        assert text.index("In the same letter:") < text.index("· Bakers before dawn")

        it.screen.reader.post_message(ReaderPane.LinkWanted(sibling(it, "Bakers before dawn"), LinkUse.OPEN))
        await it.settled()
        assert it.screen.reader.reading is not None
        assert it.screen.reader.reading.row.title == "Bakers before dawn"


def words(it: Shown) -> str:
    """Everything on the screen as words in a row; what holds pairs together counts as a blank."""
    return " ".join(it.text().split())


def sibling(it: Shown, title: str) -> str:
    reading = it.screen.reader.reading
    assert reading is not None
    return next(sibling_address(item) for item, called in reading.siblings if called == title)


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
        assert "\nYes.\n" in it.app.clipboard


async def test_what_the_profile_hides_is_told_and_shown_by_one_key(shown: Show) -> None:
    async with shown(size=(220, 45), fill=with_profile(profession=("nurse",), never=("crypto",))) as it:
        await it.press("3")
        assert "1 hidden by your filters (H shows them)" in it.text()
        assert "· 1 hidden" in it.text().splitlines()[0]
        assert "crypto" not in it.text()
        assert "fit 60" in it.text()

        await it.press("H")
        assert "Invest in crypto" in it.text()


async def test_what_happens_to_a_call_meanwhile_is_seen_where_it_stands_and_nothing_moves(shown: Show) -> None:
    async with shown(size=(100, 40), fill=calls) as it:
        await it.press("3", "j", "j", "j")
        before = it.screen.calls_pane.list.key
        title, call = CALLS[1]
        source = next(row.id for row in await it.world.library.sources())
        item = an_item(title, title=title, author="Asker 1", at=NOON - 5 * HOUR, text="closed", fingerprint=b"edited")
        closed = replace(call, closed=True)
        await arrived(it.world.store, source, [replace(placed(item, Lane.CALL), call=ReadCall(closed))])
        await it.look()

        text = it.text()
        (line,) = [line for line in text.splitlines() if "nurses who work" in line]
        assert "closed" in line and "~" in line
        assert text.index("Closing within a day") < text.index("nurses who work") < text.index("Open ·")
        assert it.screen.calls_pane.list.key == before

        await it.press(".")
        text = it.text()
        assert text.index("Closed or expired") < text.index("nurses who work")


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


THEMES = pytest.mark.parametrize("theme", ["dark", "light"])
SIZES = pytest.mark.parametrize("size", [(80, 24), (160, 45)], ids=["80x24", "160x45"])


async def every_section(world: World) -> None:
    """The board with something in every section, and something folded away."""
    await with_profile(profession=("nurse",), never=("crypto",))(world)
    source = await world.source("Call Board")
    old = an_item("old", title="Anyone who kept a night diary", author="Asker 20", at=NOON - 40 * DAY)
    done = an_item("done", title="Ward managers who tried self-rostering", author="Asker 21", at=NOON - 2 * DAY)
    batch = [
        replace(placed(item, Lane.CALL), call=ReadCall(a_call(due))) for item, due in ((old, None), (done, DAY * 2))
    ]
    await arrived(world.store, source, batch)
    rows = (await world.library.page(View(Lane.CALL, Scope.ALL))).rows
    by_title = {row.title: row.id for row in rows}
    await world.calls.set_state([by_title["Ward managers who tried self-rostering"]], AnswerState.ANSWERED)
    await world.calls.follow_up(by_title["Ward managers who tried self-rostering"], NOON - HOUR)
    await world.calls.set_state([by_title["Night-shift nurses in Leeds"]], AnswerState.MAYBE)


async def a_poll(world: World) -> None:
    """A call that is a poll, its votes counted."""
    source = await world.source("Call Board")
    options = (PollOption("Never", 31), PollOption("Once a night", 12), PollOption("田中さんのように二時間", 7))
    poll = Poll(options, closes_at=NOON + DAY)
    item = an_item("naps", title="How often do you nap on nights?", author="Ida", text="Nurses only, please.")
    item = replace(item, draft=replace(item.draft, poll=poll))
    call = ReadCall(a_call(DAY, kind=CallKind.POLL))
    await arrived(world.store, source, [replace(placed(item, Lane.CALL), call=call, standing=Standing(poll, NOON))])


async def nothing(world: World) -> None:
    await world.source("Quiet")


MOMENTS: dict[str, tuple[Filled, tuple[str, ...]]] = {
    "board": (every_section, ("3",)),
    "board-end": (every_section, ("3", "G")),
    "board-unfolded": (every_section, ("3", "H")),
    "empty": (nothing, ("3",)),
    "answer": (calls, ("3", "a")),
    "scam": (calls, ("3", "j", "a")),
    "state": (calls, ("3", "i")),
    "ask-again": (calls, ("3", "I")),
    "reader": (every_section, ("3", "enter")),
    "poll": (a_poll, ("3", "enter")),
}


@THEMES
@SIZES
@pytest.mark.parametrize("moment", MOMENTS)
def test_how_calls_look(snap_compare: Compare, tmp_path: Path, moment: str, size: tuple[int, int], theme: str) -> None:
    fill, keys = MOMENTS[moment]
    app = Pictured(tmp_path, fill, Taste(theme))

    async def go_there(pilot: Pilot[str]) -> None:
        app.it = Shown(app, pilot, app.world)  # type: ignore[arg-type]  # all that is asked of it are its screens
        await app.it.settled()
        await app.it.press(*keys)
        await app.it.look()

    assert snap_compare(app, terminal_size=size, run_before=go_there)


async def test_all_read_is_for_the_calls_one_sees(shown: Show) -> None:
    async with shown(size=(100, 40), fill=with_profile(never=("crypto",))) as it:
        await it.press("3", "A")
        shown_calls = len(it.screen.calls_pane.list.window.rows)
        assert f"Mark {shown_calls} items read?" in it.text()

        await it.press("A")
        assert it.said == f"Marked {shown_calls} items read"
        assert (await it.world.library.counts())[Lane.CALL].unread == len(CALLS) - shown_calls > 0

        await it.press("A")
        assert it.said == "Nothing unread here"
