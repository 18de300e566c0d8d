"""What the world must offer: the seams at which tests and the demo put a scripted world."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from arrowtui.model.errors import FetchError
from arrowtui.model.item import KeptSearch
from arrowtui.model.lane import Lane
from arrowtui.model.pack import ChatWish
from arrowtui.model.rewritten import Rewritten
from arrowtui.model.subscription import TakenOut, Validators, Wish
from arrowtui.model.wire import Batch, Reply, Request

if TYPE_CHECKING:  # what only those say who ask the world: the screen does not pay for it
    from arrowtui.model.manners import Manners
    from arrowtui.model.recognised import Recognised
    from arrowtui.model.stream import StreamRequest


class Clock(Protocol):
    """Tells the hour."""

    def now(self) -> datetime:
        """The present instant, aware, UTC."""
        ...


class Wire(Protocol):
    """Fetches. The only way out of the house."""

    async def fetch(self, request: Request, validators: Validators | None = None) -> Reply:
        """Send one request and read the whole reply.

        Returns: any reply with a status, errors and 304 included.
        Raises: FetchError (unreachable, too slow, too big, redirect refused, secret missing).
        """
        ...


class SecretStore(Protocol):
    """Knows secrets by name. Only gateways ask it, at the moment of sending."""

    async def value(self, name: str) -> str:
        """The secret of that name.

        Raises: SecretMissing.
        """
        ...


class Browser(Protocol):
    """Opens a link for the person."""

    def open(self, link: str) -> bool:
        """Hand an http, https or mailto link to the person's browser; False when there is none.

        Raises: RequestError for any other kind of link.
        """
        ...


class Notices(Protocol):
    """Tells something outside of the screen, as the person wishes it."""

    async def tell(self, words: str, write: Callable[[str], None]) -> None:
        """Tell it; `write` sends characters to the terminal as they are. Raises: NoticeError."""
        ...


class SearchList(Protocol):
    """The searches the person keeps: one entry of the settings file each."""

    def searches(self) -> tuple[KeptSearch, ...]:
        """Raises: SettingsError."""
        ...

    def keep_search(self, search: KeptSearch) -> KeptSearch | None:
        """Add one, in the place of the one of that name; returns that. Raises: SettingsError."""
        ...

    def forget_search(self, name: str) -> None:
        """Take one out. Raises: SettingsError."""
        ...


class SourceList(Protocol):
    """The person's own list of sources: one entry of the settings file each."""

    def wishes(self) -> tuple[Wish, ...]: ...

    def add(self, wishes: Sequence[Wish]) -> tuple[Wish, ...]:
        """Add sources not listed yet; returns those. Raises: SettingsError."""
        ...

    def add_chats(self, chats: Sequence[ChatWish]) -> tuple[ChatWish, ...]:
        """Add chats not followed yet; returns those. Raises: SettingsError."""
        ...

    def drop_chat(self, chat: ChatWish) -> None:
        """Take out a chat that was added; nothing where it is not there any more.

        Raises: SettingsError, where it was changed by hand as well.
        """
        ...

    def remove(self, kind: str, address: str) -> TakenOut:
        """Take a source out; returns what puts it back. Raises: UnknownSource, SettingsError."""
        ...

    def put_back(self, taken: TakenOut) -> None:
        """Put a source back where it stood; nothing where it is listed again. Raises: SettingsError."""
        ...

    def take_back(self, edit: Rewritten) -> None:
        """Make it what it was before an edit by hand. Raises: SettingsChangedSince, SettingsError."""
        ...

    def rename(self, kind: str, address: str, title: str | None) -> None:
        """Raises: UnknownSource, SettingsError."""
        ...

    def set_lane(self, kind: str, address: str, lane: Lane | None) -> None:
        """Raises: UnknownSource, SettingsError."""
        ...

    def set_gathers(self, kind: str, address: str, gathers: bool) -> None:
        """Raises: UnknownSource, SettingsError."""
        ...

    def set_paused(self, kind: str, address: str, paused: bool) -> None:
        """Raises: UnknownSource, SettingsError."""
        ...


class Source(Protocol):
    """A kind of source: sans-I/O. It says what to ask and understands what came back. `sources.adapter` has the usual
    answers to everything but `first` and `read`."""

    kind: str

    @property
    def tells_gaps(self) -> bool:
        """Whether it says itself what of the time since the last poll it left out."""
        ...

    @property
    def manners(self) -> "Manners":
        """The platform's pace."""
        ...

    def recognise(self, typed: str) -> "Sequence[Recognised]":
        """What a typed address, tag or name means to this kind; the likeliest first, empty where it is not its own."""
        ...

    def first(self, address: str, options: tuple[tuple[str, str], ...], memory: str) -> Request:
        """The request that begins a poll; `memory` is what the last batch left ("" at first).

        Raises: UnfitAddress where the address is not one of this kind.
        """
        ...

    def read(self, reply: Reply, options: tuple[tuple[str, str], ...], memory: str) -> Batch:
        """Understand a 2xx reply, or one whose status the request accepts.

        Raises: UnreadableReply when it is not what this source speaks.
        """
        ...

    def refused(self, reply: Reply) -> FetchError | None:
        """What a refusal means on this platform; None where its status says all."""
        ...

    def rest_until(self, reply: Reply) -> datetime | None:
        """Until when the host wants to be left alone, as its rate headers or its body say; None: it says nothing."""
        ...

    def stream_requests(
        self, address: str, options: tuple[tuple[str, str], ...], memory: str
    ) -> "tuple[StreamRequest, ...]":
        """Where to listen, as far as the memory knows; what is heard goes to `read` through `stream.as_reply`."""
        ...
