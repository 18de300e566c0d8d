"""The reader pane: an item set for its width, its links at the keyboard, its place kept."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import ComposeResult

from arrowtui.ingest.clean import clean_line
from arrowtui.ingest.document import document
from arrowtui.model.document import Document, Paragraph, Span
from arrowtui.model.item import ItemId, ItemRow, first_id_at
from arrowtui.model.lane import ChosenBy, Lane, Verdict
from arrowtui.model.poll import Poll, PollOption
from arrowtui.model.reading import Reading
from arrowtui.model.replace import replace
from arrowtui.model.wire import Attachment, Body, Markup, Medium
from arrowtui.ui.app import ThemedApp
from arrowtui.ui.drawing.head import Extras, head, shown_link
from arrowtui.ui.drawing.page import cells
from arrowtui.ui.drawing.poll import bar, poll_lines
from arrowtui.ui.panes.reader import ReaderPane
from arrowtui.ui.widgets.linkpick import LinkUse, labels
from tests.ui.stage import HOSTILE, seen

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TEXT = "Read the [manual](https://man.example.org/a), or [ask](https://ask.example.org/b) somebody."


def a_row(number: int = 1, title: str = "Exit tickets") -> ItemRow:
    item = ItemId(first_id_at(NOW) + number)
    return ItemRow(item, Lane.TIP, title, "A blog", None, False, False, False, False, False, (), 0)


def a_reading(text: str = TEXT, row: ItemRow | None = None, **more: object) -> Reading:
    plain = Reading(
        row=row or a_row(),
        document=document(Body(text, Markup.MARKDOWN)),
        link="https://blog.example.org/exit",
        author="Marisol Teague",
        published_at=NOW - timedelta(hours=2),
        updated_at=None,
        comments_link=None,
        attachments=(),
        origins=("A blog",),
        verdict=Verdict(Lane.TIP, 0.9, ("shows how something is done",)),
    )
    return replace(plain, **more)  # type: ignore[arg-type]  # a test names the fields it is about


class Desk(ThemedApp):
    """A reader alone on the screen; keeps the links that are wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted: list[tuple[str, LinkUse]] = []

    def compose(self) -> ComposeResult:
        pane = ReaderPane()
        pane.now = NOW
        yield pane

    @property
    def pane(self) -> ReaderPane:
        return self.query_one(ReaderPane)

    def on_reader_pane_link_wanted(self, message: ReaderPane.LinkWanted) -> None:
        self.wanted.append((message.link, message.use))


async def screen_of(reading: Reading, size: tuple[int, int] = (100, 40)) -> str:
    app = Desk()
    async with app.run_test(size=size) as pilot:
        app.pane.reading = reading
        await pilot.pause()
        return seen(app)


async def test_the_head_says_what_where_from_who_when_and_why_here() -> None:
    screen = await screen_of(a_reading())

    hour = (NOW - timedelta(hours=2)).astimezone()
    assert f"A blog · Marisol Teague · Mon 23 Nov {hour:%H:%M} (2h)" in screen
    assert "Exit tickets" in screen and "Tips (shows how something is done)" in screen
    assert "blog.example.org/exit" in screen and "https://blog" not in screen


async def test_above_a_post_without_a_title_stands_who_wrote_it_not_its_first_words_twice() -> None:
    text = "A1: Stop explaining while they are writing. It stuck."
    screen = await screen_of(a_reading(text, a_row(title="A1: Stop explaining while they…")))

    assert screen.count("Stop explaining") == 1 and screen.count("Marisol Teague") == 1


async def test_an_item_that_is_nothing_but_a_title_says_so() -> None:
    assert "It came without a text." in await screen_of(a_reading(""))
    assert "without a text" not in await screen_of(a_reading("Some words"))


async def test_an_hour_is_not_torn_apart_at_the_end_of_a_line() -> None:
    screen = await screen_of(a_reading(), (42, 40))

    hour = (NOW - timedelta(hours=2)).astimezone()
    assert f"Mon 23 Nov {hour:%H:%M} (2h)" in screen


