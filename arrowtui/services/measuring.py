"""Counts for the small plots. Reads only."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from arrowtui.model.measures import Measures, Share
from arrowtui.model.ports import Clock
from arrowtui.model.review import ReviewRules
from arrowtui.services.reflection import midnight
from arrowtui.store import Store, weeks

WEEKS = 12
DAYS = 14
TAGS = 8


class Measuring:
    """Raises StoreError when the file cannot be read."""

    def __init__(self, store: Store, clock: Clock, rules: ReviewRules | None = None) -> None:
        self._store, self._clock = store, clock
        self._rules = rules or ReviewRules()

    async def measures(self) -> Measures:
        """Twelve weeks back, this one included, and two weeks ahead, in the person's own days."""
        now = self._clock.now()
        today = now.astimezone().date()
        mondays = [monday_of(today) - timedelta(weeks=back) for back in reversed(range(WEEKS))]
        since = midnight(now) - (today - mondays[0])
        async with self._store.reading() as db:
            kept, meant = await weeks.kept_since(db, since), await weeks.intentions_since(db, since)
            layers = await weeks.layers_since(db, since)
            tags = await weeks.tags_since(db, since, TAGS)
            faded_at, end = now - timedelta(days=self._rules.fades_days), midnight(now) + timedelta(days=DAYS)
            due = await weeks.due_between(db, faded_at, end)
        thought = Counter(monday_of(at.astimezone().date()) for at in layers)
        coming = Counter(at.astimezone().date() for at in due)
        overdue = sum(count for day, count in coming.items() if day <= today)
        coming[today] = min(overdue, self._rules.most_a_day)  # there is no debt: the rest fades
        days = [today + timedelta(days=ahead) for ahead in range(DAYS)]
        return Measures(
            looked_again=_shares(kept, mondays),
            intentions=_shares(meant, mondays),
            reflections=tuple((monday, thought[monday]) for monday in mondays),
            tags=tags,
            forecast=tuple((day, coming[day]) for day in days),
        )

    async def plots(self, *, is_ascii: bool = False) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Title and lines of every plot."""
        from arrowtui.notes.plots import plots  # nobody looks at them at start-up

        return tuple(plots(await self.measures(), is_ascii=is_ascii))


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def _shares(begun: Iterable[tuple[datetime, bool]], mondays: Sequence[date]) -> tuple[Share, ...]:
    of, came = Counter[date](), Counter[date]()
    for at, is_so in begun:
        monday = monday_of(at.astimezone().date())
        of[monday] += 1
        came[monday] += is_so
    return tuple(Share(monday, of[monday], came[monday]) for monday in mondays)
