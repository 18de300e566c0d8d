"""Spans -> lines of pieces no wider than asked: where lines may break, and how they are filled."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from arrowtui.model.document import Emphasis, Span
from arrowtui.ui.drawing.fit import cell_len
from arrowtui.ui.drawing.page import PageLine, Piece, Tone

TONES = {
    Emphasis.STRONG: Tone.STRONG,
    Emphasis.STRESS: Tone.STRESS,
    Emphasis.CODE: Tone.CODE,
    Emphasis.STRUCK: Tone.STRUCK,
    Emphasis.MARKED: Tone.MARKED,
}
HARD_BLANK = "\xa0"

_WIDE = "\u2e80-\u30ff\u3100-\u312f\u31a0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\U00020000-\U0003ffff"
_ATOM = re.compile(f"\n|[ \t]+|[{_WIDE}]|[^ \t\n{_WIDE}]+")
_IS_WIDE = re.compile(f"[{_WIDE}]")
_HYPHEN = re.compile(r"(?<=\w\w-)(?=\w\w)|(?<=[—/])(?=\w)")
_MAY_SPLIT = re.compile(r"^(?!.*(?:://|@)).*[-—/]")
_NOT_FIRST = frozenset(
    "、。，．・：；？！）］｝」』】〕〉》〙〗”’»ー々…‥〜～゛゜ヽヾゝゞぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ,.!?:;)]}%"
)
_NOT_LAST = frozenset("（［｛「『【〔〈《〘〖“‘«([{")
_GOOD_PLACES = "/?&=_-.,;:+%~#"
_LOOK_BACK = 16
_JOINER = "\u200d"


@dataclass(slots=True)
class Word:
    """What is not broken while it fits a line. `blank` is the piece that stands before it unless it begins a line."""

    pieces: list[Piece]
    width: int
    blank: Piece | None = None
    begins_line: bool = False


@dataclass(slots=True)
class _Composer:
    """Collects atoms into words."""

    words: list[Word] = field(default_factory=list)
    open: Word | None = None
    blank: Piece | None = None
    begins_line: bool = False

    def add(self, piece: Piece, *, may_break: bool) -> None:
        if self.open is None or may_break:
            self.open = Word([], 0, self.blank, self.begins_line)
            self.words.append(self.open)
            self.blank, self.begins_line = None, False
        self.open.pieces.append(piece)
        self.open.width += cell_len(piece.text)

    def glue(self, piece: Piece) -> None:
        """Add to the word just written, whatever came after it."""
        if self.words:
            self.words[-1].pieces.append(piece)
            self.words[-1].width += cell_len(piece.text)

    def blank_after(self, piece: Piece) -> None:
        self.open, self.blank = None, piece

    def new_line(self) -> None:
        if self.begins_line or not self.words:
            self.words.append(Word([], 0, None, True))
        self.open, self.blank, self.begins_line = None, None, True


def lines_of(spans: Iterable[Span], width: int, tones: tuple[Tone, ...] = ()) -> list[PageLine]:
    """The spans in lines of at most `width` cells, numbers of links after their texts; `tones` lie under all."""
    return _filled(words_of(spans, tones), width)


def words_of(spans: Iterable[Span], tones: tuple[Tone, ...] = ()) -> list[Word]:
    """The spans cut where a line may end: at blanks, between ideographs, after hyphens, dashes and strokes."""
    composer = _Composer()
    before: int | None = None
    last = ""
    for span in spans:
        if before is not None and span.link != before:
            composer.glue(number(before))
        before = span.link
        own = (*tones, *[TONES[each] for each in Emphasis if each in span.emphasis])
        if span.link is not None:
            own = (*own, Tone.LINK)
        for atom in _ATOM.findall(span.text):
            if atom == "\n":
                composer.new_line()
            elif atom[0] in " \t":
                composer.blank_after(Piece(" ", own, span.link))
            else:
                _compose(composer, atom, own, span.link, last)
            last = atom[-1]
    if before is not None:
        composer.glue(number(before))
    return composer.words


def number(link: int) -> Piece:
    """The mark that stands behind the text of a link."""
    return Piece(f"[{link + 1}]", (Tone.NUMBER,), link)


def _compose(composer: _Composer, atom: str, tones: tuple[Tone, ...], link: int | None, last: str) -> None:
    is_wide = _IS_WIDE.match(atom) is not None or (last != "" and _IS_WIDE.match(last) is not None)
    may_break = is_wide and atom[0] not in _NOT_FIRST and last not in _NOT_LAST
    parts = _HYPHEN.split(atom) if _MAY_SPLIT.search(atom) else (atom,)
    for part in parts:
        composer.add(Piece(part, tones, link), may_break=may_break)
        may_break = True


def _filled(words: Iterable[Word], width: int) -> list[PageLine]:
    """Words in lines, as many in each as fit."""
    lines: list[list[Piece]] = []
    room = -1
    for word in words:
        blank = 1 if word.blank is not None else 0
        if lines and not word.begins_line and word.width + blank <= room:
            if word.blank is not None and lines[-1]:
                lines[-1].append(word.blank)
                room -= 1
        elif word.width > width and lines and not word.begins_line and room > max(12, width // 2):
            room = _pour(lines, word, room - blank, width)
            continue
        else:
            lines.append([])
            room = width
            if word.width > width:
                room = _pour(lines, word, width, width)
                continue
        lines[-1].extend(word.pieces)
        room -= word.width
    return [_joined(line) for line in lines]


def _pour(lines: list[list[Piece]], word: Word, room: int, width: int) -> int:
    """Write a word longer than a line: break it after a stroke or point where one is near, else anywhere."""
    if word.blank is not None and lines[-1]:
        lines[-1].append(word.blank)
    for piece in word.pieces:
        rest = piece.text
        if Tone.NUMBER in piece.tones and room < cell_len(rest) <= width:
            lines.append([])
            room = width
        while rest:
            head = _head(rest, room)
            if not head:
                lines.append([])
                room = width
                head = _head(rest, room) or rest[:1]
            lines[-1].append(Piece(head, piece.tones, piece.link))
            room -= cell_len(head)
            rest = rest[len(head) :]
            if rest:
                lines.append([])
                room = width
    return room


def _head(text: str, room: int) -> str:
    """As much of the beginning of a text as fits, ended at a good place where there is one."""
    if cell_len(text) <= room:
        return text
    head = taken(text, room)
    for back in range(min(_LOOK_BACK, len(head) - 1)):
        at = len(head) - back
        if head[at - 1] in _GOOD_PLACES or head[at - 1] == HARD_BLANK:
            return head[:at]
    return head


def taken(text: str, room: int) -> str:
    """The longest beginning of a text that fits into `room` cells, no character cut apart."""
    used = end = 0
    start = 0
    while start < len(text):
        stop = start + 1
        while stop < len(text) and (text[stop - 1] == _JOINER or cell_len(text[stop]) == 0):
            stop += 1
        used += cell_len(text[start:stop])
        if used > room:
            break
        start = end = stop
    return text[:end]


def _joined(pieces: list[Piece]) -> PageLine:
    """Neighbours set alike as one piece; hard blanks have done their work and become blanks."""
    line: list[Piece] = []
    for piece in pieces:
        text = piece.text.replace(HARD_BLANK, " ")
        if line and line[-1].tones == piece.tones and line[-1].link == piece.link:
            line[-1] = Piece(line[-1].text + text, piece.tones, piece.link)
        else:
            line.append(Piece(text, piece.tones, piece.link))
    return tuple(line)
