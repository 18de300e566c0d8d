"""Whole replies of platforms and what they must become: a folder a case, with what was asked, the reply and the items.

After a wanted change run with ARROWTUI_WRITE_GOLDEN=1, then read the difference before you commit it.
"""

import json
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from msgspec.structs import asdict

from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.model.item import Item
from arrowtui.model.ports import Source
from arrowtui.model.wire import Batch, Reply, Request
from tests.fakes import NOON

GOLDEN = Path(__file__).parent / "golden"
Options = tuple[tuple[str, str], ...]
Facts = dict[str, object]


def cases(kind: str) -> list[Path]:
    """The folders of a kind, by name."""
    return sorted(case for case in (GOLDEN / kind).iterdir() if case.is_dir())


def answered(request: Request, body: bytes | str, status: int = 200, *, at: datetime = NOON, **headers: str) -> Reply:
    """A reply to a request; header names with `_` for `-`."""
    raw = body.encode() if isinstance(body, str) else body
    names = {name.replace("_", "-").lower(): value for name, value in headers.items()}
    return Reply(request, status, request.address, names, raw, at)


def read_case(source: Source, case: Path) -> tuple[Batch, str]:
    """What a source makes of a case: it asks as `asked.json` says and gets the reply. Also the address."""
    asked = json.loads((case / "asked.json").read_text("utf-8"))
    options: Options = tuple((asked.get("options") or {}).items())
    memory = json.dumps(asked["memory"]) if asked.get("memory") else ""
    (file,) = case.glob("reply.*")
    request = source.first(asked["address"], options, memory)
    return source.read(answered(request, file.read_bytes()), options, memory), asked["address"]


def items(batch: Batch, kind: str, address: str) -> list[Item]:
    """The items a batch brings, as every rule of arrival leaves them."""
    arrival = Arrival(kind, address, NOON, batch.language)
    return [normalise(draft, arrival, order) for order, draft in enumerate(batch.drafts)]


def check(source: Source, case: Path) -> None:
    """The case becomes what its `items.json` says."""
    batch, address = read_case(source, case)
    found = facts(batch, source.kind, address)
    if os.environ.get("ARROWTUI_WRITE_GOLDEN"):
        text = json.dumps(found, indent=1, ensure_ascii=False) + "\n"
        (case / "items.json").write_text(text, encoding="utf-8")
    assert found == json.loads((case / "items.json").read_text(encoding="utf-8"))


def facts(batch: Batch, kind: str, address: str) -> Facts:
    """Everything about a batch a person may meet, and what is asked next."""
    return {
        "title": batch.title,
        "memory": batch.memory and json.loads(batch.memory),
        "next": [request.address for request in batch.follow],
        "deleted": list(batch.deleted),
        "notices": list(batch.notices),
        "billed": batch.billed,
        "items": [
            {name: value for name, value in _item_facts(item) if value not in (None, [], {}, ())}
            for item in items(batch, kind, address)
        ],
    }


def _item_facts(item: Item) -> Iterator[tuple[str, object]]:
    draft = item.draft
    for name in ("key", "title", "text", "link", "author", "published_at", "updated_at", "language"):
        value = getattr(item, name)
        yield name, value.isoformat() if isinstance(value, datetime) else value
    yield "handle", draft.author_handle
    yield "author_link", draft.author_link
    yield "parent", item.parent_key
    yield "root", item.root_key
    yield "repost_of", item.repost_key
    yield "reposted_by", draft.reposted_by
    yield "quote_of", draft.quote_of
    yield "warning", draft.warning
    yield "body", draft.body and [draft.body.markup, draft.body.text]
    yield "summary", draft.summary and draft.summary.text
    yield "categories", list(draft.categories)
    yield "attachments", [[a.medium, a.link, a.alt] for a in draft.attachments]
    yield "counts", {name: value for name, value in asdict(draft.counts).items() if value}
    yield "context", [list(pair) for pair in draft.context]
    if poll := draft.poll:
        closes = poll.closes_at.isoformat() if poll.closes_at else None
        yield "poll", [[[option.label, option.votes] for option in poll.options], closes, poll.closed]
