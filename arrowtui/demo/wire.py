"""The world of the demo: documents that hold their whole history, of which an asker sees what was published by now."""

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from importlib.resources import files
from urllib.parse import urlsplit

from arrowtui.demo import mailbox, social
from arrowtui.demo.clock import START
from arrowtui.demo.pictures import picture
from arrowtui.model.errors_fetching import ServerTooSlow, ServerUnreachable
from arrowtui.model.ports import Clock
from arrowtui.model.subscription import Validators
from arrowtui.model.wire import Reply, Request

DOCUMENTS = {
    "https://chalkboard.example.org/feed.xml": "chalkboard.xml",
    "https://seconddraft.example.com/atom.xml": "second-draft.xml",
    "https://harbourpost.example.org/callouts.rss": "harbour-callouts.xml",
    "https://harbourpost.example.org/community.json": "harbour-desk.json",
    "https://querydesk.example.net/feed.json": "query-desk.json",
    "https://nursed.example.net/feed": "nurse-educators.xml",
    "https://social.example.org/tags/staffroomchat.rss": "staffroom-chat.xml",
    "https://social.example.org/tags/tutortime.rss": "tutor-time.xml",
    "https://boards.example.com/plain-data/feed.rss": "plain-data.xml",
    "https://runbook.example.org/atom.xml": "frontline.xml",
    "https://worldstaffroom.example.org/feed": "world-staffroom.xml",
    "https://toots.example.net/lists/labbench.rss": "lab-bench.xml",
    "https://numbers.example.net/rss": "numbers.xml",
}
SEARCHES = {"https://api.bsky.app/xrpc/app.bsky.feed.searchPosts?": "staffroom-bluesky.json"}
"""Documents by how the address begins: what follows is what is searched for."""
A_PAGE = 4
"""Posts of a page of a search: few, so that the demo too has something it could not have."""
SILENT_HOST = "numbers.example.net"
SILENT_SINCE = START.replace(hour=7, minute=30)
SILENT_S = 20
ENTRY = re.compile(r"<(item|entry)\b.*?</\1>\s*", re.DOTALL)
NAME = re.compile(r"<(guid|id)\b[^>]*>(.*?)</\1>")
HOUR = re.compile(r"<(atom:updated|updated|published|pubDate)>(.*?)</\1>")


class DemoWire:
    """Answers from the documents of this package. Reaches no network."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    async def fetch(self, request: Request, validators: Validators | None = None) -> Reply:
        """Answer with the document as it is at this hour, or 304.

        Raises: ServerTooSlow for the one host that fell silent, ServerUnreachable for what is not part of the demo.
        """
        now, host = self._clock.now(), urlsplit(request.address).hostname or ""
        if host == SILENT_HOST and now >= SILENT_SINCE:
            raise ServerTooSlow(host, SILENT_S)
        if request.address.startswith(f"{mailbox.SCHEME}:"):
            return Reply(request, 200, request.address, {}, mailbox.answer(now), now)
        if request.address.endswith(".png"):
            drawn = picture(urlsplit(request.address).path)
            return Reply(
                request, 200 if drawn else 404, request.address, {"content-type": "image/png"}, drawn or b"", now
            )
        if host == social.HOST and urlsplit(request.address).path.startswith(social.API):
            said = social.answer(request.address, now)
            status = 200 if said is not None else 404
            return Reply(request, status, request.address, {"content-type": "application/json"}, said or b"{}", now)
        name = DOCUMENTS.get(request.address) or _searched(request.address)
        if name is None:
            raise ServerUnreachable(host or request.address, "the demo has no network")
        body = as_of((files("arrowtui.demo") / "feeds" / name).read_text(encoding="utf-8"), now)
        etag = f'"{hashlib.blake2s(body, digest_size=8).hexdigest()}"'
        is_same = validators is not None and validators.etag == etag
        headers = {"content-type": "application/feed+json" if name.endswith("json") else "text/xml", "etag": etag}
        return Reply(request, 304 if is_same else 200, request.address, headers, b"" if is_same else body, now)


def _searched(address: str) -> str | None:
    return next((name for begins, name in SEARCHES.items() if address.startswith(begins)), None)


def as_of(document: str, now: datetime) -> bytes:
    """The document as it was at an hour: each entry in its newest version that was published by then."""
    if document.lstrip().startswith("{"):
        return _json_as_of(document, now)
    newest: dict[str, tuple[datetime, str]] = {}
    for entry in ENTRY.finditer(document):
        told = NAME.search(entry[0])
        at = max(_hours(entry[0]), default=now)
        name = told[2] if told else entry[0]
        if at <= now and (name not in newest or newest[name][0] < at):
            newest[name] = (at, entry[0])
    kept = {text for _, text in newest.values()}
    return ENTRY.sub(lambda entry: entry[0] if entry[0] in kept else "", document).encode()


def _hours(entry: str) -> Iterator[datetime]:
    for _, told in HOUR.findall(entry):
        yield parsedate_to_datetime(told) if "," in told else datetime.fromisoformat(told)


def _json_as_of(document: str, now: datetime) -> bytes:
    told = json.loads(document)
    if "posts" in told:
        told["posts"] = [post for post in told["posts"] if datetime.fromisoformat(post["indexedAt"]) <= now][:A_PAGE]
        return json.dumps(told, ensure_ascii=False).encode()
    told["items"] = [entry for entry in told["items"] if datetime.fromisoformat(entry["date_published"]) <= now]
    return json.dumps(told, ensure_ascii=False).encode()
