"""Real mails nobody here wrote: all of them are read, and what their own test suites say of them holds."""

import json
import time
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from arrowtui.ingest.document import document
from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.lanes.classify import classify
from arrowtui.lanes.context import LaneContext
from arrowtui.model.mailbox import RawMail
from arrowtui.sources.mail import Mail
from arrowtui.sources.mails.letter import letter_of
from tests.fakes import NOON
from tests.sources.mails import reply_of

SLOWEST_S = 2.0
ACCEPTED = {
    (
        "mail/stalwart/legacy/010.eml",
        "subject",
    ),  # bytes never encoded: we read them as Windows-1252, the suite gives up
    ("mail/stalwart/legacy/020.eml", "subject"),
    ("mail/stalwart/legacy/022.eml", "subject"),
    ("mail/stalwart/legacy/027.eml", "subject"),
    ("mail/stalwart/legacy/052.eml", "subject"),
    ("mail/stalwart/malformed/019.eml", "date"),  # the suite takes the second of two, the first is broken
    ("mail/stalwart/thirdparty/007.eml", "from"),  # a sender without any domain is a name to us
}


@pytest.fixture(scope="module")
def mails(corpus: Path) -> list[Path]:
    return sorted((corpus / "mail").rglob("*.eml"))


def test_every_real_mail_becomes_items_in_time(mails: list[Path]) -> None:
    assert mails
    for path in mails:
        started = time.process_time()
        batch = Mail().read(reply_of([RawMail(path.name, path.read_bytes(), NOON)]), (), "")
        arrival = Arrival("mail", "maildir:///m", NOON, None)
        items = [normalise(draft, arrival, order) for order, draft in enumerate(batch.drafts)]

        assert items, path
        for item in items:
            assert item.title
            assert not any(c < " " and c not in "\n\t" for c in item.title + item.text), path
            assert item.draft.body is None or document(item.draft.body) is not None
            classify(item, LaneContext("mail", "x"))
        assert time.process_time() - started < SLOWEST_S, path


def test_a_second_reading_brings_nothing_new(mails: list[Path]) -> None:
    for path in mails:
        once, twice = (
            [draft.native_id for draft in Mail().read(reply_of([RawMail("1", path.read_bytes())] * n), (), "").drafts]
            for n in (1, 2)
        )

        assert once == twice, path


def test_real_letters_are_read_as_html(corpus: Path) -> None:
    for path in sorted((corpus / "mail" / "newsletter-html").glob("*.html")):
        raw = b"From: a@b.example\nSubject: x\nContent-Type: text/html; charset=utf-8\n\n" + path.read_bytes()
        (draft,) = Mail().read(reply_of([RawMail("1", raw, NOON)]), (), "").drafts

        assert draft.body is not None
        assert document(draft.body).blocks, path


def test_what_the_suites_say_of_their_mails_holds(corpus: Path) -> None:
    wrong = []
    for line in (corpus / "expected" / "mail-stalwart.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        letter = letter_of(RawMail("1", (corpus / case["file"]).read_bytes()))

        assert letter is not None, case["file"]
        found = {
            "subject": letter.subject,
            "message_id": letter.native_id,
            "from": (letter.sender.name, letter.sender.address),
            "date": letter.sent_at,
        }
        wrong += [(case["file"], name) for name, value in expected(case["headers"]) if found[name] != value]
    assert set(wrong) == ACCEPTED


def expected(headers: dict[str, dict[str, object]]) -> Iterator[tuple[str, object]]:
    """What a suite says of subject, id, sender and date, in our words."""
    for name in ("subject", "message_id"):
        if isinstance(said := headers.get(name), dict) and "Text" in said:
            yield name, said["Text"]
    address = headers.get("from", {}).get("Address")
    if isinstance(address, dict):
        listed = address.get("List") or [one for group in address.get("Group", []) for one in group["addresses"]]
        if listed:
            yield "from", (listed[0].get("name") or "", listed[0].get("address") or "")
    said = headers.get("date")
    date = said.get("DateTime") if isinstance(said, dict) else None
    if isinstance(date, dict):
        offset = timedelta(hours=date["tz_hour"], minutes=date["tz_minute"])
        zone = timezone(-offset if date["tz_before_gmt"] else offset)
        year, month, day, hour, minute, second = (
            date[part] for part in ("year", "month", "day", "hour", "minute", "second")
        )
        yield "date", datetime(year, month, day, hour, minute, second, tzinfo=zone)
