"""The Chats tab: sessions that are on, come next, wait to be read, are past; beside them what was asked in one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.lazy import Lazy
from textual.message import Message
from textual.reactive import reactive

from arrowtui.model.chat_board import ChatBoard, SessionLine, SessionReading, When
from arrowtui.model.chat_found import FoundChat
from arrowtui.model.item import ItemId
from arrowtui.ui.drawing.chat_line import glance_pieces, part_pieces, session_pieces
from arrowtui.ui.drawing.fit import fit
from arrowtui.ui.drawing.found_line import found_glance, found_heading, found_pieces
from arrowtui.ui.drawing.row import UNICODE, Ink, Signs
from arrowtui.ui.widgets.lines import Line, LineList

EMPTY = ChatBoard(())


class SessionList(LineList):
    """The lines of the board of chats."""

    board: reactive[ChatBoard] = reactive(EMPTY, init=False)
    now: reactive[datetime] = reactive(datetime(1970, 1, 1, tzinfo=UTC), init=False)
    signs: Signs = UNICODE
    goal: str = ""
    """The hashtag of a chat whose first session the cursor goes to as soon as it is there."""
    found_keys: str = ""
    """What is said of the keys for chats that were found."""
    posts_key: str = ""
    """What leads to the posts themselves, where no chat is followed."""
    picked: frozenset[ItemId] = frozenset()
    range_from: ItemId | None = None

    def name_keys(self, key_of: Callable[[str], str]) -> None:
        """Say which keys are for chats that were found."""
        named = (("open", "looks"), ("add", "follows it"), ("dismiss", "not this one"))
        self.found_keys = " · ".join(f"{key_of(command)} {word}" for command, word in named)
        self.posts_key = key_of("scope")

    @property
    def session(self) -> SessionLine | None:
        """The session under the cursor."""
        return next((line for _, lines in self.board.parts for line in lines if line.key == self.key), None)

    @property
    def found(self) -> FoundChat | None:
        """The chat under the cursor that was found and is not followed."""
        return next((one for one in self.board.found if found_key(one) == self.key), None)

    @property
    def looked_at(self) -> SessionLine | None:
        """The session under the cursor; of a chat that was found the latest meeting."""
        return self.session or (self.found.latest if self.found else None)

    def watch_board(self) -> None:
        self.lines = tuple(self._drawn())
        every = (line for _, lines in self.board.parts for line in lines)
        if self.goal and (first := next((one for one in every if one.chat.series.hashtag == self.goal), None)):
            self.goal = ""
            self.go_to(first.key)

    def watch_now(self) -> None:
        self.refresh()

    def _drawn(self) -> Iterator[Line]:
        for number, (when, lines) in enumerate(self.board.parts):
            if number:
                yield Line(None, lambda width, _: ())
            yield self._heading(when, len(lines))
            yield from (self._session(line) for line in lines)
        if self.board.found:
            yield from self._found()

    def _found(self) -> Iterator[Line]:
        found = self.board.found
        if self.board.parts:
            yield Line(None, lambda width, _: ())
        yield Line(None, lambda width, _: found_heading(len(found), self.found_keys, width, self.signs))
        for one in found:
            yield Line(
                found_key(one),
                lambda width, is_cursor, one=one: found_pieces(one, width, self.signs, is_cursor=is_cursor),  # type: ignore[misc]  # bound at once
            )
        if not self.board.parts:
            words = f"  The posts of your chats: {self.posts_key}"
            yield Line(None, lambda width, _: ())
            yield Line(None, lambda width, _: ((fit(words, width, self.signs.ellipsis), Ink.AGE),))

    def _heading(self, when: When, count: int) -> Line:
        return Line(None, lambda width, _: part_pieces(when, count, width, self.signs))

    def _session(self, line: SessionLine) -> Line:
        return Line(
            line.key,
            lambda width, is_cursor: session_pieces(line, width, self.now, self.signs, is_cursor=is_cursor),
        )


def found_key(one: FoundChat) -> str:
    """Its key in the list."""
    return f"found {one.hashtag}"


class SessionGlance(LineList):
    """What a session was about, beside the board: its name and hour, the questions, how much was said."""

    can_focus = False
    session: reactive[SessionReading | None] = reactive(None, init=False)
    found: FoundChat | None = None
    found_keys: str = ""
    signs: Signs = UNICODE

    def watch_session(self, session: SessionReading | None) -> None:
        self.lines = () if session is None else tuple(self._drawn(session))

    def on_resize(self) -> None:
        super().on_resize()
        self.watch_session(self.session)

    def _drawn(self, session: SessionReading) -> Iterator[Line]:
        told = found_glance(self.found, self.found_keys, self.size.width) if self.found else ()
        for pieces in (*told, *glance_pieces(session, self.size.width, self.signs)):
            yield Line(None, lambda width, _, pieces=pieces: pieces)  # type: ignore[misc]  # bound at once


class ChatsPane(Horizontal):
    """Shows the board; tells which session is opened, and which one is looked at."""

    DEFAULT_CSS = """
    ChatsPane {
        width: 1fr; height: 1fr;
        & SessionList { width: 5fr; }
        & SessionGlance { width: 6fr; max-width: 80; border-left: vkey $rule; padding: 0 1; }
    }
    """

    @dataclass
    class Moved(Message):
        """The cursor stands on another session."""

        session: SessionLine

    @dataclass
    class Opened(Message):
        """A session was chosen."""

        session: SessionLine

    def __init__(self) -> None:
        super().__init__()
        self.list, self.glance = SessionList(), SessionGlance()

    def compose(self) -> ComposeResult:
        yield Lazy(self.list)  # the first screen does not wait for what it does not show
        yield Lazy(self.glance)

    @property
    def is_glancing(self) -> bool:
        """Is there room for more than the board?"""
        return bool(self.glance.display)

    def show_glance(self, session: SessionReading) -> None:
        """Show what was asked, if the cursor is still there."""
        looked_at = self.list.looked_at
        if looked_at is not None and looked_at.key == session.line.key:
            self.glance.found, self.glance.found_keys = self.list.found, self.list.found_keys
            self.glance.session = session

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        event.stop()
        if self.list.looked_at is not None:
            self.post_message(self.Moved(self.list.looked_at))

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        if self.list.looked_at is not None:
            self.post_message(self.Opened(self.list.looked_at))
