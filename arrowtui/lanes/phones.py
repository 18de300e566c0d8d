"""Telephone numbers as people write them, to + and digits: the country told by its habits and by the post."""

import re
from collections.abc import Iterator
from datetime import timedelta

from arrowtui.lanes.post import Post

NUMBER = re.compile(r"(?<![\w/.@$€£#:=?&-])(?:\+\s?|00(?=[1-9]))?\(?\d[\d ().\u00a0/-]{6,18}\d(?![\w%€$£]|[:.]\d)")
ASKED = re.compile(
    r"call|te?xt|ring|phone|tel\b|tel[.:]|tél|telef|whats|signal|sms|dial|desk|voicemail|voice|mobile|line"
    r"|number|reach|anruf|ruf|nummer|llam|móvil|teléf|appel|portable|vocal|ligu|bel\b|app\b|zap|telegram"
    r"|contact|e-?mail|or\b|oder|ou\b|of\b|[/|]\s*$|\bat\b|áudio|audio|message|mensa|nachricht|bericht|desk"
    r"|studio|ligue|unter\b|aan\b",
    re.IGNORECASE,
)
NAMED_BEFORE = re.compile(r"(?:[.!?:]|^)\s?[A-ZÀ-Ý][\w-]+(?:\s[A-ZÀ-Ý][\w-]+)?,$")
"""A number right behind a name: "Inés, 612 000 345"."""
DATE_LIKE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|20\d\d ?- ?20\d\d"
    r"|\d{1,2}[.:]\d\d ?- ?\d{1,2}[.:]\d\d"
)
WORDS_OF = (
    ("de", re.compile(r"\b(?:und|für|ich|wir|nicht|oder|der|die)\b", re.IGNORECASE)),
    ("fr", re.compile(r"\b(?:vous|nous|pour|des|une|avec|les)\b", re.IGNORECASE)),
    ("es", re.compile(r"\b(?:que|para|una|los|las|con|hasta|por)\b", re.IGNORECASE)),
    ("pt", re.compile(r"\b(?:não|para|uma|você|vocês|até|com|dos|está)\b", re.IGNORECASE)),
    ("nl", re.compile(r"\b(?:het|een|voor|van|niet|naar|wij|jullie|ons)\b", re.IGNORECASE)),
    ("en", re.compile(r"\b(?:the|and|you|for|with|who|are|have|we)\b", re.IGNORECASE)),
)


def language_of(text: str) -> str:
    """The likeliest of six languages by its small words; `en` when nothing tells."""
    counts = [(len(words.findall(text)), name) for name, words in WORDS_OF]
    best = max(counts, key=lambda row: row[0])
    return best[1] if best[0] else "en"


def phones(text: str, post: Post) -> Iterator[str]:
    """The numbers a text offers for answering, each as + and digits, once, in order."""
    seen: set[str] = set()
    for hit in NUMBER.finditer(text):
        words = hit.group()
        before = text[max(0, hit.start() - 30) : hit.start()]
        asked = words.startswith("+") or ASKED.search(before) or _stands_alone(text, hit)
        if DATE_LIKE.search(words) or not asked:
            continue
        number = _international(words, text, post)
        if number and number not in seen:
            seen.add(number)
            yield number


def _stands_alone(text: str, hit: re.Match[str]) -> bool:
    """A number that is a sentence by itself: "Colm here. 01632 960341"."""
    before, after = text[: hit.start()].rstrip(), text[hit.end() :].lstrip()
    if NAMED_BEFORE.search(before):
        return True
    return before[-1:] in {".", "!", "?", ":", "👉", "📞", "☎"} and (not after or after[0] in ".#!;")


def _international(words: str, text: str, post: Post) -> str | None:
    digits = re.sub(r"\D", "", words)
    if words.lstrip("( ").startswith("+") or digits.startswith("00"):
        digits = digits.removeprefix("00") if not words.lstrip("( ").startswith("+") else digits
        digits = re.sub(r"^(44|49|33|31|61|353|351)0(?=\d{8,})", r"\1", digits) if "(0)" in words else digits
        return f"+{digits}" if 8 <= len(digits) <= 15 else None
    language = language_of(text)
    offset = (post.posted_at.utcoffset() if post.posted_at else None) or timedelta()
    if re.fullmatch(r"1?\(?[2-9]\d\d\)?[ .-]?\d{3}[ .-]\d{4}", re.sub(r"^1[ -]", "", words.strip())) and len(
        digits
    ) in (10, 11):
        return f"+1{digits[-10:]}"
    if digits.startswith("0") and 9 <= len(digits) <= 12:
        return f"+{_country(digits, language, offset)}{digits[1:]}"
    if len(digits) == 9 and language == "es":
        return f"+34{digits}"
    if len(digits) == 9 and language == "pt":
        return f"+351{digits}"
    if len(digits) in (10, 11) and language == "pt" and offset < timedelta():
        return f"+55{digits}"
    if len(digits) == 10 and offset == timedelta(hours=5, minutes=30):
        return f"+91{digits}"
    return f"+1{digits}" if len(digits) == 10 and digits[0] in "23456789" else None


def _country(digits: str, language: str, offset: timedelta) -> str:
    """The calling code of a number written with a leading 0, by the language and the offset of the post."""
    by_language = {"de": "49", "fr": "33", "nl": "31"}
    if language in by_language:
        return by_language[language]
    if offset >= timedelta(hours=12):
        return "64"
    if offset >= timedelta(hours=8):
        return "61"
    if digits.startswith(("08",)) and len(digits) == 10:
        return "353"
    if offset == timedelta(hours=2) and len(digits) == 10 and not digits.startswith(("020", "07", "016", "012", "011")):
        return "27"
    return "44"
