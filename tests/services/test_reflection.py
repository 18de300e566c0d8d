"""Notes are met again: a handful a day, by FSRS, without debt, and everything can be taken back."""

from datetime import timedelta

import pytest
from fsrs import Card as FsrsCard
from fsrs import Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.errors_requests import NoSuchNote
from arrowtui.model.item import ItemId
from arrowtui.model.lane import Lane
from arrowtui.model.note import Note, NoteId, Subject, SubjectKind
from arrowtui.model.poll import Poll, PollOption
from arrowtui.model.replace import replace
from arrowtui.model.review import Event, Happening, Outcome, ReviewRules, Schedule
from arrowtui.notes.schedule import first_due, graded
from arrowtui.services.journal import Done, Journal
from arrowtui.services.measuring import Measuring
from arrowtui.services.notebook import Notebook
from arrowtui.services.reflection import Reflection
from arrowtui.store import Store
from arrowtui.store.deletion import delete_items
from arrowtui.store.polls import Standing
from tests.fakes import NOON, FakeClock
from tests.store.builders import a_source, an_item, arrived, number, placed
from tests.store.conftest import store

__all__ = ["store"]


@pytest.fixture
def journal(store: Store, clock: FakeClock) -> Journal:
    return Journal(store, clock)


@pytest.fixture
def reflection(store: Store, clock: FakeClock) -> Reflection:
    return Reflection(store, clock)


async def written(journal: Journal, text: str = "A thought", **given: object) -> Note:
    note = await journal.begin_note(**given)  # type: ignore[arg-type]  # named by the test
    return await journal.write_note(note.id, text)


async def due_titles(reflection: Reflection) -> list[str]:
    return [card.note.title for card in await reflection.cards()]


async def test_a_note_comes_back_after_two_to_seven_days_and_not_all_on_one(
    journal: Journal, reflection: Reflection, clock: FakeClock
) -> None:
    for n in range(6):
        await written(journal, f"Thought {n}")

    met = []
    for _ in range(9):
        met.append(len(await reflection.cards()))
        for card in await reflection.cards():
            await reflection.answer(card.note.id, Outcome.HABIT)
        clock.forward(days=1)

    assert met == [0, 0, 1, 1, 1, 1, 1, 1, 0]


async def test_at_most_a_handful_a_day_and_the_last_to_fall_due_first(
    journal: Journal, clock: FakeClock, store: Store
) -> None:
    reflection = Reflection(store, clock, ReviewRules(most_a_day=3))
    for n in range(12):
        await written(journal, f"Thought {n}")
        clock.forward(days=1)
    clock.forward(days=6)

    first = await due_titles(reflection)
    assert len(first) == 3
    assert (await reflection.count()).left == 3

    for card in (await reflection.cards())[:2]:
        await reflection.answer(card.note.id, Outcome.YES)
    assert await due_titles(reflection) == first[2:]
    await reflection.answer((await reflection.cards())[0].note.id, Outcome.LATER)
    assert await reflection.cards() == (), "the day has had its handful, whatever else is overdue"

    clock.forward(days=1)
    assert len(await reflection.cards()) == 3


async def test_what_is_long_overdue_fades_and_its_oldest_is_offered_for_letting_go(
    journal: Journal, reflection: Reflection, clock: FakeClock
) -> None:
    for n in range(4):
        await written(journal, f"Old {n}")
        clock.forward(hours=1)
    clock.forward(days=60)
    await written(journal, "Fresh")
    clock.forward(days=2)

    cards = await reflection.cards()

    assert [(card.note.title, card.is_faded) for card in cards] == [("Fresh", False), ("Old 0", True)]
    assert await reflection.answer(cards[1].note.id, Outcome.LET_GO) == Done("Let the note go", 1)
    assert [card.note.title for card in await reflection.cards() if card.is_faded] == ["Old 1"]
    await journal.undo()
    assert [card.note.title for card in await reflection.cards() if card.is_faded] == ["Old 0"]


