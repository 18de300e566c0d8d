"""A screen over one chat session that reads it anew as soon as somebody has written into the store."""

from functools import partial
from time import monotonic

from arrowtui.model.chat_board import SessionLine, SessionReading
from arrowtui.model.errors import ArrowError
from arrowtui.ui.panes.status import Tone
from arrowtui.ui.screens.noting import NotingScreen

LOOK_EVERY_S = 1.0
SHARE = 10
"""So many times as long as a look took no other is begun by itself."""


class LookingScreen(NotingScreen):
    """Subclasses call `begin_looking`, and say what is done with a session as it is now."""

    session: SessionLine
    latest: SessionReading | None = None
    is_paused = False
    _version = -1
    _is_looking = _must_look = False
    _due_s = 0.0

    def arrived(self, reading: SessionReading | None) -> None:
        """The session as it is now; None: nothing was written since the last look."""
        raise NotImplementedError

    def begin_looking(self) -> None:
        """Look at once, and then about once a second."""
        self.look()
        self.set_interval(LOOK_EVERY_S, self._look_when_due)

    def look(self) -> None:
        """Read the session anew where somebody has written into the store. One look at a time: it may take long."""
        if self.is_paused and self.latest is not None:
            return
        if self._is_looking:
            self._must_look = True  # what was done meanwhile may not be in it
            return
        self._is_looking, self._must_look = True, False
        self.beside(self._look, "session")

    def _look_when_due(self) -> None:
        """A long session takes longer to read, and is read less often: at most a tenth of the time goes into it."""
        if not self._is_looking and monotonic() >= self._due_s:
            self.look()

    async def _look(self) -> None:
        began_s = monotonic()
        try:
            reading = await self._read()
            self.post_message(self.Answered(partial(self.arrived, reading)))
        except ArrowError as error:
            self.post_message(self.Answered(partial(self.say, str(error), Tone.TROUBLE)))
        finally:
            self._is_looking = False
            now_s = monotonic()
            self._due_s = now_s if self._must_look else now_s + SHARE * (now_s - began_s)

    async def _read(self) -> SessionReading | None:
        version = await self.services.chats.version()
        if version == self._version:
            return None
        reading = await self.services.chats.read(self.session)
        self._version = version
        return reading
