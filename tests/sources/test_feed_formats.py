"""Every make of feed, by hand: what a reader needs of it is there."""

from datetime import UTC, datetime

import pytest

from arrowtui.model.errors_fetching import UnreadableReply
from arrowtui.model.wire import Attachment, Batch, Body, Markup, Medium
from arrowtui.sources.feeds.parse import parse

HERE = "https://desk.example/feeds/all.xml"


def read(document: str) -> Batch:
    return parse(document.encode(), HERE, "")


RSS_20 = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"
 xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Press desk</title><link>https://desk.example/</link><description>All &amp;amp; sundry</description>
<language>en-gb</language><ttl>60</ttl><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
<skipHours><hour>0</hour><hour>24</hour><hour>7</hour></skipHours><skipDays><day>Saturday</day></skipDays>
<atom:link rel="self" href="https://desk.example/feed.xml"/>
<item><title>Five ways to answer a call</title><link>https://desk.example/5</link>
<guid isPermaLink="false">desk-5</guid><pubDate>Mon, 23 Nov 2026 08:15:00 +0000</pubDate>
<dc:creator>Ida Lund</dc:creator><category>pitching</category><category>press</category><category>press</category>
<comments>https://desk.example/5#comments</comments><slash:comments>3</slash:comments>
<description>Short &lt;b&gt;teaser&lt;/b&gt;</description>
<content:encoded><![CDATA[<p>Body <img src="/a.png" alt="chart"></p>]]></content:encoded>
<enclosure url="https://desk.example/5.mp3" type="audio/mpeg" length="91200"/>
<media:content url="https://desk.example/t.png" medium="image"><media:description>Ida at her desk</media:description>
</media:content></item></channel></rss>"""


def test_rss_20_gives_all_it_says() -> None:
    batch = read(RSS_20)

    (draft,) = batch.drafts
    assert (batch.title, batch.site_link, batch.language) == ("Press desk", "https://desk.example/", "en-gb")
    assert batch.description == "All & sundry"
    assert (draft.native_id, draft.link, draft.author) == ("desk-5", "https://desk.example/5", "Ida Lund")
    assert draft.title == Body("Five ways to answer a call", Markup.TEXT)
    assert draft.body == Body('<p>Body <img src="/a.png" alt="chart"></p>', Markup.HTML, "https://desk.example/5")
    assert draft.summary == Body("Short <b>teaser</b>", Markup.HTML, "https://desk.example/5")
    assert draft.published_at == datetime(2026, 11, 23, 8, 15, tzinfo=UTC)
    assert draft.categories == ("pitching", "press")
    assert draft.comments_link == "https://desk.example/5#comments"
    assert draft.counts.replies == 3
    assert draft.attachments == (
        Attachment("https://desk.example/5.mp3", Medium.AUDIO, "audio/mpeg", size_bytes=91200),
        Attachment("https://desk.example/t.png", Medium.IMAGE, alt="Ida at her desk"),
    )


def test_the_publishers_wishes_about_polling_are_kept() -> None:
    batch = read(RSS_20)

    assert batch.interval_hint_s == 6 * 3600  # four times a day is longer than the ttl of an hour
    assert batch.skip_hours == {0, 7}
    assert batch.skip_days == {5}


ATOM_10 = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"
 xml:base="https://n.example/blog/" xml:lang="da">
<id>tag:n.example,2026:f</id><title type="html">Notes &amp;amp; tips</title><updated>2026-11-22T20:00:00Z</updated>
<link rel="self" href="f.atom"/><link href="./"/><author><name>Bo</name><uri>https://bo.example/</uri></author>
<entry xml:lang="en"><id>tag:n.example,2026:e9</id><title type="html">Reply &amp;lt;3</title>
<updated>2026-11-22T20:00:00.5+01:00</updated><published>2026-11-21T20:00:00Z</published>
<link href="e9"/><link rel="replies" type="text/html" href="e9#talk"/>
<thr:in-reply-to ref="tag:n.example,2026:e1"/><thr:total>2</thr:total>
<category term="tip" label="Tips"/><category term="press"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Yes &amp; <em>no</em>.</p></div></content></entry>
<entry><id>tag:n.example,2026:e8</id><title>Plain</title><updated>2026-11-20T20:00:00Z</updated>
<author><name>Uma</name></author><link rel="enclosure" href="e8.mp4" type="video/mp4" length="7"/>
<link rel="alternate" href="https://n.example/e8"/><summary>Only a summary</summary></entry></feed>"""


