"""What the screen needs from the house, and how the person wants it to look. `wiring` hands both in."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct, field

from arrowtui.model.item import KeptSearch
from arrowtui.model.order import Order
from arrowtui.model.pack import ChatWish
from arrowtui.model.ports import Browser, Clock, Notices
from arrowtui.model.progress import Progress
from arrowtui.model.reminder import RemindWish
from arrowtui.model.review import ReviewHour
from arrowtui.model.subscription import SubscriptionId, Wish
from arrowtui.model.template import BUILT_IN, WHAT, Template

if TYPE_CHECKING:
    from arrowtui.model.found import FoundSource
    from arrowtui.model.pack import Pack
    from arrowtui.model.revision import Edited, Revision
    from arrowtui.services.arranging import Arranging
    from arrowtui.services.boarding import Board
    from arrowtui.services.calls import Calls
    from arrowtui.services.chats import Chats
    from arrowtui.services.gatherings import Gatherings
    from arrowtui.services.journal import Journal
    from arrowtui.services.lettering import Letters
    from arrowtui.services.library import Library
    from arrowtui.services.measuring import Measuring
    from arrowtui.services.notebook import Notebook
    from arrowtui.services.notekeeper import NoteKeeper
    from arrowtui.services.occasions import Occasions
    from arrowtui.services.recalling import Recall
    from arrowtui.services.reflection import Reflection
    from arrowtui.services.saving import Saving
    from arrowtui.services.searches import Searches
    from arrowtui.services.understanding import Understanding
    from arrowtui.services.vault_matters import VaultMatters

AGAIN = "again"
"""What the program ends with when it is to begin anew, on the tab and with the words it leaves behind."""


class Taste(Struct, frozen=True):
    """What the settings say about the screen. `keys` are a person's own keys by command, checked already.

    `template` is asked by `c`; `begin` is a command to run as soon as the screen is there, and `greeting` what is said
    then. `searches` are those that are kept, `orders` those in which lists were left. `has_sources`: the settings name
    some, though the store may not know them yet. `can_begin_anew`: whoever opened the screen opens it again, with
    settings read anew, when it ends with AGAIN. `has_counts`: how many items are unread is shown.
    """

    theme: str = "dark"
    measure: int = 72
    is_ascii: bool = False
    has_counts: bool = True
    keys: Mapping[str, Sequence[str]] = field(default_factory=dict)
    templates: Mapping[str, Template] = field(default_factory=lambda: BUILT_IN)
    template: Template = WHAT
    review_hour: ReviewHour | None = None
    remind: RemindWish = field(default_factory=RemindWish)
    searches: Sequence[KeptSearch] = ()
    orders: Mapping[str, Order] = field(default_factory=dict)
    begin: str = ""
    greeting: str = ""
    can_begin_anew: bool = False
    has_sources: bool = False


class Poller(Protocol):
    """The process that asks the world. It ends with the screen."""

    async def listen(self, tell: Callable[[Progress], None]) -> None:
        """Start it, unless one runs already, and tell every line it speaks; returns when it has ended."""
        ...

    async def ask(self, sources: Sequence[SubscriptionId] = ()) -> bool:
        """Have these sources asked now, whether due or not; none named: all of them. False: another program polls, and
        takes no orders."""
        ...

    async def reload(self) -> None:
        """Let it look for new sources at once."""
        ...

    async def stop(self) -> None:
        """End it and wait until it is gone."""
        ...


class Adding(Protocol):
    """Taking on sources."""

    async def add(self, wishes: Sequence[Wish]) -> tuple[Wish, ...]:
        """Write them into the person's list; returns those that are new. Raises: SettingsError, StoreError."""
        ...

    async def sync(self) -> None:
        """Make the store know exactly the sources of the list; what is no longer listed keeps its items.

        Raises: SettingsError, StoreError.
        """
        ...

    async def add_chats(self, chats: Sequence[ChatWish]) -> tuple[ChatWish, ...]:
        """The same for chats."""
        ...


class Services(Protocol):
    """Everything the screens may ask for."""

    @property
    def library(self) -> "Library": ...
    @property
    def journal(self) -> "Journal": ...
    @property
    def notebook(self) -> "Notebook": ...
    @property
    def recall(self) -> "Recall": ...
    @property
    def arranging(self) -> "Arranging": ...
    @property
    def searches(self) -> "Searches": ...
    @property
    def board(self) -> "Board": ...
    @property
    def occasions(self) -> "Occasions": ...
    @property
    def letters(self) -> "Letters": ...
    @property
    def measuring(self) -> "Measuring": ...
    @property
    def reflection(self) -> "Reflection": ...
    @property
    def calls(self) -> "Calls": ...
    @property
    def chats(self) -> "Chats": ...
    @property
    def gatherings(self) -> "Gatherings": ...
    @property
    def understanding(self) -> "Understanding": ...
    @property
    def matters(self) -> "VaultMatters": ...
    @property
    def notes(self) -> "NoteKeeper": ...
    @property
    def subscribe(self) -> Adding: ...
    @property
    def saving(self) -> "Saving": ...
    @property
    def poller(self) -> Poller: ...
    @property
    def browser(self) -> Browser: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def notices(self) -> Notices: ...

    async def probe(self, address: str) -> "Sequence[FoundSource]":
        """What is at an address; asked in a process of its own. Raises: ArrowError."""
        ...

    async def keep_secret(self, name: str, secret: str) -> None:
        """Keep a token or password in the keyring of the system. Raises: ArrowError."""
        ...

    def packs(self) -> "Sequence[Pack]":
        """The starter packs; read when they are wanted."""
        ...

    @property
    def exports_folder(self) -> Path:
        """Where files are written that the person asks for by a key."""
        ...

    @property
    def edit(self) -> "Callable[[str, str], str]":
        """Let the person's own editor change a text (text, name of the file); blocks. Raises: RequestError."""
        ...

    @property
    def edit_settings(self) -> "Callable[[], Edited]":
        """Let the person's own editor change the settings file, and say what is new; blocks.

        Raises: RequestError; SettingsError where there is no file to edit.
        """
        ...

    @property
    def renew_settings(self) -> "Callable[[], Revision | None]":
        """Read the settings file again, which was changed otherwise, and say what is new. Raises: SettingsError."""
        ...

    @property
    def pipe(self) -> "Callable[[str, str], None]":
        """Hand a text to a program (text, command line); blocks. Raises: RequestError."""
        ...
