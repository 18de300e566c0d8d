"""What stands above and below the text of an item: title, origin, lane, facts, poll, attachments, links."""

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

from msgspec import Struct

from arrowtui.model.document import Paragraph
from arrowtui.model.item import ItemId
from arrowtui.model.lane import ChosenBy, Lane
from arrowtui.model.link import LinkTarget, address_of
from arrowtui.model.reading import Reading
from arrowtui.model.wire import Attachment, Medium
from arrowtui.ui.drawing.age import age
from arrowtui.ui.drawing.call_facts import call_facts
from arrowtui.ui.drawing.fit import cell_len, cut, fit
from arrowtui.ui.drawing.page import HARD_BLANK, PageLine, Piece, Tone, quiet_facts, wrapped
from arrowtui.ui.drawing.poll import poll_lines

NAMED_CELLS = 18
TOLD_BY_CALL = frozenset({"deadline", "deadline date", "deadline time", "time zone", "media outlet", "outlet", "email"})
"""Given fields whose facts stand among those read of the call."""


class Extras(Struct, frozen=True):
    """The links of an item that are not in its text, and the numbers they have: those of the text come first."""

    links: tuple[str, ...]
    first: int

    @classmethod
    def of(cls, reading: Reading) -> "Extras":
        siblings = [sibling_address(item) for item, _ in reading.siblings]
        own = [reading.link, reading.comments_link, *(each.link for each in reading.attachments), *siblings]
        return cls(tuple(dict.fromkeys(link for link in own if link)), len(reading.document.links))

    def number(self, link: str) -> int:
        return self.first + self.links.index(link)


