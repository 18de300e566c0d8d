"""What is remembered between two polls: how far each timeline was read, which ids posts have where, live threads.

Posts are known by their `uri`, which is the same on every server; the ids beside it count on one server only, and may
change when a post is edited.
"""

from enum import StrEnum

import msgspec
from msgspec import Struct, field

MOST_KNOWN = 400
"""Posts remembered for each server, the newest: at most some 80 KiB."""
ITSELF = "="
"""Stands for the root of a thread that is the post itself."""
MOST_THREADS = 40
MOST_POLLS = 20
MOST_ORPHANS = 100


class Software(StrEnum):
    """What a server runs, as far as it matters here."""

    MASTODON = "mastodon"
    GOTOSOCIAL = "gotosocial"
    PLEROMA = "pleroma"
    SNAC = "snac"
    OTHER = "other"


class Access(StrEnum):
    """Who may read one half of the hashtag timelines; UNSAID by servers before Mastodon 4.5."""

    PUBLIC = "public"
    AUTHENTICATED = "authenticated"
    DISABLED = "disabled"
    UNSAID = ""


class Part(StrEnum):
    """The half of a timeline that is asked for."""

    BOTH = ""
    LOCAL = "local"
    REMOTE = "remote"


class Info(Struct, omit_defaults=True):
    """What a server says of itself, `at` in seconds since 1970. `streaming` is the address of its streams."""

    at: int
    software: Software = Software.OTHER
    domain: str = ""
    streaming: str = ""
    local: Access = Access.UNSAID
    remote: Access = Access.UNSAID

    @property
    def is_closed(self) -> bool:
        """Its operator has switched hashtag timelines off altogether."""
        return self.local is self.remote is Access.DISABLED


class Known(Struct, array_like=True, omit_defaults=True):
    """A post: its id here, when it was written (seconds), its last edit (milliseconds, 0: none), the listing that
    showed it ("": no longer looked for), and the uri of its thread's first post (ITSELF; "": not known)."""

    id: str
    at: int
    edition: int = 0
    via: str = ""
    root: str = ""


class Cursor(Struct, omit_defaults=True):
    """How far a timeline was read. `is_deaf`: the server does not understand `min_id`. `looked_at` (seconds) is when
    its newest page was last read for edits and deletions."""

    newest: str = ""
    is_deaf: bool = False
    looked_at: int = 0


class Server(Struct, omit_defaults=True):
    """One server. `part` is what it gives to us since `part_at`; until `rests_until` (seconds) it is left alone."""

    info: Info | None = None
    cursors: dict[str, Cursor] = field(default_factory=dict)
    known: dict[str, Known] = field(default_factory=dict)
    part: Part = Part.BOTH
    part_at: int = 0
    rests_until: int = 0


class Thread(Struct, omit_defaults=True):
    """A thread that is followed: its first post, when to ask next, how often in a row nothing had come.

    `replies` is what its first post last said of them, `size` how many posts the thread had when it was asked for.
    """

    base: str
    id: str
    uri: str
    alive_at: int
    next_at: int = 0
    quiet: int = 0
    replies: int = 0
    size: int = 0

    @property
    def worth(self) -> tuple[bool, int]:
        """Which to keep where there are too many: those with replies, then the liveliest."""
        return bool(self.replies or self.size), self.alive_at


class PollWatch(Struct, omit_defaults=True):
    """A poll whose votes are asked for once more after its end (seconds)."""

    base: str
    id: str
    ends_at: int


class Whose(Struct, omit_defaults=True):
    """The account of an account source. `id` counts on its server."""

    id: str
    uri: str
    title: str
    moved_to: str = ""


class Memory(Struct, omit_defaults=True):
    """All of one source, by base address. `orphans` are posts (uris) by the stand-in for the parent nobody had seen."""

    servers: dict[str, Server] = field(default_factory=dict)
    account: Whose | None = None
    threads: list[Thread] = field(default_factory=list)
    polls: list[PollWatch] = field(default_factory=list)
    orphans: dict[str, list[str]] = field(default_factory=dict)

    def server(self, base: str) -> Server:
        """The one at that base, made when it is new."""
        return self.servers.setdefault(base, Server())


def remembered(memory: str) -> Memory:
    """The memory a batch left; an empty one at first, or where another version wrote it."""
    try:
        return msgspec.json.decode(memory, type=Memory) if memory else Memory()
    except msgspec.MsgspecError:
        return Memory()


def packed(memory: Memory) -> str:
    """The memory as text, the oldest parts of it left behind; the first posts of live threads stay."""
    memory.threads = sorted(memory.threads, key=lambda thread: thread.worth)[-MOST_THREADS:]
    memory.polls = memory.polls[-MOST_POLLS:]
    live = {thread.uri for thread in memory.threads}
    for server in memory.servers.values():
        if len(server.known) > MOST_KNOWN:
            newest = sorted(server.known, key=lambda uri: server.known[uri].at)[-MOST_KNOWN:]
            kept = live.union(newest)
            server.known = {uri: one for uri, one in server.known.items() if uri in kept}
    for parent in list(memory.orphans)[:-MOST_ORPHANS]:
        del memory.orphans[parent]
    return msgspec.json.encode(memory).decode()
