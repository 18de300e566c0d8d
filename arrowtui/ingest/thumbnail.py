"""The bytes of a picture from anywhere -> a few hundred dots. Runs in the poller; the screen sees only the dots."""

from io import BytesIO

from arrowtui.model.picture import Picture

SIDE = 48
"""Dots of the longer side."""
FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
MOST_PIXELS = 40_000_000
MOST_BYTES = 12 * 1024 * 1024
GROUND = (255, 255, 255)
"""What stands behind what is transparent: most such pictures are drawn for white pages."""


def thumbnail(data: bytes) -> Picture | None:
    """A picture made small, the first one of those that move; None for what is none, is damaged, or is too large to
    be opened without harm."""
    from PIL import Image, ImageOps  # late: 60 ms, and only for those who want pictures

    if len(data) > MOST_BYTES:
        return None
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            width, height = image.size
            if width * height > MOST_PIXELS or min(width, height) < 2:
                return None
            image.draft("RGB", (SIDE * 2, SIDE * 2))  # a large JPEG is decoded small at once
            upright = ImageOps.exif_transpose(image).convert("RGBA")
            upright.thumbnail((SIDE, SIDE))
            ground = Image.new("RGBA", upright.size, (*GROUND, 255))
            small = Image.alpha_composite(ground, upright).convert("RGB")
    except (OSError, ValueError, SyntaxError, ArithmeticError, EOFError, KeyError, TypeError, IndexError, MemoryError):
        return None  # Pillow's plugins raise all of these for damaged files
    except Image.DecompressionBombError:
        return None
    return Picture(small.width, small.height, small.tobytes())
