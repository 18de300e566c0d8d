"""Looking what lies at an address: in this process, for a person or for the screen that started us."""

import asyncio

from arrowtui.cli.output import JsonValue
from arrowtui.gateways.files import is_file, read_file
from arrowtui.gateways.places import Folders
from arrowtui.model.found import FoundSource
from arrowtui.services.lists import read_source_file
from arrowtui.settings.edit import SettingsFile
from arrowtui.wiring import open_probe


def looked(folders: Folders, address: str) -> tuple[FoundSource, ...]:
    """The sources at an address or in a file.

    Raises: RequestError, FetchError, SettingsError.
    """
    known = {wish.address for wish in SettingsFile(folders.config_file).wishes()}
    if is_file(address):
        wishes = read_source_file(read_file(address)).wishes
        return tuple(FoundSource(wish, wish.title or wish.address, is_known=wish.address in known) for wish in wishes)

    async def work() -> tuple[FoundSource, ...]:
        async with open_probe(known) as probe:
            return await probe.look(address)

    return asyncio.run(work())


def as_record(found: FoundSource) -> dict[str, JsonValue]:
    """One found source as a JSON record; `gateways.helper` reads it back."""
    wish = found.wish
    return {
        "kind": wish.kind,
        "address": wish.address,
        "title": found.title,
        "own_title": wish.title,
        "lane": wish.lane.value if wish.lane else None,
        "tags": wish.tags,
        "openings": found.openings,
        "known": found.is_known,
        "comments": found.is_comments,
    }
