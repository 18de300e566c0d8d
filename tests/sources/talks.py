"""Whole talks with a platform, replayed: what is asked, what came back, and the items it must become.

A talk is a folder: `talk.json` (address, options, memory, replies), the bodies it names, and `items.json`. After a
wanted change run with ARROWTUI_WRITE_GOLDEN=1, then read the difference before you commit it.
"""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import asdict

from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.model.errors import ArrowError
from arrowtui.model.errors_fetching import UnreadableReply
from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.item import Item
from arrowtui.model.ports import Source
from arrowtui.model.wire import Batch, Draft, Reply, Request
from arrowtui.services.answers import refused
from arrowtui.sources.social.given import Options
from tests.fakes import NOON

GOLDEN = Path(__file__).parent / "golden"
Facts = dict[str, object]


@dataclass(frozen=True, slots=True)
class Answer:
    """One reply of a talk."""

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    def to(self, request: Request) -> Reply:
        return Reply(request, self.status, request.address, self.headers, self.body, NOON)


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk as its folder tells it."""

    folder: Path
    address: str
    options: Options
    memory: str
    answers: tuple[Answer, ...]

    @classmethod
    def at(cls, folder: Path) -> "Talk":
        told = json.loads((folder / "talk.json").read_text(encoding="utf-8"))
        answers = tuple(
            Answer((folder / one["file"]).read_bytes(), one.get("status", 200), one.get("headers", {}))
            for one in told["replies"]
        )
        options = tuple(told.get("options", {}).items())
        return cls(folder, told["address"], options, told.get("memory", ""), answers)

    def held(self, source: Source) -> Iterator[tuple[Request, Reply, Batch]]:
        """Ask, read, follow, until all was said that this talk has."""
        answers, memory = list(self.answers), self.memory
        waiting = [source.first(self.address, self.options, memory)]
        while waiting:
            request = waiting.pop(0)
            reply = answers.pop(0).to(request)
            batch = source.read(reply, self.options, memory)
            memory = memory if batch.memory is None else batch.memory
            waiting += batch.follow
            yield request, reply, batch
        assert not answers, "the talk has more replies than were asked for"


def talks(kind: str) -> list[Path]:
    """The folders of a kind's talks."""
    return sorted(folder for folder in (GOLDEN / kind).iterdir() if folder.is_dir())


def check_talk(source: Source, folder: Path) -> None:
    """Replay a talk and compare everything a person may meet of it."""
    talk = Talk.at(folder)
    held = list(talk.held(source))

    told: Facts = {"asked": [asked(request) for request, _, _ in held]}
    for _, reply, batch in held:
        for name, value in facts_of_batch(batch).items():
            told.setdefault(name, value)
        arrival = Arrival(source.kind, talk.address, reply.received_at, batch.language)
        items = [normalise(draft, arrival, order) for order, draft in enumerate(batch.drafts)]
        told.setdefault("items", [])
        told["items"] = [*_list(told["items"]), *(facts_of(item) for item in items)]
    memories = [batch.memory for _, _, batch in held if batch.memory is not None]
    told["memory"] = json.loads(memories[-1]) if memories else None
    found = json.loads(json.dumps({name: value for name, value in told.items() if value not in (None, [], {}, "")}))

    if os.environ.get("ARROWTUI_WRITE_GOLDEN"):
        text = json.dumps(found, indent=1, ensure_ascii=False) + "\n"
        (folder / "items.json").write_text(text, encoding="utf-8")
    assert found == json.loads((folder / "items.json").read_text(encoding="utf-8"))


def asked(request: Request) -> str:
    """A request in a line: secrets by name, statuses that are read beside 2xx."""
    secrets = "".join(f" +{use.name}{'?' if use.is_optional else ''}" for use in request.secrets)
    return f"{request.address}{secrets}" + (f" (or {', '.join(map(str, request.accepts))})" if request.accepts else "")


def facts_of_batch(batch: Batch) -> Facts:
    said: Facts = {
        "title": batch.title,
        "site": batch.site_link,
        "interval_s": batch.interval_hint_s,
        "notices": list(batch.notices),
        "deleted": [f"{batch.deleted_host or ''}|{one}" for one in batch.deleted],
    }
    return {name: value for name, value in said.items() if value not in (None, [])}


def facts_of(item: Item) -> Facts:
    """Everything about an item a person may meet; what is empty is left out."""
    said = {**_facts_of_item(item), **_facts_of_draft(item.draft)}
    return {name: value for name, value in said.items() if value not in (None, [], {})}


def _facts_of_item(item: Item) -> Facts:
    return {
        "key": item.key,
        "title": item.title,
        "text": item.text,
        "link": item.link,
        "author": item.author,
        "published_at": _said(item.published_at),
        "updated_at": _said(item.updated_at),
        "root": item.root_key,
        "parent": item.parent_key,
    }


