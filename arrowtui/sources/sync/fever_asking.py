"""The requests of the Fever interface: feeds, groups, items. Nothing is changed there."""

from collections.abc import Sequence

import msgspec

from arrowtui.model.reader_account import KEY, KEY_RENEWED
from arrowtui.model.replace import replace
from arrowtui.model.wire import Request, SecretUse
from arrowtui.sources.sync.steps import Step

PAGE = 50
"""Items a server gives at once, whatever is wanted."""
FIRST_PAGES, MOST_PAGES = 4, 15
"""Pages read at the first poll, from the newest back, and at every other, from the last one met on."""
HIGHEST = "9007199254740991"
"""Above every id: "the newest" in the words of all servers (0 means that to some, and none to others)."""
GROUPS, FEEDS, ITEMS, SAVED, NAMED = "groups", "feeds", "items", "saved", "named"


class Memory(msgspec.Struct, frozen=True, omit_defaults=True):
    """`since` is the highest id met, `feeds` are titles by number, `members` the feeds of the group that is wanted.

    `saved` are the ids (packed) of what is starred there, `left` whether some were left for the next poll.
    """

    since: int = 0
    feeds: dict[str, str] = {}
    members: list[int] = []
    saved: str = ""


def ask(step: Step, *more: str) -> Request:
    """One call. The arguments stand in the address, as the interface wants it; the key goes in a form."""
    account = step.place.account
    end = "" if account.base.endswith(".php") else "/"
    return Request(
        f"{account.base}{end}?{'&'.join(('api', *more))}",
        {"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"},
        method="POST",
        secrets=(SecretUse(account.secret(KEY), ("form", "api_key")),),
        step=step.written(),
        conditional=False,
    )


def ask_groups(step: Step) -> Request:
    return ask(_as(step, GROUPS), "groups")


def ask_feeds(step: Step, after: str) -> Request:
    """The titles of the feeds; then `after` once more, where it has to wait for them."""
    return ask(msgspec.structs.replace(step, word=FEEDS, after=after, renewed=False), "feeds")


def ask_saved(step: Step) -> Request:
    return ask(_as(step, SAVED), "saved_item_ids")


def ask_items(step: Step, was: Memory) -> Request:
    """A page of items: behind the last one met, or (at the first poll) below a cursor."""
    if was.since and not step.whole:
        return ask(_as(step, ITEMS), "items", f"since_id={was.since}")
    return ask(_as(msgspec.structs.replace(step, whole=True), ITEMS), "items", f"max_id={step.cursor or HIGHEST}")


def ask_named(step: Step, numbers: Sequence[int]) -> tuple[Request, ...]:
    """Items by their ids, fifty a request."""
    batches = [numbers[start : start + PAGE] for start in range(0, len(numbers), PAGE)]
    return tuple(ask(_as(step, NAMED), "items", f"with_ids={','.join(map(str, batch))}") for batch in batches)


def again(step: Step, was: Memory) -> Request:
    """The page of items that waited for the feeds' titles."""
    return ask_items(msgspec.structs.replace(step, after="", named=True), was)


def renewed(request: Request, step: Step) -> Request:
    """The same with a key made anew."""
    secrets = (SecretUse(step.place.account.secret(KEY_RENEWED), ("form", "api_key")),)
    return replace(request, secrets=secrets, step=msgspec.structs.replace(step, renewed=True).written())


def _as(step: Step, word: str) -> Step:
    return msgspec.structs.replace(step, word=word, renewed=False)
