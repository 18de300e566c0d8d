"""Train the lane model and write it into the package, with the figures that say whether it earns its place.

    python -m tools.train_lanes            train, print the figures, write arrowtui/lanes/lanes_model.json
    python -m tools.train_lanes --check    only print the figures

Plain stochastic gradient descent for a multinomial logistic regression, AdaGrad steps, in a fixed order: the same data
give the same file. No library is needed.
"""

import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from arrowtui.lanes.model import CLASSES, WORD_VALUE, Model, Row, packed, start, sums, write_model
from arrowtui.lanes.rules import weighed
from arrowtui.model.lane import Lane
from tools.labelled import (
    MEASURED,
    Example,
    both_ways,
    eval_folder,
    examples,
    folds,
    lane_of,
    macro_f1,
    own_posts,
    posts,
)

TARGET = Path(__file__).parent.parent / "arrowtui" / "lanes" / "lanes_model.json"
EPOCHS = 40
STEP = 0.25
DECAY = 0.01
SCALE = 0.4
SEEN_AT_LEAST = 2
WORTH_KEEPING = 0.03
SEED = 7
TIPS_LEAN = 0.6
"""Added to tips at the end: by cross-validation a tip is taken for noise more often than noise for a tip."""
Weights = dict[str, list[float]]


def train(data: Sequence[Example]) -> Model:
    """A model for these examples; the rules' scores are its starting point."""
    rows = [(_names(one), sorted(set(one.seen.stems)), start(one.scores, one.seen, one.has_flag)) for one in data]
    names, words = _known(row[0] for row in rows), _known(row[1] for row in rows)
    steps = {id(row): [0.5] * len(CLASSES) for row in (*names.values(), *words.values())}
    bias, bias_steps = [0.0] * len(CLASSES), [1.0] * len(CLASSES)
    order = list(range(len(data)))
    shuffler = random.Random(SEED)
    for _ in range(EPOCHS):
        shuffler.shuffle(order)
        for at in order:
            found_names, found_words, begun = rows[at]
            active = [(names[name], 1.0) for name in found_names if name in names]
            active += [(words[word], WORD_VALUE) for word in found_words if word in words]
            wrong = _wrong(active, bias, begun, data[at].label)
            _step(bias, bias_steps, wrong, 0.3, decay=0.0)
            for weights, value in active:
                _step(weights, steps[id(weights)], wrong, value, decay=DECAY)
    bias[list(Lane).index(Lane.TIP)] += TIPS_LEAN
    return Model(SCALE, tuple(bias), _worthy(names), _worthy(words, WORD_VALUE))


def _names(one: Example) -> list[str]:
    return sorted((*one.seen.names, "flag") if one.has_flag else one.seen.names)


def _known(found: Iterable[Iterable[str]]) -> Weights:
    counts = Counter(name for names in found for name in names)
    return {name: [0.0] * len(CLASSES) for name in sorted(counts) if counts[name] >= SEEN_AT_LEAST}


def _wrong(active: Sequence[tuple[list[float], float]], bias: Sequence[float], begun: Row, label: int) -> list[float]:
    """How far the shares of the classes are from the right ones."""
    totals = [SCALE * score + add for score, add in zip(begun, bias, strict=True)]
    for weights, value in active:
        for at, weight in enumerate(weights):
            totals[at] += weight * value
    top = max(totals)
    shares = [math.exp(total - top) for total in totals]
    whole = sum(shares)
    return [share / whole - (at == label) for at, share in enumerate(shares)]


def _step(weights: list[float], steps: list[float], wrong: Sequence[float], value: float, *, decay: float) -> None:
    for at, share in enumerate(wrong):
        slope = share * value + decay * weights[at]
        steps[at] += slope * slope
        weights[at] -= STEP * slope / math.sqrt(steps[at])


def _worthy(weights: Weights, value: float = 1.0) -> dict[str, int]:
    return {
        name: packed(tuple(row), value)
        for name, row in weights.items()
        if max(abs(weight) for weight in row) >= WORTH_KEEPING
    }


def found_by_model(model: Model, data: Sequence[Example]) -> list[tuple[str, str]]:
    """Pairs of (right lane, found lane)."""
    return [
        (lane_of(one.label), lane_of(_best(sums(model, one.seen, one.scores, has_flag=one.has_flag)))) for one in data
    ]


def found_by_rules(data: Sequence[Example]) -> list[tuple[str, str]]:
    """The same by the visible rules alone; what asks like a call and has a decisive flag is noise."""
    pairs = []
    for one in data:
        lane = max(Lane, key=weighed(one.scores, one.seen).__getitem__)
        is_scam = one.has_flag and lane in (Lane.CALL, Lane.NOISE)
        pairs.append((lane_of(one.label), Lane.NOISE.value if is_scam else lane.value))
    return pairs


def _best(totals: Sequence[float]) -> int:
    return max(range(len(totals)), key=totals.__getitem__)


def crossed(data: Sequence[Example], count: int = 5) -> list[tuple[str, str]]:
    """Pairs by cross-validation: every example is judged by a model that has not seen it."""
    mixed = list(data)
    random.Random(SEED).shuffle(mixed)
    return [pair for learnt, tested in folds(mixed, count) for pair in found_by_model(train(learnt), tested)]


def everything() -> list[Example]:
    """All there is to learn from: the posts of our own, and the measuring set where it is at hand."""
    files = own_posts()
    if folder := eval_folder():
        files += [posts(folder / name) for name in MEASURED]
    return [one for found in files for one in both_ways(found)]


def main() -> int:
    own = [one for found in own_posts() for one in examples(found)]
    print(f"posts of our own: {len(own)}")
    print(f"  rules alone            {macro_f1(found_by_rules(own)):.3f}")
    print(f"  rules and model, 5-fold {macro_f1(crossed(own)):.3f}")
    if "--check" not in sys.argv[1:]:
        TARGET.write_bytes(write_model(train(everything())))
        print(f"wrote {TARGET.name}: {TARGET.stat().st_size // 1024} KiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
