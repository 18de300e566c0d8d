"""Native ids of items that have none, or share one inside a document."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from hashlib import blake2b

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
    shared = {native_id for native_id, times in Counter(draft.native_id for draft in listed).items() if times > 1}
    if not shared:
        return listed
    links: dict[str, Counter[str | None]] = {}
    for draft in listed:
        if draft.native_id in shared:
            links.setdefault(draft.native_id, Counter())[draft.link] += 1
    unique: dict[str, Draft] = {}
    for draft in listed:
        single = draft if draft.native_id not in shared else _apart(draft, links[draft.native_id])
        known = unique.get(single.native_id)
        if known is None or _age(single) > _age(known):
            unique[single.native_id] = single
    return tuple(unique.values())


def _apart(draft: Draft, links: Counter[str | None]) -> Draft:
    if len(links) == 1 and _is_version(draft):
        return draft
    if draft.link and links[draft.link] == 1:
        return replace(draft, native_id=f"{draft.native_id} {draft.link}")
    return replace(draft, native_id=f"{draft.native_id} {hashed_id(draft.title, None, draft.published_at)}")


def _is_version(draft: Draft) -> bool:
    """Atom lets a document hold several states of one entry, told apart by `updated`."""
    return draft.updated_at is not None


def _age(draft: Draft) -> float:
    moment = draft.updated_at or draft.published_at
    return moment.timestamp() if moment else 0.0
