"""What is selected in a list, and so meant by the next act."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.item import ItemRow
from arrowtui.ui.panes.status import Tone

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen


def has_selection(screen: "MainScreen") -> bool:
    """Is more than the cursor's item meant?"""
    return bool(screen.list.picked) or screen.list.range_from is not None


def select_none(screen: "MainScreen") -> None:
    """Only the cursor's item is meant again."""
    if has_selection(screen):
        screen.list.picked, screen.list.range_from = frozenset(), None
        screen.say("")


def say_selected(screen: "MainScreen") -> None:
    """How many are selected."""
    if screen.rows.range_from is not None:
        screen.say(
            "Selecting from here to where the cursor goes", Tone.HINT, (screen.key_of("select_range"), "ends it")
        )
    elif count := len(screen.list.picked):
        screen.say(f"{count:,} selected", Tone.HINT, (screen.key_of("select_none"), "selects none"))
    else:
        screen.say("")


def with_targets(screen: "MainScreen", use: Callable[[Sequence[ItemRow]], None], *, opens: bool = False) -> None:
    """Hand the rows that are meant to `use`: all that are selected, else the item at hand. `opens` as for `ask`."""
    rows = screen.list
    if has_selection(screen) and not screen.is_journal:
        at = screen.row.id if screen.row else None
        question = partial(screen.clerk.selected, screen.desk.view, rows.picked, rows.range_from, at)
        screen.ask(question, partial(_use_some, screen, use), opens=opens)
        return
    reading = screen.reader.reading
    if screen.is_reading and reading is not None:
        use((reading.row,))
    elif not screen.is_journal and screen.row is not None:
        use((screen.row,))
    else:
        screen.say("No item here", Tone.HINT)


def _use_some(screen: "MainScreen", use: Callable[[Sequence[ItemRow]], None], rows: Sequence[ItemRow]) -> None:
    if rows:
        use(rows)