async def test_a_grade_moves_it_and_undo_brings_the_card_back(
    journal: Journal, reflection: Reflection, clock: FakeClock
) -> None:
    note = await written(journal)
    clock.forward(days=3)
    before = await reflection.cards()

    done = await reflection.answer(note.id, Outcome.YES)

    assert done == Done("Met again: yes. Again in 2 days", 1)
    assert await reflection.cards() == ()
    assert (await reflection.count()).met == 1
    assert await journal.undo() == Done("Undone: met again: yes", 1)
    assert await reflection.cards() == before
    assert (await reflection.count()).met == 0


async def test_what_was_let_go_stays_away_until_it_is_taken_up_again(
    journal: Journal, reflection: Reflection, clock: FakeClock
) -> None:
    note = await written(journal)
    await reflection.answer(note.id, Outcome.LET_GO)
    clock.forward(days=300)
    assert await reflection.cards() == ()

    assert await reflection.let_go_or_take_up(note.id) == Done("Took the note up again", 1)
    clock.forward(days=2)

    assert await due_titles(reflection) == ["A thought"]


async def test_used_counts_as_yes_once_a_day(journal: Journal, reflection: Reflection, clock: FakeClock) -> None:
    one, two = await written(journal), await written(journal)
    clock.forward(days=3)

    await reflection.answer(one.id, Outcome.USED)
    await reflection.answer(two.id, Outcome.YES)
    after = await schedule_of(reflection, two.id)
    await reflection.answer(two.id, Outcome.USED)

    assert await schedule_of(reflection, two.id) == after
    assert (await schedule_of(reflection, one.id)).stability == after.stability


async def schedule_of(reflection: Reflection, note: NoteId) -> Schedule:
    from arrowtui.store.schedules import schedules_of

    async with reflection._store.reading() as db:
        return (await schedules_of(db, [note]))[note]


async def test_a_deleted_or_empty_note_is_never_met(journal: Journal, reflection: Reflection, clock: FakeClock) -> None:
    gone = await written(journal, "Gone")
    await journal.delete_note(gone.id)
    empty = await journal.begin_note()
    clock.forward(days=8)

    assert await reflection.cards() == ()
    with pytest.raises(NoSuchNote):
        await reflection.answer(empty.id, Outcome.YES)


async def test_news_of_its_item_bring_a_note_back_at_once_and_only_once(
    store: Store, journal: Journal, reflection: Reflection, clock: FakeClock
) -> None:
    source = await a_source(store)
    await arrived(store, source, [placed(an_item("one", text="first"))])
    (item,) = await item_ids(store)
    note = await written(journal, "Good point", item=item)

    await arrived(store, source, [placed(an_item("one", text="corrected"))])

    (card,) = await reflection.cards()
    assert (card.note.id, card.events) == (note.id, (Event(Happening.EDITED),))
    await reflection.answer(note.id, Outcome.YES)
    assert await reflection.cards() == ()
    await journal.undo()
    assert [card.events for card in await reflection.cards()] == [(Event(Happening.EDITED),)]

    async with store.write() as db:
        await delete_items(db, ["feed|example.org|one"])
    assert [event.kind for event in (await reflection.cards())[0].events] == [Happening.EDITED, Happening.GONE]
    await reflection.happened(note.id, Event(Happening.EXTENDED, "now until Friday"))
    assert (await reflection.cards())[0].events[-1] == Event(Happening.EXTENDED, "now until Friday")


async def item_ids(store: Store) -> list[ItemId]:
    async with store.reading() as db:
        rows = await db.execute_fetchall("SELECT item_id FROM marks WHERE serial IS NOT NULL ORDER BY item_id DESC")
    return [ItemId(row[0]) for row in rows]


GRADES = {
    Outcome.FORGOT: Rating.Again,
    Outcome.EFFORT: Rating.Hard,
    Outcome.YES: Rating.Good,
    Outcome.HABIT: Rating.Easy,
}


