"""Whole mails and the items they must become, as a person meets them: a folder of mails and `items.json` each.

After a wanted change run with ARROWTUI_WRITE_GOLDEN=1, then read the difference before you commit it.
"""

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.lanes.calls import call_in
from arrowtui.lanes.classify import classify
from arrowtui.lanes.context import LaneContext
from arrowtui.model.item import Item
from arrowtui.model.mailbox import RawMail
from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch
from arrowtui.sources.mail import Mail
from tests.sources.mails import ADDRESS, case_mails, reply_of

FOLDER = Path(__file__).parent / "golden" / "mail"
CASES = sorted(case for case in FOLDER.iterdir() if case.is_dir())
Facts = dict[str, object]
LATER = datetime(2027, 2, 1, tzinfo=UTC)
"""Mails come from long before: no date in them is too far ahead to be believed."""


def facts_of(item: Item) -> Iterator[tuple[str, object]]:
    """Everything about an item a person may meet, its tab and its call included; what is empty is left out."""
    draft = item.draft
    yield from ((name, getattr(item, name)) for name in ("key", "title", "link", "author", "language"))
    yield "published_at", item.published_at and item.published_at.isoformat()
    yield "root", item.root_key
    yield "text", item.text.split("\n")
    yield "markup", draft.body and draft.body.markup
    yield "comments", draft.comments_link
    yield "categories", list(draft.categories)
    yield "fields", dict(draft.fields)
    verdict = classify(item, LaneContext("mail", "Letters of reader@mail.example"))
    yield "lane", verdict.lane.value
    if call := call_in(item, verdict, "mail", "Letters of reader@mail.example"):
        yield (
            "call",
            {
                "kind": call.kind.value,
                "outlet": call.outlet,
                "deadline": call.deadline and f"{call.deadline.at.isoformat()} {call.deadline.precision}",
                "contacts": [f"{contact.kind} {contact.value}" for contact in call.contacts],
                "criteria": call.criteria,
                "scam": call.is_scam,
            },
        )


def facts(batch: Batch) -> Facts:
    arrival = Arrival("mail", ADDRESS, LATER, batch.language)
    items = [normalise(draft, arrival, order) for order, draft in enumerate(batch.drafts)]
    told = [{name: value for name, value in facts_of(item) if value not in (None, [], (), {})} for item in items]
    return {"title": batch.title, "notices": list(batch.notices), "items": told}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_mails_become_their_items(case: Path) -> None:
    found = facts(Mail().read(reply_of(case_mails(case)), (), ""))

    if os.environ.get("ARROWTUI_WRITE_GOLDEN"):
        text = json.dumps(found, indent=1, ensure_ascii=False) + "\n"
        (case / "items.json").write_text(text, encoding="utf-8")
    assert found == json.loads((case / "items.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_makes_no_difference_how_a_server_ends_its_lines(case: Path) -> None:
    given = case_mails(case)

    ended = [replace(mail, raw=mail.raw.replace(b"\n", b"\r\n")) for mail in given]

    assert facts(Mail().read(reply_of(ended), (), "")) == facts(Mail().read(reply_of(given), (), ""))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mail_cut_off_anywhere_is_still_read(case: Path) -> None:
    for mail in case_mails(case):
        for length in range(0, len(mail.raw), max(1, len(mail.raw) // 60)):
            cut = RawMail(mail.name, mail.raw[:length], LATER, length)

            assert facts(Mail().read(reply_of([cut]), (), ""))["title"]
