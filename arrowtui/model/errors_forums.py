"""Failures of platforms whose feeds come and go."""

from dataclasses import dataclass

from arrowtui.model.errors import FetchError, clip


@dataclass(eq=False, repr=False)
class NoFeedJustNow(FetchError):
    """A platform whose feeds fail in waves: what looks like the end of a source is not."""

    platform: str
    status: int

    def headline(self) -> str:
        return f"{clip(self.platform)} gives no feed just now ({self.status})"

    def hint(self) -> str:
        return (
            "Its feeds fail in waves that last hours or days; it is asked again, and what it brought stays. "
            "If that lasts weeks, see in the browser whether it still exists."
        )
