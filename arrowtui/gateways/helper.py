"""Looking at an address, and keeping a secret, in a process of its own: the screen never fetches, parses nor waits."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from arrowtui.model.errors_requests import HelperTold
from arrowtui.model.found import FoundSource
from arrowtui.model.lane import Lane
from arrowtui.model.subscription import Trouble, Wish

PATIENCE_S = 120


class _Line(msgspec.Struct):
    """A line of `arrowtui add --probe --json`: a source, or with `error` why there is none."""

    error: str = ""
    headline: str = ""
    hint: str = ""
    kind: str = "feed"
    address: str = ""
    title: str = ""
    own_title: str | None = None
    lane: Lane | None = None
    tags: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    known: bool = False
    comments: bool = False
    options: dict[str, str] = msgspec.field(default_factory=dict)
    words: str = ""
    trouble: Trouble | None = None
    secret: str = ""
    server: str = ""
    name_in: str = ""
    part: bool = False
    paused: bool = False

    def found(self) -> FoundSource:
        options = tuple(self.options.items())
        wish = Wish(self.kind, self.address, self.own_title, self.lane, self.tags, paused=self.paused, options=options)
        return FoundSource(
            wish,
            self.title,
            self.openings,
            self.known,
            self.comments,
            self.words,
            self.hint,
            self.trouble,
            self.secret,
            self.server,
            self.name_in,
            self.part,
        )


class Helper:
    """Runs this very program as a child. `command` begins its command line (tests hand in another)."""

    def __init__(self, config: Path, data: Path, command: Sequence[str] = (sys.executable, "-m", "arrowtui")) -> None:
        self._command = (*command, "--config", str(config), "--data", str(data))

    async def probe(self, address: str) -> tuple[FoundSource, ...]:
        """The sources at an address or in a file. Cancelling ends the child.

        Raises: HelperTold with the child's own words; also when it says nothing for two minutes.
        """
        _, out, err = await self._asked(b"", "add", "--probe", "--json", "--", address)
        return _understood(out, err)

    async def keep(self, name: str, secret: str) -> None:
        """Put a token or password into the keyring of the system; it goes through a pipe, where nobody sees it.

        Raises: HelperTold with the child's own words, where there is no keyring.
        """
        code, _, err = await self._asked(secret.encode(), "login", "--stdin", "--", name)
        if code:
            headline, *hint = err.decode("utf-8", "replace").strip().splitlines() or ["The secret was not kept"]
            raise HelperTold(headline.rstrip("."), " ".join(hint) or "Try `arrowtui login` in the shell.")

    async def _asked(self, said: bytes, *arguments: str) -> tuple[int, bytes, bytes]:
        """Run a command to its end: its exit code, output and error stream."""
        child = await self._started(*arguments)
        try:
            async with asyncio.timeout(PATIENCE_S):
                out, err = await child.communicate(said)
        except TimeoutError as cause:
            raise HelperTold("The answer took too long", "Try again later.") from cause
        finally:
            if child.returncode is None:
                child.kill()
                await child.wait()
        return child.returncode or 0, out, err

    async def _started(self, *arguments: str) -> asyncio.subprocess.Process:
        pipe = asyncio.subprocess.PIPE
        try:
            return await asyncio.create_subprocess_exec(
                *self._command, *arguments, stdin=pipe, stdout=pipe, stderr=pipe
            )
        except OSError as cause:
            raise HelperTold("The helper process cannot be started", f"The system says: {cause.strerror}.") from cause


def _understood(out: bytes, err: bytes) -> tuple[FoundSource, ...]:
    try:
        lines = [msgspec.json.decode(line, type=_Line) for line in out.splitlines() if line.strip()]
    except msgspec.DecodeError as cause:
        raise HelperTold("The helper process was not understood", str(cause)) from cause
    for line in lines:
        if line.error:
            raise HelperTold(line.headline, line.hint)
    if not lines:
        said = err.decode("utf-8", "replace").strip().splitlines()
        raise HelperTold("The helper process ended early", said[-1] if said else "It said nothing.")
    return tuple(line.found() for line in lines)
