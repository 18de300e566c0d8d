"""What the poller does besides asking sources: small pieces of work, each when its time has come."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from arrowtui.model.ports import Clock


class Chore(Protocol):
    """One kind of such work."""

    async def due_at(self) -> datetime | None:
        """When there is something to do; None: nothing waits. Raises: StoreError."""
        ...

    async def work(self) -> None:
        """Do one piece of it, small enough that nobody waits long behind it. Raises: StoreError."""
        ...


async def earliest(chores: Sequence[Chore]) -> datetime | None:
    """When the next of them has something to do."""
    times = [await chore.due_at() for chore in chores]
    return min((time for time in times if time is not None), default=None)


async def do_due(chores: Sequence[Chore], clock: Clock, is_wanted: Callable[[], bool] = lambda: False) -> None:
    """One piece of each whose time has come; stops as soon as somebody wants something else."""
    for chore in chores:
        if is_wanted():
            return
        due = await chore.due_at()
        if due is not None and due <= clock.now():
            await chore.work()
