"""Whatever screen a suspected scam is met on, nothing of it is opened or copied at the first press."""

import ast
from datetime import timedelta
from pathlib import Path

import pytest

from arrowtui.model.call import Call, CallKind, Contact, ContactKind, Flag, FlagCode
from arrowtui.model.item import Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.replace import replace
from arrowtui.model.wire import Body
from arrowtui.store.calls import ReadCall
from arrowtui.ui.screens.commanded import CommandScreen
from tests.fakes import NOON
from tests.store.builders import an_item, arrived, placed
from tests.ui.conftest import Show, Shown
from tests.ui.test_session import chat
from tests.ui.world import World

PAGE, FORM = "https://example.org/scam", "https://pay.example/form"
MAIL = "mailto:Fee@pay.example"
TEXT = f'<p>Be on air: <a href="{FORM}">book here</a> or <a href="{MAIL}?subject=me">write</a>.</p>'
SCAM = Call(
    CallKind.INTERVIEW,
    "Big Hour",
    None,
    (Contact(ContactKind.FORM, FORM), Contact(ContactKind.EMAIL, "fee@pay.example")),
    None,
    None,
    closed=False,
    flags=(Flag(FlagCode.WEAK, "names no outlet", "a show"), Flag(FlagCode.PAYS, "asks for a fee", "pay 50")),
)
WORDS = f"""## What?

They want money: {FORM}
"""


async def kept_scam(world: World) -> None:
    """A scam that was kept and noted, its form quoted in the note and in a note beside nothing; both are due."""
    source = await world.source("Call Board")
    item = an_item("scam", title="Pay 50 to be on air", at=NOON - timedelta(hours=1), text="Be on air")
    item = replace(item, draft=replace(item.draft, body=Body(TEXT)))
    await arrived(world.store, source, [replace(placed(item, Lane.CALL), call=ReadCall(SCAM))])
    (row,) = (await world.library.page(View(Lane.CALL, Scope.ALL))).rows
    await world.journal.keep([row.id], True)
    note = await world.journal.begin_note(row.id)
    await world.journal.write_note(note.id, WORDS)


async def scam_kept_this_week(world: World) -> None:
    """The same, an hour later."""
    await kept_scam(world)
    world.clock.forward(hours=1)


async def due_scam(world: World) -> None:
    """The same, and its note is due."""
    await kept_scam(world)
    world.clock.forward(days=9)


async def scam_in_a_chat(world: World) -> None:
    """A post of a session that is read as a scam."""
    await chat(world)
    item = an_item("p2", title="A1", text="A1: two lines, no more #wardchat", author="@ida", link=PAGE, at=NOON)
    item = replace(item, published_at=NOON - timedelta(minutes=26))
    await arrived(world.store, 1, [replace(placed(item, Lane.CHAT), call=ReadCall(SCAM))])  # type: ignore[arg-type]


SCREENS = {
    "the board of calls: o": (kept_scam, ("3",), ("o",), PAGE),
    "the board of calls: y": (kept_scam, ("3",), ("y",), PAGE),
    "the text: o": (kept_scam, ("3", "enter"), ("o",), PAGE),
    "a list narrowed by words: o": (kept_scam, ("3", "slash", *"air", "enter"), ("o",), PAGE),
    "a link in the text": (kept_scam, ("3", "enter"), ("semicolon", "s"), FORM),
    "a link in the text by Enter": (kept_scam, ("3", "enter"), ("semicolon", "j", "j", "enter"), f"{MAIL}?subject=me"),
    "a link in the text, copied": (kept_scam, ("3", "enter"), ("semicolon", "j", "y"), FORM),
    "the board of what was kept": (kept_scam, ("g", "b"), ("o",), PAGE),
    "a review card": (due_scam, ("g", "r"), ("o",), PAGE),
    "the letter: ;": (scam_kept_this_week, ("g", "l"), ("semicolon", "a"), PAGE),
    "the letter: o": (scam_kept_this_week, ("g", "l"), ("o", "a"), PAGE),
    "the Journal": (kept_scam, ("4",), ("semicolon", "a"), FORM),
    "a note as it reads": (kept_scam, ("3", "M", "ctrl+o"), ("semicolon", "a"), FORM),
    "a session: o": (scam_in_a_chat, ("2", "enter", "tab", "j", "tab", "j"), ("o",), PAGE),
    "a session: Enter": (scam_in_a_chat, ("2", "enter", "tab", "j", "tab", "j"), ("enter",), PAGE),
    "a session: y": (scam_in_a_chat, ("2", "enter", "tab", "j", "tab", "j"), ("y",), PAGE),
    "people who answer": (scam_in_a_chat, ("2", "g", "p", "enter", "j"), ("o",), PAGE),
}


