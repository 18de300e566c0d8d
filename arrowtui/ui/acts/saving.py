"""Pages put into the Tips by their address."""

from functools import partial
from typing import TYPE_CHECKING

from arrowtui.ui.clerk import Acted

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen


def _save_page(screen: "MainScreen") -> None:
    # Dialogs are imported when they are first wanted: start-up time.
    from arrowtui.ui.screens.save import SaveScreen

    screen.app.push_screen(SaveScreen(), partial(_typed, screen))


def _typed(screen: "MainScreen", address: str | None) -> None:
    if address:
        save_link(screen, address)


def save_link(screen: "MainScreen", link: str) -> None:
    """Put a link into the Tips; the poller fetches what it leads to."""
    screen.ask(partial(screen.clerk.save, screen.desk.view, link), partial(_saved, screen))


def _saved(screen: "MainScreen", acted: Acted) -> None:
    screen.acted(acted)
    screen.look()


SAVING = {"save_page": _save_page}
