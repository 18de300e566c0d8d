"""The scripted world of the demo."""

import re
from datetime import timedelta
from importlib.resources import files

import pytest

from arrowtui.demo.clock import START, PastClock
from arrowtui.demo.wire import DOCUMENTS, SILENT_HOST, DemoWire
from arrowtui.model.errors_fetching import ServerTooSlow, ServerUnreachable
from arrowtui.model.subscription import Validators
from arrowtui.model.wire import Request
from arrowtui.sources.registry import SOURCES

CHAT = "https://social.example.org/tags/staffroomchat.rss"
CALLS = "https://harbourpost.example.org/callouts.rss"
ENERGY = "https://harbourpost.example.org/callouts/energy-bills"
INVENTED = re.compile(r"(?:^|\.)example(?:\.(?:org|com|net))?$")


@pytest.fixture
def past() -> PastClock:
    return PastClock()


async def drafts(wire: DemoWire, address: str) -> dict[str, str]:
    """Titles (or bodies) by native id."""
    source = SOURCES["feed"]
    reply = await wire.fetch(source.first(address, (), ""))
    told = source.read(reply, (), "").drafts
    return {draft.native_id: (draft.title or draft.body).text for draft in told}  # type: ignore[union-attr]  # every entry has one


@pytest.mark.parametrize("address", [address for address in DOCUMENTS if SILENT_HOST not in address])
async def test_every_document_is_understood_by_the_real_reader(past: PastClock, address: str) -> None:
    assert len(await drafts(DemoWire(past), address)) >= 3


async def test_nothing_is_seen_before_it_is_published(past: PastClock) -> None:
    wire = DemoWire(past)
    at_start = await drafts(wire, CHAT)
    past.before_start(minutes=-5)

    later = await drafts(wire, CHAT)

    assert 20 <= len(at_start) < len(later)
    assert not any("Q2: When" in text for text in at_start.values())
    assert any("Q2: When" in text for text in later.values())


async def test_the_energy_call_is_edited_in_place(past: PastClock) -> None:
    wire = DemoWire(past)
    past.before_start(days=1)
    before = await drafts(wire, CALLS)
    past.before_start()

    after = await drafts(wire, CALLS)

    assert "extended" not in before[ENERGY]
    assert "extended to Thursday" in after[ENERGY]


async def test_what_has_not_changed_is_answered_with_304(past: PastClock) -> None:
    first = await DemoWire(past).fetch(Request(CALLS))

    again = await DemoWire(past).fetch(Request(CALLS), Validators(CALLS, etag=first.headers["etag"]))

    assert (first.status, again.status, again.body) == (200, 304, b"")


async def test_one_host_fell_silent_this_morning(past: PastClock) -> None:
    address = f"https://{SILENT_HOST}/rss"
    with pytest.raises(ServerTooSlow):
        await DemoWire(past).fetch(Request(address))
    past.before_start(hours=20)

    assert len(await drafts(DemoWire(past), address)) == 3


async def test_there_is_no_way_out_of_the_demo(past: PastClock) -> None:
    with pytest.raises(ServerUnreachable):
        await DemoWire(past).fetch(Request("https://www.example.org/"))


@pytest.mark.parametrize("name", sorted(one.name for one in (files("arrowtui.demo") / "feeds").iterdir()))
def test_all_hosts_are_invented(name: str) -> None:
    text = (files("arrowtui.demo") / "feeds" / name).read_text(encoding="utf-8")
    hosts = set(re.findall(r"(?:https?://|@)([a-z0-9-]+(?:\.[a-z0-9-]+)+)", text))
    known = {"purl.org", "www.w3.org", "search.yahoo.com", "jsonfeed.org"}  # names of formats, never asked

    assert {host for host in hosts - known if not INVENTED.search(host)} == set()


def test_the_demo_begins_during_the_chat() -> None:
    assert START - START.replace(hour=15, minute=0) < timedelta(minutes=10)
