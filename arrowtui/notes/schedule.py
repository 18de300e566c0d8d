"""When a note comes back: FSRS decides, asked through what a person answers about her intention.

Source: the package `fsrs` (Free Spaced Repetition Scheduler, version 6 of its formula). Its steps of minutes are for
vocabulary; here a gap is whole days from the first grade on.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from arrowtui.model.replace import replace
from arrowtui.model.review import Outcome, Schedule

if TYPE_CHECKING:
    from fsrs import Card, Rating, Scheduler

FIRST_DAYS = (2, 7)
"""A new note comes back after this many days, both included."""
LATER_DAYS = 2
RETENTION = 0.9


def first_due(written_at: datetime, load: Sequence[int] = ()) -> datetime:
    """When a note written now is met first: on the emptiest day from the 2nd to the 7th, the earliest of these.

    Args:
        load: how many notes are due in 24 hours each, from 2 days after `written_at` on; missing days are empty.
    """
    first, last = FIRST_DAYS
    days = range(first, last + 1)
    emptiest = min(days, key=lambda day: (load[day - first] if day - first < len(load) else 0, day))
    return written_at + timedelta(days=emptiest)


def graded(schedule: Schedule, outcome: Outcome, now: datetime, retention: float = RETENTION) -> Schedule:
    """The schedule after a grade given `now` (aware UTC), early or late.

    Args:
        retention: the chance of still knowing it at which it comes back, 0.7 to 0.97.
    Raises: ValueError when `outcome` is no grade.
    """
    card, _ = _scheduler(retention).review_card(_card(schedule), _rating(outcome), now)
    return Schedule(card.due, card.stability, card.difficulty, card.last_review, schedule.let_go_at)


def put_off(schedule: Schedule, now: datetime) -> Schedule:
    """Not now: in two days again, with nothing said about how well it is remembered."""
    return replace(schedule, due_at=now + timedelta(days=LATER_DAYS))


def recall(schedule: Schedule, now: datetime) -> float | None:
    """The chance (0 to 1) that it would be remembered now; None before the first grade."""
    if schedule.stability is None:
        return None
    return float(_scheduler(RETENTION).get_card_retrievability(_card(schedule), now))


def _card(schedule: Schedule) -> "Card":
    from fsrs import Card, State  # late: only who reviews pays for the import

    state = State.Learning if schedule.stability is None else State.Review
    return Card(
        card_id=0,
        state=state,
        stability=schedule.stability,
        difficulty=schedule.difficulty,
        due=schedule.due_at,
        last_review=schedule.reviewed_at,
    )


def _rating(outcome: Outcome) -> "Rating":
    from fsrs import Rating  # as above

    ratings = {
        Outcome.FORGOT: Rating.Again,
        Outcome.EFFORT: Rating.Hard,
        Outcome.YES: Rating.Good,
        Outcome.HABIT: Rating.Easy,
    }
    if outcome not in ratings:
        raise ValueError(f"no grade: {outcome}")
    return ratings[outcome]


@lru_cache(maxsize=4)
def _scheduler(retention: float) -> "Scheduler":
    from fsrs import Scheduler  # as above

    return Scheduler(desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
