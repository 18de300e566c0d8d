"""Take the pictures of the README from the demo: `python tools/screenshots.py [FOLDER]`.

SVG by Textual itself; PNG beside it where a Chromium is installed (it alone draws wide characters rightly).
"""

import asyncio
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

from arrowtui.demo.screen import open_demo
from arrowtui.ui.app import ArrowApp
from arrowtui.ui.ports import Taste

FOLDER = Path(__file__).parent.parent / "screenshots"
CELL_W, CELL_H = 12.2, 24.4
"""Pixels of a cell in Textual's SVG."""


@dataclass(frozen=True)
class Shot:
    """A picture: its name, the keys that lead there, the size of the terminal, and the theme."""

    name: str
    keys: tuple[str, ...]
    size: tuple[int, int] = (140, 38)
    theme: str = "dark"


SHOTS = (
    Shot("tips", ("j", "enter", "E")),
    Shot("chats", ("2",)),
    Shot("session", ("2", "enter")),
    Shot("people", ("2", "g", "p")),
    Shot("calls", ("3", "j")),
    Shot("answer", ("3", "j", "a"), size=(120, 34)),
    Shot("gather", ("g", "a"), size=(120, 30)),
    Shot("gathered", ("g", "a", "enter", "G", "enter")),
    Shot("journal", ("4",)),
    Shot("note-line", ("j", "c", *"Two openings, and the tickets decide")),
    Shot("note-layers", ("4", "j", "j", "j", "j", "j", "E")),
    Shot("review", ("4", "r", "space")),
    Shot("board", ("g", "b")),
    Shot("letter", ("g", "l")),
    Shot("measures", ("g", "m")),
    Shot("help", ("question_mark",)),
    Shot("light", ("j", "enter"), theme="light"),
    Shot("small", ("j",), size=(80, 24)),
)


async def settled(pilot: Pilot[str]) -> None:
    """Until every worker but the one that hears the poller has ended."""
    for _ in range(20):
        await pilot.pause()
        await asyncio.sleep(0.05)
        screens = pilot.app.screen_stack
        if not [w for screen in screens for w in screen.workers if w.group != "poller" and not w.is_finished]:
            break


async def take(shot: Shot, folder: Path) -> Path:
    """Open the demo, press the keys, save the screen."""
    async with open_demo() as services:
        app = ArrowApp(services, Taste(shot.theme))
        async with app.run_test(size=shot.size) as pilot:
            await settled(pilot)
            for key in shot.keys:
                await pilot.press(key)
                await settled(pilot)
            path = folder / f"{shot.name}.svg"
            path.write_text(app.export_screenshot(title="arrowtui"), encoding="utf-8")
    return path


def draw(svg: Path, size: tuple[int, int]) -> None:
    """The PNG beside an SVG; nothing where there is no Chromium."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        print(f"{svg.name}: no Chromium, so no PNG")
        return
    width, height = round(size[0] * CELL_W) + 20, round(size[1] * CELL_H) + 60
    with tempfile.TemporaryDirectory() as profile:
        flags = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-background-networking")
        subprocess.run(
            [chromium, *flags, f"--user-data-dir={profile}", f"--window-size={width},{height}",
             f"--screenshot={svg.with_suffix('.png')}", svg.absolute().as_uri()],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip


async def main(folder: Path) -> None:
    for shot in SHOTS:
        draw(await take(shot, folder), shot.size)
        print(shot.name)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    target.mkdir(parents=True, exist_ok=True)
    asyncio.run(main(target))