def test_no_line_of_the_head_begins_or_ends_with_a_lone_dot() -> None:
    reading = a_reading(origins=("A blog", "Another", "A third"), row=replace(a_row(), is_kept=True, is_later=True))
    for width in range(8, 80):
        lines = ["".join(piece.text for piece in line) for line in head(reading, Extras.of(reading), NOW, width)]

        assert not [line for line in lines if line.startswith("·") or line.endswith("·")], width


async def test_an_item_without_a_date_says_so_and_none_is_invented() -> None:
    assert "no date given" in await screen_of(a_reading(published_at=None))


async def test_a_lane_the_person_chose_says_that_she_did() -> None:
    moved = Verdict(Lane.TIP, 1.0, ("shows how",), ChosenBy.PERSON)

    assert "Tips (you moved it here)" in await screen_of(a_reading(verdict=moved))


async def test_marks_tags_and_other_origins_are_told() -> None:
    row = replace(a_row(), is_kept=True, is_later=True, is_edited=True, tags=("deep work", "maths"))
    screen = await screen_of(a_reading(row=row, origins=("A blog", "Another blog")))

    assert "kept · later · also in Another blog" in screen
    assert "#deep work #maths" in screen.replace("\xa0", " ") and "edited" in screen


async def test_links_are_numbered_and_listed() -> None:
    screen = await screen_of(a_reading())

    assert "manual[1]" in screen and "ask[2]" in screen
    assert "[1] man.example.org/a" in screen and "[2] ask.example.org/b" in screen


async def test_attachments_are_described_in_words() -> None:
    given = (
        Attachment("https://a.example/p.png", Medium.IMAGE, alt="Three piles of paper"),
        Attachment("https://a.example/talk.mp3", Medium.AUDIO, size_bytes=12_300_000, duration_s=1860),
    )
    screen = await screen_of(a_reading(attachments=given))

    assert "[image: Three piles of paper]" in screen
    assert "[sound: a.example/talk.mp3], 31 min, 12.3 MB" in screen


async def test_an_item_that_a_rule_of_her_own_placed_can_be_read_and_says_so() -> None:
    placed = Verdict(Lane.CALL, 1.0, ('your rule "nurses"',), ChosenBy.OWN_RULE)

    assert 'your rule "nurses"' in await screen_of(a_reading(verdict=placed))


async def test_a_poll_is_drawn_in_bars_and_hidden_votes_are_not_zero() -> None:
    counted = Poll((PollOption("Yes", 30), PollOption("No", 10)), voters=40)
    screen = await screen_of(a_reading(poll=counted))
    assert "█" * 18 + " " in screen and "75%" in screen and "40 people" in screen

    hidden = Poll((PollOption("Yes"), PollOption("No")), multiple=True, closed=True)
    screen = await screen_of(a_reading(poll=hidden))
    assert screen.count("hidden until it closes") == 2 and "0%" not in screen
    assert "several may be chosen · closed" in screen


async def test_a_poll_that_runs_says_how_long_and_where_one_votes() -> None:
    running = Poll((PollOption("Yes", 0), PollOption("No", 0)), closes_at=NOW + timedelta(hours=5))
    screen = await screen_of(a_reading(poll=running))
    assert "no votes yet · until" in screen
    assert "5h left" in screen
    assert "vote in the browser: o" in screen

    over = Poll((PollOption("Yes", 3), PollOption("No", 1)), closes_at=NOW - timedelta(hours=5))
    screen = await screen_of(a_reading(poll=over))
    assert "closed Mon" in screen and "vote in" not in screen
    assert "3 most" in screen and "1 most" not in screen


@given(st.lists(st.tuples(st.text(max_size=60), st.none() | st.integers(0, 10**9)), max_size=8), st.integers(30, 160))
def test_a_poll_is_never_wider_than_its_room(options: list[tuple[str, int | None]], width: int) -> None:
    poll = Poll(tuple(PollOption(clean_line(label), votes) for label, votes in options), closes_at=NOW)
    for lines in (poll_lines(poll, NOW, width), poll_lines(replace(poll, closes_at=None), NOW, width)):
        assert all(cells(line) <= width for line in lines)


