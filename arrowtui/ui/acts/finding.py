"""Chats that were found in what was read: following one, or waving it off. Elsewhere these keys do as always."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.chat_found import FoundChat
from arrowtui.services.journal import Done
from arrowtui.ui.acts.chatting import marked
from arrowtui.ui.acts.program import add_source
from arrowtui.ui.acts.triage import TRIAGE

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen


def _add(screen: "MainScreen") -> None:
    """Follow the chat under the cursor that was found; elsewhere add a source."""
    found = _found(screen)
    if found is None:
        add_source(screen)
        return

    async def followed() -> Done:
        done = await screen.services.chats.follow(found)
        await screen.services.poller.reload()
        return done

    def follow(done: Done) -> None:
        screen.chats_pane.list.goal = found.hashtag
        marked(screen, done.sentence)

    screen.ask(followed, follow)


def _dismiss(screen: "MainScreen") -> None:
    """Not this chat that was found; elsewhere the item."""
    found = _found(screen)
    if found is None:
        TRIAGE["dismiss"](screen)
    else:
        screen.ask(partial(screen.services.chats.refuse, found), lambda done: marked(screen, done.sentence))


def _found(screen: "MainScreen") -> FoundChat | None:
    return screen.chats_pane.list.found if screen.is_sessions else None


FINDING: "dict[str, Callable[[MainScreen], None]]" = {"add": _add, "dismiss": _dismiss}
