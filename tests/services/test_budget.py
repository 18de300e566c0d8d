"""Money: nothing is asked that could pass the cap, whatever happens in between; what was paid for is not paid twice."""

import asyncio
import json
import pickle
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pytest

from arrowtui.lanes.context import LaneContext
from arrowtui.model.errors_fetching import ServerUnreachable
from arrowtui.model.item import Item
from arrowtui.model.lane import Lane, Verdict
from arrowtui.model.replace import replace
from arrowtui.model.spending import Bill, Spent, cost_words, micros_of, money
from arrowtui.model.subscription import FetchState, Report, SourceRow, Validators, Wish
from arrowtui.model.wire import Reply, Request
from arrowtui.services.budget import Metered
from arrowtui.services.digest import Digest, Job, by_rules
from arrowtui.services.digesting_beside import DONE, digest_packed
from arrowtui.services.refresh import Refresh
from arrowtui.sources.x import X
from arrowtui.store import Store, open_store
from arrowtui.store.fetching import fetch_states
from arrowtui.store.spending import open_bill
from arrowtui.store.subscriptions import add_wish, source_rows
from tests.fakes import NOON, FakeClock

TAG = "https://x.com/hashtag/edchat"
PAGE, POST, USER = 1_500_000, 5_000, 10_000
"""The most a page can cost at the usual prices, a post, an account: in micros."""


@dataclass
class PaidWire:
    """Answers in turn, whatever is asked; the last answer is repeated. With a gate it waits until that opens."""

    clock: FakeClock
    answers: list[tuple[int, str] | Exception] = field(default_factory=list)
    asked: list[Request] = field(default_factory=list)
    gate: asyncio.Event | None = None
    was_asked: asyncio.Event = field(default_factory=asyncio.Event)

    async def fetch(self, request: Request, validators: Validators | None = None) -> Reply:
        self.asked.append(request)
        self.was_asked.set()
        if self.gate is not None:
            await self.gate.wait()
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        status, body = answer
        return Reply(request, status, request.address, {}, body.encode(), self.clock.now())


def page(*numbers: int, full: bool = False) -> tuple[int, str]:
    posts = [
        {"id": str(number), "text": f"Post {number}", "author_id": "42", "created_at": "2026-11-23T08:00:00Z"}
        for number in numbers
    ]
    meta = {"result_count": len(posts)} | ({"next_token": "more"} if full else {})
    body = {"data": posts, "includes": {"users": [{"id": "42", "name": "Ida"}]}} if posts else {}
    return 200, json.dumps({**body, "meta": meta})


@dataclass
class Purse:
    """One X source with a budget, a real store, a wire that is paid."""

    store: Store
    clock: FakeClock
    wire: PaidWire

    @property
    def refresh(self) -> Refresh:
        def tip(item: Item, context: LaneContext) -> Verdict:
            return Verdict(Lane.TIP, 1.0, ("a test says so",))

        return Refresh(self.store, self.wire, {"x": X()}, self.clock, tip, jitter=lambda: 0.5)

    async def follow(self, budget: str | None, address: str = TAG, **options: str) -> None:
        given = (("budget", budget), *options.items()) if budget else tuple(options.items())
        async with self.store.write() as db:
            await add_wish(db, Wish("x", address, options=given))

    async def round(self, *names: str, due_only: bool = False) -> tuple[Report, ...]:
        return await self.refresh.round(names, due_only=due_only, progress=lambda told: None)

    async def trouble(self, *names: str) -> str:
        (report,) = await self.round(*names)
        return report.trouble.name if report.trouble else ""

    async def spent(self) -> Spent:
        return await Metered(self.wire, self.store, self.clock).spent("x")

    async def row(self) -> SourceRow:
        async with self.store.reading() as db:
            return (await source_rows(db))[0]

    async def state(self) -> FetchState:
        async with self.store.reading() as db:
            (state,) = (await fetch_states(db)).values()
        return state


@pytest.fixture
async def purse(tmp_path: Path, clock: FakeClock) -> AsyncIterator[Purse]:
    store = await open_store(tmp_path / "store.db", durable=False)
    yield Purse(store, clock, PaidWire(clock))
    await store.close()


