"""A body -> plain text, fast and roughly: for titles, search and sorting. What is read is made by `document`."""

import re
from html import unescape

from arrowtui.ingest.clean import LONGEST, clean_text, cleaned, is_ordinary
from arrowtui.ingest.references import resolved
from arrowtui.model.wire import Body, Markup

# Atomic and possessive throughout: a tag is read once, however many of its quotes are never closed.
_UNSEEN = re.compile(
    r"<(?=[!stmn])(?:!--.*?(?:-->|\Z)"  # the look ahead spares most tags the list
    r"|(script|style|template|title|svg|math|noscript|select)\b(?:[^<>]*/>|.*?(?:</\1\b[^>]*+>?|\Z)))",
    re.IGNORECASE | re.DOTALL,
)
_HIDDEN = re.compile(r"<([a-z0-9]{1,10})\b(?>[^<>]*?display:\s?none)[^<>]*+>[^<]*+</\1>", re.IGNORECASE)
_NOT_SHOWN = (
    r"display\s*:\s*none",
    r"visibility\s*:\s*(?:hidden|collapse)",
    r"max-height\s*:\s*0",
    r"font-size\s*:\s*[012](?![\d%]|\.\d*r?em|r?em)",
)
_MAY_HIDE = re.compile(
    rf"\bstyle\s*=\s*(?:\"[^\"<>]{{0,1500}}?|'[^'<>]{{0,1500}}?)(?:{'|'.join(_NOT_SHOWN)})"
    r"|\bclass\s*=\s*[\"']?[^\"'<>]{0,100}?\bpreheader\b",
    re.IGNORECASE,
)
_HIDING = {words.partition(r"\s*")[0]: re.compile(words) for words in (*_NOT_SHOWN, "preheader")}
"""Of which `_HIDDEN` and `_MAY_HIDE` want one, each by its plain word in small letters, which is found much quicker."""
_MASTODON_HIDDEN = re.compile(r"<span (?>[^<>]*?class=[\"']?invisible\b)[^<>]*+>[^<]*+</span>")
_MASTODON_CUT = re.compile(r"(<span (?>[^<>]*?class=[\"']?ellipsis\b)[^<>]*+>[^<]*+)</span>")
_TAG = re.compile(
    r"<(/?[a-zA-Z][a-zA-Z0-9]*+|[!?])(?:>|([^>=]*+(?:=(?:\s*+\"[^\"]*+\"|\s*+'[^']*+')?+[^>=]*+)*+)(?:>|\Z))"
)
"""The name of a tag, and its attributes where it has any."""
_AS_IT_STANDS = re.compile("<pre")  # a third quicker than `in`
_EMOJI_NAME = re.compile(r"\balt=[\"']([^\"'<>]{1,64})")
_OTHER_BLANKS = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""All that may stand between two words of a clean text beside a blank; each is found quicker than a class of them."""
_BLANKS = re.compile("  +")
_DOUBLE = re.compile(r"\s*&lt;(?:p|div|br|a|img|ul|ol|h[1-6]|table|span|strong|b|em|i)\b")
_BREAKING_TAGS = (
    "address article aside blockquote br center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table tbody tfoot thead tr ul"
)
_INLINE_TAGS = (
    "a abbr b big blink cite code del dfn em embed font i img ins kbd label mark nobr object param picture q s samp "
    "small source span strike strong sub sup time tt u var wbr"
)
_LEFT_BEHIND = {
    **{name: "\n" for tag in _BREAKING_TAGS.split() for name in (tag, f"/{tag}")},
    **{name: " " for tag in ("td", "th", "iframe", "video", "audio", "button") for name in (tag, f"/{tag}")},
    **{name: "" for tag in _INLINE_TAGS.split() for name in (tag, f"/{tag}")},
}
"""What common tags leave behind, by their names."""


def quick_text(body: Body) -> str:
    """Clean plain text of a body, one line for each of its blocks; a few µs for a post, linear for anything."""
    if body.markup is Markup.HTML:
        return _cleaned(_without_tags(once_escaped(body.text)))
    text = unescape(body.text) if body.markup is Markup.MARKDOWN and "&" in body.text else body.text
    return clean_text(text).strip()


def once_escaped(text: str) -> str:
    """HTML that was escaped once too often, as some feeds do, with one layer taken off; other text as it is."""
    return unescape(text) if "<" not in text and _DOUBLE.match(text) and "&gt;" in text else text


def _without_tags(text: str) -> str:
    if "<" in text:
        if "\n" in text and _AS_IT_STANDS.search(text) is None:
            text = text.replace("\n", " ")
        text = _told(text)
    return resolved(text) if "&" in text else text


def _told(text: str) -> str:
    """The text with what its tags leave behind in their place: looked up, which is a third of the price of a call."""
    pieces, attributes = _apart(text)
    if "style" in attributes or "invisible" in attributes:
        text = _shown(text)
        pieces, _ = _apart(text)
    if "emoji" in attributes:
        return _TAG.sub(_stand_in, _UNSEEN.sub(" ", text))
    try:
        pieces[1::2] = map(_LEFT_BEHIND.__getitem__, pieces[1::2])
    except KeyError:  # not all of them are common: one may hide what stands in it
        pieces, _ = _apart(_UNSEEN.sub(" ", text))
        pieces[1::2] = [_LEFT_BEHIND.get(name.lower(), "") for name in pieces[1::2]]
    return "".join(pieces)


def _apart(text: str) -> tuple[list[str], str]:
    """What stands between the tags, with the name of each tag in its place; and the attributes of them all, a fifth of
    the text, in which words are found so much sooner."""
    pieces = _TAG.split(text)
    attributes = "".join(filter(None, pieces[2::3]))
    del pieces[2::3]
    return pieces, attributes


def _shown(text: str) -> str:
    """The text without what is not shown of it."""
    if "invisible" in text:
        text = _MASTODON_CUT.sub(r"\1…", _MASTODON_HIDDEN.sub("", text))
    return _without_hidden(text) if "style" in text else text


def _without_hidden(text: str) -> str:
    """Elements that are not shown left out: simple ones at once, letters with more of them by the parser."""
    written = text.lower()
    if not any(word in written and words.search(written) for word, words in _HIDING.items()):
        return text
    text = _HIDDEN.sub("", text) if "display:" in text else text
    if _MAY_HIDE.search(text) is None:
        return text
    from arrowtui.ingest.html.unseen import without_unseen  # the parser, 10 ms, is loaded for the first who needs it

    return without_unseen(text)


def _stand_in(tag: re.Match[str]) -> str:
    """What a tag leaves behind: a line break, a blank, the name of an emoji, or nothing."""
    name = tag[1].lower()
    if name == "img" and "emoji" in tag[0]:
        alt = _EMOJI_NAME.search(tag[0])
        return alt[1] if alt else ""
    return _LEFT_BEHIND.get(name, "")


def _cleaned(text: str) -> str:
    """Clean, runs of white space folded, empty lines gone."""
    # Folded first, for then it is in its last form that the text is looked at; what folding takes away, cleaning would.
    text = text[:LONGEST]
    folded = _folded(text.replace("\t", " "))
    if is_ordinary(folded):
        return folded
    clean = cleaned(folded)
    even = _evenly_blank(clean if clean is folded else cleaned(text))
    return even if even is folded else _folded(even)


def _folded(text: str) -> str:
    return _BLANKS.sub(" ", "\n".join(filter(None, map(str.strip, text.split("\n")))))


def _evenly_blank(text: str) -> str:
    for blank in _OTHER_BLANKS:
        text = text.replace(blank, " ")
    return text
