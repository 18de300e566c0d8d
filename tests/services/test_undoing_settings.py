"""What a person did that stands in her settings is taken out of them again, step by step, and says so."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from arrowtui.model.errors_settings import SettingsChangedSince
from arrowtui.model.pack import ChatWish
from arrowtui.model.revision import Edited, Revision
from arrowtui.model.rewritten import Rewritten
from arrowtui.model.subscription import SourceRow, Wish
from arrowtui.services.journal import Done, Journal
from arrowtui.services.library import Library
from arrowtui.services.subscribe import Subscribe
from arrowtui.settings.edit import SettingsFile
from arrowtui.store import Store, open_store
from tests.fakes import FakeClock

THREAD = Wish("mastodon", "https://social.example/@ida/117", "Naps on night shifts")
FEED = Wish("feed", "https://ward.example/feed", "Ward notes")
OWN = f'# mine\n[[source]]\nkind = "feed"\naddress = "{FEED.address}"  # the good one\n'


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await open_store(tmp_path / "store.db", durable=False)
    yield store
    await store.close()


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    (tmp_path / "config.toml").write_text(OWN, "utf-8")
    return SettingsFile(tmp_path / "config.toml")


@pytest.fixture
async def journal(store: Store, file: SettingsFile, clock: FakeClock) -> Journal:
    subscribe = Subscribe(store, file)
    await subscribe.sync()
    return Journal(store, clock, book=subscribe, searches=file)


async def sources(store: Store) -> dict[str, SourceRow]:
    return {row.address: row for row in await Library(store).sources() if row.is_wanted}


async def test_a_call_out_that_was_watched_is_watched_no_more(
    journal: Journal, store: Store, file: SettingsFile
) -> None:
    assert await journal.gather([THREAD]) == Done("Watching a call-out of yours", 1)
    assert (await sources(store))[THREAD.address].gathers

    done = await journal.undo()

    assert done == Done("Undone: watching a call-out of yours", 1, in_settings=True)
    assert THREAD.address not in await sources(store)
    assert file.path.read_text("utf-8") == OWN
    assert await journal.undo() is None


async def test_a_source_that_became_a_gathering_is_sorted_like_others_again(
    journal: Journal, store: Store, file: SettingsFile
) -> None:
    await journal.gather([THREAD, FEED])
    assert {row.address for row in (await sources(store)).values() if row.gathers} == {THREAD.address, FEED.address}

    await journal.undo()

    assert [(row.address, row.gathers) for row in (await sources(store)).values()] == [(FEED.address, False)]
    assert file.path.read_text("utf-8") == OWN


async def test_what_is_watched_already_is_no_step_to_undo(journal: Journal) -> None:
    await journal.gather([THREAD])

    assert await journal.gather([THREAD]) == Done("You watch it already", 0)
    assert await journal.undo() is not None
    assert await journal.undo() is None


async def test_what_was_taken_out_by_hand_meanwhile_is_no_trouble(
    journal: Journal, store: Store, file: SettingsFile
) -> None:
    await journal.gather([THREAD, FEED])
    file.remove(THREAD.kind, THREAD.address)
    file.remove(FEED.kind, FEED.address)

    assert await journal.undo() is not None
    assert await sources(store) == {}


async def test_every_step_in_the_settings_is_taken_back_in_turn(
    journal: Journal, store: Store, file: SettingsFile
) -> None:
    subscribe = Subscribe(store, file)
    chat = ChatWish(("#wardchat",), "Ward chat", where=("social.example",))
    await journal.gather([THREAD])
    await journal.added(await subscribe.add([Wish("feed", "https://two.example/feed", "Two")]), ())
    await journal.added((), await subscribe.add_chats([chat]))
    await journal.pause((await sources(store))[FEED.address], True)

    undone = [done.sentence for _ in range(4) if (done := await journal.undo())]

    assert undone == [
        f"Undone: paused {FEED.address}",
        "Undone: added 1 chat",
        "Undone: added 1 source",
        "Undone: watching a call-out of yours",
    ]
    assert file.path.read_text("utf-8") == OWN


async def test_an_edit_by_hand_is_taken_back_and_what_came_since_stays(
    journal: Journal, store: Store, file: SettingsFile
) -> None:
    edited = f"{OWN}# and this\n"
    file.path.write_text(edited, "utf-8")
    await journal.edited_settings(Edited(Rewritten.of(OWN.encode(), edited.encode())))
    file.path.write_text(f"# first\n{edited}", "utf-8")

    assert await journal.undo() == Done("Undone: edited the settings", 1, in_settings=True, by_hand=True)
    assert file.path.read_text("utf-8") == f"# first\n{OWN}"
    assert await journal.undo() is None


async def test_a_source_that_an_edit_took_out_is_followed_again(
    journal: Journal, store: Store, file: SettingsFile
) -> None:
    file.path.write_text("", "utf-8")
    await Subscribe(store, file).sync()
    revision = Revision(removed=1)
    await journal.edited_settings(Edited(Rewritten.of(OWN.encode(), b""), revision))
    assert await sources(store) == {}

    done = await journal.undo()

    assert done is not None and done.sentence == "Undone: edited the settings (1 source removed)"
    assert set(await sources(store)) == {FEED.address}


async def test_an_editor_that_changed_nothing_is_no_step(journal: Journal) -> None:
    await journal.edited_settings(Edited(revision=Revision()))

    assert await journal.undo() is None


async def test_an_edit_that_cannot_be_taken_back_any_more_is_told_once_and_does_not_bar_the_way(
    journal: Journal, store: Store, file: SettingsFile
) -> None:
    await journal.pause((await sources(store))[FEED.address], True)
    paused = file.path.read_bytes()
    await journal.edited_settings(Edited(Rewritten.of(paused, paused + b"# one\n")))
    file.path.write_bytes(paused + b"# another\n")

    with pytest.raises(SettingsChangedSince):
        await journal.undo()
    assert file.path.read_bytes() == paused + b"# another\n"
    done = await journal.undo()
    assert done is not None and done.sentence == f"Undone: paused {FEED.address}"
    assert file.path.read_text("utf-8") == f"{OWN}# another\n"


async def test_taking_an_edit_back_never_makes_a_sound_file_faulty(journal: Journal, file: SettingsFile) -> None:
    search = '[[search]]\nname = "{}"\nwords = "naps"\n'
    edited = OWN + search.format("Rest")
    file.path.write_text(edited, "utf-8")
    before = (OWN + search.format("Naps")).encode()
    await journal.edited_settings(Edited(Rewritten.of(before, edited.encode())))
    now = f"{search.format('Naps')}{edited}"
    file.path.write_text(now, "utf-8")

    with pytest.raises(SettingsChangedSince):
        await journal.undo()

    assert file.path.read_text("utf-8") == now


async def test_a_file_that_was_faulty_before_the_edit_is_so_again(journal: Journal, file: SettingsFile) -> None:
    await journal.edited_settings(Edited(Rewritten.of(b"[scren]\n", OWN.encode(), was_sound=False)))

    assert await journal.undo() is not None
    assert file.path.read_bytes() == b"[scren]\n"
