"""The person's own rules for items that no poll brought: what another program kept."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from arrowtui.model.item import Item
from arrowtui.model.lane import Verdict
from arrowtui.model.replace import replace
from arrowtui.model.rule import Rule
from arrowtui.model.subscription import Subscription
from arrowtui.services.contexts import matchers
from arrowtui.services.digest import ruled
from arrowtui.store.placed import Placed

if TYPE_CHECKING:
    from arrowtui.lanes.own_rules import Matcher


class OwnRules(Struct, frozen=True):
    """Those that speak of one source, and the hour."""

    matchers: "Sequence[Matcher]"
    at: datetime

    @classmethod
    def of(cls, rules: Sequence[Rule], source: Subscription, at: datetime) -> "OwnRules":
        return cls(matchers(rules, source) if rules else (), at)

    def placed(self, item: Item, verdict: Verdict) -> Placed:
        """An item where the rules put it, else where the verdict does, with their tags.

        They neither keep nor dismiss it: how it stands, the person said where it comes from.
        """
        from arrowtui.lanes.own_rules import acts_of  # only who has rules pays for it

        acts = acts_of(item, self.matchers, self.at) if self.matchers else None
        if acts is None:
            return Placed(item, verdict)
        return Placed(item, ruled(acts) if acts.lane else verdict, acts=replace(acts, keep=False, dismiss=False))
