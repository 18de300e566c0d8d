"""The cleaner's thorough half, for texts that hold anything suspicious; `clean` decides which do.

Kept apart because its character classes take 30 ms to build, which a start must not pay.
"""

import re
import unicodedata
from functools import cache

from arrowtui.ingest.characters import BREAKS, DROPPED, JOINERS, MARKS, SKIN, VARIANTS, class_of

MARKS_PER_BASE = 6
"""Burmese needs six; what is piled up for show comes by the dozen."""
JOINS_PER_EMOJI = 4
"""A kiss in two skin tones, the longest emoji there is, has three."""

_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]|\x1b[PX\]^_][^\x07\x1b\x9c]{0,4096}(?:\x07|\x1b\\|\x9c)"
)
_BREAK = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_DROP = re.compile(class_of(DROPPED) + "+")
_GOES = re.compile(class_of(DROPPED, BREAKS))
"""The characters of both: one look instead of two."""
_NOTABLE = re.compile(class_of(DROPPED, BREAKS, MARKS, JOINERS, VARIANTS, SKIN))
"""Whatever goes or is drawn onto another."""
_ODD = re.compile("[\u200c\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
_OLD_SCRIPT = re.compile("[\U00010000-\U0001efff]")
_SKIN = re.compile("[\U0001f3fb-\U0001f3ff]")
_EMOJI = re.compile("[\u203c-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]")
_TAKES_VARIANT = re.compile(f"[0-9#*©®]|{_EMOJI.pattern}")
# Scripts that spell with the narrow joiner: Arabic, Syriac, the scripts of India, Burmese, Khmer, Mongolian.
_NEEDS_JOINER = re.compile("[\u0600-\u07ff\u0860-\u109f\u1780-\u18af\ufb50-\ufdcf\ufe70-\ufefc]")
_JOINED = f"{_EMOJI.pattern}(?:{_SKIN.pattern}|[^\\s\u200d\u203c-\u2bff\U0001f000-\U0001faff]){{0,8}}"
_CHAIN = re.compile(f"((?:{_JOINED}\u200d){{{JOINS_PER_EMOJI}}}{_JOINED})\u200d")


def is_harmless(beyond: str) -> bool:
    """Whether a text, of which these are the characters beyond plain ASCII, is as `scrubbed` would have it: with emoji
    that have nothing joined or drawn onto them, most are. A look at the few costs less than five at all the others."""
    return _NOTABLE.search(beyond) is None and unicodedata.is_normalized("NFC", beyond)


def scrubbed(text: str) -> str:
    """The text with everything hostile gone, in composed form (NFC)."""
    if _GOES.search(text):
        text = _DROP.sub("", _BREAK.sub("\n", _SEQUENCE.sub("", text)))
    text = _all_settled(text)
    if not unicodedata.is_normalized("NFC", text):  # only now: sorting a million accents on one base takes hours
        text = _all_settled(unicodedata.normalize("NFC", text))
    return _CHAIN.sub(r"\1", text) if "\u200d" in text else text


def _all_settled(text: str) -> str:
    unsettled, run = _piles(with_old_scripts=_OLD_SCRIPT.search(text) is not None)
    return run.sub(_settled, text) if unsettled.search(text) else text


@cache
def _piles(*, with_old_scripts: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds a pile of marks that needs a look, and what finds every pile.

    The marks beyond U+FFFF (of Brahmi, Chakma, musical notes) are 150 ranges, which would be asked for every vowel sign
    of a Hindi text: they are left out where there are none.
    """
    marks = MARKS if with_old_scripts else " ".join(part for part in MARKS.split() if len(part.partition("-")[0]) < 5)
    on_base = class_of(marks, JOINERS, VARIANTS, SKIN)
    odd_place = f"(?<!\\S.)|(?<={_ODD.pattern})|{on_base}{{{MARKS_PER_BASE}}}"
    return re.compile(f"{on_base}(?:{odd_place})", re.DOTALL), re.compile(on_base + "+")


def _settled(run: re.Match[str]) -> str:
    """What may stay of the characters drawn onto one base: a variant, a skin tone, a few marks, one useful joiner."""
    marks, whole, start = run[0], run.string, run.start()
    base = whole[start - 1] if start else " "
    if base.isspace():
        return ""
    if _ODD.search(marks) is None:
        return marks[:MARKS_PER_BASE]
    variant = marks[0] if marks[0] in "\ufe0e\ufe0f" and _TAKES_VARIANT.match(base) else ""
    skin = _SKIN.search(marks) if _EMOJI.match(base) else None
    joiner = marks[-1] if _joins(base, marks[-1], whole[run.end() : run.end() + 1]) else ""
    return variant + (skin[0] if skin else "") + _ODD.sub("", marks)[:MARKS_PER_BASE] + joiner


def _joins(base: str, joiner: str, after: str) -> bool:
    """Whether a joiner has work to do.

    The wide joiner stays between emoji only: Textual measures the character behind it as nothing, so between letters
    it would push the rest of the line out of its cells. The narrow one stays where a script spells with it.
    """
    if joiner not in "\u200c\u200d":
        return False
    kind = _EMOJI if joiner == "\u200d" else _NEEDS_JOINER
    return bool(kind.match(base) and kind.match(after))
