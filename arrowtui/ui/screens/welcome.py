"""The first screen of somebody who has no sources yet: four doors, one key each."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import Static

from arrowtui.model.pack import Pack
from arrowtui.ui.drawing.keyline import KeyLine
from arrowtui.ui.widgets.choice import Choice, ChoiceList

MARK = "◀━━"
ROOMY = 23
"""Lines in which the doors have room for a second line each; in fewer all four are still seen."""
NAMED = 6
"""What a pack brings is named so far; all of it is in `arrowtui pack show`."""


class Door(StrEnum):
    """What the newcomer wants."""

    DEMO = "demo"
    ADD = "add"
    PACK = "pack"
    QUIT = "quit"


class Entered(Struct, frozen=True):
    """The door taken; `pack` only through PACK."""

    door: Door
    pack: Pack | None = None


DOORS = (
    (Door.DEMO, "d", "Look around", "a sample world: nothing is fetched, nothing kept"),
    (Door.ADD, "a", "Add an address", "a page, #tag, name or mailbox, or an OPML file"),
    (Door.PACK, "p", "Take a starter pack", "a few good sources for your profession"),
    (Door.QUIT, "q", "Quit", ""),
)
DOOR_KEYS = (("↑↓", "choose"), ("Enter", "open"))
PACK_KEYS = (("↑↓", "choose"), ("Enter", "take it"), ("Esc", "back"))


class WelcomeScreen(Screen[Entered]):
    """Answers the door taken. Packs are chosen here, everything else happens behind the door."""

    DEFAULT_CSS = """
    WelcomeScreen {
        align: center middle; background: $background;
        & > #welcome { width: 100%; max-width: 68; height: auto; max-height: 100%; padding: 0 2; }
        & #name { width: 100%; text-align: center; margin-bottom: 1; }
        & #say { width: 100%; text-align: center; color: $text-muted; margin-bottom: 2; }
        & #doors { height: auto; border: round $primary 50%; padding: 1 1; }
        & #packs { height: auto; max-height: 60vh; border: round $primary 50%; padding: 0 1; display: none;
            border-title-color: $text-primary; }
        & #inside { height: auto; margin: 1 2 0 2; color: $text-muted; display: none; }
        & #keys { width: 100%; text-align: center; margin-top: 1; color: $text-muted; }
        &.-packs {
            & #doors, & #say { display: none; }
            & #packs, & #inside { display: block; }
        }
        &.-low #say { display: none; }
        &.-low #doors { padding: 0 1; }
        &.-low #inside { display: none; }
    }
    """
    BINDINGS = [  # noqa: RUF012 - Textual declares it as a plain class attribute
        Binding("d", "enter('demo')", show=False),
        Binding("a,plus", "enter('add')", show=False),
        Binding("p", "enter('pack')", show=False),
        Binding("q,Q", "enter('quit')", show=False),
        Binding("escape", "back", show=False),
    ]

    is_choosing_pack: var[bool] = var(False, toggle_class="-packs")

    def __init__(self, packs: Sequence[Pack], *, only_packs: bool = False) -> None:
        """`only_packs`: the packs alone, for somebody who has been here for long."""
        super().__init__()
        self._packs = {pack.name: pack for pack in packs}
        self._only_packs = only_packs

    def compose(self) -> ComposeResult:
        with Vertical(id="welcome"):
            yield Static(Content.assemble((MARK, "$text-accent"), ("  arrowtui", "bold $text-primary")), id="name")
            yield Static(
                Content(
                    "Social media with the arrow turned inward.\nGather tips, chats and calls, and think about them."
                ),
                id="say",
            )
            yield ChoiceList(id="doors")
            packs = ChoiceList([_pack(pack) for pack in self._packs.values()], id="packs")
            packs.border_title = Content(" Starter packs ")
            yield packs
            yield Static(id="inside")
            yield Static(KeyLine(DOOR_KEYS), id="keys")

    def on_mount(self) -> None:
        self.watch(self.query_one("#packs", ChoiceList), "cursor", self._show_inside)
        self.is_choosing_pack = self._only_packs
        self._turn()

    def on_resize(self, event: events.Resize) -> None:
        """All doors are seen, however low the window is."""
        is_low = event.size.height < ROOMY
        self.set_class(is_low, "-low")
        doors = [door for door in DOORS if door[0] is not Door.PACK or self._packs]
        self.query_one("#doors", ChoiceList).choices = tuple(_door(*door, is_low=is_low) for door in doors)

    def watch_is_choosing_pack(self) -> None:
        """The packs in place of the doors, or the doors again."""
        if self.is_mounted:
            self._turn()

    def _turn(self) -> None:
        keys, list = (PACK_KEYS, "#packs") if self.is_choosing_pack else (DOOR_KEYS, "#doors")
        self.query_one("#keys", Static).update(KeyLine(keys))
        self.query_one(list, ChoiceList).focus()

    def _show_inside(self) -> None:
        """Under the packs: what the one under the cursor would bring."""
        chosen = self.query_one("#packs", ChoiceList).current
        if chosen and (pack := self._packs.get(chosen.id)):
            titles = [chat.title for chat in pack.chats] + [wish.title or wish.address for wish in pack.wishes]
            more = [f"and {len(titles) - NAMED} more"] if len(titles) > NAMED + 1 else titles[NAMED:]
            names = " · ".join(titles[:NAMED] + more)
            self.query_one("#inside", Static).update(Content(f"{pack.about}\n{names}"))

    def action_enter(self, door: str) -> None:
        """Go through a door."""
        chosen = Door(door)
        if self.is_choosing_pack:
            return
        if chosen is Door.PACK:
            self.is_choosing_pack = bool(self._packs)
        else:
            self.dismiss(Entered(chosen))

    def action_back(self) -> None:
        """From the packs to the doors, from there to the screen that has no sources yet."""
        if self.is_choosing_pack and not self._only_packs:
            self.is_choosing_pack = False
        else:
            self.dismiss(None)

    @on(ChoiceList.Chosen, "#doors")
    def _door_chosen(self, event: ChoiceList.Chosen) -> None:
        self.action_enter(event.id)

    @on(ChoiceList.Chosen, "#packs")
    def _pack_chosen(self, event: ChoiceList.Chosen) -> None:
        self.dismiss(Entered(Door.PACK, self._packs[event.id]))


def _door(door: Door, key: str, title: str, about: str, *, is_low: bool) -> Choice:
    return Choice(door.value, title, about=None if is_low else about or None, mark=key)


def _pack(pack: Pack) -> Choice:
    sources, chats = len(pack.wishes), len(pack.chats)
    hint = f"{sources} sources" if sources != 1 else "1 source"
    if chats:
        hint += f", {chats} chats" if chats != 1 else ", 1 chat"
    return Choice(pack.name, pack.title, hint=hint)
