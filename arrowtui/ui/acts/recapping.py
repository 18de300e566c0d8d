"""Writing the recap of a session: in which form, with or without the person's own words."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from arrowtui.model.chat_board import SessionReading
from arrowtui.ui.panes.status import Tone

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen
    from arrowtui.ui.screens.recap import RecapWish
    from arrowtui.ui.screens.session import SessionScreen


def ask_for_recap(screen: "MainScreen | SessionScreen", reading: SessionReading) -> None:
    """Ask how, write it, say where it lies."""
    if not reading.posts:
        screen.say("Nothing was said in this session: there is nothing to recap", Tone.HINT)
        return
    # Dialogs are imported when they are first wanted: start-up time.
    from arrowtui.ui.screens.recap import RecapScreen

    def write(wish: "RecapWish | None") -> None:
        if wish is None:
            return
        chats = screen.services.chats
        question = partial(chats.write_recap, reading, wish.form, with_reflections=wish.with_reflections)
        screen.ask(question, lambda path: screen.say("Wrote", Tone.DONE, path=Path(path)))

    def choose(own: Mapping[int | None, tuple[str, ...]]) -> None:
        screen.app.push_screen(RecapScreen(sum(map(len, own.values()))), write)

    screen.ask(partial(screen.services.chats.reflections, reading.line), choose, opens=True)
