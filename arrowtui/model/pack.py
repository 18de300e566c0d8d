"""Starter packs: good public sources and chats for one profession."""

from msgspec import Struct

from arrowtui.model.subscription import Wish


class ChatWish(Struct, frozen=True):
    """A chat as the person asks for it: one entry of the settings file.

    `schedule` is in words or an RFC 5545 rule, on the clock of `zone` where it names none; "": at no fixed time.
    `where` are servers, or the name of a platform.
    """

    hashtags: tuple[str, ...]
    name: str = ""
    schedule: str = ""
    zone: str = ""
    minutes: int | None = None
    moderators: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What it is called."""
        return self.name or self.hashtags[0]


class Pack(Struct, frozen=True):
    """`name` is the file's stem; `about` says in one sentence what it brings."""

    name: str
    title: str
    about: str
    wishes: tuple[Wish, ...]
    chats: tuple[ChatWish, ...] = ()
