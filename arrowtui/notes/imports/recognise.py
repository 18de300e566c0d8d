"""What an export is, by what is in it and not by its name."""

import io
import zipfile
from collections.abc import Iterator

from arrowtui.model.replace import replace
from arrowtui.model.saved import Haul, Saved
from arrowtui.notes.imports.bookmarks import read_bookmarks
from arrowtui.notes.imports.pinboard import read_json, read_xml
from arrowtui.notes.imports.pinterest import read_pinterest
from arrowtui.notes.imports.tables import read_table

ZIP = b"PK\x03\x04"
MOST_MEMBERS = 2_000
MOST_BYTES = 128 * 1024 * 1024
"""Unpacked, all together: a small file can be made to hold endless ones."""


def read_export(data: bytes) -> Haul | None:
    """Understand an export; None where it is nothing we know."""
    if data.startswith(ZIP):
        return _joined(list(_members(data)))
    text = text_of(data)
    start = text.lstrip()[:1]
    if start == "<":
        return read_bookmarks(text) or read_pinterest(text) or read_xml(text)
    if start in ("[", "{"):
        return read_json(text)
    return read_table(text)


def text_of(data: bytes) -> str:
    """UTF-8 or UTF-16 where it is that, else Windows-1252, in which every byte means something."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _members(data: bytes) -> Iterator[Haul]:
    left = MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as box:
            for member in box.infolist()[:MOST_MEMBERS]:
                if member.is_dir() or left <= 0:
                    continue
                with box.open(member) as file:
                    inside = file.read(left + 1)
                left -= len(inside)
                if left < 0 or inside.startswith(ZIP):
                    yield Haul("", "", (), ((member.filename, "too much of it"),))
                elif found := read_export(inside):
                    yield found
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        yield Haul("", "", (), (("the archive", "it is damaged or locked"),))


def _joined(hauls: list[Haul]) -> Haul | None:
    """Several files of one export: the highlights of one belong to the links of another."""
    known = next((haul for haul in hauls if haul.origin), None)
    if known is None:
        return None
    saved: dict[str, Saved] = {}
    for each in (each for haul in hauls for each in haul.saved):
        before = saved.get(each.native_id)
        if before is None:
            saved[each.native_id] = each
        else:
            more = (*before.highlights, *each.highlights)
            saved[each.native_id] = replace(before, highlights=more, title=before.title or each.title)
    return Haul(known.origin, known.kind, tuple(saved.values()), tuple(skip for haul in hauls for skip in haul.skipped))
