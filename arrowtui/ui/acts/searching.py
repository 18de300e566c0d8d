"""Searches under names: keeping the one at hand, and how many items each finds."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.item import KeptSearch, View
from arrowtui.model.replace import replace
from arrowtui.ui.acts import lists, panes
from arrowtui.ui.command import Place
from arrowtui.ui.panes.status import Tone

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen

COUNT_EVERY_S = 5.0


def _keep(screen: "MainScreen") -> None:
    """Ask for a name for the words being typed, or those the list is narrowed to."""
    if screen.is_journal:
        screen.say("Searches among items are kept; in the Journal tags do that", Tone.HINT)
        return
    if screen.place is Place.SEARCH:
        screen.never_mind("search")
        lists.seek(screen, screen.items.line.value.strip())
    view = screen.desk.view
    if not any(character.isalnum() for character in view.words or ""):
        screen.say("Search for something first, then keep it", Tone.HINT, (screen.key_of("search"), "searches"))
        return
    # Dialogs are imported when they are first wanted: start-up time.
    from arrowtui.ui.screens.name import NameScreen

    screen.app.push_screen(NameScreen(view.words or "", where(view)), partial(_named, screen, view))


def where(view: View) -> str:
    """Among what a search is kept, in words: a source or tag it is narrowed to does not go with it."""
    among = f"in {view.lane.tab}" if view.lane else "in all tabs"
    rest = " (not the source or tag it is narrowed to)" if view.is_of_sources or view.tag else ""
    return f"{among}, {view.scope.value}{rest}"


def _named(screen: "MainScreen", view: View, name: str | None) -> None:
    if name is None:
        return
    search = KeptSearch(name, view.words or "", view.lane, view.scope)
    screen.ask(partial(screen.services.searches.keep, search), partial(_kept, screen))


def _kept(screen: "MainScreen", sentence: str) -> None:
    screen.say(sentence, Tone.DONE, (screen.key_of("undo"), "undo"), (screen.key_of("filters"), "all of them"))
    panes.focus_list(screen)  # where these keys are heard
    renew(screen)


def renew(screen: "MainScreen") -> None:
    """The settings have other searches now."""
    screen.ask(screen.services.searches.all, partial(_renewed, screen))


def _renewed(screen: "MainScreen", searches: tuple[KeptSearch, ...]) -> None:
    screen.taste = replace(screen.taste, searches=searches)
    count(screen)
    screen.describe()


def count(screen: "MainScreen") -> None:
    """How many items each finds, where that is seen."""
    if screen.side.display and screen.taste.searches:
        question = partial(screen.clerk.tallies, screen.taste.searches)
        screen.ask(question, partial(_counted, screen), group="searches")


def count_soon(screen: "MainScreen") -> None:
    """After something was written into the store: not more often than every few seconds."""
    if not screen.is_waiting("searches"):
        screen.later("searches", COUNT_EVERY_S, partial(count, screen))


def _counted(screen: "MainScreen", found: Mapping[KeptSearch, int]) -> None:
    screen.found = found
    screen.describe()


SEARCHING: "dict[str, Callable[[MainScreen], None]]" = {"keep_search": _keep}
