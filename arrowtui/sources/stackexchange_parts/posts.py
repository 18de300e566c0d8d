"""Questions, answers and comments as the API tells them, and as the feeds do. Source: api.stackexchange.com/docs."""

import re
from html import unescape

import msgspec

from arrowtui.model.replace import replace
from arrowtui.model.wire import Body, Counts, Draft, Markup
from arrowtui.sources.shapes import instant

IN_FEED = re.compile(r"/questions/(\d+)(?:/[^/#]*/(\d+))?|/q/(\d+)")
COMMENT_IN_FEED = re.compile(r"#comment(\d+)_(\d+)")


class Wrapper(msgspec.Struct, frozen=True):
    """Around every reply. `backoff` is how many seconds the same method is to be left alone."""

    items: list[msgspec.Raw] | None = None
    has_more: bool = False
    backoff: int = 0
    quota_max: int | None = None
    quota_remaining: int | None = None
    error_id: int | None = None
    error_name: str = ""
    error_message: str = ""


class Owner(msgspec.Struct, frozen=True):
    """Who wrote it; of a deleted account the name alone is left."""

    display_name: str | None = None
    link: str | None = None


class Post(msgspec.Struct, frozen=True):
    """A question, answer or comment, told apart by which ids it has."""

    body: str | None = None
    title: str | None = None
    link: str | None = None
    creation_date: int | None = None
    last_edit_date: int | None = None
    last_activity_date: int | None = None
    score: int | None = None
    answer_count: int | None = None
    is_accepted: bool = False
    tags: list[str] = []
    owner: Owner | None = None
    content_license: str | None = None
    question_id: int | None = None
    answer_id: int | None = None
    comment_id: int | None = None
    post_id: int | None = None


def draft(post: Post, origin: str, root: str) -> Draft | None:
    """The draft of a post; None where it has no id. `origin` is the site's own, `root` the question of a thread.

    Questions and answers share one series of ids, comments have their own: theirs begin with "c".
    """
    number = post.comment_id or post.answer_id or post.question_id
    if number is None:
        return None
    is_question = post.comment_id is None and post.answer_id is None
    link = post.link or _link(post, origin)
    question = root or (str(post.question_id) if post.question_id else "")
    owner = post.owner or Owner()
    return Draft(
        native_id=f"c{number}" if post.comment_id is not None else str(number),
        title=Body(unescape(post.title), Markup.TEXT) if post.title and is_question else None,
        body=Body(post.body, Markup.HTML, link) if post.body else None,
        link=link,
        author=unescape(owner.display_name) if owner.display_name else None,
        author_link=owner.link,
        published_at=instant(post.creation_date),
        updated_at=instant(post.last_edit_date),
        comments_link=link if is_question or not question else f"{origin}/questions/{question}",
        categories=tuple(post.tags),
        counts=Counts(replies=post.answer_count, likes=post.score),
        root_id=None if is_question else question or None,
        parent_id=_parent(post),
        fields=(("License", post.content_license),) if post.content_license else (),
    )


def of_feed(entry: Draft) -> Draft:
    """An entry of a feed under the ids of the API."""
    found = IN_FEED.search(entry.link or "") or IN_FEED.search(entry.native_id)
    if found is None:
        return entry
    question, comment = found[1] or found[3], COMMENT_IN_FEED.search(entry.native_id)
    page = (entry.link or "").partition("#")[0].removesuffix(f"/{found[2]}") or None
    told = replace(entry, updated_at=None, comments_link=page)  # that is when anybody last did anything
    if comment is not None:
        return replace(told, native_id=f"c{comment[1]}", title=None, root_id=question, parent_id=comment[2])
    if found[2] is None or found[2] == question:
        return replace(told, native_id=question)
    return replace(told, native_id=found[2], title=None, root_id=question, parent_id=question)


def _parent(post: Post) -> str | None:
    if post.comment_id is not None:
        return str(post.post_id) if post.post_id else None
    return str(post.question_id) if post.answer_id is not None and post.question_id else None


def _link(post: Post, origin: str) -> str:
    if post.comment_id is not None:
        return f"{origin}/posts/comments/{post.comment_id}"
    return f"{origin}/a/{post.answer_id}" if post.answer_id is not None else f"{origin}/q/{post.question_id}"
