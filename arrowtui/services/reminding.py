"""What comes soon: chats that begin, calls about to close that the person minds, those she is to ask again about."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from arrowtui.model.chat_board import When
from arrowtui.model.lane import Lane
from arrowtui.model.ports import Clock
from arrowtui.model.reminder import Reminder, RemindWish

if TYPE_CHECKING:
    from arrowtui.services.calls import Calls
    from arrowtui.services.chats import Chats

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


async def due(chats: "Chats", calls: "Calls", clock: Clock, wish: RemindWish) -> tuple[Reminder, ...]:
    """Everything whose hour is nearer than wished, the nearest first.

    Raises: StoreError.
    """
    now = clock.now()
    found: list[tuple[datetime, Reminder]] = []
    if wish.chat_before and chats.is_following:
        for when, lines in (await chats.board()).parts:
            for line in lines if when is When.NEXT else ():
                starts = line.window.starts_at
                if line.fate is None and starts - now <= wish.chat_before:
                    words = f"{line.chat.name} begins in {_left(starts - now)}"
                    found.append((starts, Reminder(f"chat {line.key}", words, Lane.CHAT)))
    if wish.call_before:
        for call in await calls.closing(wish.call_before):
            deadline = call.kept.call.deadline
            if deadline is not None and deadline.at > now:
                words = f"“{call.row.title}” closes in {_left(deadline.at - now)}"
                found.append((deadline.at, Reminder(f"call {call.row.id} {deadline.at.isoformat()}", words, Lane.CALL)))
    for call in await calls.to_ask_again():
        answer = call.kept.answer
        if answer is not None and answer.follow_up_at is not None:
            key = f"ask again {call.row.id} {answer.follow_up_at.isoformat()}"
            found.append((answer.follow_up_at, Reminder(key, f"Ask again: “{call.row.title}”", Lane.CALL)))
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def _left(time: timedelta) -> str:
    if time < HOUR:
        return f"{max(1, round(time / MINUTE))} min"
    return f"{round(time / HOUR)} h"
