"""What comes out of the cleaner can do nothing to a terminal, and cleaning it again changes nothing."""

import re
import sys
import time
import unicodedata
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.ingest.characters import DROPPED, JOINERS, MARKS, SKIN, VARIANTS
from arrowtui.ingest.clean import is_ordinary
from arrowtui.ingest.scrub import scrubbed
from arrowtui.ingest.text import clean_line, clean_text, quick_text
from arrowtui.model.wire import Body, Markup

HOSTILE = [
    "\x00",
    "\x1b",
    "\x7f",
    "\x9b",
    "\u202e",
    "\u2066",
    "\u200b",
    "\u200c",
    "\u200d",
    "\u2028",
    "\ufeff",
    "\ufe0f",
    "\ud800",
    "\U000e0041",
    "\u0301",
    "\u0300",
    "\u094d",
    "\U0001f3fd",
    "\U0001f469",
    "\u2764",
    "e",
    "\r",
    "\n",
    "\t",
    " ",
    "क",
    "ا",
    "\u034f",
    "\u00ad",
    "\u3164",
    "\ufffe",
    "\u1161",
    "\u1100",
    "[31m",
    "]0;x",
    "\x07",
    "&",
    "<b>",
    "<",
]
TEXTS = st.one_of(
    st.text(st.characters()), st.lists(st.sampled_from(HOSTILE), max_size=60).map("".join), st.text("ab&<>=\"'!-/ \n")
)
BIDI = set("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def trouble(text: str, allowed: str = "") -> list[str]:
    """Every character of a text that a terminal should never be sent."""
    bad = [c for c in text if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") and c not in allowed]
    return bad + [c for c in text if c in BIDI or c in "\ufeff\u200b\u2060\u034f\u00ad" or 0xE0000 <= ord(c) < 0xE1000]


def longest_pile(text: str) -> int:
    """How many marks stand on one base, at most; 99 where one stands on nothing."""
    most = run = 0
    before = " "
    for character in text:
        run = run + 1 if unicodedata.category(character) in ("Mn", "Me") and character not in "\ufe0e\ufe0f" else 0
        if run == 1 and before.isspace():
            return 99
        most, before = max(most, run), character
    return most


def test_no_character_that_is_cleaned_away_or_is_an_odd_blank_passes_for_ordinary() -> None:
    ranges = " ".join((DROPPED, MARKS, JOINERS, VARIANTS, SKIN)).split()
    ends = [(first, last or first) for first, _, last in (part.partition("-") for part in ranges)]
    troublesome = [chr(code) for first, last in ends for code in range(int(first, 16), int(last, 16) + 1)]
    blanks = [chr(code) for code in range(0x3001) if chr(code).isspace() and chr(code) not in " \t\n"]

    assert [character for character in [*troublesome, *blanks] if is_ordinary(f"a{character}b")] == []


@given(TEXTS)
def test_no_text_leaves_the_cleaner_with_anything_a_terminal_obeys(text: str) -> None:
    assert trouble(clean_text(text), "\n\t") == []
    assert trouble(clean_line(text)) == []
    assert longest_pile(clean_text(text)) <= 6


@given(TEXTS)
def test_a_text_that_is_passed_at_a_glance_is_as_the_scrubber_would_have_it(text: str) -> None:
    suspect = f"{text}🎉"

    assert clean_text(suspect) == scrubbed(suspect)


@given(TEXTS)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(TEXTS, st.integers(min_value=1, max_value=30))
def test_a_line_is_never_longer_than_its_limit(text: str, limit: int) -> None:
    assert len(clean_line(text, limit)) <= limit
    assert clean_line(clean_line(text, limit), limit) == clean_line(text, limit)


@given(TEXTS)
def test_a_line_is_the_whole_text_with_its_white_space_folded(text: str) -> None:
    assert clean_line(text, 10_000) == " ".join(clean_text(text).split())


@given(TEXTS)
def test_quick_text_folds_what_cleaning_left_whatever_stood_at_the_ends_of_lines(text: str) -> None:
    text = text.replace("<", "").replace("&", "")
    lines = [re.sub(r"\s+", " ", line).strip() for line in clean_text(text).split("\n")]

    assert quick_text(Body(text)) == "\n".join(filter(None, lines))


@given(TEXTS, st.sampled_from(Markup))
def test_quick_text_of_anything_is_clean(text: str, markup: Markup) -> None:
    assert trouble(quick_text(Body(text, markup)), "\n\t") == []


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("\x1b[31mred\x1b[0m alert", "red alert"),
        ("\x1b]0;owned\x07title", "title"),
        ("\x1b]52;c;aGVsbG8=\x1b\\clip", "clip"),
        ("\x9b2Jgone", "gone"),
        ("a\x00b\x7fc", "abc"),
        ("abc\u202ecba", "abccba"),
        ("one\r\ntwo\rthree\u2028four\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("\ufeffstart", "start"),
        ("pass\u00adword", "password"),
        ("\ud83dhalf", "half"),
        ("cafe\u0301", "café"),
        ("\u0301alone", "alone"),
        ("Z" + "\u0336" * 40, "Z" + "\u0336" * 6),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Auf\u200clage", "Auflage"),
        ("👩🏽\u200d💻 ❤\ufe0f 1\ufe0f\u20e3", "👩🏽\u200d💻 ❤\ufe0f 1\ufe0f\u20e3"),
        ("a\ufe0f\ufe0f\ufe0fb", "ab"),
        ("x" + "\u200b\u200c\u200d" * 9 + "y", "xy"),
        ("မျှော့်", "မျှော့်"),
        ("plain [red]text[/] stays", "plain [red]text[/] stays"),
    ],
)
def test_what_is_kept_and_what_goes(dirty: str, clean: str) -> None:
    assert clean_text(dirty) == clean


def test_a_word_of_an_enum_is_cleaned_like_any_other_text() -> None:
    class Word(StrEnum):
        PLAIN = "naïve"
        DIRTY = "na\u202eïve\x1b[1m"

    assert [clean_line(word) for word in Word] == ["naïve", "naïve"]


def test_no_emoji_is_joined_to_a_chain_that_runs_across_the_screen() -> None:
    chain = clean_text("👩\u200d" * 50 + "👩")

    assert max(len(part) for part in chain.split("👩👩")) < 12


def test_a_title_of_a_megabyte_is_one_short_line() -> None:
    assert clean_line("spam " * 200_000) == ("spam " * 100)[:499] + "…"


@pytest.mark.parametrize(
    ("markup", "text", "expected"),
    [
        (Markup.HTML, "<p>One</p><p>Two &amp; three<br>four", "One\nTwo & three\nfour"),
        (Markup.HTML, "<style>p {}</style><script>1 < 2</script><!-- no <p> -->Seen", "Seen"),
        (Markup.HTML, "a < b and c > d", "a < b and c > d"),
        (Markup.HTML, "<a title='a > b' href=\"x?y>z\">link</a>", "link"),
        (Markup.HTML, "<ul><li>one\n two<li>three</ul>", "one two\nthree"),
        (Markup.HTML, "<pre>a\n b</pre>", "a\nb"),
        (Markup.HTML, "<div style='display:none'>hidden</div>shown", "shown"),
        (Markup.HTML, "<div style='display:none'>hi<p><b>dd</b>en</p></div>shown", "shown"),
        (Markup.HTML, "<div style='max-height:0;overflow:hidden'>hidden <b>too</b></div><p>shown", "shown"),
        (Markup.HTML, "<div class='preheader x' style='color:white'>hid<i>den</i></div><p>shown", "shown"),
        (Markup.HTML, "<p style='font-size:1px'>hidden</p><p style='font-size:1em'>shown", "shown"),
        (Markup.HTML, "<div style='font-size:0'>hidden <p style='font-size:14px'>shown", "shown"),
        (Markup.HTML, "<code>style=&quot;display:none&quot;</code> hides", 'style="display:none" hides'),
        (Markup.HTML, "hi <img class='emoji' alt='🎉' src=x> there", "hi 🎉 there"),
        (
            Markup.HTML,
            "<p>emoji in <em>style</em> are\ninvisible: display:none",
            "emoji in style are invisible: display:none",
        ),
        (Markup.HTML, "one <b>two </b> <i>three</i>\n\n<br> \n four", "one two three\nfour"),
        (Markup.HTML, "&lt;p&gt;twice &amp;amp; escaped&lt;/p&gt;", "twice & escaped"),
        (Markup.HTML, "&#27;[31mred&#x202e;", "[31mred"),
        (Markup.MARKDOWN, "**bold** &amp; [a](b)", "**bold** & [a](b)"),
        (Markup.TEXT, "<p> & &amp;", "<p> & &amp;"),
    ],
)
def test_quick_text_reads_as_the_page_does(markup: Markup, text: str, expected: str) -> None:
    assert quick_text(Body(text, markup)) == expected


@pytest.mark.parametrize("blank", [chr(code) for code in range(sys.maxunicode) if chr(code).isspace()])
def test_blanks_of_every_kind_fold_to_one_or_end_a_line(blank: str) -> None:
    expected = "one\ntwo" if blank in "\v\f\r\x85\u2028\u2029" else "one two"

    assert quick_text(Body(f"<p>one {blank}{blank} two{blank}</p>")) == expected


def test_links_shortened_by_mastodon_read_as_mastodon_shows_them() -> None:
    html = (
        '<p>See <a href="https://a.example/b/c"><span class="invisible">https://</span>'
        '<span class="ellipsis">a.example/b</span><span class="invisible">/c</span></a></p>'
    )

    assert quick_text(Body(html)) == "See a.example/b…"


@pytest.mark.parametrize(
    "piece",
    ["<!--", "<a", "<a =\"='", "<script", "&", "<span class=invisible ", "<p>display:none ", "<p style='font-size:0"],
)
def test_quick_text_reads_a_megabyte_of_nonsense_once(piece: str) -> None:
    started = time.process_time()

    assert len(quick_text(Body(piece * (1_000_000 // len(piece))))) <= 1_000_000
    assert time.process_time() - started < 8  # read again for each of its tags it would be a minute
