"""The usual answers of an adapter: what most platforms have in common. A kind of source overrides what is its own."""

from collections.abc import Sequence
from datetime import datetime

from arrowtui.model.errors import FetchError
from arrowtui.model.manners import USUAL, Manners
from arrowtui.model.recognised import Recognised
from arrowtui.model.stream import StreamRequest
from arrowtui.model.wire import Reply


class Adapter:
    """An ordinary source: a web feed's pace, no addresses of its own, refusals and headers without further meaning."""

    manners: Manners = USUAL
    tells_gaps: bool = False
    """Whether it says itself what of the time since the last poll it left out. Others show their newest posts: where
    none of them was known before, some may have been missed."""

    def recognise(self, typed: str) -> Sequence[Recognised]:
        """Nothing."""
        return ()

    def refused(self, reply: Reply) -> FetchError | None:
        """The status says all."""
        return None

    def rest_until(self, reply: Reply) -> datetime | None:
        """The host may be asked on."""
        return None

    def stream_requests(
        self, address: str, options: tuple[tuple[str, str], ...], memory: str
    ) -> tuple[StreamRequest, ...]:
        """It cannot be listened to."""
        return ()
