"""The statistical half of sorting: a linear model over cues, marks and words, trained by `tools/train_lanes.py`.

It starts from the scores of the visible rules and corrects them. Its classes are the four lanes and the scam, which
reads like a call and is noise. Weights lie in `lanes_model.json` as hundredths; pure arithmetic, the same everywhere.
"""

import json
import struct
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import repeat

from msgspec import Struct

from arrowtui.lanes.features import Seen, words_asked_of
from arrowtui.lanes.rules import Scores, weighed
from arrowtui.lanes.wording import stems_of
from arrowtui.model.lane import Lane

LANES = tuple(Lane)
CLASSES = (*LANES, "scam")
SCAM = len(CLASSES) - 1
WORD_VALUE = 0.5
"""How much a word counts beside a cue or mark, which count 1."""

HUNDREDTHS = 100
HALVES = 200
Row = tuple[float, ...]

FIELD_BITS = 32
_FIELDS = struct.Struct(f"<{len(CLASSES)}I")
_HALF = 1 << (FIELD_BITS - 1)
_RAISED = sum(_HALF << FIELD_BITS * at for at in range(len(CLASSES)))
"""Added to a sum, it makes every field positive: fields can be taken apart as they lie."""


class Model(Struct, frozen=True):
    """`scale` is the share of the rules' scores; `names` and `words` hold the weights of a feature for every class.

    The weights of a feature are one number, as `packed` makes it: a post has a hundred features, and five sums of a
    hundred numbers take five times as long as one.
    """

    scale: float
    bias: Row
    names: Mapping[str, int]
    words: Mapping[str, int]


def packed(weights: Row, value: float = 1.0) -> int:
    """Weights for the classes as one number: two-hundredths, each in a field of its own, to be added side by side."""
    return sum(round(weight * value * HALVES) << FIELD_BITS * at for at, weight in enumerate(weights))


def unpacked(number: int) -> list[float]:
    """What a sum of packed weights holds, one number a class."""
    fields = _FIELDS.unpack((number + _RAISED).to_bytes(_FIELDS.size, "little"))
    return [(field - _HALF) / HALVES for field in fields]


def start(scores: Scores, seen: Seen, has_flag: bool, taught: Lane | None = None) -> Row:
    """What the rules say for each class; a scam asks like a call and has a decisive flag or asks for money."""
    asks, held = scores[Lane.CALL], weighed(scores, seen, taught)
    return (*map(held.__getitem__, LANES), asks - 2.0 + (3.5 if has_flag else 0.0))


def sums(model: Model, seen: Seen, scores: Scores, *, has_flag: bool, taught: Lane | None = None) -> list[float]:
    """The weighted sum of a post for each class, in the order of `CLASSES`."""
    names, words = model.names, model.words
    total = sum(map(words.get, seen.stems, repeat(0))) + sum(map(names.get, seen.names, repeat(0)))
    if has_flag:
        total += names.get("flag", 0)
    scale, begun = model.scale, start(scores, seen, has_flag, taught)
    by_class = zip(begun, model.bias, unpacked(total), strict=True)
    return [scale * score + bias + learnt for score, bias, learnt in by_class]


@lru_cache(maxsize=1)
def sorter() -> Model:
    """The shipped model with the words of the rules among its own, where they weigh nothing.

    So the table of its words holds all that mean anything: what a word is, is looked up once. Every table in which a
    word of a text is found costs more than ten in which it is not, as it is brought in from memory.
    """
    model = shipped()
    return Model(model.scale, model.bias, model.names, {**dict.fromkeys(stems_of(words_asked_of()), 0), **model.words})


@lru_cache(maxsize=1)
def shipped() -> Model:
    """The model that comes with the program."""
    return read_model((files("arrowtui.lanes") / "lanes_model.json").read_bytes())


def read_model(raw: bytes) -> Model:
    """A model from its JSON: {"scale", "bias", "names", "words"}, weights in hundredths."""
    found = json.loads(raw)
    return Model(
        float(found["scale"]),
        tuple(number / HUNDREDTHS for number in found["bias"]),
        {name: packed(row, 1 / HUNDREDTHS) for name, row in found["names"].items()},
        {name: packed(row, WORD_VALUE / HUNDREDTHS) for name, row in found["words"].items()},
    )


def write_model(model: Model) -> bytes:
    """The JSON of a model, one feature a line, sorted: the same model gives the same bytes."""

    def rows(weights: Iterable[tuple[str, int]], value: float = 1.0) -> str:
        lines = (
            f"{json.dumps(name, ensure_ascii=False)}:{_hundredths(unpacked(number), value)}"
            for name, number in sorted(weights)
        )
        return "{\n" + ",\n".join(lines) + "\n}"

    head = f'"scale":{model.scale},"bias":{_hundredths(model.bias)}'
    names, words = rows(model.names.items()), rows(model.words.items(), WORD_VALUE)
    return f'{{{head},\n"names":{names},\n"words":{words}}}\n'.encode()


def _hundredths(row: Iterable[float], value: float = 1.0) -> str:
    return "[" + ",".join(str(round(weight / value * HUNDREDTHS)) for weight in row) + "]"
