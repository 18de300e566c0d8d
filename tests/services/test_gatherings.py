"""Gathering answers: a call-out of hers is watched elsewhere, and what comes back is a collection of its own."""

import csv
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.gateways.mailboxes import Mailboxes
from arrowtui.model.errors_gathering import UnknownGathering
from arrowtui.model.gathering import AnswerMark, Gathering, Unit
from arrowtui.model.item import ItemId, Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.poll import Poll, PollOption
from arrowtui.model.ports import Wire
from arrowtui.model.replace import replace
from arrowtui.model.subscription import SubscriptionId, Validators, Wish
from arrowtui.model.wire import Reply, Request
from arrowtui.notes.gathered import answers_csv, counted, plot
from arrowtui.services.contexts import Contexts
from arrowtui.services.gatherings import Form, Gatherings
from arrowtui.services.journal import Journal
from arrowtui.services.lettering import Letters
from arrowtui.services.library import Library
from arrowtui.services.refresh import Refresh
from arrowtui.services.understanding import Understanding
from arrowtui.sources.registry import SOURCES
from arrowtui.store import Store, open_store
from arrowtui.store.polls import Standing
from arrowtui.store.subscriptions import add_wish, drop_wish
from tests.fakes import NOON, FakeClock
from tests.gateways.test_imap import FakeSecrets
from tests.sources.talks import GOLDEN, Talk
from tests.store.builders import an_item, arrived, placed

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
THREAD = Wish("mastodon", "https://social.example/@ida/117", "Naps on nights", gathers=True)


@dataclass
class TalkWire:
    """Says what a recorded talk says, in its order."""

    talk: Talk
    said: int = 0

    async def fetch(self, request: Request, validators: Validators | None = None) -> Reply:
        self.said += 1
        return self.talk.answers[self.said - 1].to(request)


@dataclass
class Desk:
    store: Store
    clock: FakeClock

    @property
    def gatherings(self) -> Gatherings:
        return Gatherings(self.store, self.clock)

    @property
    def journal(self) -> Journal:
        return Journal(self.store, self.clock)

    async def watch(self, wish: Wish) -> SubscriptionId:
        async with self.store.write() as db:
            return await add_wish(db, replace(wish, gathers=True, joins=False))

    async def watch_plainly(self) -> SubscriptionId:
        """A source that gathers nothing."""
        async with self.store.write() as db:
            return await add_wish(db, Wish("feed", "https://example.org/feed", "A feed"))

    async def poll(self, wire: Wire) -> None:
        refresh = Refresh(self.store, wire, SOURCES, self.clock, contexts=Contexts(self.store), jitter=lambda: 0.5)
        for report in await refresh.round(due_only=False, progress=lambda _: None):
            assert report.trouble is None

    async def only(self) -> Gathering:
        (one,) = await self.gatherings.every()
        return one

    async def answered(self, source: SubscriptionId, *answers: tuple[str, str], ask: str = "Ida") -> list[ItemId]:
        """Her question arrives with answers (author, words), an hour apart; returns the items of the answers."""
        root = "feed|example.org|question"
        batch = [placed(an_item("question", author=ask, at=NOON), Lane.NOISE)]
        batch += [
            placed(
                an_item(words, title=words, text=words, author=by, at=NOON + HOUR * n, root_key=root, parent_key=root),
                Lane.NOISE,
            )
            for n, (by, words) in enumerate(answers, 1)
        ]
        await arrived(self.store, source, batch)
        return [one.item for one in await self.gatherings.answers(source)]


@pytest.fixture
async def desk(tmp_path: Path, clock: FakeClock) -> AsyncIterator[Desk]:
    async with _desk(tmp_path, clock) as desk:
        yield desk


@asynccontextmanager
async def _desk(folder: Path, clock: FakeClock) -> AsyncIterator[Desk]:
    store = await open_store(folder / "store.db", durable=False)
    yield Desk(store, clock)
    await store.close()


# What is watched


