"""An item with its place, made ready to be stored: the costly part, which any process may do beforehand."""

from collections.abc import Sequence
from operator import attrgetter

from msgspec import Struct

from arrowtui.model.item import Item
from arrowtui.model.lane import Verdict
from arrowtui.model.rule import Acts
from arrowtui.model.wire import Draft
from arrowtui.store.calls import ReadCall
from arrowtui.store.grams import grams
from arrowtui.store.polls import Standing
from arrowtui.store.raw import RawPacker

FIELDS = Item.__match_args__
BEFORE_DRAFT = attrgetter(*FIELDS[: FIELDS.index("draft")])  # several times quicker than `replace`, for every item
AFTER_DRAFT = attrgetter(*FIELDS[FIELDS.index("draft") + 1 :])
NO_DRAFT = Draft("")


class Kept(Struct, frozen=True):
    """The costly part of storing an item, done: its words for the index, its raw part compressed.

    `has_poll`: its votes change without anything else being said anew.
    """

    grams: str | None
    raw: bytes
    has_poll: bool = False


class Placed(Struct, frozen=True):
    """An item, and where the rules would put it; what was read of it where it is a call; what rules of the person's own
    do with it; its poll as it stands. `kept` where `prepared` was called."""

    item: Item
    verdict: Verdict
    kept: Kept | None = None
    call: ReadCall | None = None
    acts: Acts | None = None
    standing: Standing | None = None


def prepared(placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """Do the costly part of `arrive` beforehand, in whatever process. The drafts are left behind: they are in `raw`."""
    packer = RawPacker()
    return tuple(
        Placed(_bare(one.item), one.verdict, keep(one.item, packer), one.call, one.acts, one.standing) for one in placed
    )


def keep(item: Item, packer: RawPacker) -> Kept:
    """Do it for one item, which still has its draft; `packer` serves a whole batch."""
    return Kept(grams(item.title, item.text, item.author), packer.pack(item.draft), item.draft.poll is not None)


def _bare(item: Item) -> Item:
    """The item with an empty draft."""
    return Item(*BEFORE_DRAFT(item), NO_DRAFT, *AFTER_DRAFT(item))  # type: ignore[call-arg]  # all fields, in order
