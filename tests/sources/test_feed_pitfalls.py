"""What real feeds get wrong, and what a reader still sees."""

from datetime import UTC, datetime

import pytest

from arrowtui.model.errors_fetching import UnreadableReply
from arrowtui.model.wire import Body, Draft, Markup
from arrowtui.sources.feeds.parse import parse

HERE = "https://desk.example/feeds/all.xml"
SPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss" '
    'xmlns:atom="http://www.w3.org/2005/Atom"'
)


def drafts(document: str | bytes, content_type: str = "") -> tuple[Draft, ...]:
    return parse(document.encode() if isinstance(document, str) else document, HERE, content_type).drafts


def rss(inside: str, before: str = "", root: str = f'<rss version="2.0" {SPACES}>') -> str:
    return f"{before}{root}<channel><title>T</title><link>https://desk.example/</link>{inside}</channel></rss>"


def only(inside: str) -> Draft:
    (draft,) = drafts(rss(f"<item>{inside}</item>"))
    return draft


def title_of(inside: str) -> Body | None:
    return only(f"<title>{inside}</title>").title


@pytest.mark.parametrize(
    "before",
    [
        "\n\n",
        "\ufeff",
        '\n  <?xml version="1.0"?>',
        "<br />\n<b>Warning</b>: fopen() in /srv/x.php on line 3<br />\n<?xml version='1.0' encoding='utf-8'?>",
        '<!-- made by hand --><?xml version="1.0"?>',
        '<?xml version="1.0"?>\n<?xml version="1.0" encoding="utf-8"?>',
        '<?xml?xml version="1.0" ??>',
        '<?xml-stylesheet href="x.xsl"?><!-- a --><!-- b -->',
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">',
        '<!DOCTYPE rss [<!ENTITY desk "Desk"><!ELEMENT rss ANY>]>',
    ],
)
def test_what_stands_before_the_feed_is_passed_over(before: str) -> None:
    (draft,) = drafts(rss("<item><title>One</title></item>", before))

    assert draft.title == Body("One", Markup.TEXT)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Caf&eacute;&nbsp;&mdash;&hellip;", "Café\xa0—…"),
        ("Q&A with AT&T", "Q&A with AT&T"),
        ("a &unknown; b", "a &unknown; b"),
        ("It&#146;s", "It’s"),
        ("#" * 150 + " It&#146;s &#8217;", "#" * 150 + " It’s ’"),
        ("bell\x07 and \x1besc", "bell and esc"),
        ("nul &#0; and &#x1B; and &#xFFFF;", "nul  and  and"),
        ("A&#X42;C", "ABC"),
        ("5 &lt; 6", "5 < 6"),
    ],
)
def test_broken_references_and_control_characters_are_mended(written: str, read: str) -> None:
    assert title_of(written) == Body(read, Markup.TEXT)


def test_a_bare_ampersand_inside_cdata_stays_as_it_is() -> None:
    draft = only("<title>R&D</title><link><![CDATA[https://desk.example/?a=1&b=2]]></link>")

    assert draft.link == "https://desk.example/?a=1&b=2"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("AT&amp;amp;T", Body("AT&T", Markup.TEXT)),
        ("Don&amp;#8217;t", Body("Don’t", Markup.TEXT)),
        ("&lt;b&gt;Bold&lt;/b&gt; words", Body("<b>Bold</b> words", Markup.HTML)),
        ("&amp;lt;i&amp;gt;Twice&amp;lt;/i&amp;gt;", Body("<i>Twice</i>", Markup.HTML)),
        ("How to use &lt;div&gt;", Body("How to use <div>", Markup.TEXT)),
        ("Vec&lt;T&gt; and &lt;/grin&gt;", Body("Vec<T> and </grin>", Markup.TEXT)),
        ("[red]x[/]", Body("[red]x[/]", Markup.TEXT)),
        ("Words in <b>real</b> markup", Body("Words in <b>real</b> markup", Markup.HTML)),
    ],
)
def test_a_title_is_decoded_once_and_markup_only_where_known_elements_close(written: str, read: Body) -> None:
    assert title_of(written) == read


def test_an_atom_title_is_what_it_says_it_is() -> None:
    feed = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title type="{}">{}</title></entry></feed>'
    titles = {
        kind: drafts(feed.format(kind, "&lt;b&gt;x&lt;/b&gt; &amp;amp;"))[0].title
        for kind in ("text", "html", "text/html")
    }

    assert titles["text"] == Body("<b>x</b> &amp;", Markup.TEXT)
    assert titles["html"] == titles["text/html"] == Body("<b>x</b> &amp;", Markup.HTML)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("plain\n\n  words", Body("plain\n\n  words", Markup.TEXT, HERE)),
        ("set\n      by the\n      XML", Body("set by the XML", Markup.TEXT, HERE)),
        ("a &amp;amp; b", Body("a & b", Markup.TEXT, HERE)),
        ("&lt;p&gt;x&lt;/p&gt;", Body("<p>x</p>", Markup.HTML, HERE)),
        ("&amp;lt;p&amp;gt;x&amp;lt;/p&amp;gt;", Body("<p>x</p>", Markup.HTML, HERE)),
        ("See <b>this</b>: <i>that</i>", Body("See <b>this</b>: <i>that</i>", Markup.HTML, HERE)),
        ("5 &lt; 8", Body("5 < 8", Markup.TEXT, HERE)),
    ],
)
def test_a_description_may_be_text_html_or_html_escaped_too_often(written: str, read: Body) -> None:
    draft = only(f"<link>{HERE}</link><description>{written}</description>")

    assert draft.body == read


