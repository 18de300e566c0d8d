"""Files of sources that other readers know: OPML and newsboat's `urls`."""

from collections.abc import Sequence

from msgspec import Struct

from arrowtui.ingest.clean import clean_line
from arrowtui.model.errors_requests import NotReadableAs
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Wish
from arrowtui.sources.newsboat import read_urls


class SourceFile(Struct, frozen=True):
    """What a file of sources holds. `kind` says what it is; `skipped` are lines left out, each with the reason."""

    kind: str
    wishes: tuple[Wish, ...]
    skipped: tuple[tuple[int, str], ...] = ()


def read_source_file(data: bytes) -> SourceFile:
    """Understand a file of sources by what is in it, not by its name.

    Raises: NotReadableAs when it is neither.
    """
    start = data.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1]
    if start == b"<":
        from arrowtui.sources.opml import read_opml  # lxml takes 30 ms to import

        listed = read_opml(data)
        return SourceFile("OPML file", _clean(listed.wishes), listed.skipped)
    if b"\x00" in data[:4096]:
        raise NotReadableAs("OPML or newsboat's urls file")
    found = read_urls(data.decode("utf-8-sig", "replace"))
    if not found.wishes:
        raise NotReadableAs("OPML or newsboat's urls file")
    return SourceFile("newsboat urls file", _clean(found.wishes), found.skipped)


def _clean(wishes: Sequence[Wish]) -> tuple[Wish, ...]:
    """Names in a file of somebody else's are foreign text like any other."""
    return tuple(
        replace(wish, title=clean_line(wish.title or "") or None, tags=tuple(filter(None, map(clean_line, wish.tags))))
        for wish in wishes
    )


def as_opml(wishes: Sequence[Wish]) -> bytes:
    """All feeds as OPML; secrets in addresses are left out."""
    from arrowtui.sources.opml import write_opml  # lxml takes 30 ms to import

    return write_opml(wishes)
