"""Pages put into the Tips by their address."""

from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.item import ItemId
from arrowtui.ui.acts import opening
from arrowtui.ui.acts.linking import copy_link, pass_gate
from arrowtui.ui.answers import Acted
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


def use_link(screen: "MainScreen", link: str, use: LinkUse, item: ItemId | None = None) -> None:
    """A link that was picked in the text of an item, or of a note beside it: to be opened, copied, or saved."""
    match use:
        case LinkUse.OPEN:
            opening.follow(screen, link, item)
        case LinkUse.COPY:
            copy_link(screen, link, asks="pick_link", item=item)
        case LinkUse.SAVE:
            pass_gate(screen, link, partial(save_link, screen), asks="pick_link", item=item)


def _saved(screen: "MainScreen", acted: Acted) -> None:
    screen.acted(acted)
    screen.look()


SAVING = {"save_page": _save_page}
