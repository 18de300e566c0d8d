"""The hour, asked of the machine."""

from datetime import UTC, datetime


class SystemClock:
    """Tells the present instant, aware, UTC."""

    def now(self) -> datetime:
        return datetime.now(UTC)
