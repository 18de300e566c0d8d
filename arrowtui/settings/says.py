"""How a field of the settings tells what it is for."""

from msgspec import Meta


def says(sentence: str, allowed: str) -> Meta:
    """What a field is for, and what it takes, in words that follow "must be"."""
    return Meta(description=sentence, extra={"allowed": allowed})
