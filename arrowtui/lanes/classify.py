"""Which tab an item belongs to, how sure that is, and why in plain words. Pure: no network, no clock, no state."""

import math
from collections.abc import Sequence

from arrowtui.lanes.context import LaneContext
from arrowtui.lanes.features import see
from arrowtui.lanes.flags import decisive
from arrowtui.lanes.learned import LANES, leaning, traits
from arrowtui.lanes.model import SCAM, sorter, sums
from arrowtui.lanes.post import OTHER_KINDS, own_title
from arrowtui.lanes.rules import SUSPECTED, by_rules, reasons
from arrowtui.model.item import Item
from arrowtui.model.lane import ChosenBy, Lane, Verdict

ASKS = 1.0
"""How loudly a post must speak for a call before it is searched for red flags."""

DOUBT = 2.5
"""How far a scam with a decisive red flag may lie behind another class and still be taken for one."""


def classify(item: Item, context: LaneContext) -> Verdict:
    """The lane of one item with confidence (0 to 1) and reasons; never raises on any text."""
    if context.lane is Lane.NOISE:  # no source can be sent there but one that gathers answers
        return Verdict(context.lane, 1.0, ("it came as an answer to a call-out of yours",), ChosenBy.SOURCE)
    if context.lane is not None:
        return Verdict(context.lane, 1.0, (f"you set this source to {context.lane.tab}",), ChosenBy.SOURCE)
    title = own_title(item.title, item.text)
    whole = f"{title}\n{item.text}" if title else item.text
    return classify_text(whole, item.author or "", context)


def classify_text(whole: str, author: str, context: LaneContext) -> Verdict:
    """The lane of a text (title and body in one, plain) signed by `author`."""
    kind = OTHER_KINDS.get(context.kind, context.kind)
    model = context.model or sorter()
    seen = see(whole, author, kind, context.series, None if context.model else model.words)
    moved = leaning(context.learned, traits(whole, author, context.source_title)) if context.learned else None
    scores = by_rules(seen)
    flags = tuple(decisive(seen.text, seen.doubts)) if seen.doubts and scores[Lane.CALL] >= ASKS else ()
    totals = sums(model, seen, scores, has_flag=bool(flags), taught=moved.lane if moved else None)
    if moved:
        for at, pull in enumerate(moved.pulls):
            totals[at] += pull
    best = totals.index(max(totals))
    if flags and totals[SCAM] > totals[best] - DOUBT:
        best = SCAM
    if best == SCAM:
        return Verdict(Lane.NOISE, _share(totals, best), (SUSPECTED, *(flag.meaning for flag in flags)))
    lane = LANES[best]
    why = (SUSPECTED, *reasons(seen, lane)) if lane is Lane.NOISE and flags else reasons(seen, lane)
    if moved and moved.lane is lane and moved.moves:
        why = (f"you moved {moved.moves} like this to {lane.tab}", *why)
    return Verdict(lane, _share(totals, best), why)


def _share(totals: Sequence[float], best: int) -> float:
    """The share of a class among all, by the logistic rule; two decimals."""
    top = max(totals)
    shares = [math.exp(total - top) for total in totals]
    return round(shares[best] / sum(shares), 2)
