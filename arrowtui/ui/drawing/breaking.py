"""Spans -> lines of pieces no wider than asked: where lines may break, and how they are filled.

The spans of a paragraph are laid end to end in one string, lines are cut out of it, and each line is then taken apart
again where the setting changes: the work grows with the lines, not with the words.
"""

import re
from collections.abc import Iterable, Iterator

from arrowtui.model.document import Emphasis, Span
from arrowtui.ui.drawing.fit import cell_len
from arrowtui.ui.drawing.page import HARD_BLANK, PageLine, Piece, Tone

TONES = {
    Emphasis.STRONG: Tone.STRONG,
    Emphasis.STRESS: Tone.STRESS,
    Emphasis.CODE: Tone.CODE,
    Emphasis.STRUCK: Tone.STRUCK,
    Emphasis.MARKED: Tone.MARKED,
}

_WIDE = re.compile(
    "[\u2e80-\u30ff\u3100-\u312f\u31a0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\U00020000-\U0003ffff]"
)
_HYPHEN = re.compile(r"(?<=\w\w-)(?=\w\w)|(?<=[—/])(?=\w)")
_NOT_FIRST = frozenset(
    "、。，．・：；？！）］｝」』】〕〉》〙〗”’»ー々…‥〜～゛゜ヽヾゝゞぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ,.!?:;)]}%"
)
_NOT_LAST = frozenset("（［｛「『【〔〈《〘〖“‘«([{")
_GOOD_PLACES = frozenset("/?&=_-.,;:+%~#" + HARD_BLANK)
_LOOK_BACK = 16
_LONGEST_ADDRESS = 2_000
_JOINER = "\u200d"


class _Strip:
    """The spans of a paragraph as one string, with what is set how and where no line may end."""

    __slots__ = ("glued", "has_address", "has_wide", "runs", "text")

    def __init__(self, spans: Iterable[Span], tones: tuple[Tone, ...]) -> None:
        self.runs: list[tuple[int, tuple[Tone, ...], int | None]] = []
        self.glued: set[int] = set()
        parts: list[str] = []
        end = 0
        before: int | None = None
        for span in spans:
            if before is not None and span.link != before:
                end = self._mark(parts, end, before)
            before = span.link
            own = (*tones, *[TONES[each] for each in Emphasis if each in span.emphasis]) if span.emphasis else tones
            parts.append(span.text)
            end += len(span.text)
            self.runs.append((end, own if before is None else (*own, Tone.LINK), before))
        if before is not None:
            end = self._mark(parts, end, before)
        self.text = "".join(parts)
        self.has_address = "://" in self.text or "@" in self.text
        self.has_wide = not self.text.isascii() and _WIDE.search(self.text) is not None

    def _mark(self, parts: list[str], end: int, link: int) -> int:
        mark = number(link)
        parts.append(mark.text)
        self.runs.append((end + len(mark.text), mark.tones, link))
        self.glued.update(range(end, end + len(mark.text)))
        return end + len(mark.text)


def number(link: int) -> Piece:
    """The mark that stands behind the text of a link."""
    return Piece(f"[{link + 1}]", (Tone.NUMBER,), link)


def lines_of(spans: Iterable[Span], width: int, tones: tuple[Tone, ...] = ()) -> list[PageLine]:
    """The spans in lines of at most `width` cells, numbers of links after their texts; `tones` lie under all."""
    strip = _Strip(spans, tones)
    return list(_taken_apart(strip, _cuts(strip, width)))


def natural_width(spans: Iterable[Span]) -> int:
    """How wide the spans are when only the author's breaks are kept."""
    return max(map(cell_len, _Strip(spans, ()).text.split("\n")))


def longest_word(spans: Iterable[Span]) -> int:
    """How wide the widest word is; a run of ideographs may break anywhere and counts as four of them at most."""
    words = _Strip(spans, ()).text.split()
    return max((min(cell_len(word), 8) if _WIDE.search(word) else cell_len(word) for word in words), default=0)