@pytest.mark.parametrize(
    ("kind", "talk"),
    [("reddit", "thread"), ("hackernews", "thread"), ("discourse", "topic"), ("lobsters", "thread")],
)
async def test_the_replies_to_a_post_are_a_collection_that_stands_in_no_tab(desk: Desk, kind: str, talk: str) -> None:
    told = Talk.at(GOLDEN / kind / talk)
    await desk.watch(Wish(kind, told.address))

    await desk.poll(TalkWire(told))

    one = await desk.only()
    assert (one.answers, one.unread, one.people) == (2, 2, 2)
    assert one.question is not None
    first = next(iter(await desk.gatherings.answers(one.source)))
    why = await Understanding(desk.store, desk.clock).why(first.item)
    assert why is not None
    assert "it came as an answer to a call-out of yours" in why.reasons
    for lane in (Lane.TIP, Lane.CHAT, Lane.CALL):
        assert (await Library(desk.store).page(View(lane, Scope.ALL))).rows == ()
    assert len((await Library(desk.store).page(View(None, Scope.ALL, source=one.source))).rows) == 3


async def test_every_letter_in_a_watched_folder_is_an_answer(desk: Desk, tmp_path: Path) -> None:
    box = tmp_path / "box"
    for part in ("cur", "new", "tmp"):
        (box / part).mkdir(parents=True)
    for number, by in enumerate(("Bo <bo@a.example>", "Uma <uma@b.example>")):
        letter = (
            f"From: {by}\r\nSubject: My night {number}\r\nMessage-ID: <{number}@a.example>\r\n\r\nI nap at four.\r\n"
        )
        (box / "new" / f"{number}.mail").write_text(letter)
    await desk.watch(Wish("mail", f"maildir://{box}"))
    boxes = Mailboxes(desk.clock, FakeSecrets())

    await desk.poll(boxes)
    await boxes.close()

    one = await desk.only()
    assert (one.question, one.answers) == (None, 2)
    assert {each.author for each in await desk.gatherings.answers(one.source)} == {
        "Bo <bo@a.example>",
        "Uma <uma@b.example>",
    }


async def test_what_she_says_under_her_own_post_is_no_answer(desk: Desk) -> None:
    source = await desk.watch(THREAD)
    await desk.answered(source, ("Bo", "I nap"), ("Ida", "Thank you, Bo"), ("Bo", "And I snore"))

    one = await desk.only()

    assert (one.asker, one.answers, one.people) == ("Ida", 2, 1)


async def test_a_gathering_that_is_watched_no_more_keeps_its_answers(desk: Desk) -> None:
    source = await desk.watch(THREAD)
    await desk.answered(source, ("Bo", "I nap"))
    async with desk.store.write() as db:
        await drop_wish(db, source)

    one = await desk.only()

    assert (one.is_followed, one.answers) == (False, 1)


async def test_one_is_found_by_title_address_or_words_and_what_is_meant_twice_is_told(desk: Desk) -> None:
    await desk.watch(THREAD)
    await desk.watch(replace(THREAD, address="https://social.example/@ida/118", title="Naps by day"))

    assert (await desk.gatherings.named("naps on nights")).address == THREAD.address
    assert (await desk.gatherings.named("@ida/118")).title == "Naps by day"
    with pytest.raises(UnknownGathering, match="2 gatherings fit"):
        await desk.gatherings.named("naps")
    with pytest.raises(UnknownGathering, match="No gathering is called"):
        await desk.gatherings.named("bees")


# Working through them


