"""A poll: its options as bars with their votes, how long it runs, and where to vote. No colour carries meaning."""

from collections.abc import Iterator
from datetime import datetime

from arrowtui.model.poll import Poll
from arrowtui.ui.drawing.age import age
from arrowtui.ui.drawing.fit import cell_len, cut, fit
from arrowtui.ui.drawing.page import PageLine, Piece, Tone, quiet_facts

BAR_CELLS = 24
EIGHTHS = " ▏▎▍▌▋▊▉█"
HIDDEN = "hidden until it closes"
LEAST_BAR = 8


def poll_lines(poll: Poll, now: datetime, width: int) -> Iterator[PageLine]:
    """The options, longest labels cut, then who voted, how, until when, and that one votes in the browser."""
    total = poll.voters or sum(option.votes or 0 for option in poll.options)
    figures = _figures(poll, total, now)
    told = max(map(len, figures), default=0)
    longest = max((cell_len(option.label) for option in poll.options), default=0)
    room = max(width - told - 2, 0)
    bar_cells = max(min(BAR_CELLS, room - min(longest, max(room - LEAST_BAR, 4))), 0)  # words before bars
    label_cells = min(longest, max(room - bar_cells, 4))
    for option, words in zip(poll.options, figures, strict=True):
        label = Piece(fit(option.label, label_cells) + "  ")
        if option.votes is None:
            yield (label, Piece(cut(words, width - label_cells - 2), (Tone.QUIET,)))
        else:
            drawn = bar(option.votes / total if total else 0.0, bar_cells)
            yield (label, Piece(f"{drawn:<{bar_cells}}", (Tone.BAR,)), Piece(words, (Tone.QUIET,)))
    yield from quiet_facts(_said(poll, total, now), width)


def _figures(poll: Poll, total: int, now: datetime) -> list[str]:
    """Share and votes of each option, in columns; which has most, once nobody can vote any more."""
    votes = [option.votes for option in poll.options]
    room = max((len(f"{one:,}") for one in votes if one is not None), default=0)
    leads = max((one for one in votes if one is not None), default=0) if is_over(poll, now) else 0
    return [
        HIDDEN
        if one is None
        else f" {one / total if total else 0.0:4.0%} {one:>{room},}{' most' if leads and one == leads else ''}"
        for one in votes
    ]


def is_over(poll: Poll, now: datetime) -> bool:
    """Whether nobody can vote any more."""
    return poll.closed or (poll.closes_at is not None and poll.closes_at <= now)


def _said(poll: Poll, total: int, now: datetime) -> Iterator[str]:
    if not total and all(option.votes == 0 for option in poll.options):
        yield "no votes yet"
    if total:
        yield f"{total:,} {'people' if poll.voters else 'votes'}"
    if poll.multiple:
        yield "several may be chosen"
    if is_over(poll, now):
        yield f"closed {_day(poll.closes_at)}" if poll.closes_at else "closed"
        return
    if poll.closes_at is not None:
        left = age(now, poll.closes_at)
        yield f"until {_day(poll.closes_at)}" + (f", {left} left" if left[0].isdigit() else "")
    yield "vote in the browser: o"


def _day(at: datetime) -> str:
    local = at.astimezone()
    return f"{local:%a} {local.day} {local:%b} {local:%H:%M}"


def bar(share: float, cells: int = BAR_CELLS) -> str:
    """A bar of up to so many cells for a share of 0 to 1, exact to an eighth of a cell."""
    eighths = round(min(max(share, 0.0), 1.0) * cells * 8)
    return EIGHTHS[8] * (eighths // 8) + (EIGHTHS[eighths % 8] if eighths % 8 else "")
