"""Lines of the people who answer in chats."""

from datetime import datetime

from arrowtui.model.chat_board import Answerer
from arrowtui.ui.drawing.age import age
from arrowtui.ui.drawing.fit import cell_len, fit, steady
from arrowtui.ui.drawing.row import Ink, Pieces, Signs


def person_pieces(one: Answerer, width: int, now: datetime, signs: Signs, *, is_cursor: bool = False) -> Pieces:
    """Somebody: name, what was kept of theirs, how much they answered in how many sessions, when last."""
    kept = f"{signs.kept}{one.kept:<3}" if one.kept else "    "
    figures = f" {one.answers:>4} in {one.sessions:<2} " + f"{age(one.last_at, now, short=True):>4} "
    room = max(width - 2 - cell_len(kept + figures), 0)
    return (
        (signs.bar if is_cursor else " ", Ink.BAR),
        (" ", Ink.PLAIN),
        (kept, Ink.KEPT),
        (fit(steady(one.author), room, signs.ellipsis), Ink.UNREAD),
        (figures, Ink.AGE),
    )


def person_words(one: Answerer) -> str:
    """The same in a sentence."""
    sessions = "1 session" if one.sessions == 1 else f"{one.sessions:,} sessions"
    answers = "1 answer" if one.answers == 1 else f"{one.answers:,} answers"
    told = [f"{answers} in {sessions}"]
    told += [f"you kept {one.kept:,}"] if one.kept else []
    told += ["1 reply to them" if one.replies == 1 else f"{one.replies:,} replies to them"] if one.replies else []
    told += [f"passed on {one.passed_on:,} times"] if one.passed_on else []
    return ", ".join(told)
