"""The ways a page without a feed could be watched."""

import pytest

from arrowtui.model.errors_fetching import NotThere, UnreadableReply
from arrowtui.model.errors_pages import BadOption, BadSelector, NoTextThere, PageRebuilt
from arrowtui.services.proposing import Proposing
from tests.fakes import FakeWire

HERE = "https://desk.example/callouts"
HTML = {"Content-Type": "text/html"}
CALLS = ("Nurses who work at night", "Parents of twins, tell us", "Bakers who bake by night", "Ferry commuters wanted")
LIST = "".join(f'<div class="call"><h3><a href="/{n}">{title}</a></h3></div>' for n, title in enumerate(CALLS))
PAGE = f"<html><head><title>Call-outs\x1b[31m</title></head><body><main><h1>Call-outs</h1>{LIST}</main></body></html>"


@pytest.fixture
def proposing(wire: FakeWire) -> Proposing:
    return Proposing(wire, {HERE})


async def test_a_list_is_proposed_with_what_it_would_bring_and_the_whole_page_last(
    proposing: Proposing, wire: FakeWire
) -> None:
    wire.answers(HERE, PAGE, headers=HTML)

    first, *_, last = await proposing.look("desk.example/callouts")

    assert (first.wish.kind, first.wish.address, first.title) == ("page", HERE, "Call-outs")
    assert dict(first.wish.options)["item"] == "div.call"
    assert first.openings == CALLS[:3]
    assert first.words == "4 items, without dates: item div.call, title h3, link a"
    assert first.is_known
    assert last.wish.options == ()
    assert last.words == "the page as a whole: an item whenever its words change"
    assert last.openings == ("Call-outs", *CALLS[:2])


async def test_a_page_of_words_can_only_be_watched_as_a_whole(proposing: Proposing, wire: FakeWire) -> None:
    wire.answers(HERE, "<html><body><h1>Opening hours</h1><p>Monday to Friday from nine</p>", headers=HTML)

    (found,) = await proposing.look(HERE)

    assert (found.wish.options, found.title) == ((), "Opening hours")


async def test_selectors_of_ones_own_are_tried(proposing: Proposing, wire: FakeWire) -> None:
    wire.answers(HERE, PAGE, headers=HTML)

    (found,) = await proposing.look(HERE, (("item", ".call"), ("title", "a")))
    (part,) = await proposing.look(HERE, (("part", "h1"),))

    assert found.openings == CALLS[:3]
    assert found.wish.options == (("item", ".call"), ("title", "a"))
    assert part.openings == ("Call-outs",)


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ((("item", ".gone"),), PageRebuilt),
        ((("item", ".."),), BadSelector),
        ((("itme", ".call"),), BadOption),
        ((("part", "#gone"),), PageRebuilt),
    ],
)
async def test_selectors_that_do_not_work_are_told(
    proposing: Proposing, wire: FakeWire, options: tuple[tuple[str, str], ...], error: type[Exception]
) -> None:
    wire.answers(HERE, PAGE, headers=HTML)

    with pytest.raises(error):
        await proposing.look(HERE, options)


@pytest.mark.parametrize(
    ("body", "status", "error"),
    [
        ("", 404, NotThere),
        ('<html><body><div id="root"></div>', 200, NoTextThere),
        ("%PDF-1.7", 200, UnreadableReply),
    ],
)
async def test_what_cannot_be_watched_is_told(
    proposing: Proposing, wire: FakeWire, body: str, status: int, error: type[Exception]
) -> None:
    wire.answers(HERE, body, status=status, headers=HTML)

    with pytest.raises(error):
        await proposing.look(HERE)


async def test_a_page_that_moved_for_good_is_watched_at_its_new_place(proposing: Proposing, wire: FakeWire) -> None:
    wire.answers(HERE, PAGE, headers=HTML, final="https://new.example/", moved_to="https://new.example/")

    assert {one.wish.address for one in await proposing.look(HERE)} == {"https://new.example/"}
