"""Reddit: what one may type, what its feeds become, what it means when it refuses, and how slowly it is asked."""

from html import escape
from pathlib import Path

import pytest

from arrowtui.model.errors_fetching import UnreadableReply
from arrowtui.model.errors_sources import NotOffered, UnfitAddress
from arrowtui.model.replace import replace
from arrowtui.model.wire import Reply, Request
from arrowtui.sources.reddit import Reddit
from tests.fakes import NOON
from tests.sources.talks import (
    NOT_MINE,
    NOT_WHAT_WAS_ASKED,
    USUAL_REFUSALS,
    Refusal,
    check_not_recognised,
    check_recognised,
    check_refusal,
    check_talk,
    check_unreadable,
    talks,
)

SOURCE = Reddit()
HERE = "https://www.reddit.com/r/journalism/"
FEED = SOURCE.first(HERE, (), "")


@pytest.mark.parametrize("folder", talks("reddit"), ids=lambda folder: folder.name)
def test_a_talk_becomes_its_items(folder: Path) -> None:
    check_talk(SOURCE, folder)


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("r/journalism", "/r/journalism/"),
        ("/r/journalism/", "/r/journalism/"),
        ("r/journalism/top?t=week", "/r/journalism/top/?t=week"),
        ("u/ida", "/user/ida/"),
        ("user/ida/submitted", "/user/ida/submitted/"),
        ("reddit.com", "/"),
        ("www.reddit.com/r/a+b", "/r/a+b/"),
        ("https://old.reddit.com/r/journalism/new/", "/r/journalism/new/"),
        ("https://np.reddit.com/r/journalism/comments/1abcde/seeking_bakers/", "/r/journalism/comments/1abcde/"),
        ("https://www.reddit.com/r/journalism/comments/1abcde/x/kzz001/?context=3", "/r/journalism/comments/1abcde/"),
        ("https://redd.it/1abcde", "/comments/1abcde/"),
        ("https://www.reddit.com/gallery/1abcde", "/comments/1abcde/"),
        ("https://m.reddit.com/r/journalism/comments/", "/r/journalism/comments/"),
        (
            "https://www.reddit.com/r/journalism/search/?q=seeking%20bakers&restrict_sr=1",
            "/r/journalism/search/?q=seeking+bakers&restrict_sr=on&sort=new",
        ),
        ("https://www.reddit.com/search?q=bakers&sort=hot", "/search/?q=bakers&sort=hot"),
        ("https://www.reddit.com/user/ida/m/press/", "/user/ida/m/press/"),
        ("https://www.reddit.com/domain/desk.example/", "/domain/desk.example/"),
        ("https://www.reddit.com/r/journalism.rss", "/r/journalism/"),
        ("https://www.reddit.com/r/journalism/new/.rss?limit=5", "/r/journalism/new/"),
    ],
)
def test_every_usual_way_to_say_a_place_there_is_recognised(typed: str, path: str) -> None:
    check_recognised(SOURCE, typed, f"https://www.reddit.com{path}")


@pytest.mark.parametrize("typed", [*NOT_MINE, "r/", "r/two words", "https://i.redd.it/x.jpg", "https://redd.it/a/b"])
def test_other_things_are_left_alone(typed: str) -> None:
    check_not_recognised(SOURCE, typed)


def test_a_shared_link_is_answered_in_words() -> None:
    shared = "https://www.reddit.com/r/journalism/s/AbCdEf"
    assert SOURCE.recognise(shared)[0].is_sure

    with pytest.raises(NotOffered, match="add the address shown there"):
        SOURCE.first(shared, (), "")


def test_the_token_of_a_private_feed_never_reaches_the_settings() -> None:
    (found,) = SOURCE.recognise("https://www.reddit.com/.rss?feed=0123456789abcdef&user=ida")

    assert "0123456789abcdef" not in repr(found)
    assert (found.wish.address, found.wish.options) == ("https://www.reddit.com/", (("user", "ida"),))
    assert found.needs == ("reddit",)
    assert "arrowtui login reddit" in found.hint


def test_the_token_is_named_not_held_and_goes_without_where_there_is_none() -> None:
    (use,) = FEED.secrets

    assert (use.name, use.place, use.is_optional) == ("reddit", ("query", "feed"), True)


def test_another_server_can_stand_in() -> None:
    asked = SOURCE.first(HERE, (("base", "http://127.0.0.1:8080"),), "").address

    assert asked == "http://127.0.0.1:8080/r/journalism/new/.rss?limit=100"


@pytest.mark.parametrize(
    "refusal",
    [
        *USUAL_REFUSALS,
        Refusal(401, "NotForUs", "arrowtui login reddit"),
        Refusal(402, "AnswerRefused"),
        Refusal(403, "NotForUs", "private feed token", b"<html>blocked</html>"),
        Refusal(403, "TokenRefused", "does not take your token", with_secret=True),
        Refusal(
            429,
            "AskedToWait",
            "asks to wait 1 min",
            headers={"x-ratelimit-remaining": "0.0", "x-ratelimit-reset": "41"},
            rest_s=41,
        ),
    ],
    ids=lambda refusal: refusal.name,
)
def test_a_refusal_is_told_in_words(refusal: Refusal) -> None:
    check_refusal(SOURCE, FEED, refusal)