async def test_given_facts_stand_in_a_column() -> None:
    screen = await screen_of(a_reading(fields=(("Media Outlet", "Coast Radio"), ("Deadline", "7 PM ET"))))

    assert "Media Outlet   Coast Radio" in screen and "Deadline       7 PM ET" in screen


async def test_a_content_warning_folds_the_text_until_it_is_asked_for() -> None:
    app = Desk()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.reading = a_reading("the text itself", warning="food")
        await pilot.pause()
        assert "⚠ food" in seen(app) and "the text itself" not in seen(app)

        assert app.pane.unfold()
        await pilot.pause()
        assert "the text itself" in seen(app)
        assert not app.pane.unfold()


async def test_a_letter_opens_its_link_and_enter_the_one_under_the_cursor() -> None:
    app = Desk()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.reading = a_reading()
        app.pane.text.focus()
        await pilot.pause()
        app.pane.pick_link()
        await pilot.pause()
        # a: the item's own link, s: the first of the text, d: the second
        assert "man.example.org" in seen(app) and "sanual[1]" in seen(app) and "dsk[2]" in seen(app)

        await pilot.press("s")
        app.pane.pick_link()
        await pilot.press("j", "down", "enter")
        app.pane.pick_link()
        await pilot.press("tab", "y")
        app.pane.pick_link()
        await pilot.press("tab", "B")
        await pilot.pause()

    assert app.wanted == [
        ("https://man.example.org/a", LinkUse.OPEN),
        ("https://ask.example.org/b", LinkUse.OPEN),
        ("https://man.example.org/a", LinkUse.COPY),
        ("https://man.example.org/a", LinkUse.SAVE),
    ]


async def test_going_on_beyond_the_last_link_in_sight_leads_through_all_of_them_and_back() -> None:
    app = Desk()
    async with app.run_test(size=(60, 16)) as pilot:
        links = [f"https://l.example/{number}" for number in range(20)]
        app.pane.reading = a_reading("\n\n".join(f"[way {at}]({link})" for at, link in enumerate(links)), link=None)
        app.pane.text.focus()
        await pilot.pause()
        app.pane.pick_link()
        await pilot.pause()
        told = []
        for _ in links:
            told.append(next(line.strip() for line in seen(app).splitlines() if line.strip().startswith("https://")))
            assert f"ay {links.index(told[-1])}[" in seen(app)
            await pilot.press("j")
            await pilot.pause()
        assert told == links

        for _ in links:
            await pilot.press("k")
        await pilot.press("enter")
        await pilot.pause()

    assert app.wanted == [(links[0], LinkUse.OPEN)]


async def test_the_whole_address_is_seen_before_it_is_opened() -> None:
    app = Desk()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.reading = a_reading()
        app.pane.text.focus()
        await pilot.pause()
        app.pane.pick_link()
        await pilot.press("j")
        await pilot.pause()

        assert "https://man.example.org/a" in seen(app)


@pytest.mark.parametrize("key", ["escape", "1", "question_mark"])
async def test_any_other_key_ends_the_picking(key: str) -> None:
    app = Desk()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.reading = a_reading()
        app.pane.text.focus()
        await pilot.pause()
        app.pane.pick_link()
        await pilot.press(key)
        await pilot.pause()

        assert app.pane.text.pick is None and app.wanted == []
        assert "manual[1]" in seen(app)


async def test_without_links_there_is_nothing_to_pick() -> None:
    app = Desk()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.reading = a_reading("no links", link=None)
        await pilot.pause()

        assert not app.pane.pick_link()


async def test_a_click_on_a_link_opens_it() -> None:
    app = Desk()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.reading = a_reading()
        await pilot.pause()
        y = next(at for at, line in enumerate(seen(app).split("\n")) if "manual[1]" in line)
        await pilot.click("#text", offset=(12, y))
        await pilot.pause()

    assert app.wanted == [("https://man.example.org/a", LinkUse.OPEN)]


