"""`arrowtui doctor`: is everything as it should be? Each line says fine, warn or bad, and what to do."""

import asyncio
import os
import platform
import shutil
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from enum import StrEnum

import click
from msgspec import Struct

from arrowtui import __version__
from arrowtui.cli.checked import checked
from arrowtui.cli.ends import Exit
from arrowtui.cli.output import json_line, say
from arrowtui.gateways.files import is_there
from arrowtui.gateways.lock import FileLock
from arrowtui.gateways.places import Folders
from arrowtui.gateways.room import room_in
from arrowtui.model.errors import ArrowError
from arrowtui.model.errors_store import StoreBroken
from arrowtui.services.library import Library
from arrowtui.store import open_store
from arrowtui.store.health import features, integrity

SMALLEST = (80, 24)
MEGABYTE = 1_000_000
LITTLE, NOTHING = 100 * MEGABYTE, 5 * MEGABYTE
"""Free bytes below which there is little room left, and none to speak of."""


class Health(StrEnum):
    FINE = "fine"
    WARN = "warn"
    BAD = "bad"


class Finding(Struct, frozen=True):
    """One thing looked at: `about` is what, `says` how it is, `hint` what to do where it is not fine."""

    about: str
    health: Health
    says: str
    hint: str = ""


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="JSON lines: about, health, says, hint.")
@click.pass_obj
def doctor_command(folders: Folders, as_json: bool) -> int:
    """Check settings, store, sources, poller and terminal; exit code 1 when something is bad."""
    is_bad = False
    for finding in examined(folders):
        is_bad = is_bad or finding.health is Health.BAD
        if as_json:
            health = finding.health.value
            json_line({"about": finding.about, "health": health, "says": finding.says, "hint": finding.hint})
        else:
            say(f"{finding.health:<5} {finding.about:<9} {finding.says}")
            if finding.hint:
                say(f"{'':<15} {finding.hint}")
    return Exit.FAILED if is_bad else Exit.OK


def examined(folders: Folders) -> Iterator[Finding]:
    """Everything there is to look at, one after the other."""
    yield Finding("arrowtui", Health.FINE, f"{__version__}, Python {platform.python_version()} on {platform.system()}")
    yield from _sqlite()
    yield _of_error("settings", lambda: _settings(folders))
    yield _poller(folders)
    yield _data_folder(folders)
    yield from asyncio.run(_store(folders))
    yield from _terminal()


def _sqlite() -> Iterator[Finding]:
    version, missing = features()
    if missing:
        hint = "Use a Python whose SQLite has them."
        yield Finding("sqlite", Health.BAD, f"{version} lacks {', '.join(missing)}", hint)
    else:
        yield Finding("sqlite", Health.FINE, version)


def _of_error(about: str, look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except ArrowError as error:
        return Finding(about, Health.BAD, f"{error.headline()}.", error.hint())


def _settings(folders: Folders) -> Finding:
    settings = checked(folders)
    there = str(folders.config_file) if is_there(folders.config_file) else "none, everything at its default"
    count = len(settings.source)
    return Finding("settings", Health.FINE, f"{there} ({count} {'source' if count == 1 else 'sources'})")


def _poller(folders: Folders) -> Finding:
    lock = FileLock(folders.lock_file)
    if lock.is_taken():
        return Finding("poller", Health.FINE, f"running (process {lock.holder() or 'unknown'})")
    return Finding("poller", Health.FINE, "not running; the screen starts one, or `arrowtui watch`")


def _data_folder(folders: Folders) -> Finding:
    room, folder = room_in(folders.data_folder), folders.data_folder
    if not room.is_writable:
        hint = "See that it can be made and is yours, or name another one with --data or ARROWTUI_DATA."
        return Finding("folder", Health.BAD, f"{folder} cannot be written", hint)
    if room.free is None:
        return Finding("folder", Health.FINE, str(folder))
    free = f"{folder} ({room.free / MEGABYTE:,.0f} MB free)"
    if room.free >= LITTLE:
        return Finding("folder", Health.FINE, free)
    hint = "Free some space there: without it nothing new can be kept, your notes neither."
    return Finding("folder", Health.BAD if room.free < NOTHING else Health.WARN, free, hint)


async def _store(folders: Folders) -> list[Finding]:
    if not is_there(folders.store_file):
        return [Finding("store", Health.FINE, "not there yet")] if room_in(folders.data_folder).is_writable else []
    try:
        return [finding async for finding in _opened(folders)]
    except ArrowError as error:
        return [Finding("store", Health.BAD, f"{error.headline()}.", error.hint())]


async def _opened(folders: Folders) -> AsyncIterator[Finding]:
    store = await open_store(folders.store_file, durable=True)
    try:
        async with store.reading() as db:
            faults = await integrity(db)
        size = folders.store_file.stat().st_size / MEGABYTE
        if faults:
            broken = StoreBroken(str(folders.store_file), faults[0])
            yield Finding("store", Health.BAD, f"{broken.headline()}.", broken.hint())
        else:
            yield Finding("store", Health.FINE, f"{folders.store_file} ({size:.1f} MB)")
        rows = [row for row in await Library(store).sources() if row.is_wanted]
        failing = [row for row in rows if row.is_failing]
        health = Health.WARN if failing else Health.FINE
        yield Finding("sources", health, f"{len(rows)}, {len(failing)} failing")
        for row in failing:
            if row.is_failing and row.trouble:
                yield Finding("source", Health.WARN, f"{row.title}: {row.trouble.headline}", row.trouble.hint)
    finally:
        await store.close()


def _terminal() -> Iterator[Finding]:
    if not sys.stdout.isatty():
        yield Finding("terminal", Health.FINE, "none here (the output goes into a file or pipe)")
        return
    size = shutil.get_terminal_size()
    small = size.columns < SMALLEST[0] or size.lines < SMALLEST[1]
    colours = "true colour" if os.environ.get("COLORTERM") in ("truecolor", "24bit") else "256 colours or fewer"
    yield Finding(
        "terminal",
        Health.WARN if small else Health.FINE,
        f"{os.environ.get('TERM', 'unnamed')}, {size.columns}×{size.lines}, {colours}",
        "Make it 80×24 or larger." if small else "",
    )
    if os.environ.get("TERM") == "dumb":
        yield Finding("terminal", Health.WARN, "says that it is dumb", "The screen needs another terminal.")
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    if encoding != "utf8":
        yield Finding("terminal", Health.WARN, f"speaks {encoding}, not UTF-8", "Set LANG to a UTF-8 locale.")
