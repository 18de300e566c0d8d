"""What the figures of a post tell: a telephone number, a sum, an hour, a measure, a change.

All is looked for near digits only. Most figures tell nothing of this, and one pattern says so of all of them: where it
finds nothing, none of the others is tried.
"""

import re
from collections.abc import Sequence

LEFT, RIGHT = 8, 40
"""Characters before a digit that may belong to it: "from £", "+(0"; and behind it, with what stands there."""
NEAR_DIGITS = re.compile(rf"\d(?:.{{0,{RIGHT}}}\d)*.{{0,{RIGHT}}}", re.DOTALL)

LONG = r"[\d ().-]{7}"
"""Behind a digit in every telephone number."""
PHONE = re.compile(
    r"[+(\d](?<![\w/.$€£=&-].)(?:(?<=\+)\s?\d[\d ().-]{7,16}\d|(?:(?<=0)|(?<=\()0)\d{1,4}\)?[ ./-]?\d[\d ./-]{4,12}\d"
    r"|(?:(?<=[2-9])|(?<=\()[2-9])\d\d\)?[ .-]{1,2}\d{3}[ .-]\d{4}|(?<=[679])\d\d ?\d\d ?\d\d ?\d\d"
    r"|(?<=[6789])\d\d \d{3} \d{3}"
    r"|(?<=1)[ .-]\d{3}[ .-]\d{3}[ .-]\d{4})(?![\w-]|[.:]\d)"
)
"""A number as countries write them: with + or a leading 0, or in the groups of North America and Southern Europe."""
CURRENCIES = r"€|£|\$|euros?\b|eur\b|usd\b|dollars?\b|pounds?\b|reais\b|chf\b"
MONEY = re.compile(rf"[$€£¥\d](?:(?<=\D)\s?\d|(?<=\d)\s?(?:{CURRENCIES}))")
HOURS = r"[ap]m\b|[ap]\.m\.|uhr\b|uur\b|h\b|hrs\b"
MINUTES = r"(?:(?<=\b\d)|(?<=\b\d\d))(?:[:h]\d\d\b|\.\d\d\s?(?:[ap]m|uhr|uur)\b)"
CLOCK = re.compile(rf"\d(?:\s?(?:{HOURS})|{MINUTES})")
UNITS = r"°|(?:g|kg|ml|mm|cm|bar|volt|amps?|psi|grit|grad|degrees?|gramm?|gramos|gramas)\b"
PARTS = r"(?<=\b\d):\d\b|(?<=\b\d\d):\d\b"
MEASURE = re.compile(rf"\d(?:\s?(?:{UNITS})|{PARTS})")
"""How much, how warm, how thick, in what proportion: what instructions give."""
CHANGES = (
    r"%|x\b|per ?cent|prozent|por ciento|por cento|procent|min\b|mins\b|minut\w+|hours\b|hrs\b|stunden|horas\b|heures\b"
    r"|uur\b"
)
CHANGE = re.compile(rf"\d\s?(?:{CHANGES})")
_FROM = "|".join(rf"(?<=\b{word} \d)|(?<=\b{word} [£$€]\d)" for word in ("from", "von", "de", "van", "du", "da"))
TO = r"[\d.,]*\S{0,3} ?\w{0,12} ?(?:to|auf|a|à|para|naar|zu) [£$€]?\d"
SPAN = re.compile(rf"\d(?:{_FROM}){TO}")
TELLING = re.compile(
    rf"\d(?:{LONG}|[.)/]\s|\s?(?:{CURRENCIES}|{HOURS}|{UNITS}|{CHANGES})|{MINUTES}|{PARTS}"
    rf"|(?<=[$€£¥qatprf]\d)|(?<=[$€£¥]\s\d)|(?:(?<=[mneua] \d)|(?<=[mneua] [£$€]\d)){TO})"
)
"""A digit of which anything may be told, here or in `marks`, where it may be the number of a label or of a step."""


def near_digits(lower: str, digits: Sequence[str]) -> str:
    """A text in small letters about its `digits`: what they tell need not be looked for anywhere else.

    Empty where they tell nothing, which is so with most. They mostly stand close together, and far from most of a text.
    """
    if not digits:
        return ""
    about = lower[max(0, lower.index(digits[0]) - LEFT) : lower.rindex(digits[-1]) + 1 + RIGHT]
    if not TELLING.search(about):
        return ""
    return "\0".join([about[max(0, near.start() - LEFT) : near.end()] for near in NEAR_DIGITS.finditer(about)])


def figure_marks(figures: str) -> list[str]:
    """What is told by what `near_digits` found, by name."""
    found = []
    if PHONE.search(figures):
        found.append("phone")
    if MONEY.search(figures):
        found.append("money")
    if CLOCK.search(figures):
        found.append("clock")
    if MEASURE.search(figures):
        found.append("measures")
    if CHANGE.search(figures) or SPAN.search(figures):
        found.append("figures")
    return found
