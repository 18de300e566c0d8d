"""Requests, and the word that tells what each of them is for."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from urllib.parse import quote, urlencode

import msgspec
from msgspec import Struct

from arrowtui.model.wire import Request, SecretUse
from arrowtui.sources.fediverse.addresses import netloc_of
from arrowtui.sources.fediverse.memory import Part

LIMIT = 40
"""Posts a page: the most Mastodon gives."""
CLOSED = (401, 403, 422)
"""How servers say that a timeline is not for everybody."""
GONE = (404, 410)
ANY_REFUSAL = (400, 401, 402, 403, 404, 406, 408, 410, 418, 422, 425, 429, 451, 500, 501, 502, 503, 504, 520, 521, 522)
"""For what a poll can do without: whatever comes, the rest of the round goes on."""


class Do(StrEnum):
    """What a reply will be."""

    INSTANCE = "instance"
    LOOKUP = "lookup"
    PAGE = "page"
    STATUS = "status"
    CONTEXT = "context"
    RECHECK = "recheck"
    EVENT = "event"
    POLL = "poll"


class Mode(StrEnum):
    """How a page of a timeline is meant.

    NEWEST: the first look, without a cursor. OLDER: further back from there. UP: what is newer than the cursor. DOWN:
    the same from a server that does not understand `min_id`. AGAIN: the newest page once more, for edits and deletions.
    """

    NEWEST = "newest"
    OLDER = "older"
    UP = "up"
    DOWN = "down"
    AGAIN = "again"


class Step(Struct, omit_defaults=True, frozen=True):
    """`address` is the source's, `base` the server asked. `leads`: the rest of the round hangs on this reply.

    `key` names a timeline, `page` counts from 0, `id` and `uri` are those of a post; `version` is of a description.
    """

    do: Do
    address: str
    base: str
    leads: bool = False
    key: str = ""
    mode: Mode = Mode.NEWEST
    page: int = 0
    part: Part = Part.BOTH
    id: str = ""
    uri: str = ""
    at: int = 0
    version: int = 2


def written(step: Step) -> str:
    return msgspec.json.encode(step).decode()


def understood(step: str) -> Step:
    """Back from a word that `written` made."""
    return msgspec.json.decode(step, type=Step)


def ask(
    step: Step,
    path: str,
    query: Sequence[tuple[str, str]] = (),
    accepts: tuple[int, ...] = (),
    *,
    is_extra: bool = False,
) -> Request:
    """A request to the server of the step; the person's token for it goes along where there is one.

    Args:
        is_extra: a poll can do without; its failure must not cost the rest.
    """
    address = f"{step.base}{path}{'?' if query else ''}{urlencode(query)}"
    return Request(
        address,
        headers=JSON,
        secrets=(token_of(step.base),),
        step=written(step),
        conditional=False,
        accepts=ANY_REFUSAL if is_extra else accepts,
        is_extra=is_extra,
    )


def token_of(base: str, place: tuple[str, str] = ("header", "Authorization"), *, is_optional: bool = True) -> SecretUse:
    """The person's token for a server, by name."""
    template = "Bearer {}" if place[0] == "header" else "{}"
    return SecretUse(f"mastodon:{netloc_of(base)}", place, template, is_optional)


def segment(text: str) -> str:
    """A part of a path."""
    return quote(text, safe="")


JSON: Mapping[str, str] = {"Accept": "application/json"}
