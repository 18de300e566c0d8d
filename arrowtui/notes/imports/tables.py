"""Exports that are tables: Readwise, Pocket, Instapaper. Told apart by their columns, whatever their order.

Sources: the files these services hand out; Pocket's once came without `cursor`, Instapaper's without `Tags`.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from arrowtui.model.replace import replace
from arrowtui.model.saved import Haul, Highlight, Saved
from arrowtui.notes.imports.times import iso_time, some_time, unix_time

Row = Mapping[str, str]
Skipped = list[tuple[str, str]]
NO_LINK = "no web address"


class Shape(Struct, frozen=True):
    """A table: the columns that tell it, and how its rows are read."""

    origin: str
    kind: str
    columns: frozenset[str]
    read: Callable[[Iterator[tuple[int, Row]], Skipped], tuple[Saved, ...]]


def read_table(text: str) -> Haul | None:
    """Understand a table; None where its columns are none of those known."""
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        names = [name.strip().casefold() for name in next(reader, [])]
    except csv.Error:
        return None
    shape = next((shape for shape in SHAPES if shape.columns <= set(names)), None)
    if shape is None:
        return None
    skipped: Skipped = []
    saved = shape.read(_rows(reader, lambda: reader.line_num, names, skipped), skipped)
    return Haul(shape.origin, shape.kind, saved, tuple(skipped))


def _rows(
    reader: Iterator[list[str]], line: Callable[[], int], names: list[str], skipped: Skipped
) -> Iterator[tuple[int, Row]]:
    """Each row under the names of its columns, with the line it ends on."""
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as trouble:
            skipped.append((f"line {line()}", str(trouble)))
            continue
        if any(cell.strip() for cell in cells):
            yield line(), dict(zip(names, (cell.strip() for cell in cells), strict=False))


def is_web(link: str) -> bool:
    """Whether a link is one that can be opened."""
    return link[:8].lower().startswith(("http://", "https://"))


def _pocket(rows: Iterator[tuple[int, Row]], skipped: Skipped) -> tuple[Saved, ...]:
    found = []
    for number, row in rows:
        link = row.get("url", "")
        if not is_web(link):
            skipped.append((f"line {number}", NO_LINK))
            continue
        is_read = row.get("status", "").casefold() == "archive"
        title = row.get("title", "") if row.get("title") != link else ""
        tags = tuple(filter(None, row.get("tags", "").split("|")))
        at = unix_time(row.get("time_added"))
        found.append(Saved(link, title, link, None, at, tags, is_read, not is_read))
    return tuple(found)


def _instapaper(rows: Iterator[tuple[int, Row]], skipped: Skipped) -> tuple[Saved, ...]:
    found = []
    for number, row in rows:
        link = row.get("url", "")
        if not is_web(link):
            skipped.append((f"line {number}", NO_LINK))
            continue
        folder = row.get("folder", "")
        is_own = folder.casefold() not in ("unread", "archive", "starred", "")
        tags = (*_json_list(row.get("tags", "")), *((folder,) if is_own else ()))
        is_later = folder.casefold() in ("unread", "")
        highlights = (Highlight(row["selection"]),) if row.get("selection") else ()
        at, is_read = unix_time(row.get("timestamp")), folder.casefold() == "archive"
        found.append(Saved(link, row.get("title", ""), link, None, at, tags, is_read, is_later, highlights=highlights))
    return tuple(found)


def _json_list(said: str) -> tuple[str, ...]:
    """Tags as Instapaper writes them: `["a","b"]`; other text is a list with commas."""
    try:
        told = json.loads(said) if said.startswith("[") else said.split(",")
    except (ValueError, RecursionError):
        return ()
    return (
        tuple(part.strip() for part in told if isinstance(part, str) and part.strip()) if isinstance(told, list) else ()
    )


def _readwise(rows: Iterator[tuple[int, Row]], skipped: Skipped) -> tuple[Saved, ...]:
    """One document a title and author, with its highlights in the order of the file."""
    found: dict[str, Saved] = {}
    for number, row in rows:
        title, author = row.get("book title", ""), row.get("book author", "")
        text, note = row.get("highlight", ""), row.get("note", "")
        if not (text or note):
            skipped.append((f"line {number}", "an empty highlight"))
            continue
        native = f"document {title} by {author}"
        place = " ".join(filter(None, (row.get("location type", ""), row.get("location", ""))))
        highlight = Highlight(text, note, iso_time(row.get("highlighted at")), place)
        tags = _words(row.get("document tags", "")) + _words(row.get("tags", ""))
        known = found.get(native) or Saved(native, title or "Highlights", author=author or None)
        at = min(filter(None, (known.saved_at, highlight.at)), default=None)
        every = tuple(dict.fromkeys((*known.tags, *tags)))
        found[native] = replace(known, saved_at=at, tags=every, highlights=(*known.highlights, highlight))
    return tuple(found.values())


def _words(said: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in said.split(",") if part.strip())


def _raindrop(rows: Iterator[tuple[int, Row]], skipped: Skipped) -> tuple[Saved, ...]:
    found = []
    for number, row in rows:
        link = row.get("url", "")
        if not is_web(link):
            skipped.append((f"line {number}", NO_LINK))
            continue
        folders = tuple(
            part.strip() for part in row.get("folder", "").split("/") if part.strip() and part != "Unsorted"
        )
        at = some_time(row.get("created"))
        tags = _words(row.get("tags", "")) + folders
        saved = Saved(link, row.get("title", ""), link, None, at, tags, note=row.get("note", ""))
        found.append(replace(saved, text=row.get("excerpt", "")))
    return tuple(found)


SHAPES = (
    Shape("readwise", "Readwise export", frozenset({"highlight", "book title", "book author"}), _readwise),
    Shape("pocket", "Pocket export", frozenset({"title", "url", "time_added", "tags", "status"}), _pocket),
    Shape("instapaper", "Instapaper export", frozenset({"url", "title", "selection", "folder"}), _instapaper),
    Shape("raindrop", "Raindrop export", frozenset({"title", "url", "folder", "excerpt", "created"}), _raindrop),
)
