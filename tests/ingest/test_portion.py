"""A text far too long to be set while a person waits is shown in part, and all of it when she asks."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.ingest.document import document
from arrowtui.ingest.portion import LINE, PORTION, beginning, beginning_of_page
from arrowtui.model.document import ListBlock, Paragraph, Table
from arrowtui.model.wire import Body, Markup
from tests.ingest.reading import text_of

MANY = 50_000
ROWS = "".join(f"<tr><td>n{number}<td>word<td>{number}</tr>" for number in range(MANY))
LINKS = "".join(f'<p><a href="https://x.example/{number}">link {number}</a></p>' for number in range(MANY))
LONG = {
    "table": Body(f"<table><tr><th>a<th>b<th>c</tr>{ROWS}</table>"),
    "lists": Body("<ul><li>x" * MANY),
    "quotes": Body("<blockquote>x</blockquote>" * MANY),
    "links": Body(LINKS),
    "footnotes": Body("".join(f'<p>t<sup><a href="#f{n}">{n}</a></sup></p>' for n in range(MANY))),
    "word": Body("<p>" + "a" * 1_000_000),
    "pictures": Body("".join(f'<img src="https://x.example/{n}.png" alt="picture {n}">' for n in range(MANY))),
    "code": Body("<pre>" + "a" * 2_000_000),
    "text": Body("word\n" * MANY, Markup.TEXT),
    "one line": Body("a" * 1_000_000, Markup.TEXT),
    "markdown": Body("x\n\n" * MANY, Markup.MARKDOWN),
    "typed": Body("a <b " * 2 * MANY, Markup.MARKDOWN),
}


@pytest.mark.parametrize("name", LONG)
def test_what_is_made_of_too_much_begins_and_says_that_it_is_a_part(name: str) -> None:
    made = document(LONG[name], PORTION)

    assert made.is_part
    assert 1_000 < len(text_of(made.blocks)) <= 4 * PORTION
    assert len(made.blocks) <= PORTION / LINE + 1
    assert len(made.links) <= PORTION / LINE + 1


def test_a_table_begins_as_it_does_when_it_is_whole() -> None:
    (part,), (whole,) = document(LONG["table"], PORTION).blocks, document(LONG["table"]).blocks

    assert isinstance(part, Table)
    assert isinstance(whole, Table)
    assert len(part.rows) > 1_000
    assert part.head == whole.head == 1
    assert part.rows[:-1] == whole.rows[: len(part.rows) - 1]
    assert len(whole.rows) == MANY + 1


@pytest.mark.parametrize("markup", Markup)
def test_what_a_person_writes_is_never_cut(markup: Markup) -> None:
    book = (
        "<p>A paragraph of a long essay, with one hundred and twenty letters or so, as people write them down.\n\n"
        * 500
    )
    body = Body(book, markup)

    assert document(body, PORTION) == document(body)


def test_what_is_open_where_a_page_is_cut_is_closed() -> None:
    first, _ = document(Body(f"<p>Hi</p><ul><li>{'word ' * MANY}<li>{'more ' * MANY}</ul><p>end"), PORTION).blocks

    assert first == Paragraph(document(Body("Hi")).blocks[0].spans)  # type: ignore[union-attr]  # it is a paragraph
    assert isinstance(document(Body("<ul><li>" + "word " * MANY * 2), PORTION).blocks[0], ListBlock)


@given(st.text(alphabet="ab\n", max_size=400), st.integers(min_value=1, max_value=2_000))
def test_the_beginning_is_a_beginning_and_within_its_means(text: str, most: int) -> None:
    part = beginning(text, most)

    assert text.startswith(part)
    assert len(part) <= most
    assert part == text or len(text) + LINE * text.count("\n") > most


def test_a_page_is_not_cut_in_the_middle_of_a_tag() -> None:
    assert beginning_of_page("ab<i title='x'>c" + "d" * 100, 3) == "ab"
    assert beginning_of_page("ab<i>c" + "d" * 100, 2) == "ab<i>cdd"
    assert beginning_of_page("ab<i>", 2) == "ab<i>"


def test_cells_that_reach_far_down_and_choices_are_read_at_once() -> None:
    started = time.process_time()

    rows = "<tr><td rowspan=1000 colspan=20>a<td>b<td>c</tr>" * 20_000
    made = document(Body(f"<table><tr><th>a<th>b<th>c</tr>{rows}</table><select>{'<option>x' * 60_000}</select><p>end"))

    assert made.blocks[-1] == document(Body("end")).blocks[0]
    assert time.process_time() - started < 8
