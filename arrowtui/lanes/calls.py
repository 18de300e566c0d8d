"""Read a call: what kind, for whom, until when, how to answer, who is wanted, whether it pays, and what is fishy."""

from datetime import UTC, datetime

from arrowtui.lanes.classify import classify
from arrowtui.lanes.closing import is_closed
from arrowtui.lanes.contacts import contacts
from arrowtui.lanes.context import LaneContext
from arrowtui.lanes.criteria import criteria_of
from arrowtui.lanes.deadlines import MOVED, read_deadline
from arrowtui.lanes.fields import fields_of
from arrowtui.lanes.flags import flags_of
from arrowtui.lanes.kinds import kind_of
from arrowtui.lanes.outlets import outlet_of
from arrowtui.lanes.pay import paid_of
from arrowtui.lanes.post import Post, post_of
from arrowtui.lanes.rules import SUSPECTED
from arrowtui.model.call import Call, Deadline, FlagCode
from arrowtui.model.item import Item
from arrowtui.model.lane import ChosenBy, Lane, Verdict
from arrowtui.model.replace import replace

LONGEST = 20_000
"""Characters of a post that are read: no call is longer, and hostile ones shall cost no time."""


ANY_HOURS = (datetime(2000, 1, 3, tzinfo=UTC), datetime(2001, 6, 13, tzinfo=UTC))
"""Two hours in different years, months and days of the week: what is read alike at both hangs on neither."""


def read_call(post: Post) -> Call:
    """What a post says, taken as a call; never raises on any text. Whether it is one at all is `classify`'s to say."""
    text = folded(post.text)
    whole = f"{post.title} {text}" if post.title else text
    fields = fields_of(post)
    closed = is_closed(whole)
    found = contacts(post, text)
    outlet = outlet_of(post, text, fields)
    flags = flags_of(post, whole, found, outlet)
    return Call(
        kind=kind_of(post, text),
        outlet=outlet,
        deadline=_deadline(post, text, fields, closed=closed),
        contacts=found,
        criteria=criteria_of(post, text, fields),
        paid=paid_of(whole, fields, pays_in=any(flag.code is FlagCode.PAYS for flag in flags)),
        closed=closed,
        flags=flags,
    )


def without_alarm(call: Call) -> Call:
    """The call with its decisive flags turned weak: for one that on the whole was judged genuine."""
    flags = tuple(replace(flag, code=FlagCode.WEAK) for flag in call.flags)
    return replace(call, flags=flags) if call.is_scam else call


def folded(text: str) -> str:
    """Plain text with runs of white space made one blank: what spans are copied from."""
    return " ".join(text[:LONGEST].split())


def _deadline(post: Post, text: str, fields: dict[str, str], *, closed: bool) -> Deadline | None:
    """The deadline a field gives, else the text, else the title. Without a time of posting: one that hangs on none."""
    given = f"Deadline: {fields['deadline']}" if "deadline" in fields else ""
    if post.posted_at is None:
        read = (_whenever_posted(words, closed=closed) for words in (given, text, post.title) if words)
        return next((deadline for deadline in read if deadline), None)
    if post.updated_at is not None and not given and (moved := _moved(post, text)):
        return moved
    for words in (given, text, post.title):
        if words and (found := read_deadline(words, post.posted_at, closed=closed)):
            return found
    return None


def _whenever_posted(words: str, *, closed: bool) -> Deadline | None:
    """A deadline that is the same whenever the words were posted: day, month and year, no "Thursday" and no "3 May"."""
    one, other = (read_deadline(words, hour, closed=closed) for hour in ANY_HOURS)
    return one if one == other else None


def _moved(post: Post, text: str) -> Deadline | None:
    """The deadline an edit says was moved: its "Thursday" counts from the edit, not from when the call was posted."""
    assert post.updated_at is not None  # the caller has looked
    for words in (text, post.title):
        if words and (found := read_deadline(words, post.updated_at, least=MOVED)):
            return found
    return None


def _is_suspected(item: Item, kind: str, source: str) -> bool:
    return SUSPECTED in classify(item, LaneContext(kind, source)).reasons


def call_in(item: Item, verdict: Verdict, kind: str, source: str = "") -> Call | None:
    """The call an item holds: one that was sorted as a call, or a scam dressed as one; else None.

    `kind` is the kind of the item's source and `source` what that is called. Where not the rules but a setting put it
    among the calls, nobody has judged yet whether it is genuine: then the rules are asked for that alone.
    """
    if verdict.lane is Lane.CALL:
        call = read_call(post_of(item, kind, source))
        is_judged = verdict.chosen_by is ChosenBy.RULE
        return call if call.is_scam and not is_judged and _is_suspected(item, kind, source) else without_alarm(call)
    if verdict.lane is Lane.NOISE and SUSPECTED in verdict.reasons:
        call = read_call(post_of(item, kind, source))
        return call if call.is_scam else None
    return None
