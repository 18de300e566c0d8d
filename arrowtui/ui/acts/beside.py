"""What stands beside the list is about its cursor's line, however the pane came to be seen: a wider window, a zoom that
ended, a tab entered again with the cursor where it was."""

from functools import partial
from typing import TYPE_CHECKING

from arrowtui.ui.acts import entering, opening

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen


def renew_soon(screen: "MainScreen") -> None:
    """Once the panes have the room they get."""
    screen.call_after_refresh(partial(renew, screen))


def renew(screen: "MainScreen") -> None:
    """Fill the panes that can be seen."""
    screen.describe()
    if screen.is_reading or screen.has_class("-noting"):
        return  # what she reads stays, and so does the item of the note she writes
    if screen.is_journal:
        opening.glance_at_note(screen)
    elif not screen.is_sessions:
        opening.preview(screen)
    elif (session := screen.chats_pane.list.looked_at) is not None:
        entering.glance(screen, session)
