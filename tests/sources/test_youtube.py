"""YouTube: every way to say a channel, feeds that fail in waves, and dates that move with the views."""

from pathlib import Path

import pytest

from arrowtui.model.errors_sources import NotForUs, UnfitAddress
from arrowtui.model.replace import replace
from arrowtui.model.wire import Reply
from arrowtui.sources.youtube import YouTube
from tests.fakes import NOON
from tests.sources.talks import (
    NOT_MINE,
    NOT_WHAT_WAS_ASKED,
    Refusal,
    check_not_recognised,
    check_recognised,
    check_refusal,
    check_talk,
    check_unreadable,
    talks,
)

SOURCE = YouTube()
ID = "UC1234567890abcdefghij_-"
FEED = SOURCE.first(f"https://www.youtube.com/channel/{ID}", (), "")
PAGE = SOURCE.first("https://www.youtube.com/@deskcraft", (), "")


@pytest.mark.parametrize("folder", talks("youtube"), ids=lambda folder: folder.name)
def test_a_talk_becomes_its_items(folder: Path) -> None:
    check_talk(SOURCE, folder)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://www.youtube.com/@deskcraft", "https://www.youtube.com/@deskcraft"),
        ("youtube.com/@deskcraft/videos", "https://www.youtube.com/@deskcraft"),
        ("https://m.youtube.com/@deskcraft/shorts", "https://www.youtube.com/@deskcraft/shorts"),
        ("https://www.youtube.com/@deskcraft/streams?view=0", "https://www.youtube.com/@deskcraft/streams"),
        (
            "https://www.youtube.com/channel/UC1234567890abcdefghij_-",
            "https://www.youtube.com/channel/UC1234567890abcdefghij_-",
        ),
        (
            "https://www.youtube.com/channel/UC1234567890abcdefghij_-/featured",
            "https://www.youtube.com/channel/UC1234567890abcdefghij_-",
        ),
        ("https://www.youtube.com/c/DeskCraft", "https://www.youtube.com/c/DeskCraft"),
        ("https://www.youtube.com/user/deskcraft/playlists", "https://www.youtube.com/user/deskcraft"),
        ("www.youtube.com/deskcraft", "https://www.youtube.com/deskcraft"),
        ("https://www.youtube.com/playlist?list=PLabc_-123", "https://www.youtube.com/playlist?list=PLabc_-123"),
        ("https://music.youtube.com/playlist?list=OLabc", "https://www.youtube.com/playlist?list=OLabc"),
        (
            "https://www.youtube.com/playlist?list=UU1234567890abcdefghij_-",
            "https://www.youtube.com/channel/UC1234567890abcdefghij_-",
        ),
        ("https://www.youtube.com/watch?v=AbCdEfGhIjK", "https://www.youtube.com/watch?v=AbCdEfGhIjK"),
        (
            "https://www.youtube.com/watch?v=AbCdEfGhIjK&list=PLabc&index=2",
            "https://www.youtube.com/playlist?list=PLabc",
        ),
        (
            "https://www.youtube.com/watch?v=AbCdEfGhIjK&list=RDAbCdEfGhIjK",
            "https://www.youtube.com/watch?v=AbCdEfGhIjK",
        ),
        ("https://youtu.be/AbCdEfGhIjK?si=x&t=9", "https://www.youtube.com/watch?v=AbCdEfGhIjK"),
        ("https://www.youtube.com/shorts/AbCdEfGhIjK", "https://www.youtube.com/watch?v=AbCdEfGhIjK"),
        ("https://www.youtube.com/live/AbCdEfGhIjK", "https://www.youtube.com/watch?v=AbCdEfGhIjK"),
        ("https://www.youtube-nocookie.com/embed/AbCdEfGhIjK", "https://www.youtube.com/watch?v=AbCdEfGhIjK"),
        (
            "https://www.youtube.com/feeds/videos.xml?channel_id=UC1234567890abcdefghij_-",
            "https://www.youtube.com/channel/UC1234567890abcdefghij_-",
        ),
        ("https://www.youtube.com/feeds/videos.xml?user=deskcraft", "https://www.youtube.com/user/deskcraft"),
        ("https://www.youtube.com/feeds/videos.xml?playlist_id=PLabc", "https://www.youtube.com/playlist?list=PLabc"),
    ],
)
def test_every_usual_address_is_recognised(typed: str, address: str) -> None:
    check_recognised(SOURCE, typed, address)


