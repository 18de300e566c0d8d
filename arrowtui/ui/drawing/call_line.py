"""One line of the Calls tab: source, kind, who is wanted, tags, state, fit, red flags, time left, age. No colours here.

What is over says in words how; a red flag is a word too, so that no colour alone carries it.
"""

from datetime import datetime, timedelta

from arrowtui.model.call import Answer, AnswerState
from arrowtui.model.call_board import CallBoard, CallLine, Ending, Section
from arrowtui.model.lane import Lane
from arrowtui.model.replace import replace
from arrowtui.ui.drawing.age import age
from arrowtui.ui.drawing.fit import SEP, cell_len, fit, steady, whole_parts
from arrowtui.ui.drawing.row import (
    NARROW,
    Ink,
    Pieces,
    Signs,
    by,
    clipped_pieces,
    mark,
    state_signs,
    tags_within,
    title_ink,
)

SOURCE_SHARE = 1 / 7
"""What a source has of a line, from 8 to 16 cells: less than on other lists, for there is more to say of a call."""
KIND_CELLS, OUTLET_CELLS, LEFT_CELLS = 9, 16, 8
WANTED_CELLS = 18
"""So much of who is wanted is left beside tags."""
SOURCED, FITTING_ALONE, FITTING, ROOMY = 44, 68, 76, 110
"""From these widths on there is room for a source, for how well a call fits where nothing else is said of it and
beside tags and a state, and for a column of outlets."""
HEADINGS = {
    Section.CLOSING: "Closing within a day",
    Section.OPEN: "Open",
    Section.NO_DEADLINE: "No deadline",
    Section.STALE: "Stale: old, and without a deadline",
    Section.ANSWERED: "Answered",
    Section.OVER: "Closed or expired",
}
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def heading_pieces(section: Section, board: CallBoard, width: int, signs: Signs) -> Pieces:
    """The line above a section, with how many calls it holds."""
    held = next((len(lines) for one, lines in board.sections if one is section), 0)
    more = dict(board.more).get(section, 0)
    words = f"  {HEADINGS[section]} · {held:,}" + (f" of {held + more:,}" if more else "")
    return ((fit(words, width, signs.ellipsis), Ink.HEAD),)


def folded_pieces(board: CallBoard, width: int, signs: Signs, key: str) -> Pieces:
    """What is not shown, so that nobody takes silence for emptiness."""
    parts = [f"{board.hidden} hidden by your filters ({key} shows them)"] if board.hidden else []
    parts += [f"{board.declined} not for you"] if board.declined else []
    return ((fit("  " + whole_parts(SEP.join(parts), width - 2), width, signs.ellipsis), Ink.SOURCE),)


def call_pieces(
    line: CallLine, width: int, now: datetime, signs: Signs, *, is_cursor: bool = False, is_picked: bool = False
) -> Pieces:
    """The line of a call in exactly `width` cells, from left to right.

    Cursor bar, selection tick, mark, source (8 to 16 cells; from 44 on), kind (from 60 on), outlet (from 110 on),
    who is wanted, tags (beside 18 cells of that), words and signs, fit (from 68 or 76 on), time left, age.
    """
    row = line.row
    head: list[tuple[str, Ink]] = [
        (signs.bar if is_cursor else " ", Ink.BAR),
        (signs.picked if is_picked else " ", Ink.PICKED),
        mark(row, signs),
        (" ", Ink.PLAIN),
        *_columns(line, width, signs),
    ]
    ends = [*_words(line, now, width), *_signs(line, signs), *_hours(line, now, width)]
    room = width - sum(cell_len(text) for text, _ in (*head, *ends))
    wanted = steady(_wanted(line))
    gap = "  " if width >= NARROW else " "
    tags = tags_within(row.tags, room - min(cell_len(wanted), WANTED_CELLS) - 2 * len(gap), signs)
    tail = [(f"{gap}{tags}", Ink.TAG), (gap, Ink.PLAIN)] if tags else [(gap, Ink.PLAIN)]
    room = max(room - sum(cell_len(text) for text, _ in tail), 0)
    title = (fit(wanted, room, signs.ellipsis), title_ink(row, Lane.CALL))
    return clipped_pieces((*head, title, *tail, *ends), width)


