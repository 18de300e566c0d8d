"""Markdown files of somebody's own as notes: an Obsidian folder, or any other."""

import re
from datetime import datetime

from arrowtui.model.note import title_of
from arrowtui.model.saved import Page
from arrowtui.model.vault import SharedLayer, SharedNote, Uid
from arrowtui.notes.links import CODE
from arrowtui.notes.vault.digest import digest_of
from arrowtui.notes.vault.file import moment_of, read_note
from arrowtui.notes.vault.names import stem_of

TAG = re.compile(r"(?<![\w&/#\[(])#([^\W\d][\w/-]*)")
DATES = ("created", "date", "date created", "creation date")


def read_page(page: Page, now: datetime) -> SharedNote:
    """The note a Markdown file becomes.

    Its name follows from its path, so that it is the same note when the folder is taken in again; a file that
    arrowtui wrote keeps its own. The first layer begins with the file's name where it does not say it itself, so that
    [[links]] find it.

    Raises: NotText.
    """
    file = read_note(page.data)
    said = (file.front.text(key) for key in DATES)
    created = next(filter(None, map(moment_of, said)), None) or page.changed_at or now
    uid = file.uid or Uid(digest_of(f"page\0{page.path}"))
    first, *later = file.layers
    text = _titled(first.text, stem_of(page.path)) if file.uid is None else first.text
    layers = (SharedLayer(uid, created, text), *later)
    inline = TAG.findall(CODE.sub(" ", "\n".join(layer.text for layer in layers)))
    tags = tuple(dict.fromkeys((*(file.tags or ()), *inline)))
    changed = file.changed_at or page.changed_at or created
    return SharedNote(uid, layers, tags, created, max(changed, created), file.subject, file.about, file.beside)


def _titled(text: str, stem: str) -> str:
    return text if title_of(text).casefold() == stem.casefold() else f"# {stem}\n\n{text}".rstrip("\n")
