"""Whatever a platform sends in place of what it documents: it is read or refused, and nothing else happens.

Every reply of every golden talk is damaged: values of other types, things left out, things cut off.
"""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.model.errors_fetching import NotThere, ServerFault, UnreadableReply
from arrowtui.model.errors_sources import NotForUs, TokenNeeded, TokenRefused
from arrowtui.model.replace import replace
from arrowtui.model.wire import Reply
from arrowtui.sources.place import place_of
from arrowtui.sources.registry import SOURCES
from tests.sources.talks import GOLDEN, Talk, talks

KINDS = (
    "reddit",
    "hackernews",
    "lobsters",
    "lemmy",
    "stackexchange",
    "discourse",
    "youtube",
    "github",
    "tumblr",
    "wordpress",
    "substack",
    "greader",
    "fever",
)
SAID = (UnreadableReply, NotThere, ServerFault, NotForUs, TokenNeeded, TokenRefused)
Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
ODD: list[Json] = [
    None,
    True,
    0,
    -1,
    2**70,
    1e300,
    "",
    "\x1b]8;;http://evil.example\x07",
    "\ud800",
    "0.",
    [],
    [[]],
    {},
    {"id": None},
]


SPICES = [b"", b"<", b"]]>", b'"', b"\xff", b"{", b"&#0;", b"null"]


@dataclass(frozen=True, slots=True)
class Heard:
    """One reply of a talk, as it was before it is damaged."""

    kind: str
    reply: Reply
    talk: Talk


@cache
def heard() -> tuple[Heard, ...]:
    """Every reply of every talk."""
    return tuple(
        Heard(kind, reply, talk)
        for kind in KINDS
        for talk in map(Talk.at, talks(kind))
        for _, reply, _ in talk.held(SOURCES[kind])
    )


def read(one: Heard, body: bytes) -> None:
    """Read a damaged reply; what comes of it must pass the rules of arrival."""
    source = SOURCES[one.kind]
    reply = replace(one.reply, body=body)
    try:
        batch = source.read(reply, one.talk.options, one.talk.memory)
    except SAID:
        return
    source.rest_until(reply)
    arrival = Arrival(one.kind, one.talk.address, reply.received_at, batch.language)
    items = [normalise(draft, arrival, order) for order, draft in enumerate(batch.drafts)]
    assert all(draft.native_id for draft in batch.drafts)
    assert all(item.title and "\x1b" not in item.title + item.text for item in items)
    assert len(batch.follow) < 50
    if batch.memory is not None:
        source.first(one.talk.address, one.talk.options, batch.memory)


def places(value: Json, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every value inside one."""
    yield above
    children: list[tuple[str | int, Json]] = []
    if isinstance(value, dict):
        children = list(value.items())
    elif isinstance(value, list):
        children = list(enumerate(value))
    for name, child in children:
        yield from places(child, (*above, name))


def changed(value: Json, way: tuple[str | int, ...], change: Callable[[Json], Json]) -> Json:
    """The value with another one at the end of a way."""
    if not way:
        return change(value)
    step, *rest = way
    if isinstance(value, dict) and isinstance(step, str):
        return {**value, step: changed(value[step], tuple(rest), change)}
    if isinstance(value, list) and isinstance(step, int):
        return [*value[:step], changed(value[step], tuple(rest), change), *value[step + 1 :]]
    return value


@settings(max_examples=600, deadline=None)
@given(st.data())
def test_json_with_other_values_in_it_is_read_or_refused(data: st.DataObject) -> None:
    one = data.draw(st.sampled_from([one for one in heard() if one.reply.body.lstrip()[:1] in (b"{", b"[")]), "reply")
    value: Json = json.loads(one.reply.body)
    for _ in range(data.draw(st.integers(1, 3), "changes")):
        way = data.draw(st.sampled_from(list(places(value))), "way")
        odd = data.draw(st.sampled_from(ODD), "odd")
        value = changed(value, way, lambda _, odd=odd: odd)  # type: ignore[misc]  # bound now, called at once

    read(one, json.dumps(value).encode("utf-8", "surrogatepass"))


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_json_with_things_left_out_is_read_or_refused(data: st.DataObject) -> None:
    one = data.draw(st.sampled_from([one for one in heard() if one.reply.body.lstrip()[:1] == b"{"]), "reply")
    value: Json = json.loads(one.reply.body)
    ways = [way for way in places(value) if way and isinstance(way[-1], str)]
    for way in data.draw(st.lists(st.sampled_from(ways), min_size=1, max_size=4, unique=True), "ways"):

        def without(inside: Json, name: str = str(way[-1])) -> Json:
            return {key: kept for key, kept in inside.items() if key != name} if isinstance(inside, dict) else inside

        try:
            value = changed(value, way[:-1], without)
        except (KeyError, IndexError):
            continue  # what it lay in is gone already

    read(one, json.dumps(value).encode())


@settings(max_examples=300, deadline=None)
@given(st.data(), st.integers(0, 2**32), st.integers(1, 8))
def test_any_reply_with_bytes_damaged_is_read_or_refused(data: st.DataObject, seed: int, damages: int) -> None:
    one = data.draw(st.sampled_from(heard()), "reply")
    body, dice = bytearray(one.reply.body), random.Random(seed)
    for _ in range(damages):
        start = dice.randrange(len(body) + 1)
        body[start : start + dice.randrange(40)] = dice.choice(
            [b"", b"<", b"]]>", b'"', b"\xff", b"{", b"&#0;", b"null"]
        )

    read(one, bytes(body))


@given(st.data(), st.integers(0, 4000))
def test_any_reply_cut_anywhere_is_read_or_refused(data: st.DataObject, cut: int) -> None:
    one = data.draw(st.sampled_from(heard()), "reply")

    read(one, one.reply.body[:cut])


@given(st.text(max_size=60), st.sampled_from(["", "https://", "r/", "www.youtube.com/", "https://github.com/", "!"]))
def test_anything_typed_is_taken_or_left(typed: str, start: str) -> None:
    for kind in KINDS:
        for found in SOURCES[kind].recognise(start + typed):
            assert found.wish.kind == kind
            assert place_of(found.wish.address) is not None
            assert not any(sign.isspace() for sign in found.wish.address)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_replayed(kind: str) -> None:
    assert (GOLDEN / kind).is_dir()
    assert any(one.kind == kind for one in heard())
