"""What drafts of answers to calls begin with: a text for each kind of call, ours or the person's own.

Words in braces stand for facts of the call and of the profile. A part in square brackets, and else a whole line, is
left out where a fact it names is not known: a draft claims nothing.
"""

import re
from collections.abc import Mapping

from arrowtui.model.call import CallKind

FACTS = (
    "title",
    "outlet",
    "asker",
    "wanted",
    "deadline",
    "me",
    "profession",
    "experiences",
    "topics",
    "places",
    "languages",
    "name",
    "signature",
)
"""What may stand in braces. `me` is profession, experiences and the first place; `signature` falls back on `name`."""
FACT = re.compile(r"\{(\w+)\}")
PART = re.compile(r"\[([^\[\]\n]*\{\w+\}[^\[\]\n]*)\]")

_REST = """

You are looking for: {wanted}

About me: {me}.

What I can say:



Best wishes,
{signature}
"""
_OPENINGS = {
    CallKind.INTERVIEW: "I saw your request[ for {outlet}].",
    CallKind.CASTING: "I saw your casting call[ for {outlet}].",
    CallKind.STUDY: "I saw that you are looking for people to take part in your study[ for {outlet}].",
    CallKind.SURVEY: "I saw your survey[ for {outlet}].",
    CallKind.POLL: "I saw your poll[ for {outlet}].",
    CallKind.FEEDBACK: "You asked what people think[ for {outlet}].",
}
BUILT_IN: Mapping[CallKind, str] = {kind: f"Hello,\n\n{opening}{_REST}" for kind, opening in _OPENINGS.items()}


def unknown_facts(text: str) -> tuple[str, ...]:
    """The words in braces that stand for nothing."""
    return tuple(dict.fromkeys(name for name in FACT.findall(text) if name not in FACTS))


def filled(text: str, facts: Mapping[str, str]) -> str:
    """The template with its facts, ending in one newline; what is put in is never read as a template itself."""
    lines = list[str]()
    was_left_out = False
    for line in text.split("\n"):
        said = _line(line, facts)
        if said is None:
            was_left_out = True
        elif said or not (was_left_out and lines and not lines[-1]):
            lines.append(said)
            was_left_out = False
    return "\n".join(lines).rstrip("\n") + "\n"


def _line(line: str, facts: Mapping[str, str]) -> str | None:
    """None where the line is to be left out."""
    said, at = list[str](), 0
    for part in PART.finditer(line):
        before = _put(line[at : part.start()], facts)
        if before is None:
            return None
        said += [before, _put(part[1], facts) or ""]
        at = part.end()
    rest = _put(line[at:], facts)
    return None if rest is None else "".join([*said, rest])


def _put(text: str, facts: Mapping[str, str]) -> str | None:
    """None where a fact it names is not known."""
    if any(not facts.get(name) for name in FACT.findall(text)):
        return None
    return FACT.sub(lambda name: facts[name[1]], text)
