"""The real program on a real pseudo-terminal, and what a person would see on it: whole frames, never half of one."""

import re
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import TracebackType
from typing import Self

import pexpect
import pyte

from tests.e2e.frames import ANSWER, Frames, Piece

PATIENCE_S = 120.0
SILENCE_S = 0.25
"""What comes outside of a frame (before the program heard that we know frames; from an editor) is whole after that."""
GLANCE_S = 0.1
REMEMBERED = 3
KEYBOARD = re.compile(rb"\x1b\[[<>=][0-9;]*u")
"""How keys shall be told (kitty's protocol): pyte knows nothing of it and would show the u."""
Seen = Callable[[str], bool]


class Terminal:
    """`with Terminal(["demo"], env) as terminal:` starts arrowtui; `raw` is every byte it sent.

    Its last frames go to the captured output of the test, which is shown when that fails.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        env: Mapping[str, str],
        size: tuple[int, int] = (110, 30),
        module: str = "arrowtui",
    ) -> None:
        """`module` is what is run: the program itself, or a door of the tests into it."""
        self.columns, self.lines = size
        self.screen = pyte.Screen(self.columns, self.lines)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = bytearray()
        self._frames = Frames()
        self._answered = 0
        self._coming: deque[Piece] = deque()
        self._is_whole = True
        self._shown: deque[str] = deque(maxlen=REMEMBERED)
        self._child = pexpect.spawn(
            sys.executable,
            ["-m", module, *arguments],
            env=dict(env),
            dimensions=(self.lines, self.columns),
            timeout=PATIENCE_S,
        )

    def text(self) -> str:
        """The screen as text."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def press(self, keys: str) -> None:
        """Type, having looked at all that has come so far."""
        while self._read(0):
            self._draw_all()
        self._child.send(keys)

    def wait_for(self, *awaited: Seen | str) -> str:
        """Read until one whole frame shows all that is awaited; returns that screen. Fails with the screen as it is."""
        limit = time.monotonic() + PATIENCE_S
        has_ended = False
        while not (self._is_whole and _shows(self.text(), awaited)):
            assert not has_ended, f"the program ended before: {awaited}\n{self.text()}"
            assert time.monotonic() < limit, f"never came: {awaited}\n{self.text()}"
            has_ended = not self._go_on(limit)
        return self.text()

    def until(self, happened: Callable[[], bool]) -> None:
        """Read on until something has happened that no screen shows."""
        limit = time.monotonic() + PATIENCE_S
        while not happened():
            assert time.monotonic() < limit, f"it never happened:\n{self.text()}"
            self.idle(GLANCE_S)

    def idle(self, seconds: float) -> None:
        """Read for so long, whatever comes: the person looks out of the window."""
        limit = time.monotonic() + seconds
        while (left := limit - time.monotonic()) > 0:
            self._read(left)
            self._draw_all()

    def ended(self) -> int | None:
        """Read until the program has ended; its exit code."""
        limit = time.monotonic() + PATIENCE_S
        while self._read(1.0) is not None:
            self._draw_all()
            assert time.monotonic() < limit, f"it never ended:\n{self.text()}"
        self._draw_all()
        self._child.wait()
        code: int | None = self._child.exitstatus
        return code

    def signal(self, number: int) -> None:
        """As `kill -TERM` and the like."""
        self._child.kill(number)

    def resize(self, columns: int, lines: int) -> None:
        """As when the person pulls at the window."""
        self.columns, self.lines = columns, lines
        self.screen.resize(lines, columns)
        self._child.setwinsize(lines, columns)

    def kill(self) -> None:
        """As `kill -9`."""
        self._child.kill(9)
        self.ended()

    def _go_on(self, limit: float) -> bool:
        """Draw the next piece, or wait for it; False when the program has ended and all is drawn."""
        if self._coming:
            self._draw()
            return True
        left = limit - time.monotonic()
        heard = self._read(left if self._is_whole else min(SILENCE_S, left))
        if not heard:
            self._complete()
        return heard is not None or bool(self._coming)

    def _draw(self) -> None:
        piece = self._coming.popleft()
        self._stream.feed(KEYBOARD.sub(b"", piece.data))
        self._is_whole = False
        if piece.is_frame:
            self._complete()

    def _draw_all(self) -> None:
        while self._coming:
            self._draw()

    def _complete(self) -> None:
        """What is on the screen is what the program meant to show."""
        self._is_whole = True
        if not self._shown or self._shown[-1] != self.text():
            self._shown.append(self.text())

    def _read(self, timeout: float) -> bytes | None:
        """What came within the time (perhaps nothing); None when the program has ended."""
        try:
            data: bytes = self._child.read_nonblocking(1 << 16, timeout)  # type: ignore[assignment]  # no encoding given
        except pexpect.TIMEOUT:
            return b""
        except pexpect.EOF:
            self._coming.extend(self._frames.rest())
            return None
        self.raw += data
        self._coming.extend(self._frames.feed(data))
        self._answer()
        return data

    def _answer(self) -> None:
        """Whoever asks whether we know frames is told so, as often as asked."""
        while self._answered < self._frames.questions:
            self._answered += 1
            self._child.send(ANSWER)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._draw_all()
        self._complete()
        if self._child.isalive():
            self._child.kill(9)
            self._child.wait()  # pexpect's own `close` gives a killed program 0.1 s to be gone
        self._child.close()
        for number, shown in enumerate(self._shown, 1 - len(self._shown)):
            sys.stdout.write(f"{f' frame {number} ' if number else ' last frame ':─^{self.columns}}\n{shown}\n")


def _shows(text: str, awaited: Iterable[Seen | str]) -> bool:
    return all(one in text if isinstance(one, str) else one(text) for one in awaited)
