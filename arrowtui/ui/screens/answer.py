"""The draft of an answer: where it goes, a subject, the text; then to the mail program, the form or the clipboard.

arrowtui sends nothing itself: it hands over a draft that its owner sends.
"""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from arrowtui.model.call import ContactKind
from arrowtui.model.call_board import AnswerDraft, CallLine
from arrowtui.model.errors import ArrowError
from arrowtui.ui.widgets.dialog import Dialog


@dataclass(frozen=True, slots=True)
class Answering:
    """What the person wrote, and how it is handed on: a link to open, the clipboard, or not yet."""

    contact: str | None
    subject: str
    text: str
    link: str | None = None
    is_copied: bool = False


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
    }
    """
    BINDINGS = [  # noqa: RUF012 - Textual declares it as a plain class attribute
        Binding("ctrl+s", "hand_on", show=False, priority=True),
        Binding("ctrl+y", "copy", show=False, priority=True),
        Binding("ctrl+e", "edit", show=False, priority=True),
    ]

    def __init__(self, line: CallLine, draft: AnswerDraft, edit: Callable[[str, str], str]) -> None:
        super().__init__()
        self._line, self._draft, self._edit = line, draft, edit
        contact = draft.contact
        hands_on = {ContactKind.EMAIL: "to the mail program", ContactKind.FORM: "copy and open the form"}
        first = (("^S", hands_on[contact.kind]),) if contact is not None and contact.kind in hands_on else ()
        self.KEYS = (*first, ("^Y", "copy"), ("^E", "$EDITOR"), ("Esc", "keep as a draft"))

    def heading(self) -> str:
        return "Answer"

    def body(self) -> ComposeResult:
        yield Static(Content(self._where()), classes="lead")
        if self._line.kept.call.flags:
            words = "; ".join(f"{flag.meaning} (“{flag.words}”)" for flag in self._line.kept.call.flags)
            yield Static(Content(f"Careful: {words}"), id="flags")
        yield Input(self._draft.subject, placeholder="Subject", id="subject")
        yield TextArea(self._draft.text, soft_wrap=True, show_line_numbers=False, id="text")

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

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
        self.dismiss(None if is_same else written)

    def action_copy(self) -> None:
        """Keep it and copy it."""
        self.dismiss(self._written(is_copied=True))

    def action_hand_on(self) -> None:
        """To the mail program, or the form; what has neither is copied."""
        contact = self._draft.contact
        written = self._written()
        if contact is None:
            self.dismiss(self._written(is_copied=True))
        elif contact.kind is ContactKind.EMAIL:
            self.dismiss(self._written(mailto(contact.value, written.subject, written.text)))
        elif contact.kind is ContactKind.FORM:
            self.app.copy_to_clipboard(written.text)
            self.dismiss(self._written(contact.value))
        else:
            self.dismiss(self._written(is_copied=True))

    def action_edit(self) -> None:
        """Write on in one's own editor."""
        area = self.query_one(TextArea)
        try:
            with self.app.suspend():
                area.text = self._edit(area.text, "answer.txt")
        except ArrowError as error:
            self.query_one(".lead", Static).update(Content(str(error)))


def mailto(address: str, subject: str, text: str) -> str:
    """A mailto link: RFC 6068, percent-encoded UTF-8, lines end in CR LF."""
    body = "\r\n".join(text.splitlines())
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
