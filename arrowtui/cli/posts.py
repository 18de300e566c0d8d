"""JSON lines of posts in, one line of understanding for each out."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from msgspec import Struct

from arrowtui.cli.output import JsonValue, json_line, tell
from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.lanes.calls import call_in
from arrowtui.lanes.classify import classify
from arrowtui.lanes.context import LaneContext
from arrowtui.lanes.post import OTHER_KINDS
from arrowtui.lanes.session_tags import session_tags
from arrowtui.model.call import Call
from arrowtui.model.item import Item
from arrowtui.model.wire import Body, Draft, Markup

HTML_PLATFORMS = frozenset({"rss", "feed", "mastodon"})
HANDLED = frozenset({"x", "bluesky", "mastodon", "reddit", "hn"})
LONGEST_LINE = 4_000_000


class BadLine(ValueError):
    """A line that is no post, with what is wrong."""


class Row(Struct, frozen=True):
    """One post of the input: its id, its platform, and the item it becomes."""

    id: str
    platform: str
    item: Item


def understand(file: BinaryIO) -> int:
    """Write what is understood of each post of a file, and name the lines that are none, whose number comes back."""
    rows, bad = _rows(file)
    series = session_tags(row.item.text for row in rows)
    for row in rows:
        json_line(_understood(row, series))
    return bad


def _rows(file: BinaryIO) -> tuple[list[Row], int]:
    """The posts of a file, and how many of its lines were none."""
    rows: list[Row] = []
    bad = 0
    for number, line in _lines(file):
        try:
            rows.append(row_of(line, number))
        except BadLine as error:
            bad += 1
            tell(f"line {number}: {error}")
    return rows, bad


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    for number, line in enumerate(file, 1):
        if line.strip():
            yield number, line


def row_of(line: bytes, number: int) -> Row:
    """One line as a post.

    Raises: BadLine for what is no JSON object, has no text, or a time that is none.
    """
    if len(line) > LONGEST_LINE:
        raise BadLine(f"longer than {LONGEST_LINE} bytes")
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as cause:
        raise BadLine("not JSON in UTF-8") from cause
    if not isinstance(found, dict):
        raise BadLine("not a JSON object")
    text, title = found.get("text"), found.get("title")
    if not isinstance(text, str) and not isinstance(title, str):
        raise BadLine("neither text nor title")
    words = {name: value for name, value in found.items() if isinstance(value, str)}
    platform = words.get("platform", "feed")
    return Row(str(found.get("id", number)), platform, _item(words, platform, _moment(found.get("posted_at"))))


def _moment(said: object) -> datetime | None:
    if said is None:
        return None
    try:
        at = datetime.fromisoformat(str(said))
    except ValueError as cause:
        raise BadLine(f"posted_at is no time: {said}") from cause
    if at.tzinfo is None:
        raise BadLine(f"posted_at has no offset: {said}")
    return at


def _item(words: dict[str, str], platform: str, posted_at: datetime | None) -> Item:
    markup = Markup.HTML if platform in HTML_PLATFORMS else Markup.TEXT
    draft = Draft(
        native_id=words.get("url", "") or words.get("text", "")[:80],
        title=Body(words["title"], Markup.TEXT) if "title" in words else None,
        body=Body(words.get("text", ""), markup),
        link=words.get("url"),
        author=words.get("author"),
        author_handle=words.get("author") if platform in HANDLED else None,
        published_at=posted_at,
    )
    arrival = Arrival(OTHER_KINDS.get(platform, platform), "https://classify.invalid/", posted_at or EPOCH, None)
    return normalise(draft, arrival, 0)


EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


def _understood(row: Row, series: frozenset[str]) -> dict[str, JsonValue]:
    kind = OTHER_KINDS.get(row.platform, row.platform)
    verdict = classify(row.item, LaneContext(kind, series=series))
    call = call_in(row.item, verdict, kind)
    return {
        "id": row.id,
        "lane": verdict.lane.value,
        "confidence": verdict.confidence,
        "reasons": list(verdict.reasons),
        "call": call_record(call) if call else None,
    }


def call_record(call: Call) -> dict[str, JsonValue]:
    """A call as JSON: times in UTC with Z, enums as their words."""
    deadline = call.deadline
    return {
        "kind": call.kind.value,
        "outlet": call.outlet,
        "deadline": deadline.at.strftime("%Y-%m-%dT%H:%M:%SZ") if deadline else None,
        "deadline_precision": deadline.precision.value if deadline else "none",
        "deadline_words": deadline.words if deadline else None,
        "contacts": [{"kind": contact.kind.value, "value": contact.value} for contact in call.contacts],
        "criteria": call.criteria,
        "paid": call.paid,
        "closed": call.closed,
        "scam": call.is_scam,
        "flags": [{"code": flag.code.value, "meaning": flag.meaning, "words": flag.words} for flag in call.flags],
    }
