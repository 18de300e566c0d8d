"""Why an item stands where it stands."""

from datetime import datetime

from msgspec import Struct

from arrowtui.model.lane import ChosenBy, Lane


class Why(Struct, frozen=True):
    """The tab of an item, who chose it, how surely, and the reasons in plain words.

    `ruled` is the tab the rules would have; other than `lane` where the person moved it, at `moved_at`.
    """

    title: str
    source: str
    lane: Lane
    ruled: Lane
    chosen_by: ChosenBy
    confidence: float
    reasons: tuple[str, ...]
    moved_at: datetime | None = None
