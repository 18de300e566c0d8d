"""`arrowtui import` and `arrowtui export`: sources from and to other readers."""

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from arrowtui.cli.opening import with_library
from arrowtui.cli.output import say, tell
from arrowtui.gateways.files import read_file, write_file
from arrowtui.gateways.places import Folders
from arrowtui.model.lane import Lane
from arrowtui.model.subscription import Wish
from arrowtui.services.library import Library
from arrowtui.services.lists import as_opml, read_source_file
from arrowtui.settings.edit import SettingsFile
from arrowtui.wiring import open_services


@click.command("import")
@click.argument("file")
@click.pass_obj
def import_command(folders: Folders, file: str) -> None:
    """Add all sources of an OPML file or of newsboat's urls file; those you have are passed over."""
    take_file(folders, file, None, ())


def take_file(folders: Folders, file: str, lane: Lane | None, tags: Sequence[str]) -> None:
    """Say what a file is, take on what it lists, say what was left out and why.

    Raises: FileUnreadable, NotReadableAs, SettingsError, StoreError.
    """
    found = read_source_file(read_file(file))
    wishes = [
        replace(wish, lane=lane or wish.lane, tags=tuple(dict.fromkeys((*wish.tags, *tags)))) for wish in found.wishes
    ]
    for number, why in found.skipped:
        tell(f"{file}, line {number}: {why}")
    added = asyncio.run(_added(folders, wishes))
    known = len(wishes) - len(added)
    say(f"{found.kind}: {len(added)} sources added, {known} you had already, {len(found.skipped)} lines left out.")
    if waiting := sum(wish.paused for wish in added):
        say(f"Programs among them: {waiting}. None is run until you take `paused = true` out of its settings.")
    if added:
        say("They are asked when the screen is open, by `arrowtui watch`, or now by `arrowtui refresh`.")


async def _added(folders: Folders, wishes: Sequence[Wish]) -> tuple[Wish, ...]:
    async with open_services(folders) as services:
        return await services.subscribe.add(wishes)


@click.command("export")
@click.option("--opml", is_flag=True, help="OPML, the only format so far and the default.")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.pass_obj
def export_command(folders: Folders, opml: bool, file: Path | None) -> None:
    """Write the sources as OPML, to a file or to the standard output. Secrets in addresses are left out."""
    wishes = _titled(folders, SettingsFile(folders.config_file).wishes())
    data = as_opml(wishes)
    if file is None or str(file) == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_file(file, data)
        tell(f"{len(wishes)} sources written to {file}.")


def _titled(folders: Folders, wishes: Sequence[Wish]) -> Sequence[Wish]:
    """Sources without a name of the person's own go out under what they call themselves."""
    if not folders.store_file.exists():
        return wishes
    titles = {row.address: row.title for row in with_library(folders, Library.sources)}
    return [replace(wish, title=wish.title or titles.get(wish.address)) for wish in wishes]