def head(reading: Reading, extras: Extras, now: datetime, width: int) -> list[PageLine]:
    """Title, where it comes from and when, lane and tags, link, and the given facts; ends with an empty line."""
    title = _author_of_post(reading) or reading.row.title
    lines: list[PageLine] = [(Piece(line, (Tone.TITLE,)),) for line in wrapped(title, width)]
    lines += quiet_facts((fact for fact in _origin(reading, now) if fact != title), width)
    lines += _lane(reading, width)
    if reading.link:
        text = cut(shown_link(reading.link), width)
        lines.append((Piece(text, (Tone.LINK, Tone.QUIET), extras.number(reading.link)),))
    lines.append(())
    told = tuple(call_facts(reading.call, now, reading.fit)) if reading.call else ()
    given = [*told, *(field for field in reading.fields if not (told and field[0].casefold() in TOLD_BY_CALL))]
    column = min(max((cell_len(name) + 2 for name, _ in given), default=0), NAMED_CELLS, width // 3)
    facts = [line for name, value in given for line in _field(name, value, width, column)]
    return [*lines, *facts, ()] if facts else lines


def _author_of_post(reading: Reading) -> str | None:
    """A post without a title of its own was given its first words as one: its author says more above them."""
    first = next(iter(reading.document.blocks), None)
    if reading.author is None or not isinstance(first, Paragraph):
        return None
    words = " ".join("".join(span.text for span in first.spans).split())
    return reading.author if words.startswith(reading.row.title.rstrip("… ")) else None


def _origin(reading: Reading, now: datetime) -> Iterator[str]:
    yield reading.row.source_title
    if reading.author and reading.author != reading.row.source_title:
        yield reading.author
    if reading.published_at is None:
        yield "no date given"
    else:
        old = age(reading.published_at, now)
        told = _hour(reading.published_at, now) + (f" ({old})" if old[0].isdigit() else "")
        yield told.replace(" ", HARD_BLANK)  # an hour is not torn apart at the end of a line
    if reading.row.is_edited:
        yield f"edited {_hour(reading.updated_at, now)}" if reading.updated_at else "edited"


def _hour(at: datetime, now: datetime) -> str:
    """The local day and hour; the year only where it is another."""
    local = at.astimezone()
    year = f" {local.year}" if local.year != now.astimezone().year else ""
    return f"{local:%a} {local.day} {local:%b}{year} {local:%H:%M}"


def _lane(reading: Reading, width: int) -> list[PageLine]:
    why = {
        ChosenBy.PERSON: "you moved it here",
        ChosenBy.SOURCE: "",
        ChosenBy.OWN_RULE: reading.verdict.reasons[0] if reading.verdict.reasons else "",
        ChosenBy.RULE: reading.verdict.reasons[0] if reading.verdict.reasons else "",
    }[reading.verdict.chosen_by]
    is_gathered = reading.verdict.chosen_by is ChosenBy.SOURCE and reading.row.lane is Lane.NOISE
    words = ["Gathered" if is_gathered else reading.row.lane.tab + (f" ({why})" if why else "")]
    words += ["kept"] if reading.row.is_kept else []
    words += ["later"] if reading.row.is_later else []
    also = [title for title in reading.origins if title != reading.row.source_title]
    words += [f"also in {', '.join(also)}"] if also else []
    lines = quiet_facts(words, width)
    tags = " ".join(f"#{tag.replace(' ', HARD_BLANK)}" for tag in reading.row.tags)
    return lines + [(Piece(line, (Tone.TAG,)),) for line in wrapped(tags, width)]


def _field(name: str, value: str, width: int, column: int) -> Iterator[PageLine]:
    """A given fact: its name in a column of its own, as wide as the names want it."""
    for number, line in enumerate(wrapped(value, width - column - 1) or [""]):
        yield (Piece(fit(name if number == 0 else "", column) + " ", (Tone.QUIET,)), Piece(line))


def tail(reading: Reading, extras: Extras, now: datetime, width: int) -> list[PageLine]:
    """Poll, attachments, discussion and the numbered links of the text, each part after an empty line."""
    parts = [
        list(poll_lines(reading.poll, now, width)) if reading.poll else [],
        [line for each in reading.attachments for line in _attachment(each, extras, width)],
        _discussion(reading, extras, width),
        list(_siblings(reading, extras, width)),
        [_link(number, link, width) for number, link in enumerate(reading.document.links)],
    ]
    return [line for part in parts if part for line in ((), *part)]


def _attachment(attachment: Attachment, extras: Extras, width: int) -> Iterator[PageLine]:
    size = f", {attachment.size_bytes / 1_000_000:.1f} MB" if attachment.size_bytes else ""
    length = f", {attachment.duration_s // 60} min" if attachment.duration_s else ""
    name = {Medium.IMAGE: "image", Medium.AUDIO: "sound", Medium.VIDEO: "film", Medium.FILE: "file"}[attachment.medium]
    words = attachment.alt or shown_link(attachment.link)
    number = extras.number(attachment.link)
    first, *rest = wrapped(f"[{name}: {words}]{length}{size}", width) or [f"[{name}]"]
    yield (Piece(first, (Tone.PICTURE,), number),)
    for line in rest:
        yield (Piece(line, (Tone.PICTURE,), number),)


def _discussion(reading: Reading, extras: Extras, width: int) -> list[PageLine]:
    link = reading.comments_link
    if link is None or link == reading.link:
        return []
    text = cut(shown_link(link), max(width - 12, 8))
    return [(Piece("Discussion: ", (Tone.QUIET,)), Piece(text, (Tone.LINK,), extras.number(link)))]


def _siblings(reading: Reading, extras: Extras, width: int) -> Iterator[PageLine]:
    """The other queries of the same letter; each is opened like a link."""
    if reading.siblings:
        yield (Piece("In the same letter:", (Tone.QUIET,)),)
    for item, title in reading.siblings:
        yield (Piece("· "), Piece(cut(title, width - 2), (Tone.LINK,), extras.number(sibling_address(item))))


def sibling_address(item: ItemId) -> str:
    """The address that leads to an item of the store."""
    return address_of(LinkTarget(item=item)) or ""


def _link(number: int, link: str, width: int) -> PageLine:
    mark = f"[{number + 1}] "
    return (
        Piece(mark, (Tone.NUMBER,)),
        Piece(cut(shown_link(link), width - len(mark)), (Tone.LINK, Tone.QUIET), number),
    )


def shown_link(link: str) -> str:
    """An address as people write it: no scheme, no slash at the end."""
    parts = urlsplit(link)
    if parts.scheme == "mailto":
        return link.removeprefix("mailto:")
    return link.split("://", 1)[-1].rstrip("/")
