"""Resolve a moment to an instant by the rules for deadlines: 23:59 of a named day, the first weekday after posting."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta, tzinfo

from msgspec import Struct

from arrowtui.lanes.dates.find import Moment, Piece
from arrowtui.lanes.dates.spelled import spelled_hour
from arrowtui.lanes.dates.words import HOURS, MONTHS, NEXTS, NEXTS_AFTER, NUMBERS, SHORT_WEEKDAYS, UNITS, WEEKDAYS
from arrowtui.lanes.dates.zones import zone_of

LAST = (23, 59)
AFTERNOON = (17, 0)
MORNING = (12, 0)
"""What is left of words for an hour: the end of "Montagmorgen"; by itself it is tomorrow."""
NEXT = re.compile(rf"(?:{NEXTS})\s|\s(?:{NEXTS_AFTER})$", re.IGNORECASE)
BARE = re.compile(r"at |\d+\.\d\d$")
BARE_AFTERNOON = 8
""" "Friday at 5" is the afternoon; from here on it is the morning."""
UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30}


class Posted(Struct, frozen=True):
    """When and where a post was written. `month_first` tells whether 3/12 is the twelfth of March there."""

    at: datetime
    month_first: bool = False


class Instant(Struct, frozen=True):
    """A resolved moment: aware UTC, whether it is exact to the minute, and the IANA zone named, if one was."""

    at: datetime
    to_the_minute: bool
    zone: str | None


def resolve(moment: Moment, posted: Posted, *, past: bool = False) -> Instant | None:
    """The instant a moment means, or None when it names no day or one that is not in the calendar.

    `past` allows days before the posting (a closed call that names its old deadline).
    """
    try:
        return _resolve(moment, posted, past)
    except (OverflowError, ValueError):  # 31 February, year 10000: no day of the calendar
        return None


def _resolve(moment: Moment, posted: Posted, past: bool) -> Instant | None:
    named = moment.piece("zone", "spoken_zone")
    known = zone_of(named.words) if named else None
    zone: tzinfo | None = known[1] if known else posted.at.tzinfo
    base = posted.at.astimezone(zone)
    if (lasting := moment.piece("duration")) is not None:
        return _after(lasting.words, base)
    clock = _clock(moment, base)
    day = _day(moment, base, posted.month_first, past)
    if day is None:
        if clock is None and moment.piece("end_of_day", "part_of_day") is None:
            return None
        day = base.date()
        if clock and _at(day, clock, zone) < base and not past:
            day += timedelta(days=1)
    elif clock and moment.piece("weekday") and _no_date(moment) and _at(day, clock, zone) < base and not past:
        day += timedelta(days=7)
    at = _at(day, clock or LAST, zone)
    return Instant(at.astimezone(UTC), clock is not None, known[0] if known else None)


def _no_date(moment: Moment) -> bool:
    return moment.piece("iso", "day_month", "month_day", "number_date", "month_day_number", "end_of") is None


def _at(day: date, clock: tuple[int, int], zone: tzinfo | None) -> datetime:
    hour, minute = clock
    if hour >= 24:
        hour, minute = LAST
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone)


def _after(words: str, base: datetime) -> Instant | None:
    """N hours from the posting to the minute, or the last minute of the day N days or weeks on."""
    lowered = words.lower()
    if lowered == "hour":
        return Instant((base + timedelta(hours=1)).astimezone(UTC), True, None)
    if lowered == "half an hour":
        return Instant((base + timedelta(minutes=30)).astimezone(UTC), True, None)
    found = re.match(r"(\d+|[\w-]+?)[\s-]?(?:more\s|full\s|volle\s)?([^\W\d]+)$", lowered)
    if found is None:
        return None
    number = int(found[1]) if found[1].isdigit() else NUMBERS.get(found[1], 0)
    unit = UNITS.get(found[2])
    if not number or unit is None:
        return None
    if unit == "hour":
        return Instant((base + timedelta(hours=number)).astimezone(UTC), True, None)
    day = base.date() + timedelta(days=number * UNIT_DAYS[unit])
    return Instant(_at(day, LAST, base.tzinfo).astimezone(UTC), False, None)


def _clock(moment: Moment, base: datetime) -> tuple[int, int] | None:
    if piece := moment.piece("clock"):
        is_evening = moment.piece("night", "part_of_day") is not None
        return spelled_hour(piece.words, is_evening=is_evening) or _hour_of(piece.words.lower())
    if piece := moment.piece("hour_word"):
        return HOURS.get(piece.words.lower(), MORNING)
    return AFTERNOON if moment.piece("afternoon") else None


def _hour_of(words: str) -> tuple[int, int]:
    digits = re.findall(r"\d+", words)
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    if len(digits[0]) == 4:
        hour, minute = int(digits[0][:2]), int(digits[0][2:])
    is_late = (
        re.search(r"p\.?\s?m|\dp$|de la tarde|de la noche|da tarde|da noite|afternoon|evening", words) and hour < 12
    )
    if is_late or (BARE.match(words) and hour < BARE_AFTERNOON):
        hour += 12
    elif re.search(r"a\.?\s?m|\da$|de la mañana|da manhã", words) and hour == 12:
        hour = 0
    return hour, minute


def _day(moment: Moment, base: datetime, month_first: bool, past: bool) -> date | None:
    today = base.date()
    if piece := moment.piece("iso"):
        return date.fromisoformat(piece.words[:10])
    if piece := moment.piece("day_month", "month_day"):
        return _month_and_day(piece.words.lower(), today, past)
    if piece := moment.piece("number_date"):
        return _numbers(piece.words, today, month_first, past)
    if piece := moment.piece("end_of"):
        return _end_of(piece.words.lower(), today)
    if piece := moment.piece("month_day_number"):
        number = re.search(r"\d+", piece.words)
        found = _next_day_numbered(int(number.group()), today) if number else None
        named = moment.piece("weekday")
        day = _weekday(named, today, False) if named else None
        return day if found and day and found.weekday() != day.weekday() else found
    if moment.piece("after_tomorrow"):
        return today + timedelta(days=2)
    if moment.piece("tomorrow"):
        return today + timedelta(days=1)
    if moment.piece("today", "night", "afternoon"):
        return today
    if piece := moment.piece("weekday", "short_weekday"):
        return _weekday(piece, today, moment.piece("next_week") is not None)
    return None


def _weekday(piece: Piece, today: date, next_week: bool) -> date | None:
    words = piece.words.lower()
    for name in re.findall(r"[\w-]+", words):
        number = SHORT_WEEKDAYS.get(name) if piece.kind == "short_weekday" else WEEKDAYS.get(name)
        if number is None and name.endswith("s"):
            number = WEEKDAYS.get(name[:-1])
        if number is None:
            continue
        if words.endswith(" week") and "next" not in words and "volgende" not in words:  # "Friday week"
            return today + timedelta(days=(number - today.weekday()) % 7 + 7)
        if next_week or NEXT.search(words):
            return today - timedelta(days=today.weekday()) + timedelta(days=7 + number)
        return today + timedelta(days=(number - today.weekday()) % 7)
    return None


def _in_year(month: int, day: int, today: date, past: bool) -> date:
    """The next such day on or after today; where past days are allowed, the one nearest to today."""
    this = date(today.year, month, min(day, monthrange(today.year, month)[1]) if month == 2 else day)
    if past:
        years = [date(today.year + by, month, min(day, 28) if month == 2 else day) for by in (-1, 1)]
        return min([this, *years], key=lambda one: abs(one - today))
    return this if this >= today else date(today.year + 1, month, min(day, 28) if month == 2 else day)


def _month_and_day(words: str, today: date, past: bool) -> date | None:
    month = next((MONTHS[name] for name in re.findall(r"[^\W\d_]+", words) if name in MONTHS), None)
    numbers = [int(number) for number in re.findall(r"\d+", words)]
    if month is None or not numbers:
        return None
    year = next((number for number in numbers if number > 1000), None)
    day = next((number for number in numbers if number <= 31), 1)
    return date(year, month, day) if year else _in_year(month, day, today, past)


def _numbers(words: str, today: date, month_first: bool, past: bool) -> date | None:
    first, second, *rest = (int(number) for number in re.findall(r"\d+", words))
    day, month = (second, first) if (month_first and "/" in words) or second > 12 else (first, second)
    if month > 12:
        day, month = month, day
    if not rest:
        return _in_year(month, day, today, past)
    return date(rest[0] if rest[0] > 99 else 2000 + rest[0], month, day)


def _next_day_numbered(number: int, today: date) -> date | None:
    """The next day of that number: this month's if it is still to come, else the first month that has one."""
    year, month = today.year, today.month
    for _ in range(4):
        if number <= monthrange(year, month)[1] and (found := date(year, month, number)) >= today:
            return found
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return None


def _end_of(words: str, today: date) -> date | None:
    named = [name for name in re.findall(r"[^\W\d_]+", words) if name in MONTHS]
    year = next((int(number) for number in re.findall(r"\d{4}", words)), None)
    if named:
        month = MONTHS[named[-1]]
        year = year or (today.year if month >= today.month else today.year + 1)
        return date(year, month, monthrange(year, month)[1])
    if "year" in words:
        return date(today.year, 12, 31)
    sunday = today + timedelta(days=6 - today.weekday())
    if "next week" in words:
        return sunday + timedelta(days=7)
    if re.search(r"week|woche|semain|seman", words):
        return sunday
    return date(today.year, today.month, monthrange(today.year, today.month)[1])
