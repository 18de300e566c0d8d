"""Addresses of WordPress blogs: whether they mean posts or the comments of one, and the feed of either."""

import re

from msgspec import Struct

from arrowtui.sources.place import Place, path_of, with_query

BLOG = re.compile(r"(?:[a-z0-9-]+\.)+wordpress\.com")
NOT_BLOGS = re.compile(
    r"(?:public-api|(?:.*\.)?files|s[0-9]|stats|i[0-9]|app|apps|signup|learn|developer)\.wordpress\.com"
)
ARCHIVES = ("category", "tag", "author")
NUMBER = re.compile(r"[0-9]{1,10}")
YEAR_OR_MONTH = re.compile(r"/[0-9]{4}(?:/[0-9]{1,2})?/?")


class Page(Struct, frozen=True):
    """A page of a blog. `feed` is the path of its feed; `post` is the slug or number of the one whose comments it is.

    `is_archive`: a category, tag, author or month: a part of the posts.
    """

    path: str
    words: str
    feed: str
    post: str = ""
    is_archive: bool = False


def page_of(place: Place) -> Page:
    """What an address of a blog means."""
    post = place.query.get("p", "")
    if NUMBER.fullmatch(post) and not place.parts:
        feed = with_query("/", (("feed", "atom"), ("p", post)))
        return Page(f"/?p={post}", f"comments on a post of {place.host}", feed, post)
    path = f"{path_of(place.parts)}/"
    match place.parts:
        case () | ("feed",) | ("feed", _):
            return Page("/", f"the blog {place.host}", "/feed/")
        case ("comments",) | ("comments", "feed", *_):
            return Page("/comments/", f"every comment on {place.host}", "/comments/feed/atom/")
        case (*above, "feed") | (*above, "feed", "atom" | "rss2"):
            return page_of(Place(place.origin, place.host, path_of(above), tuple(above), {}))
        case (kind, *names) if kind in ARCHIVES and names:
            words = f"{kind} {names[-1]} of the blog {place.host}"
            return Page(path, words, f"{path}feed/", is_archive=True)
    if YEAR_OR_MONTH.fullmatch(path):
        return Page(path, f"{path.strip('/')} of the blog {place.host}", f"{path}feed/", is_archive=True)
    return Page(path, f"comments on one post of {place.host}", f"{path}feed/atom/", place.parts[-1])


def is_blog(host: str) -> bool:
    """Whether a host is a blog at WordPress.com."""
    return BLOG.fullmatch(host) is not None and NOT_BLOGS.fullmatch(host) is None
