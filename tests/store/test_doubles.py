"""One thing through several sources is one item with several origins."""

from datetime import datetime, timedelta

import pytest

from arrowtui.ingest.same import is_same
from arrowtui.model.item import Item, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.subscription import SubscriptionId, Wish
from arrowtui.store import Store, doubles
from arrowtui.store.deletion import delete_items
from arrowtui.store.items import Arrived, arrive
from arrowtui.store.pages import page_below
from arrowtui.store.placed import Placed, prepared
from arrowtui.store.readings import opened
from arrowtui.store.subscriptions import subscriptions, sync_wishes
from tests.fakes import NOON
from tests.store.builders import an_item, number, placed

FEED, OTHER, THIRD, ALONE = (
    Wish("feed", "https://a.example/feed", "A"),
    Wish("mastodon", "https://b.example/tags/x", "B"),
    Wish("bluesky", "https://c.example/", "C"),
    Wish("feed", "https://d.example/feed", "D", joins=False),
)
Sources = dict[str, SubscriptionId]


@pytest.fixture
async def sources(store: Store) -> Sources:
    async with store.write() as db:
        await sync_wishes(db, [FEED, OTHER, THIRD, ALONE])
        return {one.title: one.id for one in await subscriptions(db)}


async def arrived(store: Store, source: SubscriptionId, *items: Item | Placed, joins: bool = True) -> Arrived:
    batch = [item if isinstance(item, Placed) else placed(item) for item in items]
    async with store.write() as db:
        return await arrive(db, source, prepared(batch), is_same if joins else None)


def article(
    key: str, title: str = "Five ways", *, page: int | None = 7, at: datetime = NOON, repost_key: str | None = None
) -> Item:
    return an_item(key, title=title, key=key, link_key=page, at=at, repost_key=repost_key)


def post(key: str, text: str, author: str = "Ida") -> Item:
    return an_item(key, title=text[:40], text=text, key=key, author=author, post_key=9, is_titled=False)


WORDS = "Reporters often ask the same five things. Here is how to answer them without sounding rehearsed."


async def shown(store: Store, source: SubscriptionId | None = None) -> list[tuple[str, str, int]]:
    """Every row: title, source, how many sources besides."""
    async with store.reading() as db:
        page = await page_below(db, View(None, Scope.ALL, source=source), None, 50)
    return [(row.title, row.source_title, row.other_sources) for row in page.rows]


async def origins(store: Store) -> list[tuple[str, ...]]:
    async with store.reading() as db:
        page = await page_below(db, View(None, Scope.ALL), None, 50)
        found = [await opened(db, row.id) for row in page.rows]
    return [one.origins for one in found if one]


async def test_the_same_page_through_two_sources_is_shown_once(store: Store, sources: Sources) -> None:
    await arrived(store, sources["A"], article("feed|a|1"))

    second = await arrived(store, sources["B"], article("mastodon|b|1"))

    assert second == Arrived(0, 0)
    assert await shown(store) == [("Five ways", "A", 1)]
    assert await origins(store) == [("A", "B")]
    assert await shown(store, sources["B"]) == [("Five ways", "A", 1)]
    assert await number(store, "SELECT sum(total) FROM source_counts WHERE subscription_id = :id", id=sources["B"]) == 1


async def test_polling_both_again_changes_nothing(store: Store, sources: Sources) -> None:
    for _ in range(2):
        await arrived(store, sources["A"], article("feed|a|1"))
        await arrived(store, sources["B"], article("mastodon|b|1"), article("mastodon|b|2", "Six ways", page=8))

    assert len(await shown(store)) == 2
    assert await number(store, "SELECT count(*) FROM known") == 3
    assert await number(store, "SELECT sum(edition) FROM marks") == 2


async def test_three_sources_are_all_named(store: Store, sources: Sources) -> None:
    await arrived(store, sources["A"], article("feed|a|1"))
    await arrived(store, sources["B"], article("mastodon|b|1"))
    await arrived(store, sources["C"], article("bluesky|c|1"))

    assert await origins(store) == [("A", "B", "C")]


async def test_what_the_copy_changes_does_not_make_the_item_unread(store: Store, sources: Sources) -> None:
    await arrived(store, sources["A"], article("feed|a|1"))
    await arrived(store, sources["B"], article("mastodon|b|1"))

    again = await arrived(store, sources["B"], article("mastodon|b|1", "Five ways, edited by the other"))

    assert again == Arrived(0, 0)
    assert await shown(store) == [("Five ways", "A", 1)]


