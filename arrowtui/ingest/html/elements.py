"""What each element of HTML becomes."""

import re
from collections.abc import Mapping

from selectolax.lexbor import LexborNode

from arrowtui.ingest.clean import clean_line
from arrowtui.ingest.flow import ItemFlow, ListFlow, QuoteFlow
from arrowtui.ingest.html.code import code_block
from arrowtui.ingest.html.embeds import embed_line, math_text
from arrowtui.ingest.html.look import Attributes
from arrowtui.ingest.html.pictures import description, letters, source
from arrowtui.ingest.html.scripts import lowered, raised
from arrowtui.ingest.html.tables import CellFlow, TableFlow
from arrowtui.ingest.html.walk import LEAF, Close, Enter, Leaf, State, Walk
from arrowtui.ingest.links import safe_link
from arrowtui.model.document import Emphasis, Rule

_PERMALINK = re.compile(r"[#¶§🔗↩︎⏎^\s]*")
_BLOCKS = (
    "address article aside body center div fieldset figcaption footer form header hgroup html legend main nav "
    "optgroup option p search section"
)
_UNSEEN = (
    "script style template head title meta link base svg select datalist textarea canvas map area rp "
    "param source track dialog progress meter col colgroup"
)


def _skip(walk: Walk, node: LexborNode, attributes: Attributes) -> Leaf:
    return LEAF


def _block(walk: Walk, node: LexborNode, attributes: Attributes) -> Close:
    return walk.block()


def _break(walk: Walk, node: LexborNode, attributes: Attributes) -> Leaf:
    walk.sheet.flow.newline()
    return LEAF


def _rule(walk: Walk, node: LexborNode, attributes: Attributes) -> Leaf:
    walk.sheet.flow.end()
    walk.sheet.flow.put(Rule())
    return LEAF


def _styled(*emphases: Emphasis) -> Enter:
    def enter(walk: Walk, node: LexborNode, attributes: Attributes) -> None:
        for emphasis in emphases:
            walk.emphasise(emphasis)

    return enter


def _heading(walk: Walk, node: LexborNode, attributes: Attributes) -> Close:
    flow = walk.sheet.flow
    flow.end()
    flow.heading = int((node.tag or "h6")[1])

    def close() -> None:
        flow.end()
        flow.heading = 0

    return close


def _anchor(walk: Walk, node: LexborNode, attributes: Attributes) -> Leaf | None:
    href = attributes.get("href")
    if not href:
        return None
    if href.lstrip().startswith("#"):
        return LEAF if _PERMALINK.fullmatch(node.text()) and node.child is not None else None
    link = safe_link(href, walk.sheet.base)
    if link is not None:
        style, _, is_tiny, spell = walk.state
        walk.state = State(style, link, is_tiny, spell)
    return None


def _span(walk: Walk, node: LexborNode, attributes: Attributes) -> Close | None:
    if "ellipsis" not in (attributes.get("class") or "").split():
        return None
    return lambda: walk.text("…")


def _quote(walk: Walk, node: LexborNode, attributes: Attributes) -> Close:
    if walk.sheet.is_deep:
        return walk.block()
    walk.sheet.open(QuoteFlow())
    return walk.sheet.close


def _list(walk: Walk, node: LexborNode, attributes: Attributes) -> Close:
    if walk.sheet.is_deep:
        return walk.block()
    is_numbered = node.tag == "ol"
    step = -1 if "reversed" in attributes else 1
    first = _whole(attributes.get("start"), _count(node) if step < 0 else 1) if is_numbered else None
    walk.sheet.open(ListFlow(first, step))
    return walk.sheet.close


def _item(walk: Walk, node: LexborNode, attributes: Attributes) -> Close:
    flow = walk.sheet.flow
    if not isinstance(flow, ListFlow):
        if walk.sheet.is_deep:
            return walk.block()
        walk.sheet.open(ItemFlow(None))
        return walk.sheet.close
    given = attributes.get("value")
    flow.adopt_strays()
    walk.sheet.open(ItemFlow(flow.take_number(None if given is None else _whole(given, None))))
    return walk.sheet.close


def _term(walk: Walk, node: LexborNode, attributes: Attributes) -> Close:
    """A term opens an item of its own; the meanings that follow are written into it as strays of the list."""
    close = _item(walk, node, attributes)
    walk.emphasise(Emphasis.STRONG)
    return close


def _table(walk: Walk, node: LexborNode, attributes: Attributes) -> Close:
    role = attributes.get("role") or ""
    walk.sheet.open(TableFlow(is_layout=role in ("presentation", "none")))
    return walk.sheet.close


def _row(walk: Walk, node: LexborNode, attributes: Attributes) -> None:
    flow = walk.sheet.flow
    if isinstance(flow, TableFlow):
        flow.rows.append([])


def _cell(walk: Walk, node: LexborNode, attributes: Attributes) -> Close:
    is_head = node.tag == "th"
    columns = _whole(attributes.get("colspan"), 1) or 1
    rows = _whole(attributes.get("rowspan"), 1) or 1
    walk.sheet.open(CellFlow(is_head, max(1, columns), max(1, rows)))
    if is_head:
        walk.emphasise(Emphasis.STRONG)
    return walk.sheet.close


