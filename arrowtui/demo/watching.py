"""How somebody followed the chats of the demo's world: one session read long ago, one watched the evening before."""

from collections.abc import Sequence

from msgspec import Struct

from arrowtui.demo.clock import PastClock
from arrowtui.model.chat_board import SessionLine, WatchState
from arrowtui.services.chats import Chats


class Visit(Struct, frozen=True):
    """How far one was with a session of a chat, so many hours before the demo begins; `day` is that of the session."""

    hours_before: float
    chat: str
    day: str
    state: WatchState


VISITS: Sequence[Visit] = (
    Visit(500, "Tutor time", "2026-11-02", WatchState.READ),
    Visit(19.9, "Tutor time", "2026-11-23", WatchState.WATCHING),
)


async def visit(chats: Chats, clock: PastClock) -> None:
    """Do it all, each at its hour. Raises: KeyError when a session of the story is missing."""
    now = clock.now()
    lines = [line for _, part in (await chats.board()).parts for line in part]
    for one in VISITS:
        clock.before_start(hours=one.hours_before)
        await chats.set_state(_meant(lines, one), one.state)
    clock.hour = now


def _meant(lines: Sequence[SessionLine], one: Visit) -> SessionLine:
    for line in lines:
        if line.chat.name == one.chat and line.window.starts_at.date().isoformat() == one.day:
            return line
    raise KeyError(f"{one.chat}, {one.day}")
