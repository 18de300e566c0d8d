"""The settings file in the person's own editor, from the shell and from the screen."""

import os
from dataclasses import dataclass
from pathlib import Path

from arrowtui.cli.checked import checked
from arrowtui.gateways.editor import Editor
from arrowtui.gateways.files import is_there, read_file, write_file
from arrowtui.gateways.places import Folders
from arrowtui.model.errors import SettingsError
from arrowtui.model.errors_requests import FileUnwritable
from arrowtui.model.errors_settings import SettingsUnwritable
from arrowtui.model.replace import replace
from arrowtui.model.revision import Edited, Revision
from arrowtui.model.rewritten import Rewritten
from arrowtui.settings import Settings, load_settings
from arrowtui.settings.revising import revision

FIRST_LINES = "# Settings of arrowtui. `arrowtui config reference` shows everything that can stand here.\n"


@dataclass
class Editing:
    """Opens the file, reads it when the person comes back, says what changed. A faulty file replaces nothing:
    `running` are the last settings that were sound, None where there are none."""

    folders: Folders
    running: Settings | None = None

    def __call__(self) -> Edited:
        """Edit and check; blocks, and the terminal must be free.

        Raises: EditorMissing, EditorUnseen; SettingsUnwritable, FileUnreadable where the file cannot be begun or read.
        """
        path = self.folders.config_file
        if not is_there(path):
            _begin(path)
        sound, before = _sound(self.folders), _bytes(path)
        Editor(self.folders.drafts_folder, _environment(path)).open_file(path)
        rewritten = Rewritten.of(before, _bytes(path), was_sound=sound is not None)
        try:
            return Edited(rewritten, self._read(sound))
        except SettingsError as fault:
            return Edited(rewritten, fault=fault)

    def again(self) -> Revision | None:
        """Read the file that was changed without an editor. Raises: SettingsError."""
        return self._read(None)

    def _read(self, sound: Settings | None) -> Revision | None:
        """What is new: of the sources, searches and rules since the file was `sound` last, for those count at once; of
        the rest since a screen runs on it."""
        now, running = checked(self.folders), self.running or sound
        self.running = now
        if running is not None and sound is not None:
            running = replace(running, source=sound.source, search=sound.search, rule=sound.rule)
        return None if running is None else revision(running, now)


def _bytes(path: Path) -> bytes:
    """What stands in it; nothing where it was deleted."""
    return read_file(str(path)) if is_there(path) else b""


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
