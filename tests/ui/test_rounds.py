"""What the status line says of a round that a person asked for: while it runs, and when it is over."""

from collections.abc import Sequence

import pytest

from arrowtui.model.errors_settings import SettingsNotToml
from arrowtui.model.errors_store import StoreFull
from arrowtui.model.progress import Progress
from arrowtui.model.subscription import SubscriptionId
from tests.fakes import FakeWire
from tests.services.world import World as House
from tests.services.world import a_feed
from tests.ui.conftest import Show, Shown
from tests.ui.world import World

FEEDS = ("https://one.example/feed", "https://two.example/feed")


async def two_sources(world: World) -> None:
    await world.source("One", FEEDS[0])
    await world.source("Two", FEEDS[1])


def with_rounds(it: Shown, monkeypatch: pytest.MonkeyPatch, seen: list[str]) -> FakeWire:
    """The poller does real rounds over a scripted wire, into the store of the screen; `seen` is what the screen said
    when each began."""
    wire = FakeWire(it.world.clock)
    house = House(it.world.store, it.world.clock, wire)
    poller = it.world.poller

    async def ask(sources: Sequence[SubscriptionId] = ()) -> bool:
        seen.append(it.said)
        only = frozenset(sources) or None
        await house.refresh.round(due_only=False, only=only, progress=poller.speak)
        return True

    monkeypatch.setattr(poller, "ask", ask)
    return wire


async def test_what_is_asked_is_said_until_the_round_is_over_then_what_came(
    shown: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with shown(fill=two_sources) as it:
        began: list[str] = []
        wire = with_rounds(it, monkeypatch, began)
        wire.answers(FEEDS[0], a_feed("Fresh", "Newer"))
        wire.answers(FEEDS[1], a_feed())

        await it.press("R")
        assert began == ["Asking every source"]
        assert it.said == "Asked 2 sources: 2 new"
        await it.press("R")
        assert it.said == "Asked 2 sources: nothing new"


@pytest.mark.parametrize(
    ("total", "failing", "words"),
    [
        (9, 9, "Asked 9 sources: all failed"),
        (1, 1, "Asked 1 source: it failed"),
        (9, 8, "Asked 9 sources: nothing new"),
    ],
)
async def test_a_round_in_which_all_failed_is_not_called_one_without_news(
    shown: Show, total: int, failing: int, words: str
) -> None:
    async with shown() as it:
        await it.press("R")
        it.world.poller.speak(Progress(total, total, failing=failing))
        await it.settled()

        assert it.said == words
        assert (("gs", "says why") in it.screen.saying.keys) is (total == failing)


async def test_what_was_said_meanwhile_stays(shown: Show) -> None:
    async with shown() as it:
        await it.press("R", "s")
        kept = it.said
        it.world.poller.speak(Progress(2, 2, new=1))
        await it.settled()

        assert kept.startswith("Kept") and it.said == kept


async def test_a_round_in_which_nobody_was_awake_leaves_nothing_behind(shown: Show) -> None:
    async with shown() as it:
        await it.press("R")
        assert it.said == "Asking every source"
        it.world.poller.speak(Progress(0, 0))
        await it.settled()

        assert it.said == ""


async def test_the_end_is_seen_though_something_is_heard_live_in_the_same_moment(shown: Show) -> None:
    async with shown() as it:
        await it.press("R")
        it.world.poller.speak(Progress(2, 2))
        it.world.poller.speak(Progress(0, 5))
        await it.settled()

        assert it.said == "Asked 2 sources: nothing new"


async def test_where_another_arrowtui_polls_it_is_said_that_it_takes_no_orders(shown: Show) -> None:
    async with shown() as it:
        it.world.poller.is_heard = False
        await it.press("R")

        assert it.said == "Another arrowtui asks the sources, each when it is due"


async def test_why_no_source_is_asked_is_said_until_one_is(shown: Show) -> None:
    async with shown(fill=two_sources) as it:
        await it.press("R")
        it.world.poller.speak(Progress.stopped_by(StoreFull("store.db")))
        await it.settled()
        assert it.said.startswith("No source is asked now. The disk is full")

        await it.press("R")
        it.world.poller.speak(Progress(2, 2, new=1))
        await it.settled()
        assert it.said == "Asked 2 sources: 1 new"


async def test_a_trouble_that_is_over_is_said_no_more(shown: Show) -> None:
    async with shown(fill=two_sources) as it:
        it.world.poller.speak(Progress.stopped_by(StoreFull("store.db")))
        await it.settled()
        it.world.poller.speak(Progress(2, 2))
        await it.settled()

        assert it.said == ""


async def test_settings_that_became_faulty_are_told_until_they_are_mended(shown: Show) -> None:
    async with shown(fill=two_sources) as it:
        it.world.poller.speak(Progress(1, 2))
        it.world.poller.speak(Progress.beside(SettingsNotToml("config.toml", 3, 1, "it is not UTF-8 text")))
        it.world.poller.speak(Progress(2, 2))
        await it.settled()
        assert it.said.startswith("The settings cannot be read from line 3")

        it.world.poller.speak(Progress(0, 0))
        await it.settled()
        assert it.said == ""


async def test_a_question_goes_on_whatever_the_poller_says(shown: Show) -> None:
    async with shown() as it:
        await it.press("A")
        asked = it.said
        it.world.poller.speak(Progress.stopped_by(StoreFull("store.db")))
        await it.settled()

        assert asked.endswith("?") and it.said == asked
