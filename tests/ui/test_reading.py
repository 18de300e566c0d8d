"""A document set for any width: nothing too wide, nothing lost, nothing a terminal obeys."""

import re
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arrowtui.model.document import (
    Block,
    Code,
    Document,
    Emphasis,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Span,
    Table,
)
from arrowtui.ui.drawing.fit import cell_len
from arrowtui.ui.drawing.page import PageLine, Tone, cells
from arrowtui.ui.drawing.reading import is_long, set_document

WORDS = [
    *(
        [
            "a",
            "word",
            "well-known",
            "and/or",
            "漢字かな",
            "「括弧」。",
            "👩🏽\u200d💻",
            "❤️",
            "café",
            "नमस्ते",
            "[3]",
            "1\xa0000",
            "—",
            "…",
            "ﷺ",
            "한국어",
        ]
    ),
    *("x" * 30, "https://long.example/a/b?c=d&e=f", "ida@a.example"),
]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
BROKEN = st.lists(TEXTS, min_size=1, max_size=3).map("\n".join)
LINKS = st.one_of(st.none(), st.integers(min_value=0, max_value=120))
EMPHASES = st.frozensets(st.sampled_from(Emphasis))
SPANS = st.lists(st.builds(Span, BROKEN, EMPHASES, LINKS), min_size=1, max_size=4).map(tuple)
TABLES = st.integers(min_value=1, max_value=5).flatmap(
    lambda columns: st.builds(
        Table,
        st.lists(st.tuples(*[SPANS] * columns), min_size=1, max_size=4).map(tuple),
        st.integers(min_value=0, max_value=1),
    )
)
FLAT: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, SPANS),
    st.builds(Heading, st.integers(min_value=1, max_value=6), SPANS),
    st.builds(Code, BROKEN),
    st.builds(Picture, TEXTS, LINKS),
    st.just(Rule()),
)


