"""The side of a process that works for another: pieces of work in through its standard input, answers out, in order."""

import os
import signal
import struct
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread

HEAD = struct.Struct("<Q")
"""Before each piece of work and each answer: how many bytes it has."""


def serve(work: Callable[[bytes], bytes]) -> None:
    """Do what one is sent until whoever sends it ends, however that comes about: never returns."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the keyboard speaks to the one we work for
    out = os.dup(1)
    os.dup2(2, 1)  # what a library may print is no answer
    given: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(given,), name="work", daemon=True).start()
    while True:
        answer = work(given.get())
        _write(out, HEAD.pack(len(answer)) + answer)


def _listen(given: "SimpleQueue[bytes]") -> None:
    """Hear what is to be done. A thread, so that the end of the other process ends this one in the middle of its work:
    a document that is read for ever would keep it."""
    while True:
        head = _read(HEAD.size)
        given.put(_read(HEAD.unpack(head)[0]))


def _read(size: int) -> bytes:
    parts: list[bytes] = []
    while size > 0:
        parts.append(os.read(0, size))
        if not parts[-1]:
            os._exit(0)
        size -= len(parts[-1])
    return parts[0] if len(parts) == 1 else b"".join(parts)  # mostly it comes in one


def _write(out: int, answer: bytes) -> None:
    left = memoryview(answer)
    try:
        while left:
            left = left[os.write(out, left) :]
    except OSError:  # nobody hears us any more
        os._exit(0)
