"""`arrowtui config`: the settings file seen, checked, edited, explained."""

import os
import shlex
import subprocess

import click

from arrowtui.cli.checked import checked
from arrowtui.cli.output import json_line, say, tell
from arrowtui.gateways.files import write_file
from arrowtui.gateways.places import Folders
from arrowtui.model.errors import EditorMissing, FileUnwritable, SettingsError, SettingsFaulty, SettingsUnwritable
from arrowtui.settings import load_settings

FIRST_LINES = "# Settings of arrowtui. `arrowtui config reference` shows everything that can stand here.\n"


@click.group("config")
def config_command() -> None:
    """See, check and edit the settings: one optional TOML file."""


@config_command.command("path")
@click.pass_obj
def path_command(folders: Folders) -> None:
    """Where the settings file lies, or would lie."""
    click.echo(folders.config_file)


@config_command.command("check")
@click.option("--json", "as_json", is_flag=True, help="Faults as JSON lines: file, line, key, why.")
@click.pass_obj
def check_command(folders: Folders, as_json: bool) -> None:
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
        raise
    if not as_json:
        there = "" if folders.config_file.exists() else " (there is no file: everything is at its default)"
        say(f"The settings are fine: {len(settings.source)} sources{there}.")


@config_command.command("reference")
def reference_command() -> None:
    """Print every setting with its default and what it does."""
    from arrowtui.settings.reference import reference

    click.echo(reference(), nl=False)


@config_command.command("edit")
@click.pass_obj
def edit_command(folders: Folders) -> None:
    """Open the settings in your editor, and check them when you come back."""
    path = folders.config_file
    if not path.exists():
        try:
            write_file(path, FIRST_LINES.encode(), is_private=True)
        except FileUnwritable as cause:
            raise SettingsUnwritable(str(path), cause.cause) from cause
    words = _editor(folders)
    try:
        code = subprocess.run([*words, str(path)], check=False).returncode
    except OSError as cause:
        raise EditorMissing(words[0]) from cause
    if code:
        tell(f"{words[0]} ended with code {code}; the file is checked as it lies there.")
    checked(folders)
    tell("The settings are fine.")


def _editor(folders: Folders) -> list[str]:
    """The editor of the settings (where they can be read), else $VISUAL, $EDITOR, else the machine's own."""
    try:
        own = load_settings(folders.config_file).notes.editor
    except SettingsError:
        own = ""  # it is opened in order to be mended
    asked = own or os.environ.get("VISUAL") or os.environ.get("EDITOR")
    return shlex.split(asked) if asked else ["notepad" if os.name == "nt" else "vi"]
