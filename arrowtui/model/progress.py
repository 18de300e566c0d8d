"""How far a round of polling is: the line the poller speaks and the screen hears."""

from msgspec import Struct

from arrowtui.model.errors import ArrowError
from arrowtui.model.subscription import Report, Trouble


class Progress(Struct, frozen=True):
    """One source of a round is done; with `report` None the round begins or ends. Written as one JSON line each.

    `new` and `failing` count over the whole round so far. `done == total` with `report` None ends it. `trouble` is
    what is wrong with the whole: where `is_stopped`, no source is asked as long as it lasts (the store cannot be
    written), else the rounds go on beside it (the settings were made faulty).
    """

    done: int
    total: int
    new: int = 0
    failing: int = 0
    report: Report | None = None
    trouble: Trouble | None = None
    is_stopped: bool = False

    @classmethod
    def stopped_by(cls, error: ArrowError) -> "Progress":
        """Whatever round there was is over, and none follows as long as this lasts."""
        return cls(0, 0, trouble=Trouble.of(error), is_stopped=True)

    @classmethod
    def beside(cls, error: ArrowError) -> "Progress":
        """Something is wrong, and the rounds go on."""
        return cls(0, 0, trouble=Trouble.of(error))

    @property
    def is_over(self) -> bool:
        """Whether this line ends the round."""
        return self.report is None and self.done >= self.total and (self.trouble is None or self.is_stopped)