async def test_what_its_own_source_changes_does(store: Store, sources: Sources) -> None:
    await arrived(store, sources["A"], article("feed|a|1"))
    await arrived(store, sources["B"], article("mastodon|b|1"))

    assert await arrived(store, sources["A"], article("feed|a|1", "Six ways")) == Arrived(0, 1)
    assert await shown(store) == [("Six ways", "A", 1)]


async def test_words_of_ones_own_over_the_same_page_stand_by_themselves(store: Store, sources: Sources) -> None:
    await arrived(store, sources["A"], article("feed|a|1"))

    assert await arrived(store, sources["B"], article("mastodon|b|1", "How we train")) == Arrived(1, 0)
    assert len(await shown(store)) == 2


async def test_one_source_may_bring_one_page_twice(store: Store, sources: Sources) -> None:
    """A call for answers may be repeated under a new id: only across sources is it a double."""
    assert await arrived(store, sources["A"], article("feed|a|1"), article("feed|a|2")) == Arrived(2, 0)
    assert await arrived(store, sources["A"], article("feed|a|3")) == Arrived(1, 0)


async def test_a_source_that_keeps_its_doubles_keeps_them(store: Store, sources: Sources) -> None:
    await arrived(store, sources["A"], article("feed|a|1"))
    await arrived(store, sources["D"], article("feed|d|1"), joins=False)
    await arrived(store, sources["B"], article("mastodon|b|1"))

    assert sorted(await shown(store)) == [("Five ways", "A", 1), ("Five ways", "D", 0)]


async def test_nothing_joins_what_a_keeping_source_brought(store: Store, sources: Sources) -> None:
    await arrived(store, sources["D"], article("feed|d|1"), joins=False)

    assert await arrived(store, sources["A"], article("feed|a|1")) == Arrived(1, 0)


async def test_a_cross_post_is_one_item(store: Store, sources: Sources) -> None:
    await arrived(store, sources["B"], post("mastodon|b|1", WORDS))

    assert await arrived(store, sources["C"], post("bluesky|c|1", f"{WORDS} https://x.example")) == Arrived(0, 0)
    assert await arrived(store, sources["C"], post("bluesky|c|2", WORDS, author="Bo")) == Arrived(1, 0)


async def test_what_lies_in_the_noise_hides_nothing(store: Store, sources: Sources) -> None:
    await arrived(store, sources["A"], placed(article("feed|a|1"), Lane.NOISE))

    assert await arrived(store, sources["B"], placed(article("mastodon|b|1"), Lane.CALL)) == Arrived(1, 0)
    assert await arrived(store, sources["C"], placed(article("bluesky|c|1"), Lane.NOISE)) == Arrived(0, 0)


class TestPostsPassedOn:
    async def test_a_boost_of_a_post_that_is_here_is_that_post(self, store: Store, sources: Sources) -> None:
        await arrived(store, sources["B"], article("m||p1", page=None))

        boost = article("m||b1", page=None, repost_key="m||p1")

        assert await arrived(store, sources["C"], boost) == Arrived(0, 0)
        assert await shown(store) == [("Five ways", "B", 1)]

    async def test_the_post_itself_that_comes_later_is_the_boost(self, store: Store, sources: Sources) -> None:
        await arrived(store, sources["C"], article("m||b1", page=None, repost_key="m||p1"))

        assert await arrived(store, sources["B"], article("m||p1", page=None)) == Arrived(0, 0)
        assert await arrived(store, sources["B"], article("m||p1", page=None)) == Arrived(0, 0)
        assert await shown(store) == [("Five ways", "C", 1)]

    async def test_two_boosts_of_one_post_are_one(self, store: Store, sources: Sources) -> None:
        await arrived(store, sources["C"], article("m||b1", page=None, repost_key="m||p1"))

        assert await arrived(store, sources["B"], article("m||b2", page=None, repost_key="m||p1")) == Arrived(0, 0)

    async def test_a_post_and_its_boosts_in_one_batch_are_one(self, store: Store, sources: Sources) -> None:
        boosts = [article(f"m||b{n}", page=None, repost_key="m||p1") for n in (1, 2)]
        more = [article(f"m||b{n}", page=None, repost_key="m||p2") for n in (3, 4)]

        assert await arrived(store, sources["B"], *boosts, article("m||p1", page=None), *more) == Arrived(2, 0)
        assert [row[2] for row in await shown(store)] == [0, 0]
        assert await arrived(store, sources["B"], *boosts, article("m||p1", page=None), *more) == Arrived(0, 0)

    async def test_a_keeping_source_gets_its_post_although_somebody_passed_it_on(
        self, store: Store, sources: Sources
    ) -> None:
        await arrived(store, sources["C"], article("m||b1", page=None, repost_key="m||p1"))

        assert await arrived(store, sources["D"], article("m||p1", page=None), joins=False) == Arrived(1, 0)
        assert await arrived(store, sources["D"], article("m||p1", page=None), joins=False) == Arrived(0, 0)

    async def test_a_post_that_its_platform_deleted_goes_with_its_boost(self, store: Store, sources: Sources) -> None:
        await arrived(store, sources["C"], article("m||b1", page=None, repost_key="m||p1"))

        async with store.write() as db:
            assert await delete_items(db, ["m||p1"]) == 1

        assert await shown(store) == []
        assert await arrived(store, sources["C"], article("m||b1", page=None, repost_key="m||p1")) == Arrived(0, 0)
        assert await arrived(store, sources["B"], article("m||p1", page=None)) == Arrived(0, 0)


