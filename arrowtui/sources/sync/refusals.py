"""What refusals of such servers mean."""

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_mail import LoginRefused
from arrowtui.model.errors_readers import ApiSwitchedOff
from arrowtui.model.wire import Reply
from arrowtui.sources.shapes import hostname
from arrowtui.sources.social.decoding import said
from arrowtui.sources.sync.place import ReaderPlace

SWITCHED_OFF = b"Service Unavailable!"
"""What FreshRSS says with 503 while its API is not allowed; a proxy in front says it otherwise."""


def refused(reply: Reply, place: ReaderPlace, kind: str) -> FetchError | None:
    """The failure a status stands for; None where it means the usual."""
    if reply.status in (401, 403):
        return login_refused(reply, place, kind)
    is_off = reply.status == 503 and reply.body.strip() == SWITCHED_OFF
    return ApiSwitchedOff(hostname(reply)) if is_off else None


def login_refused(reply: Reply, place: ReaderPlace, kind: str) -> LoginRefused:
    """Name or password are not taken (any more)."""
    words = reply.body.decode("utf-8", "replace") if reply.status >= 400 and not _is_page(reply.body) else ""
    return LoginRefused(hostname(reply), place.account.password(kind), said(words))


def _is_page(body: bytes) -> bool:
    return body.lstrip()[:1] in (b"<", b"{", b"[")
