"""Which tab an item belongs to, how sure that is, and why in plain words. Pure: no network, no clock, no state."""

import re
from dataclasses import dataclass

from arrowtui.model.item import Item
from arrowtui.model.lane import ChosenBy, Lane, Verdict


@dataclass(frozen=True, slots=True)
class LaneContext:
    """What is known about the source of an item. A configured `lane` wins over every rule."""

    kind: str
    source_title: str = ""
    lane: Lane | None = None


CUES = re.compile(
    r"(?P<call>#journorequest\b|#prrequest\b|\[academic\]|\b(?:take (?:our|my|the|this) survey|looking for \w+ (?:who|to)|"
    r"participants (?:wanted|needed|sought)|tell us (?:about|how|what))\b)"
    r"|(?P<chat>\b[qa][.]?\d{1,2}\s?[:.)-]|#\w+chat\b)"
    r"|(?P<tip>\b(?:how to|checklist|template|step by step|tips?|cheat ?sheet)\b)",
    re.IGNORECASE,
)
WORDS = {
    Lane.CALL: "asks readers to take part",
    Lane.CHAT: "has the marks of a live chat",
    Lane.TIP: "shows how something is done",
}


def classify(item: Item, context: LaneContext) -> Verdict:
    """The lane of one item with confidence (0 to 1) and reasons; never raises on any text."""
    if context.lane is not None:
        return Verdict(context.lane, 1.0, (f"you set this source to {context.lane.tab}",), ChosenBy.SOURCE)
    found = {match.lastgroup for match in CUES.finditer(f"{item.title}\n{item.text[:2000]}")}
    for lane in (Lane.CALL, Lane.CHAT, Lane.TIP):
        if lane.value in found:
            return Verdict(lane, 0.6, (WORDS[lane],))
    return Verdict(Lane.NOISE, 0.5, ("nothing marks it as a tip, chat or call",))
