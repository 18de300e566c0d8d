"""Exports that are HTML lists of links: bookmarks of browsers and of Pinboard, Pocket's and Instapaper's older ones.

Source: the Netscape bookmark file, which nobody specified and everybody writes: H3 names the DL that follows, DD
follows its link and describes it.
"""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from arrowtui.model.replace import replace
from arrowtui.model.saved import Haul, Saved
from arrowtui.notes.imports.tables import is_web
from arrowtui.notes.imports.times import unix_time

ROOTS = frozenset(
    {
        "bookmarks", "bookmarks bar", "bookmarks toolbar", "bookmarks menu", "other bookmarks", "mobile bookmarks",
        "favorites", "favorites bar", "favourites", "favourites bar", "reading list", "menu", "unsorted", "imported",
        "lesezeichen", "lesezeichen-symbolleiste", "lesezeichen-menü", "weitere lesezeichen",
    }
)  # fmt: skip
"""Folders that browsers made, not people."""
READ, UNREAD = frozenset({"read archive", "archive"}), frozenset({"unread"})


def read_bookmarks(text: str) -> Haul | None:
    """Understand a list of links; None where it is none."""
    start = text[:4096].casefold()
    is_netscape = "netscape-bookmark-file" in start
    is_pocket = "<title>pocket export" in start
    is_instapaper = "<title>instapaper" in start
    if not (is_netscape or is_pocket or is_instapaper):
        return None
    walk = _Walk()
    walk.feed(text)
    walk.close()
    walk.end_link()
    origin = "pocket" if is_pocket else "instapaper" if is_instapaper else "bookmarks"
    kind = {"pocket": "Pocket export", "instapaper": "Instapaper export", "bookmarks": "bookmarks"}[origin]
    return Haul(origin, kind, tuple(walk.found), tuple(walk.skipped))


@dataclass(slots=True)
class _Link:
    attributes: dict[str, str]
    title: list[str] = field(default_factory=list)
    description: list[str] = field(default_factory=list)


class _Walk(HTMLParser):
    """One pass, whatever is closed or not."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Saved] = []
        self.skipped: list[tuple[str, str]] = []
        self._folders: list[str] = []
        self._named = ""
        self._section = ""
        self._into: list[str] | None = None
        self._link: _Link | None = None

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.end_link()
            self._link = _Link({name: value or "" for name, value in attributes})
            self._into = self._link.title
        elif tag == "dd" and self._link is not None:
            self._into = self._link.description
        elif tag in ("h1", "h2", "h3"):
            self.end_link()
            self._into = []
        elif tag in ("dl", "dt", "li", "ul", "ol"):
            self.end_link()
            if tag == "dl":
                self._folders.append(self._named)
                self._named = ""

    def handle_endtag(self, tag: str) -> None:
        if tag in ("h1", "h2", "h3") and self._into is not None:
            words = " ".join("".join(self._into).split())
            self._named, self._into = words, None
            self._section = words.casefold() if tag != "h3" else self._section
        elif tag == "a":
            self._into = None
        elif tag == "dl":
            self.end_link()
            if self._folders:
                self._folders.pop()

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._into.append(data)

    def end_link(self) -> None:
        """What follows belongs to another link."""
        link, self._link, self._into = self._link, None, None
        if link is None:
            return
        title = " ".join("".join(link.title).split())
        address = link.attributes.get("href", "").strip()
        if not is_web(address):
            self.skipped.append((title or address[:60] or "a link", "no web address"))
            return
        self.found.append(self._saved(link, address, title))

    def _saved(self, link: _Link, address: str, title: str) -> Saved:
        folders = tuple(name for name in self._folders if name and name.casefold() not in ROOTS)
        tags = tuple(part.strip() for part in link.attributes.get("tags", "").split(",") if part.strip())
        at = unix_time(link.attributes.get("add_date") or link.attributes.get("time_added"))
        saved = Saved(
            address,
            title if title != address else "",
            address,
            saved_at=at,
            tags=tuple(dict.fromkeys((*tags, *folders))),
            note=" ".join("".join(link.description).split()),
        )
        is_later = link.attributes.get("toread") == "1" or self._section in UNREAD
        return replace(saved, is_read=self._section in READ, is_later=is_later)
