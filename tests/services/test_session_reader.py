"""A session that is read while it grows equals the one that is read whole, whatever came in whatever order."""

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from arrowtui.lanes import chats as assembling
from arrowtui.model.chat_board import SessionLine, When
from arrowtui.model.item import ItemId
from arrowtui.model.lane import Lane
from arrowtui.services.journal import Journal
from arrowtui.services.session_reader import ROWS_EVERY, SessionReader
from arrowtui.store import Store
from arrowtui.store.deletion import delete_items
from tests.fakes import FakeClock
from tests.services.test_chat_states import planned
from tests.services.test_chats import CHAT, MINUTE, START
from tests.store.builders import a_source, an_item, arrived, opened, placed

KEY = "feed|example.org|"
LINE = SessionLine(CHAT, planned(0), When.LIVE)
AUTHORS = ("@wardchat", "@ida", "@bo")
TEXTS = (
    "Q{n}: What makes handover {n} good? #wardchat",
    "A{n}: two lines, no more #wardchat",
    "Welcome to #wardchat, say hello",
    "So true!! #wardchat",
    "oops, that was for Q1 #wardchat",
    "CORRECTION that was Q{n} #wardchat",
    "That's all for tonight, thanks everyone! #wardchat",
)
POSTS = st.tuples(
    st.integers(0, 30), st.sampled_from(AUTHORS), st.integers(-5, 90), st.sampled_from(TEXTS), st.integers(1, 3)
)
"""Its name, who wrote it, minutes after the start, and its words; the same name again is an edit."""
STEPS = st.lists(
    st.one_of(st.lists(POSTS, min_size=1, max_size=6), st.sampled_from(("keep", "undo", "forget"))), max_size=8
)


@given(STEPS, st.integers(0, 30))
@settings(max_examples=60, deadline=None)
async def test_what_is_read_piece_by_piece_is_what_is_read_whole(steps: list[object], parent: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with opened(Path(folder) / "store.db") as store:
            source, clock = await a_source(store), FakeClock(START + 30 * MINUTE)
            journal, growing = Journal(store, clock), SessionReader(store, clock, LINE)
            for step in steps:
                if isinstance(step, list):
                    await arrive_all(store, source, step, f"p{parent}")
                elif items := sorted(said.item for said in (await growing.read(LINE)).all_said()):
                    await act(store, journal, str(step), items[len(items) // 2])

                assert await growing.read(LINE) == await SessionReader(store, clock, LINE).read(LINE)


async def arrive_all(store: Store, source: object, posts: list[tuple[int, str, int, str, int]], parent: str) -> None:
    named = {name: (author, minutes, text.format(n=n)) for name, author, minutes, text, n in posts}
    batch = [
        placed(
            an_item(
                f"p{name}",
                title=text,
                text=text,
                author=author,
                at=START + minutes * MINUTE,
                **({} if f"p{name}" == parent or name % 3 else {"parent_key": KEY + parent, "root_key": KEY + parent}),
            ),
            Lane.CHAT,
        )
        for name, (author, minutes, text) in named.items()
    ]
    await arrived(store, source, batch)  # type: ignore[arg-type]  # the number of a source


async def act(store: Store, journal: Journal, step: str, item: ItemId) -> None:
    if step == "keep":
        await journal.keep([item], True)
    elif step == "undo":
        await journal.undo()
    else:
        async with store.write() as db:
            (key,) = [row[0] for row in await db.execute_fetchall("SELECT key FROM items WHERE item_id = ?", (item,))]
            await delete_items(db, [key])


async def test_a_post_that_comes_is_filed_alone(tmp_path: Path) -> None:
    async with opened(tmp_path / "store.db") as store:
        source, clock = await a_source(store), FakeClock(START + 30 * MINUTE)
        reader = SessionReader(store, clock, LINE)
        many = [(n, "@wardchat", 0, TEXTS[0], 1) if not n else (n, f"@g{n}", 1, TEXTS[1], 1) for n in range(300)]
        await arrive_all(store, source, many, "")
        await reader.read(LINE)
        assert isinstance(reader._assembly, assembling.Assembly)
        before = reader._assembly.filings

        await arrive_all(store, source, [(900, "@late", 20, TEXTS[1], 1)], "")
        reading = await reader.read(LINE)

        assert reading.posts == 301
        assert reader._assembly.filings == before + 1


async def test_marks_from_elsewhere_show_after_a_while(tmp_path: Path) -> None:
    async with opened(tmp_path / "store.db") as store:
        source, clock = await a_source(store), FakeClock(START + 30 * MINUTE)
        reader = SessionReader(store, clock, LINE)
        await arrive_all(store, source, [(0, "@wardchat", 0, TEXTS[0], 1)], "")
        (asked,) = [one.asked for one in (await reader.read(LINE)).questions]
        assert asked is not None
        async with store.write() as db:
            await db.execute("UPDATE marks SET kept_at = 1 WHERE item_id = ?", (asked.item,))

        clock.forward(seconds=(ROWS_EVERY + timedelta(seconds=1)).total_seconds())
        (again,) = [one.asked for one in (await reader.read(LINE)).questions]

        assert again is not None
        assert again.row.is_kept
