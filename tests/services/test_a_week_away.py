"""A week without a poll: what was extended, closed and expired meanwhile is told apart when she comes back."""

import json
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Component

from arrowtui.lanes.calendar import calendar_of
from arrowtui.lanes.classify import classify
from arrowtui.model.call import AnswerState
from arrowtui.model.call_board import CallLine, Ending, Profile, Section
from arrowtui.model.item import Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.subscription import Wish
from arrowtui.services.calls import Calls
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library
from arrowtui.services.refresh import Refresh
from arrowtui.sources.registry import SOURCES
from arrowtui.store import Store, open_store
from arrowtui.store.subscriptions import add_wish
from tests.fakes import NOON, FakeClock, FakeWire

DESK, TAG = "https://desk.example/calls.json", "https://social.example/tag.json"
DAY = timedelta(days=1)
WANTED = "I am a reporter and would like to talk to {who}. Write to {who}@desk.example. Deadline: {due}."
BEFORE = {
    "nurses": WANTED.format(who="nurses", due="27 November, 17:00 GMT"),
    "bakers": WANTED.format(who="bakers", due="4 December, noon GMT"),
    "porters": WANTED.format(who="porters", due="25 November, 18:00 GMT"),
    "gamblers": WANTED.format(who="gamblers", due="9 December"),
}
AFTER = BEFORE | {
    "nurses": f"EXTENDED to 5 December, 17:00 GMT! {BEFORE['nurses']}",
    "bakers": f"UPDATE: this call is now closed, thank you all. {BEFORE['bakers']}",
    "cooks": WANTED.format(who="cooks", due="1 December, 10:00 GMT"),
}
POST = {"drivers": WANTED.format(who="drivers", due="6 December")}
NOTICE = {"full": "I have found everybody I need, thank you! This call is closed."}


def feed(entries: dict[str, str], author: str, changed: datetime, *, is_titled: bool = True) -> str:
    """A feed with one entry a name, each by the same author."""
    items = [
        {
            "id": f"https://{author}.example/{name}",
            "content_html": f"<p>{text}</p>",
            "date_published": (changed if text not in BEFORE.values() and name in NOTICE else NOON - DAY).isoformat(),
            "date_modified": changed.isoformat(),
            "authors": [{"name": author}],
            **({"title": f"{name.title()} wanted"} if is_titled else {}),
        }
        for name, text in entries.items()
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": author, "items": items})


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await open_store(tmp_path / "store.db", durable=False)
    async with store.write() as db:
        for address in (DESK, TAG):
            await add_wish(db, Wish("feed", address, lane=Lane.CALL))
    yield store
    await store.close()


async def test_a_week_away(store: Store, clock: FakeClock, wire: FakeWire) -> None:
    journal, library = Journal(store, clock), Library(store)
    calls = Calls(store, clock, Profile(profession=("nurse",), never=("gamblers",)))
    refresh = Refresh(store, wire, SOURCES, clock, classify, jitter=lambda: 0.5)
    wire.answers(DESK, feed(BEFORE, "ida", NOON - DAY))
    wire.answers(TAG, feed(POST, "bo", NOON - DAY, is_titled=False))
    await refresh.round(due_only=False, progress=lambda _: None)
    ids = {row.title.split()[0]: row.id for row in (await library.page(View(Lane.CALL, Scope.ALL))).rows}
    await journal.read(list(ids.values()), True)
    await calls.set_state([ids["Bakers"]], AnswerState.ANSWERED)
    await calls.set_state([ids["Nurses"]], AnswerState.MAYBE)
    first = events(calendar_of(await calls.deadlines(), clock.now()))

    clock.forward(days=7)
    assert await sections(calls) == {  # the clock alone, before anything is asked
        Section.OPEN: {"I"},
        Section.ANSWERED: {"Bakers"},
        Section.OVER: {"Nurses", "Porters"},
    }
    wire.answers(DESK, feed(AFTER, "ida", clock.now() - DAY))
    wire.answers(TAG, feed(POST | NOTICE, "bo", clock.now() - DAY, is_titled=False))
    for _ in range(2):  # the wire says once more what it said last
        await refresh.round(due_only=False, progress=lambda _: None)
    board = await calls.board()
    found = {line.row.title.split()[0]: line for _, lines in board.sections for line in lines}

    assert await sections(calls) == {
        Section.CLOSING: {"Cooks"},
        Section.OPEN: {"Nurses"},
        Section.ANSWERED: {"Bakers"},  # it stays there, and says that it is closed
        Section.OVER: {"Porters", "I"},
    }
    assert board.hidden == 1
    assert (found["Porters"].ending, found["Bakers"].ending, found["I"].ending) == (
        Ending.EXPIRED,
        Ending.CLOSED,
        Ending.CLOSED,
    )
    assert found["Nurses"].kept.extended_from == datetime.fromisoformat("2026-11-27T17:00+00:00")
    assert {title for title, line in found.items() if not line.row.is_read} == {"Nurses", "Bakers", "Cooks", "I"}
    assert state_of(found["Bakers"]) is AnswerState.ANSWERED
    again = events(calendar_of(await calls.deadlines(), clock.now()))
    assert set(first) < set(again)
    moved, over = again[f"call-{ids['Nurses']}@arrowtui"], again[f"call-{ids['Bakers']}@arrowtui"]
    assert moved.decoded("sequence") > first[f"call-{ids['Nurses']}@arrowtui"].decoded("sequence")
    assert (moved["status"], over["status"]) == ("CONFIRMED", "CANCELLED")
    assert moved.decoded("dtend") == datetime.fromisoformat("2026-12-05T17:00+00:00")


def events(written: bytes) -> dict[str, Component]:
    """The events of a calendar file by their names, as a calendar program reads them."""
    return {str(event["uid"]): event for event in Calendar.from_ical(written).walk("VEVENT")}


async def sections(calls: Calls) -> dict[Section, set[str]]:
    return {one: {line.row.title.split()[0] for line in lines} for one, lines in (await calls.board()).sections}


def state_of(line: CallLine) -> AnswerState | None:
    return line.kept.answer.state if line.kept.answer else None
