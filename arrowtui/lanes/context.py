"""What the lanes are told of a source. Apart from the rules, so that who only passes it on need not bring them in."""

from typing import TYPE_CHECKING

from msgspec import Struct

from arrowtui.model.lane import Lane

if TYPE_CHECKING:
    from arrowtui.lanes.learned import Learned
    from arrowtui.lanes.model import Model
    from arrowtui.lanes.own_rules import Matcher


class LaneContext(Struct, frozen=True):
    """What is known about the source of an item. A configured `lane` wins over every rule.

    `series` are the hashtags of known chats (folded, without the sign); `learned` what the person taught by moving;
    `rules` her own rules as far as they speak of this source: whoever digests an item applies them before sorting.
    `model` is another model than the one that comes with the program (for measuring).
    """

    kind: str
    source_title: str = ""
    lane: Lane | None = None
    series: frozenset[str] = frozenset()
    learned: "Learned | None" = None
    model: "Model | None" = None
    rules: "tuple[Matcher, ...]" = ()
