"""`arrowtui review`, `letter`, `measures`: meeting again what was noted."""

from functools import partial
from pathlib import Path

import click

from arrowtui.cli.checked import checked
from arrowtui.cli.opening import with_store
from arrowtui.cli.output import JsonValue, day, json_line, say, stamp, tell
from arrowtui.gateways.clock import SystemClock
from arrowtui.gateways.places import Folders
from arrowtui.model.errors_requests import FileUnwritable
from arrowtui.model.letter import Letter
from arrowtui.model.measures import Measures, Share
from arrowtui.model.review import Card, ReviewRules
from arrowtui.services.chats import Chats
from arrowtui.services.lettering import Letters
from arrowtui.services.measuring import Measuring
from arrowtui.services.occasions import Occasions
from arrowtui.services.reflection import Reflection
from arrowtui.settings import Settings
from arrowtui.store import Store
from arrowtui.wiring.shell import calls_on


@click.command("review")
@click.option("--list", "as_list", is_flag=True, help="Only name today's notes.")
@click.option("--json", "as_json", is_flag=True, help="Name them as JSON lines, see docs/cli.md.")
@click.pass_obj
def review_command(folders: Folders, as_list: bool, as_json: bool) -> None:
    """Meet today's notes again: what did you mean to do?"""
    if not as_list and not as_json:
        from arrowtui.cli.screen import open_screen

        open_screen(folders, begin="review")
        return
    cards = with_store(folders, partial(_cards, rules=checked(folders).review.rules()))
    if not cards and not as_json:
        say("Nothing is waiting for you today.")
    for card in cards:
        if as_json:
            json_line(_record(card))
        else:
            news = f"  ({', '.join(event.kind.value for event in card.events)})" if card.events else ""
            say(f"{day(card.schedule.due_at)}  {card.note.about.title or card.note.title}{news}")


async def _cards(store: Store, rules: ReviewRules) -> tuple[Card, ...]:
    return await Reflection(store, SystemClock(), rules).cards()


def _record(card: Card) -> dict[str, JsonValue]:
    return {
        "note": card.note.id,
        "about": card.note.about.title,
        "title": card.note.title,
        "due_at": stamp(card.schedule.due_at),
        "reviewed_at": stamp(card.schedule.reviewed_at),
        "stability_days": card.schedule.stability,
        "difficulty": card.schedule.difficulty,
        "events": [event.kind.value for event in card.events],
        "faded": card.is_faded,
    }


@click.command("letter")
@click.option("--html", "as_html", is_flag=True, help="A page of HTML instead of Markdown.")
@click.option("--weeks-ago", type=click.IntRange(0, 520), default=0, help="The week so many weeks before this one.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write it to this file.")
@click.pass_obj
def letter_command(folders: Folders, as_html: bool, weeks_ago: int, output: Path | None) -> None:
    """Your week in a letter: what came, what was kept, what you thought, what is to be done."""
    from arrowtui.notes.letter import letter_html, letter_markdown

    letter = with_store(folders, partial(_letter, folders=folders, settings=checked(folders), weeks_ago=weeks_ago))
    text = letter_html(letter) if as_html else letter_markdown(letter)
    if output is None:
        for line in text.splitlines():
            say(line)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as cause:
        raise FileUnwritable(str(output), cause.strerror or str(cause)) from cause
    tell(f"Written to {output}")


async def _letter(store: Store, folders: Folders, settings: Settings, weeks_ago: int) -> Letter:
    clock = SystemClock()
    calls = calls_on(store, clock, settings)
    chats = Chats(store, clock, settings.chats(), folders.exports_folder)
    occasions = Occasions(store, clock, chats, calls, Reflection(store, clock))
    return await Letters(store, clock, occasions.missed, occasions.closing).letter(weeks_ago)


@click.command("measures")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, see docs/cli.md.")
@click.pass_obj
def measures_command(folders: Folders, as_json: bool) -> None:
    """Small plots: what was kept and looked at again, meant and done, reflected on, and what comes back when."""
    measures = with_store(folders, partial(_measures, rules=checked(folders).review.rules()))
    if as_json:
        json_line(_measured(measures))
        return
    from arrowtui.notes.plots import plots

    for title, lines in plots(measures, is_ascii=checked(folders).screen.ascii):
        say(title)
        for line in lines:
            say(f"  {line}")
        say()


async def _measures(store: Store, rules: ReviewRules) -> Measures:
    return await Measuring(store, SystemClock(), rules).measures()


def _measured(measures: Measures) -> dict[str, JsonValue]:
    return {
        "looked_again": [_share(share) for share in measures.looked_again],
        "intentions": [_share(share) for share in measures.intentions],
        "reflections": [{"monday": str(monday), "layers": count} for monday, count in measures.reflections],
        "tags": [{"tag": tag, "notes": count} for tag, count in measures.tags],
        "forecast": [{"day": str(each), "due": count} for each, count in measures.forecast],
    }


def _share(share: Share) -> dict[str, JsonValue]:
    return {"monday": str(share.monday), "of": share.of, "came": share.came}
