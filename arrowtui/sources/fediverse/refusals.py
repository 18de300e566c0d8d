"""What a refusal means, and how long a server wants to be left alone."""

from datetime import UTC, datetime, timedelta

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import Gone
from arrowtui.model.errors_sources import NotForUs, TokenNeeded, TokenRefused
from arrowtui.model.wire import Reply
from arrowtui.sources.fediverse.addresses import netloc_of
from arrowtui.sources.fediverse.shapes import Refusal, decoded
from arrowtui.sources.fediverse.times import moment

BAD_TOKEN = ("token is invalid", "token was revoked", "token expired", "token has expired", "authorized scopes")
"""Words of a refusal that is about the token which was sent, not about the lack of one."""
NO_TOKEN = ("authenticated user", "authorization required", "invalid credentials", "token not supplied", "unauthorized")
CLOSED_ON_PURPOSE = (403, 451)
LONGEST_REST = timedelta(days=1)


def refused(reply: Reply) -> FetchError | None:
    """The failure a status stands for with these servers; None where it means the usual.

    Mastodon answers 401 or 422 where a login is needed, Pleroma 403; the words of the body tell a missing token from
    a bad one. Bodies that are pages of a proxy in front say nothing.
    """
    host = netloc_of(reply.address)
    body = decoded(reply.body, Refusal)
    words = ((body.error if body else None) or "").lower()
    if reply.status in (401, 403, 422):
        if any(one in words for one in BAD_TOKEN):
            return TokenRefused(host, f"mastodon:{host}")
        if reply.status == 401 or any(one in words for one in NO_TOKEN):
            return TokenNeeded(host, f"mastodon:{host}")
    if reply.status in CLOSED_ON_PURPOSE:
        why = "The server does not let programs in." if body is None else "Its operator does not allow it."
        return NotForUs(host, why)
    return None if reply.status != 410 else Gone(host)


def rest_until(reply: Reply) -> datetime | None:
    """When the server counts anew, once nothing is left of what it allows.

    Mastodon and GoToSocial write an ISO instant with microseconds; some write seconds since 1970.
    """
    if reply.headers.get("x-ratelimit-remaining", "").strip() != "0":
        return None
    said = reply.headers.get("x-ratelimit-reset", "").strip()
    until = moment(said) if not said.isdecimal() else _from_seconds(said)
    now = reply.received_at
    return min(until, now + LONGEST_REST) if until and until > now else None


def is_nearly_spent(reply: Reply) -> bool:
    """Whether what the server still allows is better kept: what was still to be asked waits for the next round."""
    left = reply.headers.get("x-ratelimit-remaining", "").strip()
    return left.isdecimal() and len(left) < 10 and int(left) < 5


def _from_seconds(said: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(said), UTC)
    except (ValueError, OverflowError, OSError):
        return None
