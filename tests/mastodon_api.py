"""The interface of a server of the Mastodon family, over posts that are kept in a list."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from json import dumps
from urllib.parse import urlencode

from arrowtui.model.ports import Clock
from tests.mastodon_posts import FakeAccount, FakePost, Json
from tests.server import Say

Query = Mapping[str, list[str]]
NEEDS_USER = {"error": "This method requires an authenticated user"}
BAD_TOKEN = {"error": "The access token is invalid"}
NOT_FOUND = {"error": "Record not found"}


def snowflake(number: int, at: datetime) -> str:
    return str((int(at.timestamp() * 1000) << 16) + number)


@dataclass
class MastodonApi:
    """`access` is (local, remote) of hashtag timelines, None where an older server does not say. `closed_with` is how
    it refuses. `is_private`: all but its description wants a token. `remaining` counts down with each request."""

    clock: Clock
    version: str = "4.5.2"
    domain: str = ""
    token: str = "s3cret"
    access: tuple[str, str] | None = ("public", "public")
    closed_with: int = 401
    is_private: bool = False
    knows_lists: bool = True
    knows_min_id: bool = True
    sends_links: bool = True
    link_base: str = ""
    remaining: int | None = None
    reset_at: datetime | None = None
    refresh: str = ""
    has_websocket: bool = False
    make_id: Callable[[int, datetime], str] = snowflake
    most_descendants: int = 60
    posts: list[FakePost] = field(default_factory=list)
    accounts: dict[str, FakeAccount] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    base: str = ""
    streaming: str = ""

    def account(self, name: str, host: str = "", **facts: object) -> FakeAccount:
        """Somebody; `ida` of this server, or of another `host`. Made when first named."""
        where = host or self.domain
        scheme = "http" if where.startswith("127.") else "https"
        known = self.accounts.setdefault(f"{name}@{where}", FakeAccount(name, where, scheme))
        for fact, value in facts.items():
            setattr(known, fact, value)
        return known

    def answer(self, steps: list[str], query: Query, is_known: bool) -> Say | None:
        match steps:
            case ["api", "v2", "instance"]:
                return self.json(200, self._description())
            case ["api", *_] if self.is_private and not is_known:
                return self.json(self.closed_with, NEEDS_USER)
            case ["api", "v1", "timelines", "tag", tag]:
                return self._tag(tag, query, is_known)
            case ["api", "v1", "accounts", "lookup"]:
                name, _, host = query["acct"][0].partition("@")
                who = self.accounts.get(f"{name}@{host or self.domain}")
                return self.json(200, who.shown_on(self.domain)) if who else None
            case ["api", "v1", "accounts", number, "statuses"]:
                return self._account(number, query)
            case ["api", "v1", "statuses", number]:
                post = self._find(number)
                return self.json(200, post.shown_on(self.domain)) if post else None
            case ["api", "v1", "statuses", number, "context"]:
                post = self._find(number)
                return self._context(post) if post else None
        return None

    def _description(self) -> Json:
        feeds = {"hashtag_feeds": dict(zip(("local", "remote"), self.access, strict=True))} if self.access else None
        configuration: Json = {"urls": {"streaming": self.streaming}, "timelines_access": feeds}
        return {"domain": self.domain, "version": self.version, "configuration": configuration}

    def _tag(self, tag: str, query: Query, is_known: bool) -> Say:
        halves = {"local", "remote"} - ({"remote"} if "local" in query else set())
        halves -= {"local"} if "remote" in query else set()
        access = dict(zip(("local", "remote"), self.access or ("public", "public"), strict=True))
        if not is_known and any(access[half] == "authenticated" for half in halves):
            return self.json(self.closed_with, NEEDS_USER)
        shown = {half for half in halves if access[half] != "disabled"}
        one_of = {tag.lower(), *(query.get("any[]", []) if self.knows_lists else [])}
        every, none = (set(query.get(name, [])) if self.knows_lists else set() for name in ("all[]", "none[]"))
        found = [
            post
            for post in self._living()
            if ("local" if post.author.host == self.domain else "remote") in shown
            and one_of & set(post.tags)
            and every <= set(post.tags)
            and not none & set(post.tags)
        ]
        return self._page(f"/api/v1/timelines/tag/{tag}", found, query)

    def _account(self, number: str, query: Query) -> Say | None:
        if number not in {who.id for who in self.accounts.values()}:
            return None
        found = [
            post
            for post in self._living()
            if post.author.id == number
            and not ("exclude_replies" in query and post.reply_to and post.reply_to.author.id != number)
            and not ("exclude_reblogs" in query and post.boost_of)
        ]
        return self._page(f"/api/v1/accounts/{number}/statuses", found, query)

    def _page(self, path: str, found: list[FakePost], query: Query) -> Say:
        """Newest first; `min_id` gives those next above it, `max_id` those next below."""
        order = {post.id: place for place, post in enumerate(self.posts)}
        limit = min(40, int(query.get("limit", ["20"])[0]))
        lowest = order.get(query["min_id"][0], -1) if "min_id" in query and self.knows_min_id else None
        highest = order.get(query["max_id"][0], 0) if "max_id" in query else len(order)
        page = [post for post in found if order[post.id] < highest and (lowest is None or order[post.id] > lowest)]
        page = page[-limit:] if lowest is None else page[:limit]
        headers = {}
        if page and self.sends_links:
            base = self.link_base or self.base
            newest, oldest = page[-1].id, page[0].id
            pairs = (("next", "max_id", oldest), ("prev", "min_id", newest))
            links = [
                f'<{base}{path}?{urlencode({"limit": limit, name: number})}>; rel="{word}"'
                for word, name, number in pairs
            ]
            headers["Link"] = ", ".join(links)
        return self.json(200, [post.shown_on(self.domain) for post in reversed(page)], **headers)

    def _context(self, post: FakePost) -> Say:
        ancestors: list[FakePost] = []
        above = post.reply_to
        while above is not None and not above.is_gone and above.id not in self.unknown:
            ancestors.insert(0, above)
            above = above.reply_to
        below: list[FakePost] = []
        for other in self._living():
            if other.reply_to and other.reply_to in (post, *below):
                below.append(other)
        shown = {
            "ancestors": [one.shown_on(self.domain) for one in ancestors],
            "descendants": [one.shown_on(self.domain) for one in below[: self.most_descendants]],
        }
        return self.json(200, shown, **({"Mastodon_Async_Refresh": self.refresh} if self.refresh else {}))

    def _find(self, number: str) -> FakePost | None:
        return next((post for post in self._living() if post.id == number), None)

    def _living(self) -> list[FakePost]:
        return [post for post in self.posts if not post.is_gone and post.id not in self.unknown]

    def json(self, status: int, content: object, **headers: str) -> Say:
        if self.remaining is not None:
            self.remaining -= 1
            reset = self.reset_at or self.clock.now() + timedelta(minutes=5)
            headers["X_RateLimit_Remaining"] = str(max(0, self.remaining))
            headers["X_RateLimit_Reset"] = reset.isoformat(timespec="microseconds").replace("+00:00", "Z")
            if self.remaining < 0:
                status, content = 429, {"error": "Too many requests"}
        return Say(status, dumps(content), Content_Type="application/json; charset=utf-8", **headers)
