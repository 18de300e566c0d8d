"""Pictures of the demo's boards, drawn here: what their descriptions say, with nothing but lines and boxes."""

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

SIZE = (240, 160)
PAPER, INK, PALE, ACCENT, BLUE, ORANGE = "#fbf7ee", "#2b3a55", "#d9cfb8", "#c8553d", "#27408b", "#f0b27a"


def picture(path: str) -> bytes | None:
    """The picture at a path of the server, as PNG; None where there is none."""
    draw = DRAWN.get(path)
    if draw is None:
        return None
    from PIL import Image, ImageDraw  # late: 60 ms, and only where a picture is asked for

    with Image.new("RGB", SIZE, PAPER) as image:
        draw(ImageDraw.Draw(image))
        written = BytesIO()
        image.save(written, "PNG")
    return written.getvalue()


def _winding_path(draw: "ImageDraw") -> None:
    """Ten boxes, the fourth larger than the rest."""
    places = [(22 + 49 * (n % 5 if n < 5 else 9 - n), 44 if n < 5 else 118) for n in range(10)]
    draw.line(places, fill=PALE, width=9, joint="curve")
    for number, (x, y) in enumerate(places, 1):
        side = 21 if number == 4 else 13
        draw.rectangle((x - side, y - side, x + side, y + side), fill=ACCENT if number == 4 else INK)


def _swatches(draw: "ImageDraw") -> None:
    """Six pairs of colours, each with its grey copy below: the first stays apart, the last runs together."""
    pairs = ((BLUE, ORANGE), ("#0b6e4f", "#f6d860"), ("#5b2a86", "#b8e0d2"), ("#7a3b2e", "#e9c46a"),
             ("#335c67", "#e09f3e"), ("#d1495b", "#66a182"))  # fmt: skip
    greys = ((60, 200), (95, 215), (70, 210), (85, 200), (90, 170), (120, 132))
    for at, (pair, copies) in enumerate(zip(pairs, greys, strict=True)):
        left = 10 + 38 * at
        for half, (colour, grey) in enumerate(zip(pair, copies, strict=True)):
            x = left + 16 * half
            draw.rectangle((x, 16, x + 15, 84), fill=colour)
            draw.rectangle((x, 98, x + 15, 144), fill=(grey, grey, grey))


def _decision_tree(draw: "ImageDraw") -> None:
    """A question, and the charts it leads to: bars, a line, dots."""
    for x in (44, 120, 196):
        draw.line(((120, 34), (x, 84)), fill=PALE, width=6)
    draw.rounded_rectangle((84, 12, 156, 42), 8, fill=ACCENT)
    for at, height in enumerate((52, 38, 26, 14)):
        draw.rectangle((18 + 15 * at, 144 - height, 28 + 15 * at, 144), fill=INK)
    draw.line(((92, 138), (108, 118), (124, 126), (148, 92)), fill=BLUE, width=5)
    for x, y in ((176, 134), (186, 120), (198, 124), (206, 106), (220, 96)):
        draw.ellipse((x - 5, y - 5, x + 5, y + 5), fill=INK)


def _poster(draw: "ImageDraw") -> None:
    """A line chart and three arrows that point at it."""
    draw.rectangle((20, 14, 220, 146), outline=INK, width=3)
    draw.line(((34, 126), (76, 104), (112, 112), (150, 62), (204, 44)), fill=BLUE, width=5)
    for x, y in ((76, 62), (132, 36), (170, 104)):
        draw.line(((x, y), (x + 10, y + 26)), fill=ACCENT, width=4)
        draw.polygon(((x + 3, y + 24), (x + 18, y + 20), (x + 13, y + 38)), fill=ACCENT)


DRAWN: "dict[str, Callable[[ImageDraw], None]]" = {
    "/img/7698.png": _winding_path,
    "/img/7690.png": _swatches,
    "/img/7701.png": _decision_tree,
    "/img/7683.png": _poster,
}
