"""Lines of a session: questions with counts, answers as they are read, what tells most so far. No colours here."""

from collections.abc import Iterator

from arrowtui.model.chat_board import Hit, Question, Said, SessionReading
from arrowtui.ui.drawing.chat_line import asked_words
from arrowtui.ui.drawing.fit import cell_len, cut, fit, steady
from arrowtui.ui.drawing.page import wrapped
from arrowtui.ui.drawing.row import Ink, Pieces, Signs


def question_pieces(one: Question, width: int, signs: Signs, *, is_cursor: bool = False) -> Pieces:
    """A question of the list at the left: number, words, how many answers, and whether it is the one running."""
    count = f" {len(one.answers):>3} "
    running = "now " if one.is_running else ""
    head = f"Q{one.number} "
    words = asked_words(one)
    room = max(width - 2 - cell_len(head + running + count), 0)
    return (
        (signs.bar if is_cursor else " ", Ink.BAR),
        (" ", Ink.PLAIN),
        (head, Ink.MARK),
        (running, Ink.WARN),
        (fit(words, room, signs.ellipsis), Ink.UNREAD),
        (count, Ink.AGE),
    )


def rest_pieces(words: str, count: int, width: int, signs: Signs, *, is_cursor: bool = False) -> Pieces:
    """A line of the list at the left that is no question."""
    counted = f" {count:>3,} " if count else ""
    room = max(width - 2 - cell_len(counted), 0)
    said = fit(steady(words), room, signs.ellipsis)
    return ((signs.bar if is_cursor else " ", Ink.BAR), (" ", Ink.PLAIN), (said, Ink.SOURCE), (counted, Ink.AGE))


def heading_lines(one: Question, width: int, signs: Signs, *, is_cursor: bool = False) -> tuple[Pieces, ...]:
    """A question in full, above what tells most of its answers."""
    bar = (signs.bar if is_cursor else " ", Ink.BAR)
    head = f"Q{one.number} "
    counted = {0: "no answer yet", 1: "1 answer"}.get(len(one.answers), f"{len(one.answers):,} answers")
    told = f"now · {counted}" if one.is_running else counted
    body = wrapped(asked_words(one), max(width - 2 - cell_len(head), 10))
    lines = [
        (bar, (" ", Ink.PLAIN), (head if not at else " " * cell_len(head), Ink.MARK), (words, Ink.HEAD))
        for at, words in enumerate(body)
    ]
    foot = (bar, (" " * (cell_len(head) + 1), Ink.PLAIN), (told, Ink.WARN if one.is_running else Ink.AGE))
    return (*lines, foot)


def running_words(reading: SessionReading) -> str:
    """What one goes on to after what was so far."""
    running = next((one for one in reading.questions if one.is_running), None)
    return f"Now Q{running.number} is running: Enter goes there" if running else ""


def hit_lines(hit: Hit, width: int, signs: Signs, *, is_cursor: bool = False) -> Iterator[Pieces]:
    """A post found in another session: which one, then the post."""
    starts = hit.line.window.starts_at.astimezone()
    number = f" · Q{hit.number}" if hit.number else ""
    words = f"{steady(hit.line.chat.name)} · {starts:%a} {starts.day} {starts:%b}{number}"
    yield ((signs.bar if is_cursor else " ", Ink.BAR), (f" {cut(words, max(width - 2, 4), signs.ellipsis)}", Ink.MARK))
    yield from answer_lines(hit.said, width, signs, is_cursor=is_cursor)


def answer_lines(said: Said, width: int, signs: Signs, *, is_cursor: bool = False) -> tuple[Pieces, ...]:
    """An answer as it is read: who and when, then the whole text, indented by how deep it replies."""
    indent = "  " * said.depth
    ink = Ink.UNREAD if said.is_answer else Ink.READ
    bar = (signs.bar if is_cursor else " ", Ink.BAR)
    marks = f"{signs.kept} " if said.row.is_kept else ""
    marks += f"{signs.note} " if said.row.note_count else ""
    tags = "".join(f" #{tag}" for tag in said.row.tags)
    who = f"{said.author}{' (moderator)' if said.is_moderator else ''}"
    passed = f" · passed on {said.reposts}×" if said.reposts else ""
    why = f" · {said.why}" if said.why else ""
    told = f"{tags} · {said.posted_at.astimezone():%H:%M}{passed}{why}"
    room = max(width - 2 - cell_len(indent), 10)
    head = (
        bar,
        (f" {indent}", Ink.PLAIN),
        (marks, Ink.KEPT),
        (cut(steady(who), max(room - cell_len(marks), 4), signs.ellipsis), Ink.SOURCE),
        (cut(told, max(room - cell_len(marks + who), 0), signs.ellipsis), Ink.AGE),
    )
    body = [(bar, (f" {indent}", Ink.PLAIN), (words, ink)) for words in wrapped(steady(said.text), room)]
    return (head, *body)
