"""While an address is only looked at, what goes wrong is told as it is true before anything was added."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from msgspec import Struct

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import AskedToWait, Gone, NotThere, ServerFault, ServerTooSlow
from arrowtui.model.errors_looking import BusyNow, EndedThere, FaultNow, NothingThere, TooSlowToBeSeen
from arrowtui.model.ports import Wire
from arrowtui.model.subscription import Validators
from arrowtui.model.wire import Reply, Request

AT_FIRST: Mapping[type[FetchError], Callable[..., FetchError]] = {
    NotThere: NothingThere,
    Gone: EndedThere,
    ServerFault: FaultNow,
    ServerTooSlow: TooSlowToBeSeen,
    AskedToWait: BusyNow,
}


def at_first(error: FetchError) -> FetchError:
    """The same failure in words for what is no source yet: nobody asks again by itself, and nothing was brought."""
    told = AT_FIRST.get(type(error))
    return error if told is None else told(**vars(error))


@contextmanager
def only_looking() -> Iterator[None]:
    """Tell the failures in here as those of a first look."""
    try:
        yield
    except FetchError as error:
        told = at_first(error)
        if told is error:
            raise
        raise told from error


class FirstLook(Struct, frozen=True):
    """A wire that tells its own failures so. It hands everything on."""

    wire: Wire

    async def fetch(self, request: Request, validators: Validators | None = None) -> Reply:
        """As `Wire.fetch`."""
        with only_looking():
            return await self.wire.fetch(request, validators)
