"""A body -> plain text, fast and roughly: for titles, search and sorting. What is read is made by `document`."""

import re
from html import unescape

from arrowtui.ingest.clean import clean_text
from arrowtui.model.wire import Body, Markup

# Atomic and possessive throughout: a tag is read once, however many of its quotes are never closed.
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(script|style|template|title|svg|math|noscript|select)\b(?:[^<>]*/>|.*?(?:</\1\b[^>]*+>?|\Z))",
    re.IGNORECASE | re.DOTALL,
)
_HIDDEN = re.compile(r"<([a-z0-9]{1,10})\b(?>[^<>]*?display:\s?none)[^<>]*+>[^<]*+</\1>", re.IGNORECASE)
_MAY_HIDE = re.compile(
    r"\bstyle\s*=\s*(?:\"[^\"<>]{0,1500}?|'[^'<>]{0,1500}?)(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|max-height\s*:\s*0|font-size\s*:\s*[012](?![\d%]|\.\d*r?em|r?em))|\bclass\s*=\s*[\"']?[^\"'<>]{0,100}?\bpreheader\b",
    re.IGNORECASE,
)
_MASTODON_HIDDEN = re.compile(r"<span (?>[^<>]*?class=[\"']?invisible\b)[^<>]*+>[^<]*+</span>")
_MASTODON_CUT = re.compile(r"(<span (?>[^<>]*?class=[\"']?ellipsis\b)[^<>]*+>[^<]*+)</span>")
_TAG = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]*+|[!?])((?:[^>=]++|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|=)*+)(?:>|\Z)")
_ODD_SPACE = re.compile("[\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]")
_EMOJI_NAME = re.compile(r"\balt=[\"']([^\"'<>]{1,64})")
_DOUBLE = re.compile(r"\s*&lt;(?:p|div|br|a|img|ul|ol|h[1-6]|table|span|strong|b|em|i)\b")
_BREAKING_TAGS = (
    "address article aside blockquote br center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table tbody tfoot thead tr ul"
)
_LEFT_BEHIND = {
    **{name: "\n" for tag in _BREAKING_TAGS.split() for name in (tag, f"/{tag}")},
    **{name: " " for tag in ("td", "th", "iframe", "video", "audio", "button") for name in (tag, f"/{tag}")},
    **{name: "" for tag in ("a", "b", "code", "em", "font", "i", "span", "strong", "u") for name in (tag, f"/{tag}")},
}


def quick_text(body: Body) -> str:
    """Clean plain text of a body, one line for each of its blocks; a few µs for a post, linear for anything."""
    if body.markup is Markup.HTML:
        return _folded(clean_text(_without_tags(once_escaped(body.text))))
    text = unescape(body.text) if body.markup is Markup.MARKDOWN and "&" in body.text else body.text
    return clean_text(text).strip()


def once_escaped(text: str) -> str:
    """HTML that was escaped once too often, as some feeds do, with one layer taken off; other text as it is."""
    return unescape(text) if "<" not in text and _DOUBLE.match(text) and "&gt;" in text else text


def _without_tags(text: str) -> str:
    if "<" in text:
        if "<pre" not in text:
            text = text.replace("\n", " ")
        if "invisible" in text:
            text = _MASTODON_CUT.sub(r"\1…", _MASTODON_HIDDEN.sub("", text))
        if "style" in text:
            text = _without_hidden(text)
        text = _told(_TAG.split(_UNSEEN.sub(" ", text)))
    return unescape(text) if "&" in text else text


def _without_hidden(text: str) -> str:
    """Elements that are not shown left out: simple ones at once, letters with more of them by the parser."""
    text = _HIDDEN.sub("", text) if "display:" in text else text
    if _MAY_HIDE.search(text) is None:
        return text
    from arrowtui.ingest.html.unseen import without_unseen  # the parser, 10 ms, is loaded for the first who needs it

    return without_unseen(text)


def _told(pieces: list[str]) -> str:
    """The pieces between tags with what the tags leave behind: after each text stand a tag's name and its rest.
    Most tags are known by name, and looking that up costs a third of calling something for each."""
    names, rests = pieces[1::3], pieces[2::3]
    del pieces[2::3]
    pieces[1::2] = [
        _LEFT_BEHIND[name] if name in _LEFT_BEHIND else _stand_in(name, rest)
        for name, rest in zip(names, rests, strict=True)
    ]
    return "".join(pieces)


def _stand_in(name: str, rest: str) -> str:
    """What a tag leaves behind: a line break, a blank, the name of an emoji, or nothing."""
    name = name.lower()
    if name == "img" and "emoji" in rest:
        alt = _EMOJI_NAME.search(rest)
        return alt[1] if alt else ""
    return _LEFT_BEHIND.get(name, "")


def _folded(text: str) -> str:
    """Runs of white space folded, empty lines gone."""
    lines = text.split("\n")
    if text.isascii() or _ODD_SPACE.search(text) is None:
        folded = [line.strip() if _is_even(line) else " ".join(line.split()) for line in lines]
    else:
        folded = [" ".join(line.split()) for line in lines]
    return "\n".join([line for line in folded if line])


def _is_even(line: str) -> bool:
    """Whether nothing in a line needs folding; taking apart and joining costs four times as much as looking."""
    return "  " not in line and "\t" not in line
