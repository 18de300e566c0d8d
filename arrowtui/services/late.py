"""Services that are made when they are first wanted: nobody looks at the board or reads a letter at the start."""

from typing import TYPE_CHECKING, Protocol

from arrowtui.model.ports import Clock, SearchList
from arrowtui.store import Store

if TYPE_CHECKING:
    from arrowtui.services.arranging import Arranging
    from arrowtui.services.boarding import Board
    from arrowtui.services.calls import Calls
    from arrowtui.services.chats import Chats
    from arrowtui.services.gatherings import Gatherings
    from arrowtui.services.journal import Journal
    from arrowtui.services.lettering import Letters
    from arrowtui.services.measuring import Measuring
    from arrowtui.services.occasions import Occasions
    from arrowtui.services.recalling import Recall
    from arrowtui.services.reflection import Reflection
    from arrowtui.services.saving import Saving
    from arrowtui.services.searches import Searches
    from arrowtui.services.understanding import Understanding
    from arrowtui.services.vault_matters import VaultMatters


class Made(Protocol):
    """What they are made of."""

    @property
    def store(self) -> Store: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def journal(self) -> "Journal": ...
    @property
    def calls(self) -> "Calls": ...
    @property
    def chats(self) -> "Chats": ...
    @property
    def reflection(self) -> "Reflection": ...
    @property
    def book(self) -> SearchList: ...


class LateServices:
    """For a class that has what `Made` names. None of them keeps anything between two calls."""

    __slots__ = ()

    @property
    def arranging(self: Made) -> "Arranging":
        """In which order lists stand."""
        from arrowtui.services.arranging import Arranging

        return Arranging(self.store, self.clock)

    @property
    def searches(self: Made) -> "Searches":
        """Searches that are kept."""
        from arrowtui.services.searches import Searches

        return Searches(self.store, self.clock, self.book)

    @property
    def board(self: Made) -> "Board":
        """What was kept."""
        from arrowtui.services.boarding import Board

        return Board(self.store)

    @property
    def gatherings(self: Made) -> "Gatherings":
        """Answers to call-outs of the person's own."""
        from arrowtui.services.gatherings import Gatherings

        return Gatherings(self.store, self.clock)

    @property
    def occasions(self: Made) -> "Occasions":
        """When it is worth thinking."""
        from arrowtui.services.occasions import Occasions

        return Occasions(self.store, self.clock, self.chats, self.calls, self.reflection)

    @property
    def letters(self: Made) -> "Letters":
        """The weekly letter."""
        from arrowtui.services.lettering import Letters
        from arrowtui.services.occasions import Occasions

        occasions = Occasions(self.store, self.clock, self.chats, self.calls, self.reflection)
        return Letters(self.store, self.clock, occasions.missed, occasions.closing)

    @property
    def measuring(self: Made) -> "Measuring":
        """The small plots."""
        from arrowtui.services.measuring import Measuring

        return Measuring(self.store, self.clock, self.reflection.rules)

    @property
    def recall(self: Made) -> "Recall":
        """What was written long ago about what is looked at now."""
        from arrowtui.services.recalling import Recall

        return Recall(self.store)

    @property
    def saving(self: Made) -> "Saving":
        """Pages put into the Tips by their address."""
        from arrowtui.services.saving import Saving

        return Saving(self.store, self.journal, self.clock)

    @property
    def understanding(self: Made) -> "Understanding":
        """Why an item is where it is."""
        from arrowtui.services.understanding import Understanding

        return Understanding(self.store, self.clock)

    @property
    def matters(self: Made) -> "VaultMatters":
        """What of the vault wants a decision."""
        from arrowtui.services.vault_matters import VaultMatters

        return VaultMatters(self.store, self.clock)
