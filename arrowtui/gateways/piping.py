"""A text handed to a program of the person's own: started directly, never through a shell."""

import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Mapping

from arrowtui.gateways.home import tilde
from arrowtui.model.errors_programs import ProgramFailed, ProgramMissing

OURS = "ARROWTUI_"
"""Variables that begin so may hold secrets: no program is handed them."""


def until_enter() -> None:
    """Let the person read what the program wrote before the screen comes back."""
    sys.stdout.write("\nEnter: back to arrowtui ")
    sys.stdout.flush()
    sys.stdin.readline()


class Piping:
    """Runs programs in the terminal, which must be free. `pause` waits after each."""

    def __init__(self, environment: Mapping[str, str] | None = None, pause: Callable[[], None] = until_enter) -> None:
        known = os.environ if environment is None else environment
        self._environment = {name: value for name, value in known.items() if not name.upper().startswith(OURS)}
        self._pause = pause

    def pipe(self, text: str, line: str) -> None:
        """Give `text` to a program as its standard input, and wait until it has ended.

        Args:
            line: program and arguments, split as a shell would split them; nothing is expanded save a leading `~/`.
        Raises: ProgramMissing, ProgramFailed.
        """
        words = _words(line)
        try:
            done = subprocess.run(words, input=text.encode(), env=self._environment, check=False)
        except BrokenPipeError:
            return  # it has read as much as it wanted
        except OSError as cause:
            raise ProgramMissing(line) from cause
        self._pause()
        if done.returncode != 0:
            raise ProgramFailed(words[0], done.returncode)


def _words(line: str) -> list[str]:
    try:
        words = shlex.split(line)
    except ValueError as cause:  # a quote that is never closed
        raise ProgramMissing(line) from cause
    if not words or not words[0] or "\0" in line:
        raise ProgramMissing(line)
    return [tilde(word) if word.startswith("~/") else word for word in words]
