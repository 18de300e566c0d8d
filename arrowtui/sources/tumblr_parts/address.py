"""Tumblr's two ways to write the address of a blog, and tags."""

import re

from msgspec import Struct

from arrowtui.sources.place import Place, path_of, place_of

BLOG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?")
NOT_BLOGS = re.compile(
    r"about|account|api|apps|assets|[0-9]*\.?media|blog|business|communities|dashboard|explore|follow|following|help"
    r"|inbox|jobs|likes|live|login|logout|logo|mega-editor|new|oauth|policy|press|privacy|radar|register|search|security"
    r"|settings|share|spotlight|static|support|tagged|themes|tips|url|widgets|www"
)
TAG = re.compile(r"[^/?#]{1,140}")


class Page(Struct, frozen=True):
    """A blog, a tag of it, or a tag of all blogs."""

    blog: str = ""
    tag: str = ""

    @property
    def address(self) -> str:
        """The page, as it stands in the settings."""
        origin = f"https://{self.blog or 'www'}.tumblr.com"
        return origin + (path_of(("tagged", self.tag)) if self.tag else "/")

    @property
    def feed(self) -> str:
        """The path of the blog's feed."""
        return path_of(("tagged", self.tag, "rss")) if self.tag else "/rss"

    @property
    def words(self) -> str:
        if self.blog:
            return f"the blog {self.blog} on Tumblr" + (f", tagged {self.tag}" if self.tag else "")
        return f"posts tagged {self.tag} on Tumblr"


def page_of(typed: str) -> Page | None:
    """The blog or tag an address means; None for what is not Tumblr's."""
    place = place_of(typed)
    if place is None or not place.is_at("tumblr.com"):
        return None
    if place.host == "tumblr.com":
        return _on_the_site(place)
    blog = place.host.removesuffix(".tumblr.com")
    if not BLOG.fullmatch(blog) or NOT_BLOGS.fullmatch(blog):
        return None
    match place.parts:
        case ("tagged", tag, *_) if TAG.fullmatch(tag):
            return Page(blog, tag)
    return Page(blog)


def _on_the_site(place: Place) -> Page | None:
    match place.parts:
        case ("tagged", tag, *_) if TAG.fullmatch(tag):
            return Page(tag=tag)
        case ("blog", "view", name, *_) | ("blog", name, *_) if _is_blog(name):
            return Page(name)
        case (name, "tagged", tag, *_) if _is_blog(name) and TAG.fullmatch(tag):
            return Page(name, tag)
        case (name, *_) if _is_blog(name):
            return Page(name)
    return None


def _is_blog(name: str) -> bool:
    return BLOG.fullmatch(name) is not None and NOT_BLOGS.fullmatch(name) is None
