"""Markdown -> HTML, which is then read like any other: one way to a document, raw HTML in Markdown included."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

LONGEST = 200_000
"""Characters; longer texts are shown as they were typed."""

_SPOILER_OPENS = re.compile(r"^:{3,}[ \t]*spoiler\b[ \t]*(.*)$", re.MULTILINE)
_SPOILER_CLOSES = re.compile(r"^:{3,}[ \t]*$", re.MULTILINE)
_REDDIT_SPOILER = re.compile(r">!([^\n]{1,2000}?)!<")


def html_of(text: str) -> str:
    """CommonMark with tables and strike-through, the spoilers of Lemmy and Reddit opened."""
    if ":::" in text:
        text = _SPOILER_CLOSES.sub("", _SPOILER_OPENS.sub(r"\n**\1**\n", text))
    if ">!" in text:
        text = _REDDIT_SPOILER.sub(r"\1", text)
    return str(_parser().render(text))


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # 40 ms, and only some sources write Markdown

    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
