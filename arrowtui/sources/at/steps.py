"""What a poll of Bluesky remembers, within a round (steps) and between two (memory)."""

from datetime import datetime
from typing import Literal

from msgspec import DecodeError, Struct, json

from arrowtui.sources.social.decoding import moment

Word = Literal["who", "name", "page", "quotes", "posts", "recheck"]


class Step(Struct, frozen=True, array_like=True):
    """What a request asks for: it travels with it, so that its reply is understood wherever that is read.

    `newest` is the youngest instant met on the pages before; `again`: sent a second time, somewhere else or anew;
    `until`: it fills a hole from there back.
    """

    word: Word
    address: str = ""
    page: int = 1
    newest: str = ""
    again: bool = False
    until: str = ""

    def written(self) -> str:
        return json.encode(self).decode()


class Memory(Struct, frozen=True, omit_defaults=True):
    """Between two polls: whose it is (a DID), what it is called, the youngest instant met.

    `hole` and `floor` are from where back to where posts are still to be had, "" where none are.
    """

    who: str = ""
    name: str = ""
    newest: str = ""
    hole: str = ""
    floor: str = ""

    @property
    def bottom(self) -> datetime | None:
        """Back to where the hole goes."""
        return moment(self.floor)

    @property
    def since(self) -> datetime | None:
        return moment(self.newest)

    def written(self) -> str:
        return json.encode(self).decode()


def step_of(text: str) -> Step:
    """The step a request carried, which only we write."""
    return json.decode(text, type=Step)


def memory_of(text: str) -> Memory:
    """What was remembered; nothing where it cannot be read (another version wrote it): then all is asked anew."""
    try:
        return json.decode(text, type=Memory) if text else Memory()
    except DecodeError:
        return Memory()
