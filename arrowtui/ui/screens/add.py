"""Adding sources: one line to type an address into, what was found there, and into which lane it goes."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

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
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Trouble, Wish
from arrowtui.ui.drawing.found import rows, told
from arrowtui.ui.drawing.keyline import KeyLine
from arrowtui.ui.drawing.typed import PAGE, is_file, is_web, looks_like
from arrowtui.ui.widgets.choice import ChoiceList
from arrowtui.ui.widgets.dialog import Dialog

Keys = tuple[tuple[str, str], ...]
TYPING: Keys = (("Enter", "look there"), ("Esc", "close"))
ASKING: Keys = (("Esc", "stop asking"),)
ADDING: Keys = (("Enter", "add"), ("Esc", "back"))
LANES = (None, Lane.TIP, Lane.CHAT, Lane.CALL)

Probe = Callable[[str], Awaitable[Sequence[FoundSource]]]
"""Asks what an address holds, outside of the screen's process. Raises ArrowError."""
Keep = Callable[[str, str], Awaitable[None]]
"""Keeps a secret (name, value) in the keyring. Raises ArrowError."""


class AddScreen(Dialog[tuple[Wish, ...]]):
    """Answers the wishes to add. Nothing is added here."""

    DEFAULT_CSS = """
    AddScreen {
        & ChoiceList { max-height: 40vh; }
        & #lane { margin: 1 1 0 1; }
        & #told { height: auto; margin: 1 1 0 1; color: $text-muted; }
        & #found, & #lane, & #told, & #trouble { display: none; }
        &.-picking { & #found, & #lane, & #told { display: block; } & #say { display: none; } }
        &.-trouble #trouble { display: block; }
    }
    """
    BINDINGS = [  # noqa: RUF012 - Textual declares it as a plain class attribute
        Binding("space", "tick", show=False),
        Binding("a", "tick_all", show=False),
        Binding("s", "server", show=False),
        Binding("u", "account", show=False),
        Binding("t", "token", show=False),
        Binding("p", "page", show=False),
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

    def __init__(self, probe: Probe, keep: Keep, address: str = "") -> None:
        """`address` is looked at once when given (a link from the clipboard, a door of the welcome screen)."""
        super().__init__()
        self._probe, self._keep, self._address = probe, keep, address
        self._found: tuple[FoundSource, ...] = ()

    def body(self) -> ComposeResult:
        yield Input(self._address, placeholder="https://…  #tag  @name@server  ~/Mail/Lists", id="address")
        yield Static(Content(looks_like(self._address)), id="say", classes="muted")
        yield Static(id="trouble", classes="trouble")
        yield ChoiceList(id="found")
        yield Static(id="told")
        yield Static(id="lane")

    def on_mount(self) -> None:
        self._line.focus()
        self.watch(self._rows, "cursor", self._show_current)

    @property
    def _line(self) -> Input:
        return self.query_one("#address", Input)

    @property
    def _rows(self) -> ChoiceList:
        return self.query_one("#found", ChoiceList)

    @property
    def _current(self) -> FoundSource | None:
        row = self._rows.current
        return self._found[int(row.id)] if row and self.is_picking else None

    @on(Input.Changed, "#address")
    def _recognise(self, event: Input.Changed) -> None:
        self.remove_class("-trouble")
        self._say(looks_like(event.value), TYPING)

    @on(Input.Submitted, "#address")
    def _look(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self._begin()
            self._ask(event.value.strip())

    def _begin(self) -> None:
        """The line again, while somebody is asked."""
        self.is_picking = False
        self.remove_class("-trouble")
        self._say("Asking…", ASKING)
        self._line.focus()

    @work(exclusive=True, group="probe")
    async def _ask(self, address: str) -> None:
        try:
            self.post_message(self.Answered(tuple(await self._probe(address))))
        except ArrowError as error:
            self.post_message(self.Answered((), Trouble.of(error)))

    @work(exclusive=True, group="probe")
    async def _ask_with(self, name: str, secret: str, address: str) -> None:
        try:
            await self._keep(name, secret)
            self.post_message(self.Answered(tuple(await self._probe(address))))
        except ArrowError as error:
            self.post_message(self.Answered((), Trouble.of(error)))

    @on(Answered)
    def _show(self, message: Answered) -> None:
        if message.trouble or not message.found:
            self._show_trouble(message.trouble)
            return
        self._found = message.found
        fresh = [place for place, found in enumerate(self._found) if not found.is_known]
        good = [place for place in fresh if not self._found[place].is_comments and not self._found[place].trouble][:1]
        self._rows.choices = rows(self._found, fresh if is_file(self._line.value) and self._are_apart else good)
        self.is_picking = True
        self._rows.focus()
        self._show_current()
        self.watch_lane()

    @property
    def _are_apart(self) -> bool:
        """Whether the found sources are many, and not several ways to watch one page."""
        return len({(found.wish.kind, found.wish.address) for found in self._found}) == len(self._found)

    def _show_trouble(self, trouble: Trouble | None) -> None:
        words = f"{trouble.headline}.\n{trouble.hint}" if trouble else "No feed was found there."
        self.query_one("#trouble", Static).update(Content(words))
        self.add_class("-trouble")
        self._say("", TYPING)
        self._line.focus()

    def _say(self, words: str, keys: Sequence[tuple[str, str]]) -> None:
        self.query_one("#say", Static).update(Content(words))
        self.query_one("#keys", Static).update(KeyLine(keys))

    def _show_current(self) -> None:
        """What is known of the row under the cursor, and the keys it has."""
        found = self._current
        if found is None:
            return
        self.query_one("#told", Static).update(told(found, self._line.size.width))
        more: Keys = (
            ("Space", "tick"),
            *((("a", "all"),) if self._are_apart and len(self._found) > 1 else ()),
            ("Tab", "lane"),
            *((("s", "another server"),) if found.server else ()),
            *((("u", "your name"),) if found.name_in else ()),
            *((("t", "give the token"),) if found.secret else ()),
            *((("p", "watch the page"),) if self._has_page and not found.name_in else ()),
        )
        self._say("", (*more, *ADDING))

    @property
    def _has_page(self) -> bool:
        """Whether the page itself could be watched in place of what was found there."""
        return is_web(self._line.value) and all(found.wish.kind != "page" for found in self._found)

    def watch_lane(self) -> None:
        """Say where it will go."""
        if self.is_mounted:
            words = self.lane.tab if self.lane else "auto"
            self.query_one("#lane", Static).update(Content.assemble("Lane: ", (words, "bold $text-accent")))

    def action_lane(self) -> None:
        """The next lane."""
        if self.is_picking:
            self.lane = LANES[(LANES.index(self.lane) + 1) % len(LANES)]

    def action_server(self) -> None:
        """Type another server behind the tag."""
        if (found := self._current) and found.server:
            tag = f"{self._line.value.strip().partition('@')[0]}@"
            self._type_into(tag, len(tag), "Type the name of the server behind the @.")

    def action_account(self) -> None:
        """Type the name of the account before the server."""
        if (found := self._current) and found.name_in:
            before, _, behind = found.name_in.partition("{}")
            self._type_into(before + behind, len(before), "Type the name of your account before the @.")

    def _type_into(self, line: str, place: int, words: str) -> None:
        """Back to the line, where only one word is missing."""
        self.is_picking = False
        with self.prevent(Input.Changed):  # which would say again what the line looks like
            self._line.value = line
        self._line.select_on_focus = False  # what stands there stays
        self._line.focus()
        self._line.cursor_position = place
        self._say(words, TYPING)

    def action_token(self) -> None:
        """Give the token the source wants, then look again."""
        if (found := self._current) and found.secret:
            from arrowtui.ui.screens.token import TokenScreen  # when it is first wanted: start-up time

            name, address = found.secret, self._line.value.strip()

            def given(secret: str | None) -> None:
                if secret:
                    self._begin()
                    self._ask_with(name, secret, address)

            self.app.push_screen(TokenScreen(name), given)

    def action_page(self) -> None:
        """Look at the page itself in place of its feeds."""
        if self.is_picking and self._has_page:
            self._line.value = f"{PAGE}{self._line.value.strip()}"
            self._begin()
            self._ask(self._line.value)

    def action_tick_all(self) -> None:
        """Tick everything she does not have yet, or nothing."""
        if self.is_picking and self._are_apart:
            choices = self._rows.choices
            fresh = {choice.id for choice in choices if not self._found[int(choice.id)].is_known}
            mark = "" if all(choice.mark for choice in choices if choice.id in fresh) else "✓"
            self._rows.choices = tuple(replace(row, mark=mark if row.id in fresh else "") for row in choices)

    def action_tick(self) -> None:
        """Tick or untick the row under the cursor; a page is watched in one way only."""
        if self.is_picking and (row := self._rows.current):
            place = self._found[int(row.id)].wish
            rivals = {str(at) for at, one in enumerate(self._found) if _is_rival(one.wish, place)} - {row.id}
            self._rows.choices = tuple(
                replace(choice, mark="" if choice.mark or choice.id in rivals else "✓")
                if choice.id in {row.id, *rivals}
                else choice
                for choice in self._rows.choices
            )

    @on(ChoiceList.Chosen, "#found")
    def _add(self, event: ChoiceList.Chosen) -> None:
        """All that is ticked; the row under the cursor when nothing is."""
        ticked = [choice.id for choice in self._rows.choices if choice.mark] or [event.id]
        wishes = (self._found[int(place)].wish for place in ticked)
        self.dismiss(tuple(replace(wish, lane=self.lane or wish.lane) for wish in wishes))

    def action_leave(self) -> None:
        """One step back: stop asking, back to the line, close."""
        if any(worker.group == "probe" and not worker.is_finished for worker in self.workers):
            self.workers.cancel_group(self, "probe")
            self._say(looks_like(self._line.value), TYPING)
        elif self.is_picking:
            self.is_picking = False
            self._say(looks_like(self._line.value), TYPING)
            self._line.focus()
        else:
            self.dismiss(None)


def _is_rival(one: Wish, other: Wish) -> bool:
    """Whether two wishes are one entry of the settings."""
    return (one.kind, one.address) == (other.kind, other.address)
