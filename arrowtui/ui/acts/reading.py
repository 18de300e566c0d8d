"""Reading: opening items, and handing their links on."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from arrowtui.model.item import ItemId
from arrowtui.model.reading import Reading
from arrowtui.ui.acts import opening, panes
from arrowtui.ui.acts.linking import copy_link, open_link
from arrowtui.ui.command import Place
from arrowtui.ui.desk import Tab
from arrowtui.ui.panes.status import Tone

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen


def _open(screen: "MainScreen") -> None:
    """What lies under the cursor: an item, a note, a line of the side panel."""
    if screen.place is Place.SIDE:
        screen.side.list.choose()
    elif screen.place is Place.SEARCH:
        panes.focus_list(screen)
    elif screen.tab is Tab.JOURNAL and screen.place is Place.JOURNAL:
        screen.journal_pane.list.choose()
    elif screen.place is Place.CHATS:
        screen.chats_pane.list.choose()
    elif screen.place is Place.READER:
        if not screen.reader.unfold():
            opening.open_whole(screen)
    else:
        opening.open_current(screen)


def _browse(screen: "MainScreen") -> None:
    link_of(screen, lambda link, item: open_link(screen, link, item=item))


def _copy(screen: "MainScreen") -> None:
    link_of(screen, lambda link, item: copy_link(screen, link, item=item))


def link_of(screen: "MainScreen", use: Callable[[str, ItemId], None]) -> None:
    """Hand the link of the item at hand to `use`, with the item."""

    def found(reading: Reading | None) -> None:
        if reading is None or reading.link is None:
            screen.say("This item has no link", Tone.HINT)
        else:
            use(reading.link, reading.row.id)

    opening.with_reading(screen, found)


def _pick_link(screen: "MainScreen") -> None:
    if screen.place is Place.NOTE:
        if not screen.note.pick_link():
            screen.say(
                "No link in sight: links are picked in the preview", Tone.HINT, (screen.key_of("preview"), "preview")
            )
    elif screen.is_journal and panes.is_seen(screen.note_glance):
        if not screen.note_glance.pick_link():
            screen.say("There is no link in sight", Tone.HINT)
    elif screen.reader.reading is None or not panes.is_reader_shown(screen):
        screen.say("Open an item first: its links are picked in the text", Tone.HINT)
    else:
        panes.focus_reader(screen)
        if not screen.reader.pick_link():
            screen.say("There is no link in sight", Tone.HINT)


READING = {"open": _open, "browse": _browse, "copy_link": _copy, "pick_link": _pick_link}
