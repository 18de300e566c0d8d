"""Starter packs: a handful of good public sources for one profession."""

from dataclasses import dataclass

from arrowtui.model.subscription import Wish


@dataclass(frozen=True, slots=True)
class Pack:
    """`name` is the file's stem; `about` says in one sentence what it brings."""

    name: str
    title: str
    about: str
    wishes: tuple[Wish, ...]
