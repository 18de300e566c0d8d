"""Native ids of items that have none, or share one inside a document."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from hashlib import blake2b

from arrowtui.model.replace import replace
from arrowtui.model.wire import Body, Draft


def hashed_id(title: Body | None, text: Body | None, published: datetime | None) -> str:
    """An id made of what the item says, for items with neither id nor link: the same at every poll."""
    said = "\0".join(
        (title.text if title else "", published.isoformat() if published else "", text.text if text else "")
    )
    return f"hash:{blake2b(said.encode('utf-8', errors='replace'), digest_size=16).hexdigest()}"


def told_apart(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """The drafts of a document, each with an id of its own.

    Several under one id are told apart by their links, else their titles and texts, all of them alike so that the
    order does not matter. Those that differ in neither are one item: the last updated one stays, in the first place.
    """
    listed = tuple(drafts)
    if len({draft.native_id for draft in listed}) == len(listed):
        return listed
    groups: dict[str, list[Draft]] = {}
    for draft in listed:
        groups.setdefault(draft.native_id, []).append(draft)
    apart = {native_id: _link_counts(group) for native_id, group in groups.items() if _must_be_told_apart(group)}
    unique: dict[str, Draft] = {}
    for draft in listed:
        links = apart.get(draft.native_id)
        single = draft if links is None else _apart(draft, by_link=bool(draft.link) and links[draft.link] == 1)
        known = unique.get(single.native_id)
        if known is None or _age(single) > _age(known):
            unique[single.native_id] = single
    return tuple(unique.values())


def _link_counts(group: list[Draft]) -> Counter[str | None]:
    return Counter(draft.link for draft in group)


def _must_be_told_apart(group: list[Draft]) -> bool:
    """Whether drafts of one id are several items.

    Atom lets a document hold several states of one entry: one link, told apart by `updated`.
    """
    moments = {draft.updated_at for draft in group}
    are_states = None not in moments and len(moments) == len(group) and len({draft.link for draft in group}) == 1
    return len(group) > 1 and not are_states


def _apart(draft: Draft, *, by_link: bool) -> Draft:
    mark = draft.link if by_link else hashed_id(draft.title, draft.body, draft.published_at)
    return replace(draft, native_id=f"{draft.native_id} {mark}")


def _age(draft: Draft) -> float:
    moment = draft.updated_at or draft.published_at
    return moment.timestamp() if moment else 0.0
