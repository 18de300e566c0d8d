"""Streams: where to listen, and what an event means. Nothing is replayed after a break: the next poll fills the gap.

The cursors of the polls are left alone here, so that whatever a stream may have missed is found by the next poll.
"""

from urllib.parse import quote, urlencode

from arrowtui.model.stream import Carrier, StreamRequest
from arrowtui.sources.fediverse.addresses import Sort, Target, Wanted, host_of
from arrowtui.sources.fediverse.asking import Do, Step, token_of, written
from arrowtui.sources.fediverse.gathering import Gathering
from arrowtui.sources.fediverse.memory import Memory, Part, Software
from arrowtui.sources.fediverse.shapes import Envelope, Status, decoded
from arrowtui.sources.fediverse.timelines import is_asked_for

CARRIERS = {
    Software.MASTODON: Carrier.SSE,
    Software.GOTOSOCIAL: Carrier.WEBSOCKET,
    Software.PLEROMA: Carrier.WEBSOCKET,
}
MOST_STREAMS = 4
SILENCE_S = 60
"""Mastodon sends a sign of life every 15 s, GoToSocial every 30 s."""


def stream_requests(address: str, target: Target, wanted: Wanted, memory: Memory) -> tuple[StreamRequest, ...]:
    """Where to listen for a source: a stream a hashtag, the person's home timeline for an account, none for a thread.

    Empty where the server has no streams, or has not been asked yet what it is.
    """
    base = wanted.base or target.base
    server = memory.servers.get(base)
    carrier = CARRIERS.get(server.info.software) if server and server.info else None
    if server is None or server.info is None or carrier is None or target.sort is Sort.THREAD:
        return ()
    step = written(Step(Do.EVENT, address, base))
    is_pleroma = server.info.software is Software.PLEROMA
    secret = token_of(base, ("query", "access_token") if is_pleroma else ("header", "Authorization"), is_optional=False)
    if target.sort is Sort.ACCOUNT:
        places = [_place(carrier, server.info.streaming, "user")]
    else:
        stream = "hashtag:local" if server.part is Part.LOCAL else "hashtag"
        tags = tuple(dict.fromkeys((target.name, *wanted.any)))[:MOST_STREAMS]
        places = [_place(carrier, server.info.streaming, stream, tag) for tag in tags]
    at_home = host_of(server.info.streaming) == host_of(base)
    return tuple(StreamRequest(place, carrier, (secret,), step, SILENCE_S, at_home) for place in places)


def _place(carrier: Carrier, streaming: str, stream: str, tag: str = "") -> str:
    """The address of a stream."""
    named = {"tag": tag} if tag else {}
    if carrier is Carrier.SSE:
        query = f"?{urlencode(named)}" if named else ""
        return f"{streaming}/api/v1/streaming/{quote(stream.replace(':', '/'))}{query}"
    return f"ws{streaming.removeprefix('http')}/api/v1/streaming?{urlencode({'stream': stream, **named})}"


def read_event(found: Gathering) -> None:
    """An event of a stream: a new post, an edited one, a deletion; others mean nothing here.

    Raises: UnreadableReply for a post that cannot be read.
    """
    name, data = found.reply.headers.get("event", ""), found.reply.body
    if name == "message":
        envelope = decoded(data, Envelope)
        if envelope is None:
            raise found.unreadable("an event")
        name, data = envelope.event, (envelope.payload or "").encode()
    if name in ("update", "status.update"):
        _post(found, data)
    elif name == "delete":
        _deleted(found, data.decode(errors="replace").strip().strip('"'))


def _post(found: Gathering, data: bytes) -> None:
    status = decoded(data, Status)
    if status is None:
        raise found.unreadable("a post")
    if found.target.sort is Sort.TAG or (_is_theirs(found, status) and is_asked_for(found, status)):
        found.take([status], "")


def _is_theirs(found: Gathering, status: Status) -> bool:
    """Whether the post, out of a whole home timeline, is by the account of the source."""
    account, author = found.memory.account, status.account
    return account is not None and (str(author.id) == account.id or (author.uri or author.url) == account.uri)


def _deleted(found: Gathering, post: str) -> None:
    """A deletion names the id on this server alone; what nobody had seen need not go."""
    for uri in [uri for uri, one in found.server.known.items() if one.id == post]:
        found.deleted.append(uri)
        del found.server.known[uri]
