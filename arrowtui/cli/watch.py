"""`arrowtui watch`: the poller, on its own or as the child of a screen."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import suppress
from functools import partial
from time import monotonic

import click
import msgspec

from arrowtui.cli.output import raw_line, say, tell
from arrowtui.gateways.files import version_of
from arrowtui.gateways.lock import FileLock, LockTaken
from arrowtui.gateways.neighbours import Neighbours
from arrowtui.gateways.parent import is_spoken_to, lines_from_parent, stand_back
from arrowtui.gateways.patience import run
from arrowtui.gateways.places import Folders
from arrowtui.model.errors import ArrowError, SettingsError, StoreError
from arrowtui.model.errors_requests import AlreadyWatching
from arrowtui.model.progress import Progress
from arrowtui.model.replace import replace
from arrowtui.services.following import follow
from arrowtui.services.poller import Watch, thinned
from arrowtui.wiring.keeping import keep_listening, keep_to_what_hosts_say, keep_vault, keep_waiting_for_mail
from arrowtui.wiring.shell import open_services, write_log
from arrowtui.wiring.world import chores_on, open_refresh, open_wire

log = logging.getLogger(__name__)


@click.command("watch")
@click.option("--json", "as_json", is_flag=True, help="Progress as JSON lines; orders are taken on a piped input.")
@click.pass_obj
def watch_command(folders: Folders, as_json: bool) -> None:
    """Ask the sources whenever they are due, until interrupted. One at a time for each data folder."""
    lock = FileLock(folders.lock_file)
    try:
        lock.take()
    except LockTaken as cause:
        raise AlreadyWatching(cause.holder) from cause
    except StoreError as error:
        _tell_end(error, as_json)
        raise
    try:
        write_log(folders)
        lines = lines_from_parent() if as_json and is_spoken_to() else None
        if lines is not None:
            stand_back()
        heard = thinned(write_progress, monotonic) if as_json else _tell
        with suppress(asyncio.CancelledError):  # told to end
            run(_watch(folders, heard, lines))
    except ArrowError as error:
        _tell_end(error, as_json)
        raise
    finally:
        lock.release()


async def _watch(folders: Folders, heard: Callable[[Progress], None], lines: AsyncIterator[str] | None) -> None:
    _end_when_told()
    neighbours = Neighbours(folders.neighbours_file)
    async with open_services(folders, durable=False) as services, open_wire(services.settings(), neighbours) as wire:
        settings = services.settings()
        await services.subscribe.sync()
        async with open_refresh(services.store, wire, settings, services.settings, neighbours=neighbours) as refresh:
            if lines is not None:
                refresh = replace(refresh, together=1)  # a person writes too, and waits for as long as we do
            look = partial(version_of, folders.config_file)
            following = asyncio.create_task(
                follow(look, services.subscribe.sync, told=lambda fault: heard(_of_settings(fault)))
            )
            beside = [
                following,
                _beside(keep_vault(services, folders), "the vault is not kept in step any more"),
                _beside(keep_listening(services, folders, refresh, heard), "nothing is heard live any more"),
                _beside(
                    keep_to_what_hosts_say(refresh, services.settings), "moved sessions of chats are not known any more"
                ),
                _beside(keep_waiting_for_mail(services, folders, refresh, heard), "mailboxes are only asked when due"),
            ]
            try:
                await Watch(refresh, heard, chores=chores_on(refresh, settings)).run(lines)
            finally:
                for task in beside:
                    task.cancel()


def _of_settings(fault: SettingsError | None) -> Progress:
    """The settings are faulty, or mended."""
    return Progress(0, 0) if fault is None else Progress.beside(fault)


def _end_when_told() -> None:
    """A service manager asks by SIGTERM: what runs is left as at Ctrl-C, and it was no failure."""
    here = asyncio.current_task()
    if here is not None:
        with suppress(NotImplementedError):  # Windows knows no such asking
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, here.cancel)


def _beside(work: Coroutine[None, None, None], words: str) -> asyncio.Task[None]:
    """Work beside the rounds; `words` say what is lost when it ends by a bug."""
    task = asyncio.create_task(work)
    task.add_done_callback(partial(_tell_bug, words))
    return task


def _tell_bug(words: str, task: asyncio.Task[None]) -> None:
    """What beside the poller ended as nobody expected ends alone, and is written down."""
    if not task.cancelled() and (bug := task.exception()) is not None:
        log.error("%s", words, exc_info=bug)


def _tell_end(error: ArrowError, as_json: bool) -> None:
    """What ends it, told to a screen that reads along: it has no eye on the error stream."""
    if as_json:
        write_progress(Progress.stopped_by(error))


def write_progress(progress: Progress) -> None:
    """One line of JSON, at once: whoever reads it draws with it."""
    raw_line(msgspec.json.encode(progress))


def _tell(progress: Progress) -> None:
    """For people only what happened: news and failures."""
    report = progress.report
    if progress.trouble:
        tell(f"{progress.trouble.headline}.", progress.trouble.hint)
    elif report and report.trouble:
        say(f"{report.title}: {report.trouble.headline}")
    elif report and (report.new or report.updated):
        edited = f", {report.updated} edited" if report.updated else ""
        say(f"{report.title}: {report.new} new{edited}")
