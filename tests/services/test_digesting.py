"""Who digests replies, and that it makes no difference to what comes out."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from arrowtui.gateways.crew import HandDied
from arrowtui.lanes.classify import classify
from arrowtui.lanes.context import LaneContext
from arrowtui.model.errors_fetching import UnreadableReply
from arrowtui.model.item import Item
from arrowtui.model.lane import Lane, Verdict
from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.services.digest import Job, digest
from arrowtui.services.digesting import CROWD, SURE_CROWD, Helpers
from arrowtui.sources.feed import Feed
from tests.services.world import Scripted, a_feed, draft

ADDRESS = "https://one.example/feed"


def deadly(item: Item, context: LaneContext) -> Verdict:
    """What a parser does that is killed by a document."""
    os._exit(3)


def interrupted(item: Item, context: LaneContext) -> Verdict:
    """What Ctrl-C does to every process of a terminal."""
    os.kill(os.getpid(), signal.SIGINT)
    return classify(item, context)


def signed(item: Item, context: LaneContext) -> Verdict:
    """Says which process it was."""
    return Verdict(Lane.TIP, 1.0, (f"by {os.getpid()}",))


def a_job(body: str = "", *, scripted: Batch | Exception | None = None) -> Job:
    raw = body.encode()
    reply = Reply(Request(ADDRESS), 200, ADDRESS, {"content-type": "x"}, raw, datetime(2026, 11, 24, tzinfo=UTC))
    source = Feed() if scripted is None else Scripted(batches={raw: scripted})
    return Job(source, reply, ADDRESS, (), "", classify, LaneContext("feed", "One", Lane.CALL))


@pytest.fixture
async def helpers() -> AsyncIterator[Helpers]:
    helpers = Helpers(2)
    yield helpers
    await helpers.close()


async def test_a_crowd_is_digested_by_helpers_to_the_same_result(helpers: Helpers) -> None:
    jobs = [a_job(a_feed(f"Title {number}", "Ünïcödé 漢字 🎉")) for number in range(CROWD * 3)]

    crowd = await asyncio.gather(*(helpers(job) for job in jobs))

    assert helpers.is_at_work
    assert list(crowd) == [digest(job) for job in jobs]


async def test_no_helper_hears_ctrl_c(helpers: Helpers) -> None:
    jobs = [replace(a_job(a_feed(f"Title {number}")), classify=interrupted) for number in range(CROWD)]

    crowd = await asyncio.gather(*(helpers(job) for job in jobs))

    assert list(crowd) == [digest(replace(job, classify=classify)) for job in jobs]


async def test_a_few_are_digested_here(helpers: Helpers) -> None:
    job = a_job(a_feed("Only"))

    assert await helpers(job) == digest(job)
    assert not helpers.is_at_work


async def test_helpers_start_before_a_crowd_that_is_sure_to_come(helpers: Helpers) -> None:
    helpers.expect(SURE_CROWD)
    found = await helpers(replace(a_job(a_feed("Only")), classify=signed))

    assert helpers.is_at_work
    assert str(os.getpid()) not in found.arrivals[0].reasons


async def test_no_helper_starts_for_a_few(helpers: Helpers) -> None:
    helpers.expect(SURE_CROWD - 1)

    assert not helpers.is_at_work


async def test_one_core_has_no_helpers() -> None:
    alone = Helpers(1)
    alone.expect(SURE_CROWD)
    jobs = [a_job(a_feed(str(number))) for number in range(CROWD * 2)]

    assert list(await asyncio.gather(*(alone(job) for job in jobs))) == [digest(job) for job in jobs]
    assert not alone.is_at_work


async def test_what_an_adapter_says_crosses_over_with_its_words(helpers: Helpers) -> None:
    error = UnreadableReply(host="one.example", wanted="a timeline")
    jobs = [a_job(str(number), scripted=error) for number in range(CROWD)]

    outcomes = await asyncio.gather(*(helpers(job) for job in jobs), return_exceptions=True)

    assert [str(one) for one in outcomes] == [str(error)] * CROWD
    assert all(isinstance(one, UnreadableReply) for one in outcomes)


async def test_a_batch_crosses_over_whole(helpers: Helpers) -> None:
    batch = Batch(
        (draft("a"),),
        title="T",
        follow=(Request("https://x.example/2", headers={"A": "b"}),),
        memory="m",
        deleted=("gone",),
        notices=("n",),
        interval_hint_s=60,
        skip_hours=frozenset({1, 2}),
        skip_days=frozenset({6}),
    )
    jobs = [a_job(str(number), scripted=batch) for number in range(CROWD)]

    crowd = await asyncio.gather(*(helpers(job) for job in jobs))

    assert list(crowd) == [digest(job) for job in jobs]
    assert crowd[0].gone == ("scripted|one.example|gone",)


async def test_a_document_that_kills_its_helper_kills_only_that(helpers: Helpers) -> None:
    good = [a_job(a_feed(str(number))) for number in range(CROWD)]
    bad = Job(Feed(), good[0].reply, ADDRESS, (), "", deadly, LaneContext("feed"))

    outcomes = await asyncio.gather(*(helpers(bad) for _ in range(CROWD)), return_exceptions=True)
    afterwards = await asyncio.gather(*(helpers(job) for job in good))

    assert all(isinstance(one, HandDied) for one in outcomes)
    assert list(afterwards) == [digest(job) for job in good]
