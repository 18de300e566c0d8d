"""`arrowtui lessons`: what moving items to other tabs has taught."""

import click

from arrowtui.cli.opening import with_store
from arrowtui.cli.output import JsonValue, json_line, say
from arrowtui.gateways.clock import SystemClock
from arrowtui.gateways.places import Folders
from arrowtui.model.lane import Lane
from arrowtui.model.lesson import TaughtTrait
from arrowtui.services.understanding import Understanding

MEANING = {"author": "by", "source": "from", "tag": "tagged", "word": "with the word"}


@click.command("lessons")
@click.option("--reset", is_flag=True, help="Forget all of it. What you moved stays where it is.")
@click.option("--all", "with_all", is_flag=True, help="Also what was seen in one move only.")
@click.option("--json", "as_json", is_flag=True, help="JSON lines, see docs/cli.md.")
@click.pass_obj
def lessons_command(folders: Folders, reset: bool, with_all: bool, as_json: bool) -> None:
    """List what the items you moved have in common: later ones that share it lean to the same tab."""
    if reset:
        say(with_store(folders, lambda store: Understanding(store, SystemClock()).forget()).sentence + ".")
        return
    found = with_store(folders, lambda store: Understanding(store, SystemClock()).taught())
    shown = [one for one in found if with_all or one.total > 1]
    for one in shown:
        if as_json:
            moves: dict[str, JsonValue] = {
                lane.value: count for lane, count in zip(Lane, one.moves, strict=True) if count
            }
            json_line({"kind": one.kind, "words": one.words, "moves": moves})
        else:
            say(f"{lines_of(one)}")
    if not as_json:
        _tell_rest(len(found), len(shown))


def lines_of(one: TaughtTrait) -> str:
    """One line for people: "by @ida: 4 to Calls, 1 to Tips"."""
    moves = sorted(zip(one.moves, Lane, strict=True), key=lambda pair: -pair[0])
    told = ", ".join(f"{count} to {lane.tab}" for count, lane in moves if count)
    return f"{MEANING.get(one.kind, one.kind)} {one.words}: {told}"


def _tell_rest(found: int, shown: int) -> None:
    if not found:
        say("Nothing yet: moving items to other tabs (m on the screen) teaches.")
    elif found > shown:
        say(f"{found - shown} more were seen in one move only: --all shows them.")
