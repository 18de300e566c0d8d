"""Sources, help, palette, quitting."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.item import View
from arrowtui.model.subscription import SourceRow, SubscriptionId, Wish
from arrowtui.ui.acts import entering, offering, opening, reminding, searching, watching
from arrowtui.ui.answers import Acted, Added
from arrowtui.ui.command import Command
from arrowtui.ui.desk import Tab
from arrowtui.ui.drawing.typed import SENDS
from arrowtui.ui.keymap import shown
from arrowtui.ui.panes.status import Tone
from arrowtui.ui.tidying import TIDY_EVERY_S, Tidying

if TYPE_CHECKING:
    from arrowtui.model.pack import ChatWish
    from arrowtui.ui.screens.main import MainScreen
    from arrowtui.ui.screens.welcome import Entered
    from arrowtui.ui.widgets.choice import Choice


FAREWELL_S = 0.3
DEMO = "demo"
"""What the program ends with when the person wants to see the sample world."""


def begin(screen: "MainScreen") -> None:
    """After the first rows: what is heavy and not seen at once."""
    screen.look()
    screen.beside(partial(watching.listen, screen), "poller")
    screen.say(screen.taste.greeting, Tone.DONE)
    if screen.taste.begin:
        screen.run_command(screen.taste.begin)
    elif not screen.taste.has_sources:
        screen.ask(screen.clerk.is_new_here, lambda is_new: welcome(screen) if is_new else None)
    screen.ask(screen.services.notes.recover, lambda found: opening.tell_recovered(screen, len(found)))
    offering.refresh(screen)
    reminding.remind(screen)
    searching.count(screen)
    tidying = Tidying()
    tidying.begin()
    screen.app.set_interval(TIDY_EVERY_S, tidying.tidy)


async def leave(screen: "MainScreen", end: Callable[[], object] | None = None) -> None:
    """Save the last words, end the poller, leave; `end` says how, where it is not for good."""
    for layer, text in screen.unsaved_words():
        await screen.services.notes.save(layer, text)
    with suppress(TimeoutError):  # it is ended less politely otherwise; either way it loses nothing
        async with asyncio.timeout(FAREWELL_S):
            await screen.services.poller.stop()
    (end or screen.app.exit)()


def _refresh_all(screen: "MainScreen") -> None:
    _refresh(screen, (), "Asking every source")


def _refresh_one(screen: "MainScreen") -> None:
    """The source the list is narrowed to, else that of the item at hand."""
    narrowed = screen.desk.view.source
    row = screen.rows.row
    found = [
        source
        for source in screen.sources
        if (source.id == narrowed if narrowed is not None else row is not None and source.title == row.source_title)
    ]
    if found:
        _refresh(screen, [source.id for source in found], f"Asking {found[0].title}")
    else:
        screen.say("No source here to ask", Tone.HINT, ("R", "asks all"))


def _refresh(screen: "MainScreen", sources: Sequence[SubscriptionId], words: str) -> None:
    if not screen.sources and not screen.taste.has_sources:  # these are known before the store has told of any
        screen.say("There are no sources yet", Tone.HINT, ("+", "adds one"))
        return
    watching.ask(screen, sources, words)


def add_source(
    screen: "MainScreen",
    then: "Callable[[MainScreen, Sequence[Wish] | None], None] | None" = None,
    address: str = "",
) -> None:
    """Ask for an address, or show this one; `then` takes what is wished, in place of `add`."""
    # Dialogs are imported when they are first wanted: start-up time.
    from arrowtui.ui.screens.add import AddScreen

    dialog = AddScreen(screen.services.probe, screen.services.keep_secret, address)
    screen.app.push_screen(dialog, partial(then or add, screen))


def pasted(screen: "MainScreen", text: str) -> None:
    """Text was pasted where none is written: an address is one to be added, and nothing is taken for keys."""
    words = text.strip()
    if words.casefold().startswith((*SENDS, "feed:")) and words.isprintable() and " " not in words:
        add_source(screen, address=words)
    else:
        screen.say("Nothing here takes pasted text", Tone.HINT, (screen.key_of("capture"), "note"))


def _added_first(screen: "MainScreen", wishes: Sequence[Wish] | None) -> None:
    """Whoever closed the dialogue without an address stands before the doors again."""
    if wishes:
        add(screen, wishes)
    else:
        welcome(screen)


def add(screen: "MainScreen", wishes: Sequence[Wish] | None, chats: "Sequence[ChatWish]" = ()) -> None:
    """Take the sources and chats on, and have them asked at once."""
    if wishes or chats:
        screen.ask(partial(screen.clerk.add, wishes or (), chats), partial(_added, screen))


def _added(screen: "MainScreen", added: Added) -> None:
    undo = (screen.key_of("undo"), "undo") if added.done.count else None
    screen.say(added.done.sentence, Tone.DONE, undo)
    screen.look()
    if added.ids:
        watching.ask(screen, added.ids, f"{added.done.sentence}; asking now", Tone.DONE, undo)


def _sources(screen: "MainScreen") -> None:
    """Every source and how it is doing; one may be shown alone, or asked now."""
    from arrowtui.ui.screens.sources import Picked, SourcesScreen  # as above

    def picked(chosen: Picked | None) -> None:
        if chosen is None:
            return
        if chosen.is_asked:
            title = next((row.title for row in screen.sources if row.id == chosen.source), "it")
            _refresh(screen, [chosen.source], f"Asking {title}")
        else:
            _show_source(screen, chosen.source)

    def state() -> tuple[Sequence[SourceRow], datetime]:
        return screen.sources, screen.services.clock.now()

    screen.app.push_screen(SourcesScreen(state, partial(_pause, screen), partial(_remove, screen)), picked)


def _show_source(screen: "MainScreen", source: SubscriptionId) -> None:
    """A source's own list; the Journal has none, so there it is that of the Tips."""
    view = View(None, screen.desk.view.scope, source)
    if screen.is_journal:
        screen.desks[Tab.TIPS].view = view
        screen.tab = Tab.TIPS
    else:
        entering.show_view(screen, view)


