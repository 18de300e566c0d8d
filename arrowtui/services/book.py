"""The person's settings as far as acts change them that can be taken back."""

from collections.abc import Sequence
from typing import Protocol

from arrowtui.model.pack import ChatWish
from arrowtui.model.rewritten import Rewritten
from arrowtui.model.subscription import TakenOut, Wish


class Book(Protocol):
    """Where chats are followed and sources paused: the person's settings, and the store after them."""

    async def add_chats(self, chats: Sequence[ChatWish]) -> tuple[ChatWish, ...]:
        """Follow chats; returns those that were not followed yet. Raises: SettingsError, StoreError."""
        ...

    async def drop_chat(self, chat: ChatWish) -> None:
        """Follow it no longer. Raises: SettingsError where it was changed by hand since, StoreError."""
        ...

    async def drop_sources(self, sources: Sequence[tuple[str, str]]) -> None:
        """Let sources go, by kind and address. Raises: SettingsError, StoreError."""
        ...

    async def take_out(self, kind: str, address: str) -> TakenOut:
        """Let a source go; returns what puts it back. Raises: UnknownSource, SettingsError, StoreError."""
        ...

    async def put_back(self, taken: TakenOut) -> None:
        """Take it on again as it was. Raises: SettingsError, StoreError."""
        ...

    async def take_back(self, edit: Rewritten) -> None:
        """Make the settings what they were before an edit by hand. Raises: SettingsChangedSince, SettingsError,
        StoreError."""
        ...

    async def set_paused(self, kind: str, address: str, paused: bool) -> None:
        """Leave a source unasked, or ask it again. Raises: UnknownSource, SettingsError, StoreError."""
        ...

    async def gather(self, wishes: Sequence[Wish]) -> tuple[tuple[Wish, ...], tuple[Wish, ...]]:
        """Collect the answers to call-outs; returns those added, those followed already. Raises: as `drop_sources`."""
        ...

    async def sort_again(self, sources: Sequence[tuple[str, str]]) -> None:
        """Collect them no longer, by kind and address. Raises: SettingsError, StoreError."""
        ...
