"""From a key press to its frame, with a store of any size: `python -m bench.keys STORE [--poll FEEDS.opml]`.

The real program runs on a pseudo-terminal of 120 × 40. Each of `--keys` presses of j and k is timed until the bytes
arrive that move the cursor on the screen, then the terminal is read until it is quiet. With `--poll` the program's own
poller asks all sources of an OPML file meanwhile, and rounds go on until all keys are pressed. Prints milliseconds:
median, 99th percentile and worst, and the memory of the screen process.
"""

import argparse
import os
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pexpect
import pyte

COLUMNS, LINES = 120, 40
QUIET_S = 0.03
PATIENCE_S = 30.0
ARROWTUI = (sys.executable, "-m", "arrowtui")


class Screen:
    """The program on its terminal."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.pyte = pyte.Screen(COLUMNS, LINES)
        self.stream = pyte.ByteStream(self.pyte)
        command, *arguments = ARROWTUI
        self.child = pexpect.spawn(command, arguments, env=environment, dimensions=(LINES, COLUMNS))
        self.child.delaybeforesend = None  # else it waits 50 ms before each key

    def read(self, timeout: float) -> float | None:
        """Take in what comes within `timeout` seconds; returns when it came, None when nothing did."""
        if not select.select([self.child.child_fd], [], [], timeout)[0]:
            return None
        data = os.read(self.child.child_fd, 1 << 16)
        arrived = time.perf_counter()
        self.stream.feed(data)
        return arrived

    def settle(self, seconds: float = QUIET_S, at_most: float = 1.0) -> None:
        """Read until nothing comes for a while."""
        limit = time.perf_counter() + at_most
        while time.perf_counter() < limit and self.read(seconds) is not None:
            pass

    def cursor(self) -> str:
        """Where the bar of the cursor is and what stands beside it; "" while there is none."""
        for line in range(LINES):
            row = self.pyte.buffer[line]
            if row[0].data == "▌":
                return f"{line} {''.join(row[column].data for column in range(30))}"
        return ""

    def press(self, key: str) -> float | None:
        """Milliseconds from a key to the frame that moves the cursor; None when it never moved."""
        before, pressed = self.cursor(), time.perf_counter()
        self.child.send(key)
        while (left := pressed + PATIENCE_S - time.perf_counter()) > 0:
            arrived = self.read(left)
            if arrived is not None and self.cursor() != before:
                return (arrived - pressed) * 1000
        return None

    def memory_mb(self) -> float:
        """Resident memory of the screen process."""
        status = Path(f"/proc/{self.child.pid}/status").read_text(encoding="ascii")
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


def a_home(folder: Path, store: Path, feeds: Path | None) -> dict[str, str]:
    """A home with a copy of the store, and the sources of an OPML file."""
    data = folder / "data"
    data.mkdir()
    shutil.copy(store, data / "arrowtui.db")
    config = folder / "config.toml"
    environment = {**os.environ, "ARROWTUI_DATA": str(data), "ARROWTUI_CONFIG": str(config), "TERM": "xterm-256color"}
    if feeds:
        subprocess.run([*ARROWTUI, "import", str(feeds)], env=environment, check=True, stdout=subprocess.DEVNULL)
    return environment


def measured(screen: Screen, keys: int, *, is_polling: bool) -> list[float]:
    """The times of so many presses: down twice, up once, so that the list scrolls."""
    while not screen.cursor():
        if screen.read(PATIENCE_S) is None:
            raise SystemExit("the list never came")
    screen.settle(0.3, 3.0)
    if is_polling:
        screen.child.send("R")
    took = []
    for number in range(keys):
        time.sleep(0.02)
        found = screen.press("k" if number % 3 == 2 else "j")
        if found is None:
            raise SystemExit(f"key {number} moved nothing")
        took.append(found)
        screen.settle(at_most=0.1)
        if is_polling and number % 150 == 149:
            screen.child.send("R")
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure key presses.")
    parser.add_argument("store", type=Path)
    parser.add_argument("--poll", type=Path, help="an OPML file whose sources are asked meanwhile")
    parser.add_argument("--keys", type=int, default=500)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        screen = Screen(a_home(Path(folder), asked.store, asked.poll))
        took = sorted(measured(screen, asked.keys, is_polling=asked.poll is not None))
        memory = screen.memory_mb()
        screen.child.send("Q")
        screen.child.expect(pexpect.EOF)
    at_99 = took[int(len(took) * 0.99)]
    print(
        f"{len(took)} keys: median {statistics.median(took):.1f} ms, p99 {at_99:.1f} ms, worst {took[-1]:.1f} ms; "
        f"screen process {memory:.0f} MB"
    )


if __name__ == "__main__":
    main()
