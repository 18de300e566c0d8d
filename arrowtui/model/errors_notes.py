"""Failures of writing and finding notes."""

from dataclasses import dataclass

from arrowtui.model.errors import RequestError


@dataclass(eq=False, repr=False)
class NothingWritten(RequestError):
    """A note of no words."""

    def headline(self) -> str:
        return "There is nothing to note"

    def hint(self) -> str:
        return "Give the words after `arrowtui note`, or send them to its standard input."


@dataclass(eq=False, repr=False)
class NoSuchItem(RequestError):
    number: int

    def headline(self) -> str:
        return f"There is no item {self.number}"

    def hint(self) -> str:
        return "`arrowtui list --scope all --json` shows the id of every item."
