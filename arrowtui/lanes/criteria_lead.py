"""One way to lead in a description of people."""

import re

from msgspec import Struct

START = (
    r"(?:^(?:#\w+\s+)*|\b(?:hi|hello|dear|hey)[\w ]{0,20},\s+|[.!?…:]\s+|\n"
    r"|[\U0001F1E6-\U0001F1FF\U0001F300-\U0001FAFF]\uFE0F?\s|\)\s|//\s"
    r"|(?<=\w)\s#\w+\s|\]\s)"
)


class Lead(Struct, frozen=True):
    """One way to lead in. `trust` is what a span so found starts with; `end` where it ends, if not as usual.

    `needs_people`: words for people speak for it and their absence against; `must_name`: without them it is none.
    """

    trust: float
    read: re.Pattern[str]
    needs_people: bool = True
    must_name: bool = False
    is_question: bool = False
    end: re.Pattern[str] | None = None

    @property
    def is_address(self) -> bool:
        """Whether it is a group addressed by its name at the head of a sentence."""
        return self.read.pattern.startswith(START)


def lead(
    trust: float, words: str, *, needs_people: bool = True, must_name: bool = False, is_question: bool = False
) -> Lead:
    return Lead(trust, re.compile(words, re.IGNORECASE), needs_people, must_name, is_question)


def ended(
    trust: float, words: str, end: re.Pattern[str], *, needs_people: bool = True, must_name: bool = False
) -> Lead:
    return Lead(trust, re.compile(words, re.IGNORECASE), needs_people, must_name, end=end)
