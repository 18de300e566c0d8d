"""Noting a line beside the item at hand: which prompts it is asked with."""

from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.note import About, Subject
from arrowtui.model.template import NONE
from arrowtui.ui.acts import opening
from arrowtui.ui.capture import Capture, Target
from arrowtui.ui.desk import Tab
from arrowtui.ui.panes.status import Tone

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen

WHY = "Why keep it?"


def _capture(screen: "MainScreen") -> None:
    """No prompt while a chat runs, why it was kept right after keeping it, else the prompts chosen."""
    target = target_at_hand(screen)
    if target.item is not None and target.item == screen.kept_just_now:
        screen.begin_noting(Capture(target, NONE, WHY))
    elif screen.tab is Tab.CHATS or screen.is_journal or not screen.taste.template.prompts:
        screen.begin_noting(Capture(target, NONE, "Today" if target.item is None else "Note"))
    else:
        screen.begin_noting(Capture(target, screen.taste.template))


def target_at_hand(screen: "MainScreen") -> Target:
    """The item at hand; in the Journal, and where there is no item, the day."""
    item = None if screen.is_journal and not screen.is_reading else opening.item_at_hand(screen)
    if item is not None:
        return Target(item)
    today = screen.services.clock.now().astimezone().date()
    return Target(None, Subject.of_day(today), About(f"{today:%A, %d %B %Y}"))


def to_the_editor(screen: "MainScreen") -> None:
    """Write on with all the room there is: the line goes into the note's field."""
    noting = screen.noting
    if noting is None or noting.layer is None:
        screen.say("Write a word first", Tone.HINT)
        return
    layer, text = noting.layer, noting.state.text
    screen.end_noting()
    opening.open_note(screen, partial(screen.notes.saved, layer, text))


CAPTURING = {"capture": _capture}
