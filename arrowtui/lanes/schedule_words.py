"""A schedule as people write it ("Tuesdays 8pm ET", "1st and 3rd Wed 20:00 Europe/London") -> rule, zone, minutes."""

import re
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateutil.rrule import rrulestr
from msgspec import Struct

from arrowtui.lanes.dates.zones import SHORT_WORDS, SPOKEN_WORDS, zone_of

DAYS = {"mon": "MO", "tue": "TU", "wed": "WE", "thu": "TH", "fri": "FR", "sat": "SA", "sun": "SU"}
NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_DAY = re.compile(
    r"\b(?:(mon|tue|wed|thu|fri|sat|sun)|tues|thur|thurs|weds?)(?:s|days?|sdays?|nesdays?|rsdays?|urdays?)?\b",
    re.IGNORECASE,
)
_NTH = re.compile(rf"\b({'|'.join(NTH)})\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?(?![\w:])", re.IGNORECASE)
_NOON = re.compile(r"\b(noon|midnight)\b", re.IGNORECASE)
_MINUTES = re.compile(
    r"\bfor\s+(\d{1,3})\s*(?:m|min|mins|minutes)\b|\bfor\s+(an|one|1|2|two)\s+hours?\b", re.IGNORECASE
)
_ZONE = re.compile(r"\b([A-Za-z]+/[A-Za-z_]+(?:/[A-Za-z_]+)?)\b")
_SPOKEN = re.compile(rf"\b(?:{SHORT_WORDS})\b|(?i:\b(?:{SPOKEN_WORDS})\b)")
_FORTNIGHT = re.compile(r"\b(?:every (?:other|second)|biweekly|fortnightly)\b", re.IGNORECASE)


class Schedule(Struct, frozen=True):
    """A rule (RFC 5545) on the clock of an IANA zone, and how long a session lasts."""

    rrule: str
    tz: str
    minutes: int = 60


def schedule_of(words: str, zone: str | None = None) -> Schedule | None:
    """What a schedule says; None where day or hour are missing, or the rule is none.

    Args:
        words: an RFC 5545 rule, or words as people write them.
        zone: counts where the words name no zone.
    """
    text = words.strip()
    if "FREQ=" in text.upper():
        return _of_rule(text.upper().removeprefix("RRULE:"), zone or "UTC")
    named = _zone_in(text) or zone or "UTC"
    bare = _ZONE.sub(" ", _MINUTES.sub(" ", text))
    days = [DAYS[found[0][:3].lower()] for found in _DAY.finditer(bare)]
    hour = _hour_in(bare)
    if not days or hour is None or not is_zone(named):
        return None
    nth = [NTH[found[1].lower()] for found in _NTH.finditer(bare)]
    at = f"BYHOUR={hour[0]};BYMINUTE={hour[1]}"
    if nth and not _FORTNIGHT.search(bare):
        each = ",".join(f"{number}{day}" for number in dict.fromkeys(nth) for day in dict.fromkeys(days))
        return Schedule(f"FREQ=MONTHLY;BYDAY={each};{at}", named, _minutes_in(text))
    every = "INTERVAL=2;" if _FORTNIGHT.search(bare) else ""
    return Schedule(f"FREQ=WEEKLY;{every}BYDAY={','.join(dict.fromkeys(days))};{at}", named, _minutes_in(text))


def _of_rule(rule: str, zone: str) -> Schedule | None:
    try:
        rrulestr(rule)
    except (ValueError, TypeError, KeyError):
        return None
    return Schedule(rule, zone) if is_zone(zone) else None


def is_zone(name: str) -> bool:
    """Whether a name is one of the IANA zones this system knows."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _zone_in(text: str) -> str | None:
    """An IANA name, else an abbreviation or city as people say it."""
    for found in _ZONE.finditer(text):
        if is_zone(found[1]):
            return found[1]
    spoken = _SPOKEN.search(text)
    known = zone_of(spoken[0]) if spoken else None
    return known[0] if known else None


def _hour_in(text: str) -> tuple[int, int] | None:
    if noon := _NOON.search(text):
        return (12, 0) if noon[1].lower() == "noon" else (0, 0)
    for found in _CLOCK.finditer(_NTH.sub(" ", text)):
        hour, minute = int(found[1]), int(found[2] or 0)
        half = (found[3] or "").lower().replace(".", "")
        if not half and found[2] is None and "h" not in found[0].lower():
            continue  # a bare number is no hour
        if half:
            hour = hour % 12 + (12 if half == "pm" else 0)
        if hour < 24 and minute < 60:
            return hour, minute
    return None


def _minutes_in(text: str) -> int:
    found = _MINUTES.search(text)
    if found is None:
        return 60
    if found[1]:
        return max(5, int(found[1]))
    return 120 if found[2].lower() in ("2", "two") else 60
