"""`u`: take back the last thing done, whatever it was, and show the lists as they are without it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from arrowtui.ui.acts import entering, lists, opening, revising, sorting
from arrowtui.ui.answers import Acted
from arrowtui.ui.panes.status import Tone

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen

TOLD_AFTER_S = 0.5
"""What takes longer is said to be under way."""


def _undo(screen: "MainScreen") -> None:
    screen.later("undoing", TOLD_AFTER_S, partial(screen.say, "Taking it back …", Tone.WORK))
    screen.ask(partial(_taken_back, screen), partial(_undone, screen))


async def _taken_back(screen: "MainScreen") -> Acted:
    rows, desk = screen.rows, screen.desk
    ids = list({row.id for row in rows.window.rows} | desk.touched.keys())
    try:
        return await screen.clerk.undo(desk.view, ids, rows.cursor, rows.window.base + rows.screen_line)
    finally:
        screen.never_mind("undoing")


def _undone(screen: "MainScreen", result: Acted) -> None:
    """Show what was taken back."""
    screen.services.notes.undone()
    opening.look_at_note(screen)
    entering.show_beside_rows(screen)
    lists.acted(screen, result, is_quiet=True)
    if result.done is not None and result.done.in_settings and not result.done.by_hand:
        screen.renew_searches()
        screen.must_look = True  # whether a source is paused stands there too
        screen.look()
        screen.ask(screen.services.poller.reload, lambda _: None)
    if result.done is not None and result.done.of_order:
        sorting.stand_again(screen)
    if result.done is None:
        screen.say("Nothing left to undo", Tone.HINT)
    else:
        screen.say(result.done.sentence, Tone.DONE, (screen.key_of("undo"), "undo more"))
        if result.done.by_hand:
            revising.renewed(screen, result.done.sentence)


UNDOING: "dict[str, Callable[[MainScreen], None]]" = {"undo": _undo}
