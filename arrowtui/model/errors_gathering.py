"""Failures of gathering answers."""

from dataclasses import dataclass

from arrowtui.model.errors import RequestError, clip


@dataclass(eq=False, repr=False)
class UnknownGathering(RequestError):
    """A name that fits none of the watched call-outs, or several."""

    name: str
    found: int

    def headline(self) -> str:
        if self.found:
            return f"{self.found:,} gatherings fit {clip(self.name, 26)}"
        return f"No gathering is called {clip(self.name, 30)}"

    def hint(self) -> str:
        return "`arrowtui gather` lists them; name one by its title, or watch a new one by its full address."
