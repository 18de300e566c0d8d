"""What an address of such a server stands for, and what is missing of it."""

from arrowtui.model.recognised import Recognised
from arrowtui.model.subscription import Wish
from arrowtui.sources.sync.place import ReaderPlace

NAMES = {"greader": "Google Reader API", "fever": "Fever API"}
NARROWER = "One folder or label only: put ?label=NAME behind the address; what is starred there: ?starred."


def account_of(place: ReaderPlace, end: str, kind: str) -> Recognised:
    """The source of an account; where its name is missing, the address with {} in its place."""
    is_all = not place.label and not place.starred
    return Recognised(
        Wish(kind, place.address(end)),
        f"{place.words} ({NAMES[kind]})",
        needs=(place.account.password(kind) if place.user else kind,),
        hint=NARROWER if is_all else "",
        name_in="" if place.user else place.address(end, user="{}"),
    )
