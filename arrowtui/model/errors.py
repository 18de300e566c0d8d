"""Everything that may go wrong that a person may meet, with the words she reads.

A headline (under 60 characters) says what happened and to whom; a hint says what to do. Subclasses live in
the files `errors_*.py` beside this one, one for each part of the house, and one test walks over all of them.

ArrowError
├── FetchError               asking the world failed
├── StoreError               the file of items and notes cannot be used
├── SettingsError            the settings file is not understood
└── RequestError             what the person asked for cannot be done
"""

from collections.abc import Callable
from dataclasses import dataclass

SHOWN_NAMES = 12


def clip(words: str, width: int = 28) -> str:
    """Shorten foreign words inside a headline, keeping both ends: hosts and paths are told apart by them."""
    return words if len(words) <= width else f"{words[: width // 2]}…{words[-(width // 2 - 1) :]}"


def not_there(names: tuple[str, ...]) -> str:
    """The hint for a name that a server does not know; `names` are some that it does."""
    shown = ", ".join(clip(name, 40) for name in names[:SHOWN_NAMES])
    there = f" There are: {shown}{', …' if len(names) > SHOWN_NAMES else ''}." if shown else ""
    return f"It may have been renamed or deleted.{there} Correct the address in the settings."


@dataclass(eq=False, repr=False)
class ArrowError(Exception):
    """Base of all. Subclasses are dataclasses whose fields are the facts."""

    def headline(self) -> str:
        raise NotImplementedError

    def hint(self) -> str:
        raise NotImplementedError

    def __str__(self) -> str:
        return f"{self.headline()}. {self.hint()}"

    def __reduce__(self) -> tuple[Callable[..., "ArrowError"], tuple[type["ArrowError"], dict[str, object]]]:
        """Crosses from one process to another with its facts, however it was made."""
        return _told_again, (type(self), dict(vars(self)))


def _told_again(kind: type[ArrowError], facts: dict[str, object]) -> ArrowError:
    error = kind.__new__(kind)
    vars(error).update(facts)
    return error


class FetchError(ArrowError):
    """A source could not be asked or not understood. It keeps what it had."""


class StoreError(ArrowError):
    """The store file cannot be used as it is."""


class SettingsError(ArrowError):
    """The settings file is not understood."""


class RequestError(ArrowError):
    """What the person asked for cannot be done."""
