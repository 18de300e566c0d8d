"""One thing through several sources, from the reply to the reader."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch, Body, Draft, Markup
from arrowtui.services.library import Library
from arrowtui.store import Store, open_store
from tests.fakes import NOON, FakeClock, FakeWire
from tests.services.world import World

ONE, TWO, THREE = (f"https://{name}.example/feed" for name in ("one", "two", "three"))
PAGE = "https://desk.example/2026/five-ways/"
TEXT = "Reporters often ask the same five things. Here is how to answer them without sounding rehearsed."


@pytest.fixture
async def world(tmp_path: Path, clock: FakeClock, wire: FakeWire) -> AsyncIterator[World]:
    store: Store = await open_store(tmp_path / "store.db", durable=False)
    yield World(store, clock, wire)
    await store.close()


def feed(native: str, title: str, link: str, text: str) -> str:
    item = {"id": native, "title": title, "url": link, "content_html": text, "date_published": NOON.isoformat()}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": f"Feed of {native}", "items": [item]})


async def origins(world: World) -> list[tuple[str, ...]]:
    library = Library(world.store)
    readings = [await library.item(row.id) for row in await world.rows()]
    return sorted(reading.origins for reading in readings if reading)


async def test_an_article_in_two_feeds_with_other_tracking_words_is_one(world: World, wire: FakeWire) -> None:
    await world.follow(ONE, TWO)
    wire.answers(ONE, feed("a", "Five ways", f"{PAGE}?utm_source=rss", f"<p>{TEXT}</p>"))
    wire.answers(TWO, feed("b", "Five ways | The Desk", "http://www.desk.example/2026/five-ways", ""))

    await world.round()
    reports = await world.round()

    assert len(await world.rows()) == 2  # a short title with a site behind it is not sure enough
    assert all(report.new == report.updated == 0 for report in reports.values())


async def test_a_copy_names_its_source_in_the_reader(world: World, wire: FakeWire) -> None:
    await world.follow(ONE, TWO, THREE)
    wire.answers(ONE, feed("a", "Five ways to answer", f"{PAGE}?utm_source=rss", f"<p>{TEXT}</p>"))
    wire.answers(TWO, feed("b", "Five ways to answer", "http://www.desk.example/2026/five-ways", ""))
    wire.answers(THREE, feed("c", "Five ways to answer", PAGE, "We tried this at our school and it works."))

    await world.round()

    assert await origins(world) == [("Feed of a", "Feed of b"), ("Feed of c",)]


async def test_a_source_may_want_its_own(world: World, wire: FakeWire) -> None:
    await world.follow(ONE)
    await world.follow(TWO, joins=False)
    wire.answers(ONE, feed("a", "Five ways to answer", PAGE, TEXT))
    wire.answers(TWO, feed("b", "Five ways to answer", PAGE, TEXT))

    await world.round()

    assert len(await world.rows()) == 2


async def test_a_boost_and_its_post_are_one(world: World, wire: FakeWire) -> None:
    post = Draft("p1", body=Body(TEXT, Markup.TEXT), author="Ida", host="")
    boost = replace(post, native_id="b1", repost_of="p1")
    world.scripted.batches = {b"boost": Batch((boost,)), b"post": Batch((post,))}
    await world.follow(ONE, TWO, kind="scripted")
    wire.answers(ONE, "boost")
    wire.answers(TWO, "post")

    await world.round()

    assert len(await world.rows()) == 1
    assert [len(found) for found in await origins(world)] == [2]
