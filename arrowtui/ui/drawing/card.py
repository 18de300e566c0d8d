"""A note to be met again: first only what it was about and the question, then what it says."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from arrowtui.model.document import Document
from arrowtui.model.review import Card, Happening, Intention
from arrowtui.ui.drawing.fit import steady
from arrowtui.ui.drawing.layers import day
from arrowtui.ui.drawing.page import PageLine, Piece, Tone, quiet_facts, wrapped
from arrowtui.ui.drawing.reading import set_document

QUESTION = "What did you mean to do?"
HAPPENED = {
    Happening.EDITED: "The post was edited since",
    Happening.GONE: "The post is gone",
    Happening.LINK_DEAD: "Its link leads nowhere any more",
    Happening.EXTENDED: "The call was extended",
}
WEEK = timedelta(days=7)


def asked(card: Card, width: int, now: datetime, keys: str) -> tuple[PageLine, ...]:
    """The card before it is turned; `keys` says how to turn it."""
    lines = [*_head(card, width, now), ()]
    if card.is_faded:
        lines += _lines(f"{_overdue(card, now)} Nothing is lost if you let it go.", width, Tone.QUIET)
        lines.append(())
    lines += _lines(QUESTION, width, Tone.HEADING)
    lines += _lines(keys, width, Tone.QUIET)
    return tuple(lines)


def shown(card: Card, document: Document, width: int, now: datetime) -> tuple[PageLine, ...]:
    """The card turned: what was meant, then the note with all its layers."""
    lines = [*_head(card, width, now), ()]
    if card.intentions:
        lines += _lines("You meant to", width, Tone.HEADING)
        lines += [line for each in card.intentions for line in _intention(each, width)]
        lines.append(())
    return (*lines, *set_document(document, width, width))


def _head(card: Card, width: int, now: datetime) -> Iterator[PageLine]:
    note = card.note
    about = note.about.title or note.title or "A note"
    yield from _lines(about, width, Tone.TITLE)
    written = f"written {day(note.created_at)}, {_ago(note.created_at, now)}"
    layers = f"{len(note.layers)} layers" if len(note.layers) > 1 else ""
    tags = " ".join(f"#{tag}" for tag in note.tags)
    facts = (note.about.author, written, layers, tags)
    yield from quiet_facts(facts, width)
    for event in card.events:
        detail = f": {event.detail}" if event.detail else ""
        yield from _lines(f"! {HAPPENED[event.kind]}{detail}", width, Tone.WARNING)


def _intention(each: Intention, width: int) -> Iterator[PageLine]:
    mark = "✓" if each.done_at else "×" if each.let_go_at else "○"
    by = f" (by {each.day:%a} {each.day.day} {each.day:%b})" if each.day else ""
    first, *rest = wrapped(steady(each.words + by), max(width - 4, 8)) or [""]
    yield (Piece(f"  {mark} ", (Tone.BULLET,)), Piece(first))
    yield from ((Piece("    " + line),) for line in rest)


def _ago(at: datetime, now: datetime) -> str:
    days = (now.astimezone().date() - at.astimezone().date()).days
    if days < 1:
        return "today"
    if days < 14:
        return "yesterday" if days == 1 else f"{days} days ago"
    return f"{days // 7} weeks ago" if days < 100 else f"{days // 30} months ago"


def _overdue(card: Card, now: datetime) -> str:
    return f"It has waited for {max((now - card.schedule.due_at) // WEEK, 1)} weeks."


def _lines(words: str, width: int, tone: Tone) -> list[PageLine]:
    return [(Piece(line, (tone,)),) for line in wrapped(steady(words), width)]


def closing(met: int, next_due: Sequence[str], width: int) -> tuple[PageLine, ...]:
    """What is said when nothing is left for today."""
    notes = "1 note" if met == 1 else f"{met} notes"
    head = f"You have met {notes} today. That is all." if met else "Nothing is waiting for you today."
    lines = _lines(head, width, Tone.TITLE)
    lines.append(())
    for words in next_due:
        lines += _lines(words, width, Tone.QUIET)
    return tuple(lines)
