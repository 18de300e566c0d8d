"""Hours in words: "half past four", "viertel vor fünf", "cuatro y media", "quatre heures et demie", "half vijf"."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

AFTERNOON_BEFORE = 8
"""What is said without a part of the day is the afternoon up to this hour: nobody wants answers at half past four in
the morning."""
HOURS: Mapping[str, int] = MappingProxyType(
    {
        name: number
        for number, names in enumerate(
            (
                "one una ein eins une uma een één",
                "two dos zwei deux duas twee",
                "three tres drei trois três drie",
                "four cuatro vier quatre quatro",
                "five cinco fünf cinq vijf",
                "six seis sechs zes",
                "seven siete sieben sept sete zeven",
                "eight ocho acht huit oito",
                "nine nueve neun neuf nove negen",
                "ten diez zehn dix dez tien",
                "eleven once elf onze",
                "twelve doce zwölf douze doze twaalf",
            ),
            start=1,
        )
        for name in names.split()
    }
)
ENGLISH = "one two three four five six seven eight nine ten eleven twelve"
DUTCH = "een één twee drie vier vijf zes zeven acht negen tien elf twaalf"


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_HOUR = rf"(?:{_any(HOURS)}|1[0-2]|[1-9])\b"
_ENGLISH_HOUR = rf"(?:{_any(ENGLISH.split())}|1[0-2]|[1-9])\b"
_DUTCH_HOUR = rf"(?:{_any(DUTCH.split())})\b"
# Minutes from the hour that is named, the words (group `hour` around the hour), an example and a near miss.
FORMS: tuple[tuple[int, str, str, str], ...] = (
    (-30, rf"half (?={_DUTCH_HOUR})(?P<hour>{_DUTCH_HOUR})", "half vijf", "half veel"),
    (-30, rf"halb (?P<hour>{_HOUR})", "halb fünf", "halb leer"),
    (30, rf"half(?: past)? (?P<hour>{_ENGLISH_HOUR})", "half past four", "half of them"),
    (15, rf"(?:a )?quarter (?:past|after) (?P<hour>{_ENGLISH_HOUR})", "quarter past three", "past the quarter"),
    (-15, rf"(?:a )?quarter (?:to|before) (?P<hour>{_ENGLISH_HOUR})", "a quarter to five", "a quarter to them"),
    (20, rf"twenty past (?P<hour>{_ENGLISH_HOUR})", "twenty past nine", "twenty past events"),
    (10, rf"ten past (?P<hour>{_ENGLISH_HOUR})", "ten past nine", "ten past tense"),
    (15, rf"viertel nach (?P<hour>{_HOUR})", "viertel nach drei", "viertel nach Osten"),
    (-15, rf"viertel vor (?P<hour>{_HOUR})", "viertel vor fünf", "das Viertel vor Ort"),
    (15, rf"kwart over (?P<hour>{_DUTCH_HOUR})", "kwart over drie", "een kwart over"),
    (-15, rf"kwart voor (?P<hour>{_DUTCH_HOUR})", "kwart voor vijf", "een kwart voor ons"),
    (30, rf"(?:las? )(?P<hour>{_HOUR}) y media", "las cuatro y media", "la media"),
    (15, rf"(?:las? )(?P<hour>{_HOUR}) y cuarto", "las cuatro y cuarto", "el cuarto"),
    (-15, rf"(?:las? )(?P<hour>{_HOUR}) menos cuarto", "las cinco menos cuarto", "menos cuarto de hora"),
    (30, rf"(?P<hour>{_HOUR})(?: heures?|h) et demie", "quatre heures et demie", "une demie"),
    (15, rf"(?P<hour>{_HOUR})(?: heures?|h) et quart", "quatre heures et quart", "un quart"),
    (-15, rf"(?P<hour>{_HOUR})(?: heures?|h) moins (?:le|un) quart", "cinq heures moins le quart", "moins un quart"),
    (30, rf"(?:às |as )?(?P<hour>{_HOUR}) e meia", "quatro e meia", "a meia hora"),
    (15, rf"(?:às |as )?(?P<hour>{_HOUR}) e um quarto", "quatro e um quarto", "um quarto"),
)
WORDS = (
    r"(?:hal[fb](?: past)?|(?:a )?quarter (?:past|after|to|before)|(?:twenty|ten) past|viertel (?:nach|vor)"
    rf"|kwart (?:over|voor)) {_HOUR}"
    rf"|(?:las? |[àa]s )?{_HOUR}(?: heures?|h)? (?:et (?:demie|quart)|moins (?:le|un) quart|y (?:media|cuarto)"
    r"|menos cuarto|e (?:meia|um quarto))\b"
)
"""Finds all of these, and little else, in one go."""
_READ = tuple((minutes, re.compile(words, re.IGNORECASE)) for minutes, words, _, _ in FORMS)


def spelled_hour(words: str, *, is_evening: bool = False) -> tuple[int, int] | None:
    """Hour and minute of an hour in words; None where it is none.

    Args:
        is_evening: said together with an evening or a night.
    """
    for minutes, form in _READ:
        if (found := form.fullmatch(words.strip())) is not None:
            name = found["hour"].lower()
            hour, minute = divmod((int(name) if name.isdigit() else HOURS[name]) * 60 + minutes, 60)
            return hour + 12 if hour < AFTERNOON_BEFORE or (is_evening and hour < 12) else hour, minute
    return None
