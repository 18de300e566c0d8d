"""The screen cannot be shown, or stands without the poller beside it."""

from dataclasses import dataclass

from arrowtui.model.errors import RequestError, clip


@dataclass(eq=False)
class NoTerminal(RequestError):
    """It was started with its keys or its picture going somewhere else than to a terminal."""

    def headline(self) -> str:
        return "The screen needs a terminal, and there is none here"

    def hint(self) -> str:
        return (
            "Start arrowtui in one. `arrowtui refresh`, `list` and the other commands need none: see `arrowtui --help`."
        )


@dataclass(eq=False)
class DumbTerminal(RequestError):
    """The terminal says of itself that it can only write on; a screen would fill it with signs nobody can read."""

    def headline(self) -> str:
        return "This terminal cannot show a screen: its TERM is dumb"

    def hint(self) -> str:
        return "Start arrowtui in another one. Where this one can after all, `TERM=xterm-256color arrowtui` opens it."


@dataclass(eq=False)
class NotUtf8(RequestError):
    """The locale says that the terminal speaks an encoding in which half of the screen has no letters."""

    encoding: str

    def headline(self) -> str:
        return f"This terminal is said to speak {clip(self.encoding, 12)}, not UTF-8"

    def hint(self) -> str:
        return "Where it can show UTF-8, as nearly all can, `LC_ALL=C.UTF-8 arrowtui` opens it."


@dataclass(eq=False)
class PollerEnded(RequestError):
    """The process beside the screen that asks the sources died; `status` is how."""

    status: int

    def headline(self) -> str:
        return f"The poller ended with status {self.status}"

    def hint(self) -> str:
        return "It is begun again by itself. Should it end again, `arrowtui refresh` shows why, and the log says more."


@dataclass(eq=False)
class PollerMissing(RequestError):
    """That process could not even be started."""

    cause: str

    def headline(self) -> str:
        return "The poller cannot be started"

    def hint(self) -> str:
        return f"The system says: {self.cause}. It is tried again by itself."
