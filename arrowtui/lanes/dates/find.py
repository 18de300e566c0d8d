"""Find what names a time in a text: pieces (a date, a weekday, an hour, a zone), then neighbours joined to moments."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from arrowtui.lanes.dates.spelled import WORDS as SPELLED
from arrowtui.lanes.dates.words import (
    AFTER_TOMORROWS,
    AFTERNOONS,
    END_OF,
    END_OF_DAYS,
    HOURS,
    MONTHS,
    NEXTS,
    NEXTS_AFTER,
    NIGHTS,
    NUMBERS,
    SHORT_WEEKDAYS,
    TODAYS,
    TOMORROWS,
    UNITS,
    WEEKDAYS,
)
from arrowtui.lanes.dates.zones import SHORT_WORDS, SPOKEN_WORDS


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


MONTH = rf"(?:{_any(MONTHS)})\b\.?"
COMPOUNDS = r"(?:abend|nacht|avond|mittag|vormittag|nachmittag|morgen|middag|ochtend)\b"
"""What German and Dutch write in one word with the day before it: "Sonntagabend", "morgenochtend"."""
WEEKDAY = rf"(?:{_any(WEEKDAYS)})s?(?:\b\.?|(?={COMPOUNDS}))"
NO_SPAN = "".join(
    rf"(?<!\b{word} )"
    for word in (
        "próximas",
        "prochaines",
        "nächsten",
        "komende",
        "binnen",
        "innerhalb",
        "sous",
        "dans",
        "dentro de",
        "em",
        "en",
    )
)
"""Behind these words so many hours are a span of time, not the hour of a day."""
NUMBER = rf"(?:\d{{1,3}}|{_any(NUMBERS)})"
YEAR = r"(?:20\d\d)\b"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
ORDINAL = r"(?:st|nd|rd|th|º|ª|er|e|ᵉ)?"
COUNTED = (
    r"grade|year|floor|place|edition|birthday|anniversary|class|century|form|time|round|season|annual|century"
    r"|street|ave"
    r"|month|week|day|hour|generation|amendment|issue|annual|curso|grado|piso|edición|étage|année|édition"
    r"|klasse|ano\b|jaar"
)
DATED_WEEKDAYS = tuple(
    name for name in WEEKDAYS if len(name) > 4 and not name.endswith("day") and not name.endswith("feira")
)
"""Weekdays with which people write the number of the day and no more: "lunes 16", "vendredi 20"."""

# Upper-case zone names are told apart by case; everything else is not.
PIECES = (
    ("iso", r"\b20\d\d-\d\d-\d\d\b(?:T\d\d:\d\d)?"),
    (
        "day_month",
        rf"\b{DAY}{ORDINAL}\b\.?\s?(?:(?:of|de|den)\s)?{MONTH}(?:,?\s?(?:(?:de|del|do)\s)?{YEAR})?",
    ),
    ("month_day", rf"\b{MONTH}\s?(?:the\s)?{DAY}(?:st|nd|rd|th)?\b(?:,?\s?{YEAR})?(?!\s?[ap]\.?m|[:]\d)"),
    (
        "end_of",
        rf"\b(?:{END_OF})\s(?:{MONTH}(?:\s{YEAR})?|the month|this month|month|monats?|mes|mois|mês|maand"
        rf"|the week|this week|next week|week|woche|la semana|la semaine|semana|the year|the weekend"
        rf"|(?:deze|dieses|este|ce|deste|des|de la|del) (?:maand|monats|mes|mois|mês))\b",
    ),
    ("end_of", r"\b(?:monatsende|month-end|wochenende|the weekend|this weekend)\b"),
    ("clock", r"\b(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d)?\s?(?:[ap]\.\s?m\.|[ap]m\b)"),
    ("clock", rf"\b(?:[1-9]|1[0-2])(?::[0-5]\d)?[ap](?=\s(?:{SHORT_WORDS}|today|tonight|tomorrow|tmrw)\b)"),
    ("clock", rf"{NO_SPAN}\b(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d)?\s?(?:uhr|uur|heures?|horas?|hs)\b"),
    ("clock", r"\b(?:[1-9]|1[0-2])(?::[0-5]\d)?\s(?:this|in the)\s(?:afternoon|evening|morning)\b"),
    ("clock", rf"\b(?:0\d|1[0-8]|2[1-3])[0-5]\d(?=\s(?:{SHORT_WORDS})\b)"),
    ("clock", r"(?:(?<=day\s)|(?<=tomorrow\s)|(?<=today\s))at\s(?:[1-9]|1[0-2])\b(?![\w:./%]|\s?[ap]\.?m)"),
    (
        "clock",
        r"\b(?:las|das)\s(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d)?(?:\s?h(?:s|oras?)?)?\b(?!\s?[%€$]|\w)"
        r"(?:\sde la (?:tarde|noche|mañana)|\sda (?:tarde|noite|manhã))?(?!\s(?!al\b|del?\b|hs?\b|horas?\b"
        r"|en punto|y\b|o\b|por\b|para\b|em\b|no\b)"
        r"[^\W\d]{3,})",
    ),
    ("clock", r"\b(?:[01]?\d|2[0-3])(?:[:h][0-5]\d|h|\sh(?:\s?[0-5]\d)?\b)(?:\s?h(?:rs)?)?(?![\d/]|:\d)(?!\w)"),
    ("clock", r"\b(?:[01]\d|2[0-3])[0-5]\d\s?(?:hrs|hours|h)\b"),
    (
        "clock",
        r"(?:\ba las|\ba la|\bàs|\bas|\bom|\bum|\bgegen)\s(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d)?\b(?!\s?[%€$]"
        r"|\w)(?:\sde la (?:tarde|noche|mañana)|\sda (?:tarde|noite|manhã))?",
    ),
    ("clock", r"\b(?:[1-9]|1[0-2])\.[0-5]\d(?=\s(?:today|tonight|tomorrow|this|gmt|bst|uk time)\b)"),
    ("number_date", rf"\b{DAY}\s?[/.]\s?(?:0?[1-9]|1[0-2]|[12]\d|3[01])(?:[/.]\s?(?:20)?\d\d)?\b(?!\s?%|\d|[./]\d)\.?"),
    ("number_date", r"\b(?:0?[1-9]|[12]\d|3[01])-(?:0?[1-9]|1[0-2])-20\d\d\b"),
    ("clock", rf"\b(?:{SPELLED})"),
    (
        "duration",
        rf"\b(?:half an hour|(?:{NUMBER})[\s-](?:more\s|full\s|volle\s)?(?:{_any(UNITS)})"
        rf"|\d{{1,3}}\s?h|(?<=next )hour)\b(?!\s(?:questionnaire|survey|call|chat|week|study))",
    ),
    ("afternoon", rf"\b(?:{AFTERNOONS})\b"),
    ("after_tomorrow", rf"\b(?:{AFTER_TOMORROWS})\b"),
    ("night", rf"\b(?:{NIGHTS})\b"),
    ("today", rf"\b(?:{TODAYS})\b(?!['’]s)"),
    ("hour_word", rf"\b(?:{_any(HOURS)})(?!\w)"),
    ("tomorrow", rf"\b(?:{TOMORROWS})(?:\b(?!['’]s)|(?=(?:avond|ochtend|middag)\b))"),
    ("end_of_day", rf"\b(?:{END_OF_DAYS})\b"),
    (
        "weekday",
        rf"\b(?:(?P<next>{NEXTS})\s)?(?P<weekday>{WEEKDAY})(?:\s?(?P<after>{NEXTS_AFTER}))?(?:(?!\w)|(?={COMPOUNDS}))",
    ),
    (
        "next_week",
        r"\b(?:next week|nächste[r]? woche|la semana que viene|la próxima semana|la semaine prochaine"
        r"|na próxima semana|volgende week)\b",
    ),
    ("short_weekday", rf"\b(?:{_any(SHORT_WEEKDAYS)})\.?,?\s?(?={DAY}(?:\.|[/]|\s(?:de\s)?{MONTH}))"),
    (
        "month_day_number",
        rf"\b(?:the|el|el día|dia|le|zum|am|den|de|vom)\s{DAY}(?:st|nd|rd|th|e|\.)?(?!\w|[,.:/]?\d|\s?%"
        rf"|\s(?:de\s)?{MONTH}"
        rf"|\s(?:{_any(UNITS)}|minut|min\b|mins\b|{COUNTED}))",
    ),
    ("month_day_number", rf"\b{DAY}(?:st|nd|rd|th)\b(?!\s?-?(?:{COUNTED}))"),
    (
        "month_day_number",
        rf"(?:{'|'.join(rf'(?<={day} )' for day in DATED_WEEKDAYS)}){DAY}\b(?=[,;)]|\.\s|\s?$|\s(?:a|à|às|as|om)\s)",
    ),
    ("part_of_day", r"(?:(?<=tag)|(?<=och)|(?<=dag)|(?<=morgen))(?:abend|nacht|avond)\b"),
    ("hour_word", r"(?:(?<=tag)|(?<=och)|(?<=dag)|(?<=morgen))(?:mittag|vormittag|nachmittag|morgen|middag|ochtend)\b"),
    ("part_of_day", r"\b(?:night|evening|abend|nacht|noche|soir|noite|avond|nuit)\b"),
    ("spoken_zone", rf"\b(?:{SPOKEN_WORDS})\b"),
)
ZONE = rf"\b(?:(?:UTC|GMT)\s?[+-]\s?\d{{1,2}}(?::?[0-5]\d)?(?!\d|\s?(?i:{MONTH}))|{SHORT_WORDS})\b"


class Piece(Struct, frozen=True):
    kind: str
    start: int
    end: int
    words: str


class Moment(Struct, frozen=True):
    """Neighbouring pieces read as one: "noon ET on Thursday". `start` and `end` are places in the text."""

    pieces: tuple[Piece, ...]

    @property
    def start(self) -> int:
        return self.pieces[0].start

    @property
    def end(self) -> int:
        return self.pieces[-1].end

    def piece(self, *kinds: str) -> Piece | None:
        """The first piece of one of these kinds."""
        return next((piece for piece in self.pieces if piece.kind in kinds), None)


@lru_cache(maxsize=1)
def _finder() -> tuple[re.Pattern[str], re.Pattern[str]]:
    named = [
        rf"(?P<k{number}>{re.sub(r'[(][?]P<(next|weekday|after)>', '(?:', source)})"
        for number, (_, source) in enumerate(PIECES)
    ]
    return re.compile("|".join(named), re.IGNORECASE), re.compile(ZONE)


def pieces(text: str) -> list[Piece]:
    """Everything in a text that may name a time, in order, without overlaps."""
    finder, zones = _finder()
    found = [
        Piece(PIECES[int((hit.lastgroup or "k0")[1:])][0], hit.start(), hit.end(), hit.group())
        for hit in finder.finditer(text)
    ]
    taken = [(piece.start, piece.end) for piece in found]
    for hit in zones.finditer(text):
        if not any(start < hit.end() and hit.start() < end for start, end in taken):
            found.append(Piece("zone", hit.start(), hit.end(), hit.group()))
    found.sort(key=lambda piece: piece.start)
    return found


BETWEEN = re.compile(
    r"[\s,;()\[\]–—-]*(?:(?:at|on|the|of|um|gegen|a|las|la|às|à|de|del|den|der|le|el|am|by|before|om|op|dia|em"
    r"|no|na|do|du|al|au|ao|aux|às|aan"
    r"|bis|noch|spätestens|sharp|este|esta|this|in the|am|kl|ca|both|local time|your time|uhr)\b[\s,.]*)*",
    re.IGNORECASE,
)
DATES = frozenset(
    {"iso", "day_month", "month_day", "number_date", "month_day_number", "end_of", "duration", "end_of_day_of"}
)
DAYS = frozenset({"today", "afternoon", "tomorrow", "after_tomorrow", "night", "weekday", "short_weekday"})
CLOCKS = frozenset({"clock", "hour_word", "end_of_day", "part_of_day"})
ZONES = frozenset({"zone", "spoken_zone"})
GROUPS = (DATES, DAYS, CLOCKS, ZONES, frozenset({"next_week"}))


def _group(piece: Piece) -> int:
    return next((number for number, kinds in enumerate(GROUPS) if piece.kind in kinds), -1)


def _joins(held: list[Piece], new: Piece, text: str) -> bool:
    """Whether a piece continues the moment before it: near by, and saying something not said yet."""
    gap = text[held[-1].end : new.start]
    if len(gap) > 24:
        return False
    groups = [_group(piece) for piece in held]
    if re.fullmatch(r"\s?/\s?|\s?\(\s?", gap) and _group(new) in (2, 3) and _group(new) in groups:
        return True  # "5pm ET / 2pm PT": the second hour and zone only repeat the first
    if BETWEEN.fullmatch(gap) is None:
        return False
    if _group(new) == 3:
        if groups.count(2) == 2 and groups.count(3) == 1:
            return True
        return any(group != 3 for group in groups) and (3 not in groups)
    if {held[-1].kind, new.kind} <= {"weekday", "tomorrow", "today"} or "duration" in (held[-1].kind, new.kind):
        return False
    if _group(new) == 2 and 2 in groups:
        return new.kind == "part_of_day" or held[-1].kind == "end_of_day"
    return _group(new) not in groups


def moments(text: str) -> Iterator[Moment]:
    """The moments a text names, in order. A zone alone is none."""
    held: list[Piece] = []
    for piece in pieces(text):
        if held and _joins(held, piece, text):
            held.append(piece)
            continue
        if held and any(_group(one) in (0, 1, 2) for one in held):
            yield Moment(tuple(held))
        held = [piece]
    if held and any(_group(one) in (0, 1, 2) for one in held):
        yield Moment(tuple(held))