def test_a_guid_that_is_no_address_never_becomes_the_link() -> None:
    assert only("<guid>desk-5</guid>").link is None
    assert only('<guid isPermaLink="true">tag:desk.example,2026:5</guid>').link is None


def test_a_guid_that_is_an_address_stands_in_for_a_missing_link() -> None:
    assert only("<guid>https://desk.example/5</guid>").link == "https://desk.example/5"
    draft = only('<guid isPermaLink="false">https://desk.example/?p=5</guid><link>https://desk.example/five</link>')
    assert draft.link == "https://desk.example/five"


def test_without_guid_the_link_is_the_id_and_without_link_what_the_item_says() -> None:
    assert only("<link>https://desk.example/5</link>").native_id == "https://desk.example/5"
    first, again, other = only("<title>A</title>"), only("<title>A</title>"), only("<title>B</title>")
    assert first.native_id == again.native_id != other.native_id


def test_items_that_share_a_guid_are_told_apart_whatever_their_order() -> None:
    items = [f"<item><guid>same</guid><link>https://d.example/{n}</link><title>{n}</title></item>" for n in range(3)]

    forth, back = drafts(rss("".join(items))), drafts(rss("".join(reversed(items))))

    assert len({draft.native_id for draft in forth}) == 3
    assert {draft.native_id for draft in forth} == {draft.native_id for draft in back}


def test_the_same_item_twice_in_one_document_is_one() -> None:
    item = "<item><guid>1</guid><link>https://d.example/1</link><title>One</title></item>"

    assert len(drafts(rss(item + item))) == 1


def test_of_several_states_of_an_atom_entry_the_newest_stays() -> None:
    entry = "<entry><id>urn:1</id><title>{0}</title><updated>2026-11-2{0}T00:00:00Z</updated></entry>"
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{"".join(map(entry.format, (1, 3, 2)))}</feed>'

    (draft,) = drafts(feed)

    assert draft.native_id == "urn:1"
    assert draft.title == Body("3", Markup.TEXT)


def test_no_date_is_invented_from_ids_or_numbers() -> None:
    draft = only(
        "<title>2019-03-04</title><guid>https://desk.example/2021/05/06/20210506</guid>"
        "<description>1520932969</description>"
    )

    assert (draft.published_at, draft.updated_at) == (None, None)


@pytest.mark.parametrize("date", ["yesterday", "Thu, 99 Jun 2009 12:00:00 GMT", "0", "n/a", "", "2026-13-01"])
def test_a_date_that_is_none_is_unknown(date: str) -> None:
    assert only(f"<title>x</title><pubDate>{date}</pubDate>").published_at is None


def test_an_unreadable_date_gives_way_to_a_readable_one() -> None:
    draft = only("<pubDate>soon</pubDate><dc:date>2026-11-20</dc:date>")

    assert draft.published_at == datetime(2026, 11, 20, tzinfo=UTC)


def test_relative_links_lead_from_where_the_site_is() -> None:
    draft = only("<link>/5</link><description>&lt;a href='6'&gt;six&lt;/a&gt;</description>")

    assert draft.link == "https://desk.example/5"
    assert draft.body is not None and draft.body.base == "https://desk.example/5"


def test_xml_base_is_followed_through_every_level() -> None:
    (draft,) = drafts(
        """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/x/"><entry xml:base="y/"><id>1</id>
        <link href="5"/><content type="html" xml:base="z/">&lt;a href="6"&gt;six&lt;/a&gt;</content></entry></feed>"""
    )

    assert draft.link == "https://a.example/x/y/5"
    assert draft.body is not None and draft.body.base == "https://a.example/x/y/z/"


def test_atom_inside_rss_and_wrong_addresses_of_spaces_are_understood() -> None:
    draft = only(
        '<atom:link rel="alternate" href="https://desk.example/5"/><atom:updated>2026-11-20T00:00:00Z</atom:updated>'
        '<media:thumbnail url="https://desk.example/t.png"/>'
    )

    assert draft.link == "https://desk.example/5"
    assert draft.updated_at == datetime(2026, 11, 20, tzinfo=UTC)
    assert [attachment.link for attachment in draft.attachments] == ["https://desk.example/t.png"]


def test_prefixes_nobody_declared_mean_what_they_usually_mean() -> None:
    (draft,) = drafts("<rss><channel><item><title>x</title><dc:creator>Ida</dc:creator></item></channel></rss>")

    assert draft.author == "Ida"


def test_prefixes_do_not_count_only_spaces_do() -> None:
    (draft,) = drafts(
        '<rss xmlns:media="http://purl.org/dc/elements/1.1/"><channel><item><media:creator>Ida</media:creator></item>'
        "</channel></rss>"
    )

    assert draft.author == "Ida"


