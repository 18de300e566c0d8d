"""The shapes of X's replies, in both namings: `tweet` words of the prose, `post` words of the newer specification."""

from msgspec import Raw, Struct

NOTHING = Raw(b"")


class Shape(Struct, frozen=True):
    """What we do not know is passed over."""


class Referenced(Shape, frozen=True):
    """A post this one answers, quotes or passes on."""

    type: str = ""
    id: str = ""


class Note(Shape, frozen=True):
    """The whole of a long post, whose `text` is cut."""

    text: str = ""
    entities: Raw = NOTHING


class Attached(Shape, frozen=True):
    """Keys of what stands among the includes."""

    poll_ids: list[str] | None = None
    media_keys: list[str] | None = None


class Metrics(Shape, frozen=True):
    """Counts; passing on has two names."""

    reply_count: int | None = None
    retweet_count: int | None = None
    repost_count: int | None = None
    like_count: int | None = None


class Link(Shape, frozen=True):
    """A short link in a text and where it leads; title and description of the page where X knows them."""

    url: str = ""
    expanded_url: str | None = None
    unwound_url: str | None = None
    display_url: str | None = None
    title: str | None = None
    description: str | None = None
    media_key: str | None = None


class Hashtag(Shape, frozen=True):
    tag: str = ""


class Entities(Shape, frozen=True):
    urls: list[Link] | None = None
    hashtags: list[Hashtag] | None = None


class Post(Shape, frozen=True):
    """One post."""

    id: str
    text: str = ""
    author_id: str | None = None
    created_at: str | None = None
    conversation_id: str | None = None
    lang: str | None = None
    possibly_sensitive: bool | None = None
    entities: Raw = NOTHING
    public_metrics: Raw = NOTHING
    attachments: Raw = NOTHING
    note_tweet: Raw = NOTHING
    note_post: Raw = NOTHING
    referenced_tweets: list[Referenced] | None = None
    referenced_posts: list[Referenced] | None = None
    edit_history_tweet_ids: list[str] | None = None
    edit_history_post_ids: list[str] | None = None

    def reference(self, *types: str) -> str | None:
        """The id of the post it refers to in one of these ways."""
        every = (self.referenced_tweets or []) + (self.referenced_posts or [])
        return next((one.id for one in every if one.type in types and one.id), None)

    @property
    def first_id(self) -> str:
        """The id of its first version: an edit gives a post a new one."""
        history = self.edit_history_tweet_ids or self.edit_history_post_ids or [self.id]
        return history[0]


class User(Shape, frozen=True):
    """An account."""

    id: str
    name: str | None = None
    username: str | None = None


class Choice(Shape, frozen=True):
    position: int | None = None
    label: str = ""
    votes: int | None = None


class PollShape(Shape, frozen=True):
    """A poll among the includes."""

    id: str
    options: list[Choice] = []
    voting_status: str | None = None
    end_datetime: str | None = None


class Media(Shape, frozen=True):
    """A picture or film among the includes."""

    media_key: str
    type: str = ""
    url: str | None = None
    preview_image_url: str | None = None
    alt_text: str | None = None


class Includes(Shape, frozen=True):
    """What posts refer to, each once."""

    users: list[Raw] = []
    tweets: list[Raw] = []
    posts: list[Raw] = []
    polls: list[Raw] = []
    media: list[Raw] = []


class Meta(Shape, frozen=True):
    """About a page; `next_token` is there when it is full."""

    result_count: int | None = None
    newest_id: str | None = None
    oldest_id: str | None = None
    next_token: str | None = None


class Absent(Shape, frozen=True):
    """Why something that was asked for is not among the data."""

    resource_id: str | None = None
    value: str | None = None
    title: str | None = None
    detail: str | None = None


class PageReply(Shape, frozen=True):
    """A list of posts. Without hits there is no `data`; `errors` beside data are normal."""

    data: list[Raw] | None = None
    includes: Includes | None = None
    meta: Meta | None = None
    errors: list[Raw] | None = None


class UserReply(Shape, frozen=True):
    """One account, or why there is none."""

    data: User | None = None
    errors: list[Absent] | None = None


class Problem(Shape, frozen=True):
    """The body of a refusal."""

    title: str | None = None
    detail: str | None = None
    type: str | None = None
    reason: str | None = None
    period: str | None = None
    errors: list[Raw] | None = None


class Parameter(Shape, frozen=True):
    """What is wrong with one parameter."""

    message: str = ""
