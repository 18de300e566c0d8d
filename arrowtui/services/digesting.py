"""Who digests replies: this process while there is little to do, helpers beside it when a round brings much."""

import asyncio
import logging
import os
import pickle
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress

import msgspec

from arrowtui.gateways.crew import Crew, HandDied
from arrowtui.services.digest import Digest, Job, digest
from arrowtui.services.digesting_beside import DONE

log = logging.getLogger(__name__)

Digesting = Callable[[Job], Awaitable[Digest]]

CROWD = 4
"""So many replies waiting at once make helpers worth their start (a quarter of a second each)."""
SURE_CROWD = 40
"""So many sources that were never asked are a crowd before the first has answered."""
START = "import sys; sys.path[:] = sys.argv[1:]; from arrowtui.services.digesting_beside import main; main()"
"""What a helper runs, handed the places where this process finds its modules; -P: and looks for them nowhere else."""


async def digest_here(job: Job) -> Digest:
    """In this process, at once."""
    return digest(job)


class Helpers:
    """Digests in other processes once a crowd of replies waits. `close` ends them; they start again when needed.

    Parsing holds Python's lock, so threads would gain nothing; and a document that kills a parser kills a helper.
    """

    def __init__(self, most: int | None = None) -> None:
        self._most = min(4, os.cpu_count() or 1) if most is None else most
        self._crew: Crew | None = None
        self._beginning: asyncio.Task[None] | None = None
        self._waiting = 0
        self._unpack = msgspec.msgpack.Decoder(Digest).decode

    @property
    def is_at_work(self) -> bool:
        """Whether there are helpers now."""
        return self._crew is not None

    def expect(self, replies: int) -> None:
        """So many replies with content are about to come: helpers that are worth it start while they are fetched."""
        if self._crew is None and self._most > 1 and replies >= SURE_CROWD:
            self._beginning = asyncio.create_task(self._begin(self._called()))

    async def __call__(self, job: Job) -> Digest:
        """Digest one reply. Raises what `digest` raises; HandDied when the document killed its helper."""
        self._waiting += 1
        try:
            await asyncio.sleep(0)  # lets a crowd gather before the first is digested here
            if self._crew is None and (self._most < 2 or self._waiting < CROWD):
                return digest(job)
            return await self._helped(job, self._crew or self._called())
        finally:
            self._waiting -= 1

    def _called(self) -> Crew:
        self._crew = Crew((sys.executable, "-P", "-c", START, *sys.path), self._most)
        return self._crew

    async def _begin(self, crew: Crew) -> None:
        with suppress(OSError):  # said by the first who wants a helper
            await crew.begin()

    async def _helped(self, job: Job, crew: Crew) -> Digest:
        try:
            answer = await crew.do(pickle.dumps(job))
        except HandDied:
            log.exception("a helper died over %s", job.reply.address)
            raise
        if answer[:1] == DONE:
            return self._unpack(answer[1:])
        error = pickle.loads(answer[1:])  # noqa: S301  # a helper of ours packed it
        assert isinstance(error, BaseException)
        raise error

    async def close(self) -> None:
        """End the helpers; what they were doing is lost."""
        if self._beginning is not None:
            await self._beginning
        if self._crew is not None:
            crew, self._crew = self._crew, None
            await crew.close()
