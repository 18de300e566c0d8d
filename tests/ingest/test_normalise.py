"""What every arrival becomes, whatever its source said."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.ingest.identity import key_of
from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.model.item import Item
from arrowtui.model.replace import replace
from arrowtui.model.wire import Body, Counts, Draft, Markup
from tests.fakes import NOON

FEED = Arrival("feed", "https://www.desk.example/feed.xml", NOON, "en-GB")
MAIL = Arrival("mail", "imaps://me@mail.example/INBOX", NOON, None)
SOCIAL = Arrival("mastodon", "https://social.example/@ida", NOON, None)


def item(draft: Draft, arrival: Arrival = FEED, order: int = 0) -> Item:
    return normalise(draft, arrival, order)


def titled(text: str, markup: Markup = Markup.TEXT, **more: object) -> str:
    return item(Draft("1", title=Body(text, markup), **more)).title  # type: ignore[arg-type]  # the fields of a Draft


def test_a_title_is_one_clean_line() -> None:
    assert titled("  Five\n ways \t to\x1b[31m answer\u202e ") == "Five ways to answer"
    assert titled("<b>Bold</b> &amp; brave", Markup.HTML) == "Bold & brave"
    assert titled("[red]x[/]") == "[red]x[/]"


def test_without_a_title_the_first_words_of_the_text_are_one() -> None:
    words = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"

    assert item(Draft("1", body=Body("<p>Short and good.</p>"))).title == "Short and good."
    assert item(Draft("1", body=Body(words, Markup.TEXT))).title == (
        "One two three four five six seven eight nine ten eleven twelve thirteen…"
    )
    assert len(item(Draft("1", body=Body("字" * 300, Markup.TEXT))).title) == 80


def test_without_words_the_end_of_the_link_is_the_title() -> None:
    assert item(Draft("1", link="https://desk.example/2026/five%20ways/?a=1")).title == "five ways"
    assert item(Draft("1", link="https://desk.example/")).title == "desk.example"


def test_an_item_with_nothing_at_all_still_has_a_title() -> None:
    assert item(Draft("1")).title == "(no title)"
    assert item(Draft("1", title=Body("\u200b\x00", Markup.TEXT), link="javascript:alert(1)")).title == "(no title)"


def test_a_body_without_words_leaves_the_text_to_the_summary() -> None:
    found = item(Draft("1", body=Body("<img src='a.png'>"), summary=Body("A chart", Markup.TEXT)))

    assert found.text == "A chart"


def test_the_facts_of_a_query_are_searched_and_sorted_like_its_text() -> None:
    facts = (("Media Outlet", "Desk\x1b[31m Weekly"), ("Deadline", "Friday"))
    query = Draft("1", body=Body("Who bakes?", Markup.TEXT), fields=facts)

    found = item(query, MAIL)

    assert found.text == "Media Outlet: Desk Weekly\nDeadline: Friday\n\nWho bakes?"
    assert found.title == "Who bakes?"
    assert item(replace(query, body=None), MAIL).text == "Media Outlet: Desk Weekly\nDeadline: Friday"
    assert item(query, SOCIAL).text == "Who bakes?"  # there they say what other posts say


def test_a_changed_fact_of_a_query_is_an_edit() -> None:
    draft = Draft("1", body=Body("Who bakes?", Markup.TEXT), fields=(("Deadline", "Friday"),))

    assert item(draft, MAIL).fingerprint != item(replace(draft, fields=(("Deadline", "Monday"),)), MAIL).fingerprint


def test_only_safe_links_stay() -> None:
    assert item(Draft("1", link="/5")).link == "https://www.desk.example/5"
    assert item(Draft("1", link="javascript:alert(1)")).link is None
    assert item(Draft("1", link="file:///etc/passwd")).link is None


def test_the_first_date_known_sorts_an_item() -> None:
    day = datetime(2026, 11, 20, tzinfo=UTC)

    both = item(Draft("1", published_at=day, updated_at=day + timedelta(hours=1)))
    edited = item(Draft("1", updated_at=day))
    none = item(Draft("1"), order=2)

    assert (both.published_at, both.sorted_at) == (day, day)
    assert (edited.published_at, edited.sorted_at, edited.updated_at) == (day, day, day)
    assert (none.published_at, none.sorted_at) == (None, NOON - timedelta(milliseconds=2))


def test_a_date_in_the_future_is_when_it_arrived() -> None:
    assert item(Draft("1", published_at=NOON + timedelta(days=40))).published_at == NOON


@pytest.mark.parametrize(
    ("said", "expected"),
    [("de_AT", "de-at"), ("EN", "en"), ("english, British", "en-gb"), (None, "en-gb"), ("", "en-gb")],
)
def test_a_language_is_what_is_declared_nearest(said: str | None, expected: str) -> None:
    assert item(Draft("1", language=said)).language == expected


def test_a_changed_text_changes_the_fingerprint_and_a_changed_count_does_not() -> None:
    draft = Draft("1", title=Body("T", Markup.TEXT), body=Body("B", Markup.TEXT), link="https://desk.example/1")
    first = item(draft).fingerprint

    assert item(replace(draft, counts=Counts(replies=9), updated_at=NOON)).fingerprint == first
    assert item(replace(draft, body=Body("<p>B</p>"))).fingerprint == first
    assert item(replace(draft, body=Body("C", Markup.TEXT))).fingerprint != first
    assert item(replace(draft, title=Body("U", Markup.TEXT))).fingerprint != first
    assert item(replace(draft, link="https://desk.example/2")).fingerprint != first


GLOBAL = ["https://desk.example/5", "tag:desk.example,2026:5", "urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a"]


@pytest.mark.parametrize("native_id", [*GLOBAL, "1225C695-cfb8-4ebb-aaaa-80da344efa6a"])
def test_an_article_in_two_feeds_of_one_site_is_one_item(native_id: str) -> None:
    one = key_of("feed", "https://desk.example/all.xml", native_id)

    assert key_of("feed", "http://www.desk.example/press.xml", native_id) == one
    assert key_of("feed", "https://other.example/all.xml", native_id) != one


@pytest.mark.parametrize("native_id", ["1", "desk-5", "post 17", "hash:00ff"])
def test_ids_that_count_within_a_feed_never_join_two_feeds(native_id: str) -> None:
    one = key_of("feed", "https://desk.example/all.xml", native_id)

    assert key_of("feed", "https://desk.example/press.xml", native_id) != one
    assert key_of("feed", "http://desk.example/all.xml", native_id) == one


def test_a_key_does_not_give_away_the_address_of_a_private_feed() -> None:
    assert "s3cret" not in key_of("feed", "https://desk.example/feed?token=s3cret", "1")


def test_ids_of_a_platform_count_within_its_host() -> None:
    draft = Draft("17", parent_id="16", root_id="15", repost_of="9")

    found = item(draft, SOCIAL)
    elsewhere = item(replace(draft, host="else.example"), SOCIAL)

    assert found.key == "mastodon|social.example|17"
    assert (found.parent_key, found.root_key) == ("mastodon|social.example|16", "mastodon|social.example|15")
    assert found.repost_key == "mastodon|social.example|9"
    assert elsewhere.key == "mastodon|else.example|17"


@given(st.text(max_size=60), st.text(max_size=200), st.sampled_from(Markup), st.text(max_size=40))
def test_whatever_a_draft_holds_an_item_comes_of_it(title: str, text: str, markup: Markup, link: str) -> None:
    draft = Draft(
        title or "1", title=Body(title, markup), body=Body(text, markup), link=link, author=title, language=link
    )

    found = item(draft)

    assert found.title and found.title == found.title.strip() and "\n" not in found.title
    assert not any(character < " " and character not in "\n\t" for character in found.title + found.text)
    assert found.link is None or found.link.startswith(("http://", "https://", "mailto:"))
    assert found == item(draft)
