"""Adding a source: an address goes in, wishes come out."""

import asyncio
from collections.abc import Sequence

import pytest

from arrowtui.model.errors import NoFeedThere
from arrowtui.model.found import FoundSource
from arrowtui.model.lane import Lane
from arrowtui.model.subscription import Wish
from arrowtui.ui.screens.add import AddScreen, looks_like
from tests.ui.stage import HOSTILE, ScreenStage, answer, seen

BLOG = FoundSource(Wish("feed", "https://a.example/feed"), "A blog", ("First post", "Second post"))
REPLIES = FoundSource(Wish("feed", "https://a.example/comments"), "Comments on A blog", is_comments=True)
KNOWN = FoundSource(Wish("feed", "https://a.example/old"), "Old blog", is_known=True)
ADDRESS = (*"a", "full_stop", *"example", "enter")


class Probe:
    """Answers with what it was given and remembers what it was asked."""

    def __init__(self, *found: FoundSource) -> None:
        self.found, self.asked = found, list[str]()

    async def __call__(self, address: str) -> Sequence[FoundSource]:
        self.asked.append(address)
        if not self.found:
            raise NoFeedThere(address)
        return self.found


async def test_one_feed_is_ticked_and_added_with_two_times_enter() -> None:
    probe = Probe(BLOG)

    assert await answer(lambda: AddScreen(probe), *ADDRESS, "enter") == (BLOG.wish,)
    assert probe.asked == ["a.example"]


async def test_of_several_feeds_the_first_that_is_not_about_comments_is_ticked() -> None:
    probe = Probe(REPLIES, BLOG)

    assert await answer(lambda: AddScreen(probe), *ADDRESS, "enter") == (BLOG.wish,)


async def test_space_ticks_more_and_a_ticks_all_that_are_new() -> None:
    probe = Probe(BLOG, REPLIES, KNOWN)

    assert await answer(lambda: AddScreen(probe), *ADDRESS, "down", "space", "enter") == (BLOG.wish, REPLIES.wish)
    assert await answer(lambda: AddScreen(probe), *ADDRESS, "a", "enter") == (BLOG.wish, REPLIES.wish)


async def test_tab_chooses_the_lane() -> None:
    wishes = await answer(lambda: AddScreen(Probe(BLOG)), *ADDRESS, "tab", "tab", "enter")

    assert wishes is not None and [wish.lane for wish in wishes] == [Lane.CHAT]


async def test_a_file_of_sources_is_ticked_whole() -> None:
    probe = Probe(BLOG, REPLIES)

    assert await answer(lambda: AddScreen(probe, "~/feeds.opml"), "enter", "enter") == (BLOG.wish, REPLIES.wish)


async def test_the_first_items_of_a_found_feed_are_shown() -> None:
    stage = ScreenStage(lambda: AddScreen(Probe(BLOG)))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press(*ADDRESS)
        await pilot.pause()

        assert "First post" in seen(stage) and "A blog" in seen(stage)


async def test_trouble_is_told_in_words_and_the_address_can_be_mended() -> None:
    probe = Probe()
    stage = ScreenStage(lambda: AddScreen(probe))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press(*ADDRESS)
        await pilot.pause()
        assert "No feed was found at a.example" in seen(stage)
        probe.found = (BLOG,)

        await pilot.press("x", "enter")
        await pilot.pause()
        assert "No feed was found" not in seen(stage) and "A blog" in seen(stage)


async def test_escape_stops_asking_then_closes() -> None:
    never = asyncio.Event()

    async def slow(address: str) -> Sequence[FoundSource]:
        await never.wait()
        return ()

    stage = ScreenStage(lambda: AddScreen(slow))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press(*ADDRESS)
        await pilot.pause()
        assert "Asking" in seen(stage)
        await pilot.press("escape")
        await pilot.pause()
        assert "Asking" not in seen(stage) and stage.answers == []

        await pilot.press("escape")
        await pilot.pause()
        assert stage.answers == [None]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "The address of a feed or of any page"),
        ("https://a.example/feed", "The address of a feed"),
        ("a.example", "A page"),
        ("~/feeds.opml", "A file with many sources"),
        ("~/newsboat/urls", "A file on this computer"),
        ("gopher://a.example", "Only http and https"),
        ("how are you", "Not an address yet"),
    ],
)
def test_what_is_typed_is_recognised_by_its_words(typed: str, words: str) -> None:
    assert looks_like(typed).startswith(words)


async def test_what_a_feed_calls_itself_is_drawn_to_the_letter() -> None:
    stage = ScreenStage(lambda: AddScreen(Probe(FoundSource(BLOG.wish, HOSTILE, (HOSTILE,)))))
    async with stage.run_test(size=(100, 24)) as pilot:
        await pilot.press(*ADDRESS)
        await pilot.pause()

        assert seen(stage).count("[red]x[/] [/b]") == 2
