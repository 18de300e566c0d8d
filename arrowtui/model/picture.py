"""A picture so small that a terminal can show it in coloured halves of cells."""

from msgspec import Struct


class Picture(Struct, frozen=True):
    """`rgb` are three bytes a dot, row by row from the top; a dot is as wide as a cell and half as high."""

    width: int
    height: int
    rgb: bytes

    def dot(self, x: int, y: int) -> tuple[int, int, int]:
        """The colour of a dot."""
        at = 3 * (y * self.width + x)
        return self.rgb[at], self.rgb[at + 1], self.rgb[at + 2]
