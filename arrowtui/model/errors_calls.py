"""Failures of working with calls."""

from dataclasses import dataclass

from arrowtui.model.errors import RequestError


@dataclass(eq=False, repr=False)
class NoDeadline(RequestError):
    """An id that stands for no call, or for one without a deadline."""

    number: int

    def headline(self) -> str:
        return f"{self.number} is no call with a deadline"

    def hint(self) -> str:
        return "`arrowtui calls --json` shows the id and the deadline of every call."