async def test_what_came_is_booked_and_shown(purse: Purse) -> None:
    await purse.follow("5.00")
    purse.wire.answers = [page(3, 2, 1)]

    await purse.round()

    assert await purse.spent() == Spent("2026-11", 3, 3 * POST + USER)
    assert (await purse.row()).cost == "November: 3 posts read, 0.03 of 5.00 spent"


async def test_without_a_budget_nothing_is_asked_and_it_says_so(purse: Purse) -> None:
    await purse.follow(None)

    assert await purse.trouble() == "MoneyNeeded"
    assert purse.wire.asked == []
    assert (await purse.row()).cost == ""


async def test_a_request_that_could_pass_the_cap_is_not_sent(purse: Purse) -> None:
    await purse.follow("1.51")
    purse.wire.answers = [page(3, 2, 1), page(4)]

    assert await purse.trouble() == ""
    assert await purse.trouble() == "BudgetSpent"  # 0.025 are spent, a page may cost 1.50: together too much

    assert len(purse.wire.asked) == 1
    row = await purse.row()
    assert row.trouble and "1.51" in row.trouble.hint
    assert row.total == 3


async def test_a_request_that_just_fits_is_sent(purse: Purse) -> None:
    await purse.follow("1.50")
    purse.wire.answers = [page(1)]

    assert await purse.trouble() == ""


async def test_the_new_month_has_a_budget_of_its_own(purse: Purse) -> None:
    await purse.follow("1.50")
    purse.wire.answers = [page(1), page(2)]
    await purse.round()
    assert await purse.trouble() == "BudgetSpent"

    purse.clock.forward(days=8)

    assert await purse.trouble() == ""
    assert (await purse.spent()).month == "2026-12"
    assert (await purse.row()).cost.startswith("December: 1 post read")


async def test_what_another_program_is_just_asking_counts(purse: Purse) -> None:
    await purse.follow("2.00")
    purse.wire.answers = [page(1)]
    async with purse.store.write() as db:
        assert await open_bill(db, Bill("x", 2_000_000, PAGE), "2026-11")

    assert await purse.trouble() == "BudgetSpent"
    assert purse.wire.asked == []


async def test_several_sources_share_one_budget(purse: Purse) -> None:
    await purse.follow("1.52")
    await purse.follow("1.52", "https://x.com/hashtag/deskchat")
    purse.wire.answers = [page(1), page(2), page(3)]

    first = await purse.round()
    second = await purse.round()

    troubles = [report.trouble.name if report.trouble else "" for report in (*first, *second)]
    assert troubles.count("BudgetSpent") == 4 - len(purse.wire.asked)
    assert (await purse.spent()).micros <= 1_520_000
    assert (await purse.spent()).open_micros == 0


@pytest.mark.parametrize(
    "answer",
    [
        ServerUnreachable("api.x.com", "no route"),
        (500, "oops"),
        (429, '{"title":"Too Many Requests"}'),
        (401, '{"title":"Unauthorized"}'),
        (200, "<html>Log in to the hotel's network</html>"),
    ],
    ids=["unreachable", "500", "429", "401", "a hotel"],
)
async def test_what_was_not_served_is_not_charged(purse: Purse, answer: tuple[int, str] | Exception) -> None:
    await purse.follow("5.00")
    purse.wire.answers = [answer]

    assert await purse.trouble() != ""

    assert await purse.spent() == Spent("2026-11", 0, 0, 0)


async def test_what_was_served_but_cannot_be_read_counts_in_full(purse: Purse) -> None:
    await purse.follow("5.00")
    purse.wire.answers = [(200, '{"data":[{"id":"1"')]

    assert await purse.trouble() == "UnreadableReply"

    assert await purse.spent() == Spent("2026-11", 0, 0, PAGE)


async def test_a_kill_between_asking_and_storing_is_counted_in_full(purse: Purse) -> None:
    await purse.follow("5.00")
    purse.wire.answers, purse.wire.gate = [page(1)], asyncio.Event()
    killed = asyncio.create_task(purse.round())
    await purse.wire.was_asked.wait()

    killed.cancel()
    await asyncio.gather(killed, return_exceptions=True)
    assert (await purse.spent()).open_micros == PAGE
    purse.wire.gate = None
    await purse.round()

    assert (await purse.row()).cost == "November: 1 post read, 0.02 of 5.00 spent (and up to 1.50 not confirmed)"


