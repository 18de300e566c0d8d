"""Failures of programs whose output is a source."""

from dataclasses import dataclass

from arrowtui.model.errors import FetchError, clip


@dataclass(eq=False, repr=False)
class CommandMissing(FetchError):
    """The program could not be started at all."""

    program: str
    cause: str

    def headline(self) -> str:
        return f"The program {clip(self.program)} cannot be run"

    def hint(self) -> str:
        return f"The system says: {self.cause}. Give its full path, and see that it may be executed."


@dataclass(eq=False, repr=False)
class CommandFailed(FetchError):
    """It ended with another code than 0. `said` is the last line of its error stream."""

    program: str
    code: int
    said: str

    def headline(self) -> str:
        return f"{clip(self.program)} failed (exit code {self.code})"

    def hint(self) -> str:
        said = f"It says: {clip(self.said, 120)}. " if self.said else ""
        return f"{said}Run it in a shell to see more; it will be run again later."


@dataclass(eq=False, repr=False)
class CommandTooSlow(FetchError):
    program: str
    waited_s: int

    def headline(self) -> str:
        return f"{clip(self.program)} did not end within {self.waited_s} s"

    def hint(self) -> str:
        return "It was stopped. Let it fetch less, or write its output to a file beforehand and print that."


@dataclass(eq=False, repr=False)
class CommandTooMuch(FetchError):
    program: str
    limit_mib: int

    def headline(self) -> str:
        return f"{clip(self.program)} printed more than {self.limit_mib} MiB"

    def hint(self) -> str:
        return "It was stopped and nothing was changed. Let it print only the newest items."


@dataclass(eq=False, repr=False)
class NoItemsPrinted(FetchError):
    """What came out is neither a feed nor items."""

    program: str

    def headline(self) -> str:
        return f"{clip(self.program)} printed no feed and no items"

    def hint(self) -> str:
        return (
            "It must print RSS, Atom, JSON Feed or JSON objects with a title or text; [] when there is nothing. "
            "See docs/sources/command.md."
        )
