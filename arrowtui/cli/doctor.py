"""`arrowtui doctor`: is everything as it should be? Each line says fine, warn or bad, and what to do."""

import asyncio
import os
import platform
import shutil
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import click

from arrowtui import __version__
from arrowtui.cli.checked import checked
from arrowtui.cli.ends import Exit
from arrowtui.cli.output import json_line, say
from arrowtui.gateways.lock import FileLock
from arrowtui.gateways.places import Folders
from arrowtui.model.errors import ArrowError
from arrowtui.model.errors_store import StoreUnwritable
from arrowtui.services.library import Library
from arrowtui.store import open_store
from arrowtui.store.health import features, integrity

SMALLEST = (80, 24)


class Health(StrEnum):
    FINE = "fine"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
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
    there = str(folders.config_file) if folders.config_file.exists() else "none, everything at its default"
    return Finding("settings", Health.FINE, f"{there} ({len(settings.source)} sources)")


def _poller(folders: Folders) -> Finding:
    lock = FileLock(folders.lock_file)
    if lock.is_taken():
        return Finding("poller", Health.FINE, f"running (process {lock.holder() or 'unknown'})")
    return Finding("poller", Health.FINE, "not running; the screen starts one, or `arrowtui watch`")


async def _store(folders: Folders) -> list[Finding]:
    if not folders.store_file.exists():
        return [_of_error("store", lambda: _to_be_made(folders.store_file))]
    try:
        return [finding async for finding in _opened(folders)]
    except ArrowError as error:
        return [Finding("store", Health.BAD, f"{error.headline()}.", error.hint())]


def _to_be_made(file: Path) -> Finding:
    """Nothing is made by looking: whether it could be is asked of the nearest folder that is there.

    Raises: StoreUnwritable.
    """
    nearest = next(folder for folder in file.parents if folder.exists())
    if not (nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)):
        raise StoreUnwritable(str(file), f"nothing can be made in {nearest}")
    return Finding("store", Health.FINE, f"{file} is not there yet")


async def _opened(folders: Folders) -> AsyncIterator[Finding]:
    store = await open_store(folders.store_file, durable=True)
    try:
        async with store.reading() as db:
            faults = await integrity(db)
        size = folders.store_file.stat().st_size / 1_000_000
        if faults:
            hint = f"Copy {folders.store_file} to a safe place before anything else; backups may lie beside it."
            yield Finding("store", Health.BAD, f"damaged: {faults[0]}", hint)
        else:
            yield Finding("store", Health.FINE, f"{folders.store_file} ({size:.1f} MB)")
        rows = [row for row in await Library(store).sources() if row.is_wanted]
        failing = [row for row in rows if row.trouble]
        yield Finding("sources", Health.FINE, f"{len(rows)}, {len(failing)} failing")
        for row in failing:
            if row.trouble:
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
