"""Adding a source: an address goes in, wishes come out."""

import asyncio
from collections.abc import Sequence

import pytest

from arrowtui.model.errors_requests import NoFeedThere
from arrowtui.model.found import FoundSource
from arrowtui.model.lane import Lane
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Trouble, Wish
from arrowtui.ui.drawing.typed import looks_like
from arrowtui.ui.screens.add import AddScreen
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


async def keep_nothing(name: str, secret: str) -> None:
    """Keeps no secret."""


async def test_one_feed_is_ticked_and_added_with_two_times_enter() -> None:
    probe = Probe(BLOG)

    assert await answer(lambda: AddScreen(probe, keep_nothing), *ADDRESS, "enter") == (BLOG.wish,)
    assert probe.asked == ["a.example"]


async def test_of_several_feeds_the_first_that_is_not_about_comments_is_ticked() -> None:
    probe = Probe(REPLIES, BLOG)

    assert await answer(lambda: AddScreen(probe, keep_nothing), *ADDRESS, "enter") == (BLOG.wish,)


async def test_space_ticks_more_and_a_ticks_all_that_are_new() -> None:
    probe = Probe(BLOG, REPLIES, KNOWN)

    assert await answer(lambda: AddScreen(probe, keep_nothing), *ADDRESS, "down", "space", "enter") == (
        BLOG.wish,
        REPLIES.wish,
    )
    assert await answer(lambda: AddScreen(probe, keep_nothing), *ADDRESS, "a", "enter") == (BLOG.wish, REPLIES.wish)


async def test_tab_chooses_the_lane() -> None:
    wishes = await answer(lambda: AddScreen(Probe(BLOG), keep_nothing), *ADDRESS, "tab", "tab", "enter")

    assert wishes is not None and [wish.lane for wish in wishes] == [Lane.CHAT]


async def test_a_file_of_sources_is_ticked_whole() -> None:
    probe = Probe(BLOG, REPLIES)

    assert await answer(lambda: AddScreen(probe, keep_nothing, "~/feeds.opml"), "enter", "enter") == (
        BLOG.wish,
        REPLIES.wish,
    )


async def test_the_first_items_of_a_found_feed_are_shown() -> None:
    stage = ScreenStage(lambda: AddScreen(Probe(BLOG), keep_nothing))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press(*ADDRESS)
        await pilot.pause()

        assert "First post" in seen(stage) and "A blog" in seen(stage)


async def test_each_of_the_first_items_has_one_line_however_long_and_in_whatever_script() -> None:
    long = FoundSource(BLOG.wish, "Blog", ("日本語の見出しが続きます" * 5, "One that goes on " * 9, "Short"))
    stage = ScreenStage(lambda: AddScreen(Probe(long), keep_nothing))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press(*ADDRESS)
        await pilot.pause()
        lines = [line.strip(" │") for line in seen(stage).splitlines()]

    firsts = [line for line in lines if line.startswith("·")]
    assert [line.startswith(("· 日本", "· One", "· Short")) for line in firsts] == [True] * 3
    assert firsts[0].endswith("…") and firsts[1].endswith("…")


async def test_trouble_is_told_in_words_and_the_address_can_be_mended() -> None:
    probe = Probe()
    stage = ScreenStage(lambda: AddScreen(probe, keep_nothing))
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

    stage = ScreenStage(lambda: AddScreen(slow, keep_nothing))
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
        ("", "An address, #tag, @name"),
        ("https://a.example/feed", "The address of a feed"),
        ("a.example", "A page"),
        ("~/feeds.opml", "A file with many sources"),
        ("~/newsboat/urls", "A file or a mailbox on this computer"),
        ("gopher://a.example", "Only web addresses"),
        ("#edchat", "A hashtag"),
        ("@ida@a.example", "A name"),
        ("imaps://me@a.example/Lists", "A mailbox"),
        ("me@a.example", "A mailbox"),
        ("page:https://a.example", "A page, to be watched"),
        ("r/journalism", "A community"),
        ("how are you", "Not an address yet"),
    ],
)
def test_what_is_typed_is_recognised_by_its_words(typed: str, words: str) -> None:
    assert looks_like(typed).startswith(words)


async def test_what_a_feed_calls_itself_is_drawn_to_the_letter() -> None:
    stage = ScreenStage(lambda: AddScreen(Probe(FoundSource(BLOG.wish, HOSTILE, (HOSTILE,))), keep_nothing))
    async with stage.run_test(size=(100, 24)) as pilot:
        await pilot.press(*ADDRESS)
        await pilot.pause()

        assert seen(stage).count("[red]x[/] [/b]") == 2


