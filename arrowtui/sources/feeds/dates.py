"""Dates as feeds write them: RFC 822, RFC 3339 and the many things that only look like them.

A date is understood wholly or not at all: words left over, a 25th hour or a 99th of June make it unknown, because a
wrong date sorts an item where nobody finds it. A time without a zone counts as UTC.
"""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from unicodedata import normalize
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from arrowtui.sources.feeds.calendar_words import MERIDIEM, MONTHS, WEEKDAYS, ZONES

RFC822 = re.compile(
    r"(?:[A-Z][a-z]{2}, ?)?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) ((?:[01]\d|2[0-3]):\d\d:)(\d\d) "
    r"(?:([+-](?:0\d|1[0-4]):?[0-5]\d)|GMT|UTC|Z)",
    re.ASCII,
)
ENGLISH = {
    name: f"{number:02}"
    for number, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)  # noqa: SIM905 (shorter)
}
LONGEST = 100  # characters; no date is longer, and the patterns below need not be tried on an essay
COMMENT = re.compile(r"\([^()]*\)")
CLOCK = re.compile(r"(?<!\d)(\d{1,2})[:.h](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?(?![\d:])")
ZONE_OFFSET = re.compile(r"(?:\b(?:gmt|utc|ut))?\s*(?<!\d)([+-])(\d\d?):?(\d\d)?z?$")
ZONE_PLACE = re.compile(r"\b[a-z]+/[a-z_+-]+(?:/[a-z_]+)?\b", re.IGNORECASE)
YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([-/.년年])\s?0?(\d{1,2})(?:[-/.월月]\s*(\d{1,2})[일日]?)?(?!\d)")
SHORT_YEAR_FIRST = re.compile(r"^(\d\d)-(\d\d)-(\d\d)$|^(\d\d)(\d\d)(\d\d)$")
NUMBERS_ONLY = re.compile(r"(?<!\d)(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d\d)(?!\d)")
WORD = re.compile(r"\b[a-z]+\b")
KOREAN = re.compile("[년월오]")
PIECES = re.compile(r"\d+|[^\W\d_]+", re.UNICODE)
FILLERS = frozenset({"at", "t", "de", "of", "the", "um", "à", "st", "nd", "rd", "th", "kl", "uhr", "g", "г"})


def read_date(text: str | None) -> datetime | None:
    """The instant a feed's date names, aware UTC.

    Args:
        text: what stands in the element, blanks around it allowed; None or empty means no date.
    Returns: None for what is no date or not wholly understood. No judgement whether it is believable.
    """
    if not text or len(text) > LONGEST:
        return None
    text = text.strip()
    try:
        found = _rfc822(text) or _iso(text) or _unix(text) or _loose(text)
        return found.astimezone(UTC) if found else None
    except (ValueError, OverflowError):  # a 30th of February, a year 0, an instant before or after all time
        return None


def _rfc822(text: str) -> datetime | None:
    """A date as most feeds write it, put into the form that Python reads quickest."""
    match = RFC822.fullmatch(text)
    if not match:
        return None
    day, name, year, clock, second, zone = match.groups("Z")
    month = ENGLISH.get(name)
    if not month:
        return None
    if len(day) == 1:
        day = f"0{day}"
    if second > "59":
        second = "59"
    return datetime.fromisoformat(f"{year}-{month}-{day}T{clock}{second}{zone}")


def _iso(text: str) -> datetime | None:
    """What Python itself reads as ISO 8601, if it begins with a full date."""
    if len(text) < 10 or text[4] != "-" or text[7] != "-" or text[10:11] not in ("", "T", "t", " "):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _unix(text: str) -> datetime | None:
    """Seconds (10 digits) or milliseconds (13) since 1970: what some scripts put into a date element."""
    if not (text.isascii() and text.isdigit() and len(text) in (10, 13)):
        return None
    return datetime.fromtimestamp(int(text[:10]), UTC)


def _offset(sign: str, hours: str, minutes: str | None) -> tzinfo:
    if int(hours) > 14 or int(minutes or 0) > 59:
        raise ValueError("no such zone")
    ahead = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return timezone(-ahead if sign == "-" else ahead)


def _loose(text: str) -> datetime | None:
    """Everything else: take out the zone, the clock and the date; only known words may be left."""
    text = COMMENT.sub(" ", normalize("NFC", text)).strip()
    whole = text
    text, zone = _take_place(text)
    text = text.lower().replace("a.m.", "am").replace("p.m.", "pm")
    text = re.sub(r"(\d)t(\d)", r"\1 \2", text)
    text, time = _take_clock(text)
    if zone is None:
        text, zone = _take_zone(text, has_clock=time is not None)
    if zone is None and KOREAN.search(whole):
        zone = ZoneInfo("Asia/Seoul")  # such dates never name a zone and are written in one only
    day = _year_first(text) or _numbers_only(text) or _short(text) or _with_month_name(text)
    if day is None:
        return None
    hour, minute, second = time or (0, 0, 0)
    return datetime(*day, hour, minute, second, tzinfo=zone or UTC)


