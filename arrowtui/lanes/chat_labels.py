"""Labels: the codes by which a chat is glued together (Q1, A.1, T3, P2/R2, "Question 4", "Q5" with a keycap, CT)."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum


class Side(Enum):
    """Which side of the table a label stands on, by its letter alone; who wrote it decides in the end."""

    ASK = "ask"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Label:
    """A label found in a text: number None is one that only says "the closing one" or "the bonus one"."""

    side: Side
    letter: str
    number: int | None
    start: int
    end: int


ASKING = "QTPFV"
ANSWERING = "AR"
_WORDS = {
    **dict.fromkeys(("question", "topic", "pregunta", "pergunta", "frage", "vraag", "thema", "tema"), Side.ASK),
    **dict.fromkeys(("answer", "antwort", "respuesta", "resposta", "réponse", "reponse", "antwoord"), Side.ANSWER),
}
_LABEL = re.compile(
    r"(?<![\w@#.$])(?<!\D/)(?:(?P<letter>[QTPFVARqtpfvar])[.\s]?\s?(?:#\s?)?(?P<number>\d{1,2})(?P<"
    r"part>[a-d])?(?!\w|[%°]|[.,]\d)"
    rf"|(?P<word>{'|'.join(_WORDS)})\s*(?:n[°ºo.]*\s*|#\s*)?(?P<wordnumber>\d{{1,2}})\b)",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"(?<![\w@#])(?P<last>CT\b|closing thoughts?\b|bonus(?:\s+(?P<bonus>q|a|question|answer))?\b)", re.IGNORECASE
)
_FREE_SPACE = re.compile(r"\b[a-z]\s\d", re.IGNORECASE)


def spelled(text: str) -> str:
    """The text with keycap numbers and look-alike letters as plain ones, so that one pattern reads all."""
    folded = text.replace("🔟", "10").replace("️", "").replace("⃣", "")
    return unicodedata.normalize("NFKC", folded)


def labels(text: str) -> tuple[Label, ...]:
    """Every label of a text that went through `spelled`, in order. "A 1" with a blank counts only in capitals."""
    found = []
    for match in _LABEL.finditer(text):
        word = match["word"]
        if word:
            side, letter, number = _WORDS[word.lower()], word[0].upper(), int(match["wordnumber"])
        else:
            letter, number = match["letter"].upper(), int(match["number"])
            if _FREE_SPACE.match(match[0]) and (match["letter"].islower() or match.start() > 3):
                continue
            side = Side.ASK if letter in ASKING else Side.ANSWER
        found.append(Label(side, letter, number, match.start(), match.end()))
    return tuple(found)


def closing_label(text: str) -> Label | None:
    """A label without a number at the head of a text: "CT:", "Closing thoughts", "Bonus Q!", "Bonus:"."""
    match = _LAST.match(text.lstrip(" \t\n*_-–•>\"'"))
    if match is None:
        return None
    said = (match["bonus"] or "").lower()
    side = Side.ANSWER if said.startswith("a") else Side.ASK
    return Label(side, "B" if match["last"].lower().startswith("bonus") else "C", None, match.start(), match.end())
