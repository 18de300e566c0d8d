"""Starter packs by profession: one TOML file each, read only when a newcomer asks for them."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files

from arrowtui.model.lane import Lane
from arrowtui.model.pack import Pack
from arrowtui.model.subscription import Wish


def packs() -> tuple[Pack, ...]:
    """Every pack that comes with arrowtui, by title."""
    found = [entry for entry in files(__name__).iterdir() if entry.name.endswith(".toml")]
    read = [
        _pack(entry.name.removesuffix(".toml"), tomllib.loads(entry.read_text(encoding="utf-8"))) for entry in found
    ]
    return tuple(sorted(read, key=lambda pack: pack.title))


def _pack(name: str, told: Mapping[str, object]) -> Pack:
    sources = told["source"]
    assert isinstance(sources, list)  # our own files; a test reads each one
    return Pack(name, str(told["title"]), str(told["about"]), tuple(_wish(source) for source in sources))


def _wish(told: Mapping[str, str]) -> Wish:
    lane = Lane(told["lane"]) if "lane" in told else None
    return Wish("feed", told["address"], title=told["title"], lane=lane)
