"""`arrowtui list` and `arrowtui search`: items as lines for people or as JSON lines for programs."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

import click
from click.core import ParameterSource

from arrowtui.cli.opening import with_library, with_store
from arrowtui.cli.output import JsonValue, columns, day, fitted, json_line, say, stamp, tell
from arrowtui.cli.sourceless import why_no_sources
from arrowtui.cli.typed import TYPED
from arrowtui.cli.words import WordsCommand
from arrowtui.gateways.places import Folders
from arrowtui.model.item import ItemId, ItemRow, KeptSearch, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.note import NoteRow
from arrowtui.model.replace import replace
from arrowtui.services.indexing import index_all
from arrowtui.services.library import Library
from arrowtui.services.naming import named
from arrowtui.services.notebook import Notebook
from arrowtui.store import Store

LANES = {"tips": Lane.TIP, "chats": Lane.CHAT, "calls": Lane.CALL, "noise": Lane.NOISE}
SOURCE_WIDTH = 20
PAGE = 200
Command = TypeVar("Command", bound=Callable[..., object])


def _narrowing(command: Command) -> Command:
    """The options all of them share."""
    for option in (
        click.option("--json", "as_json", is_flag=True, help="JSON lines, see docs/cli.md."),
        click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="How many at most."),
        click.option("--tag", type=TYPED, help="Only items with this tag."),
        click.option("--source-tag", type=TYPED, help="Only items of sources with this tag."),
        click.option("--source", type=TYPED, help="Only items of this source (its title or address)."),
        click.option("--lane", type=click.Choice(list(LANES)), help="Only this tab."),
    ):
        command = option(command)
    return command


def _scope(default: Scope) -> Callable[[Command], Command]:
    return click.option(
        "--scope", type=click.Choice([scope.value for scope in Scope]), default=default.value, show_default=True
    )


@click.command("list")
@_scope(Scope.UNREAD)
@_narrowing
@click.option("--search", "kept", type=TYPED, metavar="NAME", help="What a [[search]] of your settings finds.")
@click.pass_obj
def list_command(
    folders: Folders,
    scope: str,
    lane: str | None,
    source: str | None,
    source_tag: str | None,
    tag: str | None,
    limit: int,
    as_json: bool,
    kept: str | None,
) -> None:
    """List items, newest first: unread ones unless --scope says otherwise."""
    view = View(LANES[lane] if lane else None, Scope(scope), tag=tag, source_tag=source_tag)
    if kept is None:
        lines = with_library(folders, partial(_found, view=view, source=source, limit=limit))
    else:
        view = _narrowed(_kept_search(folders, kept).view, view)
        lines = with_store(folders, partial(_searched, view=view, source=source, limit=limit))
    _write(lines, as_json)
    if not lines and not as_json:
        has_sources = bool(with_library(folders, Library.sources))
        tell(_nothing(view.scope) if has_sources else why_no_sources(folders))


def _nothing(scope: Scope) -> str:
    """What is said instead of a list without lines; on the error stream, for a program reads the other."""
    if scope is Scope.UNREAD:
        return "Nothing unread. `arrowtui list --scope all` lists what was read."
    return "Nothing here." if scope is Scope.ALL else f"Nothing {scope.value} here."


def _narrowed(view: View, wished: View) -> View:
    """A kept search, with the tab, scope and tags that were named beside it."""
    is_scope_named = click.get_current_context().get_parameter_source("scope") is ParameterSource.COMMANDLINE
    scope = wished.scope if is_scope_named else view.scope
    return replace(view, lane=wished.lane or view.lane, scope=scope, tag=wished.tag, source_tag=wished.source_tag)


def _kept_search(folders: Folders, name: str) -> KeptSearch:
    """The search of that name. Raises: SettingsError."""
    from arrowtui.cli.checked import checked  # not for lists without one: they need no settings

    searches = {search.name: search for search in checked(folders).searches()}
    if name not in searches:
        names = ", ".join(searches) or "none so far"
        raise click.BadParameter(
            f"{name!r} is no [[search]] of the settings; there are: {names}", param_hint="--search"
        )
    return searches[name]


@click.command("search", cls=WordsCommand)
@click.argument("words", nargs=-1, required=True, type=TYPED)
@_scope(Scope.ALL)
@_narrowing
@click.pass_obj
def search_command(
    folders: Folders,
    words: tuple[str, ...],
    scope: str,
    lane: str | None,
    source: str | None,
    source_tag: str | None,
    tag: str | None,
    limit: int,
    as_json: bool,
) -> None:
    """Search title, text and author of all items; every word must occur, the beginning of a word is enough. "Quoted
    words" stand side by side, -word must not occur.

    Your notes that hold the words come last, unless the search is narrowed or in JSON (`arrowtui notes WORDS --json`).
    """
    view = View(LANES[lane] if lane else None, Scope(scope), tag=tag, words=" ".join(words), source_tag=source_tag)
    lines = with_store(folders, partial(_searched, view=view, source=source, limit=limit))
    _write(lines, as_json)
    notes: tuple[NoteRow, ...] = ()
    if not (as_json or lane or source or source_tag or tag) and view.scope is Scope.ALL:
        notes = with_store(folders, partial(_notes, words=view.words or "", limit=limit))
    for row in notes:
        say(_note_line(row, columns()))
    if not (lines or notes or as_json):
        tell("Nothing was found. Every word must occur; the beginning of a word is enough.")


async def _notes(store: Store, words: str, limit: int) -> tuple[NoteRow, ...]:
    return await Notebook(store).rows(limit=limit, words=words)


def _note_line(row: NoteRow, width: int | None) -> str:
    """A note in one line of the same make."""
    about = f"{row.about_title}: " if row.about_title else ""
    line = f"✎ {day(row.changed_at)}  {fitted('Journal', SOURCE_WIDTH)}  {about}{row.opening}"
    return fitted(line, width).rstrip() if width else line


Line = tuple[ItemRow, str | None]


async def _searched(store: Store, view: View, source: str | None, limit: int) -> list[Line]:
    """The same for a search, over everything: what a poll brought without time to index it is indexed first."""
    await index_all(store)
    return await _found(Library(store), view, source, limit)


async def _found(library: Library, view: View, source: str | None, limit: int) -> list[Line]:
    """The rows of a view with their links, at most `limit`."""
    if source is not None:
        id = named(await library.sources(), source).id
        view = View(view.lane, view.scope, id, view.tag, view.words)
    found: list[Line] = []
    before: ItemId | None = None
    while len(found) < limit:
        page = await library.page(view, before, min(PAGE, limit - len(found)))
        links = await library.links([row.id for row in page.rows])
        found += [(row, links.get(row.id)) for row in page.rows]
        if not page.has_below or not page.rows:
            break
        before = page.rows[-1].id
    return found


def _write(lines: list[Line], as_json: bool) -> None:
    width = columns()
    for row, link in lines:
        if as_json:
            json_line(_record(row, link))
        else:
            say(_line(row, width))


def _line(row: ItemRow, width: int | None) -> str:
    mark = "★" if row.is_kept else " " if row.is_read else "●"
    line = f"{mark} {day(row.sorted_at)}  {fitted(row.source_title, SOURCE_WIDTH)}  {row.title}"
    return fitted(line, width).rstrip() if width else line


def _record(row: ItemRow, link: str | None) -> dict[str, JsonValue]:
    return {
        "id": row.id,
        "lane": row.lane.value,
        "title": row.title,
        "link": link,
        "source": row.source_title,
        "author": row.author,
        "at": stamp(row.sorted_at),
        "read": row.is_read,
        "kept": row.is_kept,
        "later": row.is_later,
        "dismissed": row.is_dismissed,
        "edited": row.is_edited,
        "tags": row.tags,
        "notes": row.note_count,
        "other_sources": row.other_sources,
    }
