"""What the screen may use; nothing here fetches or parses in its process."""

import os
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from arrowtui.gateways.browser import SystemBrowser
from arrowtui.gateways.child import ChildPoller, poller_command
from arrowtui.gateways.clock import SystemClock
from arrowtui.gateways.drafts import Drafts
from arrowtui.gateways.editor import Editor
from arrowtui.gateways.lock import FileLock
from arrowtui.gateways.notices import Notices
from arrowtui.gateways.piping import Piping
from arrowtui.gateways.places import Folders
from arrowtui.model.pack import Pack
from arrowtui.model.ports import Browser, Clock
from arrowtui.model.template import templates_with
from arrowtui.services.journal import Journal
from arrowtui.services.late import LateServices
from arrowtui.services.library import Library
from arrowtui.services.notebook import Notebook
from arrowtui.services.notekeeper import NoteKeeper
from arrowtui.services.reflection import Reflection
from arrowtui.services.subscribe import Subscribe
from arrowtui.settings import Settings
from arrowtui.settings.edit import SettingsFile
from arrowtui.store import Store, open_store
from arrowtui.wiring.shell import calls_on, chats_on

if TYPE_CHECKING:
    from arrowtui.cli.editing import Editing
    from arrowtui.gateways.helper import Helper
    from arrowtui.model.found import FoundSource
    from arrowtui.model.revision import Edited, Revision
    from arrowtui.services.calls import Calls
    from arrowtui.services.chats import Chats
    from arrowtui.ui.ports import Taste


class ScreenServices(LateServices, Struct, frozen=True):
    """What the screen may use (`ui.ports.Services`): nothing in it fetches or parses in this process."""

    store: Store
    library: Library
    journal: Journal
    make_calls: Callable[[], "Calls"]
    make_chats: Callable[[], "Chats"]
    """Made once, when they are first wanted."""
    notebook: Notebook
    reflection: Reflection
    notes: NoteKeeper
    subscribe: Subscribe
    book: SettingsFile
    poller: ChildPoller
    browser: Browser
    clock: Clock
    notices: Notices
    edit: Callable[[str, str], str]
    pipe: Callable[[str, str], None]
    edit_settings: Callable[[], "Edited"]
    renew_settings: Callable[[], "Revision | None"]
    folders: Folders
    exports_folder: Path
    helper: Sequence[str] = ()
    """The program that looks at addresses; this very one unless named."""

    @property
    def calls(self) -> "Calls":
        """The tab of calls."""
        return self.make_calls()

    @property
    def chats(self) -> "Chats":
        """The tab of chats; it remembers the sessions it has rebuilt."""
        return self.make_chats()

    async def probe(self, address: str) -> "Sequence[FoundSource]":
        """What is at an address; asked in a process of its own. Raises: ArrowError."""
        return await self._helper().probe(address)

    async def keep_secret(self, name: str, secret: str) -> None:
        """Keep a token or password in the keyring; done in a process of its own. Raises: ArrowError."""
        await self._helper().keep(name, secret)

    def _helper(self) -> "Helper":
        from arrowtui.gateways.helper import Helper  # when it is first wanted: start-up time

        places = (self.folders.config_file, self.folders.data_folder)
        return Helper(*places, self.helper) if self.helper else Helper(*places)

    def packs(self) -> Sequence[Pack]:
        """The starter packs, read when they are asked for."""
        from arrowtui.packs import packs

        return packs()


LEAVING_S = 1.0
"""So long the shell waits behind a screen that was quit for a slow disk; nothing is lost by not waiting."""


@asynccontextmanager
async def open_screen(
    folders: Folders, settings: Settings, *, clock: Clock | None = None, poller: Sequence[str] = ()
) -> AsyncIterator[ScreenServices]:
    """What the screen may use; the poller is ended and the store closed at the end.

    Args:
        clock: the system's unless given.
        poller: the command line of the poller; this very program unless given.
    Raises: StoreError.
    """
    named = ("--config", str(folders.config_file), "--data", str(folders.data_folder))
    child = ChildPoller(poller or poller_command(*named), FileLock(folders.lock_file))
    hour = clock or SystemClock()
    store = await open_store(folders.store_file, durable=True)
    library, notebook = Library(store), Notebook(store)
    file = SettingsFile(folders.config_file, folders.settings_cache)
    subscribe = Subscribe(store, file)
    journal = Journal(store, hour, settings.cues(), subscribe, file)
    reflection = Reflection(store, hour, settings.review.rules())
    editing = cache(partial(_editing_of, folders, settings))
    try:
        yield ScreenServices(
            store=store,
            library=library,
            journal=journal,
            make_calls=cache(partial(calls_on, store, hour, settings)),
            make_chats=cache(partial(chats_on, store, hour, settings, folders)),
            notebook=notebook,
            reflection=reflection,
            notes=NoteKeeper(journal, notebook, Drafts(folders.drafts_folder)),
            subscribe=subscribe,
            book=file,
            poller=child,
            browser=SystemBrowser(),
            clock=hour,
            notices=Notices(settings.remind.notice),
            edit=Editor(folders.drafts_folder, _with_editor(settings)).edit,
            pipe=Piping().pipe,
            edit_settings=lambda: editing()(),
            renew_settings=lambda: editing().again(),
            folders=folders,
            exports_folder=folders.exports_folder,
        )
    finally:
        await child.stop()
        await store.close(LEAVING_S)


def _editing_of(folders: Folders, settings: Settings) -> "Editing":
    """The settings file in the person's own editor."""
    from arrowtui.cli.editing import Editing  # when it is first wanted: start-up time

    return Editing(folders, settings)


def taste_of(settings: Settings, begin: str = "", greeting: str = "") -> "Taste":
    """How the person wants the screen; `begin` is a command to run as soon as it is there, `greeting` is said then."""
    from arrowtui.ui.ports import Taste  # only where a screen is shown

    look = settings.screen
    templates = templates_with([entry.template() for entry in settings.template])
    return Taste(
        theme=look.theme,
        measure=look.measure,
        is_ascii=look.ascii,
        has_counts=look.counts,
        keys=settings.key_lists(),
        templates=templates,
        template=templates[settings.notes.template],
        review_hour=settings.review.chosen_hour(),
        remind=settings.remind.wish(),
        searches=settings.searches(),
        begin=begin,
        greeting=greeting,
        can_begin_anew=True,
        has_sources=bool(settings.source or settings.chat),
    )


def _with_editor(settings: Settings) -> Mapping[str, str]:
    """The environment, with the editor of the settings before those of the shell."""
    return {**os.environ, "VISUAL": settings.notes.editor} if settings.notes.editor else os.environ
