"""A source that is looked at and then taken on is asked once, not twice."""

from arrowtui.model.ports import Wire
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Validators
from arrowtui.model.wire import Reply, Request

_Asked = tuple[str, str, bytes | None]


class Once:
    """A wire that gives a good reply again, once, to the next request for the same thing."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._kept: dict[_Asked, Reply] = {}

    async def fetch(self, request: Request, validators: Validators | None = None) -> Reply:
        """As the wire beneath. Raises: FetchError."""
        known = self._kept.pop(_asked(request, request.address), None)
        if known is not None:
            return replace(known, request=request)
        reply = await self._wire.fetch(request, validators)
        if reply.status == 200:
            self._kept[_asked(request, request.address)] = reply
            if reply.moved_to:
                self._kept[_asked(request, reply.moved_to)] = replace(reply, moved_to=None)
        return reply


def _asked(request: Request, address: str) -> _Asked:
    """What a request asks for: of forms sent to one address each is another."""
    return request.method, address, request.body
