"""What an edit by hand made of a file, and how it is taken back: what was changed elsewhere in it since stays."""

import re
from collections.abc import Sequence

from msgspec import Struct

AROUND = 3
LINE = re.compile(rb"[^\n]*\n|[^\n]+")


class Rewritten(Struct, frozen=True):
    """The lines that were others before, as bytes, and up to three above and below them.

    `at` is where those above begin. `was_sound`: before the edit the file could be used; then it is never made one that
    cannot.
    """

    at: int
    above: bytes
    was: bytes
    now: bytes
    below: bytes
    was_sound: bool = True

    @classmethod
    def of(cls, before: bytes, after: bytes, *, was_sound: bool = True) -> "Rewritten | None":
        """From the first line that differs to the last; None where none does."""
        if before == after:
            return None
        old, new = LINE.findall(before), LINE.findall(after)
        start = _alike(old, new)
        end = _alike(old[start:][::-1], new[start:][::-1])
        top, last = max(start - AROUND, 0), len(old) - end
        parts = (old[:top], old[top:start], old[start:last], new[start : len(new) - end], old[last : last + AROUND])
        skipped, above, was, now, below = (b"".join(part) for part in parts)
        return cls(len(skipped), above, was, now, below, was_sound)

    def taken_back_in(self, data: bytes) -> bytes | None:
        """The file without the edit; as it is where that was done already; None where those lines are others by now, or
        cannot be told from their like."""
        begin = self._place_of(self.above + self.now + self.below, data)
        if begin is not None:
            begin += len(self.above)
        elif self._is_back_in(data):
            return data
        elif self.now.strip():
            begin = self._place_of(self.now, data)
        return None if begin is None else data[:begin] + self.was + data[begin + len(self.now) :]

    def _is_back_in(self, data: bytes) -> bool:
        """Lines that were added at an end of the file are gone where that end is as it was."""
        lines = self.above + self.was + self.below
        place = self._place_of(lines, data)
        if place is None or self.was:
            return place is not None
        return bool(self.above or place == 0) and bool(self.below or place + len(lines) == len(data))

    def _place_of(self, lines: bytes, data: bytes) -> int | None:
        """Where these lines stand: in their place, else in the only one there is."""
        if not lines:
            return None if data else 0
        if data.startswith(lines, self.at) and _are_whole(lines, self.at, data):
            return self.at
        found = [match.start() for match in re.finditer(b"(?=" + re.escape(lines) + b")", data)]
        places = [place for place in found if _are_whole(lines, place, data)]
        return places[0] if len(places) == 1 else None


def _alike(one: Sequence[bytes], other: Sequence[bytes]) -> int:
    """How many lines are the same, from the first on."""
    differing = (count for count, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs)
    return next(differing, min(len(one), len(other)))


def _are_whole(lines: bytes, place: int, data: bytes) -> bool:
    """Whether lines begin there and end where they do, not in the midst of longer ones."""
    end = place + len(lines)
    begins = place == 0 or data[place - 1 : place] == b"\n"
    return begins and (lines.endswith(b"\n") or data[end : end + 1] in (b"", b"\r", b"\n"))
