"""A page watched as a whole: an item for each change, none for noise."""

from datetime import timedelta

import msgspec
import pytest

from arrowtui.ingest.normalise import Arrival, normalise
from arrowtui.ingest.text import quick_text
from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch
from arrowtui.sources.page import Page
from arrowtui.sources.pages.noise import is_noise, sense
from tests.fakes import NOON
from tests.sources.test_page import HERE, read, reply_of

HEAD = "<html><head><title>Help us report</title></head><body><nav><a href=/>Home</a></nav><main>"
OLD = "<h1>Help us report</h1><p>Open call-outs</p><p>Nurses: how do you sleep?</p><p>Deadline: 5 December</p>"


def page(inside: str, around: str = "") -> str:
    return f"{HEAD}{inside}</main><footer>{around}</footer></body></html>"


def after(old: str, new: str, **options: str) -> Batch:
    """What the second poll says of a page that was `old` at the first."""
    first = read(page(old), **options)
    assert first.drafts == ()
    assert first.memory
    return read(page(new), first.memory, **options)


def told(batch: Batch) -> list[str]:
    (draft,) = batch.drafts
    assert draft.body is not None
    return quick_text(draft.body).split("\n")


def lines(batch: Batch) -> list[str]:
    return [line for line in told(batch) if line.strip()]


def test_the_first_poll_only_remembers() -> None:
    batch = read(page(OLD))

    assert (batch.drafts, batch.title) == ((), "Help us report")


def test_a_change_is_an_item_with_what_went_and_what_came() -> None:
    new = OLD.replace("5 December", "12 December") + '<p>Bakers <a href="form">wanted</a> &lt;b&gt;</p>'

    batch = after(OLD, new)

    assert lines(batch) == [
        "Nurses: how do you sleep?",
        "− Deadline: 5 December",
        "+ Deadline: 12 December",
        "+ Bakers wanted <b>",
    ]
    (draft,) = batch.drafts
    item = normalise(draft, Arrival("page", HERE, NOON, None), 0)
    assert item.title == "Help us report: Deadline: 12 December"
    assert item.link == HERE
    assert item.published_at is None
    assert draft.body is not None
    assert '<a href="form">wanted</a>' in draft.body.text


def test_each_change_is_an_item_of_its_own_even_back_and_forth() -> None:
    memory, ids = "", set()
    for hour, inside in enumerate((OLD, OLD + "<p>Bakers</p>", OLD, OLD + "<p>Bakers</p>")):
        reply = replace(reply_of(page(inside)), received_at=NOON + timedelta(hours=hour))
        batch = Page().read(reply, (), memory)
        memory = batch.memory or memory
        ids |= {draft.native_id for draft in batch.drafts}

    assert len(ids) == 3


def test_a_line_that_only_went_is_told() -> None:
    batch = after(OLD, OLD.replace("<p>Nurses: how do you sleep?</p>", ""))

    assert batch.drafts[0].title is not None
    assert batch.drafts[0].title.text == "Help us report: gone: Nurses: how do you sleep?"
    assert lines(batch) == ["Open call-outs", "− Nurses: how do you sleep?"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<p>Last updated: 22 November 2026</p>", "<p>Last updated: 23 November 2026, 9:15 am GMT</p>"),
        ("<p>1,204 views</p>", "<p>1,310 views</p>"),
        ("<p>Posted 3 hours ago</p>", "<p>Posted yesterday</p>"),
        ("<p>Nurses wanted (12 comments)</p>", "<p>Nurses wanted (15 comments)</p>"),
        ("<p>Nurses wanted, 3 hours ago</p>", "<p>Nurses wanted, 2 days ago</p>"),
        ("<p>Stand: 22.11.2026, 9:00 Uhr</p>", "<p>Stand: 23.11.2026, 18:30 Uhr</p>"),
        ("<p>更新日：2026年11月22日</p>", "<p>更新日：2026年11月23日</p>"),
        ("<p>A</p><p>Bakers wanted</p>", "<p>Bakers wanted</p><p>A</p>"),
        ("<p>Bakers   wanted</p>", "<p>bakers wanted</p>"),
        ("<script>a=1</script>", "<script>a=2</script>"),
        ("<p hidden>secret 1</p>", "<p hidden>other</p>"),
        ('<div class="cookie-banner">We value cookies</div>', ""),
        ("<p>Same</p>", "<div><p><b>Same</b></p></div>"),
    ],
)
def test_noise_is_no_change(old: str, new: str) -> None:
    assert after(OLD + old, OLD + new).drafts == ()


def test_what_stands_around_the_page_does_not_count() -> None:
    first = read(page(OLD, "Follow us"))

    assert read(page(OLD, "Follow us all"), first.memory or "").drafts == ()


def test_only_a_part_may_be_watched() -> None:
    old, new = OLD + "<div id=w>One</div>", OLD + "<p>More</p><div id=w>One</div>"

    assert after(old, new, part="#w").drafts == ()
    assert lines(after(old, new.replace("One", "Two"), part="#w")) == ["− One", "+ Two"]


def test_another_part_begins_anew() -> None:
    first = read(page(OLD + "<p id=w>One</p>"))

    assert read(page(OLD + "<p id=w>One</p>"), first.memory or "", part="#w").drafts == ()


NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
MANY = "".join(f"<p>Call number {word} for everybody</p>" for word in NUMBERS)
NOTICE = "<h1>We will be back soon</h1><p>Please be patient with our machines</p>"


def test_a_passing_notice_in_place_of_the_page_is_no_change() -> None:
    first = read(page(MANY))
    second = read(page(NOTICE), first.memory or "")
    third = read(page(MANY), second.memory or "")

    assert (second.drafts, third.drafts) == ((), ())
    assert second.notices
    assert not third.notices


def test_a_page_that_stays_turned_over_is_told_at_the_second_sight() -> None:
    first = read(page(MANY))
    second = read(page(NOTICE), first.memory or "")

    third = read(page(NOTICE), second.memory or "")

    assert "+ We will be back soon" in lines(third)
    assert "− Call number one for everybody" in lines(third)


@pytest.mark.parametrize("memory", ["", "nonsense", "{}", '{"lines":"!!"}', '{"lines":"ab","part":3}', "[1]"])
def test_a_memory_that_is_not_ours_begins_anew(memory: str) -> None:
    batch = read(page(OLD), memory)

    assert batch.drafts == ()
    assert msgspec.json.decode(batch.memory or "")


def test_a_long_change_is_cut_and_says_how_much_is_missing() -> None:
    added = "".join(f"<p>Question {'x' * number}</p>" for number in range(1, 201))

    assert lines(after(OLD, OLD + added))[-1] == "… and 50 more lines"


def test_a_page_of_ten_thousand_lines_is_compared_in_no_time() -> None:
    old = "".join(f"<li>Line {chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}" for n in range(10_000))

    assert lines(after(f"<p>Begin</p><ul>{old}</ul>", f"<p>Begin</p><p>Fresh</p><ul>{old}</ul>"))[-1] == "+ Fresh"


@pytest.mark.parametrize(
    "line",
    [
        "Deadline: 5 December",
        "Chapter 3",
        "Nurses",
        "Born in 1962",
        "We meet on Tuesday at the harbour",
        "Closing soon",
    ],
)
def test_a_line_with_a_word_of_its_own_is_no_noise(line: str) -> None:
    assert not is_noise(line)


def test_numbers_in_a_sentence_count() -> None:
    assert sense("We seek 5 nurses") != sense("We seek 6 nurses")
