"""What waits to be thought about, offered without a word in the way: a number on the tab, a line when nothing else is
said, and one key for whatever is offered."""

from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from arrowtui.model.errors import ArrowError
from arrowtui.model.note import Subject
from arrowtui.model.review import WRAPPED, Offer, ReviewHour
from arrowtui.ui.acts import opening, panes, returning
from arrowtui.ui.panes.status import Saying, Tone

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen

REVIEW = "review hour"
OCCASIONS_EVERY = timedelta(minutes=1)
FIRST_AFTER = timedelta(seconds=10)


class Waiting(Struct, frozen=True):
    """How many notes are to be met today, the latest offer, and how much of the vault wants a decision."""

    count: int = 0
    offer: Offer | None = None
    undecided: int = 0


def refresh(screen: "MainScreen") -> None:
    """Look what waits; when the chosen hour has come, that is an offer too."""
    screen.ask(partial(_waiting, screen), partial(_show, screen), group="waiting")


async def _waiting(screen: "MainScreen") -> Waiting:
    reflection, now = screen.services.reflection, screen.services.clock.now()
    if screen.occasions_at is None:
        screen.occasions_at = now - OCCASIONS_EVERY + FIRST_AFTER  # schedules of chats are costly to load at the start
    elif now - screen.occasions_at >= OCCASIONS_EVERY:
        screen.occasions_at = now
        await screen.services.occasions.offer()
    count = await reflection.count()
    day = due_hour(now.astimezone(), screen.taste.review_hour)
    if day is not None and day not in screen.hours_offered:
        screen.hours_offered.add(day)
        notes = "1 note waits" if count.left == 1 else f"{count.left} notes wait"
        words = f"Your hour for looking back{f': {notes}' if count.left else ''}"
        await reflection.offer(REVIEW, Subject.of_day(day), words)
    offers = await reflection.offers()
    return Waiting(count.left, next(iter(offers), None), await screen.services.matters.count())


def due_hour(now: datetime, hour: ReviewHour | None) -> date | None:
    """Today, where the hour for looking back has come; `now` is in the person's own zone."""
    if hour is None or (hour.weekday is not None and now.weekday() != hour.weekday):
        return None
    return now.date() if (now.hour, now.minute) >= (hour.hour, hour.minute) else None


def _show(screen: "MainScreen", waiting: Waiting) -> None:
    screen.waiting, screen.offer = waiting.count, waiting.offer
    screen.offered = _offered(screen, waiting)
    if screen.undecided != waiting.undecided:
        screen.undecided = waiting.undecided
        screen.describe()


def _offered(screen: "MainScreen", waiting: Waiting) -> Saying:
    """What is said when nothing else is."""
    if waiting.offer is not None:
        keys = ((screen.key_of("follow"), "yes"), (screen.key_of("wave_off"), "no"))
        return Saying(waiting.offer.words, Tone.HINT, keys)
    if waiting.undecided:
        notes = "a note wants" if waiting.undecided == 1 else f"{waiting.undecided:,} notes want"
        return Saying(f"In the vault {notes} a decision", Tone.HINT, ((screen.key_of("vault"), "decide"),))
    return Saying()


def _follow(screen: "MainScreen") -> None:
    """Open the note that belongs to what is read, else take up what is offered."""
    recalled = screen.reader.recalled if panes.is_seen(screen.reader) else None
    if recalled is not None and screen.is_reading:
        opening.open_note(screen, partial(screen.notes.of_id, recalled.note))
    elif screen.offer is not None:
        take_up(screen, screen.offer)
    elif recalled is not None:
        opening.open_note(screen, partial(screen.notes.of_id, recalled.note))
    else:
        screen.say("Nothing is offered now", Tone.HINT)


def take_up(screen: "MainScreen", offer: Offer) -> None:
    """Open what is offered; it is not offered again."""
    _answer(screen, offer)
    if offer.kind == WRAPPED:
        screen.ask(partial(screen.services.chats.reflect_on, offer.subject.key), lambda _: None)
    if offer.kind == REVIEW:
        returning.review(screen)
    else:
        opening.open_note(screen, partial(screen.notes.from_offer, offer))


def _wave_off(screen: "MainScreen") -> None:
    if screen.offer is None:
        screen.say("Nothing is offered now", Tone.HINT)
    else:
        _answer(screen, screen.offer)
        screen.say("Not now, then", Tone.DONE, (screen.key_of("undo"), "undo"))


def _answer(screen: "MainScreen", offer: Offer) -> None:
    screen.offer, screen.offered = None, Saying()
    screen.beside(partial(_answering, screen, offer), "offer")


async def _answering(screen: "MainScreen", offer: Offer) -> None:
    try:
        await screen.services.reflection.answer_offer(offer.id)
    except ArrowError as error:
        screen.post_message(screen.Answered(partial(screen.say, str(error), Tone.TROUBLE)))


OFFERING = {"follow": _follow, "wave_off": _wave_off}
