"""What the servers send, as far as it is used. Unknown fields are ignored; whatever may be absent or null is None.

Source: docs.joinmastodon.org (entities) and what GoToSocial, Pleroma, Akkoma and snac leave out of it.
"""

from collections.abc import Sequence
from typing import TypeVar

import msgspec
from msgspec import Raw, Struct, field

Shape = TypeVar("Shape")
Id = str | int
"""Opaque. Mostly decimal text longer than a float is exact; ULIDs, flakes and hex strings elsewhere."""


class Account(Struct):
    """Who posts. `acct` has no host where the account is the server's own."""

    id: Id = ""
    username: str | None = None
    acct: str | None = None
    display_name: str | None = None
    url: str | None = None
    uri: str | None = None
    note: str | None = None
    moved: "Account | None" = None
    suspended: bool | None = None


class Tag(Struct):
    name: str | None = None


class Size(Struct):
    duration: float | str | None = None


class Meta(Struct):
    original: Size | None = None


class MediaExtras(Struct):
    """Pleroma's."""

    mime_type: str | None = None


class Media(Struct):
    """`url` is None while a remote file has not been copied."""

    type: str | None = None
    url: str | None = None
    preview_url: str | None = None
    remote_url: str | None = None
    description: str | None = None
    meta: Meta | None = None
    pleroma: MediaExtras | None = None


class Option(Struct):
    """`votes_count` None: hidden until the poll ends."""

    title: str | None = None
    votes_count: int | None = None


class PollShape(Struct):
    """`expires_at` None: no end. `voters_count` None: not known of a remote poll."""

    id: Id = ""
    expires_at: str | None = None
    expired: bool | None = None
    multiple: bool | None = None
    voters_count: int | None = None
    options: list[Option] = field(default_factory=list)


class Quote(Struct):
    """Mastodon wraps the quoted post and its state, Akkoma gives the post itself."""

    quoted_status: "Quoted | None" = None
    uri: str | None = None


class Quoted(Struct):
    uri: str | None = None


class Status(Struct):
    """A post: whatever has these three. One with a `reblog` is a boost: an empty shell around somebody's post."""

    id: Id
    account: Account
    content: str | None
    uri: str | None = None
    url: str | None = None
    created_at: str | None = None
    edited_at: str | None = None
    in_reply_to_id: Id | None = None
    in_reply_to_account_id: Id | None = None
    visibility: str | None = None
    language: str | None = None
    sensitive: bool | None = None
    spoiler_text: str | None = None
    tags: list[Tag] | None = None
    media_attachments: list[Media] | None = None
    replies_count: int | None = None
    reblogs_count: int | None = None
    favourites_count: int | None = None
    quote: Quote | None = None
    reblog: "Status | None" = None
    poll: PollShape | None = None


class Context(Struct):
    """The posts before and after one."""

    ancestors: list[Raw]
    descendants: list[Raw]


class Feeds(Struct):
    """Who may read a timeline: `public`, `authenticated` or `disabled`."""

    local: str | None = None
    remote: str | None = None


class TimelinesAccess(Struct):
    hashtag_feeds: Feeds | None = None


class Urls(Struct):
    streaming: str | None = None
    streaming_api: str | None = None  # version 1


class Configuration(Struct):
    urls: Urls | None = None
    timelines_access: TimelinesAccess | None = None


class Instance(Struct):
    """Version 2 of the description names `domain`, version 1 `uri`."""

    version: str
    domain: str | None = None
    uri: str | None = None
    source_url: str | None = None
    configuration: Configuration | None = None
    urls: Urls | None = None


class Refusal(Struct):
    """The body of a refusal."""

    error: str | None = None


class Envelope(Struct):
    """What comes over a WebSocket: the payload is JSON inside a string, of a deletion the bare id."""

    event: str
    payload: str | None = None


def decoded(body: bytes | Raw, shape: type[Shape]) -> Shape | None:
    """The body in that shape; None where it is something else."""
    try:
        return msgspec.json.decode(body, type=shape)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None


def statuses(raw: Sequence[Raw]) -> tuple[list[Status], int]:
    """The posts of a list, and how many could not be read: one that is damaged does not cost the others."""
    found = [decoded(one, Status) for one in raw]
    good = [one for one in found if one is not None]
    return good, len(found) - len(good)
