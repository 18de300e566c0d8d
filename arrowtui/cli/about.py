"""`arrowtui paths` and `arrowtui bindings`: what the program knows of itself."""

import click

from arrowtui.cli.output import fitted, json_line, say
from arrowtui.gateways.files import is_there
from arrowtui.gateways.places import Folders

KEYS_WIDTH = 14
NAME_WIDTH = 16


@click.command("paths")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.pass_obj
def paths_command(folders: Folders, as_json: bool) -> None:
    """Where the settings, the store and the log lie. Back up the first two."""
    places = {
        "settings": folders.config_file,
        "data": folders.data_folder,
        "store": folders.store_file,
        "log": folders.log_file,
    }
    if as_json:
        json_line({name: str(path) for name, path in places.items()})
        return
    for name, path in places.items():
        say(f"{name:<9} {path}{'' if is_there(path) else '  (not there yet)'}")


@click.command("bindings")
@click.option("--json", "as_json", is_flag=True, help="JSON lines, see docs/cli.md.")
@click.pass_obj
def bindings_command(folders: Folders, as_json: bool) -> None:
    """Every command of the screen with its keys, your own included; the names are those of [keys] in the settings."""
    from arrowtui.cli.checked import bound
    from arrowtui.settings import load_settings
    from arrowtui.ui.command import Group
    from arrowtui.ui.keymap import shown

    table = bound(folders, load_settings(folders.config_file, folders.settings_cache))
    group = None
    for command in sorted(table, key=lambda command: list(Group).index(command.group)):
        if as_json:
            json_line({"command": command.id, "keys": command.keys, "group": command.group, "help": command.help})
            continue
        if command.group != group:
            say()
            say(command.group)
            group = command.group
        keys = fitted(shown(command.keys) or "(no key)", KEYS_WIDTH)
        say(f"  {keys} {fitted(command.id, NAME_WIDTH)} {command.help}")
