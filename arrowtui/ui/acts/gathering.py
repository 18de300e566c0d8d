"""Gathering answers: the call-outs that are watched, their answers as a list, files of them, another one to watch."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from arrowtui.model.item import ItemId, Scope, View
from arrowtui.model.subscription import Wish
from arrowtui.ui.acts import entering, opening
from arrowtui.ui.desk import Tab
from arrowtui.ui.panes.status import Tone

if TYPE_CHECKING:
    from arrowtui.model.gathering import Gathering
    from arrowtui.ui.answers import Added
    from arrowtui.ui.screens.gatherings import Chosen
    from arrowtui.ui.screens.main import MainScreen


def _gather(screen: "MainScreen") -> None:
    """Every gathering; one of them may be shown or exported, another watched."""
    item = opening.item_at_hand(screen)

    async def asked() -> "tuple[tuple[Gathering, ...], dict[ItemId, str]]":
        return await screen.services.gatherings.every(), await screen.services.library.links([item] if item else [])

    screen.ask(asked, partial(_show, screen), opens=True)


def _show(screen: "MainScreen", found: "tuple[tuple[Gathering, ...], dict[ItemId, str]]") -> None:
    # Dialogs are imported when they are first wanted: start-up time.
    from arrowtui.ui.screens.gatherings import GatheringsScreen

    every, links = found
    here = next((link for link in links.values() if link.startswith(("http://", "https://"))), "")
    now, plots = screen.services.clock.now(), partial(screen.services.gatherings.plots, is_ascii=screen.taste.is_ascii)
    screen.app.push_screen(GatheringsScreen(every, now, plots, here), partial(_chosen, screen))


def _chosen(screen: "MainScreen", chosen: "Chosen | None") -> None:
    from arrowtui.ui.screens.gatherings import GatherScreen, Use  # as above

    if chosen is None:
        return
    one = chosen.gathering
    if chosen.use is Use.WATCH:
        screen.app.push_screen(
            GatherScreen(screen.services.probe, screen.services.keep_secret, chosen.address), partial(_watch, screen)
        )
    elif one is not None and chosen.use is Use.EXPORT:
        question = partial(screen.services.gatherings.export, one, screen.services.exports_folder)
        screen.ask(question, partial(_exported, screen))
    elif one is not None:
        show_answers(screen, one)


def show_answers(screen: "MainScreen", one: "Gathering") -> None:
    """The answers as a list like any other, in the tab of calls; Esc leads back to its own."""
    view = View(None, Scope.ALL, source=one.source)
    if screen.tab is Tab.CALLS:
        entering.show_view(screen, view, from_top=True)
    else:
        screen.desks[Tab.CALLS].view = view
        screen.tab = Tab.CALLS


def _exported(screen: "MainScreen", paths: Sequence[Path]) -> None:
    """Both files have one name, so that is said once."""
    kinds = " and ".join(path.suffix for path in paths)
    screen.say(f"Wrote {kinds}:", Tone.DONE, path=paths[0])


def _watch(screen: "MainScreen", wishes: Sequence[Wish] | None) -> None:
    """Take them on, and have them asked at once."""
    if wishes:
        screen.ask(partial(screen.clerk.gather, wishes), partial(_taken, screen))


def _taken(screen: "MainScreen", added: "Added") -> None:
    answers, undo = (screen.key_of("gather"), "answers"), (screen.key_of("undo"), "undo")
    screen.say(added.done.sentence, Tone.DONE, *((undo, answers) if added.done.count else (answers,)))
    screen.look()
    if added.ids:
        screen.ask(partial(screen.services.poller.ask, added.ids), lambda _: None)


GATHERING: "dict[str, Callable[[MainScreen], None]]" = {"gather": _gather}
