"""What typing does to a text."""


def holds(new: str, old: str) -> bool:
    """Whether `new` is `old` with something put in at one place, as typing does."""
    added = len(new) - len(old)
    if added < 0:
        return False
    same = next((at for at, (one, two) in enumerate(zip(old, new, strict=False)) if one != two), len(old))
    return new[same + added :] == old[same:]
