"""Looking what lies at an address: in this process, for a person or for the screen that started us."""

from collections.abc import Collection, Mapping

import msgspec

from arrowtui.cli.output import JsonValue
from arrowtui.gateways.files import is_file, read_file
from arrowtui.model.found import FoundSource
from arrowtui.model.ports import Wire
from arrowtui.services.lists import read_source_file
from arrowtui.wiring import probe_on


async def looked(
    wire: Wire, address: str, known: Collection[str], bases: Mapping[str, str] | None = None
) -> tuple[FoundSource, ...]:
    """The sources at an address or in a file, or those that a tag or name may mean.

    Raises: RequestError, FetchError.
    """
    if is_file(address):
        wishes = read_source_file(read_file(address)).wishes
        return tuple(FoundSource(wish, wish.title or wish.address, is_known=wish.address in known) for wish in wishes)
    return await probe_on(wire, known, bases).look(address)


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
        "options": dict(wish.options),
        "words": found.words,
        "hint": found.hint,
        "trouble": msgspec.to_builtins(found.trouble),
    }
