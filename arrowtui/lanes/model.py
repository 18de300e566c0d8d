"""The statistical half of sorting: a linear model over cues, marks and words, trained by `tools/train_lanes.py`.

It starts from the scores of the visible rules and corrects them. Its classes are the four lanes and the scam, which
reads like a call and is noise. Weights lie in `lanes_model.json` as hundredths; pure arithmetic, the same everywhere.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from arrowtui.lanes.features import Seen, word_features
from arrowtui.lanes.rules import Scores
from arrowtui.model.lane import Lane

CLASSES = (*Lane, "scam")
SCAM = len(CLASSES) - 1
WORD_VALUE = 0.5
"""How much a word counts beside a cue or mark, which count 1."""

HUNDREDTHS = 100
Row = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """`scale` is the share of the rules' scores; `names` and `words` hold a weight for each class.

    The weights of words are held as they are added: already times `WORD_VALUE`.
    """

    scale: float
    bias: Row
    names: Mapping[str, Row]
    words: Mapping[str, Row]


def start(scores: Scores, has_flag: bool) -> Row:
    """What the rules say for each class; a scam asks like a call and has a decisive flag or asks for money."""
    asks = scores[Lane.CALL]
    return (*(scores[lane] for lane in Lane), asks - 2.0 + (3.5 if has_flag else 0.0))


def sums(model: Model, seen: Seen, scores: Scores, *, has_flag: bool) -> list[float]:
    """The weighted sum of a post for each class, in the order of `CLASSES`."""
    begun = start(scores, has_flag)
    tip, chat, call, noise, scam = (model.scale * score + bias for score, bias in zip(begun, model.bias, strict=True))
    found = [row for name in seen.names if (row := model.names.get(name))]
    found += [row for word in word_features(seen.lower) if (row := model.words.get(word))]
    if has_flag and (row := model.names.get("flag")):
        found.append(row)
    for row in found:  # written out: this is the innermost loop of a first poll of fifty thousand items
        tip += row[0]
        chat += row[1]
        call += row[2]
        noise += row[3]
        scam += row[4]
    return [tip, chat, call, noise, scam]


@lru_cache(maxsize=1)
def shipped() -> Model:
    """The model that comes with the program."""
    return read_model((files("arrowtui.lanes") / "lanes_model.json").read_bytes())


def read_model(raw: bytes) -> Model:
    """A model from its JSON: {"scale", "bias", "names", "words"}, weights in hundredths."""
    found = json.loads(raw)
    return Model(
        float(found["scale"]),
        _row(found["bias"]),
        {name: _row(row) for name, row in found["names"].items()},
        {name: _row(row, WORD_VALUE) for name, row in found["words"].items()},
    )


def _row(hundredths: Iterable[int], value: float = 1.0) -> Row:
    return tuple(number * value / HUNDREDTHS for number in hundredths)


def write_model(model: Model) -> bytes:
    """The JSON of a model, one feature a line, sorted: the same model gives the same bytes."""

    def rows(weights: Mapping[str, Row], value: float = 1.0) -> str:
        lines = (
            f"{json.dumps(name, ensure_ascii=False)}:{_hundredths(weights[name], value)}" for name in sorted(weights)
        )
        return "{\n" + ",\n".join(lines) + "\n}"

    parts = (f'"scale":{model.scale}', f'"bias":{_hundredths(model.bias)}')
    return f'{{{",".join(parts)},\n"names":{rows(model.names)},\n"words":{rows(model.words, WORD_VALUE)}}}\n'.encode()


def _hundredths(row: Row, value: float = 1.0) -> str:
    return "[" + ",".join(str(round(weight / value * HUNDREDTHS)) for weight in row) + "]"
