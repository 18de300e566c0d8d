"""Chats found in what was read: the poller finds them, the board shows them, one key follows or waves off."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from arrowtui.lanes.schedule import windows
from arrowtui.model.chat_found import FoundChat
from arrowtui.model.errors_settings import SettingsUnwritable
from arrowtui.model.lane import Lane
from arrowtui.model.subscription import Wish
from arrowtui.services.chats import Chats
from arrowtui.services.found_chats import EVERY, SOON, FindingChats
from arrowtui.services.journal import Journal
from arrowtui.services.subscribe import Subscribe
from arrowtui.settings.edit import SettingsFile
from arrowtui.store import Store
from arrowtui.store.subscriptions import subscriptions, sync_wishes
from tests.fakes import FakeClock
from tests.store.builders import an_item, arrived, opened, placed

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)
THURSDAY = datetime(2026, 3, 19, 20, 0, tzinfo=UTC)
HOME = "https://social.example/@kim"
SETTINGS = f"""# What I read.

[[source]]
kind = "mastodon"
address = "{HOME}"   # my own list
lane = "chats"

# The end of it.
"""


@dataclass
class Desk:
    """A store, settings on a file, and the chore of the poller."""

    store: Store
    clock: FakeClock
    path: Path

    def __post_init__(self) -> None:
        self.file = SettingsFile(self.path)
        self.subscribe = Subscribe(self.store, self.file)
        self.journal = Journal(self.store, self.clock, book=self.subscribe)
        self.finding = FindingChats(self.store, self.clock, lambda: "Europe/London")
        self.chats = Chats(self.store, self.clock, lambda: self.file.settings().chats(), book=self.subscribe)

    async def evenings(self, *weeks_ago: int, tags: str = "#nurschat", host: str = "@host") -> None:
        """Four questions of one host on each of these Thursdays, two answers to each."""
        async with self.store.reading() as db:
            (source,) = await subscriptions(db)
        said = [
            (host if not who else f"@guest{who}{n}", at + timedelta(minutes=10 * n + who), f"{label}{n}: {rest} {tags}")
            for at in (THURSDAY - timedelta(weeks=week) for week in weeks_ago)
            for n in range(1, 5)
            for who, label, rest in ((0, "Q", f"What about number {n}?"), (1, "A", "this"), (2, "A", "that"))
        ]
        batch = [
            placed(an_item(f"{host}{at}{who}", title=text, text=text, author=who, at=at), Lane.CHAT)
            for who, at, text in said
        ]
        await arrived(self.store, source.id, batch)

    async def found(self) -> FoundChat:
        await self.finding.work()
        (one,) = (await self.chats.board()).found
        return one


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    path = tmp_path / "config.toml"
    path.write_text(SETTINGS, encoding="utf-8")
    async with opened(tmp_path / "store.db") as store:
        async with store.write() as db:
            await sync_wishes(db, [Wish("mastodon", HOME, lane=Lane.CHAT)])
        yield Desk(store, FakeClock(NOW), path)


async def test_what_comes_back_is_found_by_the_poller_and_stands_on_the_board(desk: Desk) -> None:
    await desk.evenings(0, 1, 2, 3, 4)

    one = await desk.found()

    assert (one.hashtag, one.sessions, one.people) == ("#nurschat", 5, 9)
    assert (one.series.rrule, one.series.tz) == ("FREQ=WEEKLY;BYDAY=TH;BYHOUR=20;BYMINUTE=0", "Europe/London")
    assert one.places == ("social.example",)
    assert one.last.starts_at == THURSDAY
    reading = await desk.chats.read(one.latest)
    assert [(question.number, len(question.answers)) for question in reading.questions] == [
        (n, 2) for n in (1, 2, 3, 4)
    ]


async def test_the_board_reads_only_what_was_found_before(desk: Desk) -> None:
    await desk.evenings(0, 1, 2)

    assert (await desk.chats.board()).found == ()
    assert not desk.chats.has_board

    await desk.found()
    assert desk.chats.has_board


async def test_it_is_looked_again_every_two_hours_and_sooner_where_nothing_was_there(desk: Desk) -> None:
    assert await desk.finding.due_at() == NOW
    await desk.finding.work()
    assert await desk.finding.due_at() == NOW + SOON

    await desk.evenings(0, 1)
    await desk.finding.work()
    assert await desk.finding.due_at() == NOW + EVERY


async def test_what_is_there_already_is_not_written_again(desk: Desk) -> None:
    await desk.evenings(0, 1, 2)
    await desk.finding.work()
    version = await desk.chats.version()

    other = FindingChats(desk.store, desk.clock, lambda: "Europe/London")
    await other.work()

    assert await desk.chats.version() == version
    assert len(await desk.chats.found()) == 1


async def test_following_writes_the_settings_and_its_sessions_stand_on_the_board_at_once(desk: Desk) -> None:
    await desk.evenings(0, 1, 2)

    done = await desk.chats.follow(await desk.found())

    assert done.sentence == "Following #nurschat"
    text = desk.path.read_text(encoding="utf-8")
    assert text.startswith(SETTINGS)
    (chat,) = desk.file.settings().chats()
    assert (chat.hashtags, chat.series.moderators) == (("nurschat",), ("@host",))
    assert [wish.address for wish in desk.file.wishes()] == [HOME, "https://social.example/tags/nurschat"]
    async with desk.store.reading() as db:
        assert len(await subscriptions(db)) == 2
    board = await desk.chats.board()
    assert board.found == ()
    assert {line.chat.name for _, lines in board.parts for line in lines} == {"#nurschat"}


async def test_following_is_undone_to_the_letter(desk: Desk) -> None:
    await desk.evenings(0, 1, 2)
    await desk.chats.follow(await desk.found())

    undone = await desk.journal.undo()

    assert undone is not None
    assert undone.sentence == "Undone: following #nurschat"
    assert desk.path.read_text(encoding="utf-8") == SETTINGS
    assert len((await desk.chats.board()).found) == 1
    async with desk.store.reading() as db:
        assert [one.wish.address for one in await subscriptions(db)] == [HOME]


async def test_what_she_wrote_on_is_not_taken_out(desk: Desk) -> None:
    await desk.evenings(0, 1, 2)
    await desk.chats.follow(await desk.found())
    desk.path.write_text(desk.path.read_text(encoding="utf-8") + 'tags = ["work"]\n', encoding="utf-8")
    before = desk.path.read_text(encoding="utf-8")

    with pytest.raises(SettingsUnwritable, match="by hand"):
        await desk.journal.undo()

    assert desk.path.read_text(encoding="utf-8") == before
    assert len(desk.file.settings().chats()) == 1


async def test_one_that_is_not_wanted_does_not_come_back_unless_undone(desk: Desk) -> None:
    await desk.evenings(0, 1, 2)
    one = await desk.found()

    assert (await desk.chats.refuse(one)).count == 1
    assert (await desk.chats.refuse(one)).count == 0
    await desk.evenings(3)
    await desk.finding.work()
    assert (await desk.chats.board()).found == ()

    await desk.journal.undo()
    assert [again.hashtag for again in (await desk.chats.board()).found] == ["#nurschat"]


async def test_two_hashtags_on_the_same_questions_are_one_chat(desk: Desk) -> None:
    await desk.evenings(0, 1, 2, tags="#nurschat #nursing #uknurses")

    assert (await desk.found()).hashtag == "#nurschat"


async def test_every_second_week_is_the_right_one(desk: Desk) -> None:
    await desk.evenings(0, 2, 4)

    series = (await desk.found()).series

    starts = [window.starts_at for window in windows(series, THURSDAY, THURSDAY + timedelta(days=30))]
    # On 29 March the clocks change: it is still eight in London.
    assert starts == [THURSDAY, datetime(2026, 4, 2, 19, 0, tzinfo=UTC), datetime(2026, 4, 16, 19, 0, tzinfo=UTC)]
