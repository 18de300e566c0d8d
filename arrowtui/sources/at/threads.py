"""A thread: a tree of posts, flat and in order of time."""

from dataclasses import dataclass, field

from msgspec import Raw

from arrowtui.sources.at.shapes import Node, PostView
from arrowtui.sources.social.decoding import part

MOST = 5_000
"""Posts of one thread that are read."""


@dataclass(slots=True)
class Flat:
    """The posts of a thread, and the AT-URIs of those that are gone. `odd` are those that could not be read."""

    posts: list[PostView] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    odd: int = 0


def flattened(thread: Raw) -> Flat:
    """Every post of a thread. Blocked ones are neither shown nor gone."""
    flat, unread = Flat(), [thread]
    while unread and len(flat.posts) < MOST:
        node = part(unread.pop(), Node)
        if node is None:
            flat.odd += 1
            continue
        if node.not_found and node.uri:
            flat.gone.append(node.uri)
        if bytes(node.post):
            post = part(node.post, PostView)
            flat.odd += post is None
            flat.posts += [post] if post else []
        unread += [node.parent] if bytes(node.parent) else []
        unread += node.replies or []
    return flat
