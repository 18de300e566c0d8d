"""What somebody has done in the demo's world before it is opened: read, kept, tagged, thought."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from arrowtui.demo.clock import PastClock
from arrowtui.model.item import ItemId, Scope, View
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library


class Deed(Struct, frozen=True):
    """What was done to the item whose title begins with `title`, so many hours before the demo begins."""

    hours_before: float
    title: str
    is_kept: bool = False
    is_later: bool = False
    is_dismissed: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""


DEEDS: Sequence[Deed] = (
    Deed(
        330,
        "Three small things",
        is_kept=True,
        tags=("routines",),
        note="""## What caught me

The register as a number from 1 to 5. I have called names for eleven years and never learned anything from it.

## So what for my work?

I would hear about shaky ground **before** I build on it, not in the test.

## Now what, by when?

- [x] Try it with 8b on Thursday
- [x] Write the numbers on the plan, not in the grade book
- [ ] After three weeks: compare with the quiz
""",
    ),
    Deed(310, "What our intranet taught me"),
    Deed(260, "Closed: parents who home-schooled", is_dismissed=True),
    Deed(255, "Expired: comms officers", is_dismissed=True),
    Deed(
        236,
        "Tip of the week: put the verb",
        is_kept=True,
        tags=("writing",),
        note="""“Importance is for the reader to feel.” Keep.

Rewrote the subject of the parents’ letter: *Trip to the harbour museum: paying slip until Friday*. Nine answers
before lunch, a record. Do it for the staff bulletin too.
""",
    ),
    Deed(240, "Welcome to #StaffroomChat! Say"),
    Deed(
        140,
        "Q3: Fairness",
        is_kept=True,
        tags=("homework",),
        note="""Followed last week's chat while it ran. Imre's open hall at 7:15 is the only answer that **costs**
something, and the only one I believe.

- [ ] Ask the caretaker about the library, Tuesdays and Thursdays
- [x] Take the reasons off our form
""",
    ),
    Deed(139, "A3: Open the hall"),
    Deed(139, "A3: I stopped giving"),
    Deed(220, "Checklist: setting work for a cover lesson", is_kept=True, tags=("planning", "templates")),
    Deed(190, "Handover in ninety seconds"),
    Deed(170, "The seating plan is a lesson plan"),
    Deed(150, "How to review a change", is_kept=True, tags=("feedback",)),
    Deed(125, "Template: a one-page learning contract", is_later=True, tags=("templates",)),
    Deed(
        98,
        "Cold calling without the cold",
        is_kept=True,
        tags=("routines", "questioning"),
        note="""Tried with 9a: “which of those two would you side with?” is the best line in it. Three people spoke who
have not spoken since September.

The five slow seconds feel like a minute. Count on the fingers **behind the back**.

Next: ask Jonas how he does it in the lab.
""",
    ),
    Deed(90, "Cheat sheet: colours", is_kept=True, tags=("charts",)),
    Deed(46, "Infographic: ten steps", is_kept=True, tags=("charts", "templates")),
    Deed(36, "A poster for the lab door", is_later=True),
    Deed(40, "Join the reader panel", is_later=True),
    Deed(
        20,
        "How to give feedback on thirty essays",
        tags=("feedback",),
        note="""One sheet, three codes, one worked paragraph. What I did not see before: the *tally* is the thing. It is
also what I should plan the next unit from.

By Friday: do it with the twelve that are still lying here.
""",
    ),
    Deed(19, "Figure of the week: 7 in 10"),
)


async def live(library: Library, journal: Journal, clock: PastClock) -> None:
    """Do it all, each at its hour. Raises: KeyError when an item of the story is missing."""
    ids = {row.title: row.id for row in (await library.page(View(None, Scope.ALL), limit=500)).rows}
    for deed in DEEDS:
        clock.before_start(hours=deed.hours_before)
        await _do(journal, deed, [_named(ids, deed.title)])


async def _do(journal: Journal, deed: Deed, ids: list[ItemId]) -> None:
    await journal.read(ids, True)
    if deed.is_kept:
        await journal.keep(ids, True)
    if deed.is_later:
        await journal.later(ids, True)
    if deed.is_dismissed:
        await journal.dismiss(ids, True)
    if deed.tags:
        await journal.tag(ids, deed.tags, ())
    if deed.note:
        await journal.write_note((await journal.begin_note(ids[0])).id, unbroken(deed.note))


def unbroken(text: str) -> str:
    """As a person types it: a paragraph is one line, however it is broken here; lists stay lists."""
    parts = text.strip("\n").split("\n\n")
    return "\n\n".join(part if part.startswith("- ") else " ".join(part.split("\n")) for part in parts) + "\n"


def _named(ids: Mapping[str, ItemId], beginning: str) -> ItemId:
    for title, item in ids.items():
        if title.startswith(beginning):
            return item
    raise KeyError(beginning)
