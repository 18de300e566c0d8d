"""An item with its place, made ready to be stored: the costly part, which any process may do beforehand."""

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from arrowtui.model.item import Item
from arrowtui.model.lane import ChosenBy, Lane, Verdict
from arrowtui.model.rule import Acts
from arrowtui.store.calls import ReadCall
from arrowtui.store.grams import grams
from arrowtui.store.polls import Standing
from arrowtui.store.raw import RawPacker
from arrowtui.store.times import maybe_stamp, stamp

JSON = msgspec.json.Encoder()


class Placed(Struct, frozen=True):
    """An item, and where the rules would put it; what was read of it where it is a call; what rules of the person's own
    do with it; its poll as it stands."""

    item: Item
    verdict: Verdict
    call: ReadCall | None = None
    acts: Acts | None = None
    standing: Standing | None = None


class Ready(Struct, frozen=True, array_like=True, gc=False):
    """The same as the store keeps it: an item of a crowd is sent between processes in this form, and its cells go into
    their rows as they are.

    Times are milliseconds since 1970 UTC; `at` is the one it is sorted by. `text` and `grams` (its words for the index)
    are UTF-8, `raw` is its draft compressed, `reasons` are JSON. `has_poll`: its votes change without anything else
    being said anew.
    """

    key: str
    fingerprint: bytes
    at: int
    title: str
    text: bytes
    grams: bytes | None
    raw: bytes
    link: str | None
    author: str | None
    published_at: int | None
    updated_at: int | None
    language: str | None
    parent_key: str | None
    root_key: str | None
    repost_key: str | None
    link_key: int | None
    post_key: int | None
    is_titled: bool
    has_poll: bool
    lane: Lane
    chosen_by: ChosenBy
    confidence: float
    reasons: str
    call: ReadCall | None = None
    acts: Acts | None = None
    standing: Standing | None = None


def prepared(placed: Sequence[Placed]) -> tuple[Ready, ...]:
    """Do the costly part of `arrive` beforehand, in whatever process."""
    packer = RawPacker()
    return tuple(_ready(one, packer) for one in placed)


def _ready(placed: Placed, packer: RawPacker) -> Ready:
    item, verdict = placed.item, placed.verdict
    words = grams(item.title, item.text, item.author)
    return Ready(  # by place: msgspec looks for each of so many names among all of them, which would double the cost
        item.key,
        item.fingerprint,
        stamp(item.sorted_at),
        item.title,
        item.text.encode(),
        words.encode() if words is not None else None,
        packer.pack(item.draft),
        item.link,
        item.author,
        maybe_stamp(item.published_at),
        maybe_stamp(item.updated_at),
        item.language,
        item.parent_key,
        item.root_key,
        item.repost_key,
        item.link_key,
        item.post_key,
        item.is_titled,
        item.draft.poll is not None,
        verdict.lane,
        verdict.chosen_by,
        verdict.confidence,
        JSON.encode(verdict.reasons).decode(),
        placed.call,
        placed.acts,
        placed.standing,
    )