def test_atom_10_gives_all_it_says() -> None:
    batch = read(ATOM_10)

    first, second = batch.drafts
    assert (batch.title, batch.site_link, batch.language) == ("Notes & tips", "https://n.example/blog/", "da")
    assert (first.native_id, first.link) == ("tag:n.example,2026:e9", "https://n.example/blog/e9")
    assert first.title == Body("Reply <3", Markup.TEXT)
    assert first.body == Body("<p>Yes &amp; <em>no</em>.</p>", Markup.HTML, "https://n.example/blog/")
    assert first.published_at == datetime(2026, 11, 21, 20, tzinfo=UTC)
    assert first.updated_at == datetime(2026, 11, 22, 19, 0, 0, 500_000, tzinfo=UTC)
    assert first.parent_id == "tag:n.example,2026:e1"
    assert first.comments_link == "https://n.example/blog/e9#talk"
    assert (first.counts.replies, first.language, first.categories) == (2, "en", ("Tips", "press"))
    assert (first.author, second.author) == ("Bo", "Uma")
    assert second.published_at is None
    assert second.body == Body("Only a summary", Markup.TEXT, "https://n.example/blog/")
    assert second.attachments == (Attachment("https://n.example/blog/e8.mp4", Medium.VIDEO, "video/mp4", size_bytes=7),)


def test_atom_03_is_read_with_its_old_names() -> None:
    batch = read(
        """<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Old</title><tagline>Still here</tagline>
        <entry><title mode="escaped" type="text/html">A &amp;lt;b&amp;gt;bold&amp;lt;/b&amp;gt; step</title>
        <id>tag:o.example,2004:1</id><issued>2004-04-20T00:23:47Z</issued><modified>2004-04-21T00:00:00Z</modified>
        <link rel="alternate" type="text/html" href="https://o.example/1"/>
        <content type="text/html" mode="base64">PHA+SGVsbG88L3A+</content></entry></feed>"""
    )

    (draft,) = batch.drafts
    assert batch.description == "Still here"
    assert draft.title == Body("A <b>bold</b> step", Markup.TEXT)  # escaped twice over: it speaks of the tag
    assert draft.body == Body("<p>Hello</p>", Markup.HTML, "https://o.example/1")
    assert draft.published_at == datetime(2004, 4, 20, 0, 23, 47, tzinfo=UTC)
    assert draft.updated_at == datetime(2004, 4, 21, tzinfo=UTC)


@pytest.mark.parametrize(
    "space", ["http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://purl.org/rss/1.0"]
)
def test_rdf_has_its_items_beside_the_channel(space: str) -> None:
    batch = read(
        f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="{space}"
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
        <channel rdf:about="https://r.example/"><title>R</title><link>https://r.example/</link>
        <items><rdf:Seq><rdf:li rdf:resource="https://r.example/1"/></rdf:Seq></items></channel>
        <item rdf:about="https://r.example/1"><title>One</title><link>https://r.example/1</link>
        <description>Short</description><content:encoded>&lt;p&gt;Long&lt;/p&gt;</content:encoded>
        <dc:date>2026-11-20T10:00:00+01:00</dc:date><dc:subject>press</dc:subject></item></rdf:RDF>"""
    )

    (draft,) = batch.drafts
    assert (batch.title, batch.site_link) == ("R", "https://r.example/")
    assert (draft.native_id, draft.link, draft.categories) == ("https://r.example/1", "https://r.example/1", ("press",))
    assert draft.body is not None and draft.body.text == "<p>Long</p>"
    assert draft.published_at == datetime(2026, 11, 20, 9, tzinfo=UTC)


def test_rss_11_is_read() -> None:
    batch = read(
        """<Channel xmlns="http://purl.org/net/rss1.1#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        rdf:about="https://e.example/rss"><title>Eleven</title><link>https://e.example/</link>
        <items rdf:parseType="Collection"><item rdf:about="https://e.example/1"><title>One</title>
        <link>https://e.example/1</link></item></items></Channel>"""
    )

    assert batch.title == "Eleven"
    assert [draft.link for draft in batch.drafts] == ["https://e.example/1"]


def test_cdf_is_read() -> None:
    batch = read(
        """<CHANNEL HREF="https://c.example/"><TITLE>Desktop</TITLE><ABSTRACT>News</ABSTRACT>
        <ITEM HREF="https://c.example/1" LASTMOD="1998-11-05T22:05-08:00"><TITLE>One</TITLE>
        <ABSTRACT>First</ABSTRACT></ITEM></CHANNEL>"""
    )

    (draft,) = batch.drafts
    assert (batch.title, batch.site_link, batch.description) == ("Desktop", "https://c.example/", "News")
    assert draft.link == "https://c.example/1"
    assert draft.body is not None and draft.body.text == "First"
    assert draft.published_at == datetime(1998, 11, 6, 6, 5, tzinfo=UTC)


