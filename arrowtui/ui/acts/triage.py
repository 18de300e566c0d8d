"""Sorting out: every act is for what is selected, else for the item under the cursor, and can be undone."""

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.item import ItemId, ItemRow, View
from arrowtui.model.lane import Lane
from arrowtui.services.journal import Done
from arrowtui.ui.acts import selecting
from arrowtui.ui.answers import Acted
from arrowtui.ui.desk import told_tally
from arrowtui.ui.panes.status import Tone
from arrowtui.ui.widgets.motion import Motion

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen
    from arrowtui.ui.screens.tags import TagChange

Deed = Callable[[Sequence[ItemId]], Awaitable[Done]]
Mark = Callable[[Sequence[ItemId], bool], Awaitable[Done]]


def _toggle(name: str, mark: Callable[["MainScreen"], Mark], goes_on: bool, screen: "MainScreen") -> None:
    """Set a mark where any of them lacks it, else take it from all."""

    def do(rows: Sequence[ItemRow]) -> None:
        is_on = not all(getattr(row, name) for row in rows)
        pen = mark(screen)
        carry_out(screen, rows, lambda ids: pen(ids, is_on), goes_on=goes_on)

    selecting.with_targets(screen, do)


def _keep(screen: "MainScreen") -> None:
    """Keep, or keep no longer; then why is asked, and any other key goes on."""

    def do(rows: Sequence[ItemRow]) -> None:
        is_on = not all(row.is_kept for row in rows)
        carry_out(screen, rows, lambda ids: screen.journal.keep(ids, is_on), use=partial(_kept, screen, rows, is_on))

    selecting.with_targets(screen, do)


def _kept(screen: "MainScreen", rows: Sequence[ItemRow], is_on: bool, acted: Acted) -> None:
    screen.acted(acted)
    if is_on and len(rows) == 1 and acted.done is not None:
        screen.kept_just_now = rows[0].id
        why, undo = (screen.key_of("capture"), "why?"), (screen.key_of("undo"), "undo")
        screen.say(acted.done.sentence, Tone.DONE, why, undo)


def carry_out(
    screen: "MainScreen",
    rows: Sequence[ItemRow],
    deed: Deed,
    *,
    goes_on: bool = False,
    use: Callable[[Acted], None] | None = None,
) -> None:
    """Do it, say so (or `use` the answer), and with `goes_on` step to the next item (unless several were selected)."""
    ids = [row.id for row in rows]
    is_single = not selecting.has_selection(screen)
    selecting.select_none(screen)
    screen.ask(partial(screen.clerk.act, screen.desk.view, ids, lambda: deed(ids)), use or screen.acted)
    if goes_on and is_single:
        screen.list.move(Motion.DOWN)


def _unread(screen: "MainScreen") -> None:
    selecting.with_targets(screen, lambda rows: carry_out(screen, rows, lambda ids: screen.journal.read(ids, False)))


def _tag(screen: "MainScreen") -> None:
    def choose(rows: Sequence[ItemRow]) -> None:
        # Dialogs are imported when they are first wanted: start-up time.
        from arrowtui.ui.screens.tags import TagsScreen

        held = Counter(tag for row in rows for tag in row.tags)

        def change(answer: "TagChange | None") -> None:
            if answer is not None and (answer.add or answer.remove):
                carry_out(screen, rows, lambda ids: screen.journal.tag(ids, answer.add, answer.remove))

        screen.app.push_screen(TagsScreen(screen.tags, held, len(rows)), change)

    selecting.with_targets(screen, choose, opens=True)


def _move(screen: "MainScreen") -> None:
    def choose(rows: Sequence[ItemRow]) -> None:
        from arrowtui.ui.screens.lane import LaneScreen  # as above

        lanes = {row.lane for row in rows}

        def move(lane: Lane | None) -> None:
            if lane is not None:
                carry_out(screen, rows, lambda ids: screen.journal.move(ids, lane), goes_on=True)

        current = next(iter(lanes)) if len(lanes) == 1 else None
        screen.app.push_screen(LaneScreen(rows[0].title, len(rows), current), move)

    selecting.with_targets(screen, choose, opens=True)


def _select(screen: "MainScreen") -> None:
    row, shown = screen.row, screen.list
    if row is None:
        return
    shown.picked = shown.picked ^ {row.id}
    shown.move(Motion.DOWN)
    selecting.say_selected(screen)


def _select_range(screen: "MainScreen") -> None:
    """The first time: from here. The second: so far, and the range is selected."""
    if screen.is_board:
        screen.say("Calls are selected one by one", Tone.HINT, (screen.key_of("select"), "selects"))
        return
    rows = screen.rows
    if rows.range_from is None:
        rows.range_from = rows.cursor
        selecting.say_selected(screen)
        return

    def fix(chosen: Sequence[ItemRow]) -> None:
        rows.range_from = None
        rows.picked = frozenset(row.id for row in chosen)
        selecting.say_selected(screen)

    selecting.with_targets(screen, fix)


def _read_all(screen: "MainScreen") -> None:
    """The first press asks, with the number; the second does it. On the board of calls it is for the calls seen there:
    what is folded away, and what only repeats another call, stays as it is."""
    if screen.is_board:
        _read_board(screen)
        return
    if screen.is_answered("read_all"):
        newest = screen.newest
        if newest is None:
            return
        view, ids = screen.desk.view, [row.id for row in screen.rows.window.rows]
        screen.say("Marking them read …", Tone.WORK)  # half a million take their time
        screen.ask(partial(screen.clerk.act, view, ids, lambda: screen.journal.read_all(view, newest)), screen.acted)
        return
    view = screen.desk.view
    screen.ask(partial(screen.clerk.unread_in, view), partial(_ask_first, screen, view), group="asking")


def _read_board(screen: "MainScreen") -> None:
    ids = [row.id for row in screen.calls_pane.list.window.rows if not row.is_read]
    if screen.is_answered("read_all"):
        view = screen.desk.view
        screen.ask(partial(screen.clerk.act, view, ids, lambda: screen.journal.read(ids, True)), screen.acted)
    else:
        _ask_first(screen, screen.desk.view, len(ids))


def _ask_first(screen: "MainScreen", view: View, count: int) -> None:
    if not count:
        screen.say("Nothing unread here", Tone.HINT)
        return
    items = "1 item" if count == 1 else f"{told_tally(view, count)} items"
    screen.ask_twice("read_all", f"Mark {items} read?")


TRIAGE: "dict[str, Callable[[MainScreen], None]]" = {
    "read": partial(_toggle, "is_read", lambda screen: screen.journal.read, True),
    "unread": _unread,
    "dismiss": partial(_toggle, "is_dismissed", lambda screen: screen.journal.dismiss, True),
    "keep": _keep,
    "later": partial(_toggle, "is_later", lambda screen: screen.journal.later, False),
    "tag": _tag,
    "move": _move,
    "select": _select,
    "select_range": _select_range,
    "select_none": selecting.select_none,
    "read_all": _read_all,
}
