"""The meter: a wire that sends nothing which could cost more than the person wants to spend in a month.

What a request may cost is written down before it is sent, so neither a kill nor two programs at once can pass the cap.
What it did cost is booked with the batch it brought (`services.shelving`).
"""

from msgspec import Struct

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_sources import BudgetSpent
from arrowtui.model.ports import Clock, Wire
from arrowtui.model.replace import replace
from arrowtui.model.spending import Bill, Spent, money
from arrowtui.model.subscription import Validators
from arrowtui.model.wire import Reply, Request
from arrowtui.store import Store
from arrowtui.store.spending import close_bill, open_bill, spent


class Metered(Struct, frozen=True):
    """A `Wire` around another one. Requests without a bill pass as they are."""

    wire: Wire
    store: Store
    clock: Clock

    async def fetch(self, request: Request, validators: Validators | None = None) -> Reply:
        """As the wire beneath; the bill of the reply's request has its number.

        Raises: BudgetSpent, before anything is sent; FetchError; StoreError.
        """
        if request.bill is None:
            return await self.wire.fetch(request, validators)
        bill = replace(request.bill, number=await self._reserved(request.bill))
        try:
            reply = await self.wire.fetch(replace(request, bill=bill), validators)
        except FetchError:
            await self._given_back(bill)
            raise
        if not _is_charged(reply):
            await self._given_back(bill)
        return reply

    async def spent(self, kind: str) -> Spent:
        """What a kind of source cost this month."""
        async with self.store.reading() as db:
            return await spent(db, kind, self._month())

    def _month(self) -> str:
        return self.clock.now().strftime("%Y-%m")

    async def _reserved(self, bill: Bill) -> int:
        async with self.store.write() as db:
            number = await open_bill(db, bill, self._month())
        if not number:
            raise BudgetSpent(bill.kind, money(bill.cap))
        return number

    async def _given_back(self, bill: Bill) -> None:
        async with self.store.write() as db:
            await close_bill(db, bill.number)


def _is_charged(reply: Reply) -> bool:
    """Whether a reply may have cost anything: a refusal does not, nor the page of a hotel's network."""
    return 200 <= reply.status < 300 and reply.body.lstrip()[:1] in (b"{", b"[")
