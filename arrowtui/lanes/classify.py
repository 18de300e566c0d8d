"""Which tab an item belongs to, how sure that is, and why in plain words. Pure: no network, no clock, no state."""

import math
from dataclasses import dataclass

from arrowtui.lanes.features import see
from arrowtui.lanes.flags import decisive
from arrowtui.lanes.learned import LANES, Learned, leaning, traits
from arrowtui.lanes.post import OTHER_KINDS, own_title
from arrowtui.lanes.rules import SUSPECTED, Scores, by_rules, reasons
from arrowtui.model.item import Item
from arrowtui.model.lane import ChosenBy, Lane, Verdict

SCAM_ASKS = 1.0
"""How loudly noise must speak for a call before it is looked at as a scam."""


@dataclass(frozen=True, slots=True)
class LaneContext:
    """What is known about the source of an item. A configured `lane` wins over every rule.

    `series` are the hashtags of known chats (folded, without the sign); `learned` what the person taught by moving.
    """

    kind: str
    source_title: str = ""
    lane: Lane | None = None
    series: frozenset[str] = frozenset()
    learned: Learned | None = None


def classify(item: Item, context: LaneContext) -> Verdict:
    """The lane of one item with confidence (0 to 1) and reasons; never raises on any text."""
    if context.lane is not None:
        return Verdict(context.lane, 1.0, (f"you set this source to {context.lane.tab}",), ChosenBy.SOURCE)
    title = own_title(item.title, item.text)
    whole = f"{title}\n{item.text}" if title else item.text
    return classify_text(whole, item.author or "", context)


def classify_text(whole: str, author: str, context: LaneContext) -> Verdict:
    """The lane of a text (title and body in one, plain) signed by `author`."""
    seen = see(whole, author, OTHER_KINDS.get(context.kind, context.kind), context.series)
    scores = by_rules(seen)
    moved = leaning(context.learned, traits(whole, author, context.source_title)) if context.learned else None
    if moved:
        for lane, pull in zip(LANES, moved.pulls, strict=True):
            scores[lane] += pull
    lane = max(LANES, key=scores.__getitem__)
    if _is_scam(seen.text, lane, scores):
        return Verdict(Lane.NOISE, 0.9, (SUSPECTED, *(flag.meaning for flag in decisive(seen.text))))
    why = reasons(seen, lane)
    if moved and moved.lane is lane and moved.moves:
        why = (f"you moved {moved.moves} like this to {lane.tab}", *why)
    return Verdict(lane, confidence(scores, lane), why)


def _is_scam(text: str, lane: Lane, scores: Scores) -> bool:
    """Whether a text asks like a call and has a decisive red flag (pay first, papers first, links in return)."""
    asks = lane is Lane.CALL or (lane is Lane.NOISE and scores[Lane.CALL] >= SCAM_ASKS)
    return asks and next(decisive(text), None) is not None


def confidence(scores: Scores, lane: Lane) -> float:
    """The share of a lane among all, by the logistic rule; two decimals."""
    top = max(scores.values())
    return round(math.exp(scores[lane] - top) / sum(math.exp(score - top) for score in scores.values()), 2)
