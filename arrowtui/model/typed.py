"""What typing does to a text."""

from bisect import bisect_left


def holds(new: str, old: str) -> bool:
    """Whether `new` is `old` with something put in at one place, as typing does."""
    added = len(new) - len(old)
    if added < 0:
        return False
    same = bisect_left(range(len(old)), 1, key=lambda at: old[: at + 1] != new[: at + 1])  # letters that begin both
    return new[same + added :] == old[same:]
