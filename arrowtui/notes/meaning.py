"""What a note says she means to do: its task boxes, and what stands under "Now what?"."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

TASK = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])\s+\[(?P<mark>[ xX])\]\s+(?P<words>\S.*)$")
HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(?P<words>.*?)\s*#*\s*$")
LABEL = re.compile(r"^\s*(?:[-*+]\s+)?(?:\*\*|__)(?P<label>[^*_\n]{2,80}?)(?:\*\*|__):?\s*(?P<rest>.*)$")
PLAIN_LABEL = re.compile(r"^\s*(?P<label>[^:\n]{2,80}?):\s+(?P<rest>\S.*)$")
BULLET = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])\s+")
FACT = re.compile(r"^[\s>*_#-]*(?:(?:cpd |learning )?hours?|time spent|duration|goals?)[*_\s]*[:=]", re.IGNORECASE)
"""What the log reads as hours and goals says nothing of what she will do: "1.5" is no day in May."""
FENCE = re.compile(r"^\s*(?:```|~~~)")
NOW_WHATS = ("now what", "action plan", "actions", "next time", "try", "what i will do", "what will i do", "next step")
LONGEST = 400
MOST = 50
"""Lines of one section that are read: below its prompt somebody may also paste an article, which is no plan of hers."""


class Meant(Struct, frozen=True):
    """A line that may be an intention. `is_task`: it has a box, so it is one even without a day."""

    words: str
    is_task: bool
    is_done: bool = False


def meant(text: str, cues: Iterable[str] = NOW_WHATS) -> Iterator[Meant]:
    """Every line with a task box, and every line of a section whose prompt is one of `cues` (compared from the start,
    whatever their case), up to `MOST` of them. Quotes and code are somebody else's words."""
    known = tuple(cue.casefold() for cue in cues)
    is_now_what = is_code = False
    left = MOST
    for line in text.splitlines():
        if FENCE.match(line):
            is_code = not is_code
        is_said_here = line.strip() and not line.lstrip().startswith((">", "```", "~~~"))
        if is_code or not is_said_here or FACT.match(line):
            continue
        if task := TASK.match(line):
            yield Meant(_words(task["words"]), is_task=True, is_done=task["mark"] != " ")
        elif heading := HEADING.match(line):
            is_now_what, left = _is_cue(heading["words"], known), MOST
        elif label := LABEL.match(line) or PLAIN_LABEL.match(line):
            is_cue = _is_cue(label["label"], known)
            if label.re is LABEL:
                is_now_what, left = is_cue, MOST
            if is_cue and label["rest"].strip():
                yield Meant(_words(label["rest"]), is_task=False)
            elif is_now_what and left and not is_cue:
                left -= 1
                yield Meant(_words(line), is_task=False)
        elif is_now_what and left:
            left -= 1
            yield Meant(_words(line), is_task=False)


def _is_cue(words: str, cues: tuple[str, ...]) -> bool:
    return words.strip(" *_#:").casefold().startswith(cues)


def _words(line: str) -> str:
    return " ".join(BULLET.sub("", line).split())[:LONGEST]
