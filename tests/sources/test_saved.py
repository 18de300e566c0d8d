"""What a saved page becomes, by what it is."""

import contextlib
import json
import os
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.model.errors import FetchError
from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.wire import Draft, Markup, Medium, Reply, Request
from arrowtui.sources.saved import Saved
from tests.fakes import NOON
from tests.sources.test_feed_golden import facts_of

HERE = "https://desk.example/guides/five-ways"
GOLDEN = Path(__file__).parent / "golden" / "saved"
CASES = sorted(GOLDEN.iterdir())
LONG = "Reporters often ask the same five things. Here is how to answer them without sounding rehearsed. " * 3


def reply_of(body: bytes | str, content_type: str = "text/html", final: str = HERE) -> Reply:
    raw = body.encode() if isinstance(body, str) else body
    return Reply(Request(HERE), 200, final, {"content-type": content_type}, raw, NOON)


def read(body: bytes | str, content_type: str = "text/html", final: str = HERE) -> Draft:
    (draft,) = Saved().read(reply_of(body, content_type, final), (), "").drafts
    return draft


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_page_becomes_an_article(case: Path) -> None:
    draft = read((case / "reply.html").read_bytes())
    item = normalise(draft, Arrival("saved", "saved:", NOON, None), 0)
    found = {name: value for name, value in facts_of(item) if value not in (None, [], ())}

    if os.environ.get("ARROWTUI_WRITE_GOLDEN"):
        (case / "item.json").write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert found == json.loads((case / "item.json").read_text(encoding="utf-8"))


def test_it_is_asked_whole_and_for_html() -> None:
    request = Saved().first(HERE, (), "")

    assert (request.address, request.conditional) == (HERE, False)
    assert request.headers["Accept"].startswith("text/html")


@pytest.mark.parametrize("address", ["saved:", "ftp://a.example", ""])
def test_only_web_addresses_are_fetched(address: str) -> None:
    with pytest.raises(UnfitAddress):
        Saved().first(address, (), "")


def test_it_is_known_by_the_address_that_was_asked_wherever_that_leads() -> None:
    draft = read(f"<html><body><p>{LONG}", final="https://new.example/moved")

    assert (draft.native_id, draft.link) == (HERE, "https://new.example/moved")


class TestWhatIsNoArticle:
    def test_a_plain_text_is_its_words(self) -> None:
        draft = read("Five ways\n\n1. Breathe", "text/plain; charset=utf-8")

        assert draft.body is not None
        assert (draft.body.text, draft.body.markup) == ("Five ways\n\n1. Breathe", Markup.TEXT)
        assert draft.title is not None
        assert draft.title.text == "five-ways"

    def test_markdown_is_known_by_its_name(self) -> None:
        draft = read("# Five", "text/plain", "https://a.example/x.md")

        assert draft.body is not None
        assert draft.body.markup is Markup.MARKDOWN

    @pytest.mark.parametrize(
        ("content_type", "medium"),
        [
            ("image/png", Medium.IMAGE),
            ("application/pdf", Medium.FILE),
            ("audio/mpeg", Medium.AUDIO),
            ("x", Medium.FILE),
        ],
    )
    def test_a_file_is_an_attachment_called_by_its_name(self, content_type: str, medium: Medium) -> None:
        draft = read(b"\x89PNG", content_type, "https://a.example/files/My%20guide.pdf?x=1")

        assert draft.title is not None
        assert draft.title.text == "My guide.pdf"
        (file,) = draft.attachments
        assert (file.link, file.medium, file.size_bytes) == ("https://a.example/files/My%20guide.pdf?x=1", medium, 4)

    def test_a_page_without_words_has_at_least_its_title(self) -> None:
        draft = read("<html><head><title>App</title></head><body><div id=root></div><script>x</script>")

        assert draft.title is not None
        assert (draft.title.text, draft.body) == ("App", None)


DATA = '<script type="application/ld+json">'
AUTHORS = [{"name": "Ida"}, "Bo"]


class TestWhatAPageSaysOfItself:
    def test_linked_data_is_believed_where_meta_elements_are_missing(self) -> None:
        told = {
            "@graph": [
                {"@type": "WebSite", "name": "Desk"},
                {"@type": ["NewsArticle"], "headline": "Five ways", "datePublished": "2026-11-20", "author": AUTHORS},
            ]
        }

        draft = read(f"<html><head><title>X</title>{DATA}{json.dumps(told)}</script></head><p>{LONG}")

        assert draft.title is not None
        assert (draft.title.text, draft.author) == ("Five ways", "Ida, Bo")
        assert draft.published_at == datetime(2026, 11, 20, tzinfo=UTC)

    @pytest.mark.parametrize(
        "told", ["{", "[]", "3", "null", '{"@graph": 3}', '{"@type": "Article", "author": {"name": 3}}', "[" * 9_000]
    )
    def test_linked_data_that_is_none_costs_nothing(self, told: str) -> None:
        draft = read(f"<html><head><title>X</title>{DATA}{told}</script></head><p>{LONG}")

        assert draft.title is not None
        assert draft.author is None

    def test_a_date_that_is_not_clear_is_none(self) -> None:
        assert read(f'<html><head><meta name="date" content="soon"></head><p>{LONG}').published_at is None

    def test_a_name_of_a_site_behind_the_title_goes_where_the_heading_tells(self) -> None:
        draft = read(f"<html><head><title>Five ways | Desk</title></head><body><h1>Five ways</h1><p>{LONG}")

        assert draft.title is not None
        assert draft.title.text == "Five ways"


PIECES = (
    "<p>", "</p>", "<article>", "<div class=comment>", "</div>", "<a href=", "//[>", "words and more, ", "<table>",
    "<meta property=og:title content=", "<meta name=author>", "<script type=application/ld+json>", "</script>", "{",
    "<br>", "[", "<title>", "<h1>", "\x00", "é", "<svg>", "<iframe src=x>", "<img src='", "<!--",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_page_is_read_or_refused(pieces: list[str]) -> None:
    with contextlib.suppress(FetchError):
        assert read("<html><body>" + "".join(pieces)).native_id == HERE


@given(st.binary(max_size=200), st.text(max_size=20))
def test_any_bytes_are_read_or_refused(body: bytes, content_type: str) -> None:
    with contextlib.suppress(FetchError):
        assert read(body, content_type).native_id == HERE


def test_the_articles_of_the_corpus_are_found(corpus: Path) -> None:
    """How much of what the suite expects is in what is found, word by word; see docs/sources/saved.md."""

    def words_of(html: str) -> Counter[str]:
        body = LexborHTMLParser(html).body
        return Counter((body.text(separator=" ") if body else "").lower().split())

    shares = []
    for case in sorted((corpus / "html" / "readability").iterdir()):
        draft = read((case / "source.html").read_bytes())
        found = words_of(draft.body.text if draft.body else "")
        wanted = words_of((case / "expected.html").read_text(encoding="utf-8"))
        common = (found & wanted).total()
        shares.append(2 * common / max(1, found.total() + wanted.total()))

    assert sum(shares) / len(shares) > 0.95
