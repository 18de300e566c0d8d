"""What a poll of X remembers, within a round (steps) and between two (memory). No page is bought twice."""

from typing import Literal

from msgspec import DecodeError, Struct, json

Word = Literal["user", "page", "gap", "root", "recheck"]


class Step(Struct, frozen=True, array_like=True):
    """What a request asks for. `page` counts those of the round; `again`: sent without the bound X did not take."""

    word: Word
    page: int = 1
    again: bool = False

    def written(self) -> str:
        return json.encode(self).decode()


class Gap(Struct, frozen=True, array_like=True):
    """Posts not read yet: newer than `since`, older than `until` (ids, neither included)."""

    since: str
    until: str


class Memory(Struct, frozen=True, omit_defaults=True):
    """Between two polls: the account's id and name, the newest id read, what was left out below it."""

    user: str = ""
    name: str = ""
    newest: str = ""
    gap: Gap | None = None

    def written(self) -> str:
        return json.encode(self).decode()


def step_of(text: str) -> Step:
    """The step a request carried, which only we write."""
    return json.decode(text, type=Step)


def memory_of(text: str) -> Memory:
    """What was remembered; nothing where it cannot be read (another version wrote it)."""
    try:
        return json.decode(text, type=Memory) if text else Memory()
    except DecodeError:
        return Memory()


def newest_of(ids: list[str]) -> str:
    """The greatest id: they are numbers that grow with time. "" where there is none."""
    return max((one for one in ids if one.isascii() and one.isdigit()), key=int, default="")


def oldest_of(ids: list[str]) -> str:
    """The smallest id; "" where there is none."""
    return min((one for one in ids if one.isascii() and one.isdigit()), key=int, default="")
