"""What a refusal of Bluesky means to a person."""

from datetime import datetime

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import NotThere
from arrowtui.model.errors_social import AskedWrongly, SignInWanted
from arrowtui.model.errors_sources import NotForUs, TokenRefused
from arrowtui.model.wire import Reply
from arrowtui.sources.at.asking import login_named_in
from arrowtui.sources.at.shapes import Failure
from arrowtui.sources.social.decoding import host_of, part, said, unix_moment

STALE = frozenset({"ExpiredToken", "InvalidToken"})
"""The access token ran out, or its session was ended."""
GONE = frozenset({"NotFound", "UnknownFeed", "UnknownList", "RecordNotFound", "HandleNotFound"})
CLOSED = {
    "BlockedActor": "You block this account.",
    "BlockedByActor": "This account blocks yours.",
    "AccountTakedown": "The account was taken down.",
    "AccountDeactivated": "The account is deactivated.",
    "RepoDeactivated": "The account is deactivated.",
    "RepoTakendown": "The account was taken down.",
}
OPTION = 'login = "YOUR.HANDLE"'


def failure_of(reply: Reply) -> Failure:
    """The body of a refusal; an empty one where it is none (an HTML page)."""
    return part(reply.body, Failure) or Failure()


def is_stale(reply: Reply) -> bool:
    """Whether the access token is what was refused, so that a fresh one may do."""
    return bool(reply.request.secrets) and failure_of(reply).error in STALE


def sign_in(reply: Reply, what: str) -> SignInWanted:
    """Told to somebody who asks without a login."""
    return SignInWanted(host_of(reply), what, "bluesky:YOUR.HANDLE", OPTION)


def refusal_of(reply: Reply) -> FetchError | None:
    """The failure a refusal stands for; None where its status says all."""
    if reply.status not in (400, 401, 403):
        return None
    host, failure, login = host_of(reply), failure_of(reply), login_named_in(reply.request.secrets)
    words = said(failure.message)
    if failure.error in CLOSED:
        return NotForUs(host, CLOSED[failure.error])
    if failure.error in GONE or words.startswith(("Profile not found", "Unable to resolve handle", "Could not find")):
        return NotThere(host)
    if failure.error in STALE or reply.status == 401:
        return TokenRefused(host, login) if login else sign_in(reply, "this")
    if reply.status == 403:
        is_search = "searchPosts" in reply.request.address
        return sign_in(reply, "a search") if is_search and not login else None
    return AskedWrongly(host, words or failure.error or "the request is not understood")


def rest_until(reply: Reply) -> datetime | None:
    """When the window of the rate limit ends, once nothing is left in it."""
    if reply.status != 429 and reply.headers.get("ratelimit-remaining", "").strip() != "0":
        return None
    return unix_moment(reply.headers.get("ratelimit-reset"))
