"""What is needed to take back each kind of thing a person did: the state before it.

Equal states are grouped, so that marking 18,000 items read is one group of ids. A kind that was written into a log once
stays here for ever: the log of an old store is still read.
"""

import msgspec

from arrowtui.model.item import Scope
from arrowtui.model.lane import Lane
from arrowtui.model.order import Order
from arrowtui.model.pack import ChatWish
from arrowtui.model.rewritten import Rewritten
from arrowtui.model.subscription import TakenOut


class MarksBefore(msgspec.Struct, frozen=True, tag="marks"):
    """Columns of `marks` and, for each state before, the items that had it."""

    columns: tuple[str, ...]
    groups: tuple[tuple[tuple[int | str | None, ...], tuple[int, ...]], ...]


class TagsBefore(msgspec.Struct, frozen=True, tag="tags"):
    """Pairs of item and tag that were added, and that were removed."""

    added: tuple[tuple[int, str], ...]
    removed: tuple[tuple[int, str], ...]


class NoteBegun(msgspec.Struct, frozen=True, tag="note begun"):
    """A note that was not there before."""

    note: int


class NoteBefore(msgspec.Struct, frozen=True, tag="note"):
    """The state of a note before it was written or deleted, from when a note was one text: now its first layer."""

    note: int
    text: str
    changed_at: int
    deleted_at: int | None


class NoteAway(msgspec.Struct, frozen=True, tag="note away"):
    """A note before it was deleted."""

    note: int
    changed_at: int
    deleted_at: int | None


class LayerBegun(msgspec.Struct, frozen=True, tag="layer begun"):
    """A layer that was not there before, and when its note was changed last until then."""

    layer: int
    note_changed_at: int


class LayerBefore(msgspec.Struct, frozen=True, tag="layer"):
    """The state of a layer and its note before it was written on."""

    layer: int
    note: int
    text: str
    changed_at: int
    deleted_at: int | None
    note_changed_at: int
    note_deleted_at: int | None


class NoteTagsBefore(msgspec.Struct, frozen=True, tag="note tags"):
    """Tags that a note was given, and that were taken from it."""

    note: int
    added: tuple[str, ...]
    removed: tuple[str, ...]


class ScheduleBefore(msgspec.Struct, frozen=True, tag="schedule"):
    """When a note was due before it was met; `review` is the row that says how that went; `events` were news then."""

    note: int
    due_at: int
    stability: float | None
    difficulty: float | None
    reviewed_at: int | None
    let_go_at: int | None
    review: int
    events: tuple[int, ...] = ()


class IntentionBefore(msgspec.Struct, frozen=True, tag="intention"):
    """An intention before it was done or let go."""

    intention: int
    done_at: int | None
    let_go_at: int | None


class OfferBefore(msgspec.Struct, frozen=True, tag="offer"):
    """An offer that was open."""

    offer: int


class AnswerBefore(msgspec.Struct, frozen=True, tag="answer"):
    """The person's side of a call before it changed; `was_there` False: she had not touched it."""

    item: int
    was_there: bool
    state: str | None = None
    changed_at: int = 0
    follow_up_at: int | None = None
    contact: str | None = None
    subject: str = ""
    text: str = ""


class SessionBefore(msgspec.Struct, frozen=True, tag="session"):
    """How far she was with a chat session before; None: not at all."""

    hashtag: str
    starts_at: int
    state: str | None = None
    changed_at: int = 0


class Saved(msgspec.Struct, frozen=True, tag="saved"):
    """A page that was saved. `is_joined`: its item was here before, from another source."""

    address: str
    key: str
    item: int
    subscription: int
    is_joined: bool = False


class RivalBefore(msgspec.Struct, frozen=True, tag="rival"):
    """Against which layer this one was written at the same time, before that was decided."""

    layer: int
    rival: str | None
    is_here: bool


class FileBefore(msgspec.Struct, frozen=True, tag="file"):
    """How the missing file of a note stood before that was decided."""

    note: int
    state: str


class ImportedBefore(msgspec.Struct, frozen=True, tag="imported"):
    """What was taken in from other programs and had not been before, by its keys."""

    keys: tuple[str, ...]


class SearchBefore(msgspec.Struct, frozen=True, tag="search"):
    """A search that was kept in the settings, and what stood there under that name before; words "": nothing did."""

    name: str
    words: str = ""
    lane: Lane | None = None
    scope: Scope = Scope.ALL


class RefusedBefore(msgspec.Struct, frozen=True, tag="chat refused"):
    """A chat that was found and had not been refused before."""

    hashtag: str


class PausedBefore(msgspec.Struct, frozen=True, tag="paused"):
    """A source of the settings that was paused, or asked, before it became the other."""

    source: str
    address: str
    is_paused: bool


class ChatFollowed(msgspec.Struct, frozen=True, tag="chat followed"):
    """A chat that was written into the settings, as it was written."""

    wish: ChatWish


class SourcesAdded(msgspec.Struct, frozen=True, tag="sources added"):
    """Sources that were written into the settings, by kind and address, and chats, as they were written."""

    sources: tuple[tuple[str, str], ...]
    chats: tuple[ChatWish, ...] = ()


class GatheringBegun(msgspec.Struct, frozen=True, tag="gathering"):
    """Sources whose items are answers to a call-out of hers from then on, by kind and address: those that were written
    into the settings for it, and those that were followed already and whose items were sorted like others."""

    added: tuple[tuple[str, str], ...]
    turned: tuple[tuple[str, str], ...]


class SourceRemoved(msgspec.Struct, frozen=True, tag="source removed"):
    """A source that was taken out of the settings."""

    taken: TakenOut


class SettingsBefore(msgspec.Struct, frozen=True, tag="settings"):
    """What an edit by hand made of the settings file."""

    edit: Rewritten


class OrderBefore(msgspec.Struct, frozen=True, tag="order"):
    """The order in which a list stood before another was chosen."""

    list: str
    order: Order


class Several(msgspec.Struct, frozen=True, tag="several"):
    """Changes that were one act, in their order."""

    changes: tuple[
        MarksBefore | TagsBefore | NoteBegun | LayerBegun | LayerBefore | RivalBefore | ImportedBefore | AnswerBefore,
        ...,
    ]


class LessonsBefore(msgspec.Struct, frozen=True, tag="lessons"):
    """Lessons that were forgotten: item, traits (JSON), when it was learned."""

    rows: tuple[tuple[int, str, int], ...]


Change = (
    SearchBefore
    | LessonsBefore
    | SessionBefore
    | AnswerBefore
    | MarksBefore
    | TagsBefore
    | NoteBegun
    | NoteBefore
    | NoteAway
    | LayerBegun
    | LayerBefore
    | NoteTagsBefore
    | ScheduleBefore
    | IntentionBefore
    | OfferBefore
    | Saved
    | RivalBefore
    | FileBefore
    | ImportedBefore
    | RefusedBefore
    | PausedBefore
    | ChatFollowed
    | SourcesAdded
    | GatheringBegun
    | SourceRemoved
    | SettingsBefore
    | OrderBefore
    | Several
)
