"""How far one is with sessions: whatever is marked and undone in whatever order, undo leads back step by step."""

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from arrowtui.model.chat import Window
from arrowtui.model.chat_board import SessionLine, WatchState, When
from arrowtui.services.chats import Chats
from arrowtui.services.journal import Journal
from arrowtui.store.sessions import session_states
from tests.fakes import FakeClock
from tests.services.test_chats import CHAT, HOUR, START
from tests.store.builders import opened

STATES = (*WatchState, None)
ACTS = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(STATES)), max_size=24)
"""A session and the state it is given; no state: undo."""


@given(ACTS)
@settings(max_examples=40, deadline=None)
async def test_undo_leads_back_through_every_state_of_every_session(acts: list[tuple[int, WatchState | None]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with opened(Path(folder) / "store.db") as store:
            clock = FakeClock(START)
            chats, journal = Chats(store, clock, (CHAT,)), Journal(store, clock)
            lines = [SessionLine(CHAT, planned(week), When.PAST) for week in range(3)]
            now: dict[int, WatchState] = {}
            past: list[dict[int, WatchState]] = []
            for number, state in acts:
                if state is None:
                    undone = await journal.undo()
                    assert (undone is None) is (not past)
                    now = past.pop() if past else now
                elif (await chats.set_state(lines[number], state)).count:
                    past.append(dict(now))
                    now[number] = state
                else:
                    assert now.get(number) is state
                async with store.reading() as db:
                    found = await session_states(db)
                assert sorted(found.values()) == sorted(now.values())


def planned(week: int) -> Window:
    start = START + timedelta(days=7 * week)
    return Window(start, start + HOUR)
