"""Pages without a feed whose items are told apart by selectors."""

import contextlib
import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import UnreadableReply
from arrowtui.model.errors_pages import BadOption, BadSelector, NoTextThere, PageRebuilt
from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch, Reply, Request
from arrowtui.sources.page import Page
from arrowtui.sources.pages.dates import date_of
from tests.fakes import NOON
from tests.sources.test_feed_golden import facts_of

FOLDER = Path(__file__).parent / "golden" / "page"
CASES = sorted(case for case in FOLDER.iterdir() if case.is_dir())
HERE = "https://desk.example/callouts/"
LIST = (
    '<html><body><div class="c"><h3><a href="/1">One call</a></h3></div><div class="c"><h3>Two</h3></div></body></html>'
)
Options = tuple[tuple[str, str], ...]


def reply_of(body: str | bytes, content_type: str = "text/html", address: str = HERE) -> Reply:
    raw = body.encode() if isinstance(body, str) else body
    return Reply(Request(address), 200, address, {"content-type": content_type}, raw, NOON)


def read(body: str | bytes, memory: str = "", content_type: str = "text/html", **options: str) -> Batch:
    return Page().read(reply_of(body, content_type), tuple(options.items()), memory)


def titles(batch: Batch) -> list[str]:
    return [draft.title.text if draft.title else "" for draft in batch.drafts]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_page_becomes_its_items(case: Path) -> None:
    address = f"https://{case.name}.example/list/"
    reply = reply_of((case / "reply.html").read_bytes(), "text/html", address)
    options = tuple(json.loads((case / "options.json").read_text()).items())

    batch = Page().read(reply, options, "")
    arrival = Arrival("page", address, NOON, batch.language)
    items = [normalise(draft, arrival, order) for order, draft in enumerate(batch.drafts)]
    found = {
        "title": batch.title,
        "language": batch.language,
        "notices": list(batch.notices),
        "items": [{name: value for name, value in facts_of(item) if value not in (None, [], ())} for item in items],
    }

    if os.environ.get("ARROWTUI_WRITE_GOLDEN"):
        text = json.dumps(found, indent=1, ensure_ascii=False) + "\n"
        (case / "items.json").write_text(text, encoding="utf-8")
    assert found == json.loads((case / "items.json").read_text(encoding="utf-8"))


def test_it_asks_once_conditionally_and_for_html() -> None:
    request = Page().first(HERE, (("item", "li"),), "")

    assert (request.address, request.method, request.conditional) == (HERE, "GET", True)
    assert request.headers["Accept"].startswith("text/html")


@pytest.mark.parametrize("address", ["ftp://desk.example/", "desk.example", "command:x", ""])
def test_only_a_web_address_is_a_page(address: str) -> None:
    with pytest.raises(UnfitAddress):
        Page().first(address, (), "")


class TestARebuiltPageIsAFailure:
    """Never an empty list: the person would think there was nothing new."""

    @pytest.mark.parametrize(
        ("options", "what"),
        [
            ({"item": ".gone"}, "item"),
            ({"item": ".c", "title": "h5"}, "title"),
            ({"item": ".c", "link": "a.more"}, "link"),
            ({"item": ".c", "text": "p.teaser"}, "text"),
            ({"part": "#gone"}, "part"),
        ],
    )
    def test_a_selector_that_fits_nothing_is_told_by_name(self, options: dict[str, str], what: str) -> None:
        with pytest.raises(PageRebuilt) as caught:
            read(LIST, **options)

        assert (caught.value.what, caught.value.host) == (what, "desk.example")

    def test_items_that_say_nothing_are_a_failure_too(self) -> None:
        with pytest.raises(PageRebuilt):
            read('<body><div class="c"></div><div class="c"><img src="x.png"></div>', item=".c")

    def test_one_item_without_its_title_element_does_not_fail_the_rest(self) -> None:
        assert titles(read(LIST, item=".c", title="h3 a")) == ["One call", "Two"]

    def test_a_page_that_says_it_has_none_is_believed_where_its_words_are_known(self) -> None:
        body = "<body><p>No call-outs\n at the moment.</p></body>"

        assert read(body, item=".c", empty="no call-outs at the moment").drafts == ()
        with pytest.raises(PageRebuilt):
            read(body, item=".c", empty="nothing today")


class TestOptions:
    @pytest.mark.parametrize("selector", ["..", "li:first", "a::text", "[", ":not(" * 400])
    @pytest.mark.parametrize("option", ["item", "title", "link", "date", "text", "part"])
    def test_what_is_no_selector_is_told(self, option: str, selector: str) -> None:
        others = {"item": ".c"} if option not in ("item", "part") else {}

        with pytest.raises(BadSelector) as caught:
            read(LIST, **{**others, option: selector})

        assert caught.value.option == option

    @pytest.mark.parametrize("option", [("titel", "h3"), ("day_first", "perhaps")])
    def test_what_is_misspelt_is_told_before_anything_is_asked(self, option: tuple[str, str]) -> None:
        with pytest.raises(BadOption):
            Page().first(HERE, (option,), "")

    def test_options_of_every_kind_are_left_alone(self) -> None:
        assert Page().first(HERE, (("base", "http://127.0.0.1:1/"),), "").address == HERE