def _taken_apart(strip: _Strip, cuts: Iterator[tuple[int, int]]) -> Iterator[PageLine]:
    """The pieces of each line."""
    runs, text = strip.runs, strip.text.replace(HARD_BLANK, " ")
    at = 0
    for start, end in cuts:
        line: list[Piece] = []
        while start < end:
            while runs[at][0] <= start:
                at += 1
            stop, tones, link = runs[at]
            line.append(Piece(text[start : min(stop, end)], tones, link))
            start = stop
        yield tuple(line)


def _cuts(strip: _Strip, width: int) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends in the string."""
    text = strip.text
    start = 0
    for hard_line in text.split("\n"):
        stop = start + len(hard_line)
        if not hard_line.strip(" \t"):
            yield start, start
        while True:
            while start < stop and text[start] in " \t":
                start += 1
            if start == stop:
                break
            end = _line_end(strip, start, stop, width)
            yield start, start + len(text[start:end].rstrip(" \t"))
            start = end
        start = stop + 1


def _line_end(strip: _Strip, start: int, stop: int, width: int) -> int:
    """Where the line that begins at `start` ends, at the latest at `stop`."""
    text = strip.text
    if stop - start <= width and cell_len(text[start:stop]) <= width:
        return stop
    window = text[start : start + width]
    if window.isascii() or cell_len(window) == width:
        full = start + len(window)
    else:
        full = start + max(1, len(taken(text[start : min(stop, start + 8 * width)], width)))
    if full >= stop:
        return stop
    blank = text.rfind(" ", start, full + 1)
    place = _other_place(strip, max(blank + 1, start + 1), full)
    end = place or (blank if blank > start else 0)
    used = cell_len(text[start:end]) if strip.has_wide else end - start
    if end and used * 2 >= width:
        return end
    after = max(end, start) + 1
    is_endless = _next_blank(text, after, min(stop, after + width)) - end > width
    return _forced(text, start, full) if not end or is_endless else end


def _next_blank(text: str, start: int, stop: int) -> int:
    found = text.find(" ", start, stop)
    return stop if found < 0 else found


def _other_place(strip: _Strip, first: int, last: int) -> int:
    """The last place from `first` to `last` where a line may end without a blank: at ideographs, after hyphens."""
    text = strip.text
    if strip.has_wide:
        for place in range(last, first - 1, -1):
            before, after = text[place - 1], text[place]
            if (
                (_WIDE.match(before) or _WIDE.match(after))
                and after not in _NOT_FIRST
                and before not in _NOT_LAST
                and place not in strip.glued
                and cell_len(after)
            ):
                return place
    for found in reversed(list(_HYPHEN.finditer(text, first, last + 2))):
        place = found.start()
        if first <= place <= last and not (strip.has_address and _is_in_address(text, place)):
            return place
    return 0


def _is_in_address(text: str, place: int) -> bool:
    """Whether the word around a place is an address of the web or of mail, which is broken only when it must be."""
    before = text[max(0, place - _LONGEST_ADDRESS) : place].rpartition(" ")[2]
    word = before + text[place : place + _LONGEST_ADDRESS].partition(" ")[0]
    return "://" in word or "@" in word


def _forced(text: str, start: int, full: int) -> int:
    """Where to break a word longer than a line: after a stroke or point where one is near, else where the line ends."""
    for place in range(full, max(start + 1, full - _LOOK_BACK), -1):
        if text[place - 1] in _GOOD_PLACES:
            return place
    while full > start + 1 and (text[full - 1] == _JOINER or cell_len(text[full]) == 0):
        full -= 1
    return full


def taken(text: str, room: int) -> str:
    """The longest beginning of a text that fits into `room` cells, no character cut apart."""
    used = end = 0
    while end < len(text):
        stop = end + 1
        while stop < len(text) and (text[stop - 1] == _JOINER or cell_len(text[stop]) == 0):
            stop += 1
        used += cell_len(text[end:stop])
        if used > room:
            break
        end = stop
    return text[:end]
