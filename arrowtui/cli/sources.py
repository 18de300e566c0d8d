"""`arrowtui sources`: every source, how it is doing, and what to do about one that fails."""

from datetime import datetime

import click

from arrowtui.cli.opening import with_library
from arrowtui.cli.output import JsonValue, columns, day, fitted, json_line, say, stamp
from arrowtui.cli.sourceless import why_no_sources
from arrowtui.gateways.places import Folders
from arrowtui.model.subscription import SourceRow
from arrowtui.services.library import Library

TITLE_WIDTH = 28


@click.command("sources")
@click.option("--json", "as_json", is_flag=True, help="JSON lines, see docs/cli.md.")
@click.option("--failing", is_flag=True, help="Only those that fail.")
@click.pass_obj
def sources_command(folders: Folders, as_json: bool, failing: bool) -> None:
    """List the sources: state, unread and all items, last and next poll, and why one fails."""
    rows = [row for row in with_library(folders, Library.sources) if row.is_failing or not failing]
    if not rows and not as_json:
        say("No source fails." if failing else why_no_sources(folders))
    for row in rows:
        if as_json:
            json_line(_record(row))
        else:
            _tell(row, columns())


def state(row: SourceRow) -> str:
    """One word for how a source is doing."""
    if not row.is_wanted:
        return "removed"
    if row.is_paused:
        return "paused"
    if row.trouble:
        return "failing"
    return "fine" if row.last_polled_at else "new"


def _tell(row: SourceRow, width: int | None) -> None:
    counts = f"{row.unread:>5}/{row.total:<5}"
    times = f"last {day(row.last_polled_at):<16}  next {day(_next(row)):<16}"
    line = f"{state(row):<7} {counts} {fitted(row.title, TITLE_WIDTH)}  {times}  {row.shown_address}"
    say(fitted(line, width).rstrip() if width else line)
    if row.trouble:
        say(f"        {row.trouble.headline}, since {day(row.failing_since)}. {row.trouble.hint}")
    if row.cost:
        say(f"        {row.cost}")
    for notice in row.notices:
        say(f"        {notice}")


def _next(row: SourceRow) -> datetime | None:
    """When it is asked next; what is paused or taken out is not."""
    return row.next_due_at if row.is_wanted and not row.is_paused else None


def _record(row: SourceRow) -> dict[str, JsonValue]:
    trouble: dict[str, JsonValue] | None = None
    if row.trouble:
        since = stamp(row.failing_since)
        trouble = {"name": row.trouble.name, "headline": row.trouble.headline, "hint": row.trouble.hint, "since": since}
    return {
        "id": row.id,
        "kind": row.kind,
        "address": row.shown_address,
        "title": row.title,
        "state": state(row),
        "lane": row.lane.value if row.lane else None,
        "tags": row.tags,
        "unread": row.unread,
        "total": row.total,
        "last_polled_at": stamp(row.last_polled_at),
        "next_due_at": stamp(_next(row)),
        "trouble": trouble,
        "notices": row.notices,
        "cost": row.cost or None,
    }
