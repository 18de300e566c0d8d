"""The walk over a parsed page: one loop, no recursion, so that no page is nested too deeply for us."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from arrowtui.ingest.clean import clean_text
from arrowtui.ingest.flow import PLAIN, Style
from arrowtui.ingest.html.look import NOTHING, Attributes, Look, is_hidden, look
from arrowtui.ingest.portion import NODE
from arrowtui.ingest.sheet import Sheet
from arrowtui.model.document import Emphasis

Close = Callable[[], None]

UNBOUNDED = 1 << 60


class Leaf:
    """What an `Enter` returns when it has dealt with everything inside its element, too."""


LEAF = Leaf()


class State(NamedTuple):
    """How text is set at one place of a page. `link` is the safe address of the anchor around it."""

    style: Style = PLAIN
    link: str | None = None
    is_tiny: bool = False
    spell: Callable[[str], str] | None = None


class Walk:
    """One reading of one page onto a sheet."""

    __slots__ = ("explained", "figures", "sheet", "state")

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.state = State()
        self.figures = 0
        self.explained: set[str] = set()

    def text(self, text: str) -> None:
        """Write text of the page in the style of this place."""
        style, link, is_tiny, spell = self.state
        text = clean_text(text)
        if is_tiny or not text:
            return
        if spell is not None:
            text = spell(text)
        if link is None:
            self.sheet.write(text, style)
        elif text.isspace():
            self.sheet.flow.write(text, style)
        else:
            self.sheet.flow.write(text, style, self.sheet.number(link))

    def emphasise(self, emphasis: Emphasis) -> None:
        """Set what follows in this element with one emphasis more."""
        style, link, is_tiny, spell = self.state
        self.state = State(style | {emphasis}, link, is_tiny, spell)

    def block(self) -> Close:
        """Begin a paragraph here and where the element ends."""
        self.sheet.flow.end()
        return lambda: self.sheet.flow.end()

    def dress(self, looks: Look) -> None:
        """Take over what a style attribute says of the text."""
        style, link, is_tiny, spell = self.state
        style = (style - looks.loses) | looks.gains
        self.state = State(style, link, is_tiny if looks.is_tiny is None else looks.is_tiny, spell)


Enter = Callable[[Walk, LexborNode, Attributes], Close | Leaf | None]


def walk(page: Walk, start: LexborNode, elements: Mapping[str, Enter]) -> None:
    """Read `start` and everything in it. An element without an entry in `elements` is as good as its content."""
    around: list[tuple[LexborNode | None, Close | None, State]] = []
    node: LexborNode | None = start.child
    left = UNBOUNDED if page.sheet.left is None else page.sheet.left
    while node is not None or around:
        if left < 0:
            page.sheet.is_cut = True
            return  # what is open is closed by the sheet
        if node is None:
            node, close, state = around.pop()
            if close is not None:
                close()
            page.state = state
            continue
        tag = node.tag or "-"
        left -= NODE
        if tag == "-text":
            text = node.text_content or ""
            left -= len(text)
            page.text(text if left >= 0 else text[:left])
        elif tag[0] != "-":
            state = page.state
            entered = _enter(page, node, tag, elements)
            if not isinstance(entered, Leaf):
                around.append((node.next, entered, state))
                node = node.child
                continue
            page.state = state
        node = node.next


def _enter(page: Walk, node: LexborNode, tag: str, elements: Mapping[str, Enter]) -> Close | Leaf | None:
    """Begin an element. What nobody sees is a leaf, like everything else whose content is not to be read."""
    attributes = node.attributes
    looks = NOTHING
    if attributes:
        looks = look(attributes.get("style"))
        if looks.is_hidden or is_hidden(tag, attributes):
            return LEAF
    enter = elements.get(tag)
    entered = None if enter is None else enter(page, node, attributes)
    if looks is not NOTHING and not isinstance(entered, Leaf):
        if looks.is_block and entered is None:
            entered = page.block()
        page.dress(looks)
    return entered
