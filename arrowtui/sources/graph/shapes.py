"""The shapes of the Graph API's replies about a Page's posts. `paging.next` is never read: it holds the token."""

from msgspec import Raw, Struct, field

NOTHING = Raw(b"")


class Shape(Struct, frozen=True):
    """What we do not know is passed over."""


class By(Shape, frozen=True):
    """Who wrote something; missing where the token may not see it."""

    id: str = ""
    name: str | None = None


class Source(Shape, frozen=True):
    src: str | None = None


class Image(Shape, frozen=True):
    """The picture of an attachment; its address expires."""

    image: Source | None = None


class Target(Shape, frozen=True):
    """What an attachment shows."""

    media_type: str | None = None
    type: str | None = None
    title: str | None = None
    description: str | None = None
    url: str | None = None
    unshimmed_url: str | None = None
    media: Raw = NOTHING
    subattachments: Raw = NOTHING


class Targets(Shape, frozen=True):
    data: list[Raw] = []


class Comment(Shape, frozen=True):
    """One comment; `parent` is the one it answers."""

    id: str | None = None
    message: str | None = None
    created_time: str | None = None
    permalink_url: str | None = None
    by: By | None = field(name="from", default=None)
    parent: By | None = None


class Summary(Shape, frozen=True):
    total_count: int | None = None


class Comments(Shape, frozen=True):
    data: list[Raw] = []
    summary: Summary | None = None


class Post(Shape, frozen=True):
    """One post of a Page."""

    id: str
    message: str | None = None
    story: str | None = None
    created_time: str | None = None
    updated_time: str | None = None
    permalink_url: str | None = None
    full_picture: str | None = None
    by: By | None = field(name="from", default=None)
    attachments: Raw = NOTHING
    comments: Raw = NOTHING


class Cursors(Shape, frozen=True):
    after: str | None = None


class Paging(Shape, frozen=True):
    cursors: Cursors | None = None


class Posts(Shape, frozen=True):
    """published_posts."""

    data: list[Raw]
    paging: Paging | None = None


class Trouble(Shape, frozen=True):
    """What went wrong."""

    message: str | None = None
    code: int | None = None
    error_subcode: int | None = None


class Failure(Shape, frozen=True):
    """The body of a refusal."""

    error: Trouble


class Usage(Shape, frozen=True):
    """How much of a limit is used up, in percent; minutes until it is open again."""

    call_count: float | None = None
    total_cputime: float | None = None
    total_time: float | None = None
    estimated_time_to_regain_access: float | None = None

    @property
    def percent(self) -> float:
        return max(self.call_count or 0, self.total_cputime or 0, self.total_time or 0)
