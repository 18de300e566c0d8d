"""The replies of Discourse forums."""

from html import unescape

from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch, Reply
from arrowtui.sources.discourse_parts.ask import BATCH, MOST_FOLLOWED, Memory, ask_further, ask_openings
from arrowtui.sources.discourse_parts.posts import (
    LatestPosts,
    ListPage,
    Post,
    Topic,
    TopicLine,
    draft,
    native_id,
)
from arrowtui.sources.shapes import each, hostname, remembered, unreadable
from arrowtui.sources.social.decoding import whole

MOST_REMEMBERED = 300
"""Topics of a list; a list shows thirty."""


def of_topics(reply: Reply, origin: str, was: Memory) -> Batch:
    """A list of topics: those not read yet are asked for one by one; what is too much for a round waits for the next.

    Raises: UnreadableReply.
    """
    lines = each(reply, whole(reply, ListPage, "topics").topic_list.topics, TopicLine, "topics")
    known = set(was.topics)
    unread = [line.id for line in lines.read if line.visible and line.id not in known][:MOST_FOLLOWED]
    return Batch(
        title=hostname(reply),
        site_link=origin,
        follow=ask_openings(origin, unread),
        memory=remembered(Memory(topics=[*unread, *was.topics][:MOST_REMEMBERED])),
        notices=lines.notices(),
    )


def of_opening(reply: Reply, origin: str) -> Batch:
    """The first post of a topic of a list. Raises: UnreadableReply."""
    topic, posts = _read(reply)
    return _batch([post for post in posts if post.post_number == 1], topic, origin, _number(reply, topic, posts))


def of_topic(reply: Reply, origin: str, was: Memory) -> Batch:
    """A topic: its first posts, and requests for all that were not read yet, the newest first.

    Raises: UnreadableReply.
    """
    topic, posts = _read(reply)
    number, here = _number(reply, topic, posts), {post.id for post in posts}
    left, stream = set(was.left), topic.post_stream.stream
    unread = [post for post in reversed(stream) if post not in here and (post > was.newest or post in left)]
    now, later = unread[: MOST_FOLLOWED * BATCH], unread[MOST_FOLLOWED * BATCH :]
    newest = max([*stream, *here, was.newest], default=0)
    said = f"This topic is long: {len(later):,} older posts follow at the next polls."
    return replace(
        _batch(posts, topic, origin, number),
        title=unescape(topic.title or "") or None,
        site_link=f"{origin}/t/{topic.slug or '-'}/{number}",
        follow=ask_further(origin, number, now),
        memory=remembered(Memory(newest=newest, left=later)),
        notices=(said,) if later else (),
    )


def of_further(reply: Reply, origin: str) -> Batch:
    """More posts of a topic. Raises: UnreadableReply."""
    topic, posts = _read(reply)
    return _batch(posts, topic, origin, _number(reply, topic, posts))


def of_posts(reply: Reply, origin: str) -> Batch:
    """The newest posts of all topics. Raises: UnreadableReply."""
    raws = whole(reply, LatestPosts, "posts").latest_posts
    pieces = each(reply, raws, Post, "posts")
    posts = [post for post in pieces.read if post.topic_id is not None]
    batches = [_batch([post], None, origin, post.topic_id or 0) for post in posts]
    return Batch(
        drafts=tuple(one for batch in batches for one in batch.drafts),
        title=f"{hostname(reply)}: posts",
        site_link=origin,
        deleted=tuple(one for batch in batches for one in batch.deleted),
        notices=pieces.notices(),
    )


def _read(reply: Reply) -> tuple[Topic, list[Post]]:
    topic = whole(reply, Topic, "a topic")
    return topic, each(reply, topic.post_stream.posts, Post, "a topic").read


def _number(reply: Reply, topic: Topic, posts: list[Post]) -> int:
    """The topic's number. Raises: UnreadableReply where nothing tells it."""
    said = next((post.topic_id for post in posts if post.topic_id is not None), None)
    number = said if said is not None else topic.id
    if number is None:
        raise unreadable(reply, "a topic")
    return number


def _batch(posts: list[Post], topic: Topic | None, origin: str, number: int) -> Batch:
    """Drafts of what people wrote, ids of what is gone."""
    return Batch(
        drafts=tuple(draft(post, topic, origin, number) for post in posts if post.is_said and not post.is_gone),
        deleted=tuple(native_id(number, post.post_number) for post in posts if post.is_gone),
    )