JSON_11 = """{"version":"https://jsonfeed.org/version/1.1","title":"Micro","home_page_url":"https://m.example/",
"next_url":"https://m.example/feed.json?before=7","authors":[{"name":"Uma","url":"/uma"}],"language":"en","items":[
{"id":"8","url":"https://m.example/8","content_text":"No title here","date_published":"2026-11-21T10:00:00+01:00",
"tags":["tip"],"image":"/8.png","attachments":[{"url":"/8.mp3","mime_type":"audio/mpeg","size_in_bytes":91200}]},
{"id":7,"external_url":"https://else.example/","title":"A link","content_html":"<p>x</p>","summary":"y"}]}"""


def test_json_feed_11_gives_all_it_says() -> None:
    batch = read(JSON_11)

    first, second = batch.drafts
    assert (batch.title, batch.site_link, batch.language, batch.ended) == ("Micro", "https://m.example/", "en", False)
    assert (first.native_id, first.title, first.author) == ("8", None, "Uma")
    assert first.body == Body("No title here", Markup.TEXT, "https://m.example/8")
    assert first.published_at == datetime(2026, 11, 21, 9, tzinfo=UTC)
    assert first.attachments == (
        Attachment("https://m.example/8.mp3", Medium.AUDIO, "audio/mpeg", size_bytes=91200),
        Attachment("https://m.example/8.png", Medium.IMAGE),
    )
    assert (second.native_id, second.link) == ("7", "https://else.example/")
    assert second.body == Body("<p>x</p>", Markup.HTML, "https://else.example/")


def test_older_pages_of_a_feed_are_not_asked_for() -> None:
    assert read(JSON_11).follow == ()


def test_a_json_feed_may_end() -> None:
    assert read('{"version":"https://jsonfeed.org/version/1","title":"T","expired":true,"items":[]}').ended


def test_fields_of_a_wrong_type_cost_neither_item_nor_feed() -> None:
    batch = read(
        """{"version":"https://jsonfeed.org/version/1","title":["no"],"items":[
        {"id":"1","title":"One","tags":"not a list","authors":{"name":"Al"},"date_published":5}, 17,
        {"id":"2","title":"Two","author":{"name":"Bo"}}]}"""
    )

    assert batch.title is None
    assert [(draft.native_id, draft.author) for draft in batch.drafts] == [("1", "Al"), ("2", "Bo")]


def test_an_emoji_cut_in_half_costs_one_character() -> None:
    (draft,) = read(
        '{"title":"T","items":[{"id":"1","title":"cut \\ud83d","content_text":"\\ud83d\\ude00","n":NaN}]}'
    ).drafts

    assert draft.title == Body("cut ?", Markup.TEXT)
    assert draft.body == Body("😀", Markup.TEXT, HERE)


def test_a_podcast_tells_how_long_it_is() -> None:
    batch = read(
        """<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>P</title>
        <item><title>Ep</title><itunes:author>Ida</itunes:author><itunes:duration>1:02:05</itunes:duration>
        <enclosure url="https://p.example/1" type="audio/mpeg" length="0"/></item></channel></rss>"""
    )

    (draft,) = batch.drafts
    assert draft.attachments == (Attachment("https://p.example/1", Medium.AUDIO, "audio/mpeg", duration_s=3725),)
    assert (draft.link, draft.author) == ("https://p.example/1", "Ida")


def test_a_single_atom_entry_is_a_feed_of_one() -> None:
    batch = read('<entry xmlns="http://www.w3.org/2005/Atom"><id>urn:x</id><title>Alone</title></entry>')

    assert [draft.native_id for draft in batch.drafts] == ["urn:x"]


@pytest.mark.parametrize(
    "document",
    [
        '<rss version="2.0"><channel><title>New</title></channel></rss>',
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>New</title></feed>',
        '{"version":"https://jsonfeed.org/version/1.1","title":"New","items":[]}',
    ],
)
def test_a_feed_without_items_is_empty_not_unreadable(document: str) -> None:
    batch = read(document)

    assert (batch.title, batch.drafts) == ("New", ())


@pytest.mark.parametrize(
    "document",
    [
        "",
        "   \n",
        "<!DOCTYPE html><html><head><title>Log in</title></head><body>Please</body></html>",
        "<html><body>parked</body></html>",
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
        "Just a moment...",
        '{"error":"rate limited"}',
        "[1, 2, 3]",
        "null",
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://x.example/</loc></url></urlset>',
        '<opml version="2.0"><body><outline text="x"/></body></opml>',
    ],
)
def test_what_is_no_feed_is_refused(document: str) -> None:
    with pytest.raises(UnreadableReply) as caught:
        read(document)

    assert caught.value.host == "desk.example"
