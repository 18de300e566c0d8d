"""`arrowtui log`: the learning log of a period, for the forms of one's profession."""

from datetime import date, datetime, timedelta
from pathlib import Path

import click

from arrowtui.cli.opening import with_store
from arrowtui.cli.output import raw, tell
from arrowtui.cli.typed import TYPED
from arrowtui.gateways.files import write_file
from arrowtui.gateways.places import Folders
from arrowtui.ingest.clean import clean_line
from arrowtui.model.log import Period
from arrowtui.notes.log.forms import FORMS
from arrowtui.services.learning_log import Format, LearningLog, rendered
from arrowtui.settings.edit import SettingsFile

DAY = click.DateTime(["%Y-%m-%d"])
USUAL_DAYS = 365


@click.command("log")
@click.option("--from", "first", type=DAY, help="The first day, as 2026-01-31; a year before the last one if left out.")
@click.option("--to", "last", type=DAY, help="The last day; today if left out.")
@click.option(
    "--format", "format", type=click.Choice([each.value for each in Format]), default="markdown", show_default=True
)
@click.option("--template", type=click.Choice(list(FORMS)), default="entries", show_default=True)
@click.option("--tag", type=TYPED, help="Only notes with this tag.")
@click.option("--goal", type=TYPED, help="Only notes with a goal that holds these words.")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def log_command(
    folders: Folders,
    first: datetime | None,
    last: datetime | None,
    format: str,
    template: str,
    tag: str | None,
    goal: str | None,
    file: Path | None,
) -> None:
    """Write your learning log: what you noted, what shows it, and what became of it. See docs/log.md."""
    period = _period(first, last)
    settings = SettingsFile(folders.config_file, folders.settings_cache).settings()
    name, followed = clean_line(settings.profile.name), settings.chats()
    log = with_store(folders, lambda store: LearningLog(store, name, followed).log(period, tag, goal))
    data = rendered(log, Format(format), template)
    if file is None or str(file) == "-":
        raw(data)
    else:
        write_file(file, data)
        tell(f"{len(log.entries)} entries from {period.first} to {period.last} written to {file}.")


def _period(first: datetime | None, last: datetime | None) -> Period:
    end = last.date() if last else date.today()
    begin = first.date() if first else end - timedelta(days=USUAL_DAYS)
    if begin > end:
        raise click.UsageError(f"--from {begin} is after --to {end}.")
    return Period(begin, end)