class TestDeletion:
    async def test_a_deleted_item_comes_back_by_none_of_its_names(self, store: Store, sources: Sources) -> None:
        await arrived(store, sources["A"], article("feed|a|1"))
        await arrived(store, sources["B"], article("mastodon|b|1"))

        async with store.write() as db:
            assert await delete_items(db, ["feed|a|1"]) == 1

        assert await arrived(store, sources["A"], article("feed|a|1")) == Arrived(0, 0)
        assert await arrived(store, sources["B"], article("mastodon|b|1")) == Arrived(0, 0)
        assert await shown(store) == []
        assert await number(store, "SELECT sum(total) FROM source_counts") == 0

    async def test_a_deleted_copy_takes_nothing_along(self, store: Store, sources: Sources) -> None:
        await arrived(store, sources["A"], article("feed|a|1"))
        await arrived(store, sources["B"], article("mastodon|b|1"))

        async with store.write() as db:
            assert await delete_items(db, ["mastodon|b|1"]) == 0

        assert [row[0] for row in await shown(store)] == ["Five ways"]
        assert await arrived(store, sources["B"], article("mastodon|b|1")) == Arrived(0, 0)

    async def test_nothing_joins_what_was_deleted(self, store: Store, sources: Sources) -> None:
        await arrived(store, sources["A"], article("feed|a|1"))
        async with store.write() as db:
            await delete_items(db, ["feed|a|1"])

        assert await arrived(store, sources["B"], article("mastodon|b|1")) == Arrived(1, 0)


async def test_only_the_latest_arrivals_are_remembered(store: Store, sources: Sources) -> None:
    await arrived(store, sources["A"], *(article(f"feed|a|{n}", page=n) for n in range(10)))

    async with store.write() as db:
        await db.run(lambda plain: doubles.sweep(plain, 3))

    assert await arrived(store, sources["B"], article("mastodon|b|1", page=0)) == Arrived(1, 0)
    assert await arrived(store, sources["B"], article("mastodon|b|9", page=9)) == Arrived(0, 0)


async def test_what_was_read_and_kept_stays_so_when_a_copy_comes(store: Store, sources: Sources) -> None:
    await arrived(store, sources["A"], article("feed|a|1"))
    async with store.write() as db:
        await db.execute("UPDATE marks SET read_edition = edition, kept_at = 1")

    await arrived(store, sources["B"], article("mastodon|b|1"))

    assert await number(store, "SELECT scopes FROM origins WHERE is_extra") == 1 + 4


async def test_another_year_is_another_item(store: Store, sources: Sources) -> None:
    await arrived(store, sources["A"], article("feed|a|1", at=NOON - timedelta(days=365)))

    assert await arrived(store, sources["B"], article("mastodon|b|1")) == Arrived(1, 0)


async def test_the_look_up_walks_the_keys_and_nothing_else(store: Store) -> None:
    async with store.reading() as db:
        plan = await db.execute_fetchall(f"EXPLAIN QUERY PLAN {doubles.LIKE}", {"keys": "[]", "subscription": 1})

    told = [row[3] for row in plan]
    assert not any(line.startswith("SCAN") and "asked" not in line for line in told), told
