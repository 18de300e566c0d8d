"""What a note beside an item is about: a poll, a call, a question or an answer of a chat, or simply the item."""

from arrowtui.model.item import ItemId
from arrowtui.model.lane import Lane
from arrowtui.model.note import ALONE, Subject, SubjectKind
from arrowtui.store import Connection
from arrowtui.store.about import what_is


async def subject_of(db: Connection, item: ItemId | None) -> Subject:
    """The item as what it is; alone where there is none, or where it is gone."""
    found = None if item is None else await what_is(db, item)
    if item is None or found is None:
        return ALONE if item is None else Subject.of_item(item)
    if found.is_poll:
        return Subject(SubjectKind.POLL, str(item))
    if found.lane is Lane.CALL:
        return Subject(SubjectKind.CALL, str(item))
    return Subject(_said(found.text) if found.lane is Lane.CHAT else SubjectKind.ITEM, str(item))


def _said(text: str) -> SubjectKind:
    """What a post of a chat is, by the label it begins with."""
    from arrowtui.lanes.chat_labels import Side, labels, spelled  # nobody notes at start-up

    plain = spelled(text)
    first = next(iter(labels(plain)), None)
    if first is None or plain[: first.start].strip("\"'“”‘’([*_ \n"):
        return SubjectKind.ITEM
    return SubjectKind.QUESTION if first.side is Side.ASK else SubjectKind.ANSWER
