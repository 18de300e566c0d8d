"""The log of a period: what was noted then, with the item, the talk and what became of it."""

from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from arrowtui.model.item import ItemId
from arrowtui.model.log import Period
from arrowtui.model.note import Subject, SubjectKind
from arrowtui.model.review import Outcome
from arrowtui.services.learning_log import LearningLog
from arrowtui.services.reflection import Reflection
from arrowtui.store.deletion import delete_items
from tests.fakes import NOON, FakeClock
from tests.services.machine import Machine, a_machine
from tests.store.builders import a_source, an_item, arrived, number, placed

AUTUMN = Period(date(2026, 9, 1), date(2026, 12, 31))


@pytest.fixture
async def here(tmp_path: Path, clock: FakeClock) -> AsyncIterator[Machine]:
    async with a_machine(tmp_path, clock) as machine:
        yield machine


async def item_of(machine: Machine, name: str) -> ItemId:
    return ItemId(
        await number(machine.store, "SELECT item_id FROM known WHERE key = :key", key=f"feed|example.org|{name}")
    )


async def test_an_entry_holds_all_its_layers_its_item_and_what_became_of_it(here: Machine, clock: FakeClock) -> None:
    source = await a_source(here.store, title="Desk")
    await arrived(here.store, source, [placed(an_item("exit", title="Exit tickets", author="Ana"))])
    item = await item_of(here, "exit")
    note = await here.written("Three questions.\n\nHours: 1\n\n- [ ] try it by 27 November", item=item)
    await here.journal.tag_note(note.id, ["assessment", "goal:feedback"], [])
    clock.forward(days=8)
    reflection = Reflection(here.store, clock)
    await reflection.answer(note.id, Outcome.YES)
    await reflection.answer(note.id, Outcome.USED)
    await here.journal.add_layer(note.id)
    await here.journal.write_note(note.id, "Two are enough. Hours: none\n\nHours: 0.5")

    log = await LearningLog(here.store, "Ida").log(AUTUMN)

    (entry,) = log.entries
    assert (entry.title, entry.kind, entry.hours) == ("Three questions.", SubjectKind.ITEM, 1.5)
    assert [layer.begun_at for layer in entry.layers] == [NOON, NOON + timedelta(days=8)]
    assert (entry.evidence.title, entry.evidence.author, entry.evidence.source) == ("Exit tickets", "Ana", "Desk")
    assert entry.evidence.link == "https://example.org/exit"
    assert entry.goals == ("feedback",)
    assert [(meant.words, meant.day) for meant in entry.intentions] == [("try it by 27 November", date(2026, 11, 27))]
    assert (len(entry.met_at), len(entry.used_at)) == (1, 1)


async def test_evidence_outlives_the_item(here: Machine) -> None:
    source = await a_source(here.store)
    await arrived(here.store, source, [placed(an_item("exit", title="Exit tickets", author="Ana"))])
    await here.written("Three questions.", item=await item_of(here, "exit"))
    async with here.store.write() as db:
        await delete_items(db, ["feed|example.org|exit"])

    (entry,) = (await LearningLog(here.store).log(AUTUMN)).entries

    assert (entry.evidence.title, entry.evidence.link, entry.evidence.author) == (
        "Exit tickets",
        "https://example.org/exit",
        "Ana",
    )


async def test_a_question_of_a_chat_comes_with_what_was_said(here: Machine) -> None:
    source = await a_source(here.store)
    root = "feed|example.org|q1"
    talk = [
        an_item("q1", text="Q1 What is an exit ticket for?", author="host", at=NOON),
        an_item("a1", text="A1 For me.", author="Ben", at=NOON + timedelta(minutes=1), root_key=root, parent_key=root),
        an_item("a2", text="A1 For them.", author="Cy", at=NOON + timedelta(minutes=2), root_key=root, parent_key=root),
        an_item("x", text="Another talk"),
    ]
    await arrived(here.store, source, [placed(each) for each in talk])
    item = await item_of(here, "a2")
    await here.written("Both", item=item, subject=Subject(SubjectKind.QUESTION, str(item)))

    (entry,) = (await LearningLog(here.store).log(AUTUMN)).entries

    assert [(said.author, said.text) for said in entry.evidence.transcript] == [
        ("host", "Q1 What is an exit ticket for?"),
        ("Ben", "A1 For me."),
        ("Cy", "A1 For them."),
    ]


async def test_a_note_beside_a_session_brings_its_questions_and_one_beside_a_question_its_answers(
    here: Machine,
) -> None:
    source = await a_source(here.store)
    said = [
        ("Welcome to #edchat!", "host"),
        ("Q1 Why exit tickets? #edchat", "host"),
        ("A1 They talk. #edchat", "Ben"),
        ("A1 I listen #edchat", "Cy"),
        ("Q2 How long should one take? #edchat", "host"),
        ("A2 Two minutes #edchat", "Ben"),
    ]
    talk = [
        an_item(f"p{n}", text=words, title=words, author=author, at=NOON + timedelta(minutes=1 + 5 * n))
        for n, (words, author) in enumerate(said)
    ]
    await arrived(here.store, source, [placed(each) for each in talk])
    key = f"edchat|{NOON:%Y-%m-%dT%H:%MZ}"
    await here.written("The session", subject=Subject(SubjectKind.SESSION, key))
    await here.written("The question", subject=Subject(SubjectKind.QUESTION, f"{key}|1"))

    entries = {entry.title: entry for entry in (await LearningLog(here.store).log(AUTUMN)).entries}

    session, question = (entries[name].evidence.transcript for name in ("The session", "The question"))
    assert [each.text[:2] for each in session] == ["Q1", "A1", "A1", "Q2", "A2"]
    assert [(each.author, each.text[:2]) for each in question] == [("host", "Q1"), ("Ben", "A1"), ("Cy", "A1")]


async def test_a_period_takes_what_was_thought_in_it_and_nothing_later(here: Machine, clock: FakeClock) -> None:
    note = await here.written("In November")
    clock.forward(days=30)
    await here.journal.add_layer(note.id)
    await here.journal.write_note(note.id, "In December")
    await here.written("Another of December")

    november = await LearningLog(here.store).log(Period(date(2026, 11, 1), date(2026, 11, 30)))
    december = await LearningLog(here.store).log(Period(date(2026, 12, 1), date(2026, 12, 31)))

    assert [[layer.text for layer in entry.layers] for entry in november.entries] == [["In November"]]
    assert [[layer.text for layer in entry.layers] for entry in december.entries] == [
        ["In November", "In December"],
        ["Another of December"],
    ]


async def test_it_is_narrowed_by_tag_or_goal(here: Machine) -> None:
    one = await here.written("One\n\nGoal: better feedback")
    await here.journal.tag_note(one.id, ["maths"], [])
    two = await here.written("Two")
    await here.journal.tag_note(two.id, ["art"], [])
    log = LearningLog(here.store)

    assert [entry.title for entry in (await log.log(AUTUMN, tag="#Maths")).entries] == ["One"]
    assert [entry.title for entry in (await log.log(AUTUMN, goal="Feedback")).entries] == ["One"]
    assert (await log.log(AUTUMN, tag="maths")).narrowed == "#maths"


async def test_deleted_and_empty_notes_are_not_in_it(here: Machine) -> None:
    note = await here.written("Deleted")
    await here.journal.delete_note(note.id)
    await here.journal.begin_note()

    assert (await LearningLog(here.store).log(AUTUMN)).entries == ()
