"""Who digests replies: this process while there is little to do, helpers beside it when a round brings much."""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

import msgspec

from arrowtui.model.replace import replace
from arrowtui.services.digest import Digest, Job, digest
from arrowtui.store.placed import prepared

log = logging.getLogger(__name__)

Digesting = Callable[[Job], Awaitable[Digest]]

CROWD = 4
"""So many replies waiting at once make helpers worth their start (a quarter of a second each)."""


async def digest_here(job: Job) -> Digest:
    """In this process, at once."""
    return digest(job)


class Helpers:
    """Digests in other processes once a crowd of replies waits. `close` ends them; they start again when needed.

    Parsing holds Python's lock, so threads would gain nothing; and a document that kills a parser kills a helper.
    """

    def __init__(self, most: int | None = None) -> None:
        self._most = min(4, os.cpu_count() or 1) if most is None else most
        self._pool: ProcessPoolExecutor | None = None
        self._waiting = 0
        self._unpack = msgspec.msgpack.Decoder(Digest).decode

    @property
    def is_at_work(self) -> bool:
        """Whether there are helpers now."""
        return self._pool is not None

    async def __call__(self, job: Job) -> Digest:
        """Digest one reply. Raises what `digest` raises; BrokenProcessPool when the document killed its helper."""
        self._waiting += 1
        try:
            await asyncio.sleep(0)  # lets a crowd gather before the first is digested here
            if self._pool is None and (self._most < 2 or self._waiting < CROWD):
                return digest(job)
            return await self._helped(job, self._started())
        finally:
            self._waiting -= 1

    async def _helped(self, job: Job, pool: ProcessPoolExecutor) -> Digest:
        try:
            with undisturbed():  # a helper may be begun by this
                work = asyncio.get_running_loop().run_in_executor(pool, digest_packed, job)
            packed = await work
        except BrokenProcessPool:
            log.exception("a helper died over %s or a reply beside it", job.reply.address)
            if pool is self._pool:
                self.close()
            raise
        return self._unpack(packed)

    def close(self) -> None:
        """End the helpers; what they were doing is lost."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            from multiprocessing import get_context  # late: most rounds need no helpers

            self._pool = ProcessPoolExecutor(self._most, get_context("spawn"), end_with_parent)
        return self._pool


@contextmanager
def undisturbed() -> Iterator[None]:
    """Processes begun in here never hear Ctrl-C, not even while they start. A terminal sends it to us and to them; we
    end them, and they would only say how they were interrupted."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_with_parent() -> None:
    """Let a helper end when its poller does, even by kill -9: by itself it would wait for work for ever."""
    import threading
    from multiprocessing import parent_process  # late: only helpers come here

    def wait_and_end() -> None:
        if parent := parent_process():
            parent.join()
            os._exit(0)

    threading.Thread(target=wait_and_end, name="parent", daemon=True).start()


def digest_packed(job: Job) -> bytes:
    """`digest` made ready for the store and packed, which is several times quicker to send than pickled values."""
    done = digest(job)
    return msgspec.msgpack.encode(replace(done, placed=prepared(done.placed)))
