"""GitHub: releases, tags, commits and what somebody does, by the Atom feeds of its web site. No account is needed."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from msgspec import Struct

from arrowtui.model.errors_sources import NotOffered, UnfitAddress
from arrowtui.model.manners import MINUTE_S, Manners
from arrowtui.model.recognised import Recognised
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Wish
from arrowtui.model.wire import Batch, Body, Draft, Markup, Reply
from arrowtui.sources.place import Place, path_of, place_of
from arrowtui.sources.platform_feed import PlatformFeed
from arrowtui.sources.social.given import Options, base

SITE = "https://github.com"
OWNER = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38})", re.IGNORECASE)
REPOSITORY = re.compile(r"[\w.-]{1,100}", re.ASCII)
CLOSED = {
    "issues": "issues",
    "pulls": "pull requests",
    "pull": "pull requests",
    "discussions": "discussions",
    "actions": "workflow runs",
    "security": "security advisories",
}
"""Pages that have no feed, or none without a login."""
INSTEAD = "the releases, tags and commits of a repository"
NOT_OWNERS = re.compile(
    "about|apps|blog|codespaces|collections|contact|customer-stories|dashboard|enterprise|events|explore|features|issues"
    "|join|login|logout|marketplace|new|notifications|organizations|orgs|pricing|pulls|readme|search|security|sessions"
    "|settings|signup|site|sponsors|stars|team|topics|trending|users|watching",
    re.IGNORECASE,
)
VERSION = re.compile(r"\s*v?\d[\w.+-]*\s*", re.IGNORECASE)
"""A release that is called by nothing but its number."""
NOTHING_SAID = re.compile(r"\s*(?:<p>)?\s*No content\.\s*(?:</p>)?\s*")


class Page(Struct, frozen=True):
    """A page and its feed; `closed` is what there is no feed for."""

    path: tuple[str, ...]
    words: str
    feed: str = ""
    closed: str = ""


class GitHub(PlatformFeed):
    """Ten releases, twenty or so commits: what a feed holds."""

    kind = "github"
    manners = Manners(floor_s=30 * MINUTE_S, gap_s=2)

    def recognise(self, typed: str) -> Sequence[Recognised]:
        """Repositories, their releases, tags and commits; people."""
        place = place_of(typed)
        page = _page(place) if place is not None and place.host == "github.com" else None
        return (Recognised(Wish(self.kind, SITE + path_of(page.path)), page.words),) if page else ()

    def feed_of(self, address: str, options: Options) -> str:
        """Raises: UnfitAddress; NotOffered for issues, discussions and the like."""
        place = place_of(address)
        page = _page(place) if place is not None else None
        if place is None or page is None:
            raise UnfitAddress(self.kind, address)
        if page.closed:
            raise NotOffered("GitHub", page.closed, INSTEAD)
        return base(options, place.origin) + page.feed

    def read(self, reply: Reply, options: Options, memory: str) -> Batch:
        """Raises: UnreadableReply."""
        batch = super().read(reply, options, memory)
        place = place_of(reply.request.address)
        if place is None or len(place.parts) < 3:
            return batch
        owner, repository, what = place.parts[:3]
        what = what.removesuffix(".atom")
        named = (_named(draft, repository) if what in ("releases", "tags") else draft for draft in batch.drafts)
        return replace(batch, title=f"{owner}/{repository}: {what}", drafts=tuple(named))

    def touched(self, draft: Draft) -> Draft:
        """What says only that nothing is said is left out."""
        is_empty = draft.body is not None and NOTHING_SAID.fullmatch(draft.body.text)
        handle = draft.author_link.rpartition("/")[2] if draft.author_link else draft.author
        return replace(draft, body=None if is_empty else draft.body, author_handle=handle)

    def rest_until(self, reply: Reply) -> datetime | None:
        """`x-ratelimit-remaining` used up: rest until `x-ratelimit-reset` (seconds since 1970)."""
        remaining, reset = (reply.headers.get(f"x-ratelimit-{name}", "") for name in ("remaining", "reset"))
        if remaining.strip() != "0" or not (reset.isascii() and reset.isdigit() and len(reset) < 12):
            return None
        return datetime.fromtimestamp(int(reset), UTC)


def _page(place: Place) -> Page | None:
    match tuple(part.removesuffix(".atom") for part in place.parts):
        case (owner,) if OWNER.fullmatch(owner) and not NOT_OWNERS.fullmatch(owner):
            return Page((owner,), f"what {owner} does on GitHub", f"/{owner}.atom")
        case (owner, repository, *rest) if OWNER.fullmatch(owner) and not NOT_OWNERS.fullmatch(owner):
            name = repository.removesuffix(".git")
            return _of_repository((owner, name), tuple(rest)) if REPOSITORY.fullmatch(name) else None
    return None


def _of_repository(repository: tuple[str, str], rest: tuple[str, ...]) -> Page:
    name, at = "/".join(repository), path_of(repository)
    match rest:
        case ("tags", *_):
            return Page((*repository, "tags"), f"tags of {name}", f"{at}/tags.atom")
        case ("commits",):
            return Page((*repository, "commits"), f"commits to {name}", f"{at}/commits.atom")
        case ("commits" | "tree" | "blob", *branch):
            path = (*repository, "commits", *branch)
            return Page(path, f"commits to {name}, {'/'.join(branch)}", f"{path_of(path)}.atom")
        case (what, *_) if what in CLOSED:
            return Page((*repository, what), f"{CLOSED[what]} of {name}", closed=CLOSED[what])
    return Page((*repository, "releases"), f"releases of {name}", f"{at}/releases.atom")


def _named(draft: Draft, repository: str) -> Draft:
    """A release with the name of what was released: “1.2” alone says nothing in a list of many sources."""
    title = draft.title
    if title is None or not VERSION.fullmatch(title.text):
        return draft
    return replace(draft, title=Body(f"{repository} {title.text.strip()}", Markup.TEXT))
