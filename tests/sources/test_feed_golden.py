"""Whole replies and the items they must become, one folder each: a reply and `items.json`.

After a wanted change run with ARROWTUI_WRITE_GOLDEN=1, then read the difference before you commit it.
"""

import json
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.model.item import Item
from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.sources.feed import Feed
from tests.fakes import NOON

FOLDER = Path(__file__).parent / "golden" / "feed"
CASES = sorted(case for case in FOLDER.iterdir() if case.is_dir())
Facts = dict[str, object]


def reply_of(case: Path) -> Reply:
    (file,) = case.glob("reply.*")
    address = f"https://{case.name}.example/feed"
    return Reply(Request(address), 200, address, {"content-type": "application/octet-stream"}, file.read_bytes(), NOON)


def said(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value


def facts_of(item: Item) -> Iterator[tuple[str, object]]:
    """Everything about an item a person may meet; what is empty is left out."""
    draft = item.draft
    yield from (
        (name, said(getattr(item, name)))
        for name in ("key", "title", "text", "link", "author", "published_at", "updated_at", "sorted_at", "language")
    )
    yield "parent", item.parent_key
    yield "body", draft.body and [draft.body.markup, draft.body.text, draft.body.base]
    yield "summary", draft.summary and [draft.summary.markup, draft.summary.text]
    yield "comments", draft.comments_link
    yield "replies", draft.counts.replies
    yield "categories", list(draft.categories)
    yield "attachments", [[a.medium, a.link, a.mime, a.alt, a.size_bytes, a.duration_s] for a in draft.attachments]


def facts(batch: Batch, reply: Reply) -> Facts:
    arrival = Arrival("feed", reply.address, reply.received_at, batch.language)
    items = [normalise(draft, arrival, order) for order, draft in enumerate(batch.drafts)]
    return {
        "title": batch.title,
        "site": batch.site_link,
        "description": batch.description,
        "language": batch.language,
        "interval_s": batch.interval_hint_s,
        "items": [{name: value for name, value in facts_of(item) if value not in (None, [], ())} for item in items],
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_reply_becomes_its_items(case: Path) -> None:
    reply = reply_of(case)

    found = facts(Feed().read(reply, (), ""), reply)

    if os.environ.get("ARROWTUI_WRITE_GOLDEN"):
        text = json.dumps(found, indent=1, ensure_ascii=False) + "\n"
        (case / "items.json").write_text(text, encoding="utf-8")
    assert found == json.loads((case / "items.json").read_text(encoding="utf-8"))


def test_every_kind_of_reply_has_a_case() -> None:
    assert len(CASES) >= 11


def test_a_feed_asks_once_and_conditionally() -> None:
    request = Feed().first("https://desk.example/feed", (), "")

    assert request.conditional
    assert (request.address, request.method) == ("https://desk.example/feed", "GET")
    assert "application/atom+xml" in request.headers["Accept"]
