"""Adding sources: one line to type an address into, what was found there, and into which lane it goes."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input, Static

from arrowtui.model.errors import ArrowError
from arrowtui.model.found import FoundSource
from arrowtui.model.lane import Lane
from arrowtui.model.subscription import Trouble, Wish
from arrowtui.ui.widgets.choice import Choice, ChoiceList
from arrowtui.ui.widgets.dialog import Dialog, keys_line

TYPING = (("Enter", "look there"), ("Esc", "close"))
ASKING = (("Esc", "stop asking"),)
PICKING = (("Space", "tick"), ("a", "all"), ("Tab", "lane"), ("Enter", "add"), ("Esc", "back"))
LANES = (None, Lane.TIP, Lane.CHAT, Lane.CALL)
SHOWN_OPENINGS = 3


Probe = Callable[[str], Awaitable[Sequence[FoundSource]]]
"""Asks what an address holds, outside of the screen's process. Raises ArrowError."""


class AddScreen(Dialog[tuple[Wish, ...]]):
    """Answers the wishes to add. Nothing is added here."""

    DEFAULT_CSS = """
    AddScreen {
        & ChoiceList { max-height: 40vh; }
        & #lane { margin: 1 1 0 1; }
        & #openings { height: auto; margin: 1 1 0 1; color: $text-muted; }
        & #found, & #lane, & #openings, & #trouble { display: none; }
        &.-picking { & #found, & #lane, & #openings { display: block; } & #say { display: none; } }
        &.-trouble #trouble { display: block; }
    }
    """
    BINDINGS = [  # noqa: RUF012 - Textual declares it as a plain class attribute
        Binding("space", "tick", show=False),
        Binding("a", "tick_all", show=False),
        Binding("tab", "lane", show=False, priority=True),
    ]
    TITLE_WORDS = "Add a source"
    KEYS = TYPING

    is_picking: var[bool] = var(False, toggle_class="-picking")
    lane: var[Lane | None] = var(None)

    @dataclass
    class Answered(Message):
        """The address was asked: either sources or trouble."""

        found: tuple[FoundSource, ...]
        trouble: Trouble | None = None

    def __init__(self, probe: Probe, address: str = "") -> None:
        """`address` is looked at once when given (a link from the clipboard, a door of the welcome screen)."""
        super().__init__()
        self._probe, self._address = probe, address
        self._found: dict[str, FoundSource] = {}

    def body(self) -> ComposeResult:
        yield Input(self._address, placeholder="https://…  or a file on this computer", id="address")
        yield Static(Content(looks_like(self._address)), id="say", classes="muted")
        yield Static(id="trouble", classes="trouble")
        yield ChoiceList(id="found")
        yield Static(id="openings")
        yield Static(id="lane")

    def on_mount(self) -> None:
        self.query_one("#address", Input).focus()
        self.watch(self.query_one("#found", ChoiceList), "cursor", self._show_openings)

    @on(Input.Changed, "#address")
    def _recognise(self, event: Input.Changed) -> None:
        self.remove_class("-trouble")
        self._say(looks_like(event.value), TYPING)

    @on(Input.Submitted, "#address")
    def _look(self, event: Input.Submitted) -> None:
        address = event.value.strip()
        if address:
            self.remove_class("-trouble")
            self._say("Asking…", ASKING)
            self._ask(address)

    @work(exclusive=True, group="probe")
    async def _ask(self, address: str) -> None:
        try:
            self.post_message(self.Answered(tuple(await self._probe(address))))
        except ArrowError as error:
            self.post_message(self.Answered((), Trouble.of(error)))

    @on(Answered)
    def _show(self, message: Answered) -> None:
        if message.trouble or not message.found:
            self._show_trouble(message.trouble)
            return
        self._found = {str(place): found for place, found in enumerate(message.found)}
        fresh = [place for place, found in self._found.items() if not found.is_known]
        chosen = [place for place in fresh if not self._found[place].is_comments][:1]
        ticked = set(fresh if is_file(self.query_one("#address", Input).value) else chosen)
        rows = self.query_one("#found", ChoiceList)
        rows.choices = tuple(_row(place, found, place in ticked) for place, found in self._found.items())
        self._say("", PICKING)
        self.is_picking = True
        rows.focus()
        self._show_openings()
        self.watch_lane()

    def _show_trouble(self, trouble: Trouble | None) -> None:
        words = f"{trouble.headline}.\n{trouble.hint}" if trouble else "No feed was found there."
        self.query_one("#trouble", Static).update(Content(words))
        self.add_class("-trouble")
        self._say("", TYPING)
        self.query_one("#address", Input).focus()

    def _say(self, words: str, keys: Sequence[tuple[str, str]]) -> None:
        self.query_one("#say", Static).update(Content(words))
        self.query_one("#keys", Static).update(keys_line(keys))

    def _show_openings(self) -> None:
        row = self.query_one("#found", ChoiceList).current
        found = self._found.get(row.id) if row else None
        lines = [f"· {title}" for title in found.openings[:SHOWN_OPENINGS]] if found else []
        self.query_one("#openings", Static).update(Content("\n".join(lines)))

    def watch_lane(self) -> None:
        """Say where it will go."""
        if self.is_mounted:
            words = self.lane.tab if self.lane else "auto"
            self.query_one("#lane", Static).update(Content.assemble("Lane: ", (words, "bold $text-accent")))

    def action_lane(self) -> None:
        """The next lane."""
        if self.is_picking:
            self.lane = LANES[(LANES.index(self.lane) + 1) % len(LANES)]

    def action_tick_all(self) -> None:
        """Tick everything she does not have yet, or nothing."""
        if self.is_picking:
            rows = self.query_one("#found", ChoiceList)
            fresh = {place for place, found in self._found.items() if not found.is_known}
            mark = "" if all(choice.mark for choice in rows.choices if choice.id in fresh) else "✓"
            rows.choices = tuple(replace(row, mark=mark if row.id in fresh else "") for row in rows.choices)

    def action_tick(self) -> None:
        """Tick or untick the row under the cursor."""
        rows = self.query_one("#found", ChoiceList)
        if self.is_picking and (row := rows.current):
            rows.choices = tuple(
                replace(choice, mark="" if choice.mark else "✓") if choice.id == row.id else choice
                for choice in rows.choices
            )

    @on(ChoiceList.Chosen, "#found")
    def _add(self, event: ChoiceList.Chosen) -> None:
        """All that is ticked; the row under the cursor when nothing is."""
        ticked = [choice.id for choice in self.query_one("#found", ChoiceList).choices if choice.mark] or [event.id]
        wishes = (self._found[place].wish for place in ticked)
        self.dismiss(tuple(replace(wish, lane=self.lane or wish.lane) for wish in wishes))

    def action_leave(self) -> None:
        """One step back: stop asking, back to the line, close."""
        if any(worker.group == "probe" and not worker.is_finished for worker in self.workers):
            self.workers.cancel_group(self, "probe")
            self._say(looks_like(self.query_one("#address", Input).value), TYPING)
        elif self.is_picking:
            self.is_picking = False
            self._say(looks_like(self.query_one("#address", Input).value), TYPING)
            self.query_one("#address", Input).focus()
        else:
            self.dismiss(None)


def _row(place: str, found: FoundSource, is_ticked: bool) -> Choice:
    return Choice(place, found.title, hint="you have it" if found.is_known else "", mark="✓" if is_ticked else "")


def is_file(typed: str) -> bool:
    """Whether the typed words are a path."""
    word = typed.strip().casefold()
    return word.startswith(("/", "~", "./", "../")) or ("://" not in word and word.endswith((".opml", ".xml")))


def looks_like(typed: str) -> str:
    """What the typed words seem to be, told from the words alone."""
    word = typed.strip()
    folded = word.casefold()
    if not word:
        return "The address of a feed or of any page, or the path of an OPML or newsboat urls file."
    if folded.endswith((".opml", ".xml")) and "://" not in word:
        return "A file with many sources."
    if is_file(word):
        return "A file on this computer."
    if "://" in word and not folded.startswith(("http://", "https://")):
        return "Only http and https addresses are asked."
    if any(mark in folded for mark in ("/feed", "/rss", "atom", ".rss", "feed.json")):
        return "The address of a feed, it seems."
    if " " not in word and "." in word:
        return "A page: its feeds will be looked for."
    return "Not an address yet."
