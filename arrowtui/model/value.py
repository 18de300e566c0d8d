"""Values that are made by the thousand."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def value(cls: type[T]) -> type[T]:
    """A frozen dataclass with slots, for those that come fifty to a reply: the type checker alone keeps it frozen.

    Python keeps one frozen by a call for each field when it is made: for a Draft of 27 three quarters of the time.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
