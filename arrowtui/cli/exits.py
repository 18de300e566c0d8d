"""Exit codes, and how a failure is told: headline and hint on the error stream, never a traceback."""

import os
import sys
from collections.abc import Callable
from enum import IntEnum

import click

from arrowtui.cli.output import tell
from arrowtui.model.errors import ArrowError, SettingsError, SeveralFeeds, StoreError


class Exit(IntEnum):
    """What the shell gets. Listed in `--help` and docs/cli.md."""

    OK = 0
    FAILED = 1
    USAGE = 2
    SETTINGS = 3
    STORE = 4
    INTERRUPTED = 130


def guarded(work: Callable[[], object]) -> int:
    """Run a command and turn however it ends into an exit code. A bug is no failure and stays loud."""
    try:
        found = work()
    except ArrowError as error:
        return _failed(error)
    except click.UsageError as error:
        error.show()
        return Exit.USAGE
    except click.ClickException as error:
        tell(error.format_message())
        return Exit.FAILED
    except click.exceptions.Exit as asked:
        return asked.exit_code
    except (KeyboardInterrupt, click.Abort):
        tell("Interrupted.")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()
        return Exit.OK
    return found if isinstance(found, int) else Exit.OK


def _failed(error: ArrowError) -> int:
    tell(f"{error.headline()}.", error.hint())
    if isinstance(error, SeveralFeeds):
        return Exit.USAGE
    if isinstance(error, SettingsError):
        return Exit.SETTINGS
    return Exit.STORE if isinstance(error, StoreError) else Exit.FAILED


def _silence_stdout() -> None:
    """The reader of a pipe is gone (`| head`): let the last flush at exit go nowhere instead of complaining."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
