"""The field a note is written in: Textual's text area without its decoration, and with a guard at the clipboard."""

from collections.abc import Callable, Iterable

from textual import events
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

LONGEST_WRAPPED = 20_000
"""Characters: Textual wraps the whole of a line anew at every key in it, and a megabyte of it takes half a second."""


class NoteEditor(TextArea):
    """Plain text, wrapped unless a line of it is too long. What is pasted passes `clean` first: a clipboard may hold
    anything."""

    DEFAULT_CSS = """
    NoteEditor {
        border: none; padding: 0 1; background: transparent; width: 1fr; height: 1fr; max-width: 84;
        scrollbar-size-vertical: 1;
        &:focus { border: none; }
        & .text-area--cursor-line { background: transparent; }
    }
    """

    def __init__(self, text: str, clean: Callable[[str], str]) -> None:
        super().__init__(
            text,
            soft_wrap=can_be_wrapped(text.split("\n")),
            show_line_numbers=False,
            highlight_cursor_line=False,
            placeholder="What caught me?  So what for my work?  Now what, by when?   ^T puts prompts here",
        )
        self._clean = clean
        self.indent_width = 2
        self.cursor_blink = False

    def load_text(self, text: str) -> None:
        self._unwrap_for(text)
        super().load_text(text)
        self._wrap_again()

    def edit(self, edit: Edit) -> EditResult:
        self._unwrap_for(edit.text)
        result = super().edit(edit)
        self._wrap_again()
        return result

    def undo(self) -> None:
        super().undo()
        self._wrap_again()

    def redo(self) -> None:
        super().redo()
        self._wrap_again()

    def _unwrap_for(self, text: str) -> None:
        """Before it comes in: it would be wrapped once."""
        if not can_be_wrapped(text.split("\n")):
            self.soft_wrap = False

    def _wrap_again(self) -> None:
        self.soft_wrap = can_be_wrapped(self.document.lines)

    async def _on_paste(self, event: events.Paste) -> None:
        """Clean what comes; Textual then calls the handler of the text area itself."""
        event.text = self._clean(event.text)

    def action_paste(self) -> None:
        """Put in what was cut or copied here."""
        pasted = self.replace(self._clean(self.app.clipboard), *self.selection)
        self.move_cursor(pasted.end_location)

    def put(self, text: str) -> None:
        """Change the whole text as one edit, so that undo brings the old one back; the cursor goes to its end."""
        if text != self.text:
            self.replace(text, (0, 0), self.document.end)
            self.move_cursor(self.document.end)

    def become(self, text: str) -> None:
        """The same, with the cursor where it was: it was not the person who changed it."""
        at = self.cursor_location
        self.put(text)
        self.move_cursor(at)

    def is_after(self, mark: str) -> bool:
        """Does this stand right before the cursor?"""
        row, column = self.cursor_location
        return self.document.get_line(row)[:column].endswith(mark)

    def put_word(self, word: str, instead_of: str) -> None:
        """Put a word in at the cursor, in the place of what stands right before it where that is `instead_of`."""
        row, column = self.cursor_location
        start = column - len(instead_of) if self.is_after(instead_of) else column
        self.replace(word, (row, start), (row, column))


def can_be_wrapped(lines: Iterable[str]) -> bool:
    """Whether a text of these lines is wrapped in the time of a key."""
    return all(len(line) <= LONGEST_WRAPPED for line in lines)
