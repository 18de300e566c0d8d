"""A thread of Lobsters as its JSON tells it. Source: github.com/lobsters/lobsters, the models' `as_json`."""

import msgspec

from arrowtui.model.wire import Batch, Body, Counts, Draft, Markup
from arrowtui.sources.shapes import Filled, instant


class Comment(msgspec.Struct, frozen=True):
    """A comment of a thread; they come flat, parents before children."""

    short_id: Filled
    created_at: str | None = None
    comment: str | None = None
    commenting_user: str | None = None
    parent_comment: str | None = None
    score: int | None = None
    is_deleted: bool = False
    is_moderated: bool = False

    @property
    def is_gone(self) -> bool:
        return self.is_deleted or self.is_moderated


class User(msgspec.Struct, frozen=True):
    """Who submitted a story, in replies of older versions."""

    username: str | None = None


class Story(msgspec.Struct, frozen=True):
    """A story with its comments."""

    short_id: Filled
    created_at: str | None = None
    title: str | None = None
    url: str | None = None
    description: str | None = None
    submitter_user: str | User | None = None
    comments_url: str | None = None
    short_id_url: str | None = None
    score: int | None = None
    comment_count: int | None = None
    tags: list[str] = []
    comments: list[Comment] = []


def thread(story: Story, address: str) -> Batch:
    """The story and its comments; `address` is where its JSON came from."""
    root = f"s/{story.short_id}"
    page = story.comments_url or story.short_id_url or address.removesuffix(".json")
    return Batch(
        drafts=(_story(story, root, page), *(_comment(one, root, page) for one in story.comments if not one.is_gone)),
        title=story.title,
        site_link=page,
        deleted=tuple(f"c/{one.short_id}" for one in story.comments if one.is_gone),
    )


def _story(story: Story, root: str, page: str) -> Draft:
    submitter = story.submitter_user
    author = submitter.username if isinstance(submitter, User) else submitter
    return Draft(
        native_id=root,
        title=Body(story.title, Markup.TEXT) if story.title else None,
        body=Body(story.description, Markup.HTML, page) if story.description else None,
        link=story.url or page,
        author=author,
        author_handle=author,
        published_at=instant(story.created_at),
        comments_link=page,
        categories=tuple(story.tags),
        counts=Counts(replies=story.comment_count, likes=story.score),
    )


def _comment(comment: Comment, root: str, page: str) -> Draft:
    return Draft(
        native_id=f"c/{comment.short_id}",
        body=Body(comment.comment, Markup.HTML, page) if comment.comment else None,
        link=f"{page}#c_{comment.short_id}",
        author=comment.commenting_user,
        author_handle=comment.commenting_user,
        published_at=instant(comment.created_at),
        comments_link=page,
        counts=Counts(likes=comment.score),
        root_id=root,
        parent_id=f"c/{comment.parent_comment}" if comment.parent_comment else root,
    )