async def test_pages_that_were_paid_for_are_not_bought_again_when_a_later_one_fails(purse: Purse) -> None:
    await purse.follow("9.00")
    purse.wire.answers = [page(100), page(300, 250, full=True), (500, "oops"), page(), page(200)]
    await purse.round()

    assert await purse.trouble() == "ServerFault"
    assert json.loads((await purse.state()).memory) == {"newest": "300", "gap": ["100", "250"]}
    assert await purse.trouble() == ""

    assert "since_id=300&" in purse.wire.asked[3].address
    assert "since_id=100&until_id=250&" in purse.wire.asked[4].address
    assert (await purse.spent()).reads == 4
    assert (await purse.row()).total == 4


async def test_a_cap_reached_in_the_middle_keeps_what_was_paid_for(purse: Purse) -> None:
    await purse.follow("1.52")
    purse.wire.answers = [page(100), page(300, 250, full=True), page(200)]
    await purse.round()

    assert await purse.trouble() == "BudgetSpent"

    assert (await purse.row()).total == 3
    assert json.loads((await purse.state()).memory)["newest"] == "300"


async def test_no_credit_stops_polling_until_it_is_asked_for_by_name(purse: Purse) -> None:
    await purse.follow("5.00")
    purse.wire.answers = [(402, '{"title":"CreditsDepleted"}'), page(1), page(2)]
    assert await purse.trouble() == "OutOfCredit"

    purse.clock.forward(days=3)
    assert await purse.round() == ()
    assert await purse.round(due_only=True) == ()
    assert len(purse.wire.asked) == 1

    assert await purse.trouble(TAG) == ""
    purse.clock.forward(days=1)
    assert len(await purse.round(due_only=True)) == 1


async def test_a_source_behind_a_bridge_shows_no_meter(purse: Purse) -> None:
    await purse.follow("5.00")
    await purse.follow("5.00", "https://x.com/ida", bridge="https://nitter.example/ida/rss")
    feed = '<rss version="2.0"><channel><title>Ida</title></channel></rss>'
    purse.wire.answers = [page(1), (200, feed)]

    await purse.round()

    async with purse.store.reading() as db:
        costs = {row.address: row.cost for row in await source_rows(db)}
    assert costs["https://x.com/ida"] == ""
    assert costs[TAG] != ""


@pytest.mark.parametrize(
    ("text", "micros"),
    [("5", 5_000_000), ("5.00", 5_000_000), ("0.005", 5_000), ("0.000001", 1), (" 2.5 ", 2_500_000)],
)
def test_sums_are_read_exactly(text: str, micros: int) -> None:
    assert micros_of(text) == micros


@pytest.mark.parametrize("text", ["", "-1", "5,00", "$5", "1e3", ".5", "5.", "0.0000001", "٥"])
def test_what_is_no_sum_is_none(text: str) -> None:
    assert micros_of(text) is None


def test_money_is_shown_rounded_up() -> None:
    assert [money(sum) for sum in (0, 1, 10_000, 10_001, 1_234_567_890)] == ["0.00", "0.01", "0.01", "0.02", "1,234.57"]
    assert cost_words(Spent("2026-01", 1, 1), 5_000_000) == "January: 1 post read, 0.01 of 5.00 spent"


def test_a_bill_crosses_into_a_helper_and_back() -> None:
    request = X().first(TAG, (("budget", "5.00"),), '{"newest":"1"}')
    bill = request.bill
    assert bill is not None
    reply = Reply(replace(request, bill=replace(bill, number=7)), 200, TAG, {}, page(3, 2, full=True)[1].encode(), NOON)

    job = Job(X(), reply, TAG, (("budget", "5.00"),), '{"newest":"1"}', by_rules, LaneContext("x", "Chat", None))
    digest = msgspec.msgpack.decode(digest_packed(pickle.dumps(job)).removeprefix(DONE), type=Digest)

    assert digest.batch.bill == Bill("x", 5_000_000, 2 * POST + USER, 7)
    assert digest.batch.follow[0].bill == bill
