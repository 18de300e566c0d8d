"""The settings file in the person's own editor, from the shell and from the screen."""

import os
from dataclasses import dataclass
from pathlib import Path

from arrowtui.cli.checked import checked
from arrowtui.gateways.editor import Editor
from arrowtui.gateways.files import is_there, write_file
from arrowtui.gateways.places import Folders
from arrowtui.model.errors import SettingsError
from arrowtui.model.errors_requests import FileUnwritable
from arrowtui.model.errors_settings import SettingsUnwritable
from arrowtui.model.revision import Revision
from arrowtui.settings import Settings, load_settings
from arrowtui.settings.revising import revision

FIRST_LINES = "# Settings of arrowtui. `arrowtui config reference` shows everything that can stand here.\n"


@dataclass
class Editing:
    """Opens the file, reads it when the person comes back, says what changed. A faulty file replaces nothing:
    `running` are the last settings that were sound, None where there are none."""

    folders: Folders
    running: Settings | None = None

    def __call__(self) -> Revision | None:
        """Edit and check; blocks, and the terminal must be free. None: what was before cannot be told.

        Raises: SettingsError for a file that is faulty now or cannot be made, EditorMissing.
        """
        path = self.folders.config_file
        if not is_there(path):
            _begin(path)
        before = self.running or _sound(self.folders)
        Editor(self.folders.drafts_folder, _environment(path)).open_file(path)
        self.running = checked(self.folders)
        return None if before is None else revision(before, self.running)


def _begin(path: Path) -> None:
    try:
        write_file(path, FIRST_LINES.encode(), is_private=True)
    except FileUnwritable as cause:
        raise SettingsUnwritable(str(path), cause.cause) from cause


def _sound(folders: Folders) -> Settings | None:
    try:
        return checked(folders)
    except SettingsError:
        return None  # it is opened in order to be mended


def _environment(path: Path) -> dict[str, str]:
    """That of the shell, with the editor of the settings (where they can be read) before its own."""
    try:
        own = load_settings(path).notes.editor
    except SettingsError:
        own = ""
    return {**os.environ, "VISUAL": own} if own else dict(os.environ)