@pytest.mark.parametrize("body", NOT_WHAT_WAS_ASKED, ids=range(len(NOT_WHAT_WAS_ASKED)))
def test_what_is_no_feed_is_said_to_be_none(body: bytes) -> None:
    check_unreadable(SOURCE, FEED, body)


@pytest.mark.parametrize(
    ("remaining", "reset", "rests"),
    [("0.0", "41", 41), ("1.0", "41", None), ("0", "999999999", None), ("x", "41", None), ("", "", None)],
)
def test_what_is_left_of_the_minute_is_respected(remaining: str, reset: str, rests: int | None) -> None:
    headers = {"x-ratelimit-remaining": remaining, "x-ratelimit-reset": reset}

    until = SOURCE.rest_until(Reply(FEED, 200, FEED.address, headers, b"", NOON))

    assert (until and (until - NOON).total_seconds()) == rests


def test_hosts_of_one_platform_share_their_items() -> None:
    body = (Path(__file__).parent / "golden/reddit/thread/1.xml").read_bytes()
    request = Request("https://old.reddit.com/r/journalism/comments/1abcde/.rss")

    batch = SOURCE.read(Reply(request, 200, request.address, {}, body, NOON), (), "")

    assert {draft.host for draft in batch.drafts} == {"reddit.com"}
    assert batch.deleted_host == "reddit.com"


def test_an_entry_without_reddits_marks_keeps_its_words() -> None:
    body = (Path(__file__).parent / "golden/reddit/subreddit/1.xml").read_text(encoding="utf-8")
    bare = body.replace("&lt;!-- SC_OFF --&gt;", "").replace("&lt;!-- SC_ON --&gt;", "").encode()

    drafts = [
        SOURCE.read(Reply(FEED, 200, FEED.address, {}, one, NOON), (), "").drafts for one in (body.encode(), bare)
    ]

    assert [replace(draft, body=None) for draft in drafts[0]] == [replace(draft, body=None) for draft in drafts[1]]
    assert [draft.body and draft.body.text.strip() for draft in drafts[0]] == [
        draft.body and draft.body.text.strip() for draft in drafts[1]
    ]


def test_an_address_that_is_not_reddits_is_refused_in_words() -> None:
    with pytest.raises(UnfitAddress, match="is no reddit address"):
        SOURCE.first("https://blog.example/r/journalism", (), "")


def info(*entries: str) -> bytes:
    """The feed of things by their names."""
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>info</title>{"".join(entries)}</feed>'.encode()


def thing(name: str, said: str = "Seeking bakers") -> str:
    link = f"https://www.reddit.com/r/a/comments/{name.removeprefix('t3_')}/x/"
    body = escape(f'<!-- SC_OFF --><div class="md"><p>{said}</p></div><!-- SC_ON -->')
    return f'<entry><id>{name}</id><link href="{link}"/><title>T</title><content type="html">{body}</content></entry>'


def rechecked(body: bytes, *names: str, token: bool = False) -> tuple[str, ...]:
    (request,) = SOURCE.recheck(names, ())
    request = request if token else replace(request, secrets=())  # as the gateway does where there is none
    return SOURCE.read(Reply(request, 200, request.address, {}, body, NOON), (), "").deleted


def test_stored_posts_are_asked_after_by_their_names_25_at_once() -> None:
    names = [f"t3_1{number:05}" for number in range(30)]

    first, second = SOURCE.recheck([*names, "https://elsewhere.example/1"], (("user", "ida"),))

    assert first.address.startswith(f"https://www.reddit.com/api/info.rss?id={','.join(names[:25])}&limit=100&user=ida")
    assert ",".join(names[25:]) in second.address
    assert (first.conditional, first.secrets) == (False, FEED.secrets)


def test_what_is_shown_as_deleted_or_removed_or_is_left_out_is_gone() -> None:
    body = info(thing("t3_1aa"), thing("t3_1bb", "[deleted]"), thing("t3_1cc", "[removed]"))

    assert rechecked(body, "t3_1aa", "t3_1bb", "t3_1cc", "t3_1dd") == ("t3_1bb", "t3_1cc", "t3_1dd")


def test_what_is_left_out_may_only_be_private_where_a_token_was_sent() -> None:
    body = info(thing("t3_1aa"), thing("t3_1bb", "[deleted]"))

    assert rechecked(body, "t3_1aa", "t3_1bb", "t3_1dd", token=True) == ("t3_1bb",)


@pytest.mark.parametrize("body", [info(), info(thing("t3_1zz")), info(thing("t3_1zz", "[deleted]"))])
def test_a_feed_that_shows_none_of_those_asked_for_deletes_nothing(body: bytes) -> None:
    assert rechecked(body, "t3_1aa", "t3_1bb") == ()


def test_a_page_in_place_of_the_feed_deletes_nothing() -> None:
    with pytest.raises(UnreadableReply):
        rechecked(b"<html><body>blocked", "t3_1aa")
