"""Highlights as the text of a note: quoted, with what was written beside them."""

from collections.abc import Iterable

from arrowtui.model.saved import Highlight, Saved


def as_text(own: str, highlights: Iterable[Highlight]) -> str:
    """Markdown: her own words first, then each passage as a quote with her note below it."""
    parts = [own.strip()] if own.strip() else []
    for each in highlights:
        quoted = "\n".join(f"> {line}".rstrip() for line in each.text.strip().splitlines())
        place = f"> ({each.place})" if each.place and quoted else ""
        parts.append("\n".join(filter(None, (quoted, place))))
        parts.append(each.note.strip())
    return "\n\n".join(filter(None, parts))


def key_of_highlight(saved: Saved, each: Highlight) -> str:
    """What tells a highlight from all others of its document."""
    return f"{saved.native_id}\0{each.text.strip()}\0{each.note.strip()}"
