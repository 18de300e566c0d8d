"""A ledger in which every entry has its moment: what stood there when a post was written can be read at any time.

Filing a post reads entries made before it and makes some of its own. The ledger notes both. When a post arrives late,
only those after it that read an entry it changed are filed anew, and only as far as something changes for them.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Moment = tuple[datetime, str]
"""Place of a post in time; its id tells posts of one instant apart."""
Key = tuple[str, Any]
"""What an entry tells, and of which question, author or post (something that can be hashed)."""
_ABSENT: Any = object()


@dataclass(slots=True)
class _Page:
    """What filing one post has read and written. There is one for every post, so it holds no more than it must."""

    read: tuple[Key, ...] = ()
    written: dict[Key, Any] = field(default_factory=dict)


@dataclass(slots=True)
class _Entry:
    """The values of one key, each from its moment on, and the moments at which it was read. All pages that have read it
    share this `key`."""

    key: Key
    since: list[Moment] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)
    readers: list[Moment] = field(default_factory=list)

    def before(self, moment: Moment) -> Any:
        place = bisect_left(self.since, moment)
        return self.values[place - 1] if place else _ABSENT

    def write(self, moment: Moment, value: Any) -> None:
        """Set or (with nothing) take away what is written at a moment."""
        place = bisect_left(self.since, moment)
        stands = place < len(self.since) and self.since[place] == moment
        if value is _ABSENT:
            del self.since[place], self.values[place]
        elif stands:
            self.values[place] = value
        else:
            self.since.insert(place, moment)
            self.values.insert(place, value)

    def concerned(self, moment: Moment) -> list[Moment]:
        """Who read it after a moment and before, or when, it was written next."""
        follows = bisect_right(self.since, moment)
        first = bisect_right(self.readers, moment)
        if follows == len(self.since):
            return self.readers[first:]
        return self.readers[first : bisect_right(self.readers, self.since[follows])]


class Ledger:
    """Open a page with `turn_to`, read and `put`, and `close` it to learn which posts must be filed anew."""

    def __init__(self) -> None:
        self._entries: dict[Key, _Entry] = {}
        self._pages: dict[Moment, _Page] = {}
        self._now: Moment | None = None
        self._read: set[Key] = set()
        self._written: dict[Key, Any] = {}
        self._turned: set[Key] = set()

    def turned(self) -> set[Key]:
        """The keys at which something was written, or taken away, since this was asked last."""
        found, self._turned = self._turned, set()
        return found

    def turn_to(self, moment: Moment) -> None:
        """Begin the page of the post at a moment."""
        self._now, self._read, self._written = moment, set(), {}

    def get(self, key: Key, default: Any = None) -> Any:
        """What stands at a key: between `turn_to` and `close` as of that moment, else at last."""
        if key in self._written:
            return self._written[key]
        entry = self._entries.get(key)
        if self._now is None:
            return entry.values[-1] if entry and entry.values else default
        self._read.add(key)
        found = entry.before(self._now) if entry else _ABSENT
        return default if found is _ABSENT else found

    def put(self, key: Key, value: Any) -> None:
        """Write an entry, from this moment on."""
        self._written[key] = value

    def close(self) -> Iterator[Moment]:
        """End the page. Returns the later moments at which something read now reads otherwise; some may come twice."""
        if self._now is None:
            return iter(())
        moment, read, written = self._now, self._read, self._written
        before, self._now, self._read, self._written = self._pages.get(moment, _Page()), None, set(), {}
        for key in before.read:
            if key not in read:
                readers = self._entries[key].readers
                del readers[bisect_left(readers, moment)]
        for key in read.difference(before.read):
            insort(self._entry(key).readers, moment)
        self._pages[moment] = _Page(tuple(self._entries[key].key for key in read), written)
        return self._changed(moment, before.written, written)

    def _entry(self, key: Key) -> _Entry:
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = _Entry(key)
        return entry

    def _changed(self, moment: Moment, before: dict[Key, Any], now: dict[Key, Any]) -> Iterator[Moment]:
        concerned: list[Moment] = []
        for key in before.keys() | now.keys():
            value = now.get(key, _ABSENT)
            if key in before and (before[key] is value or before[key] == value):
                continue
            entry = self._entry(key)
            self._turned.add(entry.key)
            concerned += entry.concerned(moment)
            entry.write(moment, value)
        return iter(concerned)
