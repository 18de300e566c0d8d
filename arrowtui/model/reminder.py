"""Being reminded in time: before a chat begins, before a call closes that one means to answer."""

from datetime import timedelta
from enum import StrEnum

from msgspec import Struct

from arrowtui.model.lane import Lane


class Notice(StrEnum):
    """How one is told outside of the screen: not at all, by the terminal in one of its tongues, by the desktop."""

    NONE = "none"
    OSC9 = "osc9"
    OSC777 = "osc777"
    OSC99 = "osc99"
    DESKTOP = "desktop"


class RemindWish(Struct, frozen=True):
    """How long before, and whether the terminal rings; no time at all: never."""

    chat_before: timedelta = timedelta(minutes=10)
    call_before: timedelta = timedelta(hours=24)
    bell: bool = False


class Reminder(Struct, frozen=True):
    """One thing whose hour comes. `key` is the same whenever this is reminded of; `lane` is the tab where it is."""

    key: str
    words: str
    lane: Lane
