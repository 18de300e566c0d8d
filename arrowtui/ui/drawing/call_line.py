"""One line of the Calls tab: kind, outlet, who is wanted, state, fit, red flags, time left and age. No colours here.

What is over says in words how; a red flag is a word too, so that no colour alone carries it.
"""

from datetime import datetime, timedelta

from arrowtui.model.call import Answer, AnswerState
from arrowtui.model.call_board import CallBoard, CallLine, Ending, Section
from arrowtui.ui.drawing.age import age
from arrowtui.ui.drawing.fit import SEP, cell_len, fit, steady, whole_parts
from arrowtui.ui.drawing.row import NARROW, Ink, Pieces, Signs

KIND_CELLS = 9
OUTLET_CELLS = 16
ROOMY = 90
"""From this width on the outlet has a column of its own."""
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
    """The line of a call in exactly `width` cells."""
    row, call = line.row, line.kept.call
    head: list[tuple[str, Ink]] = [
        (signs.bar if is_cursor else " ", Ink.BAR),
        (signs.picked if is_picked else " ", Ink.PICKED),
        (signs.read, Ink.SEEN) if row.is_read else (signs.unread, Ink.MARK),
        (" ", Ink.PLAIN),
    ]
    if width >= NARROW:
        head.append((fit(call.kind.value, KIND_CELLS) + "  ", Ink.SOURCE))
    if width >= ROOMY:
        head.append((fit(steady(call.outlet or "outlet not named"), OUTLET_CELLS, signs.ellipsis) + "  ", Ink.SOURCE))
    ends = _ends(line, now, signs, is_roomy=width >= NARROW)
    room = width - sum(cell_len(text) for text, _ in (*head, *ends))
    title = (fit(steady(_wanted(line)), max(room, 0), signs.ellipsis), Ink.READ if row.is_read else Ink.UNREAD)
    return (*head, title, *ends)


def _wanted(line: CallLine) -> str:
    """Who is wanted, where the post says so in words of its own; else its title."""
    return line.kept.call.criteria or line.row.title


def _ends(line: CallLine, now: datetime, signs: Signs, *, is_roomy: bool) -> list[tuple[str, Ink]]:
    row, kept = line.row, line.kept
    ends: list[tuple[str, Ink]] = [("  ", Ink.PLAIN)]
    if kept.call.is_scam:
        ends.append(("scam? ", Ink.WARN))
    elif kept.call.flags and is_roomy:
        ends.append(("doubt ", Ink.SIGN))
    if kept.answer is not None and kept.answer.state is not None:
        ends.append((f"{kept.answer.state.value} ", Ink.TAG))
    if kept.answer is not None and _is_to_ask_again(kept.answer, now):
        ends.append(("ask again " if is_roomy else "! ", Ink.WARN))
    if line.fit.score and is_roomy:
        ends.append((f"fit {line.fit.score:>3} ", Ink.SOURCE))
    ends += [(f"{signs.edited} ", Ink.SIGN)] if row.is_edited or kept.extended_from else []
    ends += [(f"{signs.note} ", Ink.SIGN)] if row.note_count else []
    ends += [(f"{signs.kept} ", Ink.KEPT)] if row.is_kept else []
    ends.append((f"{time_left(line, now):>8}", Ink.WARN if _is_pressing(line, now) else Ink.PLAIN))
    ends.append((f" {age(kept.posted_at, now, short=True):>4} ", Ink.AGE))
    return ends


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
