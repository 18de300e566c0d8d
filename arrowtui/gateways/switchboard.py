"""One wire for every kind of address: each scheme is handed to the gateway that speaks it, made when first needed."""

from collections.abc import Callable, Mapping
from typing import Protocol

from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.ports import Wire
from arrowtui.model.subscription import Validators
from arrowtui.model.wire import Reply, Request


class ClosableWire(Wire, Protocol):
    """A wire that holds lines open."""

    async def close(self) -> None: ...


class Switchboard:
    """The `Wire` the house uses. `makers` make a gateway for a scheme."""

    def __init__(self, makers: Mapping[str, Callable[[], ClosableWire]]) -> None:
        self._makers = makers
        self._made: dict[Callable[[], ClosableWire], ClosableWire] = {}

    async def fetch(self, request: Request, validators: Validators | None = None) -> Reply:
        """As the gateway of the scheme. Raises: FetchError; UnfitAddress for a scheme nobody speaks."""
        scheme = request.address.partition(":")[0].lower()
        maker = self._makers.get(scheme)
        if maker is None:
            raise UnfitAddress(scheme, request.address)
        if maker not in self._made:
            self._made[maker] = maker()
        return await self._made[maker].fetch(request, validators)

    async def close(self) -> None:
        """Close all that was opened."""
        made, self._made = list(self._made.values()), {}
        for gateway in made:
            await gateway.close()
