"""A server that gathers feeds, on 127.0.0.1: the Google Reader interface in two dialects, and Fever.

It keeps articles by number, wants its logins as the real ones do, and remembers whether anybody changed something.
"""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import md5
from urllib.parse import parse_qs, urlsplit

from tests.server import Asked, Fresh, Say

USER, PASSWORD = "ida", "api-pass word&1"
LONG = "tag:google.com,2005:reader/item/"
PUBLISHED = 1_795_420_700
EVERYTHING = "user/-/state/com.google/reading-list"
STARRED = "user/-/state/com.google/starred"


class Dialect(StrEnum):
    """Whose habits it has."""

    FRESHRSS = "freshrss"
    MINIFLUX = "miniflux"


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a feed, in a folder."""

    number: int
    title: str
    link: str
    folder: str = "Press"
    starred: bool = False


@dataclass
class SyncServer:
    """An `Act` that answers every path below its base. `session` is what a login gives; changing it ends all others.

    `password` may be changed, too. `etag` answers 304 to whoever has seen this state of the list of ids.
    """

    dialect: Dialect
    articles: list[Article] = field(default_factory=list)
    session: str = "one"
    password: str = PASSWORD
    logins: int = 0
    changes: list[str] = field(default_factory=list)

    @property
    def auth(self) -> str:
        return f"{USER}/{self.session}"

    @property
    def write_token(self) -> str:
        return self.auth if self.dialect is Dialect.MINIFLUX else f"{self.session}ZZZ"

    async def play(self, asked: Asked, writer: asyncio.StreamWriter) -> bool:
        return await self._answer(asked).play(asked, writer)

    def _answer(self, asked: Asked) -> Say:
        split = urlsplit(asked.path)
        query = parse_qs(split.query, keep_blank_values=True)
        form = parse_qs(asked.body.decode(), keep_blank_values=True)
        if split.path.endswith(("/fever/", "/fever.php")):
            return self._fever(query, form)
        _, _, call = split.path.partition("/reader/api/0/")
        if split.path.endswith("/accounts/ClientLogin"):
            return self._login(form)
        if not self._is_let_in(asked, form):
            header = "Google_Bad_Token" if self.dialect is Dialect.FRESHRSS else "X_Reader_Google_Bad_Token"
            return Say(401, "Unauthorized!", **{header: "true"})
        return self._greader(call, query, form)

    def _login(self, form: Mapping[str, list[str]]) -> Say:
        self.logins += 1
        if (form.get("Email"), form.get("Passwd")) != ([USER], [self.password]):
            return Say(401, "Unauthorized!", Google_Bad_Token="true")
        return Say(200, f"SID={self.auth}\nLSID=null\nAuth={self.auth}\n", Content_Type="text/plain")

    def _is_let_in(self, asked: Asked, form: Mapping[str, list[str]]) -> bool:
        """Miniflux looks at the header of a GET and at the field T of a POST; FreshRSS at the header."""
        if self.dialect is Dialect.MINIFLUX and asked.method == "POST":
            return form.get("T") == [self.write_token]
        return asked.headers.get("authorization") == f"GoogleLogin auth={self.auth}"

    def _greader(self, call: str, query: Mapping[str, list[str]], form: Mapping[str, list[str]]) -> Say:
        if call == "token":
            return Say(200, f"{self.write_token}\n", Content_Type="text/plain")
        if call in ("edit-tag", "mark-all-as-read", "subscription/edit"):
            self.changes.append(call)
            return Say(200, "OK")
        if "json" not in query.get("output", []):
            return Say(501, "Not Implemented!")
        if call == "tag/list":
            return _json({"tags": [{"id": STARRED}, *self._folders()]})
        if call == "stream/items/ids":
            return self._ids(query)
        if call == "stream/items/contents":
            return self._contents(form)
        return _json([])  # Miniflux says so to whatever it does not know

    def _folders(self) -> list[dict[str, str]]:
        mine = "-" if self.dialect is Dialect.FRESHRSS else "1"
        return [
            {"id": f"user/{mine}/label/{name}", "type": "folder"} for name in sorted({a.folder for a in self.articles})
        ]

    def _ids(self, query: Mapping[str, list[str]]) -> Say:
        stream, most = query["s"][0], int(query["n"][0])
        found = sorted(self.articles, key=lambda article: -article.number)
        if "/label/" in stream:
            if self.dialect is Dialect.MINIFLUX:
                return Say(500, '{"error_message":"googlereader: unknown stream type"}')
            found = [article for article in found if article.folder == stream.rpartition("/label/")[2]]
        elif stream == STARRED:
            found = [article for article in found if article.starred]
        start = int(query.get("c", ["0"])[0])
        page = found[start : start + most]
        end = start + len(page)
        refs = [{"id": str(article.number)} for article in page]
        said = {"itemRefs": refs} | ({"continuation": str(end)} if end < len(found) else {})
        return Fresh(json.dumps(said), etag=f'"{hash(tuple(found)) & 0xFFFF}-{start}"', Content_Type="application/json")

    def _contents(self, form: Mapping[str, list[str]]) -> Say:
        wanted = {int(one.removeprefix(LONG), 16) for one in form["i"]}
        return _json({"items": [self._item(one) for one in reversed(self.articles) if one.number in wanted]})

    def _item(self, article: Article) -> dict[str, object]:
        text = {"content": f"<p>About {article.title}</p>"}
        mine = "-" if self.dialect is Dialect.FRESHRSS else "1"
        return {
            "id": f"{LONG}{article.number:016x}",
            "title": article.title.replace("&", "＆") if self.dialect is Dialect.FRESHRSS else article.title,
            "published": PUBLISHED,
            "alternate": [{"href": article.link}],
            "categories": [EVERYTHING, f"user/{mine}/label/{article.folder}"],
            "origin": {"streamId": "feed/5", "title": "Desk"},
            "summary": text,
        } | ({"content": text} if self.dialect is Dialect.MINIFLUX else {})

    def _fever(self, query: Mapping[str, list[str]], form: Mapping[str, list[str]]) -> Say:
        """Miniflux answers one question at a time; both tell a wrong key with 200."""
        key = md5(f"{USER}:{self.password}".encode(), usedforsecurity=False).hexdigest()
        if form.get("api_key") != [key]:
            return _json({"api_version": 3, "auth": 0})
        if "mark" in form or "mark" in query:
            self.changes.append("mark")
        said: dict[str, object] = {"api_version": 3, "auth": 1, "last_refreshed_on_time": str(PUBLISHED)}
        folders = sorted({article.folder for article in self.articles})
        parts = [{"group_id": number, "feed_ids": str(number + 10)} for number, _ in enumerate(folders, 1)]
        if "groups" in query:
            groups = [{"id": number, "title": name} for number, name in enumerate(folders, 1)]
            return _json(said | {"groups": groups, "feeds_groups": parts})
        if "feeds" in query:
            feeds = [{"id": str(number + 10), "title": f"Feed of {name}"} for number, name in enumerate(folders, 1)]
            return _json(said | {"feeds": feeds, "feeds_groups": parts})
        if "saved_item_ids" in query:
            return _json(said | {"saved_item_ids": ",".join(str(a.number) for a in self.articles if a.starred)})
        return _json(said | {"items": self._fever_items(query, folders)}) if "items" in query else _json(said)

    def _fever_items(self, query: Mapping[str, list[str]], folders: list[str]) -> list[dict[str, object]]:
        rising = sorted(self.articles, key=lambda article: article.number)
        if "max_id" in query:
            found = [one for one in reversed(rising) if one.number < int(query["max_id"][0])]
        elif "with_ids" in query:
            found = [one for one in rising if str(one.number) in query["with_ids"][0].split(",")]
        else:
            found = [one for one in rising if one.number > int(query["since_id"][0])]
        return [
            {
                "id": str(one.number) if self.dialect is Dialect.FRESHRSS else one.number,
                "feed_id": folders.index(one.folder) + 11,
                "title": one.title,
                "html": f"<p>About {one.title}</p>",
                "url": one.link,
                "created_on_time": PUBLISHED,
            }
            for one in found[:50]
        ]


def _json(said: object) -> Say:
    return Say(200, json.dumps(said), Content_Type="application/json; charset=UTF-8")
