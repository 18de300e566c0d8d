"""Meeting notes again, one card at a time: it asks before it shows."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec import Struct
from textual import on
from textual.widget import Widget

from arrowtui.model.document import Document
from arrowtui.model.errors import ArrowError
from arrowtui.model.note import LayerId, Note, NoteId
from arrowtui.model.review import Card, Outcome, ReviewCount
from arrowtui.services.journal import Done
from arrowtui.services.notekeeper import clean_note
from arrowtui.ui.acts.linking import open_link
from arrowtui.ui.acts.scrolling import scroll
from arrowtui.ui.command import Place, Surface
from arrowtui.ui.drawing import card as drawn
from arrowtui.ui.keymap import shown
from arrowtui.ui.panes.note import NotePane
from arrowtui.ui.panes.status import Tone
from arrowtui.ui.screens.over import Beneath, OverScreen
from arrowtui.ui.widgets.motion import Motion
from arrowtui.ui.widgets.page import PageView

MEASURE = 76
GRADES = {"forgot": Outcome.FORGOT, "effort": Outcome.EFFORT, "yes": Outcome.YES, "habit": Outcome.HABIT}


class Dealt(Struct, frozen=True):
    """What is left of the day; the note `first` is on top where it is among them."""

    cards: tuple[Card, ...]
    count: ReviewCount
    coming: str = ""
    document: Document | None = None


class ReviewScreen(OverScreen):
    """One card after the other. `used it` opens a new layer below the card."""

    DEFAULT_CSS = """
    ReviewScreen {
        & #card { height: 1fr; padding: 1 2; }
        & NotePane { display: none; height: 45%; border-top: solid $rule; }
        &.-noting NotePane { display: block; }
    }
    """
    AUTO_FOCUS = "#card"

    def __init__(self, beneath: Beneath) -> None:
        super().__init__(beneath, Surface.REVIEW, Place.REVIEW)
        self.note = NotePane(clean_note)
        self._dealt = Dealt((), ReviewCount(0, 0))
        self._is_shown = False
        self._last: NoteId | None = None
        self._is_loaded = False

    def part(self) -> Sequence[Widget]:
        return [PageView(id="card"), self.note]

    def begin(self) -> None:
        self._deal(None)

    def do(self) -> Mapping[str, Callable[[], None]]:
        motions = {motion.value: partial(scroll, self.card, motion) for motion in Motion}
        grades = {id: partial(self._grade, outcome) for id, outcome in GRADES.items()}
        return {
            **self.everywhere(),
            **motions,
            **grades,
            "show": self._show,
            "used": self._used,
            "let_go": partial(self._give, Outcome.LET_GO),
            "put_off": partial(self._give, Outcome.LATER),
            "undo": self._undo,
            "browse": self._browse,
            "open_item": self._open,
            "editor": self._editor,
        }

    @property
    def card(self) -> PageView:
        return self.query_one("#card", PageView)

    @property
    def top(self) -> Card | None:
        """The card on top."""
        return next(iter(self._dealt.cards), None)

    # Dealing

    def _deal(self, first: NoteId | None) -> None:
        self.ask(partial(self._dealing, first), self._take, group="deal")

    async def _dealing(self, first: NoteId | None) -> Dealt:
        reflection = self.services.reflection
        cards = sorted(await reflection.cards(), key=lambda card: card.note.id != first)
        document = None
        if cards:
            document = await self.services.notes.preview(cards[0].note.id, cards[0].note.text)
        return Dealt(tuple(cards), await reflection.count(), await reflection.coming(), document)

    def _take(self, dealt: Dealt) -> None:
        self._dealt, self._is_shown, self._is_loaded = dealt, False, True
        self._draw()
        self.card.scroll_home(animate=False)

    def on_resize(self) -> None:
        """Set the card anew for the new width."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        width = min(self.card.width, MEASURE)
        if width <= 0 or not self._is_loaded:
            return
        now, top, dealt = self.services.clock.now(), self.top, self._dealt
        of = dealt.count.met + len(dealt.cards)
        place = f"{dealt.count.met + 1} of {of}" if top else "done for today"
        self.head("Review", place)
        if top is None:
            self.card.lines = drawn.closing(dealt.count.met, [dealt.coming or self._how_notes_come()], width)
        elif self._is_shown and dealt.document is not None:
            self.card.lines = drawn.shown(top, dealt.document, width, now)
        else:
            key = shown((self.key_of("show"),))
            self.card.lines = drawn.asked(top, width, now, f"Say it to yourself, then {key} shows the note.")

    def _how_notes_come(self) -> str:
        """What to do where no note ever falls due: there is none yet, or all were let go."""
        key = next((shown(command.keys[:1]) for command in self.beneath.commands if command.id == "capture"), "")
        return f"No note is to come. {key} on an item notes a line beside it: what you note is met again here."

    # Answering

    def _show(self) -> None:
        """Turn the card; turned already, scroll it."""
        if self.top is None:
            self.leave()
        elif not self._is_shown:
            self._is_shown = True
            self._draw()
        else:
            scroll(self.card, Motion.PAGE_DOWN)

    def _grade(self, outcome: Outcome) -> None:
        """A grade is given to what was seen: before that, the key shows."""
        if self._is_shown or self.top is None:
            self._give(outcome)
        else:
            self._show()
            self.say("How was it? Press again once you have compared", Tone.HINT)

    def _give(self, outcome: Outcome) -> None:
        top = self.top
        if top is not None:
            self._last = top.note.id
            self.ask(partial(self.services.reflection.answer, top.note.id, outcome), self._answered, group="answer")

    def _answered(self, done: Done) -> None:
        self.say(done.sentence, Tone.DONE, (self.key_of("undo"), "undo"))
        self._deal(None)

    def _used(self) -> None:
        """Used it: how did it go? A new layer is opened for that."""
        top = self.top
        if top is not None:
            self._last = top.note.id
            self.ask(partial(self._using, top.note.id), self._write, group="answer", opens=True)

    async def _using(self, note: NoteId) -> Note:
        await self.services.reflection.answer(note, Outcome.USED)
        return await self.services.journal.add_layer(note)

    def _write(self, note: Note) -> None:
        self.say("Used it. How did it go, and what do you make of it now?", Tone.DONE, ("Esc", "goes on"))
        self._is_shown = True
        self._draw()
        self.add_class("-noting")
        self.note.note = note
        self.note.begin_typing()

    def _undo(self) -> None:
        self.ask(self.services.journal.undo, self._undone, group="answer")

    def _undone(self, done: Done | None) -> None:
        self.say(done.sentence if done else "Nothing left to undo", Tone.DONE)
        self._deal(self._last)

    # The new layer

    def on_descendant_focus(self) -> None:
        is_noting = self.focused is not None and self.note in self.focused.ancestors_with_self
        self.place = Place.NOTE if is_noting else Place.REVIEW

    @on(NotePane.Changed)
    def _changed(self, changed: NotePane.Changed) -> None:
        self.beside(partial(self._save, changed.layer, changed.text, changed.in_editor), "note")

    async def _save(self, layer: LayerId, text: str, in_editor: bool) -> None:
        try:
            saved = await self.services.notes.save(layer, text, in_editor=in_editor)
        except ArrowError as error:
            self.post_message(self.Answered(partial(self.note.not_saved, layer, error.headline())))
        else:
            self.post_message(self.Answered(partial(self.note.saved, layer, text, saved.changed_at)))

    @on(NotePane.Closed)
    def _note_closed(self) -> None:
        self.note.note = None
        self.remove_class("-noting")
        self.card.focus()
        self._deal(None)

    def on_unmount(self) -> None:
        """However the program ends: words that are not in the store yet go to a draft at once."""
        unsaved = self.note.unsaved
        if unsaved is not None:
            self.services.notes.hold(*unsaved)

    def _editor(self) -> None:
        """The new layer in the person's own editor."""
        note, field = self.note.note, self.note.editor
        if note is None or field is None:
            self.say("No layer is open to write in", Tone.HINT, (self.key_of("used"), "opens one"))
            return
        try:
            with self.app.suspend():
                text = self.services.edit(field.text, f"note-{note.id}")
        except ArrowError as error:
            self.say(str(error), Tone.TROUBLE)
        else:
            self.note.put_edited(text)

    # Elsewhere

    def leave(self) -> None:
        """Out of the new layer, else back to the main screen."""
        if self.note.note is not None:
            self.note.close()
        else:
            super().leave()

    def _open(self) -> None:
        """The item the note stands beside, on the main screen."""
        top = self.top
        if top is None or top.note.item is None:
            self.say("This note stands beside no item", Tone.HINT)
        else:
            self.to_item(top.note.item)

    def _browse(self) -> None:
        link = self.top.note.about.link if self.top else None
        if link is None:
            self.say("What this note is about has no link", Tone.HINT)
        else:
            open_link(self, link, item=self.top.note.item if self.top else None)