async def test_answers_are_triaged_tagged_and_noted_like_any_item_and_all_of_it_is_undone(desk: Desk) -> None:
    source = await desk.watch(THREAD)
    kept, dismissed, left = await desk.answered(source, ("Bo", "I nap"), ("Uma", "Buy now"), ("Cy", "Never"))
    await desk.journal.keep([kept], True)
    await desk.journal.tag([kept], ["quote"], [])
    note = await desk.journal.begin_note(kept)
    await desk.journal.write_note(note.id, "Ask how long")
    await desk.journal.dismiss([dismissed], True)

    one, answers = await desk.only(), await desk.gatherings.answers(source)

    assert (one.answers, one.kept, one.dismissed, one.people) == (2, 1, 1, 2)
    assert [each.mark for each in answers] == [AnswerMark.KEPT, AnswerMark.DISMISSED, AnswerMark.NEW]
    assert (answers[0].tags, answers[0].notes) == (("quote",), ("Ask how long",))
    assert left == answers[2].item

    while await desk.journal.undo():
        pass
    assert [each.mark for each in await desk.gatherings.answers(source)] == [AnswerMark.NEW] * 3


async def test_votes_on_her_poll_are_counted_over_time(desk: Desk) -> None:
    source = await desk.watch(THREAD)
    item = an_item("question", author="Ida")
    for hours, votes in ((0, 2), (3, 2), (6, 9)):
        poll = Poll((PollOption("Yes", votes), PollOption("No", 0)))
        draft = replace(item.draft, poll=poll)
        standing = Standing(poll, NOON + HOUR * hours)
        await arrived(desk.store, source, [replace(placed(replace(item, draft=draft)), standing=standing)])

    one = await desk.only()

    assert one.poll is not None
    assert one.votes == ((NOON, 2), (NOON + 6 * HOUR, 9))


# Taking them along


async def test_the_table_holds_every_answer_and_no_cell_is_a_formula(desk: Desk) -> None:
    source = await desk.watch(THREAD)
    (bo, _) = await desk.answered(source, ("Bo", "=HYPERLINK(1)"), ("Uma", 'Two\nlines, "quoted"'))
    await desk.journal.tag([bo], ["a", "b"], [])

    table = await desk.gatherings.rendered(await desk.only(), Form.CSV)

    head, first, second = csv.reader(io.StringIO(table.decode("utf-8-sig")))
    assert head == ["at", "author", "title", "answer", "link", "mark", "tags", "notes"]
    assert first[0:2] + first[3:] == [
        "2026-11-23T13:00:00Z",
        "Bo",
        "'=HYPERLINK(1)",
        "https://example.org/=HYPERLINK(1)",
        "new",
        "a, b",
        "",
    ]
    assert second[3] == 'Two\nlines, "quoted"'


async def test_the_page_has_the_kept_ones_first_and_nothing_in_it_is_taken_for_markdown(desk: Desk) -> None:
    source = await desk.watch(THREAD)
    items = await desk.answered(source, ("Bo", "# I *nap*"), ("Uma", "Never"), ("Cy", "Spam"))
    await desk.journal.keep([items[1]], True)
    await desk.journal.dismiss([items[2]], True)

    page = (await desk.gatherings.rendered(await desk.only(), Form.MARKDOWN)).decode()

    assert page.index("## Kept (1)") < page.index("### Uma") < page.index("## Not read yet (1)") < page.index("### Bo")
    assert r"> \# I \*nap\*" in page
    assert "Spam" not in page and "1 dismissed, left out." in page
    assert "2 answers by 2 people, 1 kept" in page


async def test_both_files_go_where_she_wants_them(desk: Desk, tmp_path: Path) -> None:
    source = await desk.watch(THREAD)
    await desk.answered(source, ("Bo", "I nap"))

    paths = await desk.gatherings.export(await desk.only(), tmp_path)

    assert [path.name for path in paths] == ["answers-naps-on-nights.csv", "answers-naps-on-nights.md"]
    assert all("I nap" in path.read_text("utf-8") for path in paths)


# The plot

TIMES = st.lists(st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31)).map(lambda at: at.replace(tzinfo=UTC)))


