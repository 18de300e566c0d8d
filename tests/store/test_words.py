"""What a person types is a search, whatever it is."""

import re
import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.store.grams import UNSPACED, grams, may_be_unspaced, pairs, pieces
from arrowtui.store.words import Term, match_query, terms

TYPED = st.text(
    st.one_of(st.sampled_from("\"-*^:()+{}[]\\,.'AND OR NOT NEAR é東京타이กขค\0\n"), st.characters()), max_size=60
)


@pytest.fixture(scope="module")
def words() -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE words USING fts5 (title, grams, tokenize = 'unicode61 remove_diacritics 2')")
    yield db
    db.close()


@pytest.fixture
def found(words: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    yield words
    words.execute("DELETE FROM words")


def finds(db: sqlite3.Connection, text: str, typed: str) -> bool:
    db.execute("DELETE FROM words")
    db.execute("INSERT INTO words VALUES (?, ?)", (text, grams(text)))
    return bool(db.execute("SELECT 1 FROM words WHERE words MATCH ?", (match_query(typed),)).fetchall())


@given(typed=TYPED)
def test_nothing_that_can_be_typed_is_a_syntax_error(words: sqlite3.Connection, typed: str) -> None:
    query = match_query(typed)

    if query is not None:
        words.execute("SELECT rowid FROM words WHERE words MATCH ?", (query,)).fetchall()


@given(text=st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12))
def test_a_word_is_found_by_itself(words: sqlite3.Connection, text: str) -> None:
    if match_query(text) is not None:
        assert finds(words, f"before {text} after", text)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("The teacher asks", "teacher"),
        ("The teacher asks", "teach"),
        ("The teacher asks", "ASKS Teacher"),
        ("The teacher asks", '"teacher asks"'),
        ("The teacher asks", 'the "teacher asks'),
        ("The teacher asks", "teacher -pupil"),
        ("AI at school", "ai"),
        ("Café crème", "cafe CREME"),
        ("e-mail and self-study", "e-mail self-study"),
        ("C++ or C#", "c++"),
        ("Read #edchat now", "#edchat"),
        ("Write to ann@example.org", "ann@example.org"),
        ("Don't panic", "don't"),
        ("東京都知事の記者会見", "東京"),
        ("東京都知事の記者会見", "都知事"),
        ("東京都知事の記者会見", "京"),
        ("東京都知事の記者会見", "見"),
        ("iPhone発売日", "iphone 発売"),
        ("iPhone発売日", "iPhone発売"),
        ("東京AI会議", "AI"),
        ("東京AI会議", "AI会議"),
        ("แบบสอบถามสำหรับครู", "สอบถาม"),
        ("설문조사 참여자 모집", "참여"),
        ("NOT OR AND", "NOT"),
    ],
)
def test_it_is_found(found: sqlite3.Connection, text: str, typed: str) -> None:
    assert finds(found, text, typed)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("The teacher asks", "teacher pupil"),
        ("The teacher asks", '"asks teacher"'),
        ("The teacher asks", '"the teach"'),
        ("The teacher asks", "teacher -ask"),
        ("The teacher asks", 'teacher -"the teacher"'),
        ("The teacher asks", "as"),  # too short for a beginning
        ("東京都知事", "京東"),
        ("東京都知事", "東京 -知事"),
    ],
)
def test_it_is_not_found(found: sqlite3.Connection, text: str, typed: str) -> None:
    assert not finds(found, text, typed)


@pytest.mark.parametrize("typed", ["", "   ", "-", '""', "- -- ...", "?!", "-spam", '-"spam eggs"'])
def test_nothing_to_look_for_is_no_search(typed: str) -> None:
    assert match_query(typed) is None


def test_a_search_falls_into_words_and_phrases() -> None:
    assert terms('one "two  three" -four -"five six" seven-eight "open end') == (
        Term("one", False, True),
        Term("two three", True, True),
        Term("four", False, False),
        Term("five six", True, False),
        Term("seven-eight", False, True),
        Term("open end", True, True),
    )


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("東京都。大阪", "東京 京都 都 大阪 阪"),
        ("都", "都"),
        ("新iPhone発売", "新 iPhone 発売 売"),
        ("2024年、the 9月", "2024 年 9 月"),
        ("a発b 売c\nd𠀋", "a 発 b 売 c d 𠀋"),
        ("東京\0大阪", "東京 京 大阪 阪"),
        ("việc — ñandú", None),
    ],
)
def test_runs_are_kept_as_pairs_and_what_touches_them_whole(text: str, kept: str | None) -> None:
    assert grams(text) == kept


@given(texts=st.lists(st.text("東京あไ\U00020000ｶaé1_ \n.\0", max_size=20), max_size=3))
def test_pairs_made_all_at_once_are_those_of_one_word_after_the_other(texts: list[str]) -> None:
    touching = re.compile(rf"[\w{UNSPACED}]*[{UNSPACED}][\w{UNSPACED}]*")
    parts = [part for text in texts for word in touching.findall(text) for part in pieces(word)]

    assert (grams(*texts) or "").split() == [
        one for is_run, part in parts for one in (pairs(part) if is_run else [part])
    ]


def test_no_letter_of_scripts_without_blanks_is_overlooked() -> None:
    letters = [chr(code) for code in range(0x80, 0x40000)]
    overlooked = [letter for letter in letters if not may_be_unspaced(letter) and grams_of(letter)]
    assert overlooked == []


def grams_of(letter: str) -> bool:
    return re.fullmatch(f"[{UNSPACED}]", letter) is not None
