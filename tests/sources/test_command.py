"""Programs whose output is a source."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.model.errors_commands import NoItemsPrinted
from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.item import Item
from arrowtui.model.wire import Batch, Markup, Reply, Request
from arrowtui.sources.command import Command
from tests.fakes import NOON
from tests.sources.test_feed_golden import facts_of

ADDRESS = "command:~/bin/calls --since 'last week'"
RSS = "<rss version='2.0'><channel><title>Desk</title><item><title>One</title><link>https://a.example/1</link></item></channel></rss>"


def read(printed: str | bytes) -> Batch:
    raw = printed.encode() if isinstance(printed, str) else printed
    return Command().read(Reply(Request(ADDRESS), 200, "command:calls", {}, raw, NOON), (), "")


def items(printed: str | bytes, address: str = ADDRESS) -> list[Item]:
    arrival = Arrival("command", address, NOON, None)
    return [normalise(draft, arrival, order) for order, draft in enumerate(read(printed).drafts)]


def titles(printed: str | bytes) -> list[str]:
    return [item.title for item in items(printed)]


ONE = {"title": "Nurses wanted", "link": "https://a.example/1", "text": "Tell us", "date": "2026-11-20T10:00:00Z"}


class TestWhatIsUnderstood:
    @pytest.mark.parametrize(
        "printed",
        [
            json.dumps([ONE]),
            json.dumps({"items": [ONE]}),
            json.dumps({"title": "Calls", "items": [ONE]}),
            json.dumps(ONE),
            json.dumps(ONE) + "\n" + json.dumps({"title": "Second", "url": "https://a.example/2"}) + "\n",
            "\ufeff" + json.dumps([ONE], indent=2),
        ],
        ids=["array", "items", "titled", "one object", "lines", "mark"],
    )
    def test_json_items_in_any_of_the_usual_wrappings(self, printed: str) -> None:
        first = items(printed)[0]

        assert (first.title, first.link, first.text) == ("Nurses wanted", "https://a.example/1", "Tell us")

    @pytest.mark.parametrize(
        "printed", [RSS, '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>One</title></entry></feed>']
    )
    def test_a_feed(self, printed: str) -> None:
        assert titles(printed) == ["One"]

    def test_a_json_feed_keeps_all_it_says(self) -> None:
        feed = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "Desk",
            "items": [{"id": "1", "content_html": "<p>A &amp; B"}],
        }

        assert read(json.dumps(feed)).title == "Desk"
        assert items(json.dumps(feed))[0].text == "A & B"

    def test_every_field_an_item_may_have(self) -> None:
        said = {
            "id": 7, "title": "T", "url": "https://a.example/x", "markdown": "**bold**", "summary": "S",
            "author": {"name": "Ida"}, "published": 1795420800, "updated": 1795420800000, "language": "de", "image": "https://a.example/i.png",
            "comments": "https://a.example/c", "tags": ["calls", " calls ", "nurses"],
        }  # fmt: skip

        (draft,) = read(json.dumps([said])).drafts

        assert (draft.native_id, draft.author, draft.language, draft.categories) == (
            "7",
            "Ida",
            "de",
            ("calls", "nurses"),
        )
        assert draft.body is not None
        assert draft.body.markup is Markup.MARKDOWN
        assert draft.published_at == draft.updated_at == datetime(2026, 11, 23, 8, tzinfo=UTC)
        assert draft.attachments[0].link == "https://a.example/i.png"

    def test_nothing_at_all_is_said_as_an_empty_list(self) -> None:
        assert read("[]").drafts == read('{"items": []}').drafts == ()

    @pytest.mark.parametrize("date", [-5, 0, 1e300, "soon", "", None, True, {}])
    def test_a_date_that_is_none_is_no_date(self, date: object) -> None:
        assert items(json.dumps([{**ONE, "date": date}]))[0].published_at is None


class TestWhatIsNotUnderstood:
    @pytest.mark.parametrize(
        "printed",
        ["", "   \n", "done\n", "<html><p>hello", "{", "[", "[1, 2]", '{"error": "no network"}', '{"items": 3}', "null",
         '[{}]', b"\xff\xfe\x00", "[" * 100_000],
    )  # fmt: skip
    def test_it_is_told_and_never_taken_for_nothing_new(self, printed: str | bytes) -> None:
        with pytest.raises(NoItemsPrinted) as caught:
            read(printed)

        assert "calls" in caught.value.headline()

    def test_a_line_that_is_no_item_costs_only_itself_and_is_counted(self) -> None:
        batch = read(json.dumps(ONE) + "\nwarning: slow\n{}\n" + json.dumps({"title": "Second"}))

        assert len(batch.drafts) == 2
        assert batch.notices == ("2 of 4 items it printed say nothing, or are too many.",)

    def test_a_field_of_the_wrong_type_costs_only_itself(self) -> None:
        assert titles(json.dumps([{**ONE, "author": 3, "tags": "x", "text": ["y"]}])) == ["Nurses wanted"]


def test_items_without_an_id_are_the_same_at_every_run_and_apart_between_programs() -> None:
    printed = json.dumps([{"title": "A"}, {"title": "B"}])

    assert [item.key for item in items(printed)] == [item.key for item in items(printed)]
    assert not {item.key for item in items(printed)} & {item.key for item in items(printed, "command:other")}


def test_no_part_of_a_command_line_shows_in_what_is_stored() -> None:
    printed = json.dumps([{"title": "A"}, {"title": "B", "link": "https://a.example/b"}])

    keys = [item.key for item in items(printed, "command:tool --token s3cret")]

    assert not any("s3cret" in key or "tool" in key for key in keys)


def test_hostile_output_reaches_a_reader_clean() -> None:
    (item,) = items(json.dumps([{"title": "Bad\x1b]0;x\x07 \u202eidea [/b]", "link": "javascript:alert(1)"}]))

    assert item.title == "Bad idea [/b]"
    assert item.link is None


class TestAddress:
    def test_it_is_run_as_it_stands_and_never_conditionally(self) -> None:
        request = Command().first(ADDRESS, (), "")

        assert (request.address, request.conditional) == (ADDRESS, False)

    @pytest.mark.parametrize("address", ["command:", "command:  ", "command:'open", "https://a.example/", "exec:x"])
    def test_what_is_no_command_line_is_told(self, address: str) -> None:
        with pytest.raises(UnfitAddress):
            Command().first(address, (), "")

    @pytest.mark.parametrize(
        "typed", ["command:~/bin/calls -n 3", "exec:~/bin/calls -n 3", " Command: ~/bin/calls -n 3"]
    )
    def test_it_is_recognised_as_typed_here_and_in_newsboat(self, typed: str) -> None:
        (found,) = Command().recognise(typed)

        assert (found.wish.kind, found.wish.address) == ("command", "command:~/bin/calls -n 3")
        assert found.words == "what the program calls prints"
        assert found.is_sure

    @pytest.mark.parametrize("typed", ["command", "commander: hi", "exec:", "command:'", "https://a.example/command:x"])
    def test_nothing_else_is(self, typed: str) -> None:
        assert Command().recognise(typed) == ()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["title", "items", "name", "id"]), inner, max_size=3)
    ),
    max_leaves=8,
)
NAMES = st.sampled_from(
    ["id", "title", "link", "url", "html", "text", "date", "published", "author", "tags", "image", "items"]
)


@given(st.lists(st.dictionaries(NAMES, VALUES, max_size=6), max_size=5), st.booleans())
def test_any_json_is_read_or_refused(said: list[dict[str, object]], as_lines: bool) -> None:
    printed = "\n".join(map(json.dumps, said)) if as_lines else json.dumps(said)

    try:
        found = items(printed)
    except NoItemsPrinted:
        return

    assert all(item.title for item in found)
    assert len({item.key for item in found}) == len(found)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(printed: bytes) -> None:
    try:
        read(printed)
    except NoItemsPrinted:
        return


GOLDEN = Path(__file__).parent / "golden" / "command"


@pytest.mark.parametrize("case", sorted(GOLDEN.iterdir()), ids=lambda case: case.name)
def test_an_output_becomes_its_items(case: Path) -> None:
    found = [
        {name: value for name, value in facts_of(item) if value not in (None, [], ())}
        for item in items((case / "printed.json").read_bytes())
    ]

    assert found == json.loads((case / "items.json").read_text(encoding="utf-8"))
