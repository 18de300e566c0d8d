"""How the panes and dialogs look: one picture each for the themes and sizes that matter."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from importlib.resources import files

import pytest
from textual.app import ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen

from arrowtui.demo.clock import START
from arrowtui.ingest.document import document
from arrowtui.model.item import ItemId, ItemRow, first_id_at
from arrowtui.model.lane import Lane, Verdict
from arrowtui.model.poll import Poll, PollOption
from arrowtui.model.reading import Reading
from arrowtui.model.replace import replace
from arrowtui.model.wire import Attachment, Medium
from arrowtui.packs import packs
from arrowtui.sources.feeds.parse import parse
from arrowtui.ui.app import ThemedApp
from arrowtui.ui.commands import COMMANDS
from arrowtui.ui.keymap import shown
from arrowtui.ui.panes.note import NotePane
from arrowtui.ui.panes.reader import ReaderPane
from arrowtui.ui.screens.add import AddScreen
from arrowtui.ui.screens.help import HelpScreen
from arrowtui.ui.screens.lane import LaneScreen
from arrowtui.ui.screens.palette import PaletteScreen
from arrowtui.ui.screens.tags import TagsScreen
from arrowtui.ui.screens.welcome import WelcomeScreen
from arrowtui.ui.widgets.choice import Choice
from tests.ui.stage import ScreenStage
from tests.ui.test_add import BLOG, REPLIES, Probe, keep_nothing
from tests.written import a_note

SMALL, LARGE = (80, 24), (160, 45)
CHOICES = tuple(Choice(each.id, each.help, shown(each.keys), each.group, words=each.label) for each in COMMANDS)
Compare = Callable[..., bool]


def an_article(feed: str, title: str) -> Reading:
    """An article of the demo, read from its feed by the real reader."""
    body = (files("arrowtui.demo") / "feeds" / feed).read_bytes()
    batch = parse(body, "https://blog.example.org/feed", "text/xml")
    draft = next(draft for draft in batch.drafts if draft.title and draft.title.text.startswith(title))
    assert draft.body and draft.title
    row = ItemRow(
        ItemId(first_id_at(draft.published_at or START)), Lane.TIP, draft.title.text, batch.title or "", draft.author,
        False, True, False, False, False, ("assessment", "deep work"), 1,
    )  # fmt: skip
    return Reading(
        row=row,
        document=document(draft.body),
        link=draft.link,
        author=draft.author,
        published_at=draft.published_at,
        updated_at=None,
        comments_link=None,
        attachments=(),
        origins=(batch.title or "", "World Staffroom"),
        verdict=Verdict(Lane.TIP, 0.9, ("shows how something is done",)),
    )


class Reader(ThemedApp):
    """The reader alone, showing one item."""

    def __init__(self, reading: Reading, theme: str) -> None:
        super().__init__(theme)
        self._reading = reading

    def compose(self) -> ComposeResult:
        yield ReaderPane()

    def on_mount(self) -> None:
        pane = self.query_one(ReaderPane)
        pane.now = START
        self.call_after_refresh(setattr, pane, "reading", self._reading)


class NoteDesk(ThemedApp):
    """The note pane alone."""

    def __init__(self, theme: str) -> None:
        super().__init__(theme)
        at = datetime(2026, 11, 24, 12, 3, tzinfo=UTC)
        text = "## What caught me?\n\nOne question, **one decision**.\n\n- [ ] try it with 8b on Thursday\n"
        self._note = a_note(text, item=1, about="Exit tickets that change tomorrow’s lesson", at=at)

    def compose(self) -> ComposeResult:
        yield NotePane(str)

    def on_mount(self) -> None:
        self.query_one(NotePane).note = self._note

    def on_note_pane_preview_wanted(self, message: NotePane.PreviewWanted) -> None:
        from arrowtui.model.wire import Body, Markup

        self.query_one(NotePane).show_preview(self._note.id, document(Body(message.text, Markup.MARKDOWN)))


@pytest.mark.parametrize(("theme", "size"), [("dark", LARGE), ("light", SMALL)])
@pytest.mark.parametrize(
    ("feed", "title"),
    [("chalkboard.xml", "Exit tickets"), ("frontline.xml", "Postmortem"), ("world-staffroom.xml", "كيف")],
)
def test_an_article(snap_compare: Compare, theme: str, size: tuple[int, int], feed: str, title: str) -> None:
    assert snap_compare(Reader(an_article(feed, title), theme), terminal_size=size)


def test_links_with_their_letters(snap_compare: Compare) -> None:
    async def pick(pilot: Pilot[str]) -> None:
        await pilot.pause()
        pane = pilot.app.query_one(ReaderPane)
        pane.text.focus()
        pane.text.jump(18)
        await pilot.pause()
        pane.pick_link()
        await pilot.pause()

    assert snap_compare(Reader(an_article("chalkboard.xml", "Exit"), "dark"), terminal_size=(100, 30), run_before=pick)


def test_facts_a_poll_and_attachments(snap_compare: Compare) -> None:
    reading = replace(
        an_article("chalkboard.xml", "The seating plan"),
        fields=(("Media Outlet", "Evening Drive, Coast Radio"), ("Deadline", "24 November, 16:30 GMT")),
        poll=Poll(
            (PollOption("Rows", 12), PollOption("Pairs", 31), PollOption("Horseshoe", 7)),
            closes_at=START + timedelta(days=1),
        ),
        attachments=(
            Attachment("https://a.example.org/plan.png", Medium.IMAGE, alt="A seating plan with arrows between pairs"),
            Attachment("https://a.example.org/talk.mp3", Medium.AUDIO, size_bytes=9_400_000, duration_s=1500),
        ),
        comments_link="https://a.example.org/plan#talk",
    )
    assert snap_compare(Reader(reading, "dark"), terminal_size=(80, 30))


def test_a_folded_text(snap_compare: Compare) -> None:
    reading = replace(an_article("chalkboard.xml", "The seating plan"), warning="behaviour, shouting")
    assert snap_compare(Reader(reading, "light"), terminal_size=SMALL)


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_a_note_being_written(snap_compare: Compare, theme: str) -> None:
    async def type_on(pilot: Pilot[str]) -> None:
        await pilot.pause()
        pilot.app.query_one(NotePane).begin_typing()
        await pilot.pause()

    assert snap_compare(NoteDesk(theme), terminal_size=SMALL, run_before=type_on)


def test_a_note_as_it_reads(snap_compare: Compare) -> None:
    async def turn(pilot: Pilot[str]) -> None:
        await pilot.pause()
        pilot.app.query_one(NotePane).toggle_preview()
        await pilot.pause()

    assert snap_compare(NoteDesk("dark"), terminal_size=SMALL, run_before=turn)


def screens() -> dict[str, Callable[[], Screen[object]]]:
    made: dict[str, Callable[[], Screen[object]]] = {
        "welcome": lambda: WelcomeScreen(packs()),  # type: ignore[dict-item, return-value]  # whatever they answer
        "help": lambda: HelpScreen(CHOICES),  # type: ignore[dict-item, return-value]  # as above
        "palette": lambda: PaletteScreen(CHOICES),  # type: ignore[dict-item, return-value]  # as above
        "lane": lambda: LaneScreen("Exit tickets that change tomorrow’s lesson", 1, Lane.TIP, ("shows how",)),  # type: ignore[dict-item, return-value]  # as above
        "tags": lambda: TagsScreen((("feedback", 12), ("routines", 4), ("writing", 2)), {"routines": 1}),  # type: ignore[dict-item, return-value]  # as above
        "add": lambda: AddScreen(Probe(BLOG, REPLIES), keep_nothing, "blog.example.org"),  # type: ignore[dict-item, return-value]  # as above
    }
    return made


@pytest.mark.parametrize(("theme", "size"), [("dark", SMALL), ("light", LARGE)])
@pytest.mark.parametrize("name", ["welcome", "help", "palette", "lane", "tags", "add"])
def test_a_screen(snap_compare: Compare, name: str, theme: str, size: tuple[int, int]) -> None:
    assert snap_compare(ScreenStage(screens()[name], theme), terminal_size=size)


def test_the_packs_behind_their_door(snap_compare: Compare) -> None:
    assert snap_compare(ScreenStage(lambda: WelcomeScreen(packs())), press=["p", "down"], terminal_size=SMALL)


def test_what_was_found_at_an_address(snap_compare: Compare) -> None:
    assert snap_compare(ScreenStage(screens()["add"]), press=["enter"], terminal_size=SMALL)


def test_the_palette_narrowed_by_typing(snap_compare: Compare) -> None:
    assert snap_compare(ScreenStage(screens()["palette"]), press=list("note"), terminal_size=(40, 20))