def _figure(walk: Walk, node: LexborNode, attributes: Attributes) -> Close:
    end = walk.block()
    walk.figures += 1

    def close() -> None:
        end()
        walk.figures -= 1

    return close


def _caption(walk: Walk, node: LexborNode, attributes: Attributes) -> Close:
    walk.emphasise(Emphasis.STRESS)
    return walk.block()


def _summary(walk: Walk, node: LexborNode, attributes: Attributes) -> Close:
    walk.emphasise(Emphasis.STRONG)
    return walk.block()


def _image(walk: Walk, node: LexborNode, attributes: Attributes) -> Leaf:
    text = letters(attributes)
    if text is not None:
        walk.text(text)
        return LEAF
    alt = description(attributes, in_figure=walk.figures > 0)
    if alt is not None:
        link = walk.state.link or safe_link(source(attributes), walk.sheet.base)
        walk.sheet.flow.picture(alt, None if link is None else walk.sheet.number(link))
    return LEAF


def _pre(walk: Walk, node: LexborNode, attributes: Attributes) -> Leaf:
    walk.sheet.flow.end()
    block = code_block(node)
    if block is not None:
        walk.sheet.flow.put(block)
    return LEAF


def _embed(walk: Walk, node: LexborNode, attributes: Attributes) -> Leaf:
    walk.sheet.flow.end()
    found = embed_line(node, attributes, walk.sheet.base)
    if found is not None:
        label, link = found
        walk.sheet.flow.write(label, link=walk.sheet.number(link))
        walk.sheet.flow.end()
    return LEAF


def _math(walk: Walk, node: LexborNode, attributes: Attributes) -> Leaf:
    walk.text(math_text(node, attributes))
    return LEAF


def _input(walk: Walk, node: LexborNode, attributes: Attributes) -> Leaf:
    """Options of polls and tasks of lists; what asks for typing is nothing to read."""
    marks = {"checkbox": "☑ " if "checked" in attributes else "☐ ", "radio": "● " if "checked" in attributes else "○ "}
    walk.text(marks.get(attributes.get("type") or "", ""))
    return LEAF


def _quoted(walk: Walk, node: LexborNode, attributes: Attributes) -> Close:
    walk.text("“")
    return lambda: walk.text("”")


def _ruby(walk: Walk, node: LexborNode, attributes: Attributes) -> Close:
    walk.text("(")
    return lambda: walk.text(")")


def _abbreviation(walk: Walk, node: LexborNode, attributes: Attributes) -> Close | None:
    title = clean_line(attributes.get("title") or "", 120)
    if not title or title in walk.explained or title == node.text().strip():
        return None
    walk.explained.add(title)
    return lambda: walk.text(f" ({title})")


def _raised(walk: Walk, node: LexborNode, attributes: Attributes) -> None:
    walk.state = walk.state._replace(spell=raised)


def _lowered(walk: Walk, node: LexborNode, attributes: Attributes) -> None:
    walk.state = walk.state._replace(spell=lowered)


def _button(walk: Walk, node: LexborNode, attributes: Attributes) -> Close:
    walk.text(" ")
    return lambda: walk.text(" ")


def _whole(value: str | None, otherwise: int | None) -> int | None:
    """A whole number of an attribute, if it is one that a page could mean."""
    text = (value or "").strip()
    return int(text) if re.fullmatch(r"-?[0-9]{1,6}", text) else otherwise


def _count(node: LexborNode) -> int:
    return sum(1 for child in node.iter() if child.tag == "li")


ELEMENTS: Mapping[str, Enter] = {
    **dict.fromkeys(_BLOCKS.split(), _block),
    **dict.fromkeys(_UNSEEN.split(), _skip),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("b", "strong"), _styled(Emphasis.STRONG)),
    **dict.fromkeys(("i", "em", "cite", "dfn", "u"), _styled(Emphasis.STRESS)),
    **dict.fromkeys(("code", "kbd", "samp", "tt", "var"), _styled(Emphasis.CODE)),
    **dict.fromkeys(("s", "strike", "del"), _styled(Emphasis.STRUCK)),
    **dict.fromkeys(("mark", "ins"), _styled(Emphasis.MARKED)),
    **dict.fromkeys(("ul", "ol", "menu", "dir", "dl"), _list),
    **dict.fromkeys(("td", "th"), _cell),
    **dict.fromkeys(("iframe", "video", "audio", "object", "embed"), _embed),
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), _pre),
    "a": _anchor,
    "abbr": _abbreviation,
    "acronym": _abbreviation,
    "blockquote": _quote,
    "br": _break,
    "button": _button,
    "caption": _caption,
    "dd": _block,
    "details": _block,
    "dt": _term,
    "figcaption": _caption,
    "figure": _figure,
    "hr": _rule,
    "img": _image,
    "input": _input,
    "li": _item,
    "math": _math,
    "q": _quoted,
    "rt": _ruby,
    "span": _span,
    "sub": _lowered,
    "summary": _summary,
    "sup": _raised,
    "table": _table,
    "tr": _row,
}
