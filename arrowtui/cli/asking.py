"""What adding a source says and asks: what was recognised, and what is missing, a server or a token."""

from collections.abc import Awaitable, Callable, Sequence
from urllib.parse import quote

import click

from arrowtui.cli.login import walk
from arrowtui.cli.output import tell
from arrowtui.model.errors import ArrowError, FetchError
from arrowtui.model.found import FoundSource

Look = Callable[[str], Awaitable[Sequence[FoundSource]]]


def shown(one: FoundSource) -> list[str]:
    """What it was taken for, its first items, and what stands in the way; a line each."""
    words = [f"  {one.words}"] if one.words else []
    openings = [f"  · {opening}" for opening in one.openings]
    if one.trouble:
        return [*words, *openings, f"  {one.trouble.headline}. {one.trouble.hint}"]
    return [*words, *openings, *([f"  {one.hint}"] if one.hint else [])]


async def asked_for_more(one: FoundSource, typed: str, look: Look) -> FoundSource:
    """The source with what was missing: the server to read it on, whose account, the token it wants. Asks a person at
    a terminal.

    Args:
        typed: what was looked for; with `@server` behind it, another server's.
    """
    if one.server:
        server = click.prompt("On which server?", default=one.server, err=True).strip().lower()
        if server != one.server:
            typed = f"{typed.strip()}@{server}"
            one = await _again(one, typed, look)
    if one.name_in:
        name = click.prompt("Your name there", err=True).strip()
        typed = one.name_in.replace("{}", quote(name, safe=""))
        one = await _again(one, typed, look)
    if one.secret and click.confirm(f"It wants {one.secret!r}. Give it now?", default=True, err=True):
        try:
            walk(one.secret)
        except ArrowError as error:
            tell(f"{error.headline()}.", error.hint())
            return one
        one = await _again(one, typed, look)
    return one


async def _again(one: FoundSource, typed: str, look: Look) -> FoundSource:
    """The same source looked at anew; as it was where that fails, which is told."""
    try:
        found = await look(typed)
    except FetchError as error:
        tell(f"{error.headline()}.", error.hint())
        return one
    return next((each for each in found if each.wish.kind == one.wish.kind), one)
