"""Finding old items walks an index, however many there are."""

from arrowtui.store import Store, rechecks, retention


async def test_old_items_are_walked_to_and_never_searched_for(store: Store) -> None:
    asked: dict[str, str | int] = {"source": 1, "bound": 1, "now": 1, "limit": 1, "below": 1, "kind": "x"}
    async with store.reading() as db:
        for query in (retention.OLD, rechecks.NEXT):
            used = {name: value for name, value in asked.items() if f":{name}" in query}
            plan = [row[3] for row in await db.execute_fetchall(f"EXPLAIN QUERY PLAN {query}", used)]

            assert plan[0].startswith("SEARCH o USING PRIMARY KEY (subscription_id=? AND item_id<?)"), plan
            assert not any("SCAN" in line or "TEMP B-TREE" in line for line in plan), plan
