"""`arrowtui gather`: a call-out of one's own is watched elsewhere; its answers are listed and exported."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import click
from msgspec import Struct

from arrowtui.cli.opening import with_store
from arrowtui.cli.output import JsonValue, columns, day, fitted, json_line, say, stamp, tell
from arrowtui.cli.probing import looked
from arrowtui.cli.typed import TYPED
from arrowtui.gateways.clock import SystemClock
from arrowtui.gateways.files import write_file
from arrowtui.gateways.neighbours import Neighbours
from arrowtui.gateways.patience import run
from arrowtui.gateways.places import Folders
from arrowtui.ingest.clean import clean_line
from arrowtui.model.errors_gathering import UnknownGathering
from arrowtui.model.gathering import GatheredAnswer, Gathering
from arrowtui.model.replace import replace
from arrowtui.notes.gathered import plot, told, votes_plot
from arrowtui.services.gatherings import Form, Gatherings
from arrowtui.services.once import Once
from arrowtui.settings.edit import SettingsFile
from arrowtui.store import Store
from arrowtui.wiring.shell import open_services
from arrowtui.wiring.world import open_refresh, open_wire


class Wanted(Struct, frozen=True):
    """What is to be done with a gathering that is there."""

    csv: Path | None
    markdown: Path | None
    as_json: bool

    @property
    def files(self) -> Iterator[tuple[Path, Form]]:
        """Where to write it, and as what."""
        yield from ((self.csv, Form.CSV),) if self.csv else ()
        yield from ((self.markdown, Form.MARKDOWN),) if self.markdown else ()


@click.command("gather")
@click.argument("address", required=False)
@click.option("--title", type=TYPED, help="Your own name for it.")
@click.option("--csv", type=click.Path(path_type=Path, dir_okay=False), help="Write its answers for a spreadsheet.")
@click.option("--markdown", type=click.Path(path_type=Path, dir_okay=False), help="Write its answers as Markdown.")
@click.option("--stop", is_flag=True, help="Watch it no more; its answers stay.")
@click.option("--json", "as_json", is_flag=True, help="JSON lines, see docs/cli.md.")
@click.pass_obj
def gather_command(
    folders: Folders,
    address: str | None,
    title: str | None,
    csv: Path | None,
    markdown: Path | None,
    stop: bool,
    as_json: bool,
) -> None:
    """Watch a call-out of yours elsewhere: the address of a post, or of a mail folder. See docs/calls.md.

    Without an address the gatherings are listed; the address or title of one lists its answers.
    """
    wanted = Wanted(csv, markdown, as_json)
    known = with_store(folders, lambda store: _known(store, address))
    if stop:
        asyncio.run(_stop(folders, address or "", known))
    elif address is None:
        _list(with_store(folders, lambda store: _gatherings(store).every()), as_json=as_json)
    elif known is None:
        _show(folders, run(_watch(folders, address, clean_line(title or "") or None)), wanted)
    else:
        _show(folders, known, wanted)


def _gatherings(store: Store) -> Gatherings:
    return Gatherings(store, SystemClock())


async def _known(store: Store, name: str | None) -> Gathering | None:
    """The gathering of that name; None where what was typed is the address of another one.

    Raises: UnknownGathering for words that are no address.
    """
    if name is None:
        return None
    try:
        return await _gatherings(store).named(name)
    except UnknownGathering:
        if "://" in name or name.startswith("@") or ("." in name and "/" in name):
            return None
        raise


async def _watch(folders: Folders, address: str, title: str | None) -> Gathering:
    """Look what is there, write it down, take in what has been answered so far."""
    settings = SettingsFile(folders.config_file, folders.settings_cache).settings()
    neighbours = Neighbours(folders.neighbours_file)
    async with open_wire(settings, neighbours) as web:
        wire = Once(web)
        found = next(iter(await looked(wire, address, {wish.address for wish in settings.wishes()}, settings.given())))
        wish = replace(found.wish, title=title or found.wish.title)
        async with open_services(folders) as services:
            is_new = (await services.journal.gather([wish])).count
            async with open_refresh(services.store, wire, services.settings(), neighbours=neighbours) as refresh:
                reports = await refresh.round([wish.address], due_only=False, progress=lambda _: None)
            gathering = await _gatherings(services.store).named(wish.address)
    tell(f"{'Watching' if is_new else 'You watch it already:'} {gathering.title}")
    for report in reports:
        if report.trouble:
            tell(f"{report.trouble.headline}. {report.trouble.hint}")
    if found.hint:
        tell(found.hint)
    return gathering


async def _stop(folders: Folders, name: str, known: Gathering | None) -> None:
    """Raises: UnknownGathering."""
    if known is None:
        raise UnknownGathering(name, 0)
    async with open_services(folders) as services:
        await services.subscribe.sync()
        source = await services.subscribe.named(known.address)
        await services.journal.remove_source(source, said="Stopped watching")
    say(f"Stopped watching {known.title}. Its answers stay.")


def _list(every: tuple[Gathering, ...], *, as_json: bool) -> None:
    if not every and not as_json:
        say("Nothing is gathered yet: `arrowtui gather ADDRESS` watches a call-out of yours.")
    for one in every:
        if as_json:
            json_line(_record(one))
        else:
            _tell(one)


def _tell(one: Gathering) -> None:
    new = f", {one.unread} new" if one.unread else ""
    ended = "" if one.is_followed else "  (not watched any more)"
    say(f"{one.title}{ended}")
    say(f"  {told(one)}{new}; asked {day(one.last_polled_at)}  {one.shown_address}")
    for line in (*plot(one.counts, one.unit), *votes_plot(one.votes)):
        say(f"  {line}")
    if one.trouble:
        say(f"  {one.trouble.headline}. {one.trouble.hint}")


def _show(folders: Folders, one: Gathering, wanted: Wanted) -> None:
    """The files that are wanted; else the gathering with its answers, the latest last."""
    files = tuple(wanted.files)
    for path, form in files:
        write_file(path, with_store(folders, lambda store, form=form: _gatherings(store).rendered(one, form)))  # type: ignore[misc]
        say(f"Wrote {told(one)} to {path}")
    if files:
        return
    answers = with_store(folders, lambda store: _gatherings(store).answers(one.source))
    if wanted.as_json:
        for answer in answers:
            json_line(_answer_record(answer))
        return
    _tell(one)
    for answer in answers:
        _tell_answer(answer, columns())


def _tell_answer(answer: GatheredAnswer, width: int | None) -> None:
    words = " ".join(answer.text.split()) or answer.title
    text = f"  {day(answer.at)} {answer.mark.value:<9} {fitted(answer.author or '', 18)}  {words}"
    say(fitted(text, width).rstrip() if width else text)


def _record(one: Gathering) -> dict[str, JsonValue]:
    return {
        "id": one.source,
        "kind": one.kind,
        "address": one.shown_address,
        "title": one.title,
        "watched": one.is_followed,
        "question": one.question,
        "answers": one.answers,
        "unread": one.unread,
        "kept": one.kept,
        "dismissed": one.dismissed,
        "people": one.people,
        "first_at": stamp(one.first_at),
        "last_at": stamp(one.last_at),
        "unit": one.unit.value,
        "counts": tuple({"at": stamp(at), "answers": count} for at, count in one.counts),
        "votes": tuple({"at": stamp(at), "votes": votes} for at, votes in one.votes),
        "trouble": one.trouble.headline if one.trouble else None,
    }


def _answer_record(answer: GatheredAnswer) -> dict[str, JsonValue]:
    return {
        "id": answer.item,
        "at": stamp(answer.at),
        "author": answer.author,
        "title": answer.title,
        "text": answer.text,
        "link": answer.link,
        "mark": answer.mark.value,
        "tags": answer.tags,
        "notes": answer.notes,
    }
