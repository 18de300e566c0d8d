"""A source that is looked at and then taken on is asked once, not twice."""

from dataclasses import replace

from arrowtui.model.ports import Wire
from arrowtui.model.subscription import Validators
from arrowtui.model.wire import Reply, Request


class Once:
    """A wire that gives a good reply again, once, to the next request for the same address."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._kept: dict[str, Reply] = {}

    async def fetch(self, request: Request, validators: Validators | None = None) -> Reply:
        """As the wire beneath. Raises: FetchError."""
        known = self._kept.pop(request.address, None)
        if known is not None:
            return replace(known, request=request)
        reply = await self._wire.fetch(request, validators)
        if reply.status == 200:
            self._kept[request.address] = reply
            if reply.moved_to:
                self._kept[reply.moved_to] = replace(reply, moved_to=None)
        return reply
