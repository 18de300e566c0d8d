"""`arrowtui add` and `arrowtui remove`: one source, or what a page offers, taken on and asked at once."""

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import replace

import click

from arrowtui.cli.items import LANES
from arrowtui.cli.lists import take_file
from arrowtui.cli.output import json_line, say, tell
from arrowtui.cli.probing import as_record, looked
from arrowtui.gateways.files import is_file
from arrowtui.gateways.places import Folders
from arrowtui.model.errors import ArrowError, SeveralFeeds
from arrowtui.model.found import FoundSource
from arrowtui.model.lane import Lane
from arrowtui.model.subscription import Wish
from arrowtui.wiring import open_services

SOURCE_LANES = {"auto": None, **{word: lane for word, lane in LANES.items() if lane is not Lane.NOISE}}


@click.command("add")
@click.argument("address")
@click.option("--all", "take_all", is_flag=True, help="Take every feed the page offers, without asking.")
@click.option("--lane", type=click.Choice(list(SOURCE_LANES)), default="auto", help="The tab its items go to.")
@click.option("--title", help="Your own name for it.")
@click.option("--tag", "tags", multiple=True, help="A tag; may be given several times.")
@click.option("--yes", "-y", is_flag=True, help="Ask nothing; of several feeds take the first.")
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
    probe: bool,
    as_json: bool,
) -> None:
    """Add a source: a feed, any page that has feeds, an OPML file or newsboat's urls file."""
    if is_file(address) and not probe:
        take_file(folders, address, SOURCE_LANES[lane], tags)
        return
    found = _looked(folders, address, as_json)
    if probe:
        for one in found:
            json_line(as_record(one)) if as_json else _show(one)
        return
    chosen = _chosen(address, found, take_all=take_all, yes=yes)
    wishes = [_dressed(one.wish, SOURCE_LANES[lane], title if len(chosen) == 1 else None, tags) for one in chosen]
    added = asyncio.run(_added(folders, wishes))
    for one in chosen:
        is_new = any(wish.address == one.wish.address for wish in added)
        if as_json:
            json_line({**as_record(one), "added": is_new})
        else:
            say(f"{'Added' if is_new else 'You have it already:'} {title or one.title}")
            _show_openings(one)


def _looked(folders: Folders, address: str, as_json: bool) -> Sequence[FoundSource]:
    """With --json a failure is a line too, so that whoever started us need not read words made for people."""
    try:
        return looked(folders, address)
    except ArrowError as error:
        if as_json:
            json_line({"error": type(error).__name__, "headline": error.headline(), "hint": error.hint()})
        raise


def _chosen(address: str, found: Sequence[FoundSource], *, take_all: bool, yes: bool) -> Sequence[FoundSource]:
    """Which of several feeds to take: all, the first, those the person names, or nobody is there to say.

    Raises: SeveralFeeds.
    """
    if len(found) == 1 or take_all:
        return found
    if yes:
        return found[:1]
    for number, one in enumerate(found, 1):
        tell(f"{number}  {one.title}  {one.wish.address}")
    if not sys.stdin.isatty():
        raise SeveralFeeds(address, tuple(one.wish.address for one in found))
    while True:
        words = click.prompt("Which? Numbers, or a for all", default="1", err=True)
        picked = _picked(words, len(found))
        if picked:
            return [found[place] for place in picked]


def _picked(words: str, count: int) -> list[int]:
    """Places counted from 0 out of "1 3", "1,3" or "a"; empty for anything that cannot be meant."""
    if words.strip().lower() in ("a", "all"):
        return list(range(count))
    numbers = words.replace(",", " ").split()
    if all(number.isdecimal() and 1 <= int(number) <= count for number in numbers):
        return [int(number) - 1 for number in dict.fromkeys(numbers)]
    return []


def _dressed(wish: Wish, lane: Lane | None, title: str | None, tags: Sequence[str]) -> Wish:
    return replace(
        wish, lane=lane or wish.lane, title=title or wish.title, tags=tuple(dict.fromkeys((*wish.tags, *tags)))
    )


async def _added(folders: Folders, wishes: Sequence[Wish]) -> tuple[Wish, ...]:
    async with open_services(folders) as services:
        return await services.subscribe.add(wishes)


def _show(one: FoundSource) -> None:
    say(f"{one.title}  {one.wish.address}{'  (you have it)' if one.is_known else ''}")
    _show_openings(one)


def _show_openings(one: FoundSource) -> None:
    for opening in one.openings:
        say(f"  · {opening}")


@click.command("remove")
@click.argument("name")
@click.pass_obj
def remove_command(folders: Folders, name: str) -> None:
    """Poll a source no more (its title or address). Its items and your notes stay."""

    async def work() -> str:
        async with open_services(folders) as services:
            return (await services.subscribe.remove(name)).title

    say(f"Removed {asyncio.run(work())}. What it brought stays.")
