"""A document in the making: blocks already finished and the paragraph being written.

HTML, Markdown and plain text are all written through a Flow, so white space, links and pictures are treated alike.
"""

import re

from arrowtui.model.document import Block, Emphasis, Heading, ListBlock, ListItem, Paragraph, Picture, Quote, Rule, Span

Style = frozenset[Emphasis]
PLAIN: Style = frozenset()
STRONG: Style = frozenset((Emphasis.STRONG,))

Piece = tuple[str, Style, int | None, bool]
"""Text, how it is set, the link it belongs to, and whether the text is the description of a picture."""

SHORT_ALT = 20
"""Characters of the description of a picture that needs no line of its own."""

BREAK: Piece = ("\n", PLAIN, None, False)

_QUOTED = re.compile(r">+\s?(?=[\w\"'“‘(\[*_…])|>\s*$")
_FOLD = re.compile(r"\s{2,}|[\t\n]")


class Flow:
    """The inside of a document, quote, list item or table cell."""

    __slots__ = ("_at_edge", "blocks", "heading", "pieces")

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pieces: list[Piece] = []
        self.heading = 0
        self._at_edge = True

    def write(self, text: str, style: Style = PLAIN, link: int | None = None) -> None:
        """Add clean text to the paragraph; white space is folded as in HTML, a single hard blank is kept."""
        text = _FOLD.sub(" ", text)
        if self._at_edge:
            text = text.lstrip()
        if text:
            self.pieces.append((text, style, link, False))
            self._at_edge = text[-1].isspace()

    def picture(self, alt: str, link: int | None) -> None:
        """Add a picture to the paragraph; one that stands alone becomes a block."""
        self.pieces.append((alt, PLAIN, link, True))
        self._at_edge = False

    def newline(self) -> None:
        """Break the line; two breaks in a row end the paragraph."""
        if not self.pieces:
            return
        text, style, link, is_picture = self.pieces[-1]
        bare = text.rstrip()
        if is_picture:
            self.pieces.append(BREAK)
        elif "\n" in text[len(bare) :]:
            if not self.heading:
                self.end()
        else:
            self.pieces[-1:] = [(bare, style, link, False), BREAK] if bare else [BREAK]
        self._at_edge = True

    def end(self) -> None:
        """Finish the paragraph, if one has begun."""
        if self.pieces:
            pieces, self.pieces, self._at_edge = self.pieces, [], True
            if all(is_picture or text.isspace() for text, _, _, is_picture in pieces):
                self._put_pictures([Picture(alt, link) for alt, _, link, is_picture in pieces if is_picture])
            elif spans := spans_of(pieces):
                self.put(Heading(self.heading, spans) if self.heading else _paragraph(spans))

    def _put_pictures(self, pictures: list[Picture]) -> None:
        """Pictures in a row: small words such as the names of networks share a line, others have one each."""
        if len(pictures) > 2 and all(len(picture.alt) <= SHORT_ALT for picture in pictures):
            pieces: list[Piece] = [(" · ", PLAIN, None, False)] * (2 * len(pictures) - 1)
            pieces[::2] = [(picture.alt, PLAIN, picture.link, True) for picture in pictures]
            self.put(Paragraph(spans_of(pieces)))
            return
        for picture in pictures:
            self.put(picture)

    def put(self, block: Block) -> None:
        """Add a finished block. A picture or rule said twice in a row is said once."""
        if isinstance(block, Picture | Rule) and self.blocks and self.blocks[-1] == block:
            return
        self.blocks.append(block)

    def close(self, parent: "Flow") -> None:
        """Hand what was written to the flow around it."""
        self.end()
        for block in self.blocks:
            parent.put(block)


class QuoteFlow(Flow):
    """The inside of a quotation."""

    __slots__ = ()

    def close(self, parent: Flow) -> None:
        self.end()
        if self.blocks:
            parent.put(Quote(tuple(self.blocks)))


class ListFlow(Flow):
    """The inside of a list: items, and whatever stands between them against the rules."""

    __slots__ = ("items", "next_number", "step")

    def __init__(self, first: int | None, step: int = 1) -> None:
        super().__init__()
        self.items: list[ListItem] = []
        self.next_number = first
        self.step = step

    def take_number(self, given: int | None = None) -> int | None:
        """The number of the next item; None in a list of bullets."""
        if self.next_number is None:
            return None
        number = self.next_number if given is None else given
        self.next_number = number + self.step
        return number

    def adopt_strays(self) -> None:
        """What stands outside every item belongs to the item before it."""
        self.end()
        if self.blocks:
            last = self.items.pop() if self.items else ListItem(self.take_number(), ())
            self.items.append(ListItem(last.number, (*last.blocks, *self.blocks)))
            self.blocks = []

    def close(self, parent: Flow) -> None:
        self.adopt_strays()
        if self.items:
            parent.put(ListBlock(tuple(self.items)))


class ItemFlow(Flow):
    """The inside of a list item."""

    __slots__ = ("number",)

    def __init__(self, number: int | None) -> None:
        super().__init__()
        self.number = number

    def close(self, parent: Flow) -> None:
        self.end()
        if not self.blocks:
            return
        item = ListItem(self.number, tuple(self.blocks))
        if isinstance(parent, ListFlow):
            parent.adopt_strays()
            parent.items.append(item)
        else:
            parent.put(ListBlock((item,)))


def _paragraph(spans: tuple[Span, ...]) -> Paragraph | Quote:
    """A paragraph, or a quote where it begins with the ">" by which people without a quote button quote."""
    marks = _QUOTED.match(spans[0].text)
    if marks is None:
        return Paragraph(spans)
    first = Span(spans[0].text[marks.end() :], spans[0].emphasis, spans[0].link)
    return Quote((Paragraph((first, *spans[1:]) if first.text else spans[1:]),))


def spans_of(pieces: list[Piece]) -> tuple[Span, ...]:
    """The pieces of a paragraph with white space at its ends gone, and out of links and emphasis; alike ones joined."""
    joined: list[tuple[str, Style, int | None]] = []
    for text, style, link, is_picture in pieces:
        if is_picture:
            text = f"[image:\xa0{text}]" if text else "[image]"
        elif (style or link is not None) and text[-1] == " ":
            _join(joined, text[:-1], style, link)
            text, style, link = " ", PLAIN, None
        _join(joined, text, style, link)
    while joined and not joined[-1][0].rstrip():
        joined.pop()
    if not joined:
        return ()
    text, style, link = joined[-1]
    joined[-1] = (text.rstrip(), style, link)
    return tuple([Span(text, style, link) for text, style, link in joined])


def _join(joined: list[tuple[str, Style, int | None]], text: str, style: Style, link: int | None) -> None:
    if not text:
        return
    if link is not None and len(joined) > 1 and joined[-1][0] == " " and joined[-2][2] == link:
        joined.pop()
        _join(joined, " ", joined[-1][1], link)  # a link made in two parts is one
    if joined and joined[-1][1] == style and joined[-1][2] == link:
        text = joined.pop()[0] + text
    joined.append((text, style, link))