def test_no_label_is_the_beginning_of_another() -> None:
    for count in (0, 1, 23, 24, 500):
        names = labels(count)

        assert len(set(names)) == count
        assert not any(one != other and other.startswith(one) for one in names for other in names)


LONG = "\n\n".join(f"Paragraph {number} of a text that goes on for a while." for number in range(100))


async def test_each_item_keeps_the_place_where_reading_stopped() -> None:
    first, second = a_reading(LONG, a_row(1, "First")), a_reading(LONG, a_row(2, "Second"))
    app = Desk()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.reading = first
        await pilot.pause()
        app.pane.text.jump(50)
        app.pane.reading = second
        await pilot.pause()
        assert app.pane.text.scroll_offset.y == 0

        app.pane.reading = first
        await pilot.pause()
        assert app.pane.text.scroll_offset.y == 50


async def test_a_mark_changed_meanwhile_does_not_move_the_text() -> None:
    app = Desk()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.reading = reading = a_reading(LONG)
        await pilot.pause()
        app.pane.text.jump(50)
        app.pane.reading = replace(reading, row=replace(reading.row, is_kept=True))
        await pilot.pause()

        assert app.pane.text.scroll_offset.y == 50


async def test_another_width_sets_the_text_anew_at_about_the_same_place() -> None:
    app = Desk()
    async with app.run_test(size=(100, 24)) as pilot:
        app.pane.reading = a_reading(LONG)
        await pilot.pause()
        app.pane.text.jump(100)
        before = seen(app).split("\n")[1].split()
        await pilot.resize_terminal(30, 24)
        await pilot.pause()

        shown = [line.split() for line in seen(app).split("\n")]
        assert all(len(line) <= 30 for line in seen(app).split("\n"))
        place = [int(words[1]) for words in shown if words[:1] == ["Paragraph"]]
        assert before[:1] != ["Paragraph"] or min(abs(number - int(before[1])) for number in place) <= 6


async def test_a_text_of_five_megabytes_opens_without_holding_the_screen_up() -> None:
    words = "All of these words have been written many times over by somebody patient. " * 12
    spans = tuple(Paragraph((Span(words),)) for _ in range(5_500))
    app = Desk()
    async with app.run_test(size=(80, 24)) as pilot:
        reading = a_reading(document=Document(spans))
        app.pane.reading = reading
        assert not app.pane.text.lines  # it is set beside the screen, not while the screen waits
        assert any(not worker.is_finished for worker in app.workers)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert len(app.pane.text.lines) > 60_000

        for step in range(100):
            app.pane.text.jump(step * 600)
            await pilot.pause()
        assert app.pane.text.scroll_offset.y == 99 * 600
        assert "written many times" in seen(app)


async def test_every_foreign_word_is_drawn_to_the_letter() -> None:
    row = replace(a_row(title=HOSTILE), source_title=HOSTILE, tags=(HOSTILE,))
    spans = Document((Paragraph((Span(HOSTILE),)),), ("https://a.example/[b]x[/b]",))
    hostile = a_reading(
        row=row,
        document=spans,
        author=HOSTILE + "!",
        origins=(HOSTILE, HOSTILE + "?"),
        attachments=(Attachment("https://a.example", alt=HOSTILE),),
        fields=((HOSTILE[:9], HOSTILE),),
        poll=Poll((PollOption(HOSTILE, 1),)),
        warning=None,
        verdict=Verdict(Lane.TIP, 1, (HOSTILE,)),
    )
    screen = await screen_of(hostile, (120, 60))

    assert screen.count("[red]x[/]") >= 9 and "[b]x[/b]" in screen


def test_a_bar_is_exact_to_an_eighth_of_a_cell_and_never_longer_than_its_room() -> None:
    assert (bar(0), bar(1), bar(2), bar(-1)) == ("", "█" * 24, "█" * 24, "")
    assert bar(0.5 + 1 / 192) == "█" * 12 + "▏"


def test_an_address_is_shown_as_people_write_it() -> None:
    assert shown_link("https://a.example/b/") == "a.example/b"
    assert shown_link("mailto:ana@a.example") == "ana@a.example"
