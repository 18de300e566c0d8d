"""Posts and comments by WordPress' REST interface. Source: developer.wordpress.org/rest-api/reference."""

from urllib.parse import urlsplit

import msgspec

from arrowtui.model.errors_fetching import NotThere
from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch, Body, Draft, Markup, Reply, Request
from arrowtui.sources.place import Place, with_query
from arrowtui.sources.shapes import each, hostname, instant
from arrowtui.sources.social.decoding import whole
from arrowtui.sources.social.given import Options, base
from arrowtui.sources.wordpress_parts.address import Page, is_blog

HOSTED = "https://public-api.wordpress.com"
POSTS, COMMENTS, MOST_PAGES = "20", "100", 5
POST_FIELDS = "id,date_gmt,modified_gmt,guid,link,title,content,excerpt,_links,_embedded"


class Rendered(msgspec.Struct, frozen=True):
    rendered: str = ""
    protected: bool = False


class Author(msgspec.Struct, frozen=True):
    name: str | None = None
    link: str | None = None


class Embedded(msgspec.Struct, frozen=True):
    author: list[Author] = []


class Post(msgspec.Struct, frozen=True):
    """A post. Times carry no zone and are UTC."""

    id: int
    date_gmt: str | None = None
    modified_gmt: str | None = None
    guid: Rendered = Rendered()
    link: str | None = None
    title: Rendered = Rendered()
    content: Rendered = Rendered()
    excerpt: Rendered = Rendered()
    embedded: Embedded | None = msgspec.field(default=None, name="_embedded")


class Comment(msgspec.Struct, frozen=True):
    """A comment; `parent` 0 is the post itself."""

    id: int
    post: int | None = None
    parent: int = 0
    author_name: str | None = None
    author_url: str | None = None
    date_gmt: str | None = None
    content: Rendered = Rendered()
    link: str | None = None


def ask(page: Page, place: Place, options: Options) -> Request:
    """The newest posts, or the one post whose comments are wanted."""
    if page.post:
        which = ("include" if page.post.isdigit() and page.path.startswith("/?") else "slug", page.post)
        return _request(_api(place, options), "posts", (which,), "rest post")
    return _request(_api(place, options), "posts", (("per_page", POSTS), ("orderby", "date")), "rest posts")


def read(reply: Reply) -> Batch:
    """Posts, the one post, or comments. Raises: UnreadableReply; NotThere where there is no such post."""
    what, _, guid = reply.request.step.removeprefix("rest ").partition(" ")
    raws = whole(reply, list[msgspec.Raw], "a list")
    if what == "comments":
        comments = each(reply, raws, Comment, "comments")
        drafts = tuple(_comment(one, guid) for one in comments.read)
        return Batch(drafts, follow=_further(reply), notices=comments.notices())
    pieces = each(reply, raws, Post, "posts")
    posts = pieces.read
    batch = Batch(tuple(_post(one) for one in posts), notices=(*pieces.notices(), *_closed(posts)))
    if what == "posts":
        return batch
    if not posts:
        raise NotThere(hostname(reply))
    api = reply.request.address.partition("/posts?")[0]
    pairs = (("post", str(posts[0].id)), ("order", "desc"), ("per_page", COMMENTS))
    return replace(batch, follow=(_request(api, "comments", pairs, f"rest comments {_guid(posts[0])}", embed=False),))


def _api(place: Place, options: Options) -> str:
    if is_blog(place.host):
        return f"{base(options, HOSTED)}/wp/v2/sites/{place.host}"
    return f"{base(options, place.origin)}/wp-json/wp/v2"


def _request(api: str, what: str, pairs: tuple[tuple[str, str], ...], step: str, *, embed: bool = True) -> Request:
    also = (("_fields", POST_FIELDS), ("_embed", "author")) if embed else ()
    return Request(with_query(f"{api}/{what}", (*pairs, *also)), {"Accept": "application/json"}, step=step)


def _further(reply: Reply) -> tuple[Request, ...]:
    """The next page of comments, as far as the header says there is one."""
    asked = reply.request
    address, _, number = asked.address.partition("&page=")
    page, pages = int(number or 1), reply.headers.get("x-wp-totalpages", "")
    if not (pages.isascii() and pages.isdigit() and page < min(int(pages[:6]), MOST_PAGES)):
        return ()
    return (Request(f"{address}&page={page + 1}", asked.headers, step=asked.step),)


def _guid(post: Post) -> str:
    """The id the feeds give a post."""
    split = urlsplit(post.link or "")
    return post.guid.rendered or f"{split.scheme}://{split.netloc}/?p={post.id}"


def _post(post: Post) -> Draft:
    author = next(iter(post.embedded.author), Author()) if post.embedded else Author()
    return Draft(
        native_id=_guid(post),
        title=Body(post.title.rendered, Markup.HTML) if post.title.rendered else None,
        body=Body(post.content.rendered, Markup.HTML, post.link) if post.content.rendered.strip() else None,
        summary=Body(post.excerpt.rendered, Markup.HTML, post.link) if post.excerpt.rendered.strip() else None,
        link=post.link,
        author=author.name,
        author_link=author.link,
        published_at=instant(post.date_gmt),
        updated_at=instant(post.modified_gmt),
        comments_link=f"{post.link}#comments" if post.link else None,
    )


def _comment(comment: Comment, guid: str) -> Draft:
    return Draft(
        native_id=f"{guid}#comment-{comment.id}",
        body=Body(comment.content.rendered, Markup.HTML, comment.link) if comment.content.rendered else None,
        link=comment.link,
        author=comment.author_name,
        author_link=comment.author_url or None,
        published_at=instant(comment.date_gmt),
        comments_link=comment.link,
        root_id=guid,
        parent_id=f"{guid}#comment-{comment.parent}" if comment.parent else guid,
    )


def _closed(posts: list[Post]) -> tuple[str, ...]:
    count = sum(post.content.protected for post in posts)
    return (f"{count} of these posts want a password: only their titles are here.",) if count else ()
