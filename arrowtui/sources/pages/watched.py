"""A page watched as a whole: when it changes, an item says how."""

import base64
import zlib
from hashlib import blake2b

import msgspec

from arrowtui.model.errors_pages import NoTextThere, PageRebuilt
from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch, Body, Draft, Markup
from arrowtui.sources.pages.change import Change, change, html_of, telling
from arrowtui.sources.pages.lines import Line, lines
from arrowtui.sources.pages.noise import sense
from arrowtui.sources.pages.options import PageOptions
from arrowtui.sources.pages.tree import Page

MAIN = "main, [role=main]"
LONGEST_HEAD = 80  # characters of the first new line in the title
TURNED_OVER = (
    "Nearly all of the page is new. It may be a passing notice: if it stays, the next poll tells how it changed."
)


class Memory(msgspec.Struct, omit_defaults=True):
    """What is kept between two polls: the telling lines (deflated), of which part, and the mark of a page that was
    turned over and waits to be seen a second time."""

    lines: str
    part: str = ""
    waiting: str = ""


def watched(page: Page, options: PageOptions, memory: str, seen: str) -> Batch:
    """What became of the page since the last poll. The first only remembers.

    Args:
        seen: the moment of this poll, part of the id of a change.
    Raises: BadSelector; PageRebuilt where `part` fits nothing; NoTextThere.
    """
    now = telling(part_of(page, options.part))
    if not now:
        raise NoTextThere(page.host)
    fresh = _remembered(now, options.part)
    quiet = Batch(title=page.title, site_link=page.address, language=page.language, memory=fresh)
    kept = _known(memory)
    if kept is None or kept[0].part != options.part:
        return quiet
    known, before = kept
    found = change(before, now)
    if found is None:
        return quiet
    if found.is_upheaval and known.waiting != _mark(now):
        waiting = msgspec.structs.replace(known, waiting=_mark(now))
        return replace(quiet, memory=_written(waiting), notices=(TURNED_OVER,))
    return replace(quiet, drafts=(_draft(page, found, seen),))


def part_of(page: Page, part: str) -> list[Line]:
    """The lines of the part that is watched: as told, else the main part of the page, else all but what stands around.

    Raises: BadSelector; PageRebuilt where `part` fits nothing.
    """
    if part:
        nodes = page.all(part, "part")
        if not nodes:
            raise PageRebuilt(page.host, "part", part)
        return [line for node in nodes for line in lines(node)]
    body = page.parser.body
    if body is None:
        return []
    main, articles = page.parser.css_first(MAIN), page.parser.css("article")
    for node in (main, articles[0] if len(articles) == 1 else None):
        if node is not None and (found := lines(node)):
            return found
    return lines(body, without_around=True) or lines(body)


def _draft(page: Page, found: Change, seen: str) -> Draft:
    return Draft(
        native_id=f"change {seen}",
        title=Body(f"{page.title or page.host}: {_headline(found)}", Markup.TEXT),
        body=Body(html_of(found), Markup.HTML, page.base),
        link=page.address,
    )


def _headline(found: Change) -> str:
    """The first new line, else what went."""
    first = found.come[0].words if found.come else f"gone: {found.gone[0]}"
    return first if len(first) <= LONGEST_HEAD else f"{first[: LONGEST_HEAD - 1].rstrip()}…"


def _remembered(now: list[Line], part: str) -> str:
    text = "\n".join(line.words for line in now).encode("utf-8", "replace")
    return _written(Memory(base64.b85encode(zlib.compress(text, 9)).decode(), part))


def _written(memory: Memory) -> str:
    return msgspec.json.encode(memory).decode()


def _known(memory: str) -> tuple[Memory, list[str]] | None:
    """What was kept; None at the first poll, and where it is not what we left."""
    if not memory:
        return None
    try:
        known = msgspec.json.decode(memory, type=Memory)
        text = zlib.decompress(base64.b85decode(known.lines)).decode("utf-8")
    except (msgspec.DecodeError, ValueError, zlib.error):
        return None
    return known, text.split("\n")


def _mark(now: list[Line]) -> str:
    return blake2b("\n".join(sense(line.words) for line in now).encode("utf-8", "replace"), digest_size=8).hexdigest()
