"""Finding the [[links]] in a note's Markdown; those in code are none."""

import re
from collections.abc import Iterator

from msgspec import Struct

from arrowtui.model.item import ItemId
from arrowtui.model.link import LinkTarget
from arrowtui.model.note import NoteId

LINK = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]*))?\]\]")
CODE = re.compile(
    r"^(?P<fence>```+|~~~+)[\s\S]*?(?:^(?P=fence)|\Z)|(?P<tick>`+)[^`\n](?:.*?[^`\n])?(?P=tick)", re.MULTILINE
)
NUMBERED = re.compile(r"n([0-9]{1,18})|i([0-9a-z]{1,13})")
GREATEST = 2**63 - 1


class WrittenLink(Struct, frozen=True):
    """A link as it stands in a text, from `start` to `end`; `words` are what is shown."""

    target: LinkTarget
    words: str
    start: int
    end: int


def links_in(text: str) -> Iterator[WrittenLink]:
    """All links of a text, in order."""
    if "[[" not in text:
        return
    plain = CODE.sub(lambda code: " " * len(code[0]), text)
    for found in LINK.finditer(plain):
        target = target_of(found[1])
        if target is not None:
            words = (found[2] or "").strip() or found[1].strip()
            yield WrittenLink(target, words, found.start(), found.end())


def target_of(words: str) -> LinkTarget | None:
    """What the part before `|` leads to; None when it is blank."""
    words = " ".join(words.split())
    if not words:
        return None
    numbered = NUMBERED.fullmatch(words)
    if numbered and numbered[1]:
        return LinkTarget(note=NoteId(int(numbered[1])))
    if numbered and int(numbered[2], 36) <= GREATEST and len(words) > 8:  # shorter ones are words such as "it"
        return LinkTarget(item=ItemId(int(numbered[2], 36)))
    return LinkTarget(wanted=words)
