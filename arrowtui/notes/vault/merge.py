"""Two versions of a note become one, so that nothing that either says is lost, and whoever does it gets the same.

Layers are a set, by their names. A layer that only one side changed since both agreed is as that side has it. One that
both changed stays with the longer text (of equally long ones with the greater); the other text becomes a layer of its
own, whose name follows from both, so that the same clash met twice, or on two machines, is one.
"""

from collections.abc import Iterable

from msgspec import Struct

from arrowtui.model.replace import replace
from arrowtui.model.vault import Clash, SharedBase, SharedLayer, SharedNote, Uid
from arrowtui.notes.vault.digest import digest_of

NOTHING = SharedBase()


class Merged(Struct, frozen=True):
    """The one note, and what both sides had changed."""

    note: SharedNote
    clashes: tuple[Clash, ...] = ()


def base_of(note: SharedNote) -> SharedBase:
    """A version as something to compare later ones with."""
    return SharedBase({layer.uid: (digest_of(layer.text), layer.rival) for layer in note.layers}, frozenset(note.tags))


def merged(mine: SharedNote, theirs: SharedNote, base: SharedBase = NOTHING) -> Merged:
    """Both versions of one note as one.

    Args:
        base: what both agreed on last; with none, nothing counts as removed.
    """
    clashes: list[Clash] = []
    ours, others = ({layer.uid: layer for layer in note.layers} for note in (mine, theirs))
    found: dict[Uid, SharedLayer] = {}
    for uid in dict.fromkeys((*ours, *others)):
        one, two = ours.get(uid), others.get(uid)
        kept = _both(one, two, base, found, clashes) if one and two else _single(one or two, base, uid == mine.uid)
        if kept is not None:
            found[uid] = kept
    note = replace(
        mine,
        layers=in_order(mine.uid, found.values()),
        tags=_tags(mine.tags, theirs.tags, base.tags),
        changed_at=max(mine.changed_at, theirs.changed_at),
    )
    return Merged(note, tuple(clashes))


def in_order(note: Uid, layers: Iterable[SharedLayer]) -> tuple[SharedLayer, ...]:
    """The layer that bears the note's name, then by the time they were begun."""
    return tuple(sorted(layers, key=lambda layer: (layer.uid != note, layer.begun_at, layer.uid)))


def _single(layer: SharedLayer | None, base: SharedBase, is_first: bool) -> SharedLayer | None:
    """A layer one side has: new there, or removed on the other side. What was changed meanwhile is not removed."""
    if layer is None or is_first:
        return layer
    known = base.layers.get(layer.uid)
    return None if known is not None and known[0] == digest_of(layer.text) else layer


def _both(
    mine: SharedLayer, theirs: SharedLayer, base: SharedBase, found: dict[Uid, SharedLayer], clashes: list[Clash]
) -> SharedLayer:
    known = base.layers.get(mine.uid)
    rival = _rival(mine, theirs, known[1] if known else None)
    if mine.text == theirs.text:
        return replace(mine, rival=rival)
    before = known[0] if known else None
    if before == digest_of(theirs.text):
        return replace(mine, rival=rival)
    if before == digest_of(mine.text):
        return replace(mine, text=theirs.text, rival=rival)
    if not mine.text or not theirs.text:  # emptied on one side, changed on the other
        return replace(mine, text=mine.text or theirs.text, rival=rival)
    more, less = sorted((mine, theirs), key=lambda layer: (len(layer.text), layer.text), reverse=True)
    name = Uid(digest_of(f"{mine.uid}\0{less.text}"))
    found[name] = SharedLayer(name, mine.begun_at, less.text, mine.uid)
    clashes.append(Clash(mine.uid, name))
    return replace(mine, text=more.text, rival=rival)


def _rival(mine: SharedLayer, theirs: SharedLayer, before: Uid | None) -> Uid | None:
    """What one side decided is decided."""
    if mine.rival == theirs.rival:
        return mine.rival
    return theirs.rival if mine.rival == before else mine.rival if theirs.rival == before else None


def _tags(mine: tuple[str, ...], theirs: tuple[str, ...], base: frozenset[str]) -> tuple[str, ...]:
    both = dict.fromkeys((*mine, *theirs))
    return tuple(tag for tag in both if tag not in base or (tag in mine and tag in theirs))
