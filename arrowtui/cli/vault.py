"""`arrowtui vault`: notes as Markdown files, two ways, on one machine or several."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import click

from arrowtui.cli.output import day, json_line, say, stamp
from arrowtui.gateways.home import expanded
from arrowtui.gateways.places import Folders
from arrowtui.model.errors_vault import NoVault
from arrowtui.model.vault import Matter, VaultCount, VaultMatter
from arrowtui.services.vault_git import Sent
from arrowtui.services.vault_keeping import VaultDoor
from arrowtui.services.vault_matters import VaultMatters
from arrowtui.settings.edit import SettingsFile
from arrowtui.wiring.keeping import open_vault
from arrowtui.wiring.shell import Services, open_services

Answer = TypeVar("Answer")


@click.group("vault")
def vault_command() -> None:
    """Keep your notes in step with a folder of Markdown files, and with your other machines. See docs/vault.md."""


@vault_command.command("init")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--git", "with_git", is_flag=True, help="Let git carry it to your other machines.")
@click.pass_obj
def init_command(folders: Folders, folder: Path, with_git: bool) -> None:
    """Make FOLDER the vault and write your notes into it. Markdown files that are there already are left alone."""
    expanded(folder)  # else the settings would name what is nowhere
    file = SettingsFile(folders.config_file, folders.settings_cache)
    typed = str(folder) if str(folder).startswith("~") else str(folder.absolute())
    file.set_vault(typed, with_git or file.settings().vault.git)
    asyncio.run(_init(folders, folder))


async def _init(folders: Folders, folder: Path) -> None:
    async with open_services(folders) as services:
        door = open_vault(services.store, folders, services.settings())
        if door is None:
            raise NoVault
        foreign = await door.begin()
        say(f"The vault is {door.vault.folder}.")
        if foreign:
            say(f"Left alone: {_files(foreign)} you had there. `arrowtui import {folder}` takes them in.")
        _tell(await door.files())


@vault_command.command("sync", short_help="Bring notes and files together now, with git if you like.")
@click.option("--json", "as_json", is_flag=True, help="One JSON line, see docs/cli.md.")
@click.pass_obj
def sync_command(folders: Folders, as_json: bool) -> None:
    """Bring notes and files together now; with git also commit, fetch and push."""

    async def work(services: Services, door: VaultDoor) -> tuple[Sent, tuple[VaultMatter, ...]]:
        return await door.send(), await VaultMatters(services.store, services.clock).list()

    sent, matters = _with_vault(folders, work)
    if as_json:
        json_line({**_counted(sent.count), "committed": sent.committed, "fetched": sent.fetched, "pushed": sent.pushed})
        return
    _tell(sent.count)
    if sent.committed or sent.fetched or sent.remote:
        there = f", {sent.fetched} fetched" if sent.fetched else ""
        where = f" and sent to {sent.remote}" if sent.pushed else "; there is no remote to send to"
        say(f"{_files(sent.committed)} committed{there}{where}.")
    _tell_matters(matters)


@vault_command.command("status")
@click.option("--json", "as_json", is_flag=True, help="JSON lines, see docs/cli.md.")
@click.pass_obj
def status_command(folders: Folders, as_json: bool) -> None:
    """How the vault fares, and what wants a decision of yours."""

    async def work(services: Services, door: VaultDoor) -> None:
        state, matters = await door.vault.state(), await VaultMatters(services.store, services.clock).list()
        if as_json:
            json_line(
                {
                    "folder": str(door.vault.folder),
                    "git": door.git is not None,
                    "files": state.files,
                    "foreign": state.foreign,
                    "waiting": state.waiting,
                    "synced_at": stamp(state.synced_at),
                    "sent_at": stamp(state.sent_at),
                    "trouble": state.trouble.headline if state.trouble else None,
                }
            )
            for matter in matters:
                json_line(
                    {"matter": matter.kind.name.lower(), "title": matter.title, "path": matter.path, "why": matter.why}
                )
            return
        say(f"{door.vault.folder}: {_files(state.files)}, in step since {day(state.synced_at)}.")
        if state.waiting:
            say(f"{state.waiting} notes wait to be written; `arrowtui vault sync` does it.")
        if state.foreign:
            say(f"{_files(state.foreign)} of yours that are no notes are left alone.")
        if door.git is not None:
            say(f"Sent to your other machines {day(state.sent_at)}.")
        if state.trouble:
            say(f"{state.trouble.headline}. {state.trouble.hint}")
        _tell_matters(matters)

    _with_vault(folders, work)


def _with_vault(folders: Folders, work: Callable[[Services, VaultDoor], Awaitable[Answer]]) -> Answer:
    """Open the vault, work, close. Raises: NoVault where the settings name none."""

    async def opened() -> Answer:
        async with open_services(folders) as services:
            door = open_vault(services.store, folders, services.settings())
            if door is None:
                raise NoVault
            return await work(services, door)

    return asyncio.run(opened())


def _tell(count: VaultCount) -> None:
    """What a pass did, in words."""
    parts = [
        (count.written, "written"),
        (count.taken_in, "taken in"),
        (count.created, "of them new"),
        (count.removed, "removed"),
        (count.gone, "gone"),
        (count.unreadable, "unreadable"),
    ]
    told = ", ".join(f"{number} {word}" for number, word in parts if number)
    say(f"Files: {told}." if told else "Notes and files say the same.")


def _tell_matters(matters: tuple[VaultMatter, ...]) -> None:
    for matter in matters:
        said = (
            f"{matter.path}: {matter.why}" if matter.kind is Matter.FILE else f"“{matter.title}”: {matter.kind.value}"
        )
        say(f"  {said}")
    if any(matter.kind is not Matter.FILE for matter in matters):
        say("Decide in the Journal: press v there.")


def _counted(count: VaultCount) -> dict[str, int]:
    return {name: getattr(count, name) for name in VaultCount.__match_args__}


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count:,} files"
