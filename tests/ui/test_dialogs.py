"""The small dialogs: confirm, lane, tags."""

import pytest

from arrowtui.model.lane import Lane
from arrowtui.ui.drawing.fit import cell_len
from arrowtui.ui.drawing.keyline import KeyLine
from arrowtui.ui.screens.confirm import ConfirmScreen
from arrowtui.ui.screens.lane import LaneScreen
from arrowtui.ui.screens.tags import TagChange, TagsScreen, as_tag
from tests.ui.stage import HOSTILE, ScreenStage, answer, seen

KNOWN = (("assessment", 12), ("media", 9), ("teaching", 4))


def confirm() -> ConfirmScreen:
    return ConfirmScreen("Mark all 120 items of Tips read?", "Undo with u.", yes="mark 120 read")


def lane() -> LaneScreen:
    return LaneScreen("Exit tickets", 1, Lane.TIP, ("shows how something is done",))


def tags() -> TagsScreen:
    return TagsScreen(KNOWN, {"teaching": 1})


async def test_a_question_takes_yes_no_and_escape() -> None:
    assert await answer(confirm, "y") is True
    assert await answer(confirm, "enter") is True
    assert await answer(confirm, "n") is False
    assert await answer(confirm, "escape") is None


async def test_a_lane_is_chosen_by_number_letter_or_cursor() -> None:
    assert await answer(lane, "1") is Lane.TIP
    assert await answer(lane, "2") is Lane.CHAT
    assert await answer(lane, "a") is Lane.CALL
    assert await answer(lane, "0") is Lane.NOISE
    assert await answer(lane, "down", "down", "enter") is Lane.CALL
    assert await answer(lane, "escape") is None


async def test_tags_are_ticked_completed_and_made() -> None:
    assert await answer(tags, "a", "s", "tab", "enter") == TagChange(("assessment",), ())
    assert await answer(tags, *"reading", "enter") == TagChange(("reading",), ())
    assert await answer(tags, *"one, two", "enter") == TagChange(("one", "two"), ())


async def test_a_tag_that_is_set_is_taken_away_by_ticking_it_again() -> None:
    assert await answer(tags, "tab", "enter") == TagChange((), ("teaching",))
    assert await answer(tags, "tab", "tab", "enter") == TagChange((), ())


async def test_a_tag_that_only_some_items_have_stays_as_it_is_unless_touched() -> None:
    def several() -> TagsScreen:
        return TagsScreen(KNOWN, {"teaching": 2}, count=3)

    assert await answer(several, "enter") == TagChange((), ())
    assert await answer(several, "tab", "enter") == TagChange(("teaching",), ())
    assert await answer(several, "tab", "tab", "enter") == TagChange((), ("teaching",))


async def test_escape_leaves_all_tags_as_they_were() -> None:
    assert await answer(tags, "tab", "escape") is None


def test_a_tag_is_lower_case_without_sign_and_double_blanks() -> None:
    assert as_tag("  #Deep   Work ") == "deep work"
    assert as_tag(" # ") == ""


async def test_foreign_words_are_drawn_to_the_letter() -> None:
    for make in (
        lambda: LaneScreen(HOSTILE, 1, None, (HOSTILE,)),
        lambda: ConfirmScreen(HOSTILE, HOSTILE, title=HOSTILE),
        lambda: TagsScreen(((HOSTILE, 3),), {HOSTILE: 1}),
    ):
        stage = ScreenStage(make)  # type: ignore[misc]  # screens with answers of several types
        async with stage.run_test(size=(100, 24)) as pilot:
            await pilot.pause()

            assert "[red]x[/] [/b] [@click=app.quit]go[/]" in seen(stage)


async def test_every_dialog_fits_a_narrow_terminal() -> None:
    for make in (confirm, lane, tags):
        stage = ScreenStage(make)  # type: ignore[misc]  # screens with answers of several types
        async with stage.run_test(size=(40, 15)) as pilot:
            await pilot.pause()
            box = stage.screen.query_one("#box").region

            assert box.right <= 40 and box.bottom <= 15
            assert "Esc" in seen(stage) or make is confirm


@pytest.mark.parametrize("width", [14, 22, 40, 80])
def test_the_foot_of_a_dialogue_tears_no_key_from_its_word(width: int) -> None:
    pairs = (("↑↓", "choose"), ("Enter", "its answers"), ("^E", "export"), ("Esc", "close"))
    foot = KeyLine(pairs)

    lines = foot.folded(width).plain.split("\n")
    assert [pair for line in lines for pair in line.split("   ")] == [f"{key} {does}" for key, does in pairs]
    assert all(cell_len(line) <= max(width, foot.get_minimal_width({})) for line in lines)
    assert foot.get_height({}, width) == len(lines) or width < foot.get_minimal_width({})
