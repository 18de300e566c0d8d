"""`arrowtui pack`: starter packs of sources and chats, by profession."""

import asyncio
from collections.abc import Sequence
from difflib import get_close_matches

import click

from arrowtui.cli.output import json_line, say
from arrowtui.cli.typed import TYPED
from arrowtui.gateways.places import Folders
from arrowtui.model.errors_pages import NoSuchPack, NothingOfPack
from arrowtui.model.pack import ChatWish, Pack
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Wish
from arrowtui.packs import packs
from arrowtui.wiring.shell import open_services


@click.group("pack")
def pack_command() -> None:
    """See and take starter packs: good public sources, chats and calls for a profession."""


@pack_command.command("list")
@click.option("--json", "as_json", is_flag=True, help="JSON lines, see docs/cli.md.")
def list_command(as_json: bool) -> None:
    """The packs there are."""
    for pack in packs():
        if as_json:
            sources, chats = [wish.address for wish in pack.wishes], [chat.title for chat in pack.chats]
            json_line({"name": pack.name, "title": pack.title, "about": pack.about, "sources": sources, "chats": chats})
        else:
            say(f"{pack.name:<15} {pack.title}: {counted(pack)}")


@pack_command.command("show")
@click.argument("name")
def show_command(name: str) -> None:
    """What a pack holds."""
    pack = pack_named(name)
    say(f"{pack.title}. {pack.about}")
    for wish in pack.wishes:
        say(f"  {wish.kind:<14} {wish.title or ''}  {wish.address}{f'  to {wish.lane.tab}' if wish.lane else ''}")
    for chat in pack.chats:
        when = f"  {chat.schedule} {chat.zone}".rstrip()
        say(f"  {'chat':<14} {chat.title}{when}  on {', '.join(chat.where)}")


@pack_command.command("add", short_help="Take its sources and chats into your settings.")
@click.argument("name")
@click.option(
    "--only", multiple=True, type=TYPED, metavar="WORD", help="Only what has this in its kind, name or address."
)
@click.pass_obj
def add_command(folders: Folders, name: str, only: tuple[str, ...]) -> None:
    """Take a pack on: its sources and chats go into your settings; what you have is passed over."""
    pack = chosen(pack_named(name), only)
    sources, chats = asyncio.run(_added(folders, pack))
    known = len(pack.wishes) + len(pack.chats) - len(sources) - len(chats)
    say(f"{pack.title}: {len(sources)} sources and {len(chats)} chats added, {known} you had already.")
    if sources or chats:
        say("They are asked when the screen is open, by `arrowtui watch`, or now by `arrowtui refresh`.")


async def _added(folders: Folders, pack: Pack) -> tuple[Sequence[Wish], Sequence[ChatWish]]:
    async with open_services(folders) as services:
        added = await services.subscribe.add(pack.wishes), await services.subscribe.add_chats(pack.chats)
        await services.journal.added(*added)
        return added


def pack_named(name: str) -> Pack:
    """Raises: NoSuchPack."""
    found = {pack.name: pack for pack in packs()}
    if name.lower() in found:
        return found[name.lower()]
    nearest = next(iter(get_close_matches(name.lower(), found, n=1)), None)
    raise NoSuchPack(name, tuple(found), nearest)


def chosen(pack: Pack, only: Sequence[str]) -> Pack:
    """The part of a pack that has one of these words; all of it where none is given. Raises: NothingOfPack."""
    if not only:
        return pack

    def fits(*words: str) -> bool:
        told = " ".join(words).casefold()
        return any(word.casefold() in told for word in only)

    wishes = tuple(wish for wish in pack.wishes if fits(wish.kind, wish.title or "", wish.address))
    chats = tuple(chat for chat in pack.chats if fits("chat", chat.title, *chat.hashtags))
    if not wishes and not chats:
        raise NothingOfPack(pack.name, tuple(only))
    return replace(pack, wishes=wishes, chats=chats)


def counted(pack: Pack) -> str:
    """What it holds, in numbers."""
    chats = f", {len(pack.chats)} chats" if len(pack.chats) > 1 else ", 1 chat" if pack.chats else ""
    return f"{len(pack.wishes)} sources{chats}"
