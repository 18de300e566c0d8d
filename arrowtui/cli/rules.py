"""`arrowtui rules`: the rules of one's own, and what a rule would match."""

from functools import partial

import click

from arrowtui.cli.opening import with_store
from arrowtui.cli.output import columns, day, fitted, json_line, say
from arrowtui.cli.typed import TYPED
from arrowtui.cli.words import WordsCommand
from arrowtui.gateways.places import Folders
from arrowtui.model.item import MOST_FOUND, ItemRow, Scope, View
from arrowtui.model.rule import Rule
from arrowtui.services.indexing import index_all
from arrowtui.services.library import Library
from arrowtui.services.naming import named
from arrowtui.settings.edit import SettingsFile
from arrowtui.store import Store

SOURCE_WIDTH = 20


@click.group("rules", invoke_without_command=True)
@click.pass_context
def rules_command(context: click.Context) -> None:
    """List the rules of your settings, in the order in which they are applied to what arrives."""
    if context.invoked_subcommand is not None:
        return
    folders: Folders = context.obj
    rules = SettingsFile(folders.config_file, folders.settings_cache).settings().rules()
    for number, rule in enumerate(rules, 1):
        say(f"{number}. {rule.name}: {conditions(rule)} -> {deeds(rule)}")
    if not rules:
        say("You have no rules. A [[rule]] in the settings makes one: see docs/settings.md.")


@rules_command.command("try", cls=WordsCommand, short_help="Show what a rule with these words would have matched.")
@click.argument("words", nargs=-1, required=True, type=TYPED)
@click.option("--source", type=TYPED, help="Only items of this source (its title or address).")
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many are shown.")
@click.option("--json", "as_json", is_flag=True, help="JSON lines, see docs/cli.md.")
@click.pass_obj
def try_command(folders: Folders, words: tuple[str, ...], source: str | None, limit: int, as_json: bool) -> None:
    """Show what a rule with these words would have matched among all that has arrived. Changes nothing."""
    work = partial(_tried, words=" ".join(words), source=source, limit=limit)
    count, rows = with_store(folders, work)
    width = columns()
    for row in rows:
        if as_json:
            json_line({"id": row.id, "lane": row.lane.value, "title": row.title, "source": row.source_title})
            continue
        line = f"{day(row.sorted_at)}  {fitted(row.source_title, SOURCE_WIDTH)}  {row.lane.tab:<5}  {row.title}"
        say(fitted(line, width).rstrip() if width else line)
    if not as_json:
        more = "or more " if count >= MOST_FOUND else ""
        say(f"{count:,} {more}{'item matches' if count == 1 else 'items match'}.")


async def _tried(store: Store, words: str, source: str | None, limit: int) -> tuple[int, tuple[ItemRow, ...]]:
    await index_all(store)
    library = Library(store)
    id = named(await library.sources(), source).id if source is not None else None
    view = View(None, Scope.ALL, id, None, words)
    return await library.tally(view), (await library.page(view, limit=limit)).rows


def conditions(rule: Rule) -> str:
    """What must hold, in words."""
    said = (
        f"matches {rule.words}" if rule.words else "",
        f"from {rule.source}" if rule.source else "",
        f"of kind {rule.kind}" if rule.kind else "",
        f"by {rule.author}" if rule.author else "",
    )
    return ", ".join(filter(None, said))


def deeds(rule: Rule) -> str:
    """What becomes of it, in words."""
    said = (
        f"to {rule.lane.tab}" if rule.lane else "",
        f"tagged {' '.join(rule.tags)}" if rule.tags else "",
        "marked read" if rule.read else "",
        "kept" if rule.keep else "",
        "dismissed" if rule.dismiss else "",
    )
    return ", ".join(filter(None, said))
