"""Rules of the person's own match on arrival what a search finds afterwards."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.lanes.own_rules import ItemWords, Matcher, Term, acts_of
from arrowtui.model.lane import Lane
from arrowtui.model.replace import replace
from arrowtui.model.rule import Rule
from arrowtui.model.wire import Draft
from arrowtui.store.grams import grams
from arrowtui.store.words import match_query, terms
from tests.fakes import NOON
from tests.store.builders import an_item


def a_matcher(words: str = "", **rule: object) -> Matcher:
    made = Rule("mine", words=words, **{"tags": ("t",), **rule})  # type: ignore[arg-type]  # fields of Rule
    return Matcher(made, tuple(Term(term.text, term.is_phrase, term.is_wanted) for term in terms(words)))


def holds(words: str, title: str, text: str = "", author: str | None = None) -> bool:
    return a_matcher(words).matches(ItemWords(an_item(title=title, text=text, author=author)))


@pytest.mark.parametrize(
    ("words", "title", "is_found"),
    [
        ("nurse", "Nurses wanted", True),
        ("nurse", "The nürse", True),
        ("nurse night", "A night with nurses", True),
        ("nurse night", "A day with nurses", False),
        ('"night shift"', "Night shift rota", True),
        ('"night shift"', "shift by night", False),
        ('"night shi"', "Night shift rota", False),
        ("nurse -agency", "Nurses of an agency", False),
        ("-agency", "Nurses", True),
        ("at", "attic", False),
        ("at", "at home", True),
        ("Übergabe", "ubergabe am Bett", True),
        ("東京", "東京都の人", True),
        ("東京", "京都の人", False),
    ],
)
def test_words_are_matched_as_a_search_matches_them(words: str, title: str, *, is_found: bool) -> None:
    assert holds(words, title) is is_found


WORDS = st.sampled_from(
    ["nurse", "nurses", "night", "Nacht", "über", "uber", "a", "at", "attic", "shift", "東京都", "東京"]
)
TEXTS = st.lists(WORDS, max_size=5).map(" ".join)
TYPED = st.lists(
    st.one_of(WORDS, WORDS.map("-{}".format), st.tuples(WORDS, WORDS).map('"{0[0]} {0[1]}"'.format)),
    min_size=1,
    max_size=3,
).map(" ".join)


@given(TYPED, TEXTS, TEXTS)
def test_the_index_finds_what_a_rule_matches_and_nothing_else(typed: str, title: str, text: str) -> None:
    query = match_query(typed)
    if query is None:
        return
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(
            "CREATE VIRTUAL TABLE item_words USING fts5 (title, text, author, grams,"
            " tokenize = 'unicode61 remove_diacritics 2')"
        )
        db.execute("INSERT INTO item_words VALUES (?, ?, '', ?)", (title, text, grams(title, text)))
        found = db.execute("SELECT count(*) FROM item_words WHERE item_words MATCH ?", (query,)).fetchone()[0]

    assert a_matcher(typed).matches(ItemWords(replace(an_item(), title=title, text=text))) is bool(found)


def test_an_author_is_known_by_name_or_handle_or_a_part() -> None:
    item = an_item(author="Ida Brandt", draft=Draft("one", author_handle="@ida@news.example"))

    assert a_matcher(author="@IDA@news").matches(ItemWords(item))
    assert a_matcher(author="brandt").matches(ItemWords(item))
    assert not a_matcher(author="bo").matches(ItemWords(item))


def test_several_rules_are_all_done_and_the_first_decides_where_they_differ() -> None:
    rules = (
        a_matcher("nurse", tags=("ward",), dismiss=True),
        a_matcher("nurse", tags=("ward", "work"), lane=Lane.CALL, keep=True),
        a_matcher("nurse", tags=(), lane=Lane.TIP),
        a_matcher("baker", tags=("bread",)),
    )

    acts = acts_of(an_item(title="Nurses"), rules, NOON)

    assert acts is not None
    assert (acts.lane, acts.tags, acts.keep, acts.dismiss, len(acts.names)) == (
        Lane.CALL,
        ("ward", "work"),
        False,
        True,
        3,
    )


def test_an_item_no_rule_speaks_of_is_left_alone() -> None:
    assert acts_of(an_item(title="Bread"), (a_matcher("nurse"),), NOON) is None
