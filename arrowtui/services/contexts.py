"""What the lanes are told of each source: the person's rules, her chats, and what she taught by moving items."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct, field

from arrowtui.lanes.context import LaneContext
from arrowtui.model.chat_board import FollowedChat
from arrowtui.model.rule import Rule
from arrowtui.model.subscription import Subscription
from arrowtui.services.poll import ContextOf
from arrowtui.store import Store
from arrowtui.store.lessons import lessons
from arrowtui.store.words import terms

if TYPE_CHECKING:
    from arrowtui.lanes.learned import Learned
    from arrowtui.lanes.own_rules import Matcher


class Told(Struct, frozen=True):
    """What the settings say about sorting."""

    rules: tuple[Rule, ...] = ()
    chats: tuple[FollowedChat, ...] = ()


class Contexts(Struct, frozen=True):
    """Asked once a round. `told` reads the settings as they are now."""

    store: Store
    told: Callable[[], Told] = field(default=Told)

    async def __call__(self) -> ContextOf:
        """What to tell of a source, as long as the round lasts. Raises: StoreError."""
        async with self.store.reading() as db:
            taught = await lessons(db)
        told = self.told()
        series = frozenset(tag for chat in told.chats for tag in chat.hashtags)

        @cache
        def learned() -> "Learned | None":
            if not taught:
                return None
            from arrowtui.lanes.learned import learned_from  # late, with the words of the lanes

            return learned_from(taught)

        def context_of(one: Subscription) -> LaneContext:
            if one.wish.gathers:  # her own collection: no rule puts an answer into a tab
                return LaneContext(one.wish.kind, one.title, one.wish.sorted_to)
            rules = matchers(told.rules, one) if told.rules else ()
            return LaneContext(one.wish.kind, one.title, one.wish.lane, series=series, learned=learned(), rules=rules)

        return context_of


def matchers(rules: Sequence[Rule], one: Subscription) -> "tuple[Matcher, ...]":
    """The rules that speak of a source, their words taken apart."""
    from arrowtui.lanes.own_rules import Matcher, Term

    return tuple(
        Matcher(rule, tuple(Term(term.text, term.is_phrase, term.is_wanted) for term in terms(rule.words)))
        for rule in rules
        if speaks_of(rule, one)
    )


def speaks_of(rule: Rule, one: Subscription) -> bool:
    """Whether a rule's source and kind are those of a source."""
    names = {one.title.casefold(), one.wish.address.casefold()}
    is_source = not rule.source or rule.source.casefold() in names
    return is_source and (not rule.kind or rule.kind.casefold() == one.wish.kind)
