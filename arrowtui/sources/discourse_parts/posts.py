"""Topics, posts and polls of Discourse. Sources: its openapi.json; `poll_serializer.rb` of its poll plugin."""

import re
from html import unescape

import msgspec

from arrowtui.model.poll import Poll, PollOption
from arrowtui.model.wire import Body, Counts, Draft, Markup
from arrowtui.sources.shapes import instant

LIKE = 2
SMALL_ACTION, WHISPER = 3, 4
"""Types of posts that say only what somebody did to the topic, or what only the staff sees."""
TAG = re.compile(r"<[^<>]*>")
NAMED_PICTURE = re.compile(r'<img [^<>]*?\b(?:alt|title)="([^"<>]*)"[^<>]*>')


class Tag(msgspec.Struct, frozen=True):
    """A tag in newer replies; older ones have its name alone."""

    name: str = ""


class TopicLine(msgspec.Struct, frozen=True):
    """A topic in a list: its first post is not in it."""

    id: int
    visible: bool = True


class TopicList(msgspec.Struct, frozen=True):
    topics: list[msgspec.Raw]


class ListPage(msgspec.Struct, frozen=True):
    topic_list: TopicList


class Choice(msgspec.Struct, frozen=True):
    """An option of a poll; `votes` is missing while the results are hidden."""

    html: str = ""
    votes: int | None = None


class PollShape(msgspec.Struct, frozen=True):
    options: list[Choice] = []
    type: str = "regular"
    status: str = "open"
    close: str | None = None
    voters: int | None = None


class Action(msgspec.Struct, frozen=True):
    id: int = 0
    count: int | None = None


class Post(msgspec.Struct, frozen=True):
    """A post. `topic_title` is there only in lists of posts."""

    id: int
    post_number: int
    cooked: str | None = None
    username: str | None = None
    name: str | None = None
    created_at: str | None = None
    updated_at: str | None = None
    reply_to_post_number: int | None = None
    reply_count: int | None = None
    topic_id: int | None = None
    topic_slug: str | None = None
    topic_title: str | None = None
    post_type: int | None = None
    action_code: str | None = None
    user_deleted: bool = False
    deleted_at: str | None = None
    actions_summary: list[Action] = []
    polls: list[PollShape] | None = None

    @property
    def is_said(self) -> bool:
        """Whether somebody wrote it."""
        return not self.action_code and self.post_type not in (SMALL_ACTION, WHISPER)

    @property
    def is_gone(self) -> bool:
        return self.user_deleted or self.deleted_at is not None


class Stream(msgspec.Struct, frozen=True):
    """The posts of a reply, and the ids of all there are."""

    posts: list[msgspec.Raw] = []
    stream: list[int] = []


class Topic(msgspec.Struct, frozen=True):
    """A topic with its first posts; when more posts are asked for, only with these."""

    post_stream: Stream
    id: int | None = None
    title: str | None = None
    slug: str | None = None
    posts_count: int | None = None
    tags: list[str | Tag] | None = None


class LatestPosts(msgspec.Struct, frozen=True):
    latest_posts: list[msgspec.Raw]


def native_id(topic: int, number: int) -> str:
    """Topic and number within it: all that replies and lists of topics tell of a post."""
    return f"{topic}/{number}"


def draft(post: Post, topic: Topic | None, origin: str, number: int) -> Draft:
    """A post of topic `number`; the first one has the title and tags of the topic."""
    is_first = post.post_number == 1
    title = (topic.title if topic else None) or post.topic_title
    slug = post.topic_slug or (topic.slug if topic else None) or "-"
    page = f"{origin}/t/{slug}/{number}"
    link = page if is_first else f"{page}/{post.post_number}"
    replies = topic.posts_count - 1 if is_first and topic and topic.posts_count else post.reply_count
    root = native_id(number, 1)
    parent = native_id(number, post.reply_to_post_number) if post.reply_to_post_number else root
    return Draft(
        native_id=native_id(number, post.post_number),
        title=Body(unescape(title), Markup.TEXT) if is_first and title else None,
        body=Body(post.cooked, Markup.HTML, link) if post.cooked else None,
        link=link,
        author=post.name or post.username,
        author_handle=f"@{post.username}" if post.username else None,
        author_link=f"{origin}/u/{post.username}" if post.username else None,
        published_at=instant(post.created_at),
        updated_at=instant(post.updated_at),
        comments_link=page,
        categories=_tags(topic) if is_first else (),
        counts=Counts(replies=replies, likes=_likes(post)),
        root_id=None if is_first else root,
        parent_id=None if is_first else parent,
        poll=_poll(post.polls[0]) if post.polls else None,
    )


def _tags(topic: Topic | None) -> tuple[str, ...]:
    tags = (topic.tags if topic else None) or []
    return tuple(tag if isinstance(tag, str) else tag.name for tag in tags)


def _likes(post: Post) -> int | None:
    return next((action.count for action in post.actions_summary if action.id == LIKE), None)


def _poll(poll: PollShape) -> Poll:
    return Poll(
        options=tuple(PollOption(_plain(choice.html), choice.votes) for choice in poll.options),
        multiple=poll.type == "multiple",
        closes_at=instant(poll.close),
        closed=poll.status == "closed",
        voters=poll.voters,
    )


def _plain(html: str) -> str:
    """An option in words; a picture is what it is called."""
    return " ".join(unescape(TAG.sub(" ", NAMED_PICTURE.sub(r" \1 ", html))).split())
