"""Why an item is where it is, and what moving it teaches: by keyboard, on the real store."""

from arrowtui.model.lane import ChosenBy, Lane
from arrowtui.model.lesson import TaughtTrait
from arrowtui.model.why import Why
from arrowtui.ui.screens.lessons import LessonsScreen, line_of
from arrowtui.ui.screens.why import WhyScreen, chosen
from tests.fakes import NOON
from tests.ui.conftest import Show
from tests.ui.stage import HOSTILE, ScreenStage, answer, seen
from tests.ui.world import TITLES


async def test_capital_w_tells_why_an_item_is_here(shown: Show) -> None:
    async with shown() as it:
        await it.press("W")

        assert isinstance(it.app.screen, WhyScreen)
        assert "Tips: sorted there, surely (90%)." in seen(it.app)
        assert "a rule of the test" in seen(it.app)
        await it.press("escape")
        assert not isinstance(it.app.screen, WhyScreen)


async def test_what_moves_taught_is_shown_and_forgotten_and_u_brings_it_back(shown: Show) -> None:
    async with shown() as it:
        await it.world.journal.move([it.row.id], Lane.CALL)
        await it.press("T")
        assert isinstance(it.app.screen, LessonsScreen)
        assert "nursing notes" in seen(it.app)

        await it.press("F")
        assert it.said == "Forgot what one move taught"
        assert await it.world.understanding.taught() == ()

        await it.press("u")
        assert await it.world.understanding.taught() != ()


async def test_without_lessons_the_dialog_says_how_to_teach(shown: Show) -> None:
    async with shown() as it:
        await it.press("T")
        assert "Nothing yet" in seen(it.app) and "forget" not in it.text()

        await it.press("F")
        assert it.row.title == TITLES[0]


def test_whoever_chose_is_told_in_words() -> None:
    why = Why("A title", "A source", Lane.CALL, Lane.TIP, ChosenBy.RULE, 0.55, ("gives an e-mail",))

    assert chosen(why) == "sorted there, perhaps (55%)."
    moved = Why("A title", "A source", Lane.CALL, Lane.TIP, ChosenBy.PERSON, 0.55, (), NOON)
    assert chosen(moved) == "you moved it here on 23 Nov 2026; the rules would have put it into Tips."


async def test_foreign_words_stay_words() -> None:
    why = Why(HOSTILE, HOSTILE, Lane.CALL, Lane.CALL, ChosenBy.RULE, 0.9, (HOSTILE,))
    stage = ScreenStage(lambda: WhyScreen(why, "m"))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert seen(stage).count("[red]x[/]") == 3

    assert "[red]x[/]" in line_of(TaughtTrait("author", HOSTILE, (0, 0, 4, 0))).plain


async def test_the_dialog_of_lessons_answers_nothing_when_it_is_left() -> None:
    lessons = (TaughtTrait("author", "@ida", (0, 0, 4, 1)),)

    assert await answer(lambda: LessonsScreen(lessons), "escape") is None
    assert await answer(lambda: LessonsScreen(lessons), "F") is True
