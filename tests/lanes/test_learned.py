"""What moving items teaches: later ones that are alike lean there, and say so."""

import pickle

from arrowtui.lanes.classify import classify
from arrowtui.lanes.context import LaneContext
from arrowtui.lanes.learned import Learned, leaning, learned_from, traits
from arrowtui.model.lane import Lane
from arrowtui.model.lesson import Lesson
from tests.store.builders import an_item

TEXT = "The rota for the ward is out, see the board"


def taught(moves: int, lane: Lane = Lane.CALL, author: str = "Ward Board", text: str = TEXT) -> Learned:
    lesson = Lesson(tuple(traits(text, author, "Ward feed")), lane)
    learned = learned_from([lesson] * moves)
    assert learned is not None
    return learned


def sorted_as(learned: Learned | None, author: str = "Ward Board", text: str = TEXT) -> tuple[Lane, tuple[str, ...]]:
    item = an_item(title=text, text=text, author=author)
    verdict = classify(item, LaneContext("feed", "Ward feed", learned=learned))
    return verdict.lane, verdict.reasons


def test_what_is_like_four_moved_items_follows_them_and_says_so() -> None:
    assert sorted_as(None)[0] is not Lane.CALL

    lane, reasons = sorted_as(taught(4))

    assert lane is Lane.CALL
    assert reasons[0] == "you moved 4 like this to Calls"


def test_what_is_not_like_them_stays_where_the_rules_put_it() -> None:
    other = ("Another", "We stopped opening meetings with updates. Template attached: copy it, edit it, print it.")

    assert sorted_as(taught(4), *other) == sorted_as(None, *other)


def test_one_moved_item_does_not_move_all_of_its_source() -> None:
    learned = taught(1)

    assert leaning(learned, ["source:ward feed"]) is None


def test_moves_to_and_fro_leave_no_leaning() -> None:
    both = learned_from([Lesson(("author:a",), Lane.TIP), Lesson(("author:a",), Lane.CALL)] * 3)
    assert both is not None
    found = leaning(both, ["author:a"])

    assert found is not None
    assert found.pulls[0] == found.pulls[2]


def test_lessons_reach_another_process_whole() -> None:
    learned = taught(3)

    assert pickle.loads(pickle.dumps(LaneContext("feed", learned=learned))).learned == learned  # noqa: S301 our own bytes


def test_nothing_moved_teaches_nothing() -> None:
    assert learned_from([]) is None
