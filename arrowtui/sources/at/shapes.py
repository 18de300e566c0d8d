"""The shapes of Bluesky's replies, as far as we read them. Source: the lexicons app.bsky.* and com.atproto.*.

What may be odd without making a post worthless (facets, embeds, neighbours) stays raw and is read by itself.
"""

from msgspec import Raw, Struct, field

NOTHING = Raw(b"")


class Shape(Struct, frozen=True, rename="camel"):
    """Names on the wire are camelCase; what we do not know is passed over."""


class Label(Shape, frozen=True):
    """A moderator's or the author's own word about a post or account."""

    val: str = ""
    neg: bool | None = None


class Author(Shape, frozen=True):
    """Who posts. The DID stays for ever, the handle may change or be `handle.invalid`."""

    did: str
    handle: str | None = None
    display_name: str | None = None
    labels: list[Label] | None = None


class Reference(Shape, frozen=True):
    """A post named by its AT-URI."""

    uri: str


class ReplyTo(Shape, frozen=True):
    """Which thread a post belongs to, and what it answers."""

    root: Reference
    parent: Reference


class ByteSlice(Shape, frozen=True):
    """A run of the text in UTF-8 bytes, the end not included."""

    byte_start: int
    byte_end: int


class Feature(Shape, frozen=True):
    """What a run of the text is: a link, a tag or a mention."""

    type: str = field(name="$type", default="")
    uri: str | None = None
    tag: str | None = None
    did: str | None = None


class Facet(Shape, frozen=True):
    """A run of the text that is more than text."""

    index: ByteSlice
    features: list[Feature]


class Record(Shape, frozen=True):
    """A post as its author wrote it. `created_at` is the word of the author's own program."""

    text: str = ""
    created_at: str | None = None
    langs: list[str] | None = None
    tags: list[str] | None = None
    facets: Raw = NOTHING
    reply: Raw = NOTHING
    labels: Raw = NOTHING


class SelfLabels(Shape, frozen=True):
    """Labels an author puts on a post of her own."""

    values: list[Label] = []


class PostView(Shape, frozen=True):
    """A post as the AppView shows it."""

    uri: str
    author: Author
    record: Record
    embed: Raw = NOTHING
    reply_count: int | None = None
    repost_count: int | None = None
    like_count: int | None = None
    indexed_at: str | None = None
    labels: list[Label] | None = None


class Reason(Shape, frozen=True):
    """Why a post stands in a timeline: somebody passed it on, or pinned it."""

    type: str = field(name="$type", default="")
    by: Author | None = None
    uri: str | None = None
    indexed_at: str | None = None


class Neighbours(Shape, frozen=True):
    """The posts a reply belongs to, as a timeline shows them beside it."""

    root: Raw = NOTHING
    parent: Raw = NOTHING


class TimelinePost(Shape, frozen=True):
    """One entry of a timeline."""

    post: PostView
    reply: Raw = NOTHING
    reason: Raw = NOTHING


class Timeline(Shape, frozen=True):
    """getAuthorFeed, getFeed, getListFeed. No cursor: this is the end; an empty page may have one."""

    feed: list[Raw]
    cursor: str | None = None


class Posts(Shape, frozen=True):
    """searchPosts, getQuotes, getPosts."""

    posts: list[Raw]
    cursor: str | None = None


class Thread(Shape, frozen=True):
    """getPostThread."""

    thread: Raw


class Node(Shape, frozen=True):
    """One post of a thread with what stands above and below it; without `post` it is gone or hidden."""

    uri: str | None = None
    not_found: bool | None = None
    blocked: bool | None = None
    post: Raw = NOTHING
    parent: Raw = NOTHING
    replies: list[Raw] | None = None


class Profile(Shape, frozen=True):
    """getProfile."""

    did: str
    handle: str | None = None
    display_name: str | None = None
    labels: list[Label] | None = None


class Resolved(Shape, frozen=True):
    """resolveHandle."""

    did: str


class Named(Shape, frozen=True):
    """A feed generator or a list: what it is called."""

    display_name: str | None = None
    name: str | None = None


class GeneratorReply(Shape, frozen=True):
    """getFeedGenerator."""

    view: Named


class ListReply(Shape, frozen=True):
    """getList."""

    list: Named


class Failure(Shape, frozen=True):
    """The body of a refusal."""

    error: str = ""
    message: str = ""