def _pause(screen: "MainScreen", source: SourceRow) -> None:
    """Leave a source unasked, or ask it again."""
    if source.is_wanted:
        screen.ask(partial(screen.clerk.pause, screen.desk.view, source), partial(_rewritten, screen))
    else:
        screen.say("It was removed: it is not asked any more", Tone.HINT)


def _remove(screen: "MainScreen", source: SourceRow) -> None:
    """Take a source out of the settings; what it brought stays."""
    if source.is_wanted:
        screen.ask(partial(screen.clerk.remove, screen.desk.view, source), partial(_rewritten, screen))
    else:
        screen.say("It was removed already; what it brought stays", Tone.HINT)


def _rewritten(screen: "MainScreen", acted: Acted) -> None:
    screen.acted(acted)
    screen.must_look = True
    screen.look()


def welcome(screen: "MainScreen") -> None:
    """The four doors of somebody who has no sources yet."""
    from arrowtui.ui.screens.welcome import WelcomeScreen  # as above

    screen.app.push_screen(WelcomeScreen(screen.services.packs()), partial(_enter, screen))


def _packs(screen: "MainScreen") -> None:
    """The starter packs alone."""
    from arrowtui.ui.screens.welcome import WelcomeScreen  # as above

    screen.app.push_screen(WelcomeScreen(screen.services.packs(), only_packs=True), partial(_enter, screen))


def _enter(screen: "MainScreen", entered: "Entered | None") -> None:
    from arrowtui.ui.screens.welcome import Door  # as above

    match entered.door if entered else None:
        case Door.DEMO:
            screen.app.exit(DEMO)
        case Door.ADD:
            add_source(screen, _added_first)
        case Door.PACK if entered and entered.pack:
            add(screen, entered.pack.wishes, entered.pack.chats)
        case Door.QUIT:
            screen.quit()


def _palette(screen: "MainScreen") -> None:
    from arrowtui.ui.screens.palette import PaletteScreen  # as above

    screen.app.push_screen(PaletteScreen(choices(screen, is_grouped=False)), partial(_run, screen))


def _help(screen: "MainScreen") -> None:
    from arrowtui.ui.screens.help import HelpScreen  # as above

    screen.app.push_screen(HelpScreen(choices(screen, is_grouped=True)), partial(_run, screen))


def choices(screen: "MainScreen", *, is_grouped: bool) -> "list[Choice]":
    """Every command of the screen as a row: what it does, and its keys."""
    return rows(screen.table, is_grouped=is_grouped)


def rows(table: Sequence[Command], *, is_grouped: bool) -> "list[Choice]":
    """Commands as rows: what each does, and its keys."""
    from arrowtui.ui.widgets.choice import Choice  # as above

    groups = {command.group: None for command in table}
    ordered = [command for group in groups for command in table if command.group is group]
    return [
        Choice(
            command.id,
            command.help,
            shown(command.keys),
            command.group.value if is_grouped else "",
            words=f"{command.label} {command.id}",
        )
        for command in ordered
        if is_grouped or command.id != "palette"
    ]


def _run(screen: "MainScreen", id: str | None) -> None:
    if id is not None:
        screen.run_command(id)


PROGRAM = {
    "refresh_all": _refresh_all,
    "refresh_one": _refresh_one,
    "add": add_source,
    "packs": _packs,
    "sources": _sources,
    "palette": _palette,
    "help": _help,
    "quit": lambda screen: screen.quit(),
}
