"""`arrowtui refresh`: asking the world, once."""

import sys
from collections.abc import Sequence

import click

from arrowtui.cli.bar import Bar
from arrowtui.cli.ends import Exit
from arrowtui.cli.output import say, tell
from arrowtui.cli.typed import TYPED
from arrowtui.cli.watch import write_progress
from arrowtui.gateways.neighbours import Neighbours
from arrowtui.gateways.patience import run
from arrowtui.gateways.places import Folders
from arrowtui.model.subscription import Report
from arrowtui.services.indexing import index_if_few
from arrowtui.wiring.shell import open_services, write_log
from arrowtui.wiring.world import chores_on, open_refresh, open_wire

FEW = 5_000
"""So many items are put into the search index at once (0.3 s). After a first poll of everything they wait for the
poller or the next search."""


@click.command("refresh")
@click.argument("names", nargs=-1, type=TYPED)
@click.option("--due", is_flag=True, help="Only the sources whose time has come.")
@click.option("--json", "as_json", is_flag=True, help="Progress as JSON lines, see docs/cli.md.")
@click.pass_obj
def refresh_command(folders: Folders, names: tuple[str, ...], due: bool, as_json: bool) -> int:
    """Ask the sources now, once: all of them, or those named. Hosts that asked to be left alone are."""
    bar = None if as_json else Bar(sys.stderr)
    write_log(folders)
    try:
        reports = run(_round(folders, names, due, bar))
    finally:
        if bar:
            bar.clear()  # whatever is told now begins its own line
    if bar:
        _tell(reports)
    if bar and not (reports or due):
        tell("`arrowtui sources` says why; `arrowtui add ADDRESS` adds one.")
    failed = sum(report.trouble is not None for report in reports)
    return Exit.FAILED if failed and (names or failed == len(reports)) else Exit.OK


async def _round(folders: Folders, names: Sequence[str], due: bool, bar: Bar | None) -> tuple[Report, ...]:
    neighbours = Neighbours(folders.neighbours_file)
    async with open_services(folders, durable=False) as services, open_wire(services.settings(), neighbours) as wire:
        await services.subscribe.sync()
        async with open_refresh(services.store, wire, services.settings(), neighbours=neighbours) as refresh:
            reports = await refresh.round(names, due_only=due, progress=bar.show if bar else write_progress)
            await chores_on(refresh, services.settings()).work()
        await index_if_few(services.store, FEW)
        return reports


def _tell(reports: Sequence[Report]) -> None:
    new, failing = sum(report.new for report in reports), [report for report in reports if report.trouble]
    asked = f"{len(reports)} source{'' if len(reports) == 1 else 's'} asked"
    if others := sum(report.elsewhere for report in reports):
        asked += f" ({others} of them by the arrowtui that runs beside this one)"
    say(f"{asked}, {new} new item{'' if new == 1 else 's'}, {len(failing)} failing.")
    for report in failing:
        if report.trouble:
            say(f"  {report.title}: {report.trouble.headline}. {report.trouble.hint}")
