"""Pages put into the Tips by their address."""

from functools import partial
from typing import TYPE_CHECKING

from arrowtui.ui.acts import opening
from arrowtui.ui.acts.reading import copy_link
from arrowtui.ui.clerk import Acted
from arrowtui.ui.widgets.linkpick import LinkUse

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


def use_link(screen: "MainScreen", link: str, use: LinkUse) -> None:
    """A link that was picked in a text: to be opened, copied, or saved."""
    uses = {LinkUse.OPEN: opening.follow, LinkUse.COPY: copy_link, LinkUse.SAVE: save_link}
    uses[use](screen, link)


def _saved(screen: "MainScreen", acted: Acted) -> None:
    screen.acted(acted)
    screen.look()


SAVING = {"save_page": _save_page}
