"""Taking sources on and letting them go: the settings file and the store agree, and nothing is lost."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from arrowtui.model.errors import ArrowError, SettingsError
from arrowtui.model.errors_requests import SeveralSources, UnknownSource
from arrowtui.model.errors_settings import SettingsFaulty
from arrowtui.model.errors_store import StoreLocked
from arrowtui.model.item import Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.subscription import SourceRow, Wish
from arrowtui.services.following import follow
from arrowtui.services.library import Library
from arrowtui.services.lists import as_opml, read_source_file
from arrowtui.services.naming import named
from arrowtui.services.subscribe import Subscribe
from arrowtui.settings.edit import SettingsFile
from arrowtui.store import Store, open_store
from tests.fakes import FakeClock, FakeWire
from tests.services.world import World, a_feed

ONE, TWO = "https://one.example/feed", "https://two.example/feed"


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await open_store(tmp_path / "store.db", durable=False)
    yield store
    await store.close()


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "config.toml")


@pytest.fixture
def subscribe(store: Store, file: SettingsFile) -> Subscribe:
    return Subscribe(store, file)


async def wanted(store: Store) -> list[SourceRow]:
    return [row for row in await Library(store).sources() if row.is_wanted]


async def test_a_source_is_written_down_and_known_at_once(
    subscribe: Subscribe, store: Store, file: SettingsFile
) -> None:
    added = await subscribe.add([Wish("feed", ONE, "One", Lane.CALL, ("press",))])

    (row,) = await wanted(store)
    assert [wish.address for wish in added] == [ONE]
    assert (row.address, row.title, row.lane, row.tags) == (ONE, "One", Lane.CALL, ("press",))
    assert file.wishes()[0].lane is Lane.CALL


async def test_items_and_marks_outlive_their_source(
    subscribe: Subscribe, store: Store, clock: FakeClock, wire: FakeWire
) -> None:
    wire.answers(ONE, a_feed("Kept", "Other"))
    await subscribe.add([Wish("feed", ONE, "One")])
    await World(store, clock, wire).round()

    source = await subscribe.named("one")
    await subscribe.take_out(source.kind, source.address)

    assert await wanted(store) == []
    assert len((await Library(store).page(View(None, Scope.ALL))).rows) == 2


async def test_commenting_a_source_in_the_file_deletes_nothing(
    subscribe: Subscribe, store: Store, file: SettingsFile, clock: FakeClock, wire: FakeWire
) -> None:
    wire.answers(ONE, a_feed("Kept"))
    await subscribe.add([Wish("feed", ONE)])
    await World(store, clock, wire).round()
    text = file.path.read_text()

    file.path.write_text("".join(f"# {line}" for line in text.splitlines(keepends=True)))
    await subscribe.sync()
    gone = await wanted(store)
    file.path.write_text(text)
    await subscribe.sync()

    (row,) = await wanted(store)
    assert gone == []
    assert (row.address, row.total) == (ONE, 1)


async def test_a_source_can_be_renamed_paused_and_sent_elsewhere(
    subscribe: Subscribe, store: Store, file: SettingsFile
) -> None:
    await subscribe.add([Wish("feed", ONE, "One"), Wish("feed", TWO, "Two")])

    await subscribe.rename("one", "Desk")
    await subscribe.set_lane("Desk", Lane.CHAT)
    await subscribe.pause("Desk", True)

    desk, two = await wanted(store)
    assert (desk.title, desk.lane, desk.is_paused) == ("Desk", Lane.CHAT, True)
    assert (two.title, two.lane, two.is_paused) == ("Two", None, False)
    assert [wish.title for wish in file.wishes()] == ["Desk", "Two"]


async def test_a_faulty_file_changes_neither_itself_nor_the_store(
    subscribe: Subscribe, store: Store, file: SettingsFile
) -> None:
    await subscribe.add([Wish("feed", ONE)])
    file.path.write_text("[scren]\n")

    with pytest.raises(SettingsFaulty):
        await subscribe.add([Wish("feed", TWO)])

    assert [row.address for row in await wanted(store)] == [ONE]
    assert file.path.read_text() == "[scren]\n"


class Enough(Exception):
    """The test has seen what it wanted."""


class Days:
    """A file in its versions, one a look; after the last it is enough."""

    def __init__(self, *versions: int) -> None:
        self.versions = list(versions)

    def version(self) -> int:
        return self.versions.pop(0)

    async def rest(self, seconds: float) -> None:
        if not self.versions:
            raise Enough


@pytest.mark.parametrize(
    ("versions", "answers", "synced"),
    [
        ((1, 1, 1), (), 0),
        ((1, 2, 2, 3, 3), (None, None), 2),
        ((1, 2, 2, 3), (SettingsFaulty("c", ()), None), 2),
        ((1, 2, 2, 2), (StoreLocked("s", 5), None), 2),
    ],
    ids=["nothing changes", "two changes", "a faulty version", "a locked store is tried again"],
)
async def test_the_store_follows_the_file_while_it_is_watched(
    versions: tuple[int, ...], answers: tuple[ArrowError | None, ...], synced: int
) -> None:
    days, due, count = Days(*versions), list(answers), 0

    async def sync() -> None:
        nonlocal count
        count += 1
        if trouble := due.pop(0):
            raise trouble

    with pytest.raises(Enough):
        await follow(days.version, sync, days.rest)

    assert count == synced


async def test_a_file_that_became_faulty_is_told_and_that_it_is_mended_too() -> None:
    days = Days(1, 2, 3, 4)
    faulty = SettingsFaulty("config.toml", ())
    due: list[ArrowError | None] = [faulty, None, None]
    told: list[SettingsError | None] = []

    async def sync() -> None:
        if trouble := due.pop(0):
            raise trouble

    with pytest.raises(Enough):
        await follow(days.version, sync, days.rest, told.append)

    assert told == [faulty, None]


def row(title: str, address: str) -> SourceRow:
    return SourceRow(1, "feed", address, title, None, (), 0, 0, None, None, None, None, False, True)  # type: ignore[arg-type]  # any number is an id here


class TestNames:
    ROWS = (row("Press desk", ONE), row("Press", "https://press.example/feed"), row("Zoë", "https://two.example/x"))

    @pytest.mark.parametrize(
        ("name", "address"),
        [
            ("press", "https://press.example/feed"),
            ("PRESS DESK", ONE),
            ("desk", ONE),
            (ONE, ONE),
            ("one.example/feed", ONE),
            ("zoë", "https://two.example/x"),
        ],
    )
    def test_a_title_an_address_or_a_part_of_one_will_do(self, name: str, address: str) -> None:
        assert named(self.ROWS, name).address == address

    def test_what_fits_several_is_told_with_their_addresses(self) -> None:
        with pytest.raises(SeveralSources) as caught:
            named(self.ROWS, "example/feed")

        assert ONE in caught.value.hint()

    @pytest.mark.parametrize(("name", "nearest"), [("Pres desk", "Press desk"), ("qqqq", None), ("", None)])
    def test_what_fits_none_is_told_with_the_nearest(self, name: str, nearest: str | None) -> None:
        with pytest.raises(UnknownSource) as caught:
            named(self.ROWS, name)

        assert caught.value.nearest == nearest


class TestLists:
    def test_a_file_is_known_by_what_is_in_it(self) -> None:
        wishes = (Wish("feed", ONE, "One"),)

        assert read_source_file(as_opml(wishes)).kind == "OPML file"
        assert read_source_file(b"\xef\xbb\xbf" + ONE.encode()).wishes == (Wish("feed", ONE),)

    def test_names_in_a_file_are_foreign_text(self) -> None:
        (wish,) = read_source_file(f'{ONE} "~De\x1b[31msk\u202e" "t\x9bag"'.encode()).wishes

        assert not set("\x1b\u202e\x9b") & set(str(wish))
