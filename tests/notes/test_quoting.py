"""Quotes say whose words they are, and stay quotes whatever stands in them."""

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from arrowtui.model.document import Code, Document, Heading, ListBlock, ListItem, Paragraph, Picture, Rule, Span, Table
from arrowtui.notes.quoting import passages, quote


def spans(text: str) -> tuple[Span, ...]:
    return (Span(text),)


def test_the_pieces_of_a_text_one_by_one() -> None:
    document = Document(
        (
            Heading(1, spans("Head")),
            Paragraph((Span("One "), Span("thing", link=0))),
            Picture("a picture"),
            Rule(),
            ListBlock((ListItem(None, (Paragraph(spans("first")),)), ListItem(None, (Paragraph(spans("second")),)))),
            Code("x = 1\ny = 2"),
            Table(((spans("a"), spans("b")),)),
            Paragraph(spans("  ")),
        ),
        ("https://a.example/",),
    )

    assert passages(document) == ("Head", "One thing", "first", "second", "x = 1\ny = 2", "a | b")


def test_the_credit_names_author_title_and_link() -> None:
    text = quote(["One.", "Two\nlines."], "Ida Lund", "On [rotas]", "https://a.example/1")

    assert text == ("> One.\n>\n> Two\n> lines.\n>\n> — Ida Lund, [On \\[rotas\\]](<https://a.example/1>)\n\n")
    assert quote(["One."], None, "On rotas", None) == "> One.\n>\n> — On rotas\n\n"
    assert "Ida Lund, " not in quote(["One."], "ida lund", "Ida Lund on rotas", None), "a name is not said twice"


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4), st.text())
def test_all_of_it_stays_inside_the_quote(words: list[str], title: str) -> None:
    text = quote(words, None, title, None)
    top = [token.type for token in MarkdownIt().parse(text + "mine") if token.level == 0]

    assert top[-3:] == ["paragraph_open", "inline", "paragraph_close"] or top[-1] == "paragraph_close"
    assert all(line.startswith(">") or not line.strip() for line in text.split("\n"))
