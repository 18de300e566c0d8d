"""A log for spreadsheets and for programs."""

import csv
import io
import json
from datetime import datetime

from arrowtui.model.log import Log, LogEntry
from arrowtui.notes.log.page import Table

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(table: Table) -> bytes:
    """RFC 4180 in UTF-8, with the mark by which spreadsheets know it. No cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_safe(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def as_json(log: Log) -> bytes:
    """Everything the log knows; times are UTC."""
    told = {
        "from": log.period.first.isoformat(),
        "to": log.period.last.isoformat(),
        "name": log.name or None,
        "only": log.narrowed or None,
        "hours": log.hours,
        "entries": [_entry(entry) for entry in log.entries],
    }
    return json.dumps(told, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"


def _entry(entry: LogEntry) -> dict[str, object]:
    shown = entry.evidence
    return {
        "note": int(entry.note),
        "title": entry.title,
        "about": entry.kind.value,
        "activity": entry.activity,
        "at": _stamp(entry.begun_at),
        "hours": entry.hours,
        "tags": entry.tags,
        "goals": entry.goals,
        "evidence": {
            "title": shown.title,
            "link": shown.link,
            "author": shown.author,
            "source": shown.source,
            "published_at": _stamp(shown.published_at),
            "transcript": [
                {"author": said.author, "at": _stamp(said.at), "text": said.text} for said in shown.transcript
            ],
        },
        "layers": [{"at": _stamp(layer.begun_at), "text": layer.text} for layer in entry.layers],
        "intentions": [
            {
                "words": meant.words,
                "day": meant.day.isoformat() if meant.day else None,
                "done_at": _stamp(meant.done_at),
            }
            for meant in entry.intentions
        ],
        "met_at": [_stamp(at) for at in entry.met_at],
        "used_at": [_stamp(at) for at in entry.used_at],
    }


def _stamp(at: datetime | None) -> str | None:
    return at.isoformat(timespec="seconds").replace("+00:00", "Z") if at else None
