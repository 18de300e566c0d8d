"""`~` in what a person typed, also where nobody has a home: in a service, a container, as a user without entry."""

import os
from pathlib import Path


def expanded(path: Path) -> Path:
    """The path with the home folder that a `~` or `~name` at its beginning stands for.

    Raises: NoHome where there is none.
    """
    try:
        return path.expanduser()
    except RuntimeError as cause:
        from arrowtui.model.errors_requests import NoHome  # start-up time

        raise NoHome(path.parts[0]) from cause


def tilde(word: str) -> str:
    """The same for a word that stays as it is where there is no such home: whoever uses it says what is missing."""
    return os.path.expanduser(word)  # noqa: PTH111 pathlib's raises


def home_if_any() -> Path | None:
    """The home folder, if it is known and there."""
    home = Path(tilde("~"))
    return home if home.is_absolute() and os.path.isdir(home) else None  # noqa: PTH112 never raises
