"""Waiting for mails in files: looked at every few seconds, which costs two system calls."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

from arrowtui.model.mailbox import MailFiles, MailsFound, MailsWanted
from arrowtui.model.replace import replace

LOOK_S = 2.0
LOOKS = 3
"""So often a mailbox is read after a change: a mail still being written is there a few seconds later."""
Read = Callable[[MailsWanted], Awaitable[MailsFound]]
State = tuple[tuple[int, int, int], ...]


async def changed(
    files: MailFiles, wanted: MailsWanted, seconds: float, read: Read, pause: Callable[[float], Awaitable[None]]
) -> bool:
    """Whether there are mails after the cursor, or come within so many seconds.

    The mailbox itself is only read when something about its files has changed.
    """
    peek = replace(wanted, most_mails=1, largest=0)
    seen: State | None = None
    looks = 0
    while True:
        state = _state(files)
        if state != seen:
            seen, looks = state, LOOKS
        if looks:
            found = await read(peek)
            looks -= 1
            if found.mails or found.is_renewed:
                return True
        if seconds <= 0:
            return False
        await pause(min(LOOK_S, seconds))
        seconds -= LOOK_S


def _state(files: MailFiles) -> State:
    path = Path(files.path)
    states = []
    for place in (path / "new", path / "cur") if files.store == "maildir" else (path,):
        with suppress(OSError):
            found = place.stat()
            states.append((found.st_ino, found.st_mtime_ns, found.st_size))
    return tuple(states)
