"""The real program on a real pseudo-terminal, and what a person would see on it."""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Self

import pexpect
import pyte

PATIENCE_S = 120.0
Seen = Callable[[str], bool]


class Terminal:
    """`with Terminal(["demo"], env) as terminal:` starts arrowtui; `raw` is every byte it sent."""

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
        self._child.send(keys)

    def wait_for(self, seen: Seen | str) -> str:
        """Read until the screen shows what is awaited; returns the screen. Fails with the screen as it is."""
        awaited: Seen = (lambda text: seen in text) if isinstance(seen, str) else seen
        limit = time.monotonic() + PATIENCE_S
        while not awaited(self.text()):
            left = limit - time.monotonic()
            assert left > 0, f"never came: {seen}\n{self.text()}"
            if not self._read(left):
                assert awaited(self.text()), f"the program ended before: {seen}\n{self.text()}"
        return self.text()

    def idle(self, seconds: float) -> None:
        """Read for so long, whatever comes: the person looks out of the window."""
        limit = time.monotonic() + seconds
        while (left := limit - time.monotonic()) > 0:
            self._read(left)

    def ended(self) -> int | None:
        """Read until the program has ended; its exit code."""
        limit = time.monotonic() + PATIENCE_S
        while self._read(1.0):
            assert time.monotonic() < limit, f"it never ended:\n{self.text()}"
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

    def _read(self, timeout: float) -> bool:
        try:
            data: bytes = self._child.read_nonblocking(1 << 16, timeout)  # type: ignore[assignment]  # no encoding given
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        self._stream.feed(data)
        return True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._child.close(force=True)
