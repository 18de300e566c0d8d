"""What is seen in a post: the cues and marks that are there, and the words themselves for the model."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from arrowtui.lanes.cues import Cue
from arrowtui.lanes.cues.call import CALL
from arrowtui.lanes.cues.chat import CHAT
from arrowtui.lanes.cues.noise import NOISE
from arrowtui.lanes.cues.tip import TIP
from arrowtui.lanes.flags import TRIGGERS
from arrowtui.lanes.marks import hashtags, marks
from arrowtui.lanes.phrases import WORD, Lexicon, lexicon

CUES: tuple[Cue, ...] = (*CALL, *CHAT, *TIP, *NOISE)
HEAD_CHARS = 1600
TAIL_CHARS = 400
ARTICLE_CHARS = 1200
"""From this length on a feed's item is an article: what it is stands in its first lines, what it asks in its last."""
ARTICLE_HEAD, ARTICLE_TAIL = 300, 150
DOUBT = "doubt"
"""The name under which words stand that a red flag may be made of: no cue, only a reason to look."""
STEM_CHARS = 6
WORDS_KEPT = 160


@dataclass(frozen=True, slots=True)
class Seen:
    """What is in a post. `names` are cues and marks without order; `found` the words of each cue (start, end)."""

    text: str
    lower: str
    names: frozenset[str]
    found: dict[str, tuple[int, int]]
    is_doubtful: bool = False


@lru_cache(maxsize=1)
def cue_lexicon() -> Lexicon:
    return lexicon((*((cue.name, cue.phrases) for cue in CUES), (DOUBT, TRIGGERS)))


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
    found: dict[str, tuple[int, int]] = {}
    names = {f"kind_{kind}"}
    for hit in cue_lexicon().find(lower):
        if hit.name in found:
            names.add(f"{hit.name}_again")
        else:
            found[hit.name] = (hit.start, hit.end)
    is_doubtful = found.pop(DOUBT, None) is not None
    names.discard(f"{DOUBT}_again")
    names.update(found)
    names.update(marks(text, author))
    if series and not series.isdisjoint(hashtags(text)):
        names.add("series")
    return Seen(text, lower, frozenset(names), found, is_doubtful)


def word_features(lower: str) -> Iterator[str]:
    """Stems and pairs of stems of a lower-case text, for the model; each once."""
    stems = [word[:STEM_CHARS] for word in WORD.findall(lower)[:WORDS_KEPT]]
    seen = set(stems)
    seen.update([f"{first} {second}" for first, second in pairwise(stems)])
    if stems:
        seen.add(f"^{stems[0]}")
    return iter(seen)
