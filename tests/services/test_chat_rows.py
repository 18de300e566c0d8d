"""What the row of a session says, from posts in a store to words: called off, moved, no-show, when clocks change."""

import time
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from arrowtui.model.chat_board import When
from arrowtui.store import open_store
from arrowtui.ui.drawing.chat_line import session_pieces, session_words
from arrowtui.ui.drawing.row import UNICODE
from tests.fakes import FakeClock
from tests.services.test_chats import HOUR, MINUTE, START, Desk
from tests.store.builders import a_source


@pytest.fixture(autouse=True)
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    store = await open_store(tmp_path / "store.db", durable=False)
    yield Desk(store, FakeClock(START), await a_source(store), tmp_path)
    await store.close()


async def rows(desk: Desk, when: When, width: int = 78) -> list[str]:
    """The rows of a part as they are drawn, blanks folded."""
    now = desk.clock.now().astimezone()
    lines = (await desk.parts()).get(when, [])
    drawn = ["".join(text for text, _ in session_pieces(line, width, now, UNICODE)) for line in lines]
    assert all(len(row) == width for row in drawn)
    return [" ".join(row.split()) for row in drawn]


async def test_called_off(desk: Desk) -> None:
    desk.clock.hour = START - 3 * HOUR
    await desk.say(("@wardchat", -240, "No #wardchat tonight, see you next week"), prefix="off")

    assert await rows(desk, When.NEXT) == [
        "Ward chat Wed 25 Nov 02:00 (20:00 EST) cancelled",
        "Ward chat Wed 2 Dec 02:00 (20:00 EST) in 1w",
    ]
    desk.clock.hour = START + 24 * HOUR
    assert await rows(desk, When.PAST) == ["Ward chat Wed 25 Nov 02:00 (20:00 EST) cancelled"]


async def test_moved_to_another_hour_and_to_none_yet(desk: Desk) -> None:
    desk.clock.hour = START - 3 * HOUR
    await desk.say(("@wardchat", -240, "#wardchat is moved to Thursday, 9pm ET"), prefix="off")

    assert await rows(desk, When.NEXT) == [
        "Ward chat Wed 25 Nov 02:00 · to Fri 27 Nov 03:00 moved",
        "Ward chat Fri 27 Nov 03:00 (21:00 EST) in 2d",
    ]
    (line, *_) = (await desk.parts())[When.NEXT]
    now = desk.clock.now().astimezone()
    assert session_words(line, now) == "Ward chat: Wed 25 Nov 02:00 (20:00 EST) · to Fri 27 Nov 03:00 · moved"


async def test_postponed_without_a_new_hour(desk: Desk) -> None:
    desk.clock.hour = START - 3 * HOUR
    await desk.say(("@wardchat", -240, "#wardchat is postponed, new date to be announced"), prefix="off")

    assert (await rows(desk, When.NEXT))[0] == "Ward chat Wed 25 Nov 02:00 · moved, no new hour yet moved"


async def test_a_no_show(desk: Desk) -> None:
    await desk.say(("@ida", 3, "Is anybody here? #wardchat"), ("@bo", 9, "I am, good evening #wardchat"))
    desk.clock.hour = START + 2 * HOUR

    assert await rows(desk, When.PAST) == ["Ward chat Wed 25 Nov 02:00 · no question seen no-show"]


async def test_live_says_how_long(desk: Desk) -> None:
    await desk.say(("@wardchat", 2, "Q1: What makes a handover good? #wardchat"))
    desk.clock.hour = START + 20 * MINUTE

    assert await rows(desk, When.LIVE) == ["● Ward chat 02:00–03:00 (20:00 EST) · 1 post 40m left"]


@pytest.mark.parametrize(
    ("hour", "row"),
    [
        # Berlin leaves summer time on 25 October, New York on 1 November: in the week between it is an hour earlier.
        (datetime(2026, 10, 20, 12, tzinfo=UTC), "Ward chat Wed 21 Oct 02:00 (20:00 EDT) in 12h"),
        (datetime(2026, 10, 27, 12, tzinfo=UTC), "Ward chat Wed 28 Oct 01:00 (20:00 EDT) in 12h"),
        (datetime(2026, 11, 3, 12, tzinfo=UTC), "Ward chat Wed 4 Nov 02:00 (20:00 EST) in 13h"),
        # In spring New York goes first, on 14 March, Berlin on 28 March.
        (datetime(2027, 3, 16, 12, tzinfo=UTC), "Ward chat Wed 17 Mar 01:00 (20:00 EDT) in 12h"),
        (datetime(2027, 3, 30, 12, tzinfo=UTC), "Ward chat Wed 31 Mar 02:00 (20:00 EDT) in 12h"),
    ],
    ids=lambda value: f"{value:%d %b}" if isinstance(value, datetime) else "",
)
async def test_when_clocks_change_the_hour_is_the_readers_and_the_hosts(desk: Desk, hour: datetime, row: str) -> None:
    desk.clock.hour = hour

    assert await rows(desk, When.NEXT) == [row]


async def test_the_countdown_crosses_the_change_of_clocks_rightly(desk: Desk) -> None:
    desk.clock.hour = datetime(2026, 10, 28, 0, 0, tzinfo=UTC) - timedelta(minutes=50)

    assert (await rows(desk, When.NEXT))[0].endswith("in 50m")


@pytest.mark.parametrize("width", [40, 46, 60])
async def test_where_there_is_little_room_the_hour_and_the_fate_stay_whole(desk: Desk, width: int) -> None:
    await desk.say(("@ida", 3, "Is anybody here? #wardchat"))
    desk.clock.hour = START + 2 * HOUR

    (row,) = await rows(desk, When.PAST, width)

    assert "25 Nov 02:00" in row
    assert row.endswith(" no-show")
    assert "…" not in row
