"""The draft of an answer: where it goes, a subject, the text; then to the mail program, the form or the clipboard.

arrowtui sends nothing itself: it hands over a draft that its owner sends. What is typed is saved every second.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from msgspec import Struct
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static, TextArea

from arrowtui.model.call import ContactKind
from arrowtui.model.call_board import AnswerDraft, CallLine
from arrowtui.model.errors import ArrowError
from arrowtui.ui.widgets.autosave import Autosave
from arrowtui.ui.widgets.dialog import Dialog

SAVE_EVERY_S = 1.0
SURELY_TAKEN = 2_000
"""Characters of a mail link that every system hands on."""
MOSTLY_TAKEN = 16_000
"""From here on the text goes by the clipboard alone."""


class Answering(Struct, frozen=True):
    """What the person wrote, and how it is handed on: a link to open, the clipboard, both, or not yet."""

    contact: str | None
    subject: str
    text: str
    link: str | None = None
    is_copied: bool = False


class Desk(Struct, frozen=True):
    """What the screen lends: the person's editor, a place to keep the draft, its earlier texts, the post's own link."""

    edit: Callable[[str, str], str]
    save: Callable[[Answering], Awaitable[object]]
    earlier: Sequence[str] = ()
    post: str | None = None


class AnswerScreen(Dialog[Answering]):
    """Writes one answer. Escape keeps the words as a draft: nothing typed is ever lost."""

    DEFAULT_CSS = """
    AnswerScreen {
        & > #box { max-width: 96; width: 96%; }
        & TextArea {
            height: 1fr; min-height: 8; max-height: 24; border: none; background: $boost; padding: 0 1;
            &:focus { border: none; }
        }
        & #flags { height: auto; color: $text-error; margin: 0 1 1 1; }
        & #trouble { display: none; }
    }
    """
    BINDINGS = [  # noqa: RUF012 - Textual declares it as a plain class attribute
        Binding("ctrl+s", "hand_on", show=False, priority=True),
        Binding("ctrl+y", "copy", show=False, priority=True),
        Binding("ctrl+e", "edit", show=False, priority=True),
        Binding("ctrl+g", "earlier", show=False, priority=True),
    ]

    @dataclass
    class Kept(Message):
        """The words are in the store, or the trouble why not."""

        words: str
        trouble: str = ""

    def __init__(self, line: CallLine, draft: AnswerDraft, desk: Desk) -> None:
        super().__init__()
        self._line, self._draft, self._desk = line, draft, desk
        self._safe = Autosave.of(_words(draft.subject, draft.text))
        self._has_kept, self._shown = False, -1
        hands_on = self._hands_on()
        self.KEYS = (
            *((("^S", hands_on),) if hands_on else ()),
            ("^Y", "copy"),
            ("^E", "$EDITOR"),
            *((("^G", "an earlier text"),) if desk.earlier else ()),
            ("Esc", "keep as a draft"),
        )

    def _hands_on(self) -> str:
        """What handing it on does; "" where there is nowhere to go."""
        contact = self._draft.contact
        if contact is not None and contact.kind is ContactKind.EMAIL:
            return "to the mail program"
        if contact is not None and contact.kind is ContactKind.FORM:
            return "copy and open the form"
        return "copy and open the post" if self._post else ""

    @property
    def _post(self) -> str | None:
        """The post itself, where one answers there; a suspected scam is not opened from here."""
        return None if self._line.kept.call.is_scam else self._desk.post

    def heading(self) -> str:
        return "Answer"

    def body(self) -> ComposeResult:
        yield Static(Content(self._where()), classes="lead")
        if self._line.kept.call.flags:
            words = "; ".join(f"{flag.meaning} (“{flag.words}”)" for flag in self._line.kept.call.flags)
            yield Static(Content(f"Careful: {words}"), id="flags")
        yield Input(self._draft.subject, placeholder="Subject", id="subject")
        yield TextArea(self._draft.text, soft_wrap=True, show_line_numbers=False, id="text")
        yield Static(id="trouble", classes="trouble")

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        row = writing_room(self._draft.text)
        area.move_cursor(area.document.end if row is None else (row, 0))
        subject = self.query_one("#subject", Input)
        area.cursor_blink = subject.cursor_blink = False
        subject.cursor_position = 0  # its beginning is seen
        area.focus()
        self.set_interval(SAVE_EVERY_S, self.beat)

    def beat(self) -> None:
        """What the timer does every second: hand over what nobody was told of."""
        written = self._written()
        self._safe = self._safe.typed(_words(written.subject, written.text))
        if self._safe.is_due:
            self._safe = self._safe.handed_over()
            self._keep(written)

    @work(group="keep")
    async def _keep(self, written: Answering) -> None:
        words = _words(written.subject, written.text)
        try:
            await self._desk.save(written)
        except ArrowError as error:
            self.post_message(self.Kept(words, str(error)))
        else:
            self.post_message(self.Kept(words))

    @on(Kept)
    def _tell(self, kept: Kept) -> None:
        self._has_kept = self._has_kept or not kept.trouble
        self._safe = self._safe.refused(kept.trouble) if kept.trouble else self._safe.confirmed(kept.words)
        self._tell_safety()
        trouble = self.query_one("#trouble", Static)
        trouble.display = bool(kept.trouble)
        trouble.update(Content(kept.trouble))

    @on(TextArea.Changed)
    @on(Input.Changed)
    def _tell_safety(self) -> None:
        """Words typed since are not saved yet, and nothing says they are."""
        written = self._written()
        self._safe = self._safe.typed(_words(written.subject, written.text))
        is_told = self._has_kept and self._safe.is_safe
        words = " not saved " if self._safe.trouble else " saved " if is_told else ""
        self.query_one("#box").border_subtitle = Content(words)

    def _where(self) -> str:
        contacts = self._line.kept.call.contacts
        if self._line.kept.call.is_scam:
            return "This looks like a scam: its contacts stand in the text, none is handed over."
        if not contacts:
            return "The post names no way to answer but to reply to it."
        shown = ", ".join(f"{contact.kind.value} {contact.value}" for contact in contacts)
        return f"To: {shown}"

    def _written(self, link: str | None = None, *, is_copied: bool = False) -> Answering:
        contact = self._draft.contact
        return Answering(
            contact.value if contact else None,
            self.query_one("#subject", Input).value,
            self.query_one(TextArea).text,
            link,
            is_copied,
        )

    def action_leave(self) -> None:
        """Keep what was typed; without a change there is nothing to keep."""
        written = self._written()
        is_same = (written.subject, written.text) == (self._draft.subject, self._draft.text)
        self.dismiss(None if is_same and not self._has_kept else written)

    def action_copy(self) -> None:
        """Keep it and copy it."""
        self.dismiss(self._written(is_copied=True))

    def action_hand_on(self) -> None:
        """To the mail program, the form, or the post where one replies; what has none of these is copied."""
        contact, written = self._draft.contact, self._written()
        if contact is not None and contact.kind is ContactKind.EMAIL:
            self._to_the_mail_program(contact.value, written)
            return
        is_form = contact is not None and contact.kind is ContactKind.FORM
        there = contact.value if contact is not None and is_form else self._post
        if there is None:
            self.dismiss(self._written(is_copied=True))
        else:
            self.app.copy_to_clipboard(written.text)
            self.dismiss(self._written(there))

    def _to_the_mail_program(self, address: str, written: Answering) -> None:
        """A long letter goes to the clipboard, too: what systems and mail programs take of a link differs, and what is
        too much they drop without a word."""
        link = mailto(address, written.subject, written.text)
        is_long = len(link) > SURELY_TAKEN
        if is_long:
            self.app.copy_to_clipboard(written.text)
        short = mailto(address, written.subject, "") if len(link) > MOSTLY_TAKEN else link
        self.dismiss(self._written(short, is_copied=is_long))

    def action_earlier(self) -> None:
        """The next earlier text in the place of this one, round and round; the field's own undo brings it back."""
        if self._desk.earlier:
            self._shown = (self._shown + 1) % len(self._desk.earlier)
            area = self.query_one(TextArea)
            area.replace(self._desk.earlier[self._shown], (0, 0), area.document.end)

    def action_edit(self) -> None:
        """Write on in one's own editor; the field's own undo brings the text from before back."""
        area = self.query_one(TextArea)
        try:
            with self.app.suspend():
                text = self._desk.edit(area.text, "answer.txt")
        except ArrowError as error:
            self.query_one(".lead", Static).update(Content(str(error)))
        else:
            if text != area.text:
                area.replace(text, (0, 0), area.document.end)


def writing_room(text: str) -> int | None:
    """The line of a draft where one begins to write: the middle one of the first three empty lines; None: no such."""
    lines = text.split("\n")
    return next((row + 1 for row in range(len(lines) - 3) if not any(lines[row : row + 3])), None)


def _words(subject: str, text: str) -> str:
    return f"{subject}\n{text}"


def mailto(address: str, subject: str, text: str) -> str:
    """A mailto link: RFC 6068, percent-encoded UTF-8, lines end in CR LF."""
    body = "\r\n".join(text.splitlines())
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