def _take_place(text: str) -> tuple[str, tzinfo | None]:
    match = ZONE_PLACE.search(text)
    if not match:
        return text, None
    try:
        zone = ZoneInfo(match[0])
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: the name of a folder of zones
        return text, None
    return text[: match.start()] + text[match.end() :], zone


def _take_clock(text: str) -> tuple[str, tuple[int, int, int] | None]:
    match = next((found for found in CLOCK.finditer(text) if ":" in found[0] or not NUMBERS_ONLY.search(text)), None)
    if match is None:
        return text, None
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    before, after = text[: match.start()], text[match.end() :]
    for word, is_afternoon in MERIDIEM.items():
        if after.lstrip().startswith(word):
            after = after.lstrip().removeprefix(word)
        elif before.rstrip().endswith(word):
            before = before.rstrip().removesuffix(word)
        else:
            continue
        if hour <= 12:
            hour = hour % 12 + (12 if is_afternoon else 0)
        break
    if second == 60:  # a leap second, which datetime does not know
        second = 59
    return f"{before.rstrip()} {after.lstrip()}" if not after.startswith(("+", "-")) else f"{before} {after}", (
        hour,
        minute,
        second,
    )


def _take_zone(text: str, *, has_clock: bool) -> tuple[str, tzinfo | None]:
    text = text.strip()
    if has_clock:
        match = ZONE_OFFSET.search(text) or re.search(r"\s([+-])(\d\d):?(\d\d)(?=\s\d{4}$)", text)
        if match:
            return text[: match.start()] + text[match.end() :], _offset(match[1], match[2], match[3])
    for match in reversed(list(WORD.finditer(text))):  # the last one: in "at 5 EST" the first is a filler
        minutes = ZONES.get(match[0])
        if minutes is not None:
            return text[: match.start()] + text[match.end() :], timezone(timedelta(minutes=minutes))
    return text, None


def _year_first(text: str) -> tuple[int, int, int] | None:
    match = YEAR_FIRST.search(text)
    if match and _nothing_left(text[: match.start()] + " " + text[match.end() :]):
        return int(match[1]), int(match[3]), int(match[4] or 1)
    return (int(text), 1, 1) if re.fullmatch(r"(?:19|20)\d\d", text) else None


def _numbers_only(text: str) -> tuple[int, int, int] | None:
    """30.10.2023 has the day first; 10/30/2023 the month, unless that cannot be."""
    match = NUMBERS_ONLY.search(text)
    if not match or not _nothing_left(text[: match.start()] + " " + text[match.end() :]):
        return None
    first, second, year = int(match[1]), int(match[3]), _full_year(match[4])
    return (year, second, first) if match[2] == "." or first > 12 else (year, first, second)


def _short(text: str) -> tuple[int, int, int] | None:
    match = SHORT_YEAR_FIRST.match(text)
    if not match:
        return None
    year, month, day = (part for part in match.groups() if part is not None)
    return _full_year(year), int(month), int(day)


def _with_month_name(text: str) -> tuple[int, int, int] | None:
    """Two numbers and a month in words, in any order; or a month and a year."""
    numbers: list[str] = []
    month = 0
    pieces = PIECES.findall(text)
    for place, piece in enumerate(pieces):
        is_weekday = piece in WEEKDAYS and any(
            other in MONTHS for other in pieces[place + 1 :]
        )  # French `mar.` is both
        if piece.isdigit():
            numbers.append(piece)
        elif not month and piece in MONTHS and not is_weekday:
            month = MONTHS[piece]
        elif piece not in WEEKDAYS and piece not in FILLERS:
            return None
    if not month and len(numbers) == 3 and len(numbers[2]) == 4:  # Sat, 11 04 2020
        return int(numbers[2]), int(numbers[1]), int(numbers[0])
    if not month or not 1 <= len(numbers) <= 2:
        return None
    if len(numbers) == 1:
        return (int(numbers[0]), month, 1) if len(numbers[0]) == 4 else None
    day, year = numbers if len(numbers[0]) <= 2 else reversed(numbers)
    return (_full_year(year), month, int(day)) if len(day) <= 2 else None


def _nothing_left(text: str) -> bool:
    return all(piece in WEEKDAYS or piece in FILLERS for piece in PIECES.findall(text))


def _full_year(year: str) -> int:
    number = int(year)
    return number if len(year) == 4 else number + (2000 if number < 69 else 1900)
