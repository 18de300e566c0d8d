"""What reading X may cost."""

from typing import Annotated

from msgspec import Meta, Struct

from arrowtui.settings.says import says

Money = Annotated[str, Meta(pattern=r"^[0-9]{1,6}(?:\.[0-9]{1,6})?$")]
MONEY = 'a sum in quotes such as "5.00"'


class X(Struct, frozen=True, forbid_unknown_fields=True):
    """What reading X may cost; it charges for every post read. Without a budget it is not asked at all."""

    budget: Annotated[
        Money | None,
        says("The most to spend on X in a month, in its currency; all X sources together.", MONEY),
    ] = None
    price_per_post: Annotated[Money, says("What X charges for a post read: see its console.", MONEY)] = "0.005"
    price_per_user: Annotated[
        Money, says("What it charges for an account read; each author of a page is one.", MONEY)
    ] = "0.010"

    def options(self) -> tuple[tuple[str, str], ...]:
        """As options of a source that names none of these itself."""
        prices = (("price_per_post", self.price_per_post), ("price_per_user", self.price_per_user))
        return (("budget", self.budget), *prices) if self.budget is not None else ()
