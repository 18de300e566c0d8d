"""Lines of chats that were found: hashtag, when it meets in words, how often it did, how many took part."""

import re

from arrowtui.model.chat_found import FoundChat
from arrowtui.ui.drawing.fit import SEP, cell_len, fit, steady, whole_parts
from arrowtui.ui.drawing.page import wrapped
from arrowtui.ui.drawing.row import Ink, Pieces, Signs

DAYS = {
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
}
NTH = {1: "1st", 2: "2nd", 3: "3rd"}
TAG_CELLS = 22
_FIELD = re.compile(r"\b(BYDAY|BYHOUR|BYMINUTE|INTERVAL)=([^;]+)")


def found_heading(count: int, keys: str, width: int, signs: Signs) -> Pieces:
    """The line above them; at its end the keys, where there is room."""
    head = f"  Found in what you read · {count}"
    room = width - cell_len(head) - cell_len(keys) - 1
    if room < 1:
        return ((fit(head, width, signs.ellipsis), Ink.HEAD),)
    return ((head, Ink.HEAD), (" " * room, Ink.PLAIN), (f"{keys} ", Ink.AGE))


def found_pieces(one: FoundChat, width: int, signs: Signs, *, is_cursor: bool = False) -> Pieces:
    """A chat that was found in exactly `width` cells."""
    head = (signs.bar if is_cursor else " ", Ink.BAR), ("   ", Ink.PLAIN)
    tag = (fit(steady(one.hashtag), min(TAG_CELLS, width // 3), signs.ellipsis) + "  ", Ink.UNREAD)
    taken = sum(cell_len(text) for text, _ in (*head, tag))
    room = max(width - taken - 1, 0)
    about = fit(whole_parts(SEP.join((schedule_words(one), *_met(one))), room), room + 1, signs.ellipsis)
    return (*head, tag, (about, Ink.SOURCE))


def found_glance(one: FoundChat, keys: str, width: int) -> tuple[Pieces, ...]:
    """The same beside the board, above its latest meeting."""
    room = max(width - 1, 10)
    where = f"Followed, it is asked for at {', '.join(map(steady, one.places))}." if one.places else ""
    told = [f"Found: {SEP.join((schedule_words(one), *_met(one)))}.", where, keys]
    drawn = [((words, Ink.SOURCE),) for text in told if text for words in wrapped(text, room)]
    return (*drawn, (), (("Its latest meeting", Ink.AGE),))


def schedule_words(one: FoundChat) -> str:
    """When it meets: "Thursdays 20:00", "every 2nd Thursday 20:00", "1st Thursday of the month 20:00"."""
    rule = dict(_FIELD.findall(one.series.rrule or ""))
    days = rule.get("BYDAY", "MO")
    nth, day = days[:-2], DAYS.get(days[-2:], days[-2:])
    hour = f"{rule.get('BYHOUR', '0').zfill(2)}:{rule.get('BYMINUTE', '0').zfill(2)}"
    if nth.isdecimal():
        return f"{_ordinal(int(nth))} {day} of the month {hour}"
    every = int(rule.get("INTERVAL", 1))
    return f"{day}s {hour}" if every == 1 else f"every {_ordinal(every)} {day} {hour}"


def _met(one: FoundChat) -> tuple[str, str]:
    """How often it met, and how many took part."""
    return f"met {one.sessions} times", "1 person" if one.people == 1 else f"{one.people:,} people"


def _ordinal(number: int) -> str:
    return NTH.get(number, f"{number}th")
