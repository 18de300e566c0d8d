"""Lists of all sources that have a tag: each item once, whichever brought it, in every order and from both ends."""

from collections.abc import AsyncIterator
from itertools import product
from pathlib import Path

import pytest

from arrowtui.model.item import ItemId, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.order import Order
from arrowtui.model.subscription import Wish
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library
from arrowtui.store import Store
from arrowtui.store.subscriptions import add_wish
from tests.fakes import FakeClock
from tests.store.builders import an_item, arrived, indexed, opened, placed
from tests.store.truth import facts, in_order

NURSING = View(None, Scope.ALL, source_tag="nursing")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    """Two sources tagged nursing (some items came through both), one tagged work, and a call-out with its answers."""
    async with opened(tmp_path / "store.db") as store:
        async with store.write() as db:
            ward = await add_wish(db, Wish("feed", "https://ward.example/feed", "Ward", tags=("nursing", "uk")))
            desk = await add_wish(db, Wish("feed", "https://desk.example/feed", "Desk", tags=("nursing",)))
            work = await add_wish(db, Wish("feed", "https://work.example/feed", "Work", tags=("work", "nursing homes")))
            mine = await add_wish(db, Wish("feed", "https://mine.example/a", "Naps", tags=("nursing",), gathers=True))
        batch = [placed(an_item(f"{n}", title=f"title {n}"), list(Lane)[n % 4]) for n in range(40)]
        await arrived(store, ward, batch[:15])
        await arrived(store, desk, batch[10:25])
        await arrived(store, work, batch[25:35])
        await arrived(store, mine, batch[35:])
        yield store


async def held(store: Store, view: View) -> list[ItemId]:
    """What it must show, worked out the slow way."""
    tagged = {row.id for row in await Library(store).sources() if "nursing" in row.tags and not row.gathers}
    known = [fact for fact in await facts(store) if fact.sources & tagged and view.scope in fact.scopes]
    return in_order([fact for fact in known if view.lane in (None, fact.lane)], view.order)


@pytest.mark.parametrize(
    ("lane", "order", "scope"), list(product((None, Lane.TIP), (Order.NEWEST, Order.OLDEST), (Scope.ALL, Scope.UNREAD)))
)
async def test_every_item_of_them_stands_once_and_pages_join(
    store: Store, lane: Lane | None, order: Order, scope: Scope
) -> None:
    library, view = Library(store), View(lane, scope, source_tag="nursing").ordered(order)
    await Journal(store, FakeClock()).read((await held(store, NURSING))[:4], True)
    wanted = await held(store, view)

    assert [row.id for row in (await library.page(view, limit=1000)).rows] == wanted
    assert await library.tally(view) == len(wanted)
    down, before, goes_on = list[ItemId](), None, True
    while goes_on:
        page = await library.page(view, before, 3)
        down += [row.id for row in page.rows]
        before, goes_on = down[-1], page.has_below
    assert down == wanted
    page = await library.page_end(view, 3)
    up = [row.id for row in page.rows]
    while page.has_above:
        page = await library.page_above(view, up[0], 3)
        up = [row.id for row in page.rows] + up
    assert up == wanted
    assert await library.count_above(view, wanted[5]) == 5


async def test_a_search_finds_only_what_they_brought(store: Store) -> None:
    await indexed(store)
    library = Library(store)

    found = await library.page(View(None, Scope.ALL, words="title", source_tag="nursing"), limit=1000)

    assert [row.id for row in found.rows] == await held(store, NURSING)
    nothing = await library.page(View(None, Scope.ALL, words="title", source_tag="nothing"), limit=1000)
    assert nothing.rows == ()


async def test_a_tag_of_items_narrows_it_further(store: Store) -> None:
    first, *_ = wanted = await held(store, NURSING)
    await Journal(store, FakeClock()).tag([first], ["grant"], [])
    view = View(None, Scope.ALL, tag="grant", source_tag="nursing")

    assert [row.id for row in (await Library(store).page(view)).rows] == [first]
    assert await Library(store).tally(view) == 1
    assert len(wanted) == 25


async def test_all_of_it_is_read_and_nothing_else(store: Store) -> None:
    wanted = await held(store, NURSING)

    await Journal(store, FakeClock()).read_all(View(None, Scope.UNREAD, source_tag="nursing"), wanted[0])

    unread = {row.id for row in (await Library(store).page(View(None, Scope.UNREAD), limit=1000)).rows}
    assert unread == {fact.id for fact in await facts(store)} - set(wanted)
