"""What is seen in a post: the cues and marks that are there, and the words themselves for the model."""

from collections.abc import Mapping, Set
from functools import lru_cache

from msgspec import Struct

from arrowtui.lanes.cues import Cue
from arrowtui.lanes.cues.call import CALL
from arrowtui.lanes.cues.call_study import STUDY
from arrowtui.lanes.cues.call_terms import TERMS
from arrowtui.lanes.cues.chat import CHAT
from arrowtui.lanes.cues.noise import NOISE
from arrowtui.lanes.cues.noise_life import LIFE
from arrowtui.lanes.cues.tip import TIP
from arrowtui.lanes.flags import DOUBTS, TRIGGERS, doubts
from arrowtui.lanes.marks import MARKING, hashtags, marks
from arrowtui.lanes.phrases import Lexicon, lexicon
from arrowtui.lanes.shapes import SHAPING, shapes
from arrowtui.lanes.wording import Wording, stems_of, taken_apart
from arrowtui.lanes.words import words_of
from arrowtui.model.call import FlagCode

CUES: tuple[Cue, ...] = (*CALL, *STUDY, *TERMS, *CHAT, *TIP, *NOISE, *LIFE)
HEAD_CHARS = 1600
TAIL_CHARS = 400
ARTICLE_CHARS = 450
"""From this length on a feed's item is an article: what it is stands in its first lines, what it asks in its last."""
ARTICLE_HEAD, ARTICLE_TAIL = 240, 120
DOUBTS_AGAIN = DOUBTS | {f"{name}_again" for name in DOUBTS}
WORDS_KEPT = 160


class Seen(Struct, frozen=True):
    """What is in a post: its text, shortened; how its words begin, the very first behind a ^; its cues and marks.

    `doubts` are the red flags it may raise: no cue, only a reason to look.
    """

    text: str
    stems: Set[str]
    names: Set[str]
    doubts: frozenset[FlagCode] = frozenset()


@lru_cache(maxsize=1)
def cue_lexicon() -> Lexicon:
    return lexicon((*((cue.name, cue.phrases) for cue in CUES), *TRIGGERS))


def words_asked_of() -> set[str]:
    """All words of the cues, and those that make a mark or shape: where none of these stands, none is there."""
    phrases = " ".join([*(cue.phrases for cue in CUES), *(phrases for _, phrases in TRIGGERS)])
    return {*words_of(phrases), *MARKING, *SHAPING}


def shortened(text: str, kind: str = "") -> str:
    """Beginning and end of a long text: where posts say what they are."""
    if kind == "feed" and len(text) > ARTICLE_CHARS:
        return f"{text[:ARTICLE_HEAD]}\n{text[-ARTICLE_TAIL:]}"
    if len(text) <= HEAD_CHARS + TAIL_CHARS:
        return text
    return f"{text[:HEAD_CHARS]}\n{text[-TAIL_CHARS:]}"


def see(
    whole: str,
    author: str,
    kind: str,
    series: frozenset[str] = frozenset(),
    vocabulary: Mapping[str, object] | None = None,
) -> Seen:
    """The cues and marks of a post.

    Args:
        whole: title and text.
        series: hashtags of known chats (folded, no #).
        vocabulary: stems of the words looked at; None for all.
    """
    wording = taken_apart(shortened(whole, kind), vocabulary)
    text = wording.text
    once, again = cue_lexicon().find(wording)
    doubted = DOUBTS & once
    names = once
    if again:
        names.update([f"{name}_again" for name in again])
    names.update(marks(wording, author), shapes(wording, kind), (f"kind_{kind}",))
    if doubted:
        names -= DOUBTS_AGAIN
    if series and not series.isdisjoint(hashtags(text)):
        names.add("series")
    is_asked = doubts(doubted, has_figures=bool(wording.digits)) if doubted else frozenset()
    stems = wording.stems if len(wording.words) <= WORDS_KEPT else _first_stems(wording)
    return Seen(text, stems, names, is_asked)


def _first_stems(wording: Wording) -> Set[str]:
    kept = stems_of(wording.words[:WORDS_KEPT])
    return {stem for stem in wording.stems if stem in kept or stem.startswith("^")}
