"""Real replies and real feeds of these platforms, written by no one here: all are read, none costs an item."""

import re
from pathlib import Path

import pytest

from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch, Reply
from arrowtui.sources.feeds.parse import parse
from arrowtui.sources.registry import SOURCES
from tests.fakes import NOON

FIREBASE = [
    "hackd/comment.json",
    "hackd/post.json",
    "hn-readme/01-story.json",
    "hn-readme/02-comment.json",
    "hn-readme/03-story.json",
    "hn-readme/04-job.json",
    "hn-readme/06-pollopt.json",
    "simonw/02.json",
]
FEEDS = {
    "reddit": (
        "https://www.reddit.com/r/all/",
        ["rss-parser/reddit.rss", "rss-parser/reddit-atom.rss", "rss-parser/reddit-home.rss"],
    ),
    "youtube": (
        "https://www.youtube.com/channel/UC1234567890abcdefghij_-",
        [
            "rss-parser-kotlin/atom-feed-youtube.xml",
            "feeder/androidTest/resources/com/nononsenseapps/feeder/model/atom_youtube.xml",
            "codehollow/AtomYoutubeInvestmentPunk.xml",
            "real-kagi/1e4ab389e139d659.feed",
            "real-kagi/5532f16828c3b094.feed",
            "real-kagi/89fda57f8a03fbb6.feed",
            "real-kagi/021a787a782817fc.feed",
        ],
    ),
    "github": (
        "https://github.com/gulpjs/gulp/releases",
        ["rss-parser/gulp-atom.atom", "miniflux/parser/testdata/small_atom.xml"],
    ),
    "stackexchange": ("https://stackoverflow.com/questions/28509965", ["fastfeedparser/stackoverflow.xml"]),
    "tumblr": ("https://ida.tumblr.com/", ["fastfeedparser/vintagehomeplans.xml"]),
}


def read(kind: str, address: str, body: bytes, step: str | None = None) -> Batch:
    options = (("via", "feed"),) if kind == "stackexchange" else ()
    request = SOURCES[kind].first(address, options, "")
    asked = replace(request, step=request.step if step is None else step)
    return SOURCES[kind].read(Reply(asked, 200, asked.address, {}, body, NOON), options, "")


@pytest.mark.parametrize("name", FIREBASE)
def test_an_item_of_hacker_news_is_read(corpus: Path, name: str) -> None:
    body = (corpus / "api/hackernews" / name).read_bytes()

    batch = read("hackernews", "https://news.ycombinator.com/best", body, "item")

    (draft,) = batch.drafts
    item = normalise(draft, Arrival("hackernews", "https://news.ycombinator.com/best", NOON, None), 0)
    assert item.published_at is not None
    assert item.text or draft.title


def test_a_poll_of_hacker_news_is_asked_for_with_its_options(corpus: Path) -> None:
    body = (corpus / "api/hackernews/hn-readme/05-poll.json").read_bytes()

    (request,) = read("hackernews", "https://news.ycombinator.com/best", body, "item").follow

    assert request.address == "https://hn.algolia.com/api/v1/items/126809"


def test_a_search_of_hacker_news_is_read(corpus: Path) -> None:
    body = (corpus / "api/hackernews/algolia-hackers/01.json").read_bytes()

    (draft,) = read("hackernews", "https://news.ycombinator.com/newest", body).drafts

    assert (draft.native_id, draft.counts.replies, draft.counts.likes) == ("123", 7, 42)


@pytest.mark.parametrize(
    ("kind", "address", "name"),
    [(kind, address, name) for kind, (address, names) in FEEDS.items() for name in names],
    ids=[name for _, names in FEEDS.values() for name in names],
)
def test_a_real_feed_loses_nothing_by_being_read_as_its_platforms(
    corpus: Path, kind: str, address: str, name: str
) -> None:
    body = (corpus / "feeds" / name).read_bytes()
    plain = parse(body, address, "")

    batch = read(kind, address, body)

    assert len(batch.drafts) + len(batch.deleted) == len(plain.drafts)
    assert len({draft.native_id for draft in batch.drafts}) == len(batch.drafts)
    items = [normalise(draft, Arrival(kind, address, NOON, None), order) for order, draft in enumerate(batch.drafts)]
    assert all(item.title and item.link for item in items)


def test_nothing_of_reddits_own_words_is_left_in_a_real_feed(corpus: Path) -> None:
    for name in ("rss-parser/reddit-home.rss", "rss-parser-kotlin/atom-feed-reddit.xml"):
        batch = read("reddit", FEEDS["reddit"][0], (corpus / "feeds" / name).read_bytes())
        bodies = [draft.body.text for draft in batch.drafts if draft.body]
        assert not [body for body in bodies if re.search(r"submitted by|SC_OFF|\[link\]|\[comments\]", body)]
        assert all(re.fullmatch(r"t[13]_[a-z0-9]+", draft.native_id) for draft in batch.drafts)


def test_a_real_question_has_its_answers_below_it(corpus: Path) -> None:
    body = (corpus / "feeds/fastfeedparser/stackoverflow.xml").read_bytes()

    question, *answers = read("stackexchange", "https://stackoverflow.com/questions/28509965", body).drafts

    assert (question.native_id, question.root_id) == ("28509965", None)
    assert {(answer.root_id, answer.title) for answer in answers} == {("28509965", None)}
