"""What the status of a reply means to a person."""

from urllib.parse import urlsplit

from arrowtui.model.errors import AnswerRefused, AskedToWait, FetchError, Gone, NotThere, ServerFault
from arrowtui.model.wire import Reply

DEFAULT_WAIT_S = 3600


def refused(reply: Reply) -> FetchError | None:
    """The failure a status stands for; None for 2xx and 304."""
    host = urlsplit(reply.address).netloc
    status = reply.status
    if 200 <= status < 300 or status == 304:
        return None
    if status == 404:
        return NotThere(host)
    if status == 410:
        return Gone(host)
    if status in (429, 503):
        wait = reply.headers.get("retry-after", "")
        return AskedToWait(host, status, int(wait) if wait.isdigit() else DEFAULT_WAIT_S)
    return ServerFault(host, status) if status >= 500 else AnswerRefused(host, status)
