"""Addresses of accounts on servers that gather feeds: `https://ida@rss.example/api/greader.php?label=Press`.

The part behind `?` says what is gathered: nothing means everything, `label=NAME` one folder or label, `starred` what
the person marked there.
"""

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from msgspec import Struct

from arrowtui.model.reader_account import ReaderAccount
from arrowtui.sources.place import BARE

LABEL_WORDS = ("label", "group", "folder", "category")
STARRED_WORDS = ("starred", "saved")
OWN_SITES = re.compile(r"(?:www\.)?(?:freshrss\.org|miniflux\.app|.*\.github\.io|.*\.readthedocs\.io)")
"""Where these programs are told about, and nobody's feeds are gathered."""
FRESHRSS = re.compile(r"[a-z0-9-]*freshrss[a-z0-9-]*\..+")
MINIFLUX = re.compile(r"[a-z0-9-]*miniflux[a-z0-9-]*\..+|reader\.miniflux\.app")
INSIDE_MINIFLUX = re.compile(
    r"/(?:unread|starred|history|categories|category/\d+(?:/\w+)*|feeds|feed/\d+/entries(?:/\w+)*|settings|integrations"
    r"|login)?/?"
)
FEEDS = ("rss", "atom", "opml")
"""What FreshRSS calls (`a=`) the feeds it makes itself: those are feeds."""
MARKS = re.compile(r"(?:/accounts/ClientLogin|/reader/api/0)(?:/.*)?$")
"""Where only the Google Reader interface has its doors."""


class ReaderPlace(Struct, frozen=True):
    """What is gathered: of an account everything, one `label`, or (`starred`) what is marked. `user` may be missing."""

    user: str
    base: str
    label: str = ""
    starred: bool = False

    @property
    def account(self) -> ReaderAccount:
        return ReaderAccount(self.user, self.base)

    @property
    def host(self) -> str:
        return self.account.host

    @property
    def what(self) -> str:
        """What of the account it is, to a person."""
        return f"{self.label!r}" if self.label else ("what is starred" if self.starred else "everything")

    @property
    def title(self) -> str:
        """What the source is called."""
        what = self.label or ("Starred" if self.starred else "")
        return f"{what} ({self.host})" if what else self.host

    def address(self, end: str = "", user: str | None = None) -> str:
        """The whole address; `end` stands behind the base, `user` is another name."""
        scheme, _, rest = self.base.partition("://")
        name = quote(self.user, safe="") if user is None else user
        query = urlencode({"label": self.label}) if self.label else ("starred" if self.starred else "")
        return f"{scheme}://{name}{'@' if name else ''}{rest}{end}{'?' if query else ''}{query}"


def greader_place(typed: str) -> ReaderPlace | None:
    """The account on a server with the Google Reader interface; None for anything else."""
    taken = _taken(typed)
    if taken is None:
        return None
    place, path, host, query = taken
    if (found := path.find("/api/greader.php")) >= 0:
        return _at(place, f"{path[:found]}/api/greader.php")
    if (mark := MARKS.search(path)) is not None:
        return _at(place, path[: mark.start()])
    if OWN_SITES.fullmatch(host) and host != "reader.miniflux.app":
        return None
    if FRESHRSS.fullmatch(host) and (root := freshrss_root(path, query)) is not None:
        return _at(place, f"{root}/api/greader.php")
    return _at(place, "") if MINIFLUX.fullmatch(host) and INSIDE_MINIFLUX.fullmatch(path or "/") else None


def fever_place(typed: str) -> ReaderPlace | None:
    """The account on a server with the Fever interface; None for anything else."""
    taken = _taken(typed)
    if taken is None:
        return None
    place, path, _, query = taken
    if (found := path.find("/api/fever.php")) >= 0:
        return _at(place, f"{path[:found]}/api/fever.php")
    is_asked = "api" in query or bool(place.user) or MINIFLUX.fullmatch(place.host) is not None
    return _at(place, path.rstrip("/")) if path.rstrip("/").endswith("/fever") and is_asked else None


def said_place(address: str) -> ReaderPlace | None:
    """The account at an address that is said to be one, on whatever path; None where it is no web address."""
    taken = _taken(address)
    return _at(taken[0], taken[1].rstrip("/")) if taken else None


def freshrss_root(path: str, query: dict[str, str]) -> str | None:
    """Where a FreshRSS stands on its host, from the path of one of its pages; None where it is none of them."""
    if query.get("a", "") in FEEDS or "/api/" in path or "output" in query:
        return None
    bare = path.rstrip("/").removesuffix("/i")
    return bare if bare in ("", "/p") or path.rstrip("/").endswith("/i") or bare.lower().endswith("freshrss") else None


def _taken(typed: str) -> tuple[ReaderPlace, str, str, dict[str, str]] | None:
    """Something typed taken apart: whose account, its path, host and query; None where it is no web address."""
    bare = typed.strip()
    bare = f"https://{bare}" if BARE.fullmatch(bare) else bare
    try:
        split = urlsplit(bare)
        host, port = (split.hostname or "").rstrip("."), split.port
    except ValueError:
        return None
    if split.scheme not in ("http", "https") or not host or split.password or any(map(str.isspace, bare)):
        return None
    name = f"[{host}]" if ":" in host else host
    origin = f"{split.scheme}://{name}{f':{port}' if port else ''}"
    query = dict(parse_qsl(split.query, keep_blank_values=True))
    label = next((query[word].strip() for word in LABEL_WORDS if query.get(word, "").strip()), "")
    starred = not label and any(word in query for word in STARRED_WORDS)
    return ReaderPlace(unquote(split.username or ""), origin, label, starred), split.path, host, query


def _at(place: ReaderPlace, path: str) -> ReaderPlace:
    return ReaderPlace(place.user, f"{place.base}{path}", place.label, place.starred)
