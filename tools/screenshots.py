"""Take the pictures of the README from the demo: `python tools/screenshots.py [FOLDER]`.

SVG by Textual itself, and a PNG beside it for those that pages of the handbook show as such. Characters of other
scripts need a font that has them (such as Noto Sans CJK).
"""

import asyncio
import sys
from dataclasses import dataclass
from pathlib import Path

import resvg_py
from textual.pilot import Pilot

from arrowtui.demo.screen import open_demo
from arrowtui.ui.app import ArrowApp
from arrowtui.ui.ports import Taste

FOLDER = Path(__file__).parent.parent / "screenshots"
FONT = "DejaVu Sans Mono"


@dataclass(frozen=True)
class Shot:
    """A picture: its name, the keys that lead there, the size of the terminal, the theme, and whether as PNG too."""

    name: str
    keys: tuple[str, ...]
    size: tuple[int, int] = (140, 38)
    theme: str = "dark"
    is_drawn: bool = False


SHOTS = (
    Shot("tips", ("j", "enter", "M"), is_drawn=True),
    Shot("chats", ("2",), is_drawn=True),
    Shot("session", ("2", "enter")),
    Shot("people", ("2", "g", "p")),
    Shot("calls", ("3", "j")),
    Shot("answer", ("3", "j", "a"), size=(120, 34)),
    Shot("gather", ("g", "a"), size=(120, 30)),
    Shot("gathered", ("g", "a", "enter", "G", "enter")),
    Shot("journal", ("4",), is_drawn=True),
    Shot("note-line", ("j", "c", *"Two openings, and the tickets decide")),
    Shot("note-layers", ("4", "j", "j", "j", "j", "j", "M")),
    Shot("review", ("4", "r", "space")),
    Shot("board", ("g", "b")),
    Shot("letter", ("g", "l")),
    Shot("measures", ("g", "m")),
    Shot("help", ("question_mark",), is_drawn=True),
    Shot("light", ("j", "enter"), theme="light", is_drawn=True),
    Shot("small", ("j",), size=(80, 24), is_drawn=True),
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


def draw(svg: Path) -> None:
    """The PNG beside an SVG."""
    drawn = resvg_py.svg_to_bytes(svg_path=str(svg), font_family=FONT, monospace_family=FONT)
    svg.with_suffix(".png").write_bytes(bytes(drawn))


async def main(folder: Path) -> None:
    for shot in SHOTS:
        svg = await take(shot, folder)
        if shot.is_drawn:
            draw(svg)
        print(shot.name)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    target.mkdir(parents=True, exist_ok=True)
    asyncio.run(main(target))
