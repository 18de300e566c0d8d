"""What a note's text says to those who keep a log: hours, goals, and the parts that forms ask for."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum

from arrowtui.model.log import LogLayer
from arrowtui.notes.links import links_in
from arrowtui.notes.meaning import FENCE, HEADING

HOURS = re.compile(
    r"^[\s>*_#-]*(?P<key>(?:cpd |learning )?hours?|time spent|duration)[*_\s]*[:=][*_\s]*(?P<value>[^\n]{1,40})$",
    re.IGNORECASE | re.MULTILINE,
)
GOAL = re.compile(r"^[\s>*_#-]*goals?[*_\s]*:[*_\s]*(?P<goal>\S[^\n]{0,200})$", re.IGNORECASE | re.MULTILINE)
GOAL_TAG = re.compile(r"goal[:/-](.+)")
CLOCK = re.compile(r"(\d{1,3}):(\d\d)")
NUMBER = r"(\d{1,3}(?:[.,]\d{1,2})?)"
IN_HOURS = re.compile(rf"{NUMBER}\s*h(?:ours?|rs?)?(?:\s*(?:and\s*)?(\d{{1,2}})\s*(?:m(?:in(?:utes?)?)?)?)?")
IN_MINUTES = re.compile(rf"{NUMBER}\s*m(?:in(?:utes?)?)?")
BARE = re.compile(NUMBER)
MOST = 400.0
"""Hours beyond this are a slip of the pen."""


class Part(Enum):
    """What forms ask for, and how prompts of ours and of usual forms begin that ask for it."""

    WHAT = (
        "what happened", "what was the activity", "what did i do", "what caught me", "before", "description", "nature",
        "what?", "what",
    )  # fmt: skip
    LEARNED = (
        "so what", "what did i learn", "what i learned", "what did i notice", "what sense", "what does it tell",
        "what did i think", "what was good", "during", "after", "evaluation", "analysis", "learning", "feelings",
    )  # fmt: skip
    CHANGE = ("how will it change", "how did", "what i changed", "what else could", "impact", "change", "conclusion")
    NEXT = ("now what", "action plan", "what will i", "what next", "next time", "next", "try", "actions")
    EVIDENCE = ("what shows it", "evidence")


ORDER = (Part.NEXT, Part.LEARNED, Part.CHANGE, Part.EVIDENCE, Part.WHAT)
"""The shortest cues come last."""
EVERY_CUE = frozenset(cue for part in Part for cue in part.value)


def hours_in(texts: Iterable[str]) -> float | None:
    """The sum of all lines such as `Hours: 1.5` or `Time spent: 45 min`; None where there is none."""
    found = [hours for text in texts for match in HOURS.finditer(text) if (hours := _hours(match)) is not None]
    return round(sum(found), 2) if found else None


def _hours(match: re.Match[str]) -> float | None:
    said = match["value"].strip(" *_.").lower()
    if clock := CLOCK.fullmatch(said):
        hours = int(clock[1]) + int(clock[2]) / 60
    elif whole := IN_HOURS.fullmatch(said):
        hours = _number(whole[1]) + int(whole[2] or 0) / 60
    elif minutes := IN_MINUTES.fullmatch(said):
        hours = _number(minutes[1]) / 60
    elif (bare := BARE.fullmatch(said)) and "hour" in match["key"].lower():
        hours = _number(bare[1])
    else:
        return None
    return hours if 0 < hours <= MOST else None


def _number(said: str) -> float:
    return float(said.replace(",", "."))


def goals_in(texts: Iterable[str], tags: Iterable[str]) -> tuple[str, ...]:
    """Lines such as `Goal: feedback pupils can use`, and tags that begin with `goal:`."""
    lines = [match["goal"].strip(" *_") for text in texts for match in GOAL.finditer(text)]
    tagged = [match[1].strip() for tag in tags if (match := GOAL_TAG.fullmatch(tag))]
    return tuple(dict.fromkeys(filter(None, (*lines, *tagged))))


def without_told(text: str, *, goals: bool = True) -> str:
    """The text without its lines for hours, and with `goals` those for goals: a form that has cells of its own for
    them says nothing twice. A line that gives no hours one can count stays."""
    kept = HOURS.sub(lambda match: match[0] if _hours(match) is None else "", text)
    kept = GOAL.sub("", kept) if goals else kept
    return text if kept == text else re.sub(r"\n{3,}", "\n\n", kept).strip()


def parts_of(layers: Sequence[LogLayer], *, goals: bool = True) -> Mapping[Part, str]:
    """The text of all layers by what forms ask for; what stands under no known prompt was learned. What a later layer
    says is dated. Lines for hours, and with `goals` for goals, are left out: see `without_told`."""
    found: dict[Part, list[str]] = {}
    for number, layer in enumerate(layers):
        for part, text in _sections(without_told(layer.text, goals=goals)):
            dated = f"({layer.begun_at:%Y-%m-%d}) {text}" if number else text
            found.setdefault(part, []).append(dated)
    return {part: "\n\n".join(texts) for part, texts in found.items()}


def _sections(text: str) -> Iterator[tuple[Part, str]]:
    part, lines, is_code = Part.LEARNED, list[str](), False
    for line in text.split("\n"):
        is_code = is_code is not bool(FENCE.match(line))
        heading = None if is_code else HEADING.match(line)
        asked = _asked(heading["words"]) if heading else None
        if asked is None:
            lines.append(line)
            continue
        if told := "\n".join(lines).strip():
            yield part, told
        part, lines = asked, []
    if told := "\n".join(lines).strip():
        yield part, told


def _asked(heading: str) -> Part | None:
    """The part a prompt asks for; a heading that asks nothing belongs to the text."""
    words = heading.strip(" *_").casefold()
    if not words.endswith(("?", ":")) and ":" not in words and words not in EVERY_CUE:
        return None
    return next((part for part in ORDER if words.startswith(part.value)), None)


def without_links(text: str) -> str:
    """Markdown whose [[links]] are only their words: outside arrowtui they lead nowhere."""
    parts, done = list[str](), 0
    for link in links_in(text):
        parts += [text[done : link.start], link.words]
        done = link.end
    return "".join([*parts, text[done:]])