def _facts_of_draft(draft: Draft) -> Facts:
    counts = {name: value for name, value in asdict(draft.counts).items() if value is not None}
    return {
        "markup": draft.body.markup.value if draft.body else None,
        "summary": draft.summary.text if draft.summary else None,
        "handle": draft.author_handle,
        "author_link": draft.author_link,
        "comments": draft.comments_link,
        "categories": list(draft.categories),
        "attachments": [[one.medium, one.link, one.alt] for one in draft.attachments],
        "counts": counts,
        "quote": draft.quote_of,
        "warning": draft.warning,
        "fields": [list(one) for one in draft.fields],
        "context": [list(one) for one in draft.context],
        "poll": _poll(draft),
    }


def _poll(draft: Draft) -> Facts | None:
    poll = draft.poll
    if poll is None:
        return None
    return {
        "options": [[one.label, one.votes] for one in poll.options],
        "multiple": poll.multiple,
        "closes_at": _said(poll.closes_at),
        "closed": poll.closed,
        "voters": poll.voters,
    }


def _said(value: datetime | None) -> str | None:
    return value.isoformat() if value else None


def _list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


@dataclass(frozen=True, slots=True)
class Refusal:
    """A status a platform may answer with, and the words a person must then find in headline or hint."""

    status: int
    error: str
    words: str = ""
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    rest_s: int | None = None
    with_secret: bool = False

    @property
    def name(self) -> str:
        return (
            f"{self.status} {self.error}{' with secret' if self.with_secret else ''} {self.body[:24].decode()}".strip()
        )


def check_refusal(source: Source, request: Request, refusal: Refusal) -> None:
    """The trouble a reply becomes, as the conductor makes it, and how long the host is left alone."""
    secrets = request.secrets if refusal.with_secret else ()
    sent = Request(request.address, step=request.step, secrets=secrets)
    reply = Reply(sent, refusal.status, sent.address, refusal.headers, refusal.body, NOON)

    until = source.rest_until(reply)
    error = source.refused(reply) or refused(reply, until)

    assert error is not None
    assert type(error).__name__ == refusal.error
    assert refusal.words in str(error)
    assert (until and round((until - NOON).total_seconds())) == refusal.rest_s


USUAL_REFUSALS = (
    Refusal(404, "NotThere"),
    Refusal(410, "Gone"),
    Refusal(418, "AnswerRefused"),
    Refusal(422, "AnswerRefused"),
    Refusal(429, "AskedToWait", "asks to wait 60 min"),
    Refusal(429, "AskedToWait", "asks to wait 2 min", headers={"retry-after": "120"}),
    Refusal(500, "ServerFault"),
    Refusal(503, "AskedToWait"),
)
"""What most platforms mean by these; a platform's own table takes the place of what differs."""
NOT_WHAT_WAS_ASKED = (
    b"",
    b"<!doctype html><html><body>Please log in</body></html>",
    b"[1, 2",
    b'"a word"',
    b"42",
    b"\xff\xfe\x00",
    b"[" * 100_000,
)
"""Bodies that are no reply of any API."""


def check_unreadable(source: Source, request: Request, body: bytes, *others: type[ArrowError]) -> None:
    """A body that is not what was asked for is said to be so: never a crash, never emptiness."""
    with pytest.raises((UnreadableReply, *others)):
        source.read(Reply(request, 200, request.address, {}, body, NOON), (), "")


def check_recognised(source: Source, typed: str, address: str, *, is_sure: bool = True) -> None:
    """What is typed means that source, in words; its address means itself, and can be asked."""
    found = source.recognise(typed)[0]

    assert (found.wish.kind, found.wish.address, found.is_sure) == (source.kind, address, is_sure)
    assert found.words
    assert address in [one.wish.address for one in source.recognise(address)]
    assert source.first(address, found.wish.options, "").address.startswith("https://")


NOT_MINE = (
    "",
    "@ida",
    "#edchat",
    "hello world",
    "https://blog.example/",
    "https://user:password@www.reddit.com/r/x",
    "https://[::1",
    "ftp://www.youtube.com/@desk",
    "mailto:ida@desk.example",
    "https://reddit.com.evil.example/r/journalism",
    "https://notgithub.com/desk/lamp",
)
"""Typed things that mean nothing to any of these platforms."""


def check_not_recognised(source: Source, typed: str) -> None:
    """Somebody else's; and as an address in the settings it is refused in words."""
    assert source.recognise(typed) == ()
    if not typed.startswith(("http", "blog")):
        with pytest.raises(UnfitAddress):
            source.first(typed, (), "")
