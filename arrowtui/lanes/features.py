"""What is seen in a post: the cues and marks that are there, and the words themselves for the model."""

from collections.abc import Sequence, Set
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
from arrowtui.lanes.marks import FIGURE, hashtags, marks
from arrowtui.lanes.phrases import Lexicon, lexicon, stems_of, words_of
from arrowtui.lanes.shapes import shapes
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
    stems: Sequence[str]
    names: Set[str]
    doubts: frozenset[FlagCode] = frozenset()


@lru_cache(maxsize=1)
def cue_lexicon() -> Lexicon:
    return lexicon((*((cue.name, cue.phrases) for cue in CUES), *TRIGGERS))


def shortened(text: str, kind: str = "") -> str:
    """Beginning and end of a long text: where posts say what they are."""
    if kind == "feed" and len(text) > ARTICLE_CHARS:
        return f"{text[:ARTICLE_HEAD]}\n{text[-ARTICLE_TAIL:]}"
    if len(text) <= HEAD_CHARS + TAIL_CHARS:
        return text
    return f"{text[:HEAD_CHARS]}\n{text[-TAIL_CHARS:]}"


def see(whole: str, author: str, kind: str, series: frozenset[str] = frozenset()) -> Seen:
    """The cues and marks of a post: `whole` is title and text, `series` hashtags of known chats (folded, no #)."""
    text = shortened(whole, kind)
    lower = text.lower().replace("’", "'")
    words = words_of(lower)
    stems = stems_of(words)
    once, again = cue_lexicon().find(lower, words, stems)
    doubted = DOUBTS & once
    names = once
    if again:
        names.update([f"{name}_again" for name in again])
    names.update(marks(text, lower, words, author), shapes(text, words, kind), (f"kind_{kind}",))
    if doubted:
        names -= DOUBTS_AGAIN
    if series and not series.isdisjoint(hashtags(text)):
        names.add("series")
    is_asked = doubts(doubted, has_figures=FIGURE.search(text) is not None) if doubted else frozenset()
    first = [f"^{stem}" for stem in stems[:1]]
    return Seen(text, stems[:WORDS_KEPT] + first, names, is_asked)
