"""Why things stand where they stand, and what the person's own moves have taught."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from arrowtui.services.journal import Done
from arrowtui.ui.panes.status import Tone

if TYPE_CHECKING:
    from arrowtui.model.lesson import TaughtTrait
    from arrowtui.model.why import Why
    from arrowtui.ui.screens.main import MainScreen


def _why(screen: "MainScreen") -> None:
    row = screen.row
    if row is None:
        screen.say("There is no item under the cursor", Tone.HINT)
        return
    screen.ask(partial(screen.services.understanding.why, row.id), partial(_told, screen), group="asking", opens=True)


def _told(screen: "MainScreen", why: "Why | None") -> None:
    from arrowtui.ui.screens.why import WhyScreen  # dialogs are imported when they are first wanted

    if why is None:
        screen.say("This item is gone", Tone.HINT)
    else:
        screen.app.push_screen(WhyScreen(why, screen.key_of("move")))


def _lessons(screen: "MainScreen") -> None:
    screen.ask(screen.services.understanding.taught, partial(_shown, screen), group="asking", opens=True)


def _shown(screen: "MainScreen", found: "Sequence[TaughtTrait]") -> None:
    from arrowtui.ui.screens.lessons import LessonsScreen  # as above

    screen.app.push_screen(LessonsScreen(found), partial(_answered, screen))


def _answered(screen: "MainScreen", forget: bool | None) -> None:
    if forget:
        screen.ask(screen.services.understanding.forget, partial(_forgotten, screen))


def _forgotten(screen: "MainScreen", done: Done) -> None:
    screen.say(done.sentence, Tone.DONE, (screen.key_of("undo"), "takes it back"))


EXPLAINING = {"why": _why, "lessons": _lessons}
