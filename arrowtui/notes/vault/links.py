"""[[Links]] by number, which only one store understands, and by the names of files, which every machine and every
Markdown program does.

A note is linked by the stem of its file; one without a file by `note-UID`; an item by `item-DIGEST`, whose key
stands in the front matter. All else (titles, headings, files of others) stays as it was written.
"""

import re
from collections.abc import Callable, Mapping

from msgspec import Struct, field

from arrowtui.model.item import ItemId
from arrowtui.model.link import LinkTarget, base36
from arrowtui.model.note import NoteId
from arrowtui.model.vault import Uid
from arrowtui.notes.links import WrittenLink, links_in
from arrowtui.notes.vault.digest import digest_of
from arrowtui.notes.vault.names import SHORT, mark_of

ITEM = re.compile(r"item-([0-9a-f]{16})")
NUMBER = re.compile(r"n\d+|i[0-9a-z]+")


def item_mark(key: str) -> str:
    """What stands for an item in a link."""
    return f"item-{digest_of(key)}"


class Names(Struct, frozen=True):
    """Who is who: of notes their names and the stems of their files, of items their keys."""

    uids: Mapping[NoteId, Uid] = field(default_factory=dict)
    stems: Mapping[NoteId, str] = field(default_factory=dict)
    keys: Mapping[ItemId, str] = field(default_factory=dict)

    def shared(self, text: str) -> str:
        """A text of the store with its links in their shared form."""
        return _rewritten(text, self._shared)

    def _shared(self, target: LinkTarget) -> str | None:
        if target.note is not None:
            uid = self.uids.get(target.note)
            return self.stems.get(target.note) or (f"note-{uid}" if uid else None)
        key = self.keys.get(target.item) if target.item is not None else None
        return item_mark(key) if key else None


class Numbers(Struct, frozen=True):
    """The other way: stems of files, names of notes and marks of items -> the numbers of this store."""

    by_stem: Mapping[str, NoteId] = field(default_factory=dict)
    by_mark: Mapping[str, NoteId] = field(default_factory=dict)
    items: Mapping[str, ItemId] = field(default_factory=dict)

    def own(self, text: str) -> str:
        """A text of a file with its links as this store writes them."""
        return _rewritten(text, self._own)

    def _own(self, target: LinkTarget) -> str | None:
        words = target.wanted
        if words is None:
            return None
        if words in self.by_stem:
            return f"n{int(self.by_stem[words])}"
        if ITEM.fullmatch(words):
            item = self.items.get(words)
            return None if item is None else f"i{base36(item)}"
        mark = mark_of(words)
        note = self.by_mark.get(mark) if mark else None
        return None if note is None else f"n{int(note)}"


def marks_of(uid: Uid) -> tuple[str, str]:
    """Both ends of a name by which a link may know it."""
    return uid, uid[-SHORT:]


def targets(text: str) -> tuple[LinkTarget, ...]:
    """All that a text links to."""
    return tuple(link.target for link in links_in(text))


def _rewritten(text: str, word_for: Callable[[LinkTarget], str | None]) -> str:
    """The text with the part of each link before `|` replaced, where `word_for` knows another."""
    parts: list[str] = []
    done = 0
    for link in links_in(text):
        word = word_for(link.target)
        if word is not None:
            parts += [text[done : link.start], _with_target(text, link, word)]
            done = link.end
    return "".join([*parts, text[done:]])


def _with_target(text: str, link: WrittenLink, word: str) -> str:
    """A stem is words by itself; a number is none, so the words it takes the place of are kept beside it."""
    target, bar, words = text[link.start + 2 : link.end - 2].partition("|")
    if NUMBER.fullmatch(word):
        return f"[[{word}|{words if bar else target.strip()}]]"
    return f"[[{word}{bar}{words}]]" if words.strip() != word else f"[[{word}]]"
