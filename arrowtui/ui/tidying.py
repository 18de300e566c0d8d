"""Garbage is taken out while nobody presses a key.

Textual's nodes and styles are cycles, which only the collector finds, and a key that moves the keyboard leaves
thousands of them. Collected as they come, full passes would make single keys slow; collected rarely, an hour of reading
heaps up half as much memory again. So: rarely while something happens, and at once when nothing does.
"""

import gc

RARELY = (2_000, 20, 50)
"""After how many new things, passes and middle passes the collector looks further by itself."""

WORTH_IT = 30
"""So many passes over new things since the last full one make another worth its 20 ms."""

TIDY_EVERY_S = 1.0


class Tidying:
    """The collector of one running screen. `begin` once, then `tidy` about every second."""

    def __init__(self) -> None:
        self._seen = self._tidied = 0

    def begin(self) -> None:
        """Keep what is there for good: no pass looks at it again."""
        gc.enable()
        gc.set_threshold(*RARELY)
        keep_all()
        self._seen = self._tidied = passes()

    def tidy(self) -> None:
        """Look over everything where much was made before, or let go, and nothing happened since the last call."""
        before, self._seen = self._seen, passes()
        was_let_go = not gc.get_freeze_count()
        if self._seen == before and (was_let_go or self._seen - self._tidied >= WORTH_IT):
            (keep_all if was_let_go else gc.collect)()
            self._seen = self._tidied = passes()


def keep_all() -> None:
    """Take out what is garbage, and spare every later pass what is left: for heaps of things that stay."""
    gc.collect()
    gc.freeze()


def let_go() -> None:
    """A heap of things is gone: let the next look over everything find it, and keep what is left then."""
    gc.unfreeze()


def passes() -> int:
    """How often the collector has looked over new things: a measure of how much was made."""
    return int(gc.get_stats()[0]["collections"])
