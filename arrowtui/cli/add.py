"""`arrowtui add` and `arrowtui remove`: one source, or what a page offers, taken on and asked at once."""

import asyncio
import sys
from collections.abc import Sequence

import click
from msgspec import Struct

from arrowtui.cli.asking import Look, asked_for_more, shown
from arrowtui.cli.items import LANES
from arrowtui.cli.lists import take_file
from arrowtui.cli.output import json_line, say, tell
from arrowtui.cli.probing import as_record, local_mailbox, looked
from arrowtui.cli.typed import TYPED
from arrowtui.gateways.files import is_file
from arrowtui.gateways.neighbours import Neighbours
from arrowtui.gateways.patience import run
from arrowtui.gateways.places import Folders
from arrowtui.ingest.clean import clean_line
from arrowtui.model.addresses import without_secrets
from arrowtui.model.errors import ArrowError
from arrowtui.model.errors_pages import SeveralWays
from arrowtui.model.errors_requests import SeveralFeeds
from arrowtui.model.found import FoundSource
from arrowtui.model.lane import Lane
from arrowtui.model.ports import Wire
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Wish
from arrowtui.services.once import Once
from arrowtui.settings import Settings
from arrowtui.settings.edit import SettingsFile
from arrowtui.wiring.shell import open_services
from arrowtui.wiring.world import open_refresh, open_wire

SOURCE_LANES = {"auto": None, **{word: lane for word, lane in LANES.items() if lane is not Lane.NOISE}}


class Asked(Struct, frozen=True):
    """What was asked for, as typed on the command line."""

    address: str
    take_all: bool
    lane: Lane | None
    title: str | None
    tags: tuple[str, ...]
    yes: bool
    as_json: bool
    as_page: bool = False
    options: tuple[tuple[str, str], ...] = ()

    def dressed(self, wish: Wish, *, is_only: bool) -> Wish:
        """A found source with the lane, title and tags that were given; a title fits one source only."""
        tags = tuple(dict.fromkeys((*wish.tags, *self.tags)))
        return replace(
            wish, lane=self.lane or wish.lane, title=(self.title if is_only else None) or wish.title, tags=tags
        )


@click.command("add")
@click.argument("address")
@click.option("--all", "take_all", is_flag=True, help="Take every feed the page offers, without asking.")
@click.option("--lane", type=click.Choice(list(SOURCE_LANES)), default="auto", help="The tab its items go to.")
@click.option("--title", type=TYPED, help="Your own name for it.")
@click.option("--tag", "tags", multiple=True, type=TYPED, help="A tag; may be given several times.")
@click.option("--yes", "-y", is_flag=True, help="Ask nothing; of several feeds take the first.")
@click.option("--page", "as_page", is_flag=True, help="Watch the page itself: the lists it holds, or its changes.")
@click.option("--option", "options", multiple=True, metavar="NAME=VALUE", help="With --page: item, title, link, part …")
@click.option("--probe", is_flag=True, help="Only look what is there, add nothing.")
@click.option("--json", "as_json", is_flag=True, help="JSON lines, see docs/cli.md.")
@click.pass_obj
def add_command(
    folders: Folders,
    address: str,
    take_all: bool,
    lane: str,
    title: str | None,
    tags: tuple[str, ...],
    yes: bool,
    as_page: bool,
    options: tuple[str, ...],
    probe: bool,
    as_json: bool,
) -> None:
    """Add a source: any address, a #tag, @name or @name@server, a mailbox, an OPML file or newsboat's urls file."""
    own = clean_line(title or "") or None
    told = _pairs(options)
    own_tags = tuple(map(clean_line, tags))
    asked = Asked(address, take_all, SOURCE_LANES[lane], own, own_tags, yes, as_json, as_page or bool(told), told)
    if is_file(address) and local_mailbox(address) is None and not probe and not asked.as_page:
        take_file(folders, address, asked.lane, asked.tags)
    else:
        run(_look(folders, asked) if probe else _add(folders, asked))


