"""What the status of a reply means to a person."""

from datetime import datetime
from urllib.parse import urlsplit

from arrowtui.ingest.headers import retry_after_s
from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import AnswerRefused, AskedToWait, Gone, NotThere, ServerFault
from arrowtui.model.wire import Reply

ASKS_TO_WAIT = frozenset({429, 503})
DEFAULT_WAIT_S = 3600


def refused(reply: Reply, wait_until: datetime | None = None) -> FetchError | None:
    """The failure a status stands for; None for 2xx and 304.

    Args:
        wait_until: how long the host is left alone, where somebody has worked that out; else what it says itself.
    """
    host = urlsplit(reply.address).netloc.rpartition("@")[2]
    status = reply.status
    if 200 <= status < 300 or status == 304:
        return None
    if status == 404:
        return NotThere(host)
    if status == 410:
        return Gone(host)
    if status in ASKS_TO_WAIT:
        return AskedToWait(host, status, _wait_s(reply, wait_until))
    return ServerFault(host, status) if status >= 500 else AnswerRefused(host, status)


def _wait_s(reply: Reply, wait_until: datetime | None) -> int:
    if wait_until is not None:
        return round((wait_until - reply.received_at).total_seconds())
    return retry_after_s(reply.headers, reply.received_at) or DEFAULT_WAIT_S
