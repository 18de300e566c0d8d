"""A screen of its own over the main one: a head, its part, what was said, its keys."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from textual.app import ComposeResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from arrowtui.model.item import ItemId
from arrowtui.ui.command import Command, Place, Surface, commands_on
from arrowtui.ui.drawing.row import Signs
from arrowtui.ui.panes.status import KeyBar, StatusLine
from arrowtui.ui.ports import Services
from arrowtui.ui.screens.commanded import CommandScreen


class Beneath(Struct, frozen=True):
    """What the main screen lends: its services, all commands, signs, and two ways back to it."""

    services: Services
    commands: Sequence[Command]
    signs: Signs
    open_item: Callable[[ItemId], None]
    quit: Callable[[], None]


class OverScreen(CommandScreen):
    """Subclasses give `part` and `do`; `back`, `help` and `quit` are the same everywhere."""

    DEFAULT_CSS = """
    OverScreen {
        layout: vertical; background: $background;
        & #head { height: 1; padding: 0 1; background: $surface; color: $text-muted; }
    }
    """

    place: reactive[Place] = reactive(Place.SHEET)

    def __init__(self, beneath: Beneath, surface: Surface, place: Place) -> None:
        super().__init__(commands_on(beneath.commands, surface))
        self.beneath, self.services = beneath, beneath.services
        self.set_reactive(OverScreen.place, place)

    def part(self) -> Sequence[Widget]:
        """What stands between head and foot."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        yield Static(id="head")
        yield from self.part()
        yield StatusLine().data_bind(OverScreen.saying)
        yield KeyBar().data_bind(OverScreen.place)

    def on_mount(self) -> None:
        self.query_one(KeyBar).table = self.footer()
        self.begin()

    def begin(self) -> None:
        """It is there: ask for what it shows."""

    def footer(self) -> Sequence[Command]:
        """The commands for the foot: those of this screen alone come first."""
        return sorted(self.table, key=lambda command: len(command.surfaces) > 1)

    def head(self, title: str, facts: str) -> None:
        """Say what this is."""
        self.query_one("#head", Static).update(Content.assemble((title, "bold $foreground"), f"  {facts}"))

    def everywhere(self) -> Mapping[str, Callable[[], None]]:
        """What is done the same way on all screens of this kind."""
        return {"back": self.leave, "help": self._help, "quit": self._quit}

    def leave(self) -> None:
        """Back to the main screen."""
        self.dismiss(None)

    def to_item(self, item: ItemId) -> None:
        """Leave for an item on the main screen."""
        self.leave()
        self.beneath.open_item(item)

    def _help(self) -> None:
        # Dialogs are imported when they are first wanted: start-up time.
        from arrowtui.ui.acts.program import rows
        from arrowtui.ui.screens.help import HelpScreen

        run = self.do()
        self.app.push_screen(HelpScreen(rows(self.table, is_grouped=True)), lambda id: run[id]() if id else None)

    def _quit(self) -> None:
        self.leave()
        self.beneath.quit()