@given(TIMES)
def test_no_answer_is_lost_in_counting_and_no_time_between_left_out(times: list[datetime]) -> None:
    times.sort()

    unit, counts = counted(times)

    assert sum(count for _, count in counts) == len(times)
    starts = [at for at, _ in counts]
    assert starts == sorted(set(starts))
    longest = {Unit.HOUR: HOUR, Unit.DAY: 25 * HOUR, Unit.WEEK: 7 * DAY + HOUR}[unit]
    assert all(after - before <= longest for before, after in pairwise(starts))
    lines = tuple(plot(counts, unit))
    assert len(lines) == (2 if times else 0)
    assert all(len(line) <= 72 for line in lines)


def test_a_plot_says_in_words_what_its_bars_are() -> None:
    unit, counts = counted([NOON, NOON + HOUR, NOON + HOUR, NOON + 3 * HOUR])

    bars, words = plot(counts, unit)

    assert (bars, len(bars)) == ("▄█ ▄", 4)
    assert "by the hour; most" in words and words.endswith(": 2")
    assert next(plot(counts, unit, is_ascii=True)).isascii()


def test_nothing_gathered_is_an_empty_table() -> None:
    assert answers_csv(()).decode("utf-8-sig") == "at,author,title,answer,link,mark,tags,notes\r\n"


# Counted apart


@pytest.mark.parametrize("scope", Scope)
async def test_answers_are_no_noise_in_any_list_count_or_search(desk: Desk, scope: Scope) -> None:
    source = await desk.watch(THREAD)
    said = ((author, f"{author} says nap") for author in ("Bo", "Uma", "Cy", "Di"))
    kept, later, dismissed, *_ = await desk.answered(source, *said)
    await arrived(desk.store, await desk.watch_plainly(), [placed(an_item("other", text="nap"), Lane.NOISE)])
    await desk.journal.keep([kept], True)
    await desk.journal.later([later], True)
    await desk.journal.dismiss([dismissed], True)
    library, noise = Library(desk.store), View(Lane.NOISE, scope)
    usual = scope in (Scope.UNREAD, Scope.ALL)

    counts = (await library.counts())[Lane.NOISE]
    assert (counts.total, counts.unread, counts.kept, counts.later, counts.dismissed) == (1, 1, 0, 0, 0)
    assert await library.tally(noise) == usual
    assert [row.title for row in (await library.page(noise)).rows] == ["Title of other"] * usual
    assert len((await library.page(replace(noise, words="nap"))).rows) == usual
    assert await desk.gatherings.unread() == (await desk.only()).unread == 3


async def test_what_she_moves_into_a_tab_counts_there_and_what_is_gathered_no_more_is_noise(desk: Desk) -> None:
    source = await desk.watch(THREAD)
    moved, _ = await desk.answered(source, ("Bo", "One"), ("Uma", "Two"))
    await desk.journal.move([moved], Lane.TIP)
    counts = await Library(desk.store).counts()
    assert (counts[Lane.TIP].total, counts[Lane.NOISE].total) == (1, 0)

    async with desk.store.write() as db:
        await add_wish(db, replace(THREAD, gathers=False))

    assert (await Library(desk.store).counts())[Lane.NOISE].total == 2  # the question and the other answer
    assert await desk.gatherings.unread() == 0


async def test_letters_in_a_folder_are_all_answers_and_her_own_words_are_none(desk: Desk) -> None:
    source = await desk.watch(THREAD)
    await desk.answered(source, ("Bo", "One"), ("Ida", "Thanks"))
    folder = await desk.watch(Wish("mail", "maildir:///answers", "Letters"))
    await arrived(desk.store, folder, [placed(an_item(f"m{n}", author="Uma"), Lane.NOISE) for n in range(2)])

    assert await desk.gatherings.unread() == sum(one.unread for one in await desk.gatherings.every()) == 3


async def test_the_letter_of_the_week_calls_no_answer_noise(desk: Desk) -> None:
    await desk.answered(await desk.watch(THREAD), ("Bo", "One"), ("Uma", "Two"))
    desk.clock.forward(days=1)

    letter = await Letters(desk.store, desk.clock).letter()

    assert not [came for came in letter.came if came.lane is Lane.NOISE]