def _pairs(options: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Options as typed, NAME=VALUE each."""
    pairs = [option.partition("=") for option in options]
    if wrong := next((name for name, mark, _ in pairs if not mark or not name.strip()), None):
        raise click.BadParameter(f"{wrong!r} is not NAME=VALUE", param_hint="--option")
    return tuple((name.strip(), value.strip()) for name, _, value in pairs)


async def _found(asked: Asked, wire: Wire, settings: Settings) -> Sequence[FoundSource]:
    """What lies at the address. Raises: RequestError, FetchError."""
    if asked.as_page:
        from arrowtui.services.first_look import FirstLook
        from arrowtui.services.proposing import Proposing  # a parser: only for who asks for a page

        return await Proposing(FirstLook(wire), _known(settings)).look(asked.address, asked.options)
    return await looked(wire, asked.address, _known(settings), settings.given())


async def _look(folders: Folders, asked: Asked) -> None:
    """With --json a failure is a line too, so that whoever started us need not read words made for people."""
    try:
        settings = SettingsFile(folders.config_file, folders.settings_cache).settings()
        async with open_wire(settings, Neighbours(folders.neighbours_file)) as wire:
            found = await _found(asked, wire, settings)
    except ArrowError as error:
        if asked.as_json:
            json_line({"error": type(error).__name__, "headline": error.headline(), "hint": error.hint()})
        raise
    for one in found:
        if asked.as_json:
            json_line(as_record(one))
        else:
            _tell(f"{one.title}  {without_secrets(one.wish.address)}{'  (you have it)' if one.is_known else ''}", one)


def _known(settings: Settings) -> set[str]:
    return {wish.address for wish in settings.wishes()}


async def _add(folders: Folders, asked: Asked) -> None:
    """Look, choose, write it down, and take in what the same replies brought; the poller need not run."""
    before = SettingsFile(folders.config_file, folders.settings_cache).settings()
    neighbours = Neighbours(folders.neighbours_file)
    async with open_wire(before, neighbours) as web:
        wire = Once(web)
        chosen: Sequence[FoundSource] = await _found(asked, wire, before)
        is_asked = sys.stdin.isatty() and not asked.yes and not asked.as_json
        if is_asked:

            async def look(address: str) -> Sequence[FoundSource]:
                return await looked(wire, address, _known(before), before.given())

            chosen = await _agreed(asked, chosen, look)
        else:
            chosen = _chosen(asked, chosen)
        chosen = [replace(one, wish=asked.dressed(one.wish, is_only=len(chosen) == 1)) for one in chosen]
        async with open_services(folders) as services:
            added = await services.subscribe.add([one.wish for one in chosen])
            await services.journal.added(added)
            new = {(wish.kind, wish.address) for wish in added}
            ids = [row.id for row in await services.library.sources() if (row.kind, row.address) in new]
            settings = services.settings()
            async with open_refresh(services.store, wire, settings, neighbours=neighbours) as refresh:
                if added:
                    await refresh.round(only=ids, due_only=False, progress=lambda _: None)
    for one in chosen:
        if asked.as_json:
            address = without_secrets(one.wish.address)
            json_line({**as_record(one), "address": address, "added": (one.wish.kind, one.wish.address) in new})
        else:
            is_new = "Added" if (one.wish.kind, one.wish.address) in new else "You have it already:"
            words = f"{is_new} {asked.title or one.title}  {without_secrets(one.wish.address)}"
            for line in (words, *(() if is_asked else shown(one))):
                say(line)


async def _agreed(asked: Asked, found: Sequence[FoundSource], look: Look) -> Sequence[FoundSource]:
    """What a person at a terminal takes on: asked for what is missing, and shown the first items of each before."""
    more = [await asked_for_more(one, asked.address, look) for one in _chosen(asked, found)]
    taken = [each for several in more for each in _chosen(asked, several)]
    if len(found) > 1 or any(len(several) > 1 for several in more) or all(one.is_known for one in taken):
        return taken  # she has chosen them by what they showed
    for one in taken:
        tell(f"{one.title}  {without_secrets(one.wish.address)}", *shown(one))
    if click.confirm("Add it?", default=True, err=True):
        return taken
    tell("Nothing was added.")
    return ()


def _chosen(asked: Asked, found: Sequence[FoundSource]) -> Sequence[FoundSource]:
    """Which of several sources to take: all, the first, those the person names, or nobody is there to say.

    A page is watched in one way only; parts of a whole are for who is asked. Raises: SeveralFeeds, SeveralWays.
    """
    if asked.yes or asked.take_all or not sys.stdin.isatty():
        found = [one for one in found if not one.is_part]
    is_page = all(one.wish.kind == "page" for one in found)
    is_plain = len(found) == 1 and (asked.as_page or not is_page)
    if is_plain or (asked.take_all and not is_page):
        return found
    if asked.yes or asked.take_all:
        return found[:1]
    if is_page and not asked.as_page:
        tell("There is no feed. The page itself can be watched:")
    for number, one in enumerate(found, 1):
        tell(f"{number}  {one.title}  {without_secrets(one.wish.address)}", *shown(one))
    if not sys.stdin.isatty():
        if is_page:
            raise SeveralWays(asked.address, len(found))
        raise SeveralFeeds(asked.address, tuple(one.wish.address for one in found))
    while True:
        words = click.prompt("Which? A number" if is_page else "Which? Numbers, or a for all", default="1", err=True)
        picked = _picked(words, len(found))
        if picked:
            return [found[place] for place in (picked[:1] if is_page else picked)]


def _picked(words: str, count: int) -> list[int]:
    """Places counted from 0 out of "1 3", "1,3" or "a"; empty for anything that cannot be meant."""
    if words.strip().lower() in ("a", "all"):
        return list(range(count))
    numbers = words.replace(",", " ").split()
    if all(number.isdecimal() and 1 <= int(number) <= count for number in numbers):
        return [int(number) - 1 for number in dict.fromkeys(numbers)]
    return []


def _tell(words: str, one: FoundSource) -> None:
    for line in (words, *shown(one)):
        say(line)


@click.command("remove")
@click.argument("name", type=TYPED)
@click.pass_obj
def remove_command(folders: Folders, name: str) -> None:
    """Poll a source no more (its title or address). Its items and your notes stay."""

    async def work() -> str:
        async with open_services(folders) as services:
            await services.subscribe.sync()
            source = await services.subscribe.named(name)
            await services.journal.remove_source(source)
            return source.title

    say(f"Removed {asyncio.run(work())}. What it brought stays.")
