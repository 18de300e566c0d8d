"""Failures of an address that is only looked at: it is no source yet, nothing asks it again by itself."""

from dataclasses import dataclass

from arrowtui.model.errors_fetching import AskedToWait, Gone, NotThere, ServerFault, ServerTooSlow


@dataclass(eq=False, repr=False)
class TooSlowToBeSeen(ServerTooSlow):
    def hint(self) -> str:
        return "It may be busy or asleep: try again in a while."


@dataclass(eq=False, repr=False)
class NothingThere(NotThere):
    def hint(self) -> str:
        return "Open the address in the browser to see whether it is right; the front page of a site will do as well."


@dataclass(eq=False, repr=False)
class EndedThere(Gone):
    def hint(self) -> str:
        return "Its publisher took it away for good: look on the site for another one."


@dataclass(eq=False, repr=False)
class FaultNow(ServerFault):
    def hint(self) -> str:
        return "Nothing was added. It may be mended soon: try again in a while."


@dataclass(eq=False, repr=False)
class BusyNow(AskedToWait):
    def hint(self) -> str:
        return "Nothing was added. Try again then."
