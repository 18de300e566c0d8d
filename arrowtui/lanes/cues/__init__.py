"""The visible rules: tables of phrases that speak for a lane, each with what it means in plain words."""

from msgspec import Struct

from arrowtui.model.lane import Lane


class Cue(Struct, frozen=True):
    """One row. `weight` is how loudly it speaks for its lane; `reason` is what the reader is told.

    `catches` is an example it finds, `misses` one that looks alike and must not be found.
    """

    name: str
    lane: Lane
    weight: float
    reason: str
    phrases: str
    catches: str
    misses: str
