"""Noting in one line: begun with the first letter, saved within a second, never in the way of anything."""

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.errors import ArrowError
from arrowtui.model.note import About, LayerId, Note, Subject, title_of
from arrowtui.model.template import NONE
from arrowtui.ui.acts import opening, panes
from arrowtui.ui.capture import Capture, Target
from arrowtui.ui.desk import Tab
from arrowtui.ui.panes.status import Tone
from arrowtui.ui.widgets.autosave import Autosave

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen

SAVE_AFTER_S = 1.0
WHY = "Why keep it?"


@dataclass
class Noting:
    """One capture and where its words are. `layer` None: the note is not begun in the store yet."""

    capture: Capture
    state: Autosave = field(default_factory=Autosave)
    layer: LayerId | None = None
    is_begun: bool = False
    is_over: bool = False

    @property
    def unsaved(self) -> tuple[LayerId, str] | None:
        """The layer and its text where the store does not have every word yet."""
        return None if self.layer is None or self.state.is_safe else (self.layer, self.state.text)


def _capture(screen: "MainScreen") -> None:
    """A line beside the item at hand: no prompt while a chat runs, why it was kept, else the prompts chosen."""
    target = target_at_hand(screen)
    if target.item is not None and target.item == screen.kept_just_now:
        begin(screen, Capture(target, NONE, WHY))
    elif screen.tab is Tab.CHATS or screen.is_journal or not screen.taste.template.prompts:
        begin(screen, Capture(target, NONE, "Today" if target.item is None else "Note"))
    else:
        begin(screen, Capture(target, screen.taste.template))


def target_at_hand(screen: "MainScreen") -> Target:
    """The item at hand; in the Journal, and where there is no item, the day."""
    item = None if screen.is_journal and not screen.is_reading else opening.item_at_hand(screen)
    if item is not None:
        return Target(item)
    today = screen.services.clock.now().astimezone().date()
    return Target(None, Subject.of_day(today), About(f"{today:%A, %d %B %Y}"))


def begin(screen: "MainScreen", capture: Capture) -> None:
    """Show the line and give it the keyboard."""
    finish(screen)
    screen.noting = Noting(capture)
    screen.capture_pane.capture = capture
    screen.capture_pane.begin_typing()
    goes_on = "next prompt" if len(capture.template.prompts) > 1 else "done"
    room = (screen.key_of("editor"), "more room")
    screen.say("Saved as you write", Tone.HINT, ("Enter", goes_on), ("Esc", "done"), room)


def typed(screen: "MainScreen", line: str) -> None:
    """Every change counts at once; the first one begins the note."""
    noting = screen.noting
    if noting is None:
        return
    noting.capture = noting.capture.typed(line)
    noting.state = noting.state.typed(screen.clean(noting.capture.text))
    if not noting.is_begun and noting.state.text:
        noting.is_begun = True
        target = noting.capture.target
        question = partial(screen.journal.begin_note, target.item, subject=target.meant, about=target.about)
        screen.ask(question, partial(_begun, screen, noting))
    elif noting.layer is not None and noting.state.is_due and not screen.is_waiting("capture"):
        screen.later("capture", SAVE_AFTER_S, partial(_save, screen, noting))


def _begun(screen: "MainScreen", noting: Noting, note: Note) -> None:
    noting.layer = note.layer.id
    _save(screen, noting)


def _save(screen: "MainScreen", noting: Noting) -> None:
    screen.never_mind("capture")
    if noting.layer is not None and noting.state.is_due:
        noting.state = noting.state.handed_over()
        screen.beside(partial(_keep, screen, noting, noting.layer, noting.state.text), "note")


async def _keep(screen: "MainScreen", noting: Noting, layer: LayerId, text: str) -> None:
    try:
        note = await screen.services.notes.save(layer, text)
    except ArrowError as error:
        screen.post_message(screen.Answered(partial(_not_saved, screen, noting, error)))
    else:
        screen.post_message(screen.Answered(partial(_saved, screen, noting, note, text)))


def _saved(screen: "MainScreen", noting: Noting, note: Note, text: str) -> None:
    noting.state = noting.state.confirmed(text)
    opening.noted(screen, note)
    if noting.is_over:
        _say_noted(screen, noting)


def _say_noted(screen: "MainScreen", noting: Noting) -> None:
    """Once every word is in the store; nothing written: the line of before is over."""
    if not noting.state.text:
        screen.say("")
    elif noting.state.is_safe:
        screen.say(f"Noted: {title_of(noting.state.text)}", Tone.DONE, (screen.key_of("undo"), "undo"))


def _not_saved(screen: "MainScreen", noting: Noting, error: ArrowError) -> None:
    """Tried again every second, until it is saved or the program ends with a draft."""
    noting.state = noting.state.refused(str(error))
    screen.say(f"Not saved yet: {error}", Tone.TROUBLE)
    screen.later("capture", SAVE_AFTER_S, partial(_save, screen, noting))


def entered(screen: "MainScreen") -> None:
    """On to the next prompt, or done."""
    noting = screen.noting
    if noting is None:
        return
    further = noting.capture.entered()
    if further is None:
        leave(screen)
        return
    noting.capture = further
    _save(screen, noting)
    screen.capture_pane.capture = further


def leave(screen: "MainScreen") -> None:
    """Put the line away; what was written is kept."""
    finish(screen)
    panes.focus_last(screen)


def finish(screen: "MainScreen") -> None:
    """Save what stands in the line and be done with it."""
    noting, screen.noting = screen.noting, None
    screen.capture_pane.capture = None
    if noting is not None:
        noting.is_over = True
        _save(screen, noting)
        _say_noted(screen, noting)


def to_the_editor(screen: "MainScreen") -> None:
    """Write on with all the room there is: the line goes into the note's field."""
    noting = screen.noting
    if noting is None or noting.layer is None:
        screen.say("Write a word first", Tone.HINT)
        return
    layer, text = noting.layer, noting.state.text
    leave(screen)
    screen.ask(partial(screen.notes.saved, layer, text), partial(opening.show_note, screen), group="open")


CAPTURING = {"capture": _capture}
