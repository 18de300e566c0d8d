"""Rules of the person's own: which items, and what becomes of them when they arrive."""

from datetime import datetime

from msgspec import Struct

from arrowtui.model.lane import Lane


class Rule(Struct, frozen=True):
    """One rule. What is empty or None says nothing; all that says something must hold, and all acts are done.

    `words` is a search as one types it. `source` is a title or address, `kind` a kind of source, `author` a name or
    handle, all without regard to case; of an author a part is enough.
    """

    name: str
    words: str = ""
    source: str = ""
    kind: str = ""
    author: str = ""
    lane: Lane | None = None
    tags: tuple[str, ...] = ()
    keep: bool = False
    dismiss: bool = False
    read: bool = False


class Acts(Struct, frozen=True):
    """What rules do with one item on arrival: the names of those that hold, in the order of the settings.

    The first that names a tab decides it; the first that keeps or dismisses decides that.
    """

    names: tuple[str, ...]
    at: datetime
    lane: Lane | None = None
    lane_by: str = ""
    tags: tuple[str, ...] = ()
    keep: bool = False
    dismiss: bool = False
    read: bool = False
