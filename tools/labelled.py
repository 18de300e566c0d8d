"""Labelled posts for training and measuring: where they are found, and how they become what is seen in a post."""

import html
import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from arrowtui.lanes.classify import ASKS
from arrowtui.lanes.features import Seen, see
from arrowtui.lanes.flags import decisive
from arrowtui.lanes.model import CLASSES
from arrowtui.lanes.post import OTHER_KINDS
from arrowtui.lanes.rules import Scores, by_rules
from arrowtui.lanes.session_tags import session_tags
from arrowtui.model.lane import Lane

HERE = Path(__file__).parent
TRAINING = HERE / "training"
OWN = tuple(TRAINING / f"{name}.jsonl" for name in ("lanes", "calls", "everyday", "trades", "terse"))
MEASURED = ("lanes.jsonl", "calls.jsonl")
HTML_KINDS = frozenset({"rss", "feed", "mastodon"})
BREAKS = re.compile(r"(?i)<br\s*/?>|</(p|li|ol|ul|div|h\d|blockquote|tr)>")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A post with its class: a lane, or `scam`."""

    id: str
    kind: str
    author: str
    whole: str
    label: str


@dataclass(frozen=True, slots=True)
class Example:
    """What a labelled post shows: its cues, marks and words, the rules' scores, whether a decisive flag is up."""

    post: Labelled
    seen: Seen
    scores: Scores
    has_flag: bool
    label: int

    @property
    def id(self) -> str:
        """The id of its post."""
        return self.post.id


def eval_folder() -> Path | None:
    """The folder of the measuring set: `ARROWTUI_EVAL`, else `../shared/eval` beside the checkout; None when absent."""
    folder = Path(os.environ.get("ARROWTUI_EVAL", HERE.parent.parent / "shared" / "eval"))
    return folder if (folder / "lanes.jsonl").is_file() else None


def posts(path: Path) -> list[Labelled]:
    """The labelled posts of a file of JSON lines. A call that is a scam has the class `scam`."""
    return [_post(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _post(row: dict[str, object]) -> Labelled:
    platform = str(row["platform"])
    text = str(row["text"])
    if platform in HTML_KINDS:
        text = html.unescape(re.sub(r"<[^>]*>", "", BREAKS.sub("\n", text)))
    call = row.get("call")
    is_scam = isinstance(call, dict) and bool(call.get("scam"))
    title = f"{row['title']}\n" if row.get("title") else ""
    label = "scam" if is_scam else str(row["lane"])
    return Labelled(str(row["id"]), OTHER_KINDS.get(platform, platform), str(row["author"]), title + text, label)


def examples(found: Sequence[Labelled], *, with_series: bool = True) -> list[Example]:
    """The examples of a file; `with_series` lets a post know which hashtags belong to the chats of its file."""
    series = session_tags(post.whole for post in found) if with_series else frozenset()
    return [_example(post, series) for post in found]


def both_ways(found: Sequence[Labelled]) -> list[Example]:
    """The posts of a file for training: knowing the chats of the file, and the chat's own once more without."""
    chats = [post for post in found if post.label == Lane.CHAT.value]
    return examples(found) + examples(chats, with_series=False)


def own_posts() -> list[list[Labelled]]:
    """The posts written for training, a list a file."""
    return [posts(path) for path in OWN]


def _example(post: Labelled, series: frozenset[str]) -> Example:
    seen = see(post.whole, post.author, post.kind, series)
    scores = by_rules(seen)
    is_asked = bool(seen.doubts) and scores[Lane.CALL] >= ASKS
    has_flag = is_asked and next(decisive(seen.text, seen.doubts), None) is not None
    return Example(post, seen, scores, has_flag, CLASSES.index(post.label))


def lane_of(label: int) -> str:
    """The lane of a class: a scam is noise."""
    return str(CLASSES[label]) if label < len(Lane) else Lane.NOISE.value


def macro_f1(pairs: Iterable[tuple[str, str]]) -> float:
    """The mean over the lanes of F1, for pairs of (right, found); lanes that occur nowhere do not count."""
    rows = list(pairs)
    lanes = [lane.value for lane in Lane if any(lane.value in row for row in rows)]
    return sum(f1(rows, lane) for lane in lanes) / len(lanes) if lanes else 0.0


def f1(rows: Sequence[tuple[str, str]], lane: str) -> float:
    """F1 of one lane, for pairs of (right, found)."""
    both = sum(right == lane == found for right, found in rows)
    either = sum((right == lane) + (found == lane) for right, found in rows)
    return 2 * both / either if either else 0.0


def folds(found: Sequence[Example], count: int) -> Iterator[tuple[list[Example], list[Example]]]:
    """Training and test parts, `count` times; every example is tested once."""
    for fold in range(count):
        yield (
            [one for number, one in enumerate(found) if number % count != fold],
            [one for number, one in enumerate(found) if number % count == fold],
        )
