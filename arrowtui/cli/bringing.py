"""`arrowtui import` and `arrowtui export`: sources, links, notes, and everything at once."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import click

from arrowtui.cli.lists import as_opml_file, take_sources
from arrowtui.cli.output import raw, say, tell
from arrowtui.gateways.bundle_folder import BundleFolder, is_bundle
from arrowtui.gateways.drafts import Drafts
from arrowtui.gateways.files import read_file, write_file
from arrowtui.gateways.home import expanded
from arrowtui.gateways.page_folder import files_in, pages_in
from arrowtui.gateways.places import Folders
from arrowtui.model.errors_requests import NotReadableAs
from arrowtui.model.errors_vault import UnknownFormat
from arrowtui.model.saved import Haul, Taken
from arrowtui.services.exporting import DRAFTS, SETTINGS, Exporting
from arrowtui.services.importing import Importing, understood
from arrowtui.services.notebook import Notebook
from arrowtui.services.notekeeper import NoteKeeper
from arrowtui.services.restoring import Restored, Restoring
from arrowtui.settings import read_settings
from arrowtui.settings.load import settings_text
from arrowtui.wiring.shell import Services, open_services

MOST_BYTES = 256 * 1024 * 1024
"""Caches and archives of other programs are larger than lists of sources."""


@click.command("import")
@click.argument("file")
@click.pass_obj
def import_command(folders: Folders, file: str) -> None:
    """Take in a file or folder: sources, links, highlights, notes, an export of ours. Twice is once."""
    path = expanded(Path(file))
    if path.is_dir():
        _take_folder(folders, path)
        return
    data = read_file(file, MOST_BYTES)
    haul = understood(data)
    if haul is not None:
        _take(folders, haul)
        return
    try:
        take_sources(folders, file, data, None, ())
    except NotReadableAs as cause:
        raise UnknownFormat(file) from cause


def _take_folder(folders: Folders, path: Path) -> None:
    """Our own export, Markdown of hers, or the unpacked export of another program."""
    if is_bundle(path):
        _restore(folders, BundleFolder(path))
        return
    hauls = [haul for file in files_in(path) if (haul := understood(read_file(str(file), MOST_BYTES))) is not None]
    if hauls:
        for haul in hauls:
            _take(folders, haul)
        return
    pages = list(pages_in(path))
    if not pages:
        raise UnknownFormat(str(path))

    async def work() -> tuple[Taken, Sequence[tuple[str, str]]]:
        async with open_services(folders) as services:
            return await _importing(services).take_pages(pages)

    taken, skipped = asyncio.run(work())
    _tell(Haul("", "Markdown folder", (), tuple(skipped)), taken)


def _take(folders: Folders, haul: Haul) -> None:
    async def work() -> Taken:
        async with open_services(folders) as services:
            return await _importing(services).take(haul)

    _tell(haul, asyncio.run(work()))


def _importing(services: Services) -> Importing:
    settings = services.settings()
    return Importing(services.store, services.clock, settings.cues(), settings.rules())


def _tell(haul: Haul, taken: Taken) -> None:
    for place, why in haul.skipped[:50]:
        tell(f"{place}: {why}")
    if len(haul.skipped) > 50:
        tell(f"and {len(haul.skipped) - 50:,} more")
    say(
        f"{haul.kind}: {taken.links:,} links and {taken.notes:,} notes taken in, {taken.known:,} known already, "
        f"{len(haul.skipped):,} left out."
    )


def _restore(folders: Folders, bundle: BundleFolder) -> None:
    async def work() -> Restored:
        async with open_services(folders) as services:
            return await Restoring(services.store, services.clock, services.settings().cues()).restore(bundle)

    _put_settings(folders, bundle)
    for name, data in bundle.drafts(DRAFTS):
        if not (folders.drafts_folder / name).exists():
            write_file(folders.drafts_folder / name, data, is_private=True)
    found = asyncio.run(work())
    lost = f", {found.lost:,} rows about nothing known" if found.lost else ""
    say(f"{found.notes:,} notes, {found.items:,} items and what you did to {found.marks:,} of them are back{lost}.")


def _put_settings(folders: Folders, bundle: BundleFolder) -> None:
    """Settings come back where there are none yet; those that start programs only by her own hand.

    Raises: SettingsError where those of the export are faulty.
    """
    data = bundle.data(SETTINGS)
    if data is None:
        return
    there = bundle.path / SETTINGS
    if folders.config_file.exists():
        if data != folders.config_file.read_bytes():
            tell(f"Your settings stay as they are; those of the export are in {there}.")
        return
    settings = read_settings(settings_text(data, str(there)), str(there))
    if any(entry.kind == "command" for entry in settings.source) or any(
        one.command for one in settings.secrets.values()
    ):
        tell(f"The settings start programs: look at {there} and copy it to {folders.config_file} yourself.")
        return
    write_file(folders.config_file, data, is_private=True)
    say(f"The settings were put into {folders.config_file}.")


@click.command("export")
@click.option("--opml", is_flag=True, help="Only the sources, as OPML (the default).")
@click.option("--all", "everything", is_flag=True, help="Everything you wrote and did, into a folder of plain files.")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.pass_obj
def export_command(folders: Folders, opml: bool, everything: bool, file: Path | None) -> None:
    """Write the sources as OPML, to a file or to the standard output; or all that is yours into a folder."""
    if everything:
        if file is None or opml:
            raise click.UsageError("Name the folder: arrowtui export --all DIR")
        _export_all(folders, file)
        return
    data, count = as_opml_file(folders)
    if file is None or str(file) == "-":
        raw(data)
    else:
        write_file(file, data)
        tell(f"{count} sources written to {file}.")


def _export_all(folders: Folders, path: Path) -> None:
    drafts = Drafts(folders.drafts_folder)

    async def work() -> dict[str, int]:
        async with open_services(folders) as services:
            await _recovered(services, drafts)
            settings = folders.config_file.read_bytes() if folders.config_file.exists() else None
            exporting = Exporting(services.store, services.clock)
            return dict((await exporting.export(BundleFolder(path), settings, drafts.others())).counts)

    counts = asyncio.run(work())
    told = ", ".join(f"{count:,} {name.partition('.')[0]}" for name, count in counts.items())
    say(f"Everything is in {path}: {told}.")


async def _recovered(services: Services, drafts: Drafts) -> None:
    """What a crash left belongs to what she wrote."""
    await NoteKeeper(services.journal, Notebook(services.store), drafts).recover()
