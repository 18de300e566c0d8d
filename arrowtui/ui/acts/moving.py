"""Moving: in whatever list or text has the keyboard."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.item import ItemRow
from arrowtui.ui.acts import opening, panes
from arrowtui.ui.acts.scrolling import scroll
from arrowtui.ui.panes.status import Tone
from arrowtui.ui.widgets.lines import LineList
from arrowtui.ui.widgets.motion import Motion
from arrowtui.ui.widgets.rows import RowList
from arrowtui.ui.widgets.window import Window

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen


def _move(motion: Motion, screen: "MainScreen") -> None:
    pane = panes.moved(screen)
    if isinstance(pane, RowList | LineList):
        pane.move(motion)
    else:
        scroll(pane, motion)


def _unread(step: int, screen: "MainScreen") -> None:
    """The nearest unread item, on whichever page it is; in the reader it is opened there."""
    if screen.is_journal:
        screen.say("Notes are neither read nor unread", Tone.HINT)
        return
    if screen.is_board:
        _unread_call(step, screen)
        return
    rows = screen.rows
    found = rows.unread_after(step)
    if found is not None:
        rows.go_to(found.id)
        return
    window = rows.window
    beyond = window.has_below if step > 0 else window.has_above
    if not window.rows or not beyond:
        screen.say(f"Nothing unread {'below' if step > 0 else 'above'}", Tone.HINT)
        return
    edge = window.rows[-1] if step > 0 else window.rows[0]
    line = window.end if step > 0 else window.base
    question = partial(screen.clerk.to_unread, screen.desk.view, edge.id, step, line)
    screen.ask(question, partial(_arrive, step, screen), group="page")


def _unread_call(step: int, screen: "MainScreen") -> None:
    """On the board every call is held: the nearest unread one in its order."""
    board, rows = screen.calls_pane.list, screen.calls_pane.list.window.rows
    at = next((place for place, row in enumerate(rows) if screen.row and row.id == screen.row.id), -1)
    ahead = rows[at + 1 :] if step > 0 else rows[: max(at, 0)][::-1]
    found = next((row for row in ahead if not row.is_read), None)
    if found is None:
        screen.say(f"Nothing unread {'below' if step > 0 else 'above'}", Tone.HINT)
    else:
        board.go_to(found.id)


def _arrive(step: int, screen: "MainScreen", found: tuple[ItemRow, Window] | None) -> None:
    if found is None:
        screen.say(f"Nothing unread {'below' if step > 0 else 'above'}", Tone.HINT)
        return
    row, window = found
    screen.rows.show(window.with_kept(screen.desk.touched.values()), row.id)


def _neighbour(motion: Motion, screen: "MainScreen") -> None:
    """The next or previous item, in the reader; in the Journal the next or previous note."""
    if screen.is_journal:
        _neighbour_note(motion, screen)
        return
    screen.list.move(motion)
    opening.open_current(screen)


def _neighbour_note(motion: Motion, screen: "MainScreen") -> None:
    screen.journal_pane.list.move(motion)
    row = screen.journal_pane.row
    if screen.is_reading and row is not None and row.item is not None:
        opening.show_item(screen, row.item)


def _read_on(screen: "MainScreen") -> None:
    """Scroll; at the end of the text the next unread item, in the Journal the next note."""
    if screen.is_journal:
        _read_on_in_notes(screen)
        return
    reader, row = screen.reader.text, screen.row
    is_here = row is not None and opening.is_open(screen, row.id)
    if not panes.is_reader_shown(screen) or not is_here:
        opening.open_current(screen)
    elif reader.scroll_offset.y < reader.max_scroll_y:
        scroll(reader, Motion.PAGE_DOWN)
    else:
        panes.focus_reader(screen)
        _unread(1, screen)


def _read_on_in_notes(screen: "MainScreen") -> None:
    text = screen.reader.text if screen.is_reading else screen.note_glance.page
    if text.scroll_offset.y < text.max_scroll_y:
        scroll(text, Motion.PAGE_DOWN)
    else:
        _neighbour_note(Motion.DOWN, screen)


MOVING: "dict[str, Callable[[MainScreen], None]]" = {
    **{motion.value: partial(_move, motion) for motion in Motion},
    "next_unread": partial(_unread, 1),
    "previous_unread": partial(_unread, -1),
    "next_item": partial(_neighbour, Motion.DOWN),
    "previous_item": partial(_neighbour, Motion.UP),
    "read_on": _read_on,
}
