"""Looking what lies at an address: in this process, for a person or for the screen that started us."""

import os
from collections.abc import Collection, Mapping
from pathlib import Path

import msgspec

from arrowtui.cli.output import JsonValue
from arrowtui.gateways.files import is_file, read_file
from arrowtui.gateways.mail_places import mailbox_at
from arrowtui.model.found import FoundSource
from arrowtui.model.mailbox import MailFiles
from arrowtui.model.ports import Wire
from arrowtui.services.lists import read_source_file
from arrowtui.wiring.world import probe_on

Options = tuple[tuple[str, str], ...]


async def looked(
    wire: Wire, address: str, known: Collection[str], given: Mapping[str, Options] | None = None
) -> tuple[FoundSource, ...]:
    """The sources at an address, in a file or mailbox, or those that a tag or name may mean.

    Raises: RequestError, FetchError.
    """
    box = local_mailbox(address)
    if box is None and is_file(address):
        wishes = read_source_file(read_file(address)).wishes
        return tuple(FoundSource(wish, wish.title or wish.address, is_known=wish.address in known) for wish in wishes)
    return await probe_on(wire, known, given).look(box.address if box else address)


def local_mailbox(typed: str) -> MailFiles | None:
    """The mailbox at a path of this machine, also one that starts here: `./lists`, `mail/lists`."""
    is_near = "://" not in typed and not typed.startswith("~") and (os.sep in typed or "/" in typed)
    return mailbox_at(str(Path(typed).absolute()) if is_near else typed)


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
        "secret": found.secret,
        "server": found.server,
        "name_in": found.name_in,
        "part": found.is_part,
        "paused": wish.paused,
    }
