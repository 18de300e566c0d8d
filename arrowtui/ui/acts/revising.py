"""The settings changed from the screen: in the person's own editor, for what runs as far as it can be."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.errors import ArrowError, SettingsError
from arrowtui.model.replace import replace
from arrowtui.ui.acts import program, searching
from arrowtui.ui.panes.status import Tone

if TYPE_CHECKING:
    from arrowtui.model.revision import Edited, Revision
    from arrowtui.ui.screens.main import MainScreen


def _edit_settings(screen: "MainScreen") -> None:
    """The settings file in the person's own editor; the terminal is hers meanwhile."""
    try:
        with screen.app.suspend():
            edited = screen.services.edit_settings()
    except ArrowError as error:
        screen.say(str(error), Tone.TROUBLE)
    else:
        screen.ask(partial(screen.journal.edited_settings, edited), lambda _: _edited(screen, edited))


def _edited(screen: "MainScreen", edited: "Edited") -> None:
    if edited.fault is not None:
        _tell_fault(screen, edited.fault)
    elif edited.revision is not None:
        _revised(screen, edited.revision, edited.revision.sentence)


def renewed(screen: "MainScreen", done: str) -> None:
    """An edit of the settings was taken back, as `done` says: what they say now counts."""
    try:
        revision = screen.services.renew_settings()
    except SettingsError as fault:
        _tell_fault(screen, fault)
    else:
        if revision is not None:
            _revised(screen, revision, done)


def _tell_fault(screen: "MainScreen", fault: SettingsError) -> None:
    """The file as it is now replaces nothing; it may be opened again at once."""
    from arrowtui.ui.screens.confirm import ConfirmScreen  # when it is first wanted: start-up time

    def answered(is_yes: bool | None) -> None:
        if is_yes:
            _edit_settings(screen)
        else:
            screen.say("The settings from before go on", Tone.HINT, (screen.key_of("edit_settings"), "edits them"))

    question = f"{fault.headline()}. Until they are sound, those from before go on."
    screen.app.push_screen(ConfirmScreen(question, fault.hint(), yes="edit again", title="Settings"), answered)


def _revised(screen: "MainScreen", revision: "Revision", words: str) -> None:
    """Sources and searches count at once; for the rest the screen begins anew, where it can."""
    if revision.others and screen.taste.can_begin_anew:
        screen.ask(partial(program.leave, screen, partial(screen.begin_anew, words)), lambda _: None, group="leave")
        return
    screen.taste = replace(screen.taste, searches=revision.searches, has_sources=revision.has_sources)
    rest = "; it counts from the next start" if revision.others else ""
    screen.ask(partial(_synced, screen), lambda _: _tell_revision(screen, f"{words}{rest}"))


async def _synced(screen: "MainScreen") -> None:
    await screen.services.subscribe.sync()
    await screen.services.poller.reload()


def _tell_revision(screen: "MainScreen", words: str) -> None:
    screen.say(words, Tone.DONE, (screen.key_of("edit_settings"), "edits again"))
    searching.count(screen)
    screen.must_look = True
    screen.look()
    screen.describe()


REVISING: "dict[str, Callable[[MainScreen], None]]" = {"edit_settings": _edit_settings}
