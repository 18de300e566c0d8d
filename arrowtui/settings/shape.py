"""What may be set: one struct a table of the file. Each field carries its default, its sentence and what is allowed.

The sentences feed `arrowtui config reference`, what is allowed feeds the faults: neither can differ from the program.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from arrowtui.model.call import CallKind
from arrowtui.model.chat_board import FollowedChat
from arrowtui.model.item import KeptSearch
from arrowtui.model.replace import replace
from arrowtui.model.rule import Rule
from arrowtui.model.subscription import Wish
from arrowtui.model.template import BUILT_IN
from arrowtui.settings.amounts import DAYS, MINUTES, YES_NO, Days, Minutes, whole
from arrowtui.settings.says import says
from arrowtui.settings.shape_board import BoardTable
from arrowtui.settings.shape_calls import AnswerEntry, CallsTable
from arrowtui.settings.shape_chat import ChatEntry
from arrowtui.settings.shape_notes import Notes, Review, TemplateEntry
from arrowtui.settings.shape_profile import ProfileTable
from arrowtui.settings.shape_remind import Remind
from arrowtui.settings.shape_rule import RuleEntry
from arrowtui.settings.shape_search import SearchEntry
from arrowtui.settings.shape_source import KindWord, SourceEntry, Web
from arrowtui.settings.shape_vault import VaultTable
from arrowtui.settings.shape_x import X

Host = Annotated[str, Meta(pattern=r"^[^\s/]+$")]
Key = Annotated[str, Meta(min_length=1)]


class Poll(Struct, frozen=True, forbid_unknown_fields=True):
    """How sources are asked."""

    every_min: Annotated[
        Minutes | None,
        says(
            "Minutes between two polls of a source that names none itself; left out, each source's pace follows how "
            "often it brings something. Never under 15 for the hosts of others.",
            MINUTES,
        ),
    ] = None
    own_hosts: Annotated[
        tuple[Host, ...],
        says(
            "Hosts of your own, which may be asked more often than every 15 minutes.",
            'a list of host names such as ["blog.example.org"]',
        ),
    ] = ()


class Screen(Struct, frozen=True, forbid_unknown_fields=True):
    """How the screen looks."""

    theme: Annotated[
        Literal["dark", "light", "terminal"],
        says("dark, light, or terminal (the colours of your terminal).", "dark, light or terminal"),
    ] = "dark"
    measure: Annotated[int, whole("The widest line of the reader, in columns (40 to 160).", 40, 160, "columns")] = 72
    ascii: Annotated[
        bool,
        says("true draws marks with plain letters, for terminals or fonts without the others.", YES_NO),
    ] = False
    counts: Annotated[
        bool,
        says("false hides how many items are unread, wherever that would stand.", YES_NO),
    ] = True


class Items(Struct, frozen=True, forbid_unknown_fields=True):
    """How long items stay."""

    keep_days: Annotated[
        Days | None,
        says(
            "Days after which items of a source that says nothing itself are let go; left out, they stay. What you "
            "kept, put aside, tagged, moved, answered or wrote about always stays.",
            DAYS,
        ),
    ] = None


class Secret(Struct, frozen=True, forbid_unknown_fields=True):
    """Where one secret comes from: a program, a variable, or (if you insist) this file."""

    command: str = ""
    env: str = ""
    value: str = ""

    def __repr__(self) -> str:
        return "Secret(…)"


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    poll: Poll = Poll()
    screen: Screen = Screen()
    notes: Notes = Notes()
    review: Review = Review()
    profile: ProfileTable = ProfileTable()
    vault: VaultTable = VaultTable()
    board: BoardTable = BoardTable()
    remind: Remind = Remind()
    calls: CallsTable = CallsTable()
    x: X = X()
    items: Items = Items()
    keys: dict[str, Key | list[Key]] = field(default_factory=dict)
    secrets: dict[str, Secret] = field(default_factory=dict)
    bases: dict[KindWord, Web] = field(default_factory=dict)
    template: tuple[TemplateEntry, ...] = ()
    answer: tuple[AnswerEntry, ...] = ()
    chat: tuple[ChatEntry, ...] = ()
    rule: tuple[RuleEntry, ...] = ()
    search: tuple[SearchEntry, ...] = ()
    source: tuple[SourceEntry, ...] = ()

    def wishes(self) -> tuple[Wish, ...]:
        """The sources in their order, then those that chats are read from and no source names itself."""
        named = [entry.wish(self.poll.every_min, self.items.keep_days) for entry in self.source]
        known = {(wish.kind, wish.address) for wish in named}
        implied = {(wish.kind, wish.address): wish for chat in self.chat for wish in chat.wishes()}
        wishes = (*named, *(wish for key, wish in implied.items() if key not in known))
        given = self.given()
        return tuple(_dressed(wish, given.get(wish.kind, ())) for wish in wishes)

    def given(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """The options that every source of a kind has from these settings unless it names them itself, by kind."""
        paid = {"x": self.x.options()} if self.x.options() else {}
        based = {str(kind): (("base", address),) for kind, address in self.bases.items()}
        return {kind: (*based.get(kind, ()), *paid.get(kind, ())) for kind in (*based, *paid)}

    def chats(self) -> tuple[FollowedChat, ...]:
        """The chats that are followed, in their order."""
        return tuple(entry.followed() for entry in self.chat)

    def answers(self) -> dict[CallKind, str]:
        """Her own beginnings of answers, by kind of call."""
        return {CallKind(entry.to): entry.template() for entry in self.answer}

    def rules(self) -> tuple[Rule, ...]:
        """The person's own rules, in their order."""
        return tuple(entry.rule() for entry in self.rule)

    def searches(self) -> tuple[KeptSearch, ...]:
        """The searches that are kept, in their order."""
        return tuple(entry.search() for entry in self.search)

    def is_known_template(self, name: str) -> bool:
        """Whether it is one of ours or of the person's own."""
        return name in BUILT_IN or any(entry.name == name for entry in self.template)

    def cues(self) -> tuple[str, ...]:
        """Prompts of the person's own whose answers are intentions where they name a day."""
        return tuple(entry.template().now_what for entry in self.template)

    def key_lists(self) -> dict[str, tuple[str, ...]]:
        """The person's own keys by command; a key alone counts as a list of one."""
        return {name: (keys,) if isinstance(keys, str) else tuple(keys) for name, keys in self.keys.items()}


TABLES: Mapping[str, type[Struct]] = {
    "poll": Poll,
    "screen": Screen,
    "notes": Notes,
    "review": Review,
    "profile": ProfileTable,
    "remind": Remind,
    "calls": CallsTable,
    "vault": VaultTable,
    "board": BoardTable,
    "x": X,
    "items": Items,
    "template": TemplateEntry,
    "answer": AnswerEntry,
    "chat": ChatEntry,
    "rule": RuleEntry,
    "search": SearchEntry,
    "source": SourceEntry,
}
LISTS = ("template", "answer", "chat", "rule", "search", "source")
"""The tables of which there may be several."""


def _dressed(wish: Wish, given: Sequence[tuple[str, str]]) -> Wish:
    """With what the settings add, unless the source names it itself; a bridge has no budget: it costs nothing."""
    named = {name for name, _ in wish.options}
    added = (pair for pair in given if pair[0] not in named and ("bridge" not in named or pair[0] == "base"))
    return replace(wish, options=(*wish.options, *added))
