"""How a run ends: exit codes, and a failure told as headline and hint, never as a traceback."""

import os
import sys
from collections.abc import Callable
from enum import IntEnum

from arrowtui.cli.output import flushed, tell
from arrowtui.model.errors import ArrowError, SettingsError, StoreError
from arrowtui.model.errors_requests import OutputUnwritable, SeveralFeeds


class Exit(IntEnum):
    """What the shell gets. Listed in `--help` and docs/cli.md."""

    OK = 0
    FAILED = 1
    USAGE = 2
    SETTINGS = 3
    STORE = 4
    INTERRUPTED = 130


def guarded(work: Callable[[], object]) -> int:
    """Run something and turn however it ends into an exit code. A bug is no failure and stays loud."""
    _give_streams()
    try:
        found = work()
        flushed()  # here, where a closed pipe is still ours to hear about
    except OutputUnwritable as error:
        _silence_stdout()
        tell(f"{error.headline()}.", error.hint())
        return Exit.FAILED
    except ArrowError as error:
        tell(f"{error.headline()}.", error.hint())
        return code_of(error)
    except KeyboardInterrupt:
        tell("Interrupted.")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()
        return Exit.OK
    return found if isinstance(found, int) else Exit.OK


def code_of(error: ArrowError) -> Exit:
    """The exit code of a failure."""
    from arrowtui.model.errors_pages import SeveralWays  # start-up time

    if isinstance(error, SeveralFeeds | SeveralWays):
        return Exit.USAGE
    if isinstance(error, SettingsError):
        return Exit.SETTINGS
    return Exit.STORE if isinstance(error, StoreError) else Exit.FAILED


def _give_streams() -> None:
    """Who closed a stream before starting us (`>&-`) wants to hear or say nothing: that is no failure."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 until the process ends


def _silence_stdout() -> None:
    """The reader of a pipe is gone (`| head`), or its disk is full: let the last flush at exit go nowhere instead of
    complaining."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