LOCKED = FoundSource(
    Wish("mastodon", "https://m.example/tags/edchat"),
    "#edchat on m.example",
    words="the hashtag #edchat on m.example",
    trouble=Trouble("TokenNeeded", "m.example wants an account for this", "If you have one: `arrowtui login`."),
    secret="mastodon:m.example",
)
TAG = FoundSource(
    Wish("mastodon", "https://mastodon.social/tags/edchat"), "#edchat", ("Q1 now",), words="the hashtag #edchat on …"
)
LIST = FoundSource(
    Wish("page", "https://a.example/calls", options=(("item", "h3"),)), "Calls", words="4 items, without dates: item h3"
)
WHOLE = FoundSource(Wish("page", "https://a.example/calls"), "Calls", words="the page as a whole")


async def test_what_it_was_taken_for_and_what_is_missing_is_told() -> None:
    stage = ScreenStage(lambda: AddScreen(Probe(LOCKED), keep_nothing))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("number_sign", *"edchat", "enter")
        await pilot.pause()

        text = seen(stage)
        assert "the hashtag #edchat on m.example" in text
        assert "m.example wants an account for this" in text
        assert "give the token" in text
        assert "wants a login" in text


async def test_a_missing_token_is_given_and_the_address_looked_at_again() -> None:
    probe, kept = Probe(LOCKED), list[tuple[str, str]]()

    async def keep(name: str, secret: str) -> None:
        kept.append((name, secret))
        probe.found = (TAG,)

    stage = ScreenStage(lambda: AddScreen(probe, keep))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("number_sign", *"edchat", "enter")
        await pilot.pause()
        await pilot.press("t")
        await pilot.pause()
        assert "Preferences > Development" in seen(stage)

        await pilot.press(*"s3cret")
        assert "s3cret" not in seen(stage)
        await pilot.press("enter")
        await stage.workers.wait_for_complete()
        await pilot.pause()
        assert "Q1 now" in seen(stage)
        await pilot.press("enter")
        await pilot.pause()

    assert kept == [("mastodon:m.example", "s3cret")]
    assert stage.answers == [(TAG.wish,)]


async def test_another_server_is_typed_behind_the_tag() -> None:
    probe = Probe(replace(TAG, server="mastodon.social"))
    stage = ScreenStage(lambda: AddScreen(probe, keep_nothing))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("number_sign", *"edchat", "enter")
        await pilot.pause()
        await pilot.press("s")
        await pilot.pause()
        assert "behind the @" in seen(stage)
        await pilot.press(*"m.example", "enter")
        await pilot.pause()

    assert probe.asked == ["#edchat", "#edchat@m.example"]


async def test_the_name_of_an_account_is_typed_where_it_belongs() -> None:
    reader = FoundSource(
        Wish("greader", "https://rss.example/api/greader.php"),
        "rss.example",
        words="everything on rss.example (Google Reader API)",
        trouble=Trouble("AccountNotNamed", "rss.example wants to know whose account", "Put its name before the host."),
        name_in="https://{}@rss.example/api/greader.php",
    )
    probe = Probe(reader)
    stage = ScreenStage(lambda: AddScreen(probe, keep_nothing))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"rss.example", "enter")
        await pilot.pause()
        assert "whose account?" in seen(stage)
        assert "your name" in seen(stage)
        await pilot.press("u")
        await pilot.pause()
        assert "before the @" in seen(stage)
        await pilot.press(*"ida", "enter")
        await pilot.pause()

    assert probe.asked == ["rss.example", "https://ida@rss.example/api/greader.php"]


async def test_a_page_is_watched_in_one_way_only() -> None:
    keys = (*ADDRESS, "down", "space", "enter")

    assert await answer(lambda: AddScreen(Probe(LIST, WHOLE), keep_nothing), *keys) == (WHOLE.wish,)
    assert await answer(lambda: AddScreen(Probe(LIST, WHOLE), keep_nothing), *ADDRESS, "a", "enter") == (LIST.wish,)


async def test_the_page_itself_can_be_watched_in_place_of_its_feed() -> None:
    probe = Probe(BLOG)
    stage = ScreenStage(lambda: AddScreen(probe, keep_nothing))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press(*ADDRESS)
        await pilot.pause()
        probe.found = (LIST, WHOLE)
        await pilot.press("p")
        await pilot.pause()
        assert "4 items, without dates" in seen(stage)
        await pilot.press("enter")
        await pilot.pause()

    assert probe.asked == ["a.example", "page:a.example"]
    assert stage.answers == [(LIST.wish,)]


async def test_what_does_not_answer_is_not_ticked() -> None:
    assert await answer(lambda: AddScreen(Probe(LOCKED, TAG), keep_nothing), *ADDRESS, "enter") == (TAG.wish,)
