"""Handing what is read to a program of the person's own."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.errors import ArrowError
from arrowtui.model.item import ItemId
from arrowtui.model.reading import Reading
from arrowtui.ui.panes.status import Tone

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen


def _pipe(screen: "MainScreen") -> None:
    from arrowtui.ui.screens.pipe import PipeScreen  # dialogs are imported when they are first wanted

    row = screen.row
    if row is None:
        screen.say("No item here to hand on", Tone.HINT)
        return
    screen.app.push_screen(PipeScreen(screen.piped_last), partial(_named, screen, row.id))


def _named(screen: "MainScreen", item: ItemId, line: str | None) -> None:
    if line:
        screen.piped_last = line
        screen.ask(partial(screen.services.library.item, item), partial(_run, screen, line))


def _run(screen: "MainScreen", line: str, reading: Reading | None) -> None:
    """The terminal is the program's meanwhile."""
    if reading is None:
        return
    try:
        with screen.app.suspend():
            screen.services.pipe(plain(reading, screen.taste.measure), line)
    except ArrowError as error:
        screen.say(str(error), Tone.TROUBLE)


def plain(reading: Reading, measure: int) -> str:
    """An item as plain text: its title, its link, its words."""
    from arrowtui.ui.drawing.reading import set_document  # as above

    lines = ("".join(piece.text for piece in line).rstrip() for line in set_document(reading.document, measure))
    head = [part for part in (reading.row.title, reading.link) if part]
    return "\n".join([*head, "", *lines]).rstrip() + "\n"


PIPING: "dict[str, Callable[[MainScreen], None]]" = {"pipe": _pipe}
