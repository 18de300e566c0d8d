"""What changed on a watched page, in lines."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from html import escape

from msgspec import Struct

from arrowtui.sources.pages.lines import Line
from arrowtui.sources.pages.noise import is_noise, sense

MOST_LINES = 3_000
MOST_SHOWN = 150
UPHEAVAL_FROM = 6
"""So many lines a page must have had before it can be called turned over."""


class Hunk(Struct, frozen=True):
    """Neighbouring lines that went and came. `before` is the line above them that stayed."""

    before: str
    gone: tuple[str, ...]
    come: tuple[Line, ...]


class Change(Struct, frozen=True):
    """How a page differs from what it was. `is_upheaval`: nearly nothing of it is left."""

    hunks: tuple[Hunk, ...]
    is_upheaval: bool

    @property
    def gone(self) -> list[str]:
        return [line for hunk in self.hunks for line in hunk.gone]

    @property
    def come(self) -> list[Line]:
        return [line for hunk in self.hunks for line in hunk.come]


def telling(lines: Iterable[Line]) -> list[Line]:
    """The lines whose change would be news."""
    return [line for line in lines if not is_noise(line.words)][:MOST_LINES]


def change(old: Sequence[str], new: Sequence[Line]) -> Change | None:
    """What went and what came; None where all that is left is another order, other dates, other counts."""
    before, after = [sense(line) for line in old], [sense(line.words) for line in new]
    stayed = Counter(before) & Counter(after)
    gone, come = Counter(before) - stayed, Counter(after) - stayed
    if not gone and not come:
        return None
    hunks = tuple(_hunks(old, new, _steps(before, after), gone, come))
    if not hunks:
        return None
    return Change(hunks, len(old) >= UPHEAVAL_FROM and stayed.total() * 10 < len(old))


def _steps(before: list[str], after: list[str]) -> list[tuple[str, int, int, int, int]]:
    """The differing stretches. What is alike at both ends is taken off first: comparing costs by the square."""
    head = next(
        (place for place, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]),
        min(len(before), len(after)),
    )
    most = min(len(before), len(after)) - head
    tails = zip(reversed(before), reversed(after), strict=False)
    tail = next((place for place, pair in enumerate(tails) if place >= most or pair[0] != pair[1]), most)
    middle = SequenceMatcher(None, before[head : len(before) - tail], after[head : len(after) - tail], autojunk=False)
    return [(tag, a + head, b + head, c + head, d + head) for tag, a, b, c, d in middle.get_opcodes() if tag != "equal"]


def _hunks(
    old: Sequence[str],
    new: Sequence[Line],
    steps: list[tuple[str, int, int, int, int]],
    gone: Counter[str],
    come: Counter[str],
) -> Iterator[Hunk]:
    for _, a, b, c, d in steps:
        pushed_out = b == len(old) and len(new) >= MOST_LINES  # lines beyond the limit are not gone, only not looked at
        drawn_in = d == len(new) and len(old) >= MOST_LINES
        went = () if pushed_out else tuple(line for line in old[a:b] if _take(gone, sense(line)))
        came = () if drawn_in else tuple(line for line in new[c:d] if _take(come, sense(line.words)))
        if went or came:
            yield Hunk(new[c - 1].words if c else "", went, came)


def _take(counter: Counter[str], key: str) -> bool:
    """Whether one of these is left; it is taken out."""
    if counter[key] < 1:
        return False
    counter[key] -= 1
    return True


def html_of(change: Change) -> str:
    """The change as a page: each place with the line above it, what went marked −, what came marked +."""
    told: list[str] = []
    left = MOST_SHOWN
    for hunk in change.hunks:
        shown = [f"<p>− <del>{escape(line)}</del></p>" for line in hunk.gone]
        shown += [f"<p>+ <ins>{''.join(map(_piece, line.pieces))}</ins></p>" for line in hunk.come]
        if left > 0:
            told += [f"<p>{escape(hunk.before)}</p>"] if hunk.before else []
            told += shown[:left]
        left -= len(shown)
    if left < 0:
        told.append(f"<p>… and {-left} more lines</p>")
    return "\n".join(told)


def _piece(piece: tuple[str, str | None]) -> str:
    text, link = piece
    return f'<a href="{escape(link)}">{escape(text)}</a>' if link else escape(text)
