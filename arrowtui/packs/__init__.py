"""Starter packs by profession: one TOML file each, in the words of the settings, read when somebody asks for them."""

import tomllib
from importlib.resources import files

import msgspec

from arrowtui.model.pack import Pack
from arrowtui.settings.shape_chat import ChatEntry
from arrowtui.settings.shape_source import SourceEntry


class PackFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file."""

    title: str
    about: str
    source: tuple[SourceEntry, ...]
    chat: tuple[ChatEntry, ...] = ()

    def pack(self, name: str) -> Pack:
        """The noun the other rooms know."""
        wishes = tuple(entry.wish(None) for entry in self.source)
        return Pack(name, self.title, self.about, wishes, tuple(entry.chat_wish() for entry in self.chat))


def packs() -> tuple[Pack, ...]:
    """Every pack that comes with arrowtui, by title."""
    found = [entry for entry in files(__name__).iterdir() if entry.name.endswith(".toml")]
    read = [_read(entry.name.removesuffix(".toml"), entry.read_text(encoding="utf-8")) for entry in found]
    return tuple(sorted(read, key=lambda pack: pack.title))


def _read(name: str, text: str) -> Pack:
    return msgspec.convert(tomllib.loads(text), PackFile).pack(name)
