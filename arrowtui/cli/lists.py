"""Sources from and to other readers."""

import asyncio
from collections.abc import Sequence

from arrowtui.cli.opening import with_library
from arrowtui.cli.output import say, tell
from arrowtui.gateways.files import is_there, read_file
from arrowtui.gateways.places import Folders
from arrowtui.model.errors_requests import NothingListed
from arrowtui.model.lane import Lane
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Wish
from arrowtui.services.library import Library
from arrowtui.services.lists import as_opml, read_source_file
from arrowtui.settings.edit import SettingsFile
from arrowtui.wiring.shell import open_services


def take_file(folders: Folders, file: str, lane: Lane | None, tags: Sequence[str]) -> None:
    """Say what a file is, take on what it lists, say what was left out and why.

    Raises: FileUnreadable, NotReadableAs, NothingListed, SettingsError, StoreError.
    """
    take_sources(folders, file, read_file(file), lane, tags)


def take_sources(folders: Folders, file: str, data: bytes, lane: Lane | None, tags: Sequence[str]) -> None:
    """The same for a file that was read. Raises: as `take_file`."""
    found = read_source_file(data)
    wishes = [
        replace(wish, lane=lane or wish.lane, tags=tuple(dict.fromkeys((*wish.tags, *tags)))) for wish in found.wishes
    ]
    if not wishes and not found.skipped:
        raise NothingListed(file)
    for number, why in found.skipped:
        tell(f"{file}, line {number}: {why}")
    added = asyncio.run(_added(folders, wishes))
    known = len(wishes) - len(added)
    taken, left = _counted(len(added), "source"), _counted(len(found.skipped), "line")
    say(f"{found.kind}: {taken} added, {known} you had already, {left} left out.")
    if waiting := sum(wish.paused for wish in added):
        say(f"Programs among them: {waiting}. None is run until you take `paused = true` out of its settings.")
    if added:
        say("They are asked when the screen is open, by `arrowtui watch`, or now by `arrowtui refresh`.")


def _counted(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count} {noun}s"


async def _added(folders: Folders, wishes: Sequence[Wish]) -> tuple[Wish, ...]:
    async with open_services(folders) as services:
        added = await services.subscribe.add(wishes)
        await services.journal.added(added)
        return added


def as_opml_file(folders: Folders) -> tuple[bytes, int]:
    """The sources as OPML, secrets in addresses left out, and how many they are."""
    wishes = _titled(folders, SettingsFile(folders.config_file, folders.settings_cache).wishes())
    return as_opml(wishes), len(wishes)


def _titled(folders: Folders, wishes: Sequence[Wish]) -> Sequence[Wish]:
    """Sources without a name of the person's own go out under what they call themselves."""
    if not is_there(folders.store_file):
        return wishes
    titles = {row.address: row.title for row in with_library(folders, Library.sources)}
    return [replace(wish, title=wish.title or titles.get(wish.address)) for wish in wishes]
