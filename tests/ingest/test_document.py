"""Bodies as the world writes them become documents a person can read."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arrowtui.ingest.document import document
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
from arrowtui.model.wire import Body, Markup
from tests.ingest.reading import strings, text_of
from tests.ingest.test_text import TEXTS, trouble

BASE = "https://blog.example/2026/post"
STRONG = frozenset((Emphasis.STRONG,))
TAG_NAMES = (
    "p div b i a ul ol li table tr td th blockquote pre code h1 h2 img br hr span dl dt dd svg math script style "
    "template iframe video figure figcaption sup sub q abbr details summary noscript input ruby rt body html base font"
)
TAGS = TAG_NAMES.split()
ATTRIBUTES = [
    "",
    ' href="/x"',
    ' href="javascript:x"',
    ' src="a.png" alt="A\x1b[31m"',
    ' style="display:none"',
    ' style="font-size:0"',
    ' class="invisible"',
    " hidden",
    ' colspan="9" rowspan="99999"',
    ' start="-5" value="x"',
    ' width="1"',
    ' title="&#x202e;t"',
]
OPENED = st.builds(lambda tag, rest: f"<{tag}{rest}>", st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES))
CLOSED = st.sampled_from(TAGS).map(lambda tag: f"</{tag}>")
SOUP = st.lists(st.one_of(OPENED, OPENED, CLOSED, TEXTS, st.just("&#27;[2J"), st.just("&zwj;")), max_size=30).map(
    "".join
)


def html(text: str) -> Document:
    return document(Body(text, Markup.HTML, BASE))


def blocks(text: str) -> tuple[Block, ...]:
    return html(text).blocks


def paragraph(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def only_text(text: str) -> str:
    return text_of(blocks(text))


@settings(deadline=None)
@given(st.one_of(SOUP, TEXTS), st.sampled_from(Markup))
def test_anything_becomes_a_document_without_a_hostile_character(text: str, markup: Markup) -> None:
    made = document(Body(text, markup, BASE))

    for string in strings(made.blocks):
        assert trouble(string, "\n") == []
    for link in made.links:
        assert link.startswith(("https://", "http://", "mailto:")) and link.isascii() and link.isprintable()


@settings(deadline=None)
@given(SOUP)
def test_links_are_numbered_in_order_and_every_number_leads_somewhere(text: str) -> None:
    made = html(text)

    seen = list(dict.fromkeys(link for link in _links_in(made.blocks) if link is not None))
    assert len(set(made.links)) == len(made.links)
    assert all(0 <= link < len(made.links) for link in seen)


def _links_in(blocks: tuple[Block, ...]) -> list[int | None]:
    links: list[int | None] = []
    for block in blocks:
        match block:
            case Paragraph(spans) | Heading(_, spans):
                links += [span.link for span in spans]
            case ListBlock(items):
                links += [link for item in items for link in _links_in(item.blocks)]
            case Quote(inner):
                links += _links_in(inner)
            case Table(rows):
                links += [span.link for row in rows for cell in row for span in cell]
            case Picture(_, link):
                links.append(link)
    return links


@pytest.mark.parametrize(
    "tag", ["div", "b", "ul><li", "blockquote", "table><tr><td", "a href=x", "span", "font color=x"]
)
def test_a_hundred_thousand_nested_tags_are_read_at_once(tag: str) -> None:
    started = time.process_time()

    made = html(f"<{tag}>" * 100_000 + "core")

    assert only_text_of(made) == "core"
    assert time.process_time() - started < 8


def only_text_of(made: Document) -> str:
    return text_of(made.blocks).strip()


def test_many_attributes_and_formats_never_closed_are_no_trouble() -> None:
    started = time.process_time()

    attributes = html("<p " + " ".join(f"a{n}" for n in range(50_000)) + ">seen")
    formats = html("".join(f"<font a={n}>" for n in range(3_000)) + "<p>x" * 3_000)

    assert only_text_of(attributes) == "seen"
    assert only_text_of(formats).split() == ["x"] * 3_000
    assert time.process_time() - started < 8


def test_paragraphs_breaks_and_white_space_are_read_as_a_browser_does() -> None:
    assert blocks("<p> one\n  two </p>three<br>four<br><br>five &nbsp; six") == (
        paragraph("one two"),
        paragraph("three\nfour"),
        paragraph("five six"),
    )


def test_emphasis_nests_and_blanks_stand_outside_it() -> None:
    (block,) = blocks("a <b>bold <i>both</i> </b>b <code>c</code><s>d</s><mark>e</mark>")

    assert isinstance(block, Paragraph)
    assert [(span.text, sorted(span.emphasis)) for span in block.spans] == [
        ("a ", []),
        ("bold", ["strong"]),
        (" ", []),
        ("both", ["stress", "strong"]),
        (" b ", []),
        ("c", ["code"]),
        ("d", ["struck"]),
        ("e", ["marked"]),
    ]


def test_emphasis_by_style_counts_like_emphasis_by_tag() -> None:
    (block,) = blocks('<span style="font-weight: 700">a</span><b><span style="font-weight:normal">b</span></b>')

    assert block == Paragraph((Span("a", STRONG), Span("b")))


def test_headings_keep_their_level_and_lose_their_permalinks() -> None:
    assert blocks('<h2>Title <a class="anchor" href="#title">#</a></h2><h4><br>Two<br>lines</h4>') == (
        Heading(2, (Span("Title"),)),
        Heading(4, (Span("Two\nlines"),)),
    )


def test_lists_keep_their_numbers_and_nest() -> None:
    made = blocks("<ol start=3><li>a<li value=7>b<ul><li>c</ul></ol><ol reversed><li>x<li>y</ol>")

    inner = ListBlock((ListItem(None, (paragraph("c"),)),))
    assert made == (
        ListBlock((ListItem(3, (paragraph("a"),)), ListItem(7, (paragraph("b"), inner)))),
        ListBlock((ListItem(2, (paragraph("x"),)), ListItem(1, (paragraph("y"),)))),
    )


def test_what_stands_between_items_belongs_to_the_item_before() -> None:
    (block,) = blocks("<ul><li>a</li><ul><li>b</li></ul>stray</ul>")

    inner = ListBlock((ListItem(None, (paragraph("b"),)),))
    assert block == ListBlock((ListItem(None, (paragraph("a"), inner, paragraph("stray"))),))


def test_a_definition_list_is_a_list_of_terms_with_their_meanings() -> None:
    (block,) = blocks("<dl><dt>T<dd>D<dd>E<dt>U<dd>F</dl>")

    term, other = Paragraph((Span("T", STRONG),)), Paragraph((Span("U", STRONG),))
    assert block == ListBlock(
        (ListItem(None, (term, paragraph("D"), paragraph("E"))), ListItem(None, (other, paragraph("F"))))
    )


def test_quotes_by_tag_and_by_sign_are_quotes() -> None:
    assert blocks("<blockquote><p>a</p></blockquote><p>&gt; b</p><p>&gt;:-( c") == (
        Quote((paragraph("a"),)),
        Quote((paragraph("b"),)),
        paragraph(">:-( c"),
    )


def test_code_is_kept_to_the_letter() -> None:
    text = '<pre><code class="language-Python">\ndef f():\n\treturn  1 &lt; 2\n\n</code></pre>'

    assert blocks(text) == (Code("def f():\n    return  1 < 2", "python"),)


def test_code_of_highlighters_loses_its_line_numbers_and_nothing_else() -> None:
    text = '<pre><span class="lineno">1</span><div>a = 1</div><div>  b</div><br></pre>'

    assert blocks(text) == (Code("a = 1\n  b"),)


def test_a_table_of_data_is_a_table() -> None:
    text = "<table><caption>Cap<tr><th>A<th>B<tr><td>1<td><ul><li>x<li>y</ul><tr><td colspan=2>both</table>"
    caption, table = blocks(text)

    assert caption == Paragraph((Span("Cap", frozenset((Emphasis.STRESS,))),))
    assert isinstance(table, Table)
    assert table.head == 1
    assert [["".join(span.text for span in cell) for cell in row] for row in table.rows] == [
        ["A", "B"],
        ["1", "• x\n• y"],
        ["both", ""],
    ]


def test_a_cell_over_several_rows_pushes_its_neighbours_aside() -> None:
    (table,) = blocks("<table><tr><th>A<th>B<tr><td rowspan=2>x<td>1<tr><td>2</table>")

    assert isinstance(table, Table)
    assert [[cell[0].text if cell else "" for cell in row] for row in table.rows] == [["A", "B"], ["x", "1"], ["", "2"]]


def test_a_table_that_only_places_things_falls_apart() -> None:
    inner = "<table><tr><td><p>one</p><p>two</p></td></tr></table>"
    letter = f"<table role=presentation><tr><td><h1>Hi</h1>{inner}</td></tr></table>"

    assert blocks(letter) == (Heading(1, (Span("Hi"),)), paragraph("one"), paragraph("two"))
    assert only_text("<table><tr><td>Unsubscribe<td>View online</table>") == "Unsubscribe · View online"


def test_a_list_made_with_a_table_is_a_list() -> None:
    text = "<table><tr><td colspan=2>News<tr><td>•<td>one<tr><td>•<td>two</table>"
    item, other = ListItem(None, (paragraph("one"),)), ListItem(None, (paragraph("two"),))

    assert blocks(text) == (paragraph("News"), ListBlock((item, other)))


def test_small_pictures_in_a_row_share_a_line() -> None:
    image = '<a href="/{0}"><img src="{0}.png" alt="{0}"></a> '

    assert only_text("".join(map(image.format, ("One", "Two", "Three")))).replace("\xa0", " ") == (
        "[image: One] · [image: Two] · [image: Three]"
    )
    assert [type(block) for block in blocks("".join(map(image.format, ("One", "Two"))))] == [Picture, Picture]


def test_a_line_break_after_a_link_is_no_part_of_it() -> None:
    (block,) = blocks('<a href="/x">one </a><br>two <b>three<br></b>four')

    assert isinstance(block, Paragraph)
    assert [(span.text, span.link) for span in block.spans] == [
        ("one", 0),
        ("\ntwo ", None),
        ("three", None),
        ("\nfour", None),
    ]


def test_a_link_made_in_two_parts_is_one() -> None:
    made = html('<a href="/x">The</a> <a href="/x">End</a>')

    assert made.blocks == (Paragraph((Span("The End", link=0),)),)


def test_links_are_absolute_numbered_once_and_safe() -> None:
    made = html(
        'a <a href="/x">one</a> or <a href="https://blog.example/x">again</a> <a href="#f">here</a> '
        '<a href="javascript:x">no</a> <a href="mailto:ida@a.example">mail</a> <a href="/empty"></a>'
    )

    assert made.links == ("https://blog.example/x", "mailto:ida@a.example")
    (block,) = made.blocks
    assert isinstance(block, Paragraph)
    assert [(span.text, span.link) for span in block.spans] == [
        ("a ", None),
        ("one", 0),
        (" or ", None),
        ("again", 0),
        (" here no ", None),
        ("mail", 1),
    ]


def test_addresses_written_out_become_links() -> None:
    made = html("<p>Write to ida@news.example, or see https://form.example/a_(b). Not @ida@social.example")

    assert made.links == ("mailto:ida@news.example", "https://form.example/a_(b)")


def test_the_base_of_a_page_is_honoured() -> None:
    made = html(
        '<html><head><title>No</title><base href="https://other.example/d/"></head><body><a href="p">x</a></body>'
    )

    assert made == Document((Paragraph((Span("x", link=0),)),), ("https://other.example/d/p",))


def test_mastodon_links_read_as_mastodon_shows_them_and_lead_where_they_lead() -> None:
    made = html(
        '<p><a href="https://a.example/b/c"><span class="invisible">https://</span>'
        '<span class="ellipsis">a.example/b</span><span class="invisible">/c</span></a></p>'
    )

    assert made == Document((Paragraph((Span("a.example/b…", link=0),)),), ("https://a.example/b/c",))


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display: none">X</div>',
        '<div style="DISPLAY:NONE!important">X</div>',
        '<span style="visibility:hidden">X</span>',
        '<span style="font-size:0px">X</span>',
        '<span style="font-size: 1px; color: #ffffff">X</span>',
        '<div style="max-height:0;overflow:hidden">X</div>',
        "<p hidden>X</p>",
        '<i aria-hidden="true">X</i>',
        '<span class="sr-only">X</span>',
        "<script>X</script><style>X</style><template>X</template>",
        "<svg><title>X</title></svg>",
        "<select><option>X</select><textarea>X</textarea>",
        "<!-- X -->",
        '<div style="display:none"><table><tr><td><p>X</table></div>',
        "\u034f \u200c \u00ad" * 40,
    ],
)
def test_what_a_reader_of_the_page_does_not_see_is_left_out(hidden: str) -> None:
    assert only_text(f"<p>a</p>{hidden}<p>b</p>").split() == ["a", "b"]


def test_text_in_a_tiny_cell_is_seen_where_its_size_is_given_back() -> None:
    assert only_text('<div style="font-size:0">no <p style="font-size:13px">yes</p></div>') == "yes"


def test_pictures_are_named_by_their_description() -> None:
    made = html('<p><img src="a.png" alt="A cat"></p><p>see <a href="/b"><img src="b.png" alt="map"></a> there</p>')

    assert made.blocks == (
        Picture("A cat", 0),
        Paragraph((Span("see "), Span("[image:\xa0map]", link=1), Span(" there"))),
    )
    assert made.links == ("https://blog.example/2026/a.png", "https://blog.example/b")


@pytest.mark.parametrize(
    "image",
    [
        '<img src="t.gif" width="1" height="1">',
        '<img src="t.gif" style="width:1px;height:1px">',
        '<img src="line.png" alt="">',
        '<img src="https://a.example/spacer.gif">',
        '<img style="display:none" alt="x" src="y">',
    ],
)
def test_pixels_spacers_and_ornaments_are_no_pictures(image: str) -> None:
    assert blocks(f"<p>a</p>{image}") == (paragraph("a"),)


def test_pictures_that_stand_for_text_are_text() -> None:
    emoji = '<img class="emoji" alt="🎉" src="x"><img alt=":party:" src="y">'
    formula = r'<img class="latex" alt="x^{2} \leq \frac{a}{b}" src="z">'

    assert only_text(f"<p>hi {emoji} {formula}</p>") == "hi 🎉:party: x² ≤a/b"


def test_a_figure_keeps_its_picture_and_its_caption() -> None:
    picture, caption = blocks('<figure><img src="a.png" alt=""><figcaption>Cap</figcaption></figure>')

    assert picture == Picture("", 0)
    assert caption == Paragraph((Span("Cap", frozenset((Emphasis.STRESS,))),))


def test_what_a_terminal_cannot_show_is_a_line_with_a_link() -> None:
    made = html(
        '<iframe src="https://www.youtube.com/embed/x"></iframe><audio><source src="/a.mp3"></audio>'
        '<iframe src="https://form.example/"></iframe><video src="data:x"></video>'
    )

    assert only_text_of(made).split("\n") == [
        "[video: youtube.com]",
        "[audio: blog.example]",
        "[embedded: form.example]",
    ]
    assert made.links[1] == "https://blog.example/a.mp3"


def test_small_marks_of_text_survive() -> None:
    text = (
        '<abbr title="World Health Organization">WHO</abbr>, <q>so</q>, H<sub>2</sub>O, m<sup>2</sup>, 1<sup>st</sup>'
    )

    assert only_text(text) == "WHO (World Health Organization), “so”, H₂O, m², 1st"
    assert only_text("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>") == "漢(kan)"
    assert only_text("<input type=radio disabled> Nights<br><input type=checkbox checked> Days") == "○ Nights\n☑ Days"
    assert only_text("<details><summary>More</summary>inside</details>") == "More\ninside"
    assert only_text('<math alttext="a^2"><mi>a</mi></math>') == "a²"


def test_a_rule_is_kept_once() -> None:
    assert blocks("a<hr><hr>b") == (paragraph("a"), Rule(), paragraph("b"))


def test_html_escaped_once_too_often_is_read_all_the_same() -> None:
    assert blocks("&lt;p&gt;one &amp;amp; two&lt;/p&gt;&lt;p&gt;three") == (paragraph("one & two"), paragraph("three"))


def test_html_without_a_tag_keeps_its_lines() -> None:
    assert blocks("one &amp;\ntwo\n\nthree") == (paragraph("one &\ntwo"), paragraph("three"))


def test_elements_closed_as_in_xhtml_do_not_swallow_the_rest() -> None:
    assert only_text('<p>a</p><script src="x"/><a name="y"/><p>b</p>').split() == ["a", "b"]


def test_markdown_is_read_like_html() -> None:
    made = document(
        Body("# T\n\n1. a\n2. b\n\n> q\n\n```py\nx\n```\n\n|a|b|\n|-|-|\n|1|2|\n\n~~s~~ <b>h</b>", Markup.MARKDOWN)
    )

    assert [type(block) for block in made.blocks] == [Heading, ListBlock, Quote, Code, Table, Paragraph]
    assert made.blocks[3] == Code("x", "py")
    assert made.blocks[5] == Paragraph((Span("s", frozenset((Emphasis.STRUCK,))), Span(" "), Span("h", STRONG)))


def test_spoilers_of_lemmy_and_reddit_are_opened() -> None:
    made = document(Body("::: spoiler The end\nHe >!lives!< on\n:::", Markup.MARKDOWN))

    assert text_of(made.blocks) == "The end\nHe lives on"


def test_plain_text_has_paragraphs_quotes_bullets_and_rules() -> None:
    made = document(Body("Hi,\nIda\n\n> you said\n>> before\n\n- a\n- b\n\n------\nend", Markup.TEXT))

    assert made.blocks == (
        paragraph("Hi,\nIda"),
        Quote((paragraph("you said"),)),
        Quote((Quote((paragraph("before"),)),)),
        ListBlock((ListItem(None, (paragraph("a"),)), ListItem(None, (paragraph("b"),)))),
        Rule(),
        paragraph("end"),
    )


def test_lines_a_mail_program_broke_are_made_whole() -> None:
    broken = (
        "This is a letter whose lines were broken by a program after about\n"
        "seventy columns, as letters were for many years, and it is not hard\n"
        "to see that no person would have ended a line where this one ends,\n"
        "or the one above.\n\nBest,\nIda"
    )

    first, last = document(Body(broken, Markup.TEXT)).blocks
    assert first == paragraph(broken.partition("\n\n")[0].replace("\n", " "))
    assert last == paragraph("Best,\nIda")


@pytest.mark.parametrize(
    "text",
    [
        "Roses are red\nViolets are blue",
        "Looking for nurses who worked nights in a ward last winter, please\nDM me or write by Friday.",
    ],
)
def test_lines_an_author_broke_stay_as_they_are(text: str) -> None:
    assert document(Body(text, Markup.TEXT)).blocks == (paragraph(text),)
