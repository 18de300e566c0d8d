"""`arrowtui chats`: the chats one follows, and those found in what was read."""

import click

from arrowtui.cli.opening import with_store
from arrowtui.cli.output import json_line, say
from arrowtui.gateways.clock import SystemClock
from arrowtui.gateways.places import Folders
from arrowtui.gateways.zone import own_zone
from arrowtui.lanes.series import Proposal
from arrowtui.model.chat_board import FollowedChat
from arrowtui.services.found_chats import found_chats
from arrowtui.settings.edit import SettingsFile


@click.command("chats")
@click.option("--found", is_flag=True, help="Chats you do not follow, found in what was read.")
@click.option("--zone", help="The zone of their hosts' clocks, such as Europe/London; left out, your own.")
@click.option("--json", "as_json", is_flag=True, help="JSON lines, see docs/cli.md.")
@click.pass_obj
def chats_command(folders: Folders, found: bool, zone: str | None, as_json: bool) -> None:
    """List the chats you follow; with --found those that could be, each as a [[chat]] for the settings."""
    followed = SettingsFile(folders.config_file).settings().chats()
    if not found:
        _tell_followed(followed, as_json)
        return
    clock = zone or own_zone()
    proposals = with_store(folders, lambda store: found_chats(store, SystemClock(), clock, followed))
    for one in proposals:
        if as_json:
            series = one.series
            json_line(
                {
                    "hashtag": series.hashtag,
                    "rrule": series.rrule,
                    "zone": series.tz,
                    "minutes": series.minutes,
                    "moderators": series.moderators,
                    "sessions": len(one.sessions),
                    "reasons": one.reasons,
                }
            )
        else:
            for line in as_settings(one):
                say(line)
    if not proposals and not as_json:
        say("None found: it takes three numbered questions of one host, on two evenings a week or more apart.")


def _tell_followed(followed: tuple[FollowedChat, ...], as_json: bool) -> None:
    for chat in followed:
        if as_json:
            json_line(
                {"name": chat.name, "hashtags": chat.hashtags, "rrule": chat.series.rrule, "zone": chat.series.tz}
            )
        else:
            say(f"{chat.name}: {chat.series.rrule or 'no schedule'} ({chat.series.tz}), {chat.series.minutes} minutes")
    if not followed and not as_json:
        say("You follow no chats. --found looks for some in what was read; a [[chat]] in the settings follows one.")


def as_settings(one: Proposal) -> list[str]:
    """A proposal as the lines of a table for the settings, with what speaks for it."""
    series = one.series
    return [
        f"# {', '.join(one.reasons)}",
        "[[chat]]",
        f'hashtags = ["{series.hashtag}"]',
        f'schedule = "{series.rrule}"',
        f'zone = "{series.tz}"',
        f"minutes = {series.minutes}",
        f"moderators = [{', '.join(f'{chr(34)}@{name}{chr(34)}' for name in series.moderators)}]",
        "",
    ]