class TestDates:
    @pytest.mark.parametrize(
        ("text", "day_first", "day"),
        [
            ("3 November 2026", None, "2026-11-03"),
            ("Posted on 3 November 2026", None, "2026-11-03"),
            ("Published: Nov 3, 2026 |", None, "2026-11-03"),
            ("Veröffentlicht am 3. November 2026", None, "2026-11-03"),
            ("3.11.2026", None, "2026-11-03"),
            ("25/11/2026", None, "2026-11-25"),
            ("11/25/2026", None, "2026-11-25"),
            ("03/11/2026", True, "2026-11-03"),
            ("03/11/2026", False, "2026-03-11"),
            ("03/03/2026", None, "2026-03-03"),
            ("2026-11-03", None, "2026-11-03"),
        ],
    )
    def test_what_is_clear_is_read(self, text: str, day_first: bool | None, day: str) -> None:
        assert date_of(text, day_first) == datetime.fromisoformat(day).replace(tzinfo=UTC)

    @pytest.mark.parametrize(
        "text", ["03/11/2026", "soon", "3 hours ago", "by the health desk", "", "Tuesday", "31/02/2026"]
    )
    def test_what_is_not_clear_is_no_date(self, text: str) -> None:
        assert date_of(text, None) is None

    def test_dates_that_can_be_read_two_ways_are_told(self) -> None:
        body = "<ul><li>A call for bakers <i>3/11/2026</i></li><li>A call for nurses <i>4/11/2026</i></li></ul>"

        batch = read(body, item="li", date="i")

        assert {draft.published_at for draft in batch.drafts} == {None}
        assert "day_first" in batch.notices[0]


class TestFailures:
    @pytest.mark.parametrize(
        ("body", "content_type"),
        [
            (b"%PDF-1.7 binary", "application/pdf"),
            (b'{"items": []}', "application/json"),
            (b"plain words", "text/plain"),
            (b"", "text/html"),
            (b"\x89PNG\r\n", "image/png"),
            (b'<?xml version="1.0"?><rss><channel/></rss>', "application/rss+xml"),
        ],
    )
    def test_what_is_no_page_is_refused(self, body: bytes, content_type: str) -> None:
        with pytest.raises(UnreadableReply):
            read(body, content_type=content_type, item="li")

    @pytest.mark.parametrize(
        "body",
        [
            "<div>" * 50_000,
            "<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">",
            "".join(f"<p><b id=x{n}>x" for n in range(3_000)),
        ],
        ids=["depth", "attributes", "formatting"],
    )
    def test_what_would_keep_a_parser_busy_for_minutes_is_refused(self, body: str) -> None:
        with pytest.raises(UnreadableReply):
            read(f"<html><body>{body}", item="p")

    def test_a_page_cut_off_in_the_middle_gives_what_it_has(self) -> None:
        assert titles(read(LIST[: LIST.index("Two")], item=".c"))[0] == "One call"

    def test_a_page_that_shows_nothing_without_scripts_is_told(self) -> None:
        with pytest.raises(NoTextThere):
            read('<html><body><div id="root"></div><script>start()</script></body></html>')


def test_hostile_words_reach_a_reader_clean() -> None:
    body = '<ul><li><a href="javascript:alert(1)">Bad\x1b[31m \u202eidea [/b]</a></li><li><a href="/2">B</a></li></ul>'

    batch = read(body, item="li")
    item = normalise(batch.drafts[0], Arrival("page", HERE, NOON, None), 0)

    assert item.title == "Bad idea [/b]"
    assert item.link == HERE


def test_one_item_on_two_pages_of_a_site_is_one() -> None:
    first, second = read(LIST, item=".c").drafts, replace(reply_of(LIST), address="https://desk.example/all/")
    again = Page().read(second, (("item", ".c"),), "").drafts

    def keys(drafts: tuple[object, ...], address: str) -> list[str]:
        return [normalise(draft, Arrival("page", address, NOON, None), 0).key for draft in drafts]  # type: ignore[arg-type]

    here, there = keys(first, HERE), keys(again, "https://desk.example/all/")
    assert here[0] == there[0]
    assert here[1] != there[1]


PIECES = (
    "<ul>", "<li class=c>", "</li>", "<a href='", "/1'>", "#'>", "</a>", "<h3>", "</h3>", "words ", "<time datetime=",
    "2026-11-03>", "<table>", "<td>", "<svg>", "<template>", "<!--", "-->", "<base href=//[>", "\x00", "é", "<script>",
    "<p hidden>",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30), st.booleans(), st.text(max_size=30))
def test_any_page_is_read_or_refused(pieces: list[str], is_list: bool, memory: str) -> None:
    options = {"item": ".c", "date": "time"} if is_list else {}

    try:
        batch = read("<html><body>" + "".join(pieces), memory, **options)
    except FetchError:
        return

    ids = [draft.native_id for draft in batch.drafts]
    assert len(ids) == len(set(ids))
    assert all(ids)


@given(st.binary(max_size=300), st.text(max_size=30))
def test_any_bytes_are_read_or_refused(body: bytes, content_type: str) -> None:
    with contextlib.suppress(FetchError):
        read(b"<html><p>" + body, content_type=content_type, item="p")
