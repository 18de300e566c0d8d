"""A note as it reads: its layers set one under the other, its [[links]] as links, and what links to it."""

import re
from collections.abc import Sequence

from arrowtui.ingest.document import document
from arrowtui.model.document import Document
from arrowtui.model.link import LinkTarget, address_of
from arrowtui.model.note import Layer, Note, NoteRow
from arrowtui.model.wire import Body, Markup
from arrowtui.notes.links import links_in

MARKED = re.compile(r"([\\`*_\[\]<>#|~!])")


def preview(note: Note | None, text: str, linking: Sequence[NoteRow] = ()) -> Document:
    """The note with `text` as its newest layer."""
    earlier = note.layers[:-1] if note is not None else ()
    parts = [linked(text), *map(_dated, reversed(earlier))]
    if linking:
        lines = (f"- {_link(LinkTarget(note=row.id), row.title or 'a note')}" for row in linking)
        parts.append("---\n\n**Linked from**\n\n" + "\n".join(lines))
    return document(Body("\n\n".join(parts), Markup.MARKDOWN))


def linked(text: str) -> str:
    """The Markdown with every [[link]] that leads somewhere as a link of Markdown; the others as their words."""
    done, last = [], 0
    for link in links_in(text):
        done += [text[last : link.start], _link(link.target, link.words)]
        last = link.end
    return "".join([*done, text[last:]])


def _dated(layer: Layer) -> str:
    here = layer.begun_at.astimezone()
    return f"---\n\n*{here:%A}, {here.day} {here:%B %Y}*\n\n{linked(layer.text)}"


def _link(target: LinkTarget, words: str) -> str:
    shown, address = MARKED.sub(r"\\\1", words), address_of(target)
    return f"[{shown}]({address})" if address else f"*{shown}*"
