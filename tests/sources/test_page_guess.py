"""Selectors proposed for a page: repeated structure found, menus and sidebars passed over."""

from pathlib import Path

import pytest

from arrowtui.model.errors_fetching import UnreadableReply
from arrowtui.sources.page import Page
from arrowtui.sources.pages.guess import proposals
from arrowtui.sources.pages.tree import page_of
from tests.sources.test_page import FOLDER, reply_of

MENU = (
    "<nav><ul class=menu>" + "".join(f"<li><a href=/{n}>Section number {n}</a></li>" for n in range(12)) + "</ul></nav>"
)
FOOT = "<footer>" + "".join(f"<p><a href=/l{n}>Legal matter {n}</a></p>" for n in range(8)) + "</footer>"
CALLS = [
    "Night nurses: how do you sleep?",
    "Did school meals get dearer?",
    "Ferry commuters, tell us",
    "Bakers who bake by night",
]
MORE = "We are looking for people who can tell us what happened to them this year."


def around(inside: str) -> str:
    return f"<!doctype html><html><head><title>Calls</title></head><body>{MENU}{inside}{FOOT}</body></html>"


def each(pattern: str, start: int = 0, end: int = 4) -> str:
    told = list(enumerate(CALLS))[start:end]
    return "".join(pattern.format(title=title, n=n, more=MORE, day=20 - n) for n, title in told)


def around_each(tag: str, pattern: str) -> str:
    return tag + each(pattern) + f"</{tag.strip('<>').split()[0]}>"


POST = """<article id="post-{n}77" class="post-{n}77 post type-post status-publish"><header>
<h2 class="entry-title"><a href="/c/{n}">{title}</a></h2>
<div class="meta"><time class="entry-date" datetime="2026-11-{day}T08:00:00Z">x</time></div></header>
<div class="entry-content"><p>{more}</p></div></article>"""
HASHED = """<div class="Item_root__a8Xk2"><span class="Item_date__9kd2F">{day} Nov 2026</span>
<a class="Item_link__q3Pd1" href="/c/{n}">{title}</a></div>"""
OPEN = '<div class="call call--open"><h3><a href="/c/{n}">{title}</a></h3></div>'
IN_MONTH = '<p class=call><a href="/c/{n}">{title}</a></p>'
WIDGETS = "".join(
    f'<div class="widget-item"><h3><a href="/w{n}">Widely read this week, {n}</a></h3></div>' for n in range(9)
)


CARD = '<div class="card p-4"><h3><a href="/c/{n}">{title}</a></h3><p>{more}</p></div>'
ROW = '<tr><td>{day} Nov 2026</td><td><a href="/c/{n}">{title}</a></td><td>open</td></tr>'
KICKER = '<div class=teaser><h4>Health</h4><p class=head><a href="/c/{n}">{title}</a></p></div>'
NOW, BEFORE = each(IN_MONTH, 2), each(IN_MONTH, 0, 2)

SHAPES = {
    "cards": around_each("<div class='grid mt-4'>", CARD),
    "list": around_each("<ul>", '<li><a href="/c/{n}">{title}</a> <span>{day} November 2026</span></li>'),
    "table": around_each("<table>", ROW),
    "wrapped": around_each("<main>", '<a class="sc-bdVaJa" href="/c/{n}"><h2>{title}</h2><p>{more}</p></a>'),
    "wordpress": around_each("<main id=main>", POST),
    "kicker": around_each("<section>", KICKER),
    "hashed": around_each("<div>", HASHED),
    "states": around_each("<div>", OPEN).replace("call--open", "call--closed", 1),
    "months": f"<h2>Now</h2><div class=month>{NOW}</div><h2>Before</h2><div>{BEFORE}</div>",
    "definitions": around_each("<dl>", '<dt><a href="/c/{n}">{title}</a></dt><dd>{more}</dd>'),
    "sidebar": around_each("<div id=content>", OPEN) + f'<div class="sidebar"><h3>Popular now</h3>{WIDGETS}</div>',
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_list_of_a_page_is_proposed_first(shape: str) -> None:
    best = proposals(page_of(reply_of(around(SHAPES[shape]))))[0]

    assert sorted(draft.title.text for draft in best.drafts if draft.title) == sorted(CALLS)
    assert sorted(draft.link or "" for draft in best.drafts) == [f"https://desk.example/c/{n}" for n in range(4)]


@pytest.mark.parametrize("shape", ["list", "table", "wordpress", "hashed"])
def test_dates_are_found(shape: str) -> None:
    best = proposals(page_of(reply_of(around(SHAPES[shape]))))[0]

    assert [draft.published_at and draft.published_at.day for draft in best.drafts] == [20, 19, 18, 17]


@pytest.mark.parametrize("shape", ["cards", "wrapped", "wordpress"])
def test_the_words_below_a_title_are_found(shape: str) -> None:
    best = proposals(page_of(reply_of(around(SHAPES[shape]))))[0]

    assert dict(best.pairs)["text"]
    assert all(draft.body and MORE in draft.body.text for draft in best.drafts)


@pytest.mark.parametrize("shape", SHAPES)
def test_names_a_build_tool_made_are_not_built_upon(shape: str) -> None:
    selectors = " ".join(value for _, value in proposals(page_of(reply_of(around(SHAPES[shape]))))[0].pairs)

    for name in ("__a8Xk2", "__9kd2F", "__q3Pd1", "--", "sc-", "mt-4", "p-4", "77", "post-"):
        assert name not in selectors


@pytest.mark.parametrize("shape", SHAPES)
def test_what_was_proposed_reads_the_next_state_of_the_page(shape: str) -> None:
    body = around(SHAPES[shape])
    best = proposals(page_of(reply_of(body)))[0]

    batch = Page().read(reply_of(body.replace("Bakers who bake by night", "Bakers who bake at dawn")), best.pairs, "")

    assert "Bakers who bake at dawn" in [draft.title.text for draft in batch.drafts if draft.title]


def test_a_real_looking_newsroom_is_understood() -> None:
    reply = reply_of((FOLDER / "callouts" / "reply.html").read_bytes())

    best = proposals(page_of(reply))[0]

    assert [draft.title.text for draft in best.drafts if draft.title][:2] == [
        "Night-shift nurses: how do you sleep?",
        "Did the price of school meals change where you live?",
    ]
    assert len(best.drafts) == 3
    assert best.drafts[0].published_at is not None


@pytest.mark.parametrize(
    "body",
    ["<p>One page of words only.</p>", "", "<ul><li><a href=/>Home</a><li><a href=/a>About</a></ul>", "<h1>A</h1>"],
)
def test_where_nothing_repeats_nothing_is_proposed(body: str) -> None:
    assert proposals(page_of(reply_of(f"<html><body>{body}</body></html>"))) == ()


def test_the_corpus_is_gone_through_without_a_fault(corpus: Path) -> None:
    for file in sorted((corpus / "html").rglob("*.html")):
        try:
            page = page_of(reply_of(file.read_bytes()))
        except UnreadableReply:
            continue
        for proposal in proposals(page):
            again = Page().read(reply_of(file.read_bytes()), proposal.pairs, "")
            assert [draft.native_id for draft in again.drafts] == [draft.native_id for draft in proposal.drafts]
