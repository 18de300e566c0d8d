"""Being told in time, once: a line at the bottom, and the bell of the terminal where the person wants it."""

from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.errors import ArrowError
from arrowtui.model.lane import Lane
from arrowtui.model.reminder import Reminder
from arrowtui.services import reminding
from arrowtui.ui.panes.status import Tone

if TYPE_CHECKING:
    from arrowtui.ui.screens.main import MainScreen

TABS = {Lane.CHAT: ("tab_chats", "Chats"), Lane.CALL: ("tab_calls", "Calls")}


def remind(screen: "MainScreen") -> None:
    """Say what comes soon and was not said yet."""
    services = screen.services
    question = partial(reminding.due, services.chats, services.calls, services.clock, screen.taste.remind)
    screen.ask(question, partial(_say, screen), group="remind")


def _say(screen: "MainScreen", due: tuple[Reminder, ...]) -> None:
    new = [one for one in due if one.key not in screen.reminded]
    if not new:
        return
    screen.reminded |= {one.key for one in new}
    words = new[0].words + (f", and {len(new) - 1} more soon" if len(new) > 1 else "")
    command, tab = TABS[new[0].lane]
    screen.say(words, Tone.HINT, (screen.key_of(command), tab))
    if screen.taste.remind.bell:
        screen.app.bell()
    screen.beside(partial(_tell_outside, screen, words), "notice")


async def _tell_outside(screen: "MainScreen", words: str) -> None:
    """Where it cannot be told outside, both are said here: what it was about, and why."""
    try:
        await screen.services.notices.tell(words, partial(_write, screen))
    except ArrowError as error:
        screen.post_message(screen.Answered(partial(screen.say, f"{words}. {error}", Tone.TROUBLE)))


def _write(screen: "MainScreen", sequence: str) -> None:
    """To the terminal as it is: Textual has no public way for sequences it does not know itself."""
    if (driver := screen.app._driver) is not None:
        driver.write(sequence)