def _columns(line: CallLine, width: int, signs: Signs) -> list[tuple[str, Ink]]:
    """Where it comes from, what is asked for, for whom: as many of these as have a place at this width."""
    row, call = line.row, line.kept.call
    columns: list[str] = []
    if width >= SOURCED:
        columns.append(by(row.source_title, row.other_sources + line.kept.others, width, signs, SOURCE_SHARE))
    if width >= NARROW:
        columns.append(fit(call.kind.value, KIND_CELLS) + "  ")
    if width >= ROOMY:
        columns.append(fit(steady(call.outlet or "outlet not named"), OUTLET_CELLS, signs.ellipsis) + "  ")
    return [(column, Ink.SOURCE) for column in columns]


def _wanted(line: CallLine) -> str:
    """Who is wanted, where the post says so in words of its own; else its title."""
    return line.kept.call.criteria or line.row.title


def _words(line: CallLine, now: datetime, width: int) -> list[tuple[str, Ink]]:
    """What is fishy, how far she is with it, and how well it fits while that is still the question."""
    call, answer = line.kept.call, line.kept.answer
    words: list[tuple[str, Ink]] = []
    if call.is_scam:
        words.append(("scam? ", Ink.WARN))
    elif call.flags and width >= NARROW:
        words.append(("doubt ", Ink.SIGN))
    state = answer.state if answer is not None else None
    if state is not None:
        words.append((f"{state.value} ", Ink.TAG))
    if answer is not None and _is_to_ask_again(answer, now):
        words.append(("ask again " if width >= NARROW else "! ", Ink.WARN))
    is_open = state is None if width < FITTING else state in (None, AnswerState.MAYBE)
    if line.fit.score and is_open and width >= (FITTING if line.row.tags else FITTING_ALONE):
        words.append((f"{f'fit {line.fit.score}':>7} ", Ink.SOURCE))
    return words


def _signs(line: CallLine, signs: Signs) -> list[tuple[str, Ink]]:
    """As on every list; a call that was extended was edited by another post."""
    row = line.row
    is_edited = row.is_edited or line.kept.extended_from is not None
    shown = state_signs(replace(row, is_edited=is_edited), signs, Lane.CALL)
    return [*shown, (" ", Ink.PLAIN)] if shown else []


def _hours(line: CallLine, now: datetime, width: int) -> list[tuple[str, Ink]]:
    """Time left, in a column of its own where there is room for one, and age."""
    left = time_left(line, now)
    shown = f"{left:>{LEFT_CELLS}}" if width >= NARROW else left
    ink = Ink.WARN if _is_pressing(line, now) else Ink.PLAIN
    return [(shown, ink), (f" {age(line.kept.posted_at, now, short=True):>3} ", Ink.AGE)]


def _is_to_ask_again(answer: Answer, now: datetime) -> bool:
    is_over = answer.state in (AnswerState.NOT_ME, AnswerState.HEARD_BACK, AnswerState.NOTHING)
    return answer.follow_up_at is not None and answer.follow_up_at <= now and not is_over


def time_left(line: CallLine, now: datetime) -> str:
    """How long one may still answer, in at most 8 cells: 50m left, 3h left, 2d left; closed, expired or nothing."""
    if line.ending is not None:
        return "closed" if line.ending is Ending.CLOSED else "expired"
    deadline = line.kept.call.deadline
    if deadline is None:
        return ""
    left = deadline.at - now
    if left < HOUR:
        return f"{max(left // timedelta(minutes=1), 0)}m left"
    if left < 2 * DAY:
        return f"{left // HOUR}h left"
    return f"{left // DAY}d left" if left < 100 * DAY else "months"


def _is_pressing(line: CallLine, now: datetime) -> bool:
    deadline = line.kept.call.deadline
    return line.ending is None and deadline is not None and deadline.at - now < 6 * HOUR
