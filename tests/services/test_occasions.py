"""Occasions to think come up once each: a watched chat has wrapped, an answered call is over, a series begins again."""

from datetime import timedelta

import pytest

from arrowtui.model.call import AnswerState
from arrowtui.model.chat_board import WatchState
from arrowtui.model.item import ItemId
from arrowtui.model.lane import Lane
from arrowtui.model.note import Subject, SubjectKind
from arrowtui.model.review import Event, Happening, Outcome
from arrowtui.services.calls import Calls
from arrowtui.services.journal import Journal
from arrowtui.services.lettering import Letters
from arrowtui.services.notebook import Notebook
from arrowtui.services.occasions import Occasions
from arrowtui.services.reflection import Reflection
from arrowtui.store.items import arrive
from arrowtui.store.placed import prepared
from tests.services.test_chats import HOUR, MINUTE, SAID, START, Desk, desk
from tests.store.builders import an_item, placed

__all__ = ["desk"]


@pytest.fixture
def reflection(desk: Desk) -> Reflection:
    return Reflection(desk.store, desk.clock)


@pytest.fixture
def occasions(desk: Desk, reflection: Reflection) -> Occasions:
    return Occasions(desk.store, desk.clock, desk.chats, Calls(desk.store, desk.clock), reflection)


async def offered(reflection: Reflection) -> list[str]:
    return [offer.words for offer in await reflection.offers()]


async def test_a_watched_session_is_offered_once_when_it_has_wrapped_with_its_questions(
    desk: Desk, occasions: Occasions, reflection: Reflection
) -> None:
    await desk.say(*SAID)
    desk.clock.hour = START + 10 * MINUTE
    await desk.chats.set_state(await desk.session(), WatchState.WATCHING)
    await occasions.offer()
    assert await offered(reflection) == [], "nothing while it is on"

    desk.clock.hour = START + HOUR
    await occasions.offer()
    await occasions.offer()

    (offer,) = await reflection.offers()
    assert offer.words == "Ward chat has wrapped: look back?"
    assert offer.subject == Subject(SubjectKind.SESSION, (await desk.session()).key)
    assert [line for line in offer.detail.splitlines() if line] == [
        "## Q1: What makes a handover good? #wardchat",
        "## Q2: What did you stop doing? #wardchat",
    ]


async def test_a_session_nobody_watched_is_not_offered_but_told_in_the_letter(
    desk: Desk, occasions: Occasions, reflection: Reflection
) -> None:
    await desk.say(*SAID)
    desk.clock.hour = START + 2 * HOUR
    await occasions.offer()
    assert await offered(reflection) == []

    letter = await Letters(desk.store, desk.clock, occasions.missed, occasions.closing).letter()
    assert letter.missed is not None
    assert [(missed.title, missed.began_at) for missed in letter.missed] == [("Ward chat", START)]
    assert letter.closing == ()


async def test_before_a_series_begins_again_the_note_about_the_last_time_is_offered(
    desk: Desk, occasions: Occasions, reflection: Reflection
) -> None:
    await desk.say(*SAID)
    desk.clock.hour = START + 10 * MINUTE
    key = f"{(await desk.session()).key}|2"
    note = await desk.journal.begin_note(subject=Subject(SubjectKind.QUESTION, key))
    await desk.journal.write_note(note.id, "Two lines are enough")

    desk.clock.hour = START + timedelta(days=7) - HOUR
    await occasions.offer()
    assert await offered(reflection) == []
    desk.clock.forward(minutes=40)
    await occasions.offer()

    (offer,) = await reflection.offers()
    assert offer.words.startswith("Ward chat begins at ") and offer.words.endswith("you wrote: Two lines are enough")
    assert offer.detail == str(note.id)


CALL = "Looking for nurses who tried self-rostering. Deadline: Friday 27 November 2026, 17:00 UTC. Mail me: a@b.example"


async def a_call(desk: Desk, text: str = CALL) -> ItemId:
    async with desk.store.write() as db:
        await arrive(
            db, desk.source, prepared([placed(an_item("call", title="Self-rostering", text=text, at=START), Lane.CALL)])
        )
    await Calls(desk.store, desk.clock).board()  # reads what came
    async with desk.store.reading() as db:
        rows = list(await db.execute_fetchall("SELECT item_id FROM marks WHERE lane = 'call'"))
    return ItemId(rows[0][0])


async def test_an_answered_call_is_offered_when_it_is_over(
    desk: Desk, occasions: Occasions, reflection: Reflection
) -> None:
    desk.clock.hour = START
    item = await a_call(desk)
    calls = Calls(desk.store, desk.clock)
    await calls.set_state([item], AnswerState.ANSWERED)
    await occasions.offer()
    assert await offered(reflection) == []

    desk.clock.forward(days=3)
    await occasions.offer()

    (offer,) = await reflection.offers()
    assert (offer.item, offer.words) == (item, "A call you answered is over: Self-rostering")


async def test_a_call_one_minds_is_told_in_the_letter_before_it_closes(desk: Desk, occasions: Occasions) -> None:
    desk.clock.hour = START
    item = await a_call(desk)
    await Calls(desk.store, desk.clock).set_state([item], AnswerState.MAYBE)

    letter = await Letters(desk.store, desk.clock, occasions.missed, occasions.closing).letter()

    assert letter.closing is not None
    assert [closing.title for closing in letter.closing] == ["Self-rostering"]


async def test_an_extended_call_brings_its_note_back_once(
    desk: Desk, occasions: Occasions, reflection: Reflection
) -> None:
    desk.clock.hour = START
    item = await a_call(desk)
    journal = Journal(desk.store, desk.clock)
    note = await journal.begin_note(item)
    await journal.write_note(note.id, "Too short for me")
    async with desk.store.write() as db:
        await db.execute(
            "UPDATE calls SET extended_from = deadline, deadline = deadline + 86400000 WHERE item_id = :item",
            {"item": item},
        )

    for _ in range(2):
        await occasions.offer()

    (card,) = await reflection.cards()
    assert card.events == (Event(Happening.EXTENDED, "now until Sat 28 Nov, 17:00"),)
    await reflection.answer(note.id, Outcome.LATER)
    await occasions.offer()
    assert await reflection.cards() == ()
    assert await Notebook(desk.store).note(note.id) is not None