@pytest.mark.parametrize("screen", SCREENS)
async def test_a_suspected_scam_is_handed_over_at_the_second_press_only(shown: Show, screen: str) -> None:
    fill, way, gesture, link = SCREENS[screen]
    async with shown(size=(160, 45), fill=fill) as it:
        await walk(it, *way)
        await walk(it, *gesture)
        assert handed_over(it) == []
        assert "This looks like a scam: asks for a fee" in it.text()

        await walk(it, *gesture)
        assert handed_over(it) == [link]


@pytest.mark.parametrize("screen", ["the text: o", "the board of what was kept", "a review card", "people who answer"])
async def test_any_other_key_between_the_two_says_no(shown: Show, screen: str) -> None:
    fill, way, gesture, _ = SCREENS[screen]
    async with shown(size=(160, 45), fill=fill) as it:
        await walk(it, *way)
        await walk(it, *gesture, "Z", *gesture)

        assert handed_over(it) == []


async def test_the_contact_of_a_scam_is_asked_for_twice_wherever_it_is_quoted(shown: Show) -> None:
    async def quoted(world: World) -> None:
        await kept_scam(world)
        source = await world.source("Warnings")
        item = an_item("warning", title="Beware of this", at=NOON)
        text = f'<p>They write from <a href="mailto:fee@pay.example">here</a>, unlike <a href="{FORM}s">them</a>.</p>'
        item = replace(item, draft=replace(item.draft, body=Body(text)))
        await arrived(world.store, source, [placed(item)])

    async with shown(size=(160, 45), fill=quoted) as it:
        await walk(it, "enter", "semicolon", "s")
        assert handed_over(it) == []
        await walk(it, "semicolon", "d")
        assert handed_over(it) == [f"{FORM}s"]  # what nothing is known against opens at once


async def test_the_answer_to_a_scam_goes_nowhere_but_to_the_clipboard(shown: Show) -> None:
    async with shown(size=(160, 45), fill=kept_scam) as it:
        await walk(it, "3", "a", *"No.", "ctrl+s")

        assert it.world.browser.opened == []
        assert "pay.example" not in it.app.clipboard


async def test_saving_a_link_of_a_scam_is_asked_for_twice(shown: Show) -> None:
    async with shown(size=(160, 45), fill=kept_scam) as it:
        await walk(it, "3", "enter", "semicolon", "B")
        assert (await it.world.library.page(View(Lane.TIP, Scope.ALL))).rows == ()

        await walk(it, "semicolon", "B")
        assert len((await it.world.library.page(View(Lane.TIP, Scope.ALL))).rows) == 1


@pytest.mark.parametrize("way", [("g", "i"), ("T",), ("3", "enter", "apostrophe"), ("g", "a"), ("g", "m"), ("g", "s")])
async def test_screens_that_lead_to_notes_and_lists_open_no_browser(shown: Show, way: tuple[str, ...]) -> None:
    async with shown(size=(160, 45), fill=due_scam) as it:
        await walk(it, *way, "enter", "o")

        assert handed_over(it) == []


def test_one_gate_alone_hands_links_over() -> None:
    room = Path(__file__).parents[2] / "arrowtui"
    openers = {
        path.relative_to(room).as_posix()
        for path in room.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr == "open"
        and isinstance(node.value, ast.Attribute)
        and node.value.attr == "browser"
    }

    assert openers == {"ui/acts/linking.py"}


async def walk(it: Shown, *keys: str) -> None:
    await it.press(*keys)


def handed_over(it: Shown) -> list[str]:
    """What was opened, else what was copied."""
    assert isinstance(it.app.screen, CommandScreen) or not it.world.browser.opened
    return it.world.browser.opened or [copied for copied in [it.app.clipboard] if copied]
