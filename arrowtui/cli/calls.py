"""`arrowtui calls`: open calls by urgency, as lines, JSON or a calendar file."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from arrowtui.cli.opening import with_store
from arrowtui.cli.output import JsonValue, columns, fitted, json_line, say, stamp
from arrowtui.gateways.clock import SystemClock
from arrowtui.gateways.files import write_file
from arrowtui.gateways.places import Folders
from arrowtui.model.call_board import CallBoard, CallLine, Ending, Section
from arrowtui.model.errors_calls import NoDeadline
from arrowtui.model.item import ItemId
from arrowtui.settings import Settings
from arrowtui.settings.edit import SettingsFile
from arrowtui.wiring.shell import calls_on

SECTIONS = {section.value.replace(" ", "-"): section for section in Section}


@click.command("calls")
@click.argument("ids", nargs=-1, type=int)
@click.option("--section", type=click.Choice(list(SECTIONS)), help="Only this section.")
@click.option("--all", "with_hidden", is_flag=True, help="Also those your filters hide.")
@click.option(
    "--ics", type=click.Path(path_type=Path, dir_okay=False), help="Write their deadlines into a calendar file."
)
@click.option("--json", "as_json", is_flag=True, help="JSON lines, see docs/cli.md.")
@click.pass_obj
def calls_command(
    folders: Folders, ids: tuple[int, ...], section: str | None, with_hidden: bool, ics: Path | None, as_json: bool
) -> None:
    """List the calls by urgency: closing, open, without deadline, stale, answered, over.

    IDS (as --json gives them) are for --ics: just these calls; without any, all deadlines.
    """
    if ids and ics is None:
        raise click.UsageError("Ids are for --ics: name the calendar file.")
    settings = SettingsFile(folders.config_file, folders.settings_cache).settings()
    if ics is not None:
        _write_calendar(folders, settings, ics, [ItemId(number) for number in ids], with_hidden=with_hidden)
        return
    board = with_store(folders, lambda store: calls_on(store, SystemClock(), settings).board(with_hidden=with_hidden))
    wanted = SECTIONS[section] if section else None
    sections = [(one, lines) for one, lines in board.sections if wanted in (None, one)]
    for one, lines in sections:
        if not as_json:
            say(f"{one.value} ({len(lines)})")
        for line in lines:
            if as_json:
                json_line(_record(one, line))
            else:
                _tell(line, columns())
    if not as_json:
        _tell_rest(board, is_empty=not sections)


def _write_calendar(
    folders: Folders, settings: Settings, path: Path, ids: Sequence[ItemId], *, with_hidden: bool
) -> None:
    """One file that a calendar program may import again and again: every event is renewed in its place.

    Raises: NoSuchItem, NoDeadline, FileUnwritable, StoreError.
    """
    from arrowtui.lanes.calendar import calendar_of  # icalendar takes 80 ms to import

    clock = SystemClock()
    lines = with_store(folders, lambda store: calls_on(store, clock, settings).deadlines(ids, with_hidden=with_hidden))
    found = {line.row.id for line in lines}
    if missing := next((number for number in ids if number not in found), None):
        raise NoDeadline(missing)
    write_file(path, calendar_of(lines, clock.now()))
    say(f"Wrote {len(lines)} {'deadline' if len(lines) == 1 else 'deadlines'} to {path}")


def _tell(line: CallLine, width: int | None) -> None:
    call, answer = line.kept.call, line.kept.answer
    state = f"  [{answer.state.value}]" if answer and answer.state else ""
    until = f"{_hour(call.deadline.at):<17}" if call.deadline else f"{'no deadline':<17}"
    ending = f"  {line.ending.value}" if line.ending is Ending.CLOSED else ""
    flags = "  SCAM?" if call.is_scam else ""
    text = f"  {until} {call.kind.value:<9} {fitted(call.outlet or '', 18)}  {line.row.title}{state}{ending}{flags}"
    say(fitted(text, width).rstrip() if width else text)


def _hour(at: datetime) -> str:
    return f"{at.astimezone():%a %d %b %H:%M}"


def _tell_rest(board: CallBoard, *, is_empty: bool) -> None:
    if is_empty:
        say("No calls here.")
    if board.hidden:
        say(f"{board.hidden} hidden by your filters: --all shows them.")


def _record(section: Section, line: CallLine) -> dict[str, JsonValue]:
    call, answer = line.kept.call, line.kept.answer
    return {
        "id": line.row.id,
        "section": section.value,
        "title": line.row.title,
        "kind": call.kind.value,
        "outlet": call.outlet,
        "criteria": call.criteria,
        "deadline": stamp(call.deadline.at) if call.deadline else None,
        "precision": call.deadline.precision.value if call.deadline else None,
        "posted_at": stamp(line.kept.posted_at),
        "ending": line.ending.value if line.ending else None,
        "contacts": tuple({"kind": one.kind.value, "value": one.value} for one in call.contacts),
        "paid": call.paid,
        "flags": tuple({"code": flag.code.value, "meaning": flag.meaning, "words": flag.words} for flag in call.flags),
        "fit": line.fit.score,
        "fit_words": line.fit.words,
        "hidden_by": line.fit.against,
        "state": answer.state.value if answer and answer.state else None,
        "state_at": stamp(answer.changed_at) if answer and answer.state else None,
        "follow_up_at": stamp(answer.follow_up_at) if answer else None,
        "others": line.kept.others,
    }
