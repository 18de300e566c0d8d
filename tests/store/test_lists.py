"""Every list is what a plain filter over all items would be, is walked and never sorted, and its counts are right."""

import tempfile
from collections.abc import Iterable
from itertools import product
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from arrowtui.model.item import ItemId, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.order import Order
from arrowtui.model.subscription import SubscriptionId
from arrowtui.services.journal import Journal
from arrowtui.services.library import Library
from arrowtui.store import Store, walks
from arrowtui.store.deletion import delete_items
from arrowtui.store.walks import Toward, own_walk_query, walk_query
from tests.fakes import FakeClock
from tests.store.builders import a_source, an_item, arrived, opened, placed
from tests.store.truth import counts_of, facts, in_order, in_view

LANES = [*Lane, None]
SOURCES = [SubscriptionId(1), SubscriptionId(2), None]
TAGS = ["grant", "later on", None]
VIEWS = [View(*parts) for parts in product(LANES, Scope, SOURCES, TAGS)]

Act = tuple[str, list[int]]
NAMES = ["arrive 1", "arrive 2", "change", "delete", "retire", "undo"]
NAMES += ["read", "unread", "keep", "later", "dismiss", "back", "move", "tag", "untag"]
ACTS = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.lists(st.integers(0, 11), min_size=1, max_size=6),
    ),
    max_size=25,
)


async def act(store: Store, name: str, chosen: list[int]) -> None:
    """One thing the poller or the person does to the items with these numbers."""
    journal, known = Journal(store, FakeClock()), await facts(store)
    ids = [known[number % len(known)].id for number in chosen] if known else []
    lane = list(Lane)[chosen[0] % 4]
    keys = [f"feed|example.org|{number}" for number in chosen]
    match name:
        case "arrive 1" | "arrive 2":
            batch = [placed(an_item(str(number)), list(Lane)[number % 4]) for number in chosen]
            await arrived(store, SubscriptionId(int(name[-1])), batch)
        case "change":
            changed = [placed(an_item(str(number), text="changed"), lane) for number in chosen]
            await arrived(store, SubscriptionId(1), changed)
        case "read" | "unread":
            await journal.read(ids, name == "read")
        case "keep":
            await journal.keep(ids, chosen[0] % 3 > 0)
        case "later":
            await journal.later(ids, chosen[0] % 3 > 0)
        case "dismiss" | "back":
            await journal.dismiss(ids, name == "dismiss")
        case "move":
            await journal.move(ids, lane)
        case "tag":
            await journal.tag(ids, ["grant", "later on"][: 1 + chosen[0] % 2], [])
        case "untag":
            await journal.tag(ids, [], ["grant"])
        case "delete" | "retire":
            async with store.write() as db:
                await delete_items(db, keys, spare_touched=name == "retire")
        case "undo":
            await journal.undo()


@settings(max_examples=30, deadline=None)
@given(ACTS)
async def test_lists_and_counts_are_right_after_anything(acts: Iterable[Act]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with opened(Path(folder) / "store.db") as store:
            await a_source(store)
            await a_source(store, "https://other.example/feed")
            await act(store, "arrive 1", [0, 1, 2, 3, 4, 5, 6])
            for name, chosen in acts:
                await act(store, name, chosen)

            await check_lists(store)
            await check_counts(store)


async def check_lists(store: Store) -> None:
    library, known = Library(store), await facts(store)
    for view in VIEWS:
        found = [fact for fact in known if in_view(fact, view)]
        for order in view.orders:
            page = await library.page(view.ordered(order))
            assert [row.id for row in page.rows] == in_order(found, order), (view, order)
            assert (page.has_above, page.has_below) == (False, False)
        assert await library.tally(view) == len(found), view


async def check_counts(store: Store) -> None:
    library, known = Library(store), await facts(store)
    for lane, counts in (await library.counts()).items():
        assert counts == counts_of([fact for fact in known if fact.lane is lane])
    for row in await library.sources():
        counts = counts_of([fact for fact in known if row.id in fact.sources])
        assert (row.unread, row.total) == (counts.unread, counts.total)
    tags = {tag for fact in known for tag in fact.tags}
    totals = {tag: counts_of([fact for fact in known if tag in fact.tags]).total for tag in tags}
    assert dict(await library.tags()) == {tag: total for tag, total in totals.items() if total}


@settings(max_examples=40, deadline=None)
@given(st.data())
async def test_pages_joined_are_the_list(data: st.DataObject) -> None:
    total, limit = data.draw(st.integers(0, 23)), data.draw(st.integers(1, 9))
    view = View(data.draw(st.sampled_from(LANES)), Scope.ALL, words=data.draw(st.sampled_from([None, "title"])))
    view = view.ordered(data.draw(st.sampled_from(view.orders)))
    with tempfile.TemporaryDirectory() as folder:
        async with opened(Path(folder) / "store.db") as store:
            batch = [placed(an_item(str(number)), list(Lane)[number % 4]) for number in range(total)]
            await arrived(store, await a_source(store), batch[::2])
            await arrived(store, await a_source(store, "https://other.example/feed"), batch[1:])  # some come twice
            library = Library(store)
            whole = [row.id for row in (await library.page(view, limit=1000)).rows]

            down, before, has_below = list[ItemId](), None, bool(whole)
            while has_below:
                page = await library.page(view, before, limit)
                assert page.has_above == (before is not None)
                down += [row.id for row in page.rows]
                before, has_below = down[-1], page.has_below
            assert down == whole

            page = await library.page_end(view, limit)
            up = [row.id for row in page.rows]
            while page.has_above:
                page = await library.page_above(view, up[0], limit)
                assert page.has_below
                up = [row.id for row in page.rows] + up
            assert up == whole

            for at, item in enumerate(whole):
                assert await library.count_above(view, item) == at
                page = await library.page(view, item, limit, with_it=True)
                assert [row.id for row in page.rows] == whole[at : at + limit]
                if view.order is Order.SOURCE:
                    assert await library.item_at_line(view, at) in whole


async def test_every_list_is_walked_along_an_index_and_not_sorted(store: Store) -> None:
    own = [(view, toward, own_walk_query(view, toward)) for view, toward in product(VIEWS, Toward) if view.source]
    walked = [(view, toward, walk_query(view, toward)) for view, toward in product(VIEWS, Toward)]
    for view, toward, query in [*walked, *(one for one in own if one[0].tag is None)]:
        plan = await plan_of(store, walks.in_order(query, toward), view)
        plan = [step for step in plan if "subscriptions_that_gather" not in step]  # an index of a handful of rows
        steps = [step for step in plan if step.startswith("SEARCH") and "origins USING PRIMARY KEY" not in step]
        bound = "rowid" if view.source is None and view.tag is None else "item_id"
        bounded = f"{bound}{'<' if toward is Toward.OLDER else '>'}?"

        assert not [step for step in plan if "TEMP B-TREE" in step or step.startswith("SCAN")], (view, plan)
        assert steps, (view, plan)
        assert all(" USING " in step and bounded in step for step in steps), (view, plan)


async def plan_of(store: Store, query: str, view: View) -> list[str]:
    asked = {"bound": 1, "limit": 1, "source": view.source, "tag": view.tag}
    async with store.reading() as db:
        return [row[3] for row in await db.execute_fetchall(f"EXPLAIN QUERY PLAN {query}", asked)]
