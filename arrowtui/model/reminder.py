"""Being reminded in time: before a chat begins, before a call closes that one means to answer."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from arrowtui.model.lane import Lane


class Notice(StrEnum):
    """How one is told outside of the screen: not at all, by the terminal in one of its tongues, by the desktop."""

    NONE = "none"
    OSC9 = "osc9"
    OSC777 = "osc777"
    OSC99 = "osc99"
    DESKTOP = "desktop"


@dataclass(frozen=True, slots=True)
class RemindWish:
    """How long before, and whether the terminal rings; no time at all: never."""

    chat_before: timedelta = timedelta(minutes=10)
    call_before: timedelta = timedelta(hours=24)
    bell: bool = False


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing whose hour comes. `key` is the same whenever this is reminded of; `lane` is the tab where it is."""

    key: str
    words: str
    lane: Lane
