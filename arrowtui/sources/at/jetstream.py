"""Jetstream: every post of the network as it is made. Nothing is filtered there, so what a chat wants is found here.

Pure: a message and what is known of the chat go in, the posts it makes or takes come out. It names posts and no more;
their authors, counts and pictures are asked for afterwards (`Bluesky.hydrate`). Source: bluesky-social/jetstream, v1.
"""

from collections.abc import Collection
from urllib.parse import urlencode

import msgspec
from msgspec import Raw, Struct

from arrowtui.sources.at.addresses import POST, parts_of, place_of
from arrowtui.sources.at.facets import facets_of, tags_of
from arrowtui.sources.at.shapes import NOTHING, Record, Reference, ReplyTo, Shape
from arrowtui.sources.social.decoding import part
from arrowtui.sources.social.given import Options, one_of, option

SERVER = "wss://jetstream2.us-east.bsky.network"
ENDED = frozenset({"deleted", "takendown"})
"""States of an account whose posts are to vanish; a deactivated one may come back."""


class Live(Struct, frozen=True):
    """What to listen to: the address without a cursor, and the hashtags (folded, without sign) that are wanted.

    `only_live`: only while the chat of these hashtags is on.
    """

    address: str
    tags: frozenset[str]
    only_live: bool = False


class Heard(Struct, frozen=True):
    """What a message means to a chat: AT-URIs of posts to be fetched, and of known ones that are gone."""

    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


NOTHING_HEARD = Heard()


class _Commit(Shape, frozen=True):
    operation: str = ""
    collection: str = ""
    rkey: str = ""
    record: Raw = NOTHING


class _Account(Shape, frozen=True):
    active: bool | None = None
    status: str | None = None


class _Message(Shape, frozen=True):
    did: str
    kind: str = ""
    commit: _Commit | None = None
    account: _Account | None = None


_MESSAGE = msgspec.json.Decoder(_Message)


class _Embedded(Shape, frozen=True):
    """A quote as its author wrote it: `record` is the post quoted, or (with media) holds it in another `record`."""

    record: Raw = NOTHING


class _LiveRecord(Record, frozen=True):
    embed: Raw = NOTHING


def live_of(address: str, options: Options) -> Live | None:
    """What a source listens to; None unless its option `stream` asks for it ("jetstream" always, "session" while its
    chat is on) and it is about a hashtag.

    Raises: OptionUnfit.
    """
    place = place_of(address)
    wish = one_of(options, "stream", ("no", "jetstream", "session"), "no")
    if place is None or wish == "no":
        return None
    words = [f"#{place.tag}"] if place.tag else place.words.split()
    tags = frozenset(word[1:].casefold() for word in words if word.startswith("#") and len(word) > 1)
    server = option(options, "jetstream", SERVER).rstrip("/")
    return (
        Live(f"{server}/subscribe?{urlencode([('wantedCollections', POST)])}", tags, wish == "session")
        if tags
        else None
    )


def heard(data: bytes, tags: Collection[str], known: Collection[str] = ()) -> Heard:
    """What one message means to a chat.

    Args:
        tags: the chat's hashtags, folded, without sign.
        known: AT-URIs of its posts so far: who answers or quotes one often leaves the hashtag out.
    Returns: nothing for the hundreds a second that are about other things, and for what cannot be read.
    """
    try:
        message = _MESSAGE.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return NOTHING_HEARD
    if message.account is not None:
        return Heard(gone=_of_account(message, known))
    commit = message.commit
    if commit is None or commit.collection != POST:
        return NOTHING_HEARD
    uri = f"at://{message.did}/{POST}/{commit.rkey}"
    if commit.operation == "delete":
        return Heard(gone=(uri,)) if uri in known else NOTHING_HEARD
    record = part(commit.record, _LiveRecord)
    return Heard((uri,)) if record and (uri in known or _is_wanted(record, tags, known)) else NOTHING_HEARD


def _of_account(message: _Message, known: Collection[str]) -> tuple[str, ...]:
    account = message.account
    if account is None or account.active is not False or account.status not in ENDED:
        return ()
    return tuple(uri for uri in known if parts_of(uri)[0] == message.did)


def _is_wanted(record: _LiveRecord, tags: Collection[str], known: Collection[str]) -> bool:
    if any(tag.casefold() in tags for tag in tags_of(record, facets_of(record))):
        return True
    reply = part(record.reply, ReplyTo)
    if reply is not None and (reply.root.uri in known or reply.parent.uri in known):
        return True
    return _quoted(record.embed) in known


def _quoted(embed: Raw) -> str | None:
    """The AT-URI of the post a fresh record quotes."""
    outer = part(embed, _Embedded)
    if outer is None:
        return None
    inner = part(outer.record, _Embedded)
    found = part(outer.record, Reference) or (part(inner.record, Reference) if inner else None)
    return found.uri if found else None
