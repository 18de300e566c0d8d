"""The Chats tab: sessions that are on, come next, wait to be read, are past."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import reactive

from arrowtui.model.chat_board import ChatBoard, SessionLine, When
from arrowtui.model.item import ItemId
from arrowtui.ui.drawing.chat_line import part_pieces, session_pieces
from arrowtui.ui.drawing.row import UNICODE, Signs
from arrowtui.ui.widgets.lines import Line, LineList

EMPTY = ChatBoard(())


class SessionList(LineList):
    """The lines of the board of chats."""

    board: reactive[ChatBoard] = reactive(EMPTY, init=False)
    now: reactive[datetime] = reactive(datetime(1970, 1, 1, tzinfo=UTC), init=False)
    signs: Signs = UNICODE
    picked: frozenset[ItemId] = frozenset()
    range_from: ItemId | None = None

    @property
    def session(self) -> SessionLine | None:
        """The session under the cursor."""
        return next((line for _, lines in self.board.parts for line in lines if line.key == self.key), None)

    def watch_board(self) -> None:
        self.lines = tuple(self._drawn())

    def watch_now(self) -> None:
        self.refresh()

    def _drawn(self) -> Iterator[Line]:
        for number, (when, lines) in enumerate(self.board.parts):
            if number:
                yield Line(None, lambda width, _: ())
            yield self._heading(when, len(lines))
            yield from (self._session(line) for line in lines)

    def _heading(self, when: When, count: int) -> Line:
        return Line(None, lambda width, _: part_pieces(when, count, width, self.signs))

    def _session(self, line: SessionLine) -> Line:
        return Line(
            line.key,
            lambda width, is_cursor: session_pieces(line, width, self.now, self.signs, is_cursor=is_cursor),
        )


class ChatsPane(Vertical):
    """Shows the board; tells which session is opened."""

    DEFAULT_CSS = "ChatsPane { width: 1fr; height: 1fr; }"

    @dataclass
    class Opened(Message):
        """A session was chosen."""

        session: SessionLine

    def compose(self) -> ComposeResult:
        yield SessionList()

    @property
    def list(self) -> SessionList:
        return self.query_one(SessionList)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        if self.list.session is not None:
            self.post_message(self.Opened(self.list.session))
