"""The requests of the Google Reader interface: labels, ids, items by their ids. Nothing is changed there."""

from collections.abc import Sequence
from urllib.parse import quote, urlencode

import msgspec

from arrowtui.model.reader_account import RENEWED, SESSION, TOKEN, TOKEN_RENEWED, ReaderAccount
from arrowtui.model.replace import replace
from arrowtui.model.wire import Request, SecretUse
from arrowtui.sources.sync.numbers import long_form
from arrowtui.sources.sync.place import ReaderPlace
from arrowtui.sources.sync.steps import Step

API = "/reader/api/0/"
IDS_PAGE, MOST_PAGES = 1_000, 10
BATCH = 100
"""Items of one request."""
FIRST_LOOK, MOST_ITEMS = 200, 900
"""Items taken at the first poll, and at every other: what is left is taken at the next."""
DAY_S = 86_400
WINDOW_S = 14 * DAY_S
"""So far back ids are listed again. FreshRSS counts from when it met an item, Miniflux from its publication."""
EVERYTHING, STARRED = "user/-/state/com.google/reading-list", "user/-/state/com.google/starred"
LABELS, IDS, ITEMS = "labels", "ids", "items"
NO_SUCH_STREAM = (400, 404, 500, 501)
"""What servers say that have no streams of labels (Miniflux: 500)."""


class Memory(msgspec.Struct, frozen=True, omit_defaults=True):
    """`known` are the ids (packed) of the last whole listing, made at `since` (unix s; 0: never); `listing` those of
    the one under way. `sifts`: the server has no streams of labels. `left`: items were left for the next poll."""

    known: str = ""
    listing: str = ""
    since: int = 0
    sifts: bool = False
    left: bool = False


def ask_labels(place: ReaderPlace) -> Request:
    """Which labels there are: of one that is gone some servers give everything, others nothing."""
    address = f"{place.base}{API}tag/list?output=json"
    return _get(place.account, address, Step.at(place, LABELS), conditional=False)


def ask_ids(step: Step, was: Memory) -> Request:
    """A page of the ids of a stream, the newest first."""
    place = step.place
    by_label = bool(place.label) and not was.sifts
    stream = f"user/-/label/{place.label}" if by_label else (STARRED if place.starred else EVERYTHING)
    asked = [("output", "json"), ("s", stream), ("n", str(IDS_PAGE))]
    if was.since and not step.whole:
        asked.append(("ot", str((was.since - WINDOW_S) // DAY_S * DAY_S)))
    if step.cursor:
        asked.append(("c", step.cursor))
    address = f"{place.base}{API}stream/items/ids?{urlencode(asked, quote_via=quote, safe='/-')}"
    accepts = NO_SUCH_STREAM if by_label else ()
    return _get(place.account, address, step, conditional=not (was.left or step.page or place.label), accepts=accepts)


def ask_items(place: ReaderPlace, numbers: Sequence[int]) -> tuple[Request, ...]:
    """Items by their ids, a hundred a request. A form, because so many ids are too long for an address."""
    batches = [numbers[start : start + BATCH] for start in range(0, len(numbers), BATCH)]
    return tuple(_form(place, batch) for batch in batches)


def renewed(request: Request, step: Step) -> Request:
    """The same with a login made anew; if that is refused, it is."""
    account = step.place.account
    again = msgspec.structs.replace(step, renewed=True)
    secrets = tuple(
        _login(account, RENEWED) if use.place[0] == "header" else _token(account, TOKEN_RENEWED)
        for use in request.secrets
    )
    accepts = tuple(status for status in request.accepts if status != 401)
    return replace(request, secrets=secrets, step=again.written(), accepts=accepts)


def _get(
    account: ReaderAccount, address: str, step: Step, *, conditional: bool, accepts: tuple[int, ...] = ()
) -> Request:
    return Request(
        address,
        {"Accept": "application/json"},
        secrets=(_login(account, SESSION),),
        step=step.written(),
        conditional=conditional,
        accepts=(401, *accepts),
    )


def _form(place: ReaderPlace, numbers: Sequence[int]) -> Request:
    fields = [("output", "json"), *(("i", long_form(number)) for number in numbers)]
    return Request(
        f"{place.base}{API}stream/items/contents?output=json",
        {"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"},
        method="POST",
        body=urlencode(fields).encode("ascii"),
        secrets=(_login(place.account, SESSION), _token(place.account, TOKEN)),
        step=Step.at(place, ITEMS).written(),
        conditional=False,
        accepts=(401,),
    )


def _login(account: ReaderAccount, prefix: str) -> SecretUse:
    return SecretUse(account.secret(prefix), ("header", "Authorization"), "GoogleLogin auth={}")


def _token(account: ReaderAccount, prefix: str) -> SecretUse:
    return SecretUse(account.secret(prefix), ("form", "T"))