def test_elements_in_mixed_case_are_understood() -> None:
    (draft,) = drafts("<RSS><Channel><Item><Title>x</Title><PUBDATE>2026-11-20</PUBDATE></Item></Channel></RSS>")

    assert draft.title == Body("x", Markup.TEXT)
    assert draft.published_at == datetime(2026, 11, 20, tzinfo=UTC)


@pytest.mark.parametrize("cut", [150, 260, 330])
def test_a_feed_cut_off_in_the_middle_gives_what_had_arrived(cut: int) -> None:
    document = rss("".join(f"<item><title>Item number {n}</title><guid>{n}</guid></item>" for n in range(5)))

    found = drafts(document[: len(SPACES) + cut])

    assert found[0].title == Body("Item number 0", Markup.TEXT)


def test_tag_soup_is_left_to_the_forgiving_parser_without_losing_items() -> None:
    items = "".join(
        f"<item><title>Item <b>{n}</title><link>https://d.example/{n}</link><description>a < b <br> c</item>"
        for n in range(4)
    )

    found = drafts(rss(items))

    assert [draft.link for draft in found] == [f"https://d.example/{n}" for n in range(4)]


def test_external_entities_are_never_read() -> None:
    document = (
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>a &x; b</title></item>'
        "</channel></rss>"
    )

    (draft,) = drafts(document)

    assert draft.title == Body("a &x; b", Markup.TEXT)


@pytest.mark.parametrize(
    "before",
    ["", "\ufeff", " \n", '<?xml version="1.0"?>\n', "<!-- <rss> -->", '\ufeff<?xml version="1.0"?><?a ?><!---->\n'],
)
def test_entities_are_never_expanded(before: str) -> None:
    bomb = "".join(f'<!ENTITY e{n + 1} "&e{n};&e{n};&e{n};&e{n};&e{n};&e{n};&e{n};&e{n};">' for n in range(12))
    feed = '<rss><channel><item a="&e12;"><title>&e12;</title></item></channel></rss>'
    document = f'{before}<!DOCTYPE rss [<!ENTITY e0 "ha">{bomb}]>{feed}'

    (draft,) = drafts(document)

    assert draft.title is not None and len(draft.title.text) < 100


def test_an_element_with_a_flood_of_attributes_is_read_without_them() -> None:
    flood = " ".join(f'a{number}="x"' for number in range(100_000))  # lxml alone would take minutes to list them

    (draft,) = drafts(rss(f"<item {flood}><title>Read</title><enclosure {flood}/></item>"))

    assert draft.title is not None and draft.title.text == "Read"


def test_a_feed_of_more_than_ten_megabytes_is_read_to_its_end() -> None:
    padding = f"<item><description>{'x' * 1_000_000}</description></item>" * 11

    found = drafts(rss(f"{padding}<item><title>Last</title><link>last</link></item>"))

    assert (found[-1].title, found[-1].link) == (Body("Last", Markup.TEXT), "https://desk.example/last")


def test_a_page_in_place_of_a_feed_is_refused_even_when_it_speaks_of_feeds() -> None:
    with pytest.raises(UnreadableReply):
        drafts("<!DOCTYPE html><html><body><pre>&lt;rss&gt;&lt;item&gt;</pre></body></html>")


def test_the_longer_text_wins_when_the_full_one_is_a_stub() -> None:
    (draft,) = drafts(
        '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><description>'
        f"{'Words. ' * 40}</description><content:encoded>Read on</content:encoded></item></channel></rss>"
    )

    assert draft.body is not None and draft.body.text.startswith("Words. Words.")
    assert draft.summary is not None and draft.summary.text == "Read on"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("<author>ida@desk.example (Ida Lund)</author>", "Ida Lund"),
        ("<author>Ida Lund &lt;ida@desk.example&gt;</author>", "Ida Lund"),
        ("<author>ida@desk.example</author>", "ida@desk.example"),
        ("<author><name>Ida</name><email>ida@desk.example</email></author>", "Ida"),
        ("<dc:creator>Ida</dc:creator><dc:creator>Bo</dc:creator>", "Ida, Bo"),
        ("<author> </author>", None),
    ],
)
def test_an_author_is_a_name_where_there_is_one(written: str, name: str | None) -> None:
    assert only(written).author == name


def test_an_element_with_an_impossible_name_costs_nothing_but_its_name() -> None:
    written = "<item><guid>1</guid><description>one <b:00>two</b:00> three</description></item>"

    (draft,) = parse(f"<rss><channel>{written}</channel></rss>".encode(), HERE, "").drafts

    assert draft.body is not None
    assert draft.body.text == "one <span>two</span> three"


def test_namespaces_of_the_feed_do_not_leak_into_texts() -> None:
    (draft,) = drafts(
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:h="http://www.w3.org/1999/xhtml"><entry><id>1</id>'
        '<content type="xhtml"><h:div><h:p>One<h:br/>two</h:p></h:div></content></entry></feed>'
    )

    assert draft.body is not None and draft.body.text == "<p>One<br>two</p>"
