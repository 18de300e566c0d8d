"""How far a round of polling is: the line the poller speaks and the screen hears."""

from msgspec import Struct

from arrowtui.model.subscription import Report


class Progress(Struct, frozen=True):
    """One source of a round is done; with `report` None the round begins or ends. Written as one JSON line each.

    `new` and `failing` count over the whole round so far. `done == total` with `report` None ends it.
    """

    done: int
    total: int
    new: int = 0
    failing: int = 0
    report: Report | None = None

    @property
    def is_over(self) -> bool:
        """Whether this line ends the round."""
        return self.report is None and self.done >= self.total
