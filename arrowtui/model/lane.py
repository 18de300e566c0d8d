"""Lanes: which tab an item belongs to, and who said so."""

from enum import StrEnum

from msgspec import Struct


class Lane(StrEnum):
    """The pane an item belongs to. `NOISE` belongs to none: shown in its source's own list, or by itself."""

    TIP = "tip"
    CHAT = "chat"
    CALL = "call"
    NOISE = "noise"

    @property
    def tab(self) -> str:
        """The word on the tab."""
        return {"tip": "Tips", "chat": "Chats", "call": "Calls", "noise": "Noise"}[self.value]


class ChosenBy(StrEnum):
    """Who put an item into its lane: its source's settings, a rule of the person's own, our rules, or herself.

    What a person chose is never moved by a rule.
    """

    SOURCE = "source"
    OWN_RULE = "own rule"
    RULE = "rule"
    PERSON = "person"


class Verdict(Struct, frozen=True):
    """Where a rule would put an item, how sure it is (0 to 1), and why in plain words."""

    lane: Lane
    confidence: float
    reasons: tuple[str, ...]
    chosen_by: ChosenBy = ChosenBy.RULE
