"""How well posts are understood, in figures: `make eval`, or `python -m tools.measure [--errors]`.

Lanes and calls of the measuring set are judged by models that have not seen the post: five times, a model is trained
on four fifths of it and the posts of our own, and judges the last fifth. Chats are rebuilt by rules alone. The scorer
is the one that comes with the set. `ARROWTUI_EVAL` names its folder. The posts of `tools/unseen` are never trained on.
"""

import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from arrowtui.cli.chat_file import read_chat
from arrowtui.cli.output import JsonValue
from arrowtui.cli.posts import Row, call_record, row_of
from arrowtui.lanes.calls import call_in
from arrowtui.lanes.classify import classify
from arrowtui.lanes.context import LaneContext
from arrowtui.lanes.model import Model, shipped
from arrowtui.lanes.phones import language_of
from arrowtui.lanes.post import OTHER_KINDS
from arrowtui.lanes.session_tags import session_tags
from arrowtui.model.lane import Lane
from tools.labelled import MEASURED, TRAINING, Example, both_ways, eval_folder, examples, macro_f1, own_posts, posts
from tools.train_lanes import SEED, found_by_model, found_by_rules, train

FOLDS = 5
UNSEEN = Path(__file__).parent / "unseen"
Pairs = list[tuple[str, str]]


def main() -> int:
    folder = eval_folder()
    own = [one for found in own_posts() for one in examples(found)]
    if folder is None:
        print("the measuring set is not there: set ARROWTUI_EVAL to its folder")
    else:
        _measured(folder, own)
        _unseen(folder)
    _own(own)
    return 0


def _measured(folder: Path, own: Sequence[Example]) -> None:
    found = [one for name in MEASURED for one in examples(posts(folder / name))]
    own_twice = [one for posts_of in own_posts() for one in both_ways(posts_of)]
    print(f"lanes of the measuring set ({len(found)} posts), macro-F1")
    print(f"  rules alone                       {macro_f1(found_by_rules(found)):.3f}")
    print(f"  rules and a model of own posts    {macro_f1(found_by_model(train(own_twice), found)):.3f}")
    models = _models(folder, own_twice)
    lines = [line for name in MEASURED for line in _predicted(folder / name, models)]
    lines += [json.dumps(row) for path in sorted((folder / "chats").glob("*.json")) for row in chat_rows(path)]
    _score(folder, lines)
    _confusion(folder, lines)
    _speed(folder)


def _unseen(folder: Path) -> None:
    """Posts written before anyone looked and kept out of training, judged by the model that is shipped."""
    print("\nposts kept unseen (tools/unseen), by the shipped model")
    ids = [post.id for name in MEASURED for post in posts(UNSEEN / name)]
    lines = [line for name in MEASURED for line in _predicted(UNSEEN / name, dict.fromkeys(ids, shipped()))]
    lines += [json.dumps(row) for path in sorted((UNSEEN / "chats").glob("*.json")) for row in chat_rows(path)]
    with tempfile.TemporaryDirectory() as place:
        shutil.copytree(UNSEEN, place, dirs_exist_ok=True)
        shutil.copy(folder / "score.py", place)
        _score(Path(place), lines)


def _models(folder: Path, own: Sequence[Example]) -> dict[str, Model]:
    """For each post of the measuring set, a model that was trained without it."""
    files = [posts(folder / name) for name in MEASURED]
    ids = [post.id for found in files for post in found]
    random.Random(SEED).shuffle(ids)
    learnt = [one for found in files for one in both_ways(found)]
    models: dict[str, Model] = {}
    for fold in range(FOLDS):
        tested = set(ids[fold::FOLDS])
        models |= dict.fromkeys(tested, train([*own, *(one for one in learnt if one.id not in tested)]))
    return models


def _rows(path: Path) -> list[Row]:
    return [row_of(line, number) for number, line in enumerate(path.read_bytes().splitlines(), 1)]


