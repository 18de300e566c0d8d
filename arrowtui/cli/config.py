"""`arrowtui config`: the settings file seen, checked, edited, explained."""

import asyncio
import os

import click

from arrowtui.cli.checked import checked
from arrowtui.cli.editing import Editing
from arrowtui.cli.ends import Exit
from arrowtui.cli.output import json_line, raw, say, tell
from arrowtui.gateways.files import is_there
from arrowtui.gateways.places import Folders
from arrowtui.model.errors import StoreError
from arrowtui.model.errors_settings import SettingsFaulty
from arrowtui.model.revision import Edited


@click.group("config")
def config_command() -> None:
    """See, check and edit the settings: one optional TOML file."""


@config_command.command("path")
@click.pass_obj
def path_command(folders: Folders) -> None:
    """Where the settings file lies, or would lie."""
    raw(os.fsencode(folders.config_file) + b"\n")


@config_command.command("check", short_help="Name every fault of the settings with its line.")
@click.option("--json", "as_json", is_flag=True, help="Faults as JSON lines: file, line, key, why.")
@click.pass_obj
def check_command(folders: Folders, as_json: bool) -> Exit:
    """Name every fault of the settings with its line; exit code 3 when there is one."""
    try:
        settings = checked(folders)
    except SettingsFaulty as error:
        if as_json:
            for fault in error.faults:
                json_line({"file": error.path, "line": fault.line, "key": fault.key, "why": fault.why})
        else:
            for fault in error.faults:
                say(f"{error.path}:{fault.line}: {fault.key} {fault.why}")
        tell(f"{error.headline()}. `arrowtui config edit` opens them; nothing was lost.")
        return Exit.SETTINGS
    if not as_json:
        there = "" if is_there(folders.config_file) else " (there is no file: everything is at its default)"
        count = len(settings.source)
        say(f"The settings are fine: {count} {'source' if count == 1 else 'sources'}{there}.")
    return Exit.OK


@config_command.command("reference")
def reference_command() -> None:
    """Print every setting with its default and what it does."""
    from arrowtui.settings.reference import reference

    raw(reference().encode())


@config_command.command("edit", short_help="Open the settings in your editor, and check them after.")
@click.pass_obj
def edit_command(folders: Folders) -> None:
    """Open the settings in your editor; when you come back they are checked, and what changed is said."""
    edited = Editing(folders)()
    if edited.rewritten is not None:
        asyncio.run(_remember(folders, edited))
    if edited.fault is not None:
        raise edited.fault
    if edited.revision is not None:
        tell(f"{edited.revision.sentence}.")
    tell("The settings are fine.")


async def _remember(folders: Folders, edited: Edited) -> None:
    """So that the screen can take it back; settings are also edited where there can be no store."""
    from arrowtui.wiring.shell import open_services  # the other commands need no store: start-up time

    try:
        async with open_services(folders) as services:
            await services.journal.edited_settings(edited)
    except StoreError as error:
        tell(f"This edit cannot be taken back on the screen: {error.headline()}. {error.hint()}")
