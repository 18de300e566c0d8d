"""Calls on a real store: urgency, notices, repetitions, and the person's answers."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from arrowtui.model.call import AnswerState, Call, CallKind, Contact, ContactKind, Deadline, Precision
from arrowtui.model.call_board import CallBoard, CallLine, Ending, Profile, Section
from arrowtui.model.item import ItemId, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.subscription import SubscriptionId
from arrowtui.services.calls import Calls
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library
from arrowtui.store import Store, open_store
from arrowtui.store.answers import answer_steps
from arrowtui.store.calls import ReadCall
from arrowtui.store.items import delete_items
from tests.fakes import NOON, FakeClock
from tests.store.builders import a_source, an_item, arrived, placed

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NOBODY = Profile()
MAIL = Contact(ContactKind.EMAIL, "ida@desk.example")


def a_call(due: timedelta | None = None, **facts: object) -> Call:
    deadline = None if due is None else Deadline(NOON + due, Precision.MINUTE, "by then")
    return replace(Call(CallKind.INTERVIEW, "Desk", deadline, (MAIL,), "nurses", None, False), **facts)  # type: ignore[arg-type]  # fields of Call, named by the test


@dataclass
class Desk:
    """A store with calls and what one does there."""

    store: Store
    clock: FakeClock
    source: SubscriptionId
    profile: Profile = NOBODY

    @property
    def calls(self) -> Calls:
        return Calls(self.store, self.clock, self.profile)

    @property
    def journal(self) -> Journal:
        return Journal(self.store, self.clock)

    async def arrive(self, name: str, call: Call, sign: str = "", **item: object) -> ItemId:
        """One call arrives; returns its item."""
        one = an_item(name, **({"title": name, "author": "Ida"} | item))  # type: ignore[arg-type]  # fields of Item, named by the test
        await arrived(self.store, self.source, [replace(placed(one, Lane.CALL), call=ReadCall(call, sign))])
        rows = (await Library(self.store).page(View(Lane.CALL, Scope.ALL))).rows
        return next(row.id for row in rows if row.title == one.title)

    async def board(self) -> dict[Section, list[str]]:
        """Titles by section."""
        return titles(await self.calls.board())

    async def line(self, item: ItemId) -> CallLine:
        found = await self.calls.call(item)
        assert found is not None
        return found


def titles(board: CallBoard) -> dict[Section, list[str]]:
    return {section: [line.row.title for line in lines] for section, lines in board.sections}


@pytest.fixture
async def desk(tmp_path: Path, clock: FakeClock) -> AsyncIterator[Desk]:
    store = await open_store(tmp_path / "store.db", durable=False)
    yield Desk(store, clock, await a_source(store))
    await store.close()


async def test_calls_stand_by_urgency_and_pass_from_section_to_section_as_time_goes(desk: Desk) -> None:
    await desk.arrive("in two days", a_call(2 * DAY))
    await desk.arrive("in an hour", a_call(HOUR))
    await desk.arrive("in three hours", a_call(3 * HOUR))
    await desk.arrive("whenever", a_call())
    assert await desk.board() == {
        Section.CLOSING: ["in an hour", "in three hours"],
        Section.OPEN: ["in two days"],
        Section.NO_DEADLINE: ["whenever"],
    }

    desk.clock.forward(hours=30)
    assert await desk.board() == {
        Section.CLOSING: ["in two days"],
        Section.NO_DEADLINE: ["whenever"],
        Section.OVER: ["in three hours", "in an hour"],
    }

    desk.clock.forward(days=25)
    assert (await desk.board())[Section.STALE] == ["whenever"]


async def test_what_its_asker_closed_is_told_from_what_expired(desk: Desk) -> None:
    closed = await desk.arrive("closed", a_call(DAY, closed=True))
    expired = await desk.arrive("expired", a_call(-HOUR))

    assert (await desk.line(closed)).ending is Ending.CLOSED
    assert (await desk.line(expired)).ending is Ending.EXPIRED


# What other posts say of a call


async def test_a_notice_in_its_thread_closes_a_call_and_returns_it_to_new(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(DAY))
    await desk.journal.read([call], True)

    notice = await desk.arrive("got enough", a_call(closed=True), parent_key="feed|example.org|nurses wanted")

    line = await desk.line(call)
    assert (line.ending, line.kept.closed_by) == (Ending.CLOSED, notice)
    assert (line.row.is_read, line.row.is_edited) == (False, True)
    assert (await desk.board()) == {Section.OVER: ["nurses wanted"]}


async def test_a_notice_of_its_own_closes_the_only_call_its_author_has_open(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(DAY))
    await desk.arrive("of somebody else", a_call(DAY), author="Bo")

    await desk.arrive("closing now", a_call(closed=True), at=NOON + HOUR)

    assert (await desk.line(call)).ending is Ending.CLOSED
    assert (await desk.board())[Section.CLOSING] == ["of somebody else"]


async def test_a_notice_that_may_mean_either_of_two_closes_neither(desk: Desk) -> None:
    calls = [await desk.arrive(name, a_call(DAY)) for name in ("nurses wanted", "teachers wanted")]

    await desk.arrive("closing now", a_call(closed=True), at=NOON + HOUR)

    assert [(await desk.line(call)).ending for call in calls] == [None, None]


async def test_an_extension_in_the_thread_moves_the_deadline_visibly(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(HOUR))
    await desk.journal.read([call], True)

    by = await desk.arrive("until Friday", a_call(3 * DAY), parent_key="feed|example.org|nurses wanted")

    line = await desk.line(call)
    assert line.kept.call.deadline is not None
    assert line.kept.call.deadline.at == NOON + 3 * DAY
    assert (line.kept.extended_from, line.kept.extended_by) == (NOON + HOUR, by)
    assert not line.row.is_read
    assert await desk.board() == {Section.OPEN: ["nurses wanted"]}


async def test_an_edit_that_extends_is_seen_as_one(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(HOUR))

    await desk.arrive("nurses wanted", a_call(DAY), text="EXTENDED", fingerprint=b"another")

    line = await desk.line(call)
    assert line.kept.extended_from == NOON + HOUR
    assert line.row.is_edited


async def test_the_same_call_through_several_relays_stands_there_once(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(DAY), "sign")
    await desk.arrive("RELAY: nurses wanted", a_call(DAY), "sign", author="Bo", at=NOON + HOUR)
    await desk.arrive("again", a_call(DAY), "sign", author="Cy", at=NOON + 2 * HOUR)

    assert await desk.board() == {Section.CLOSING: ["nurses wanted"]}
    assert (await desk.line(call)).kept.others == 2


# The person's side


async def test_a_state_is_dated_undone_and_never_lost(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(DAY))
    for state in (AnswerState.MAYBE, AnswerState.ANSWERING, AnswerState.ANSWERED):
        desk.clock.forward(minutes=10)
        await desk.calls.set_state([call], state)
    assert await desk.board() == {Section.ANSWERED: ["nurses wanted"]}

    await desk.journal.undo()
    line = await desk.line(call)
    assert line.kept.answer is not None
    assert line.kept.answer.state is AnswerState.ANSWERING
    await desk.journal.undo()
    await desk.journal.undo()

    assert (await desk.line(call)).kept.answer is None
    async with desk.store.reading() as db:
        steps = [state for state, _ in await answer_steps(db, call)]
    assert steps == [
        AnswerState.MAYBE,
        AnswerState.ANSWERING,
        AnswerState.ANSWERED,
        AnswerState.ANSWERING,
        AnswerState.MAYBE,
        None,
    ]


async def test_the_same_state_again_is_no_step(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(DAY))
    await desk.calls.set_state([call], AnswerState.MAYBE)

    assert (await desk.calls.set_state([call], AnswerState.MAYBE)).count == 0
    await desk.journal.undo()
    assert await desk.journal.undo() is None


async def test_not_me_leaves_the_board_and_is_counted(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(DAY))
    await desk.calls.set_state([call], AnswerState.NOT_ME)

    board = await desk.calls.board()

    assert (titles(board), board.declined) == ({}, 1)


async def test_a_draft_stays_with_the_call_and_makes_it_one_that_is_being_answered(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(DAY))
    await desk.calls.write(call, contact="ida@desk.example", subject="Re: nurses", text="I work nights.")
    await desk.calls.follow_up(call, NOON + 7 * DAY)
    await desk.calls.set_state([call], AnswerState.ANSWERED)

    answer = (await desk.line(call)).kept.answer
    assert answer is not None
    assert (answer.state, answer.contact, answer.text) == (AnswerState.ANSWERED, "ida@desk.example", "I work nights.")
    assert answer.follow_up_at == NOON + 7 * DAY


async def test_an_answer_outlives_its_call(desk: Desk) -> None:
    call = await desk.arrive("nurses wanted", a_call(DAY))
    await desk.calls.write(call, contact=None, subject="Re: nurses", text="I work nights.")

    async with desk.store.write() as db:
        await delete_items(db, ["feed|example.org|nurses wanted"])

    async with desk.store.reading() as db:
        row = await db.first("SELECT title, link, text FROM answers")
    assert row is not None
    assert tuple(row) == ("nurses wanted", "https://example.org/nurses wanted", "I work nights.")


async def test_only_calls_she_minds_are_reminded_of(desk: Desk) -> None:
    mind = await desk.arrive("minded", a_call(2 * HOUR))
    await desk.arrive("not minded", a_call(2 * HOUR))
    later = await desk.arrive("minded, later", a_call(10 * HOUR))
    await desk.calls.set_state([mind, later], AnswerState.MAYBE)

    assert [line.row.title for line in await desk.calls.closing(3 * HOUR)] == ["minded"]


async def test_what_she_moves_to_calls_is_read_as_one(desk: Desk) -> None:
    item = an_item("Nurses wanted", title="Nurses wanted", text="Looking for nurses. Mail ida@desk.example by 25 Nov")
    await arrived(desk.store, desk.source, [placed(item)])
    (row,) = (await Library(desk.store).page(View(Lane.TIP))).rows
    await desk.journal.move([row.id], Lane.CALL)

    assert await desk.board() == {Section.OPEN: ["Nurses wanted"]}
    assert (await desk.line(row.id)).kept.call.contacts == (MAIL,)


# Fit


async def test_what_the_profile_excludes_is_folded_away_and_counted(desk: Desk) -> None:
    desk.profile = Profile(profession=("nurse",), never=("crypto",))
    await desk.arrive("Nurses wanted", a_call(DAY))
    await desk.arrive("Crypto nurses wanted", a_call(DAY))

    board, whole = await desk.calls.board(), await desk.calls.board(with_hidden=True)

    assert (titles(board), board.hidden) == ({Section.CLOSING: ["Nurses wanted"]}, 1)
    assert len(titles(whole)[Section.CLOSING]) == 2
    assert board.sections[0][1][0].fit.words == ("nurse",)
