"""Labels: the codes by which a chat is glued together (Q1, A.1, T3, P2/R2, "Question 4 of 6", Q5 with a keycap, CT)."""

import re
import unicodedata
from enum import Enum

from msgspec import Struct


class Side(Enum):
    """Which side of the table a label stands on, by its letter alone; who wrote it decides in the end."""

    ASK = "ask"
    ANSWER = "answer"


class Label(Struct, frozen=True):
    """A label found in a text: number None is one that only says "the closing one" or "the bonus one"."""

    side: Side
    letter: str
    number: int | None
    start: int
    end: int


ASKING = "QTPFV"
ANSWERING = "AR"
_ASKING_WORDS = (
    *("question", "topic", "prompt", "pregunta", "pergunta", "frage", "vraag", "thema", "tema", "thème", "sujet"),
    *("questão", "domanda", "quest"),
)
_ANSWER_WORDS = (
    *("answer", "answ", "ans", "antwort", "antw", "respuesta", "resp", "resposta", "réponse", "reponse", "rép"),
    *("antwoord", "risposta"),
)
_WORDS = {**dict.fromkeys(_ASKING_WORDS, Side.ASK), **dict.fromkeys(_ANSWER_WORDS, Side.ANSWER)}
_OF_SO_MANY = r"(?:\s?(?:of|de|von|sur|van|out of|/)\s?\d{1,2}\b)?"
"""Behind a number: how many there are. "Question 2 of 6", "Q2/6"."""
KEY = "\u20e3"
"""The sign that draws a key around a digit. Behind a letter it is an ornament ("Q1" with a key); alone, the label."""
BY_KEY = "#"
"""The letter of labels that have none."""
_LABEL = re.compile(
    r"(?<![\w@#.$])(?<!\D/)(?:(?P<letter>[QTPFVARqtpfvar])[.\s]?\s?(?:#\s?)?(?P<number>\d{1,2})(?P<part>[a-d])?"
    r"(?!\w|[%°]|[.,]\d|/[a-z]{2})"
    rf"|(?P<word>{'|'.join(_WORDS)})\.?\s*(?:n[°ºo.]*\s*|#\s*)?(?P<wordnumber>\d{{1,2}})[a-d]?\b"
    rf"|(?P<key>\d{{1,2}}){KEY}){_OF_SO_MANY}",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"(?<![\w@#])(?P<last>CT\b|closing thoughts?\b|final thoughts?\b(?=\s?[:.?!–-])"
    r"|bonus[- ]?(?P<bonus>q|a|question|answer|frage|vraag|pregunta|pergunta|antwort|antwoord|respuesta|resposta)?\b"
    r"|(?:question|pregunta|pergunta) (?P<after>bonus|bônus|extra)\b|zusatzfrage\b|extra ?vraag\b)",
    re.IGNORECASE,
)
_ORNAMENT = re.compile(rf"(?<![^\W_])([QTPFVAR][.\s]?\s?\d{{1,2}}){KEY}", re.IGNORECASE)
_ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "first erste primera première eerste primeira",
            "second zweite segunda deuxième seconde tweede",
            "third dritte tercera troisième derde terceira",
            "fourth vierte cuarta quatrième vierde quarta",
            "fifth fünfte quinta cinquième vijfde",
            "sixth sechste sexta sixième zesde",
        ),
        start=1,
    )
    for word in words.split()
}
_BY_WORD = re.compile(
    rf"\W{{0,3}}(?:(?:the|our|die|unsere|la|nuestra|notre|de|onze|a|nossa)\s)?(?P<nth>{'|'.join(_ORDINALS)})\s"
    r"(?:(?:and|und|y|et|en|e)\s(?:last|final|letzte|última|dernière|laatste)\s)?"
    r"(?:question|frage|pregunta|pergunta|vraag)\b(?=[^.!?:]{0,30}:)",
    re.IGNORECASE,
)
"""A question numbered in words at the head of a post: "Third and last question: ..."."""
_CIRCLED = str.maketrans(
    {
        **{chr(0x2460 + n): f"{n + 1}{KEY}" for n in range(10)},
        **{chr(0x2776 + n): f"{n + 1}{KEY}" for n in range(10)},
        "🔟": f"10{KEY}",
        "\ufe0f": "",
    }
)
_FREE_SPACE = re.compile(r"\b[a-z]\s\d", re.IGNORECASE)


def spelled(text: str) -> str:
    """The text with drawn numbers and look-alike letters as plain ones, so that one pattern reads all.

    A number that stands alone in a key or a circle keeps `KEY` behind it: without a letter nothing else tells it.
    """
    if text.isascii():
        return text
    folded = unicodedata.normalize("NFKC", text.translate(_CIRCLED))
    return _ORNAMENT.sub(r"\1", folded) if KEY in folded else folded


def labels(text: str) -> tuple[Label, ...]:
    """Every label of a text that went through `spelled`, in order. "A 1" with a blank counts only in capitals."""
    found = []
    if spoken := _BY_WORD.match(text):
        found.append(
            Label(Side.ASK, "Q", _ORDINALS[spoken["nth"].lower()], spoken.start("nth"), text.index(":", spoken.end()))
        )
    for match in _LABEL.finditer(text):
        word = match["word"]
        if match["key"]:
            side = Side.ASK if "?" in text[match.end() :] else Side.ANSWER
            letter, number = BY_KEY, int(match["key"])
        elif word:
            side, letter, number = _WORDS[word.lower()], word[0].upper(), int(match["wordnumber"])
        else:
            letter, number = match["letter"].upper(), int(match["number"])
            if _FREE_SPACE.match(match[0]) and (match["letter"].islower() or match.start() > 3):
                continue
            side = Side.ASK if letter in ASKING else Side.ANSWER
        found.append(Label(side, letter, number, match.start(), match.end()))
    return tuple(found)


def closing_label(text: str) -> Label | None:
    """A label without a number at the head of a text: "CT:", "Closing thoughts", "Bonus Q!", "Bonusvraag"."""
    match = _LAST.match(text.lstrip(" \t\n*_-–•>\"'¡¿"))
    if match is None:
        return None
    said = (match["bonus"] or "").lower()
    side = Side.ANSWER if said.startswith(("a", "r")) else Side.ASK
    is_last = match["last"].lower().startswith(("ct", "clos", "final"))
    return Label(side, "C" if is_last else "B", None, match.start(), match.end())
