"""A helper's side of digesting: a job in, its digest or what went wrong out."""

import pickle
import traceback

import msgspec

from arrowtui.gateways.crew_hand import serve
from arrowtui.lanes.context import LaneContext
from arrowtui.model.errors import ArrowError
from arrowtui.model.item import EPOCH
from arrowtui.model.wire import Reply, Request
from arrowtui.services.digest import Job, by_rules, digest

DONE, FAILED = b"\0", b"\1"
"""How an answer begins: a digest in msgpack, or what was raised instead, pickled."""


_SMALL = b"<rss><channel><item><title>\xe2\x80\x93</title></item></channel></rss>"


def main() -> None:
    """Digest what one is sent until the poller ends."""
    serve(digest_packed, bring_in)


def bring_in() -> None:
    """Whatever a digest needs is brought in when it is first needed, which takes a tenth of a second: by a digest of
    nothing much."""
    from arrowtui.sources.feed import Feed  # the poller imports this file, too, and parses nothing: start-up time

    reply = Reply(Request(""), 200, "", {}, _SMALL, EPOCH)
    digest(Job(Feed(), reply, "", (), "", by_rules, LaneContext("feed")))


def digest_packed(job: bytes) -> bytes:
    """Digest a pickled job. The digest is packed by msgspec, several times quicker than pickle; whatever is raised
    instead, the poller raises in its turn."""
    try:
        return DONE + msgspec.msgpack.encode(digest(pickle.loads(job)))  # noqa: S301  # the poller packed it
    except BaseException as error:
        return FAILED + _packed(error)


def _packed(error: BaseException) -> bytes:
    """An error, with where it was raised if that is a fault of ours; one that cannot travel, in words."""
    if not isinstance(error, ArrowError):
        error.add_note("".join(traceback.format_exception(error)))
    try:
        packed = pickle.dumps(error)
        pickle.loads(packed)  # noqa: S301  # packed just now
    except (pickle.PickleError, TypeError, AttributeError, ValueError):
        return pickle.dumps(RuntimeError("".join(traceback.format_exception(error))))
    return packed
