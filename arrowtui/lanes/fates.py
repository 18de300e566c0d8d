"""Sessions that do not go as planned: a host says that one is cancelled, or moved to another day or hour. Pure.

A word such as "cancelled" means many things; it counts where it is said of the chat, outside of questions and answers,
and only for a session in which no question was asked.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from arrowtui.lanes.chat_labels import labels, spelled
from arrowtui.lanes.dates.find import Moment, moments
from arrowtui.lanes.dates.resolve import Posted, resolve
from arrowtui.model.chat import ChatPost, Series, Window
from arrowtui.model.chat_board import Fate

AHEAD = timedelta(days=8)
"""How long before a session a word without a day may be about it."""
LATE = timedelta(hours=3)
"""So long after its start a session may still be called off."""
ABOUT = r"(?:#\w+|\b\w*chat\b|\bsession\b|\bwe(?:'re| are| will|'ll)\b|\b(?:tonight|today|this week|next week)\b)"
# A pattern of what is said, an example it catches, a near miss.
CANCELS: tuple[tuple[str, str, str], ...] = (
    (r"\bno (?:#[^\W\d]\w+|\w*chat\b|session\b)", "No #wardchat tonight, see you next week", "No #1 rule: ask"),
    (
        rf"{ABOUT}.{{0,60}}\b(?:cancell?ed|called off|cancelling|not happening|skipped)\b",
        "Tonight's #wardchat is cancelled",
        "They cancelled my shift twice",
    ),
    (
        rf"\b(?:cancelling|calling off|skipping)\b.{{0,40}}{ABOUT}",
        "We have to call it: cancelling #wardchat this week",
        "Cancelling plans is self care",
    ),
    (
        r"\b(?:we(?:'re| are)|#\w+ is|chat is) (?:\w+ )?(?:taking|on|having) (?:a|our) (?:\w+ )?break\b",
        "We're taking a summer break this week",
        "I took a break at noon",
    ),
    (
        r"\b(?:fällt (?:\w+ ){0,2}aus(?=\W*$|\s*[.!,;:(–-])|ist abgesagt|kein(?:en)? (?:#\w+|chat)|pas de (?:#\w+|chat)"
        r"|(?:est|is) (?:annulé|geannuleerd)|se cancela|(?:está|queda) cancelad[oa]|no hay (?:#\w+|chat|charla)"
        r"|não há (?:#\w+|chat)|foi cancelado|geen (?:#\w+|chat)|gaat niet door)\b",
        "#wardchat fällt heute aus",
        "Das fällt mir aus der Hand",
    ),
)
MOVES: tuple[tuple[str, str, str], ...] = (
    (
        rf"{ABOUT}.{{0,60}}\b(?:moved|moves|moving|rescheduled|postponed|pushed back|shifted)\b.{{0,20}}"
        r"\b(?:to|until|till)\b",
        "#wardchat is moved to Thursday 8pm",
        "I moved to Leeds",
    ),
    (
        rf"\b(?:moving|rescheduling|postponing|shifting)\b.{{0,40}}{ABOUT}.{{0,40}}\b(?:to|until|till)\b",
        "We are moving #wardchat to Thursday",
        "Moving house: #wardchat tips?",
    ),
    (
        r"\b(?:verschoben auf|verlegt auf|reporté (?:au|à)|déplacé (?:au|à)|aplazad[oa] (?:al|para)"
        r"|se traslada al|adiado para|verplaatst naar|verzet naar)\b",
        "#wardchat ist verschoben auf Donnerstag",
        "Ich habe den Termin verlegt",
    ),
)
_CANCELS = tuple(re.compile(pattern, re.IGNORECASE | re.DOTALL) for pattern, _, _ in CANCELS)
_MOVES = tuple(re.compile(pattern, re.IGNORECASE | re.DOTALL) for pattern, _, _ in MOVES)
_NEXT_WEEK = re.compile(r"\b(?:next week|nächste woche|la semaine prochaine|la semana que viene|volgende week)\b", re.I)


class Told(Struct, frozen=True):
    """What was said of a session: by whom does not matter here. `moved_to` is the new window."""

    fate: Fate
    words: str
    moved_to: Window | None = None


def kind_of(text: str) -> Fate | None:
    """Whether a post speaks of a session that is cancelled or moved, and which of the two."""
    plain = spelled(text)
    if any(label.start < 4 for label in labels(plain)):
        return None
    if any(pattern.search(plain) for pattern in _MOVES):
        return Fate.MOVED
    return Fate.CANCELLED if any(pattern.search(plain) for pattern in _CANCELS) else None


def fates(series: Series, posts: Iterable[ChatPost], windows: Sequence[Window]) -> Mapping[datetime, Told]:
    """Start of a session -> what its hosts said of it; the last word counts.

    Args:
        posts: of its hosts only.
        windows: the sessions as planned, in order of time.
    """
    found: dict[datetime, Told] = {}
    for post in sorted(posts, key=lambda one: one.posted_at):
        fate = kind_of(post.text)
        if fate is None or post.reply_to:
            continue
        window = _meant(series, post, windows, fate)
        if window is None:
            continue
        target = _target(series, post, window) if fate is Fate.MOVED else None
        found[window.starts_at] = Told(fate, " ".join(post.text.split()), target)
    return found


def _meant(series: Series, post: ChatPost, windows: Sequence[Window], fate: Fate) -> Window | None:
    """The session a post speaks of: that of a day it names, else the one that is on or comes next."""
    zone = ZoneInfo(series.tz)
    near = [one for one in windows if post.posted_at - LATE <= one.starts_at]
    for at in _days(series, post):
        named = [one for one in near if one.starts_at.astimezone(zone).date() == at.astimezone(zone).date()]
        if named:
            return named[0]
    if fate is Fate.CANCELLED and _NEXT_WEEK.search(_first_sentence(post.text)):
        monday = post.posted_at.astimezone(zone).date()
        monday += timedelta(days=7 - monday.weekday())
        days = [monday + timedelta(days=more) for more in range(7)]
        return next((one for one in near if one.starts_at.astimezone(zone).date() in days), None)
    return next((one for one in near if one.starts_at <= post.posted_at + AHEAD), None)


def _first_sentence(text: str) -> str:
    """What is said first: "No chat tonight. Next week again!" is about tonight."""
    return re.split(r"[.!?;,](?:\s|$)", text, maxsplit=1)[0]


def _days(series: Series, post: ChatPost) -> Iterator[datetime]:
    posted = Posted(post.posted_at.astimezone(ZoneInfo(series.tz)))
    for moment in moments(post.text):
        instant = resolve(moment, posted)
        if instant is not None:
            yield instant.at


def _target(series: Series, post: ChatPost, window: Window) -> Window | None:
    """The new hour: what follows "to". A day alone keeps the hour, an hour alone keeps the day. None: not told."""
    zone = ZoneInfo(series.tz)
    posted = Posted(post.posted_at.astimezone(zone))
    to = [found.end() for found in re.finditer(r"\b(?:to|until|till|auf|au|à|al|para|naar)\b", post.text, re.I)]
    after = [one for one in moments(post.text) if any(end <= one.start for end in to)]
    for moment in reversed(after):
        instant = resolve(moment, posted)
        if instant is None:
            continue
        wall, old = instant.at.astimezone(zone), window.starts_at.astimezone(zone)
        if not instant.to_the_minute:
            wall = wall.replace(hour=old.hour, minute=old.minute, second=0)
        elif not _names_a_day(moment):
            wall = wall.replace(year=old.year, month=old.month, day=old.day)
        start = wall.astimezone(window.starts_at.tzinfo)
        if start != window.starts_at:
            return Window(start, start + (window.ends_at - window.starts_at))
    return None


def _names_a_day(moment: Moment) -> bool:
    return any(
        piece.kind not in ("clock", "hour_word", "zone", "spoken_zone", "part_of_day") for piece in moment.pieces
    )
