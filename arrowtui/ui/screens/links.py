"""Finding a note or an item to link to, while typing."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from textual import on, work
from textual.message import Message
from textual.widgets import Input

from arrowtui.model.errors import ArrowError
from arrowtui.ui.linkable import Linkable
from arrowtui.ui.widgets.choice import Choice
from arrowtui.ui.widgets.dialog import Finder

Seek = Callable[[str], Awaitable[Sequence[Linkable]]]
"""Notes and items that words find; the latest ones for no words. Raises ArrowError."""


class LinksScreen(Finder):
    """Answers the link as it is written into the note."""

    TITLE_WORDS = "Link to"
    KEYS = (("type", "to find"), ("↑↓", "choose"), ("Enter", "link"), ("Esc", "leave it"))
    PLACEHOLDER = "Words of a note or an item"
    NOTHING = "Nothing found. Enter links to a note of this title once there is one."

    @dataclass
    class Found(Message):
        """What the words found."""

        words: str
        found: tuple[Linkable, ...]

    def __init__(self, seek: Seek) -> None:
        super().__init__(())
        self._seek = seek

    def on_mount(self) -> None:
        self._look("")

    @on(Input.Changed, "#query")
    def _ask(self, event: Input.Changed) -> None:
        """Not narrowed here: the words go to the index."""
        event.stop()
        event.prevent_default()
        self._look(event.value.strip())

    @work(exclusive=True, group="seek")
    async def _look(self, words: str) -> None:
        try:
            found = tuple(await self._seek(words))
        except ArrowError:
            found = ()
        self.post_message(self.Found(words, found))

    @on(Found)
    def _show(self, message: Found) -> None:
        self.list.choices = tuple(Choice(each.link, each.title, each.kind) for each in message.found)

    @on(Input.Submitted, "#query")
    def _take(self, event: Input.Submitted) -> None:
        event.prevent_default()
        words = " ".join(self.query_one("#query", Input).value.split())
        if self.list.current is None and words:
            self.dismiss(f"[[{words.replace(']', ')').replace('[', '(')}]]")
        else:
            self.list.action_choose()