def nested(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    blocks = st.lists(inner, min_size=1, max_size=3).map(tuple)
    items = st.lists(st.builds(ListItem, st.one_of(st.none(), st.integers(0, 1000)), blocks), min_size=1, max_size=3)
    return st.one_of(st.builds(Quote, blocks), st.builds(ListBlock, items.map(tuple)))


RUNNING = st.lists(st.recursive(FLAT, nested, max_leaves=6), max_size=4).map(lambda blocks: Document(tuple(blocks)))
ANY = st.lists(st.one_of(st.recursive(FLAT, nested, max_leaves=6), TABLES), max_size=4).map(
    lambda blocks: Document(tuple(blocks))
)


def paragraph(*spans: Span) -> Document:
    return Document((Paragraph(spans),))


def plain(lines: tuple[PageLine, ...]) -> list[str]:
    return ["".join(piece.text for piece in line) for line in lines]


def shown(document: Document, width: int = 40) -> list[str]:
    return plain(set_document(document, width))


def letters(block: Block) -> str:
    """Every letter and sign of a block in the order of reading, blanks left out."""
    match block:
        case Paragraph(spans) | Heading(_, spans):
            text = "".join(span.text for span in spans)
        case Quote(blocks):
            text = "".join(map(letters, blocks))
        case ListBlock(items):
            text = "".join(letters(inner) for item in items for inner in item.blocks)
        case Code(text):
            pass
        case Picture(alt):
            text = f"[image:{alt}]"
        case _:
            text = ""
    return "".join(text.split())


@settings(max_examples=80, deadline=None)
@given(ANY, st.integers(min_value=20, max_value=200))
def test_no_line_is_wider_than_asked_or_holds_a_control_character(document: Document, width: int) -> None:
    for line in set_document(document, width):
        assert cells(line) <= width
        whole = "".join(piece.text for piece in line)
        assert cell_len(whole) <= width
        assert not any(unicodedata.category(letter) == "Cc" for letter in whole)


@settings(max_examples=80, deadline=None)
@given(RUNNING, st.integers(min_value=20, max_value=200))
def test_nothing_is_lost_and_all_stays_in_order(document: Document, width: int) -> None:
    dropped = (Tone.NUMBER, Tone.BULLET, Tone.QUOTE, Tone.RULE)
    pieces = [piece for line in set_document(document, width) for piece in line if not set(piece.tones) & set(dropped)]
    found = "".join("".join(piece.text.split()) for piece in pieces if piece.text != "▪ ")

    assert found == "".join(map(letters, document.blocks))


@settings(max_examples=50, deadline=None)
@given(TABLES, st.integers(min_value=20, max_value=200))
def test_every_letter_of_a_table_is_somewhere(table: Table, width: int) -> None:
    found = "".join(plain(set_document(Document((table,)), width)))

    for row in table.rows[table.head :] if len(table.rows) > table.head else table.rows:
        for cell in row:
            for letter in set("".join("".join(span.text.split()) for span in cell)):
                assert letter in found


@pytest.mark.parametrize("width", range(1, 20))
def test_a_sliver_of_a_pane_is_no_reason_to_fail(width: int) -> None:
    deep: Block = Paragraph((Span("text " * 9),))
    for number in range(12):
        deep = ListBlock((ListItem(number, (Quote((deep,)),)),))

    assert "".join(shown(Document((deep,)), width)).count("t") == 18


def test_words_are_wrapped_at_blanks() -> None:
    assert shown(paragraph(Span("one two three four five six")), 20) == ["one two three four", "five six"]


def test_what_belongs_together_is_not_torn_apart() -> None:
    spans = (Span("see "), Span("the long link", link=4), Span(", too"))

    assert shown(paragraph(*spans), 20) == ["see the long", "link[5], too"]


def test_a_hard_blank_holds_its_words_together() -> None:
    assert shown(paragraph(Span("it costs about 10\xa0000 today")), 20) == ["it costs about", "10 000 today"]


def test_lines_of_the_author_are_kept() -> None:
    assert shown(paragraph(Span("one\ntwo\n\nthree"))) == ["one", "two", "", "three"]


def test_japanese_is_broken_between_signs_but_not_before_a_full_stop() -> None:
    lines = shown(paragraph(Span("漢字かな交じり文です。「括弧」も。")), 20)

    assert lines == ["漢字かな交じり文で", "す。「括弧」も。"]


def test_an_address_begins_a_line_of_its_own_and_is_broken_after_a_stroke() -> None:
    lines = shown(paragraph(Span("Please have a look at https://a.example/some/long/path/to/a/page.html today")), 40)

    assert lines == ["Please have a look at", "https://a.example/some/long/path/to/a/", "page.html today"]


def test_links_are_numbered_where_their_text_ends() -> None:
    document = paragraph(Span("a ", link=None), Span("bold", frozenset((Emphasis.STRONG,)), 0), Span(" link", link=0))
    (line,) = set_document(document, 40)

    assert [(piece.text, piece.link) for piece in line] == [("a ", None), ("bold", 0), (" link", 0), ("[1]", 0)]
    assert Tone.LINK in line[1].tones and Tone.STRONG in line[1].tones
    assert line[3].tones == (Tone.NUMBER,)


def test_headings_are_told_from_text_without_colour() -> None:
    document = Document(tuple(Heading(level, (Span("Head"),)) for level in (1, 2, 3)))

    assert shown(document) == ["Head", "━━━━", "Head", "────", "▪ Head"]


def test_lists_hang_and_their_numbers_stand_under_each_other() -> None:
    inner = ListBlock((ListItem(None, (Paragraph((Span("inner"),)),)),))
    items = (
        ListItem(9, (Paragraph((Span("nine and some more words"),)), inner)),
        ListItem(10, (Paragraph((Span("ten"),)),)),
    )

    assert shown(Document((ListBlock(items),)), 20) == [" 9. nine and some", "    more words", "    ◦ inner", "10. ten"]


def test_quotes_carry_a_bar_on_every_line() -> None:
    quote = Quote((Paragraph((Span("one"),)), Quote((Paragraph((Span("two"),)),))))

    assert shown(Document((quote,))) == ["▎ one", "▎", "▎ ▎ two"]


def test_code_keeps_its_blanks_and_long_lines_go_on_below() -> None:
    code = Code("if x:\n    return 'a rather long line'")

    assert shown(Document((code,)), 20) == ["  if x:", "      return 'a ", "↪ rather long line'"]
    assert shown(Document((Code(f"{'    ' * 5}{'x' * 20}"),)), 30) == ["  " + " " * 20 + "x" * 8, "↪ " + "x" * 12]


def test_tables_are_fitted_and_numbers_stand_at_the_right() -> None:
    def row(*texts: str) -> tuple[tuple[Span, ...], ...]:
        return tuple((Span(text),) if text else () for text in texts)

    table = Table((row("Name", "Count"), row("Alpha", "1,200"), row("Beta", "7"), row("", "12")), head=1)

    assert shown(Document((table,))) == ["Name   Count", "─────  ─────", "Alpha  1,200", "Beta       7", "          12"]


def test_a_row_with_one_cell_is_a_title_over_all_columns() -> None:
    def row(*texts: str) -> tuple[tuple[Span, ...], ...]:
        return tuple((Span(text),) if text else () for text in texts)

    table = Table((row("Results of the first quarter", ""), row("Alpha", "1"), row("Beta", "22")))

    assert shown(Document((table,))) == ["Results of the first quarter", "Alpha   1", "Beta   22"]


def test_a_table_too_wide_for_columns_is_stacked() -> None:
    def row(*texts: str) -> tuple[tuple[Span, ...], ...]:
        return tuple((Span(text),) for text in texts)

    table = Table(
        (row("Occupation", "Municipality", "Remuneration"), row("Gardener", "Heidelberg", "Expenses")), head=1
    )

    lines = shown(Document((table,)), 24)

    assert lines == ["Occupation: Gardener", "  Municipality:", "  Heidelberg", "  Remuneration: Expenses"]


def test_a_caption_stands_under_its_picture() -> None:
    caption = Paragraph((Span("A cat", frozenset((Emphasis.STRESS,))),))

    assert shown(Document((Picture("cat", 0), caption, Picture("", None)))) == [
        "[image: cat][1]",
        "A cat",
        "",
        "[image]",
    ]


def test_running_text_keeps_to_the_measure_while_code_may_be_wider() -> None:
    document = Document((Paragraph((Span("word " * 40),)), Code("x" * 90)))
    lines = set_document(document, 120, measure=60)

    assert max(cells(line) for line in lines[:-1]) <= 60
    assert cells(lines[-1]) == 92


def test_only_long_documents_are_set_behind_the_scenes() -> None:
    assert not is_long(paragraph(Span("short")))
    assert is_long(Document((Quote((Paragraph((Span("word " * 10_000),)),)),)))


def test_a_book_is_set_in_time_that_grows_with_its_length() -> None:
    lines = set_document(paragraph(Span("word " * 100_000, link=0), Span("x" * 100_000), Span("漢字" * 20_000)), 72)

    assert re.fullmatch(r"(word ){13}word", plain(lines)[0])
    assert len(lines) > 9_000


@pytest.mark.parametrize(
    "block",
    [
        Code("a" * 1_000_000),
        Code("ab " * 300_000),
        Code("漢" * 300_000),
        Code("👩\u200d" * 100_000),
        Paragraph((Span("a-b" * 300_000),)),
        Paragraph((Span("a@b." * 250_000),)),
        Paragraph((Span("漢" * 300_000),)),
    ],
    ids=["one line", "words", "ideographs", "one cluster", "hyphens", "addresses", "text"],
)
def test_a_line_of_a_million_letters_takes_no_longer_than_as_many_in_lines(block: Code | Paragraph) -> None:
    started = time.process_time()

    lines = set_document(Document((block,)), 100)

    text = block.text if isinstance(block, Code) else block.spans[0].text
    assert "".join(piece.text for line in lines for piece in line if Tone.BULLET not in piece.tones) == text
    assert time.process_time() - started < 8
