"""The words of both ways in. Sources: github.com/HackerNews/API (Firebase), hn.algolia.com/api (search, items)."""

from collections.abc import Iterator

import msgspec

from arrowtui.sources.shapes import NativeId


class Hit(msgspec.Struct, frozen=True):
    """One line of a search."""

    objectID: NativeId
    created_at_i: int | None = None
    title: str | None = None
    url: str | None = None
    author: str | None = None
    points: int | None = None
    num_comments: int | None = None
    story_text: str | None = None
    comment_text: str | None = None
    story_id: NativeId | None = None
    parent_id: NativeId | None = None
    tags: list[str] = msgspec.field(default_factory=list, name="_tags")


class Hits(msgspec.Struct, frozen=True):
    """A page of a search."""

    hits: list[msgspec.Raw]
    nbHits: int = 0


class Option(msgspec.Struct, frozen=True):
    """An option of a poll."""

    text: str | None = None
    points: int | None = None


class Node(msgspec.Struct, frozen=True):
    """An item with everything below it."""

    id: NativeId
    type: str | None = None
    created_at_i: int | None = None
    created_at: str | None = None
    title: str | None = None
    url: str | None = None
    text: str | None = None
    author: str | None = None
    points: int | None = None
    story_id: NativeId | None = None
    parent_id: NativeId | None = None
    children: list["Node"] = []
    options: list[Option] = []

    @property
    def is_gone(self) -> bool:
        """A deleted item keeps its place in the tree, and nothing else."""
        return self.author is None and self.text is None and self.title is None


class Item(msgspec.Struct, frozen=True):
    """An item of Firebase. Of a dead or deleted one hardly anything is left."""

    id: NativeId
    type: str | None = None
    by: str | None = None
    time: int | None = None
    title: str | None = None
    url: str | None = None
    text: str | None = None
    score: int | None = None
    descendants: int | None = None
    parent: NativeId | None = None
    kids: list[NativeId] = []
    deleted: bool = False
    dead: bool = False


def walk(node: Node) -> Iterator[Node]:
    """An item and everything below it, parents before children."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        waiting.extend(reversed(one.children))
