"""Picking one of the links that are seen: each has a letter, one is under the cursor. Pure."""

from collections.abc import Sequence
from enum import Enum

from msgspec import Struct

from arrowtui.model.replace import replace
from arrowtui.ui.drawing.fit import cell_len
from arrowtui.ui.drawing.page import PageLine, Piece


class LinkUse(Enum):
    """What is wanted of a link."""

    OPEN = "open"
    COPY = "copy"
    SAVE = "save"


LETTERS = "asdfghlqwertuiopzxcvbnm"
"""Without j and k, which move, and y, which copies; a capital B saves."""


NEXT, PREVIOUS = ("j", "down", "tab"), ("k", "up", "shift+tab")


class Spot(Struct, frozen=True):
    """Where a link is first seen."""

    line: int
    piece: int
    link: int
    label: str


class LinkPick(Struct, frozen=True):
    """The spots from top to bottom, the one under the cursor, and the letters pressed so far."""

    spots: tuple[Spot, ...]
    cursor: int = 0
    typed: str = ""

    @property
    def link(self) -> int:
        """The link under the cursor."""
        return self.spots[self.cursor].link

    @property
    def line(self) -> int:
        """The line of the link under the cursor."""
        return self.spots[self.cursor].line

    def leads_out(self, key: str) -> int:
        """Whether a key goes beyond the spots: 1 below the last, -1 above the first, else 0."""
        if key in NEXT and self.cursor == len(self.spots) - 1:
            return 1
        return -1 if key in PREVIOUS and self.cursor == 0 else 0

    def at(self, link: int) -> "LinkPick":
        """The same with the cursor on a link, where it is among the spots."""
        found = (number for number, spot in enumerate(self.spots) if spot.link == link)
        return replace(self, cursor=next(found, self.cursor))

    def pressed(self, key: str, character: str | None) -> "Step":
        """What a key does: letters and Enter open, j k Tab and arrows move, y copies, B saves, others end it."""
        if key in NEXT:
            return Step(replace(self, cursor=(self.cursor + 1) % len(self.spots), typed=""))
        if key in PREVIOUS:
            return Step(replace(self, cursor=(self.cursor - 1) % len(self.spots), typed=""))
        if key == "enter":
            return Step(None, self.link)
        if key == "y":
            return Step(None, self.link, LinkUse.COPY)
        if character == "B":
            return Step(None, self.link, LinkUse.SAVE)
        typed = self.typed + (character or "\0")
        for spot in self.spots:
            if spot.label == typed:
                return Step(None, spot.link)
        is_begun = any(spot.label.startswith(typed) for spot in self.spots)
        return Step(replace(self, typed=typed) if is_begun else None)

    def marked(self, at: int, line: PageLine) -> list[tuple[Piece, tuple[str, ...]]]:
        """The pieces of line `at` with the tones to lay over each; a label takes the first cells of its link."""
        drawn: list[tuple[Piece, tuple[str, ...]]] = []
        labels = {(spot.line, spot.piece): spot for spot in self.spots if spot.label.startswith(self.typed)}
        for number, piece in enumerate(line):
            picked = ("picked",) if piece.link == self.link else ()
            spot = labels.get((at, number))
            if spot is None or piece.link is None:
                drawn.append((piece, picked))
                continue
            label = spot.label[len(self.typed) :]
            drawn.append((Piece(label), ("hint",)))
            drawn.append((replace(piece, text=_less(piece.text, cell_len(label))), picked))
        return drawn


class Step(Struct, frozen=True):
    """What a key did: the pick as it is now (None: ended), and the link chosen, if one was."""

    pick: LinkPick | None
    chosen: int | None = None
    use: LinkUse = LinkUse.OPEN


def begin_pick(top: int, lines: Sequence[PageLine]) -> LinkPick | None:
    """A pick over lines of which the first is line `top`; None when they hold no link."""
    places: dict[int, tuple[int, int]] = {}
    for line_number, line in enumerate(lines):
        for piece_number, piece in enumerate(line):
            if piece.link is not None:
                places.setdefault(piece.link, (top + line_number, piece_number))
    names = labels(len(places))
    spots = tuple(
        Spot(line, piece, link, name) for (link, (line, piece)), name in zip(places.items(), names, strict=True)
    )
    return LinkPick(spots) if spots else None


def labels(count: int) -> list[str]:
    """So many labels, none the beginning of another: single letters while they last, else pairs."""
    if count <= len(LETTERS):
        return list(LETTERS[:count])
    pairs = [one + two for one in LETTERS for two in LETTERS]
    return pairs[:count]


def _less(text: str, cells: int) -> str:
    """A text without its first cells; half a wide character leaves a blank."""
    for at, _ in enumerate(text):
        if cell_len(text[:at]) >= cells:
            return " " * (cell_len(text[:at]) - cells) + text[at:]
    return ""
