"""How far a round of polling is: the line the poller speaks and the screen hears."""

from msgspec import Struct

from arrowtui.model.errors import ArrowError
from arrowtui.model.subscription import Report, Trouble


class Progress(Struct, frozen=True):
    """One source of a round is done; with `report` None the round begins or ends. Written as one JSON line each.

    `new` and `failing` count over the whole round so far. `done == total` with `report` None ends it. `trouble` is why
    no source is asked at all now: the store cannot be written, the settings are faulty.
    """

    done: int
    total: int
    new: int = 0
    failing: int = 0
    report: Report | None = None
    trouble: Trouble | None = None

    @classmethod
    def stopped_by(cls, error: ArrowError) -> "Progress":
        """Whatever round there was is over, and none follows as long as this lasts."""
        return cls(0, 0, trouble=Trouble.of(error))

    @property
    def is_over(self) -> bool:
        """Whether this line ends the round."""
        return self.report is None and self.done >= self.total
