"""What a typed tag, name or address means to the platforms, and what is said where they do not answer."""

from dataclasses import dataclass, field

import pytest

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import NotThere
from arrowtui.model.errors_sources import TokenNeeded
from arrowtui.model.recognised import Recognised
from arrowtui.model.subscription import Wish
from arrowtui.model.wire import Batch, Body, Draft, Markup, Reply, Request
from arrowtui.services.recognising import Recognising
from arrowtui.sources.adapter import Adapter
from arrowtui.sources.registry import SOURCES
from tests.fakes import FakeWire


@dataclass
class Platform(Adapter):
    """Knows what it is told to know; each line of a reply is an item, "more ADDRESS" a further request."""

    kind: str
    meant: dict[str, Recognised] = field(default_factory=dict)

    def recognise(self, typed: str) -> tuple[Recognised, ...]:
        return (self.meant[typed],) if typed in self.meant else ()

    def first(self, address: str, options: tuple[tuple[str, str], ...], memory: str) -> Request:
        base = dict(options).get("base")
        return Request(f"{base}/api" if base else address)

    def read(self, reply: Reply, options: tuple[tuple[str, str], ...], memory: str) -> Batch:
        lines = reply.body.decode().splitlines()
        drafts = [Draft(line, title=Body(line, Markup.TEXT)) for line in lines if not line.startswith("more ")]
        follow = [Request(line.removeprefix("more ")) for line in lines if line.startswith("more ")]
        return Batch(tuple(drafts), title=f"{self.kind} says", follow=tuple(follow))

    def refused(self, reply: Reply) -> FetchError | None:
        return TokenNeeded("one.example", "one") if reply.status == 401 else None


def meaning(kind: str, address: str, *, is_sure: bool = True, needs: tuple[str, ...] = ()) -> Recognised:
    return Recognised(Wish(kind, address), f"a tag on {kind}", is_sure, needs)


def recognising(
    wire: FakeWire, *platforms: Platform, given: dict[str, tuple[tuple[str, str], ...]] | None = None
) -> Recognising:
    return Recognising(wire, {platform.kind: platform for platform in platforms}, (), given or {})


async def test_a_tag_is_offered_on_every_platform_that_has_such(wire: FakeWire) -> None:
    one = Platform("one", {"#chat": meaning("one", "https://one.example/tags/chat")})
    two = Platform("two", {"#chat": meaning("two", "https://two.example/chat")})
    wire.answers("https://one.example/tags/chat", "Hello\nWorld")
    wire.answers("https://two.example/chat", "more https://two.example/page2")
    wire.answers("https://two.example/page2", "Late")

    found = await recognising(wire, one, two).look("#chat")

    assert [(f.wish.kind, f.words, f.openings) for f in found] == [
        ("one", "a tag on one", ("Hello", "World")),
        ("two", "a tag on two", ("Late",)),
    ]


async def test_one_that_wants_a_login_is_offered_with_its_trouble(wire: FakeWire) -> None:
    one = Platform("one", {"#chat": meaning("one", "https://one.example/t", needs=("one",))})
    wire.answers("https://one.example/t", "", status=401)

    (found,) = await recognising(wire, one).look("#chat")

    assert found.trouble is not None
    assert "arrowtui login one" in found.trouble.hint


async def test_what_is_surely_meant_and_not_there_is_told(wire: FakeWire) -> None:
    one = Platform("one", {"https://one.example/@x": meaning("one", "https://one.example/@x")})
    wire.answers("https://one.example/@x", "", status=404)

    with pytest.raises(NotThere):
        await recognising(wire, one).look("https://one.example/@x")


async def test_what_only_may_be_meant_counts_if_it_answers(wire: FakeWire) -> None:
    address = "https://any.example/@x"
    one, two = (Platform(kind, {address: meaning(kind, address, is_sure=False)}) for kind in ("one", "two"))
    wire.answers(address, "Hello")
    assert [f.wish.kind for f in await recognising(wire, one, two).look(address)] == ["one"]


async def test_what_only_may_be_meant_and_does_not_answer_is_left_to_others(wire: FakeWire) -> None:
    address = "https://any.example/@x"
    one = Platform("one", {address: meaning("one", address, is_sure=False)})
    wire.answers(address, "", status=404)

    assert await recognising(wire, one).look(address) == ()


async def test_a_tag_is_offered_wherever_it_is_and_where_a_login_is_wanted_first(wire: FakeWire) -> None:
    addresses = [f"https://{name}.example/t" for name in ("none", "locked", "here", "also")]
    kinds = ("none", "locked", "here", "also")
    platforms = [
        Platform(kind, {"#chat": meaning(kind, address, is_sure=False)})
        for kind, address in zip(kinds, addresses, strict=True)
    ]
    for address, status in zip(addresses, (404, 401, 200, 200), strict=True):
        wire.answers(address, "Hello", status=status)

    found = await recognising(wire, *platforms).look("#chat")

    assert [one.wish.kind for one in found] == ["here", "also", "locked"]
    assert (found[2].secret, found[2].openings) == ("one", ())


async def test_a_name_that_is_nowhere_is_told(wire: FakeWire) -> None:
    one = Platform("one", {"@nobody": meaning("one", "https://one.example/@nobody", is_sure=False)})
    wire.answers("https://one.example/@nobody", "", status=404)

    with pytest.raises(NotThere):
        await recognising(wire, one).look("@nobody")


async def test_what_costs_money_is_not_looked_at(wire: FakeWire) -> None:
    typed = "https://x.com/hashtag/edchat"

    (found,) = await Recognising(wire, {"x": SOURCES["x"]}, (), {"x": (("budget", "5.00"),)}).look(typed)

    assert found.trouble is None
    assert "would cost money" in found.hint
    assert wire.asked == []


async def test_a_bare_hashtag_says_on_which_server_it_was_looked_for(wire: FakeWire) -> None:
    (meant,) = SOURCES["mastodon"].recognise("#edchat")
    (named,) = SOURCES["mastodon"].recognise("#edchat@school.example.org")

    assert (meant.server, named.server) == ("mastodon.social", "")


async def test_another_base_is_asked_but_not_written_into_the_source(wire: FakeWire) -> None:
    one = Platform("one", {"#chat": meaning("one", "https://one.example/t")})
    wire.answers("http://own.example/api", "Hello")

    (found,) = await recognising(wire, one, given={"one": (("base", "http://own.example"),)}).look("#chat")

    assert found.openings == ("Hello",)
    assert found.wish.options == ()
