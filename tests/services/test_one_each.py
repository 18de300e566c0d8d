"""One task for each source: begun when it is wanted, ended when it is not, left alone in between."""

import asyncio
from dataclasses import dataclass, field

import pytest

from arrowtui.model.replace import replace
from arrowtui.model.subscription import Subscription, SubscriptionId, Wish
from arrowtui.services.one_each import OneEach


@dataclass
class Works:
    """What was begun and what was ended, by title."""

    begun: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    fails: frozenset[str] = frozenset()

    async def keep(self, one: Subscription) -> None:
        self.begun.append(one.title)
        try:
            if one.title in self.fails:
                raise ValueError(one.title)
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)  # whoever tidies up may take a moment
            self.ended.append(one.title)


def a_source(number: int, title: str) -> Subscription:
    return Subscription(SubscriptionId(number), Wish("feed", f"https://{title}.example/feed"), title)


A, B = a_source(1, "a"), a_source(2, "b")


@pytest.fixture
def works() -> Works:
    return Works()


async def test_what_is_wanted_runs_once_and_goes_on(works: Works) -> None:
    each = OneEach(works.keep)
    for _ in range(3):
        await each.follow([A, B])
        await asyncio.sleep(0)

    assert (works.begun, works.ended) == (["a", "b"], [])
    await each.end()
    assert sorted(works.ended) == ["a", "b"]


async def test_what_is_wanted_no_more_has_ended_when_the_call_returns(works: Works) -> None:
    each = OneEach(works.keep)
    await each.follow([A, B])
    await asyncio.sleep(0)

    await each.follow([B])

    assert works.ended == ["a"]
    await each.end()


async def test_a_changed_wish_begins_anew(works: Works) -> None:
    each = OneEach(works.keep)
    await each.follow([A])
    await asyncio.sleep(0)

    await each.follow([replace(A, wish=replace(A.wish, options=(("stream", "yes"),)))])
    await asyncio.sleep(0)

    assert (works.begun, works.ended) == (["a", "a"], ["a"])
    await each.end()


async def test_another_title_changes_nothing(works: Works) -> None:
    each = OneEach(works.keep)
    await each.follow([A])
    await asyncio.sleep(0)

    await each.follow([replace(A, title="By another name")])

    assert works.ended == []
    await each.end()


async def test_one_that_stumbles_does_not_disturb_the_others_nor_the_end(works: Works) -> None:
    works.fails = frozenset({"a"})
    each = OneEach(works.keep)
    await each.follow([A, B])
    for _ in range(3):
        await asyncio.sleep(0)
    await each.follow([A, B])

    assert works.begun == ["a", "b"]
    await each.end()
    assert sorted(works.ended) == ["a", "b"]
