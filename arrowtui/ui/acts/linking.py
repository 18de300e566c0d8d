"""Handing a link to the person's browser."""

from typing import Protocol

from arrowtui.model.errors import ArrowError
from arrowtui.ui.panes.status import Tone
from arrowtui.ui.ports import Services


class Opening(Protocol):
    """A screen that can open links."""

    services: Services

    def say(self, words: str, tone: Tone = ..., *keys: tuple[str, str] | None) -> None:
        """Show a sentence in the status line."""
        ...


def open_link(screen: Opening, link: str) -> None:
    """Hand a link to the person's browser."""
    try:
        is_opened = screen.services.browser.open(link)
    except ArrowError as error:
        screen.say(str(error), Tone.TROUBLE)
        return
    words = f"Opened {link}" if is_opened else "There is no browser here: y copies the link"
    screen.say(words, Tone.DONE if is_opened else Tone.TROUBLE)