def _predicted(path: Path, models: dict[str, Model]) -> Iterable[str]:
    rows = _rows(path)
    series = session_tags(row.item.text for row in rows)
    for row in rows:
        kind = OTHER_KINDS.get(row.platform, row.platform)
        verdict = classify(row.item, LaneContext(kind, series=series, model=models[row.id]))
        call = call_in(row.item, verdict, kind)
        made: dict[str, JsonValue] = {"id": row.id, "lane": verdict.lane.value}
        yield json.dumps(made | {"call": call_record(call) if call else None})


def chat_rows(path: Path) -> Iterable[dict[str, JsonValue]]:
    """What each post of a session file is said to be."""
    for filed in read_chat(path.read_bytes()).session.posts:
        yield {"id": filed.post.id, "role": filed.role.value, "q": filed.question}


def _score(folder: Path, lines: Sequence[str]) -> None:
    more = ["--errors", "200"] if "--errors" in sys.argv[1:] else []
    with tempfile.TemporaryDirectory() as place:
        made = Path(place) / "predictions.jsonl"
        made.write_text("\n".join(lines) + "\n", encoding="utf-8")
        subprocess.run([sys.executable, str(folder / "score.py"), *more, str(made)], check=True)


def _confusion(folder: Path, lines: Sequence[str]) -> None:
    """Right lanes down, found lanes across; posts of both files."""
    right = {
        post.id: Lane.NOISE.value if post.label == "scam" else post.label
        for name in MEASURED
        for post in posts(folder / name)
    }
    counts = Counter((right[row["id"]], row["lane"]) for row in map(json.loads, lines) if row["id"] in right)
    names = [lane.value for lane in Lane]
    print("confusion (right down, found across)   " + "".join(f"{name:>7}" for name in names))
    for name in names:
        print(f"  {name:37}" + "".join(f"{counts[name, found]:7}" for found in names))


def _speed(folder: Path) -> None:
    """Posts sorted in a second on one core, lanes and reasons."""
    rows = [
        (row.item, LaneContext(OTHER_KINDS.get(row.platform, row.platform)))
        for name in MEASURED
        for row in _rows(folder / name)
    ]
    for item, context in rows:
        classify(item, context)
    took = min(_timed(lambda: [classify(item, context) for item, context in rows]) for _ in range(5))
    print(f"speed: {len(rows) / took:,.0f} posts a second on one core")


def _timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _own(own: Sequence[Example]) -> None:
    """The posts of our own, one group left out at a time: what a language or platform never met would fare."""
    print(f"\nposts of our own ({len(own)}), macro-F1; a group is judged by a model that saw none of it")
    print(f"  rules alone                       {macro_f1(found_by_rules(own)):.3f}")
    for name, group_of in (("language", _language), ("platform", lambda one: one.post.kind)):
        groups: defaultdict[str, list[Example]] = defaultdict(list)
        for one in own:
            groups[group_of(one)].append(one)
        for group, tested in sorted(groups.items()):
            learnt = [one for one in own if group_of(one) != group]
            pairs = found_by_model(train(learnt), tested)
            right = sum(a == b for a, b in pairs) / len(pairs)
            print(f"  {name} {group:10} {len(tested):4} posts  F1 {macro_f1(pairs):.3f}  right {right:.3f}")
    _own_chats()


def _language(one: Example) -> str:
    return language_of(one.post.whole)


def _own_chats() -> None:
    pairs: Pairs = []
    for path in sorted((TRAINING / "chats").glob("*.json")):
        right = {
            post["id"]: (post["role"], post["q"]) for post in json.loads(path.read_text(encoding="utf-8"))["posts"]
        }
        pairs += [(str(right[str(row["id"])]), str((row["role"], row["q"]))) for row in chat_rows(path)]
    print(f"  chats: role and question right in {sum(a == b for a, b in pairs) / len(pairs):.3f} of {len(pairs)} posts")


if __name__ == "__main__":
    sys.exit(main())
