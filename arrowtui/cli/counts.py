"""`arrowtui counts`: how things stand, in one line for a status bar."""

import asyncio
import re
from collections.abc import Sequence

import click

from arrowtui.cli.output import json_line, say
from arrowtui.cli.typed import TYPED
from arrowtui.gateways.clock import SystemClock
from arrowtui.gateways.places import Folders
from arrowtui.model.replace import replace
from arrowtui.services.standing import Standing
from arrowtui.settings import load_settings
from arrowtui.store import open_store

LANES = ("tips", "chats", "calls", "noise")
NAMES = (*LANES, "closing", "live", "failing")
LINE = "Tips {tips} · Chats {chats} · Calls {calls} · {closing} closing · {live} live · {failing} failing"
FIELD = re.compile(r"\{(\w+)\}")


@click.command("counts")
@click.option("--lane", type=click.Choice(LANES), help="Only the number of what is unread there.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, see docs/cli.md.")
@click.option(
    "--format", "words", type=TYPED, metavar="WORDS", help="Your own line, such as '{tips} {calls}/{closing}'."
)
@click.pass_obj
def counts_command(folders: Folders, lane: str | None, as_json: bool, words: str | None) -> None:
    """What is unread in each tab, calls that close within a day, chats that are live, sources that fail."""
    if words is not None and (unknown := [name for name in FIELD.findall(words) if name not in NAMES]):
        raise click.BadParameter(f"{unknown[0]!r} is none of {', '.join(NAMES)}", param_hint="--format")
    line = f"{{{lane}}}" if lane else LINE if words is None else words
    names = NAMES if as_json and words is None and lane is None else tuple(dict.fromkeys(FIELD.findall(line)))
    found = asyncio.run(_counted(folders, names))
    if as_json:
        json_line(dict(found))
    else:
        say(FIELD.sub(lambda match: str(found[match[1]]), line))


async def _counted(folders: Folders, names: Sequence[str]) -> dict[str, int]:
    needs_settings = {"closing", "live"} & set(names)
    settings = load_settings(folders.config_file, folders.settings_cache) if needs_settings else None
    store = await open_store(folders.store_file, durable=True)
    try:
        standing = Standing(store, SystemClock())
        if settings is not None:
            standing = replace(standing, chats=settings.chats(), profile=settings.profile.profile())
        return {name: await standing.known[name]() for name in names}
    finally:
        await store.close()
