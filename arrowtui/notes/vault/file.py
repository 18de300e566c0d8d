"""A note as a Markdown file: front matter, the first layer, and each later layer below a line of its own.

    <!-- layer 7be01f22ab34cd56 2026-12-01T09:00:00Z -->

Such a line is a comment to every Markdown program. A note with one layer needs none. What a text itself says in such a
line is written with a backslash more and read with one less, so that any text comes back to the letter.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from msgspec import Struct, field

from arrowtui.model.note import About, SubjectKind
from arrowtui.model.vault import SharedLayer, SharedNote, SharedSubject, Uid
from arrowtui.notes.vault.digest import digest_of
from arrowtui.notes.vault.front import LINES, Front, Value

MARKER = re.compile(
    r"<!-- layer (?P<uid>[0-9a-f]{16})(?: (?P<begun>\d{4}-\S{1,40}))?(?: rival (?P<rival>[0-9a-f]{16}))? -->[ \t]*\n?"
)
LOOKS_LIKE_ONE = re.compile(r"^<!-- (\\*)layer ", re.MULTILINE)
ESCAPED = re.compile(r"^<!-- \\(\\*)layer ", re.MULTILINE)
UID = re.compile(r"[0-9a-f]{16}")
ID = "arrowtui"
ITEMS = "arrowtui_items"
OUR_KEYS = frozenset({ID, ITEMS, "changed", "tags"})
"""The keys that are written anew with each version."""
ID_LINE = re.compile(r"""^arrowtui:[ \t]*["']?([0-9a-f]{16})["']?[ \t]*$""", re.MULTILINE)
FENCE = re.compile(r"---[ \t]*\n?")
FENCE_END = re.compile(r"(?:---|\.\.\.)[ \t]*\n?")
BOM = "\ufeff"


class NotText(ValueError):
    """The bytes are no UTF-8 text."""


class NoteFile(Struct, frozen=True):
    """A file as it lies there. `uid` None: it names no note. The first layer is called by the name of the note, and by
    "" where there is none; layers without a date have that of the note. `tags` None: they cannot be read."""

    front: Front
    uid: Uid | None
    layers: tuple[SharedLayer, ...]
    tags: tuple[str, ...] | None
    created_at: datetime | None = None
    changed_at: datetime | None = None
    subject: SharedSubject = field(default_factory=SharedSubject)
    about: About = field(default_factory=About)
    beside: str | None = None
    items: tuple[str, ...] = ()
    newline: str = "\n"
    has_bom: bool = False

    def note(self, uid: Uid, now: datetime) -> SharedNote:
        """The note it tells of, under a name, with what a file may lack: times."""
        created = self.created_at or now
        first, *later = self.layers
        layers = (SharedLayer(uid, first.begun_at if self.created_at else created, first.text, first.rival), *later)
        changed = self.changed_at or created
        tags = self.tags or ()
        return SharedNote(uid, layers, tags, created, changed, self.subject, self.about, self.beside)


def read_note(data: bytes) -> NoteFile:
    """Understand a Markdown file, of ours or not.

    Raises: NotText; nothing else, whatever the file holds.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as cause:
        raise NotText(f"it is no UTF-8 text (byte {cause.start + 1})") from cause
    has_bom, newline = text.startswith(BOM), "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    plain = text.removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n")
    front, body = _parted(plain)
    uid = _uid(front)
    created = moment_of(front.text("created"))
    return NoteFile(
        front=front,
        uid=uid,
        layers=tuple(_layers(body, uid or Uid(""), created or datetime.fromtimestamp(0, UTC))),
        tags=None if front.values is None else front.texts("tags"),
        created_at=created,
        changed_at=moment_of(front.text("changed")),
        subject=_subject(front),
        about=About(front.text("about_title"), front.text("link"), front.text("author")),
        beside=front.text("beside"),
        items=front.texts(ITEMS),
        newline=newline,
        has_bom=has_bom,
    )


def write_note(note: SharedNote, items: Sequence[str] = (), before: NoteFile | None = None) -> bytes:
    """The file of a note.

    Args:
        items: the keys of items its [[links]] lead to.
        before: the file as it lies there; its own front matter, line ends and byte order mark stay.
    """
    front = (before.front if before else Front()).with_values(_ours(note, items, before))
    head, rest = note.layers[0], note.layers[1:]
    marked = [f"{_marker(head)}\n\n" if head.rival else ""]  # only where it must be told
    parts = ["\n", *marked, _escaped(head.text), "\n"]
    for layer in rest:
        parts += ["\n", _marker(layer), "\n\n", _escaped(layer.text), "\n"]
    text = f"---\n{front.raw}---\n{''.join(parts)}"
    if before and before.newline != "\n":
        text = text.replace("\n", before.newline)
    return f"{BOM if before and before.has_bom else ''}{text}".encode("utf-8", "replace")


def moment_of(text: str | None) -> datetime | None:
    """An instant as files tell it; without a zone it is UTC."""
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text.strip())
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def moment_text(at: datetime) -> str:
    """An instant to the millisecond, as short as it can be said."""
    told = at.astimezone(UTC).isoformat(timespec="milliseconds").removesuffix("+00:00")
    return f"{told.removesuffix('.000')}Z"


def _parted(text: str) -> tuple[Front, str]:
    lines = LINES.findall(text)
    if not lines or not FENCE.fullmatch(lines[0]):
        return Front(), text
    for at, line in enumerate(lines[1:], 1):
        if FENCE_END.fullmatch(line):
            front = Front("".join(lines[1:at]))
            if front.values is None and not ID_LINE.search(front.raw):
                break  # a text that begins with a line
            return front, "".join(lines[at + 1 :]).removeprefix("\n")
    return Front(), text


def _uid(front: Front) -> Uid | None:
    said = front.text(ID)
    if front.values is None:
        found = ID_LINE.search(front.raw)
        said = found[1] if found else None
    return Uid(said) if said and UID.fullmatch(said) else None


def _layers(body: str, uid: Uid, created: datetime) -> Iterator[SharedLayer]:
    """The parts of a body. A part that bears the name of an earlier one (somebody copied it) gets one of its own."""
    sections: list[tuple[re.Match[str] | None, list[str]]] = [(None, [])]
    for line in LINES.findall(body):
        if marker := MARKER.fullmatch(line):
            sections.append((marker, []))
        else:
            sections[-1][1].append(line)
    if len(sections) > 1 and sections[1][0] and sections[1][0]["uid"] == uid and not "".join(sections[0][1]).strip():
        del sections[0]  # the first layer with a marker of its own
    seen: set[str] = set()
    for at, (marker, lines) in enumerate(sections):
        text = _bare("".join(lines), is_marked=marker is not None, is_last=at == len(sections) - 1)
        name = marker["uid"] if marker else uid
        if name in seen:
            name = digest_of(f"{name}\0{at}\0{text}")
        seen.add(name)
        begun = moment_of(marker["begun"]) if marker else None
        yield SharedLayer(
            Uid(name), begun or created, text, Uid(marker["rival"]) if marker and marker["rival"] else None
        )


def _bare(raw: str, *, is_marked: bool, is_last: bool) -> str:
    """The text of a part without the blank lines that set it apart."""
    text = raw.removeprefix("\n") if is_marked else raw
    text = text.removesuffix("\n")
    text = text if is_last else text.removesuffix("\n")
    return ESCAPED.sub(r"<!-- \1layer ", text)


def _escaped(text: str) -> str:
    return LOOKS_LIKE_ONE.sub(r"<!-- \\\1layer ", text)


def _marker(layer: SharedLayer) -> str:
    rival = f" rival {layer.rival}" if layer.rival else ""
    return f"<!-- layer {layer.uid} {moment_text(layer.begun_at)}{rival} -->"


def _subject(front: Front) -> SharedSubject:
    said = front.text("about")
    if said is None or said not in set(SubjectKind):
        return SharedSubject()
    return SharedSubject(SubjectKind(said), front.text("about_item"), front.text("about_key") or "")


def tag_word(text: str) -> str:
    """A tag as the store has it: small letters, no sign before it."""
    return " ".join(text.split()).lstrip("#").strip().lower()


def _ours(note: SharedNote, items: Sequence[str], before: NoteFile | None) -> dict[str, Value | None]:
    """Our keys. What a note is about is written once, where the person has not written something herself, and then left
    to her; tags stay as she wrote them as long as they mean the same."""
    ours: dict[str, Value | None] = {ID: note.uid}
    if before is None or before.uid is None:
        theirs = before.front.values if before else None
        ours |= {key: value for key, value in _facts(note).items() if value and key not in (theirs or {})}
    ours["changed"] = moment_text(note.changed_at)
    said = {tag_word(tag) for tag in (before.tags or ())} if before else set()
    if set(note.tags) != said:
        ours["tags"] = list(note.tags)
    if tuple(items) != (before.items if before else ()):
        ours[ITEMS] = list(items) or None
    return ours


def _facts(note: SharedNote) -> dict[str, str | None]:
    subject, about = note.subject, note.about
    return {
        "created": moment_text(note.created_at),
        "about": subject.kind.value if subject.kind is not SubjectKind.ALONE else None,
        "about_item": subject.item,
        "about_key": subject.rest,
        "about_title": about.title,
        "link": about.link,
        "author": about.author,
        "beside": note.beside,
    }
