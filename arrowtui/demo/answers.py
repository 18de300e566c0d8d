"""How far somebody is with the calls of the demo's world: dated, one answered, one to ask again about."""

from collections.abc import Sequence
from datetime import timedelta

from msgspec import Struct

from arrowtui.demo.clock import PastClock
from arrowtui.model.call import AnswerState
from arrowtui.model.item import ItemId, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.services.calls import Calls
from arrowtui.services.library import Library


class Step(Struct, frozen=True):
    """What was said of the call whose title begins so, so many hours before the demo begins; `ask_again_h` is when to
    ask again, from there."""

    hours_before: float
    title: str
    state: AnswerState
    text: str = ""
    ask_again_h: float | None = None


STEPS: Sequence[Step] = (
    Step(
        4.8,
        "Case study: taught yourself",
        AnswerState.NOT_ME,
    ),
    Step(
        3.2,
        "Comment wanted: what a good school newsletter",
        AnswerState.ANSWERED,
        """Hello,

ours lost its headmaster’s letter two years ago and nobody has asked for it. What stayed: dates, the lost scarf, one
photo with names. Quote me by name if you like.

Best wishes,
Kim Berg
""",
        ask_again_h=3.0,
    ),
    Step(
        4.6,
        "HR people: the exit interview",
        AnswerState.HEARD_BACK,
        """Hello,

“You never asked why I came.” We ask it in the first week now.

Kim Berg
""",
    ),
    Step(2.4, "Radio: a head teacher", AnswerState.MAYBE),
    Step(
        0.6,
        "School staff: has a phone ban",
        AnswerState.ANSWERING,
        "Hello Ruth,\n\nlouder, and kinder. On the second day they asked for the table tennis bats back, and",
    ),
)


async def answer(library: Library, calls: Calls, clock: PastClock, *, until_h: float) -> None:
    """Say it all, each at its hour, as far as the calls are there and the hour lies before `until_h`."""
    ids = {row.title: row.id for row in (await library.page(View(Lane.CALL, Scope.ALL), limit=200)).rows}
    for step in STEPS:
        item = next((number for title, number in ids.items() if title.startswith(step.title)), None)
        line = await calls.call(item) if item is not None and step.hours_before >= until_h else None
        if line is not None and line.kept.answer is None:
            clock.before_start(hours=step.hours_before)
            await _say(calls, line.kept.item, step, clock)


async def _say(calls: Calls, item: ItemId, step: Step, clock: PastClock) -> None:
    line = await calls.call(item)
    if step.text and line is not None:
        draft = calls.draft(line)
        contact = draft.contact.value if draft.contact else None
        await calls.write(item, contact=contact, subject=draft.subject, text=step.text)
    await calls.set_state([item], step.state)
    if step.ask_again_h is not None:
        await calls.follow_up(item, clock.now() + timedelta(hours=step.ask_again_h))
