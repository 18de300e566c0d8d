"""`arrowtui chats`: the chats one follows, and those found in what was read."""

from collections.abc import Sequence

import click

from arrowtui.cli.opening import with_store
from arrowtui.cli.output import JsonValue, json_line, say
from arrowtui.gateways.clock import SystemClock
from arrowtui.gateways.places import Folders
from arrowtui.gateways.zone import own_zone
from arrowtui.model.chat_board import ChatBoard, FollowedChat, SessionLine
from arrowtui.model.chat_found import FoundChat
from arrowtui.services.chats import Chats
from arrowtui.services.found_chats import found_chats
from arrowtui.settings.edit import SettingsFile
from arrowtui.settings.written import chat_block
from arrowtui.store import Store
from arrowtui.store.found_chats import refused_chats


@click.command("chats")
@click.option("--found", is_flag=True, help="Chats you do not follow, found in what was read.")
@click.option("--zone", help="The zone of their hosts' clocks, such as Europe/London; left out, your own.")
@click.option("--json", "as_json", is_flag=True, help="JSON lines, see docs/cli.md.")
@click.pass_obj
def chats_command(folders: Folders, found: bool, zone: str | None, as_json: bool) -> None:
    """The sessions of the chats you follow: live now, next, to read, past. With --found chats that could be followed,
    each as a [[chat]] for the settings."""
    followed = SettingsFile(folders.config_file, folders.settings_cache).settings().chats()
    if not found:
        board = with_store(folders, lambda store: Chats(store, SystemClock(), followed).board())
        _tell_board(board, as_json)
        _tell_unplanned(followed, as_json)
        return
    clock = zone or own_zone()
    proposals, refused = with_store(folders, lambda store: _look(store, clock, followed))
    for one in proposals:
        if as_json:
            json_line(_proposal(one))
        else:
            remarks = (*one.reasons, *(["you waved it off"] if one.hashtag in refused else []))
            say(f"# {', '.join(remarks)}")
            for line in chat_block(one.wish).splitlines():
                say(line)
            say("")
    if not proposals and not as_json:
        say("None found: it takes three numbered questions of one host, on two evenings a week or more apart.")


async def _look(
    store: Store, zone: str, followed: Sequence[FollowedChat]
) -> tuple[tuple[FoundChat, ...], frozenset[str]]:
    """What is found now, and what of it the person has waved off."""
    found = await found_chats(store, SystemClock(), zone, followed)
    async with store.reading() as db:
        return found, await refused_chats(db)


def _proposal(one: FoundChat) -> dict[str, JsonValue]:
    series = one.series
    return {
        "hashtag": series.hashtag,
        "rrule": series.rrule,
        "zone": series.tz,
        "minutes": series.minutes,
        "moderators": series.moderators,
        "sessions": one.sessions,
        "people": one.people,
        "where": one.places,
        "reasons": one.reasons,
    }


def _tell_board(board: ChatBoard, as_json: bool) -> None:
    from arrowtui.ui.drawing.chat_line import HEADINGS, session_words  # late: --json needs no words

    now = SystemClock().now().astimezone()
    for number, (when, lines) in enumerate(board.parts):
        if not as_json:
            say(("\n" if number else "") + HEADINGS[when])
        for line in lines:
            if as_json:
                json_line(_record(line))
            else:
                say(f"  {session_words(line, now)}")


def _record(line: SessionLine) -> dict[str, JsonValue]:
    return {
        "when": line.when.value,
        "name": line.chat.name,
        "hashtags": line.chat.hashtags,
        "starts_at": line.window.starts_at.isoformat(),
        "ends_at": line.window.ends_at.isoformat(),
        "zone": line.chat.series.tz,
        "posts": line.posts,
        "state": line.state.value if line.state else None,
        "fate": line.fate.value if line.fate else None,
        "moved_to": line.moved_to.isoformat() if line.moved_to else None,
        "told": line.told or None,
    }


def _tell_unplanned(followed: tuple[FollowedChat, ...], as_json: bool) -> None:
    """Chats without an hour have no sessions; they are named all the same."""
    if as_json:
        return
    for chat in followed:
        if chat.series.rrule is None and not chat.extras:
            say(f"{chat.name}: no schedule, so no sessions; its posts stand in the Chats")
    if not followed:
        say("You follow no chats. --found looks for some in what was read; a [[chat]] in the settings follows one.")
