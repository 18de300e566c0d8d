"""Handing links to the person's browser or clipboard: one gate that all of them pass, whatever the screen.

What looks like a scam is handed over at the second press only: its link may be its very contact.
"""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Protocol, TypeVar

from textual.app import App

from arrowtui.model.errors import ArrowError
from arrowtui.model.item import ItemId
from arrowtui.ui.panes.status import Tone
from arrowtui.ui.ports import Services

T = TypeVar("T")


class Opening(Protocol):
    """A screen that can open links."""

    services: Services

    @property
    def app(self) -> App[object]: ...

    def say(self, words: str, tone: Tone = ..., *keys: tuple[str, str] | None) -> None:
        """Show a sentence in the status line."""
        ...

    def ask(self, question: Callable[[], Awaitable[T]], use: Callable[[T], None]) -> None:
        """Have a question answered, then use the answer."""
        ...

    def ask_twice(self, id: str, words: str, about: str) -> None:
        """Ask once: the same command about the same again says yes."""
        ...

    def is_answered(self, id: str, about: str) -> bool:
        """Was this asked just before?"""
        ...


def pass_gate(
    screen: Opening, link: str, use: Callable[[str], None], *, asks: str = "browse", item: ItemId | None = None
) -> None:
    """Hand a link to `use`; that of a suspected scam only once the command `asks` was given for it twice.

    Args:
        item: the item that the link stands in or belongs to, where that is known.
    """
    if screen.is_answered(asks, link):
        use(link)
        return

    def known(why: str | None) -> None:
        if why is None:
            use(link)
        else:
            screen.ask_twice(asks, f"This looks like a scam: {why}", link)

    screen.ask(partial(screen.services.library.scam_behind, link, item), known)


def open_link(
    screen: Opening,
    link: str,
    *,
    asks: str = "browse",
    item: ItemId | None = None,
    then: Callable[[], None] = lambda: None,
) -> None:
    """Hand a link to the person's browser, through the gate; `then` follows once it was opened."""

    def use(link: str) -> None:
        if _open(screen, link):
            then()

    pass_gate(screen, link, use, asks=asks, item=item)


def copy_link(screen: Opening, link: str, *, asks: str = "copy_link", item: ItemId | None = None) -> None:
    """Put a link on the clipboard of the person's own terminal, through the gate."""
    pass_gate(screen, link, partial(_copy, screen), asks=asks, item=item)


def _open(screen: Opening, link: str) -> bool:
    try:
        is_opened = screen.services.browser.open(link)
    except ArrowError as error:
        screen.say(str(error), Tone.TROUBLE)
        return False
    words = _opened_words(link) if is_opened else "There is no browser here: y copies the link"
    screen.say(words, Tone.DONE if is_opened else Tone.TROUBLE)
    return is_opened


def _opened_words(link: str) -> str:
    """A mail link holds the whole letter: of that only to whom it goes is told."""
    scheme, _, rest = link.partition(":")
    return f"Handed to your mail program: {rest.partition('?')[0]}" if scheme == "mailto" else f"Opened {link}"


def _copy(screen: Opening, link: str) -> None:
    screen.app.copy_to_clipboard(link)
    screen.say(f"Copied {link}", Tone.DONE)
