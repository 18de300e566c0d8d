"""The side of a process that works for another: pieces of work in through its standard input, answers out, in order.

Several begin as one: what all of them need is brought in once, then that one makes the others of itself.
"""

import gc
import os
import signal
import struct
from collections.abc import Callable, Sequence
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread

HEAD = struct.Struct("<Q")
"""Before each piece of work and each answer: how many bytes it has."""


TWINS = "ARROWTUI_TWINS"
"""The variable that names two pipes for each process to be made: where it hears its work, and where it answers."""

BEHIND = 5
"""How far in the queue for a core such a process stands behind the one it works for, which then never lacks work to
hand out, and behind a screen where somebody presses keys."""


def serve(work: Callable[[bytes], bytes], bring_in: Callable[[], None] = lambda: None) -> None:
    """Do what one is sent until whoever sends it ends, however that comes about: never returns.

    Args:
        bring_in: loads whatever `work` needs.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the keyboard speaks to the one we work for
    if hasattr(os, "nice"):
        os.nice(BEHIND)
    bring_in()
    twins = _doubled()
    out = os.dup(1)
    os.dup2(2, 1)  # what a library may print is no answer
    if twins is None:
        _say(out, str(os.getpid()).encode())
    given: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(given, twins or ()), name="work", daemon=True).start()
    while True:
        _say(out, work(given.get()))


def _doubled() -> list[int] | None:
    """Make as many processes of this one as are wanted. Returns their numbers; None in one of those, which has pipes of
    its own by now."""
    ends = [int(end) for end in os.environ.pop(TWINS, "").split()]
    gc.freeze()  # what is there by now stays, and is looked at by nobody: so its memory is shared
    twins: list[int] = []
    is_twin = False
    for ear, mouth in zip(ends[::2], ends[1::2], strict=True):
        if is_twin := (number := os.fork()) == 0:
            os.dup2(ear, 0)
            os.dup2(mouth, 1)
            break
        twins.append(number)
    for end in ends:
        os.close(end)  # held open here, nobody would hear when its process ends
    return None if is_twin else twins


def _listen(given: "SimpleQueue[bytes]", twins: Sequence[int]) -> None:
    """Hear what is to be done. A thread, so that the end of the other process ends this one in the middle of its work:
    a document that is read for ever would keep it."""
    with suppress(EOFError):
        while True:
            (size,) = HEAD.unpack(_read(HEAD.size))
            given.put(_read(size))
    for twin in twins:  # they hear of the end themselves, unless such a document keeps them from hearing
        os.kill(twin, signal.SIGKILL)
        os.waitpid(twin, 0)  # so that their time is counted with ours
    os._exit(0)


def _read(size: int) -> bytes:
    """So many bytes. Raises: EOFError."""
    parts: list[bytes] = []
    while size > 0:
        parts.append(os.read(0, size))
        if not parts[-1]:
            raise EOFError
        size -= len(parts[-1])
    return parts[0] if len(parts) == 1 else b"".join(parts)  # mostly it comes in one


def _say(out: int, answer: bytes) -> None:
    left = memoryview(HEAD.pack(len(answer)) + answer)
    try:
        while left:
            left = left[os.write(out, left) :]
    except OSError:  # nobody hears us any more
        os._exit(0)
