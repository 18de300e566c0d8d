"""Looking what lies at an address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import AskedToWait, NotThere, ServerTooSlow, ServerUnreachable
from arrowtui.model.errors_requests import NoFeedThere, NoSuchAddress, NothingListed
from arrowtui.model.wire import Request
from arrowtui.services.addressing import as_address
from arrowtui.services.once import Once
from arrowtui.services.probe import Probe
from arrowtui.sources.registry import SOURCES
from arrowtui.wiring.world import probe_on
from tests.fakes import FakeWire
from tests.services.world import a_feed

SITE = "https://site.example/"
FEED = "https://site.example/feed.json"
HTML = {"Content-Type": "text/html"}


@pytest.fixture
def probe(wire: FakeWire) -> Probe:
    return Probe(wire, SOURCES)


def page(*feeds: str) -> str:
    return "".join(f'<link rel="alternate" type="application/feed+json" href="{feed}">' for feed in feeds)


def asked(wire: FakeWire) -> list[str]:
    return [request.address for request, _ in wire.asked]


async def test_a_feed_is_found_with_its_first_items(probe: Probe, wire: FakeWire) -> None:
    wire.answers(FEED, a_feed("One", "Two", "Three", "Four", title="Desk"))

    (found,) = await probe.look(FEED)

    assert (found.wish.address, found.title, found.openings) == (FEED, "Desk", ("One", "Two", "Three"))
    assert not found.is_known


async def test_a_feed_that_has_moved_for_good_is_taken_at_its_new_place(probe: Probe, wire: FakeWire) -> None:
    wire.answers(FEED, a_feed("One"), final="https://new.example/f", moved_to="https://new.example/f")

    (found,) = await probe.look(FEED)

    assert found.wish.address == "https://new.example/f"


async def test_a_page_gives_the_feeds_that_answer_with_comments_last(probe: Probe, wire: FakeWire) -> None:
    wire.answers(SITE, page("/comments/feed", "/gone", "/feed.json"), headers=HTML)
    wire.answers("https://site.example/comments/feed", a_feed("C", title="Comments"))
    wire.answers("https://site.example/gone", status=404)
    wire.answers(FEED, a_feed("P", title="Posts"))

    assert [found.title for found in await probe.look(SITE)] == ["Posts", "Comments"]


async def test_a_page_of_the_world_names_no_feed_inside_the_network(probe: Probe, wire: FakeWire) -> None:
    wire.answers(SITE, page("/feed.json", "http://192.168.1.1/feed"), headers=HTML)
    wire.answers(FEED, a_feed("P", title="Posts"))
    wire.answers("http://10.0.0.7/", page("http://10.0.0.8/feed"), headers=HTML)
    wire.answers("http://10.0.0.8/feed", a_feed("P", title="Mine"))

    await probe.look(SITE)
    await probe.look("http://10.0.0.7/")

    sent = {request.address: request.is_foreign for request, _ in wire.asked}
    assert sent[FEED] is False
    assert sent["http://192.168.1.1/feed"] is True
    assert sent["http://10.0.0.8/feed"] is False


async def test_a_list_on_the_web_gives_what_it_names(wire: FakeWire) -> None:
    theirs = (
        f'<?xml version="1.0"?><opml><body><outline text="A" xmlUrl="{FEED}"/><outline xmlUrl="{SITE}b"/></body></opml>'
    )
    wire.answers(f"{SITE}roll.opml", theirs, headers={"Content-Type": "text/x-opml"})

    found = await Probe(wire, SOURCES, known={FEED}).look(f"{SITE}roll.opml")

    assert [(one.title, one.wish.address, one.is_known) for one in found] == [
        ("A", FEED, True),
        (f"{SITE}b", f"{SITE}b", False),
    ]
    assert asked(wire) == [f"{SITE}roll.opml"]


async def test_an_empty_list_on_the_web_is_told_as_one(probe: Probe, wire: FakeWire) -> None:
    wire.answers(f"{SITE}roll.opml", "<opml><body/></opml>", headers={"Content-Type": "text/xml"})

    with pytest.raises(NothingListed):
        await probe.look(f"{SITE}roll.opml")


async def test_the_usual_places_are_tried_where_a_page_names_none(probe: Probe, wire: FakeWire) -> None:
    for place in ("feed/", "rss", "atom.xml", "index.xml", "feed.xml", "rss.xml"):
        wire.answers(SITE + place, "<p>not here", status=404)
    wire.answers(SITE, "<p>hello", headers=HTML)
    wire.answers(FEED, a_feed("P", title="Posts"))

    (found,) = await probe.look(SITE)

    assert found.wish.address == FEED


@pytest.mark.parametrize("trouble", [ServerTooSlow("h", 9), ServerUnreachable("h", "gone"), AskedToWait("h", 429, 60)])
async def test_a_host_that_stops_answering_is_not_asked_on(
    probe: Probe, wire: FakeWire, trouble: ServerTooSlow | ServerUnreachable | AskedToWait
) -> None:
    wire.answers(SITE, "<html><div id=root></div>", headers=HTML)
    wire.fails(SITE + "feed/", trouble)

    with pytest.raises(NoFeedThere):
        await probe.look(SITE)

    assert asked(wire) == [SITE, SITE + "feed/"]


async def test_a_slow_server_that_is_only_looked_at_is_not_promised_to_be_asked_again(wire: FakeWire) -> None:
    wire.fails(SITE, ServerTooSlow("site.example", 20))

    with pytest.raises(ServerTooSlow) as slow:
        await probe_on(wire).look(SITE)

    assert slow.value.headline() == ServerTooSlow("site.example", 20).headline()
    assert slow.value.hint() == "It may be busy or asleep: try again in a while."


@pytest.mark.parametrize("typed", ["small.example/f", "feed://small.example/f"])
async def test_an_address_without_a_scheme_is_tried_with_https_then_http(
    typed: str, probe: Probe, wire: FakeWire
) -> None:
    wire.answers("http://small.example/f", a_feed("One"))

    (found,) = await probe.look(typed)

    assert asked(wire) == ["https://small.example/f", "http://small.example/f"]
    assert found.wish.address == "http://small.example/f"


async def test_https_that_was_asked_for_is_never_given_up(probe: Probe, wire: FakeWire) -> None:
    wire.answers("http://small.example/f", a_feed("One"))

    with pytest.raises(ServerUnreachable):
        await probe.look("https://small.example/f")


CALLS = "".join(f"<div class=call><h3><a href=/{n}>{n} nurses who work at night</a></h3></div>" for n in range(3, 7))


async def test_a_page_without_a_feed_can_be_watched_as_a_list_or_as_a_whole(probe: Probe, wire: FakeWire) -> None:
    wire.answers(SITE, f"<title>Call-outs</title><main>{CALLS}</main>", headers=HTML, moved_to="https://new.example/")

    first, *_, last = await probe.look(SITE)

    assert {found.wish.kind for found in (first, last)} == {"page"}
    assert first.wish.address == "https://new.example/"
    assert first.openings[0] == "3 nurses who work at night"
    assert dict(first.wish.options)["item"] == "div.call"
    assert last.wish.options == ()


async def test_the_page_itself_can_be_meant_where_it_has_a_feed(probe: Probe, wire: FakeWire) -> None:
    wire.answers(SITE, f"{page('/feed.json')}<main>{CALLS}</main>", headers=HTML)

    found = await probe.look(f"page:{SITE}")

    assert {one.wish.kind for one in found} == {"page"}
    assert asked(wire) == [SITE]


async def test_what_one_has_is_marked(wire: FakeWire) -> None:
    wire.answers(FEED, a_feed("One"))

    (found,) = await Probe(wire, SOURCES, {FEED}).look(FEED)

    assert found.is_known


async def test_a_refusal_is_told_as_what_it_is(probe: Probe, wire: FakeWire) -> None:
    wire.answers(FEED, status=404)

    with pytest.raises(NotThere) as told:
        await probe.look(FEED)
    assert "week" not in told.value.hint()  # it is no source yet: nothing to wait for


@pytest.mark.parametrize(
    ("status", "words"), [(410, "another one"), (500, "Nothing was added"), (429, "Try again then")]
)
async def test_what_is_no_source_yet_is_never_said_to_be_asked_again(
    status: int, words: str, probe: Probe, wire: FakeWire
) -> None:
    wire.answers(FEED, status=status)

    with pytest.raises(FetchError) as told:
        await probe.look(FEED)

    assert words in told.value.hint() and str(status) in told.value.headline()


async def test_foreign_names_are_clean(probe: Probe, wire: FakeWire) -> None:
    wire.answers(FEED, a_feed("a\x9b31m\u202eb", title="De\x1b]0;x\x07sk\u200b"))

    (found,) = await probe.look(FEED)

    assert not set("\x1b\x07\x9b\u202e\u200b") & set(found.title + "".join(found.openings))


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("feed:https://a.example/f", "https://a.example/f"),
        ("feed://a.example/f", "https://a.example/f"),
        ("  a.example/f ", "https://a.example/f"),
        ("http://localhost:8080/f", "http://localhost:8080/f"),
        ("[::1]/f", "https://[::1]/f"),
        ("HTTPS://A.example/F?Q=A", "https://a.example/F?Q=A"),
        ("https://Me:Word@A.example/f#top", "https://Me:Word@a.example/f"),
    ],
)
def test_what_people_type_becomes_an_address(typed: str, address: str) -> None:
    assert as_address(typed) == address


NO_ADDRESSES = (
    *("", "word", "two words.example", "ftp://a.example", "http://", "http://[", "#tag"),
    *("./feed", "a..example", f"{64 * 'a'}.example"),
)


@pytest.mark.parametrize("typed", NO_ADDRESSES)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(NoSuchAddress):
        as_address(typed)


@given(st.text())
def test_any_typing_is_an_address_or_told_not_to_be(typed: str) -> None:
    try:
        assert as_address(typed).lower().startswith(("http://", "https://"))
    except NoSuchAddress as error:
        assert error.headline()


async def test_a_reply_that_was_looked_at_is_handed_out_once_more_and_then_asked_anew(wire: FakeWire) -> None:
    wire.answers(FEED, a_feed("One"), moved_to="https://new.example/f")
    wire.answers("https://new.example/f", a_feed("Two"))
    once = Once(wire)

    first = await once.fetch(SOURCES["feed"].first(FEED, (), ""))
    again = await once.fetch(SOURCES["feed"].first("https://new.example/f", (), ""))
    anew = await once.fetch(SOURCES["feed"].first("https://new.example/f", (), ""))

    assert again.body == first.body
    assert again.moved_to is None
    assert b"Two" in anew.body
    assert asked(wire) == [FEED, "https://new.example/f"]


async def test_forms_sent_to_one_address_are_not_taken_for_each_other(wire: FakeWire) -> None:
    wire.answers(FEED, "one")
    wire.answers(FEED, "two")
    once = Once(wire)

    replies = [await once.fetch(Request(FEED, method="POST", body=body)) for body in (b"i=1", b"i=2", b"i=1")]

    assert [reply.body for reply in replies] == [b"one", b"two", b"one"]