@given(
    st.lists(st.tuples(st.sampled_from(list(GRADES)), st.integers(0, 400 * 24 * 60)), min_size=1, max_size=20),
    st.sampled_from([0.7, 0.8, 0.9, 0.97]),
)
def test_the_schedule_is_that_of_the_library(answers: list[tuple[Outcome, int]], retention: float) -> None:
    library = Scheduler(desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card, ours, now = FsrsCard(card_id=1), Schedule(first_due(NOON)), NOON
    for outcome, minutes in answers:
        now += timedelta(minutes=minutes)
        card, _ = library.review_card(card, GRADES[outcome], now)
        ours = graded(ours, outcome, now, retention)

        assert (ours.due_at, ours.stability, ours.difficulty) == (card.due, card.stability, card.difficulty)


@given(st.lists(st.integers(0, 9), max_size=6))
def test_the_first_day_is_the_emptiest_of_the_second_to_the_seventh(load: list[int]) -> None:
    days = (first_due(NOON, load) - NOON).days
    full = [*load, *[0] * (6 - len(load))]

    assert 2 <= days <= 7
    assert full[days - 2] == min(full)


def test_a_schedule_is_moved_by_grades_alone() -> None:
    with pytest.raises(ValueError, match="no grade"):
        graded(Schedule(NOON), Outcome.LATER, NOON)


# What was meant to be done


async def test_a_now_what_with_a_day_becomes_an_intention(
    journal: Journal, reflection: Reflection, clock: FakeClock
) -> None:
    text = """## What?

By Friday everybody had left.

## Now what?

By Friday: try the two-line handover.
Think about it.
- [ ] Ask Jonas
- [x] Write it down, 25 November
"""
    note = await written(journal, text)

    meant = await reflection.intended_by([note.id])

    assert [(each.words, str(each.day), each.is_open) for each in meant] == [
        ("By Friday: try the two-line handover.", "2026-11-27", True),
        ("Ask Jonas", "None", True),
        ("Write it down, 25 November", "2026-11-25", False),
    ]
    assert [each.words for each in await reflection.intentions((NOON + timedelta(days=5)).date())] == [
        "By Friday: try the two-line handover."
    ]


async def test_an_intention_keeps_its_day_and_what_became_of_it_while_the_note_is_written_on(
    journal: Journal, reflection: Reflection, clock: FakeClock
) -> None:
    note = await written(journal, "Now what: call Ana by Friday")
    (known,) = await reflection.intended_by([note.id])
    await reflection.finish(known.id)
    clock.forward(days=9)

    await journal.write_note(note.id, "Now what: call Ana by Friday\n\nDone, she liked it.")

    (after,) = await reflection.intended_by([note.id])
    assert (after.id, str(after.day), after.is_open) == (known.id, "2026-11-27", False)
    await journal.write_note(note.id, "Nothing.")
    assert await reflection.intended_by([note.id]) == ()
    await journal.undo()
    (again,) = await reflection.intended_by([note.id])
    assert not again.is_open, "what was done stays done when its line comes back"


async def test_typing_a_line_letter_by_letter_leaves_one_intention(
    journal: Journal, reflection: Reflection, store: Store
) -> None:
    note = await journal.begin_note()
    line = "- [ ] by Friday ask the caretaker"
    for end in range(len(line) + 1):
        await journal.write_note(note.id, line[:end])

    assert [each.words for each in await reflection.intended_by([note.id])] == ["by Friday ask the caretaker"]
    assert await number(store, "SELECT count(*) FROM intentions") == 1


async def test_ticking_the_box_in_the_text_is_doing_it_and_can_be_undone(
    journal: Journal, reflection: Reflection, clock: FakeClock
) -> None:
    note = await written(journal, "- [ ] Ask Jonas")
    clock.forward(hours=1)

    await journal.write_note(note.id, "- [x] Ask Jonas")
    assert [each.is_open for each in await reflection.intended_by([note.id])] == [False]

    await journal.undo()
    assert [each.is_open for each in await reflection.intended_by([note.id])] == [True]


async def test_an_intention_is_done_or_let_go_and_taken_back(
    journal: Journal, reflection: Reflection, clock: FakeClock
) -> None:
    note = await written(journal, "- [ ] Ask Jonas by Friday")
    (known,) = await reflection.intended_by([note.id])

    assert await reflection.finish(known.id, is_done=False, is_let_go=True) == Done("Let go: Ask Jonas by Friday", 1)
    assert await reflection.intentions(NOON.date() + timedelta(days=7)) == ()
    await journal.undo()
    assert await reflection.intentions(NOON.date() + timedelta(days=7)) == (known,)


# Layers, tags, links


async def test_answering_again_adds_a_layer_and_leaves_the_earlier_ones(
    journal: Journal, store: Store, clock: FakeClock
) -> None:
    note = await written(journal, "I like it")
    clock.forward(days=3)

    again = await journal.add_layer(note.id)
    assert (await journal.add_layer(note.id)).layers == again.layers, "an empty layer is not piled on"
    after = await journal.write_layer(again.layer.id, "I changed my mind")

    assert [layer.text for layer in after.layers] == ["I like it", "I changed my mind"]
    assert (after.layers[0].changed_at, after.layers[1].begun_at) == (NOON, NOON + timedelta(days=3))
    (row,) = await Notebook(store).rows()
    assert (row.opening, row.layers) == ("I changed my mind", 2)
    assert [row.id for row in await Notebook(store).rows(words="like")] == [note.id], "earlier layers are found too"

    assert await journal.undo() == Done("Undone: wrote a note", 1)
    (row,) = await Notebook(store).rows()
    assert (row.opening, row.layers, row.changed_at) == ("I like it", 1, NOON)
    found = await Notebook(store).note(note.id)
    assert found is not None and [layer.text for layer in found.layers] == ["I like it"]


async def test_several_notes_stand_beside_one_thing_and_about_many_kinds(journal: Journal, store: Store) -> None:
    await arrived(store, await a_source(store), [placed(an_item("one"))])
    (item,) = await item_ids(store)
    one = await written(journal, "One", item=item)
    two = await written(journal, "Two", item=item)
    person = await written(journal, "Asks well", subject=Subject.of_person("@Ana"))
    day = await written(journal, "A day", subject=Subject.of_day(NOON.date()))

    notebook = Notebook(store)
    assert [note.id for note in await notebook.of_item(item)] == [two.id, one.id]
    assert [note.id for note in await notebook.about(Subject.of_item(item))] == [two.id, one.id]
    assert [note.id for note in await notebook.about(Subject.of_person("ana "))] == [person.id]
    assert [note.id for note in await notebook.about(Subject.of_day(NOON.date()))] == [day.id]
    assert [row.id for row in await notebook.rows(item=item)] == [two.id, one.id]


@pytest.mark.parametrize(
    ("lane", "text", "kind"),
    [
        (Lane.TIP, "Q1: what to ask yourself before a round", SubjectKind.ITEM),
        (Lane.CALL, "Looking for ward sisters", SubjectKind.CALL),
        (Lane.CHAT, "Q2: What did you stop doing? #wardchat", SubjectKind.QUESTION),
        (Lane.CHAT, "A2 writing everything twice #wardchat", SubjectKind.ANSWER),
        (Lane.CHAT, "Hello from the night shift, and Q2 is mine #wardchat", SubjectKind.ITEM),
    ],
)
async def test_a_note_beside_an_item_is_about_what_the_item_is(
    store: Store, journal: Journal, lane: Lane, text: str, kind: SubjectKind
) -> None:
    await arrived(store, await a_source(store), [placed(an_item("one", text=text), lane)])
    (item,) = await item_ids(store)

    note = await journal.begin_note(item)

    assert note.subject == Subject(kind, str(item))


async def test_a_note_beside_a_poll_is_about_the_poll(store: Store, journal: Journal) -> None:
    poll = Poll((PollOption("Coffee", 3), PollOption("Tea", 4)))
    asked = replace(placed(an_item("one"), Lane.CALL), standing=Standing(poll, NOON))
    await arrived(store, await a_source(store), [asked])
    (item,) = await item_ids(store)

    assert (await journal.begin_note(item)).subject == Subject(SubjectKind.POLL, str(item))


async def test_tags_of_notes_narrow_the_journal_and_are_undone(journal: Journal, store: Store) -> None:
    one, _ = await written(journal, "One"), await written(journal, "Two")

    assert await journal.tag_note(one.id, ["#Routines", "work"], []) == Done("Tagged the note +routines +work", 1)
    notebook = Notebook(store)
    assert [(row.id, row.tags) for row in await notebook.rows(tag="routines")] == [(one.id, ("routines", "work"))]
    assert await notebook.tags() == (("routines", 1), ("work", 1))

    await journal.undo()
    assert await notebook.tags() == ()


async def test_links_lead_both_ways_by_number_and_by_title(journal: Journal, store: Store) -> None:
    goal = await written(journal, "# Exit tickets\n\nOne question.")
    by_number = await written(journal, f"See [[n{goal.id}|that]].")
    by_title = await written(journal, "See [[exit tickets]], not `[[Exit tickets]]`.")
    other = await written(journal, "```\nif [[Exit tickets]]\n```")

    notebook = Notebook(store)
    assert [row.id for row in await notebook.linking_to(goal.id)] == [by_title.id, by_number.id]
    assert await notebook.linking_to(other.id) == ()
    assert (found := await notebook.titled("EXIT tickets")) and found.id == goal.id

    await journal.write_note(by_title.id, "Nothing any more.")
    assert [row.id for row in await notebook.linking_to(goal.id)] == [by_number.id]
    await journal.undo()
    assert [row.id for row in await notebook.linking_to(goal.id)] == [by_title.id, by_number.id]


# Offers and looks


async def test_an_offer_is_made_once_waits_and_fades(
    journal: Journal, reflection: Reflection, clock: FakeClock
) -> None:
    session = Subject.of_day(NOON.date())
    assert await reflection.offer("wrapped", session, "#StaffroomChat has wrapped", detail="Q1 …")
    assert not await reflection.offer("wrapped", session, "again")

    (offer,) = await reflection.offers()
    assert (offer.words, offer.subject, offer.detail) == ("#StaffroomChat has wrapped", session, "Q1 …")
    await reflection.answer_offer(offer.id)
    assert await reflection.offers() == ()
    await journal.undo()
    assert await reflection.offers() == (offer,)
    clock.forward(days=8)
    assert await reflection.offers() == ()


async def test_only_a_look_after_the_day_of_keeping_counts(
    store: Store, journal: Journal, reflection: Reflection, clock: FakeClock
) -> None:
    await arrived(store, await a_source(store), [placed(an_item("one")), placed(an_item("two"))])
    one, two = await item_ids(store)
    await journal.keep([one], True)
    await reflection.looked(one)
    assert await number(store, "SELECT count(*) FROM looks") == 0

    clock.forward(days=1)
    for item in (one, one, two):
        await reflection.looked(item)
    clock.forward(days=1)
    await reflection.looked(one)

    assert await number(store, f"SELECT times FROM looks WHERE item_id = {one}") == 2
    assert await number(store, "SELECT count(*) FROM looks") == 1


async def test_the_forecast_has_no_debt(store: Store, journal: Journal, clock: FakeClock) -> None:
    """Today brings what a day brings, however much is overdue; what has faded is not counted at all."""
    rules = ReviewRules(most_a_day=2, fades_days=30)
    for n in range(9):
        await written(journal, f"Thought {n}")
    clock.forward(days=20)
    await written(journal, "Lately")

    forecast = (await Measuring(store, clock, rules).measures()).forecast
    clock.forward(days=40)
    faded = (await Measuring(store, clock, rules).measures()).forecast

    assert [count for _, count in forecast if count] == [2, 1]
    assert [count for _, count in faded if count] == []
