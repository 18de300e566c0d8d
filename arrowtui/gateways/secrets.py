"""Secrets by name: from a program, an environment variable, or the keyring of the system. Read when one is sent.

A secret is never kept in a settings file unless its owner writes it there, and never in a log, error or export.
"""

import asyncio
import os
import re
import shlex
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field

from arrowtui.model.errors_fetching import SecretMissing
from arrowtui.model.errors_sources import SecretNotGiven

SERVICE = "arrowtui"
VARIABLE = "ARROWTUI_SECRET_"
PATIENCE_S = 30
MOST_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Spring:
    """Where a secret comes from: the first of these that is set. `value` is kept out of every `repr`."""

    command: str = ""
    env: str = ""
    value: str = field(default="", repr=False)


class Secrets:
    """Looks where the settings say, else in `ARROWTUI_SECRET_<NAME>`, else in the keyring. What was found is kept for
    the life of the process: a keyring may ask its owner each time."""

    def __init__(self, springs: Mapping[str, Spring], environment: Mapping[str, str] | None = None) -> None:
        self._springs = springs
        self._environment = os.environ if environment is None else environment
        self._known: dict[str, str] = {}

    async def value(self, name: str) -> str:
        """The secret of that name.

        Raises: SecretMissing; SecretNotGiven when its program or variable fails.
        """
        found = self._known.get(name) or await asyncio.to_thread(self._looked_up, name)
        if found is None:
            raise SecretMissing(name)
        self._known[name] = found
        return found

    def forget(self, name: str) -> None:
        """Look it up anew next time: somebody did not take it, so it may have expired or been changed."""
        self._known.pop(name, None)

    def put(self, name: str, value: str) -> None:
        """Keep a secret in the keyring. Raises: SecretNotGiven where there is no keyring."""
        keep_in_keyring(name, value)
        self._known[name] = value

    def _looked_up(self, name: str) -> str | None:
        spring = self._springs.get(name, Spring())
        if spring.command:
            return _said_by(name, spring.command)
        if spring.env:
            if not (found := self._environment.get(spring.env)):
                raise SecretNotGiven(name, f"The variable {spring.env} is not set.")
            return found
        return spring.value or self._environment.get(variable_of(name)) or _in_keyring(name)


def variable_of(name: str) -> str:
    """The environment variable that may hold a secret: `mastodon:a.example` is ARROWTUI_SECRET_MASTODON_A_EXAMPLE."""
    return VARIABLE + re.sub(r"[^A-Z0-9]+", "_", name.upper())


def _said_by(name: str, command: str) -> str:
    """The first line a program prints. It gets no shell and no input."""
    try:
        words = shlex.split(command)
        done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE_S, check=False)
    except (OSError, ValueError, subprocess.TimeoutExpired) as cause:
        raise SecretNotGiven(name, "Its program could not be run.") from cause
    lines = done.stdout[:MOST_BYTES].decode("utf-8", "replace").splitlines()
    if done.returncode or not lines or not lines[0].strip():
        raise SecretNotGiven(name, f"Its program gave none (exit code {done.returncode}).")
    return lines[0].strip()


def _in_keyring(name: str) -> str | None:
    """None where it is not there, or where the system has no keyring at all."""
    import keyring  # 60 ms to import, and most sources need no secret
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(SERVICE, name)
    except KeyringError:
        return None


def keep_in_keyring(name: str, value: str) -> None:
    """Raises: SecretNotGiven where the system has no keyring, or it is locked."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(SERVICE, name, value)
    except KeyringError as cause:
        why = f"This system has no keyring that can be used. Set the variable {variable_of(name)} instead."
        raise SecretNotGiven(name, why) from cause


def drop_from_keyring(name: str) -> bool:
    """Whether there was one. Raises: SecretNotGiven where the keyring cannot be used."""
    import keyring
    from keyring.errors import KeyringError, PasswordDeleteError

    try:
        keyring.delete_password(SERVICE, name)
    except PasswordDeleteError:
        return False
    except KeyringError as cause:
        raise SecretNotGiven(name, "The keyring of this system cannot be used.") from cause
    return True
