"""`arrowtui save`: a page into the Tips, by its address."""

import asyncio

import click

from arrowtui.cli.output import say
from arrowtui.cli.typed import TYPED
from arrowtui.gateways.clock import SystemClock
from arrowtui.gateways.places import Folders
from arrowtui.services.saving import Saving
from arrowtui.wiring.shell import open_services


@click.command("save")
@click.argument("addresses", nargs=-1, required=True, metavar="ADDRESS…")
@click.option("--tag", "tags", multiple=True, type=TYPED, help="A tag; may be given several times.")
@click.option("--note", default="", type=TYPED, help="A note beside it.")
@click.pass_obj
def save_command(folders: Folders, addresses: tuple[str, ...], tags: tuple[str, ...], note: str) -> None:
    """Put web pages into the Tips to read later. Works offline: title, picture and text are fetched by the poller."""

    async def work() -> None:
        async with open_services(folders) as services:
            saving = Saving(services.store, services.journal, SystemClock())
            for address in addresses:
                say((await saving.save(address, tags, note)).done.sentence)

    asyncio.run(work())
