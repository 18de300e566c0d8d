"""What the vault wants decided: told in the Journal, decided in a dialog."""

from functools import partial
from typing import TYPE_CHECKING

from arrowtui.model.note import NoteId
from arrowtui.services.journal import Done
from arrowtui.ui.acts import opening, returning
from arrowtui.ui.panes.status import Tone

if TYPE_CHECKING:
    from arrowtui.model.vault import Choice, VaultMatter
    from arrowtui.ui.screens.main import MainScreen


def _vault(screen: "MainScreen") -> None:
    screen.ask(screen.services.matters.list, partial(_show, screen), group="open", opens=True)


def _show(screen: "MainScreen", found: "tuple[VaultMatter, ...]") -> None:
    if not found:
        screen.say("Nothing of the vault wants a decision", Tone.HINT)
        return
    from arrowtui.ui.screens.vault import VaultScreen  # dialogs are imported when they are first wanted

    last: list[Done] = []

    async def decide(matter: "VaultMatter", choice: "Choice") -> "tuple[Done, tuple[VaultMatter, ...]]":
        done = await screen.services.matters.decide(matter, choice)
        last.append(done)
        return done, await screen.services.matters.list()

    screen.stop_noting()
    screen.app.push_screen(VaultScreen(found, decide), partial(_back, screen, last))


def _back(screen: "MainScreen", last: list[Done], note: NoteId | None) -> None:
    returning.refreshed(screen)
    if last:
        screen.say(last[-1].sentence, Tone.DONE, (screen.key_of("undo"), "undo") if last[-1].count else None)
    if note is not None:
        opening.open_note(screen, partial(screen.notes.of_id, note))


VAULTING = {"vault": _vault}
