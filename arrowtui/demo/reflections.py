"""How somebody met her notes again in the demo's world: graded, used, answered in new layers, linked, looked at."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from arrowtui.demo.clock import PastClock
from arrowtui.demo.history import unbroken
from arrowtui.model.item import ItemId, Scope, View
from arrowtui.model.link import to_note
from arrowtui.model.note import About, NoteId, NoteRow, Subject
from arrowtui.model.review import Outcome
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library
from arrowtui.services.notebook import Notebook
from arrowtui.services.reflection import Reflection


class Meeting(Struct, frozen=True):
    """A note met again, so many hours before the demo begins; `layer` is what was written then."""

    hours_before: float
    title: str
    outcome: Outcome
    layer: str = ""


MEETINGS: Sequence[Meeting] = (
    Meeting(250, "Three small things", Outcome.YES),
    Meeting(
        166,
        "Three small things",
        Outcome.USED,
        """Two weeks of it with 8b. The number is not about *them*: a row of twos told me that **my** explanation of
ratios was a two.

- [x] After three weeks: compare with the quiz
- [ ] Show Jonas the two plans side by side, by 4 December
""",
    ),
    Meeting(150, "Tip of the week: put the verb", Outcome.EFFORT),
    Meeting(52, "Tip of the week: put the verb", Outcome.HABIT),
)
LOOKS: Sequence[tuple[float, str]] = ((200, "Three small things"), (60, "Checklist: setting work"))
PERSON = "Imre"
ABOUT_A_PERSON = """Answers late and short, and every time it is something he has *done*. Read him first.
"""
OF_A_DAY = """Supervision, third bell, rain. Nobody ran.

What I did differently: stood where they can see me, not where I can see them.
"""


async def reflect(
    library: Library, notebook: Notebook, journal: Journal, reflection: Reflection, clock: PastClock
) -> None:
    """Meet notes again, each at its hour."""
    rows = {row.about_title or "": row for row in await notebook.rows()}
    ids = {row.title: row.id for row in (await library.page(View(None, Scope.ALL), limit=500)).rows}
    for hours, title in LOOKS:
        clock.before_start(hours=hours)
        await reflection.looked(_kept(ids, title))
    for meeting in sorted(MEETINGS, key=lambda each: -each.hours_before):
        clock.before_start(hours=meeting.hours_before)
        note = _note(rows, meeting.title)
        await reflection.answer(note, meeting.outcome)
        if meeting.layer:
            again = await journal.add_layer(note)
            await journal.write_layer(again.layer.id, unbroken(meeting.layer))
    await _more_notes(journal, clock, _note(rows, "Q3: Fairness"))


async def _more_notes(journal: Journal, clock: PastClock, homework: NoteId) -> None:
    """About a person, about a day, with a link and tags."""
    clock.before_start(hours=76)
    person = await journal.begin_note(subject=Subject.of_person(PERSON), about=About(PERSON))
    await journal.write_note(
        person.id, f"{ABOUT_A_PERSON}\nFirst met him in {to_note(homework, 'the homework chat')}.\n"
    )
    await journal.tag_note(person.id, ["people"], [])
    clock.before_start(hours=29)
    day = clock.now().date()
    of_day = await journal.begin_note(subject=Subject.of_day(day), about=About(f"{day:%A, %d %B %Y}"))
    await journal.write_note(of_day.id, OF_A_DAY)
    await journal.tag_note(homework, ["homework"], [])


def _note(rows: Mapping[str, NoteRow], beginning: str) -> NoteId:
    return next(row.id for title, row in rows.items() if title.startswith(beginning))


def _kept(ids: Mapping[str, ItemId], beginning: str) -> ItemId:
    return next(item for title, item in ids.items() if title.startswith(beginning))
