"""A stored call and the person's side of it, joined."""

from arrowtui.model.call import Answer
from arrowtui.model.call_board import KeptCall
from arrowtui.model.item import ItemId
from arrowtui.store.calls import StoredCall


def kept_call(one: StoredCall, answer: Answer | None) -> KeptCall:
    """The call as the other rooms know it."""
    return KeptCall(
        item=ItemId(one.item),
        call=one.call,
        asker=one.asker,
        posted_at=one.posted_at,
        closed_by=None if one.closed_by is None else ItemId(one.closed_by),
        extended_from=one.extended_from,
        extended_by=None if one.extended_by is None else ItemId(one.extended_by),
        others=one.others,
        edition=one.edition,
        answer=answer,
    )
