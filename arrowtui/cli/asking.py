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


async def asked_for_more(one: FoundSource, typed: str, look: Look) -> Sequence[FoundSource]:
    """The source with what was missing: the server to read it on, whose account, the token it wants. Asks a person at
    a terminal. Several, where only now comes to light what there is to choose from.

    Args:
        typed: what was looked for; with `@server` behind it, another server's.
    """
    found: Sequence[FoundSource] = (one,)
    if one.server:
        server = click.prompt("On which server?", default=one.server, err=True).strip().lower()
        if server != one.server:
            typed = f"{typed.strip()}@{server}"
            found = await _again(one, typed, look)
    if found[0].name_in:
        name = click.prompt("Your name there", err=True).strip()
        typed = found[0].name_in.replace("{}", quote(name, safe=""))
        found = await _again(found[0], typed, look)
    secret = found[0].secret
    if secret and click.confirm(f"It wants {secret!r}. Give it now?", default=True, err=True):
        try:
            walk(secret)
        except ArrowError as error:
            tell(f"{error.headline()}.", error.hint())
            return found
        found = await _again(found[0], typed, look)
    return found


async def _again(one: FoundSource, typed: str, look: Look) -> Sequence[FoundSource]:
    """The same source looked at anew, its parts behind it; as it was where that fails, which is told."""
    try:
        found = await look(typed)
    except FetchError as error:
        tell(f"{error.headline()}.", error.hint())
        return (one,)
    return [each for each in found if each.wish.kind == one.wish.kind] or (one,)
