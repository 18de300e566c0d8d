"""Ways of moving a cursor, whatever list it is in."""

from enum import StrEnum


class Motion(StrEnum):
    """Ways of moving; the same words as the commands."""

    DOWN = "down"
    UP = "up"
    HALF_DOWN = "half_down"
    HALF_UP = "half_up"
    PAGE_DOWN = "page_down"
    PAGE_UP = "page_up"
    TOP = "top"
    END = "end"

    def lines(self, page: int) -> int | None:
        """How many lines it goes down, negative: up, where a page has that many; None: to an end of the list."""
        half, whole = max(page // 2, 1), max(page, 1)
        return {
            Motion.DOWN: 1,
            Motion.UP: -1,
            Motion.HALF_DOWN: half,
            Motion.HALF_UP: -half,
            Motion.PAGE_DOWN: whole,
            Motion.PAGE_UP: -whole,
        }.get(self)
