"""The hours of the demo: it begins on a fixed Tuesday, just as a chat is on, and then runs as time runs."""

from datetime import UTC, datetime, timedelta

START = datetime(2026, 11, 24, 15, 4, tzinfo=UTC)


class DemoClock:
    """Tells the demo's hour. `began` is the real instant (aware) at which it was START: processes share it."""

    def __init__(self, began: datetime) -> None:
        self._shift = START - began

    def now(self) -> datetime:
        return datetime.now(UTC) + self._shift


class PastClock:
    """Tells the hour it was put to: for what happened before the demo begins."""

    def __init__(self) -> None:
        self.hour = START

    def now(self) -> datetime:
        return self.hour

    def before_start(self, **units: float) -> None:
        """Put the hour so long before START: before_start(days=3)."""
        self.hour = START - timedelta(**units)
