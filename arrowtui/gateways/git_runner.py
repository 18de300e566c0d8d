"""Running the person's own git: without a shell, within time limits, and never able to ask anything back."""

import asyncio
import os
import re
import signal
import sys
from asyncio.subprocess import PIPE
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from arrowtui.gateways.starting import whole
from arrowtui.model.errors_vault import GitFailed, GitMissing, GitNameless, GitTooSlow

LOCAL_S = 60
NETWORK_S = 120
FIXED = (
    "--literal-pathspecs",
    *("-c", "core.quotePath=false"),
    *("-c", "commit.gpgSign=false"),  # signing may ask for a passphrase
    *("-c", "core.editor=true"),
    *("-c", "rebase.autoStash=false"),
    *("-c", "merge.conflictStyle=merge"),
)
CREDENTIALS = re.compile(r"(?<=://)[^/@\s]*@")
NAMELESS = ("tell me who you are", "user.email", "empty ident name", "identity unknown")
SAYS = re.compile(r"^(?:fatal|error|warning|hint|remote): *", re.IGNORECASE)


class Said(Struct, frozen=True):
    """What git answered."""

    code: int
    out: bytes
    err: str

    @property
    def last(self) -> str:
        """Its last word, without what a login may stand in."""
        lines = [SAYS.sub("", line.strip()) for line in self.err.splitlines() if line.strip()]
        telling = [line for line in lines if not line.startswith("hint")] or lines or ["nothing"]
        return CREDENTIALS.sub("", telling[-1]).rstrip(".")


class GitRunner:
    """Runs git in one folder. Every method raises GitMissing and GitTooSlow, with `at_root` GitFailed too."""

    def __init__(
        self,
        folder: Path,
        environment: Mapping[str, str] | None = None,
        local_s: float = LOCAL_S,
        network_s: float = NETWORK_S,
    ) -> None:
        self._folder = folder
        self._environment = _environment(os.environ if environment is None else environment)
        self._local_s, self._network_s = local_s, network_s

    async def root(self) -> Path:
        """The topmost folder of the repository. Raises: GitFailed."""
        said = await self.do("find its repository", "rev-parse", "--show-toplevel")
        return Path(os.fsdecode(said.out.rstrip(b"\n")))

    async def do(self, doing: str, *words: str, data: bytes = b"", at_root: bool = False) -> Said:
        """What git answers where it must succeed; `doing` completes "git could not". Raises: GitFailed, GitNameless."""
        said = await self.ask(*words, data=data, at_root=at_root)
        if said.code != 0:
            if any(sign in said.err.lower() for sign in NAMELESS):
                raise GitNameless(said.last)
            raise GitFailed(doing, said.last)
        return said

    async def ask(self, *words: str, data: bytes = b"", at_root: bool = False, limit_s: float | None = None) -> Said:
        """Run git in the folder, or at the root of its repository, where paths below that are given."""
        folder, limit, pipe = await self.root() if at_root else self._folder, limit_s or self._local_s, PIPE
        starting = asyncio.create_subprocess_exec(
            "git", "-C", str(folder), *FIXED, *words,
            stdin=pipe, stdout=pipe, stderr=pipe, env=self._environment, start_new_session=True,
        )  # fmt: skip
        try:
            process = await whole(starting, _ended)
        except FileNotFoundError as cause:
            raise GitMissing from cause
        try:
            async with asyncio.timeout(limit):
                out, err = await process.communicate(data)
        except TimeoutError as cause:
            raise GitTooSlow(words[0], round(limit)) from cause
        finally:
            await _ended(process)
        return Said(process.returncode or 0, out, err.decode("utf-8", "replace"))

    async def reach(self, *words: str) -> Said:
        """Run git where it goes through the network."""
        own = await self.ask("config", "--get", "core.sshCommand")
        if own.code != 0 and not {"GIT_SSH", "GIT_SSH_COMMAND"} & self._environment.keys():
            self._environment["GIT_SSH_COMMAND"] = "ssh -oBatchMode=yes"
        return await self.ask(*words, limit_s=self._network_s)


async def _ended(process: asyncio.subprocess.Process) -> None:
    """Whatever it started ends with it (ssh, hooks)."""
    if process.returncode is None:
        with suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
        await process.wait()


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    """Nothing may ask: no terminal, no window, no passphrase. What a hook that started us may have set goes."""
    kept = {name: value for name, value in given.items() if name not in {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"}}
    return {
        **kept,
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ASKPASS": "",
        "SSH_ASKPASS_REQUIRE": "never",
        "GCM_INTERACTIVE": "never",
        "GIT_OPTIONAL_LOCKS": "0",
        "LC_ALL": "C",
        "LANGUAGE": "",
    }
