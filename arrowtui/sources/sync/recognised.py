"""What an address of such a server stands for, and what is missing of it."""

from collections.abc import Iterable

from arrowtui.model.errors_readers import AccountNotNamed
from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.recognised import Recognised
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Wish
from arrowtui.sources.sync.place import ReaderPlace, said_place

NAMES = {"greader": "Google Reader API", "fever": "Fever API"}


def account_of(place: ReaderPlace, end: str, kind: str) -> Recognised:
    """The source of an account; where its name is missing, the address with {} in its place."""
    return Recognised(
        Wish(kind, place.address(end)),
        f"{place.what} on {place.host} ({NAMES[kind]})",
        needs=(place.account.password(kind) if place.user else kind,),
        name_in="" if place.user else place.address(end, user="{}"),
    )


def parts_of(place: ReaderPlace, labels: Iterable[str], end: str, kind: str) -> tuple[Recognised, ...]:
    """What is starred there, and each label alone."""
    starred = ReaderPlace(place.user, place.base, starred=True)
    named = (ReaderPlace(place.user, place.base, label) for label in labels)
    return tuple(replace(account_of(one, end, kind), words=f"only {one.what}") for one in (starred, *named))


def account_at(address: str, found: ReaderPlace | None, kind: str) -> ReaderPlace:
    """The account at an address of the settings: the one that was recognised, else whatever is said to be there.

    Raises: UnfitAddress, AccountNotNamed.
    """
    place = found or said_place(address)
    if place is None:
        raise UnfitAddress(kind, address)
    if not place.user:
        raise AccountNotNamed(place.host)
    return place
