"""Whole replies of each kind of server and the items they must become: `ask.json`, `reply.json` and `items.json`.

After a wanted change run with ARROWTUI_WRITE_GOLDEN=1, then read the difference before you commit it.
"""

import json
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.model.item import Item
from arrowtui.model.wire import Reply, Request
from arrowtui.sources.fediverse.asking import Step, written
from arrowtui.sources.mastodon import Mastodon
from tests.fakes import NOON

FOLDER = Path(__file__).parent / "golden" / "mastodon"
CASES = sorted(case for case in FOLDER.iterdir() if case.is_dir())
Facts = dict[str, object]


def facts_of(item: Item) -> Iterator[tuple[str, object]]:
    """Everything about an item a person may meet; what is empty is left out."""
    draft = item.draft
    names = (
        "key",
        "title",
        "text",
        "link",
        "author",
        "published_at",
        "updated_at",
        "language",
        "parent_key",
        "root_key",
    )
    yield from ((name, getattr(item, name)) for name in names)
    yield "handle", draft.author_handle
    yield "author_link", draft.author_link
    yield "warning", draft.warning
    yield "counts", [draft.counts.replies, draft.counts.reposts, draft.counts.likes]
    yield "categories", list(draft.categories)
    yield "attachments", [[one.medium, one.link, one.mime, one.alt, one.duration_s] for one in draft.attachments]
    yield "reposted_by", draft.reposted_by
    yield "quote_of", draft.quote_of
    yield "poll", draft.poll and msgspec.to_builtins(draft.poll)


def found_in(case: Path) -> Facts:
    ask = json.loads((case / "ask.json").read_text(encoding="utf-8"))
    base = "/".join(ask["address"].split("/")[:3])
    step = msgspec.convert({"address": ask["address"], "base": base, **ask["step"]}, type=Step)
    headers = {**ask["headers"], **({"event": ask["event"]} if "event" in ask else {})}
    body = (case / "reply.json").read_bytes()
    reply = Reply(Request(base, step=written(step)), 200, base, headers, body, NOON)
    batch = Mastodon().read(reply, tuple(ask.get("options", {}).items()), json.dumps(ask.get("memory", {})))
    arrival = Arrival("mastodon", ask["address"], NOON, batch.language)
    items = [normalise(draft, arrival, order) for order, draft in enumerate(batch.drafts)]
    return {
        "title": batch.title,
        "site": batch.site_link,
        "follow": [request.address for request in batch.follow],
        "notices": list(batch.notices),
        "items": [
            {name: said(value) for name, value in facts_of(item) if value not in (None, [], ())} for item in items
        ],
    }


def said(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_reply_becomes_its_items(case: Path) -> None:
    found = json.loads(json.dumps(found_in(case)))

    if os.environ.get("ARROWTUI_WRITE_GOLDEN"):
        text = json.dumps(found, indent=1, ensure_ascii=False) + "\n"
        (case / "items.json").write_text(text, encoding="utf-8")
    assert found == json.loads((case / "items.json").read_text(encoding="utf-8"))


def test_every_kind_of_server_has_a_case() -> None:
    assert {"tag-mastodon", "tag-gotosocial", "tag-pleroma", "tag-snac"} <= {case.name for case in CASES}
