"""What may be set: one struct a table of the file, each field with its default and its sentence.

`HELP` feeds the reference page, and a test holds that no field is without a sentence.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from arrowtui.model.lane import Lane
from arrowtui.model.subscription import Wish

LaneWord = Literal["auto", "tips", "chats", "calls"]
SETTINGS_LANES: Mapping[str, Lane | None] = {
    "auto": None,
    "tips": Lane.TIP,
    "chats": Lane.CHAT,
    "calls": Lane.CALL,
}


class Poll(Struct, frozen=True, forbid_unknown_fields=True):
    """How sources are asked."""

    every_min: int = 60
    own_hosts: tuple[str, ...] = ()


class Screen(Struct, frozen=True, forbid_unknown_fields=True):
    """How the screen looks."""

    theme: Literal["dark", "light", "terminal"] = "dark"
    measure: int = 72
    ascii: bool = False


class Notes(Struct, frozen=True, forbid_unknown_fields=True):
    """How notes are written."""

    editor: str = ""


class SourceEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """One source that is polled."""

    address: str
    kind: str = "feed"
    title: str | None = None
    lane: LaneWord = "auto"
    tags: tuple[str, ...] = ()
    every_min: int | None = None
    paused: bool = False
    options: dict[str, str] = field(default_factory=dict)

    def wish(self, every_min: int) -> Wish:
        """The noun the other rooms know; `every_min` counts where the entry names no interval of its own."""
        return Wish(
            self.kind,
            self.address,
            self.title,
            SETTINGS_LANES[self.lane],
            self.tags,
            self.every_min if self.every_min is not None else every_min,
            self.paused,
            tuple(self.options.items()),
        )


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    poll: Poll = Poll()
    screen: Screen = Screen()
    notes: Notes = Notes()
    keys: dict[str, str | list[str]] = field(default_factory=dict)
    source: tuple[SourceEntry, ...] = ()

    def wishes(self) -> tuple[Wish, ...]:
        return tuple(entry.wish(self.poll.every_min) for entry in self.source)

    def key_lists(self) -> dict[str, tuple[str, ...]]:
        """The person's own keys by command; a key alone counts as a list of one."""
        return {name: (keys,) if isinstance(keys, str) else tuple(keys) for name, keys in self.keys.items()}


TABLES: Mapping[str, type[Struct]] = {"poll": Poll, "screen": Screen, "notes": Notes, "source": SourceEntry}

HELP: Mapping[str, str] = {
    "poll.every_min": "Minutes between two polls of a source that says nothing else; never under 15 for others' hosts.",
    "poll.own_hosts": "Hosts of your own, which may be asked more often than every 15 minutes.",
    "screen.theme": "dark, light, or terminal (the colours of your terminal).",
    "screen.measure": "The widest line of the reader, in columns (40 to 160).",
    "screen.ascii": "true draws marks with plain letters, for terminals or fonts without the others.",
    "notes.editor": "The program for ^E in a note; empty means $VISUAL or $EDITOR.",
    "source.address": "The address of the feed.",
    "source.kind": "What it is; feed is RSS, Atom, RDF, CDF or JSON Feed.",
    "source.title": "Your own name for it; left out, it is called what it calls itself.",
    "source.lane": "auto, tips, chats or calls: the tab its items go to.",
    "source.tags": "Words to find it by.",
    "source.every_min": "Minutes between two polls of this source.",
    "source.paused": "true leaves it unasked; what it brought stays.",
    "source.options": "What only this kind of source knows, as names and words.",
}