@pytest.mark.parametrize(
    "typed",
    [
        *NOT_MINE,
        "https://www.youtube.com/",
        "https://www.youtube.com/results?search_query=desk",
        "https://www.youtube.com/feed/subscriptions",
        "https://www.youtube.com/playlist?list=WL",
        "https://youtu.be/",
        "https://www.youtube.com/watch",
    ],
)
def test_other_things_are_left_alone(typed: str) -> None:
    check_not_recognised(SOURCE, typed)


@pytest.mark.parametrize(
    "refusal",
    [
        Refusal(401, "AnswerRefused"),
        Refusal(402, "AnswerRefused"),
        Refusal(403, "AnswerRefused"),
        Refusal(404, "NoFeedJustNow", "fail in waves"),
        Refusal(410, "NoFeedJustNow", "what it brought stays"),
        Refusal(418, "AnswerRefused"),
        Refusal(422, "AnswerRefused"),
        Refusal(429, "AskedToWait", "asks to wait 60 min"),
        Refusal(429, "AskedToWait", "asks to wait 2 min", headers={"retry-after": "120"}),
        Refusal(500, "NoFeedJustNow"),
        Refusal(503, "AskedToWait"),
    ],
    ids=lambda refusal: refusal.name,
)
def test_a_refusal_is_told_in_words(refusal: Refusal) -> None:
    check_refusal(SOURCE, FEED, refusal)


@pytest.mark.parametrize("body", NOT_WHAT_WAS_ASKED, ids=range(len(NOT_WHAT_WAS_ASKED)))
@pytest.mark.parametrize("step", ("feed", "page "))
def test_what_was_not_asked_for_is_said_to_be_so(step: str, body: bytes) -> None:
    check_unreadable(SOURCE, replace(FEED, step=step, accepts=()), body)


def test_a_handle_that_is_not_there_is_told_as_such() -> None:
    check_refusal(SOURCE, PAGE, Refusal(404, "NotThere"))


@pytest.mark.parametrize(
    ("final", "body"),
    [
        ("https://consent.youtube.com/m?continue=x", b"<html><form></form></html>"),
        ("https://www.youtube.com/@deskcraft", b'<html><form action="https://consent.youtube.com/save"></form></html>'),
    ],
)
def test_the_wall_of_consent_is_told_with_the_way_round_it(final: str, body: bytes) -> None:
    with pytest.raises(NotForUs, match="Copy channel ID"):
        SOURCE.read(Reply(PAGE, 200, final, {}, body, NOON), (), "")


@pytest.mark.parametrize(
    "inside",
    [
        '<link rel="alternate" type="application/rss+xml" href="https://www.youtube.com/feeds/videos.xml?channel_id={}">',
        '<link rel="canonical" href="https://www.youtube.com/channel/{}">',
        '<meta itemprop="channelId" content="{}">',
        '<meta itemprop="identifier" content="{}">',
        '{{"metadata":{{"channelMetadataRenderer":{{"externalId":"{}"}}}}}}',
        '{{"microformat":{{"externalChannelId":"{}"}}}}',
    ],
)
def test_the_channel_is_found_wherever_a_page_names_it(inside: str) -> None:
    other = '{"channelId":"UCsomebodyelse0000000000"}'
    page = f"<html>{other}{inside.format(ID)}</html>".encode()

    batch = SOURCE.read(Reply(PAGE, 200, PAGE.address, {}, page, NOON), (), "")

    assert [request.address for request in batch.follow] == [
        f"https://www.youtube.com/feeds/videos.xml?channel_id={ID}"
    ]
    assert batch.memory is not None
    assert SOURCE.first("https://www.youtube.com/@deskcraft", (), batch.memory).address.endswith(ID)


def test_views_that_move_the_date_change_nothing() -> None:
    golden = Path(__file__).parent / "golden/youtube/known-handle/1.xml"
    before = golden.read_bytes()
    after = before.replace(b"2026-11-23T01:00:00", b"2026-11-23T11:00:00").replace(b'views="900"', b'views="950"')

    one, other = (SOURCE.read(Reply(FEED, 200, FEED.address, {}, body, NOON), (), "") for body in (before, after))

    assert before != after
    assert one == other


def test_an_address_without_a_channel_is_refused_in_words() -> None:
    with pytest.raises(UnfitAddress, match="is no youtube address"):
        SOURCE.first("https://www.youtube.com/feed/subscriptions", (), "")
