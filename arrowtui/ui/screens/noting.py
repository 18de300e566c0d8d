"""A screen on which a line can be noted: begun with the first letter, saved within a second, never in the way."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from textual import on

from arrowtui.model.errors import ArrowError
from arrowtui.model.note import LayerId, Note, title_of
from arrowtui.services.notekeeper import clean_note
from arrowtui.ui.capture import Capture
from arrowtui.ui.panes.capture import CapturePane
from arrowtui.ui.panes.status import Tone
from arrowtui.ui.ports import Services
from arrowtui.ui.screens.commanded import CommandScreen
from arrowtui.ui.widgets.autosave import Autosave

SAVE_AFTER_S = 1.0
NOT_BEGUN = LayerId(2**62)
"""For the draft of a note the store had no time to begin: no layer has this number (nor those above it), so it becomes
a note of its own."""


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


class NotingScreen(CommandScreen):
    """Subclasses compose a `CapturePane`, and say what follows a note and where the keyboard goes afterwards."""

    services: Services
    noting: Noting | None = None
    put_away: tuple[Noting, ...] = ()
    """Lines that are over, whose words the store may not have yet."""

    def noted(self, note: Note) -> None:
        """The store has a note: whatever shows it may be told."""

    def refocus(self) -> None:
        """Give the keyboard back to what had it before the line."""
        raise NotImplementedError

    @property
    def capture_pane(self) -> CapturePane:
        return self.query_one(CapturePane)

    def begin_noting(self, capture: Capture) -> None:
        """Show the line and give it the keyboard."""
        self.stop_noting()
        self.noting = Noting(capture)
        self.capture_pane.capture = capture
        self.capture_pane.begin_typing()
        goes_on = "next prompt" if len(capture.template.prompts) > 1 else "done"
        self.say("Saved as you write", Tone.HINT, ("Enter", goes_on), ("Esc", "done"), self._more_room())

    def _more_room(self) -> tuple[str, str] | None:
        key = self.key_of("editor")
        return (key, "more room") if key else None

    def end_noting(self) -> None:
        """Put the line away; what was written is kept."""
        self.stop_noting()
        self.refocus()

    def stop_noting(self) -> None:
        """Save what stands in the line and be done with it, wherever the keyboard is."""
        noting, self.noting = self.noting, None
        self.capture_pane.capture = None
        if noting is not None:
            noting.is_over = True
            self.put_away = (*(line for line in self.put_away if not line.state.is_safe), noting)
            self._save_line(noting)
            self._say_noted(noting)

    @on(CapturePane.Typed)
    def _line_typed(self, typed: CapturePane.Typed) -> None:
        """Every change counts at once; the first one begins the note."""
        noting = self.noting
        if noting is None:
            return
        noting.capture = noting.capture.typed(typed.line)
        noting.state = noting.state.typed(clean_note(noting.capture.text))
        if not noting.is_begun and noting.state.text:
            noting.is_begun = True
            target = noting.capture.target
            journal = self.services.journal
            question = partial(journal.begin_note, target.item, subject=target.subject, about=target.about)
            self.ask(question, partial(self._line_begun, noting))
        elif noting.layer is not None and noting.state.is_due and not self.is_waiting("capture"):
            self.later("capture", SAVE_AFTER_S, partial(self._save_line, noting))

    def _line_begun(self, noting: Noting, note: Note) -> None:
        noting.layer = note.layer.id
        self._save_line(noting)

    @on(CapturePane.Entered)
    def _line_entered(self) -> None:
        """On to the next prompt, or done."""
        noting = self.noting
        if noting is None:
            return
        further = noting.capture.entered()
        if further is None:
            self.end_noting()
            return
        noting.capture = further
        self._save_line(noting)
        self.capture_pane.capture = further

    # Saving

    def _save_line(self, noting: Noting) -> None:
        self.never_mind("capture")
        if noting.layer is not None and noting.state.is_due:
            noting.state = noting.state.handed_over()
            self.beside(partial(self._keep_line, noting, noting.layer, noting.state.text), "note")

    async def _keep_line(self, noting: Noting, layer: LayerId, text: str) -> None:
        try:
            note = await self.services.notes.save(layer, text)
        except ArrowError as error:
            self.post_message(self.Answered(partial(self._line_not_saved, noting, error)))
        else:
            self.post_message(self.Answered(partial(self._line_saved, noting, note, text)))

    def _line_saved(self, noting: Noting, note: Note, text: str) -> None:
        noting.state = noting.state.confirmed(text)
        self.noted(note)
        if noting.is_over:
            self._say_noted(noting)

    def _line_not_saved(self, noting: Noting, error: ArrowError) -> None:
        """Tried again every second, until it is saved or the program ends with a draft."""
        noting.state = noting.state.refused(str(error))
        self.say(f"Not saved yet: {error}", Tone.TROUBLE)
        self.later("capture", SAVE_AFTER_S, partial(self._save_line, noting))

    def _say_noted(self, noting: Noting) -> None:
        """Once every word is in the store; nothing written: the line of before is over."""
        if not noting.state.text:
            self.say("")
        elif noting.state.is_safe:
            self.say(f"Noted: {title_of(noting.state.text)}", Tone.DONE, (self.key_of("undo"), "undo"))

    def unsaved_words(self) -> Sequence[tuple[LayerId, str]]:
        """All words on this screen that the store does not have yet."""
        return [words for line in self._lines() if (words := line.unsaved) is not None]

    def on_unmount(self) -> None:
        """However the program ends: words that are not in the store yet go to a draft at once."""
        for layer, text in self.unsaved_words():
            self.services.notes.hold(layer, text)
        not_begun = [line.state.text for line in self._lines() if line.layer is None and line.state.text]
        for number, text in enumerate(not_begun, NOT_BEGUN):
            self.services.notes.hold(LayerId(number), text)

    def _lines(self) -> tuple[Noting, ...]:
        """The line that is written, and those before it."""
        return self.put_away if self.noting is None else (*self.put_away, self.noting)
