"""The wire while an address is only looked at: what goes wrong is told as it is true before anything was added."""

from msgspec import Struct

from arrowtui.model.errors_fetching import ServerTooSlow, TooSlowToBeSeen
from arrowtui.model.ports import Wire
from arrowtui.model.subscription import Validators
from arrowtui.model.wire import Reply, Request


class FirstLook(Struct, frozen=True):
    """Hands everything on. Nobody asks again by itself for what is no source yet."""

    wire: Wire

    async def fetch(self, request: Request, validators: Validators | None = None) -> Reply:
        """As `Wire.fetch`. Raises: TooSlowToBeSeen in place of ServerTooSlow; the other FetchErrors as they are."""
        try:
            return await self.wire.fetch(request, validators)
        except ServerTooSlow as slow:
            raise TooSlowToBeSeen(slow.host, slow.waited_s) from slow
