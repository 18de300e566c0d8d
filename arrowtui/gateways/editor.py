"""The person's own editor: her text goes out as a file, comes back as text, and is on the disk all the while."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from arrowtui.model.errors_requests import EditorFailed, EditorMissing, EditorUnseen

IN_A_TERMINAL = ("nano", "vi")
WINDOWED = ("notepad",)


class Editor:
    """Runs $VISUAL, else $EDITOR, else what this machine has. `folder` is where the file lies meanwhile."""

    def __init__(self, folder: Path, environment: Mapping[str, str] | None = None) -> None:
        self._folder = folder
        self._environment = os.environ if environment is None else environment

    def command(self) -> tuple[str, ...]:
        """The program and its arguments, split as a shell would, run without one.

        Raises: EditorMissing; EditorUnseen where none is named and those of this machine would wait, unseen, for keys.
        """
        for name in ("VISUAL", "EDITOR"):
            words = self._words(name)
            if words:
                if shutil.which(words[0]) is None:
                    raise EditorMissing(words[0])
                return words
        has_terminal = os.isatty(0) and os.isatty(1)
        for program in (*IN_A_TERMINAL, *WINDOWED) if has_terminal else WINDOWED:
            if shutil.which(program):
                return (program,)
        raise EditorMissing("") if has_terminal else EditorUnseen()

    def _words(self, name: str) -> tuple[str, ...]:
        given = self._environment.get(name, "")
        try:
            return tuple(shlex.split(given))
        except ValueError as cause:
            raise EditorMissing(given) from cause

    def edit(self, text: str, name: str) -> str:
        """Let the person edit `text` and wait until she is done. The terminal must be free.

        Args:
            name: the stem of the file, such as "note-12".
        Returns: what she wrote, less the one newline editors put at the end.
        Raises:
            EditorMissing, EditorUnseen: there is no editor, or none that could be used here.
            EditorFailed: it stopped with an error; where she had written something it is kept in the named file.
        """
        command = self.command()
        path = self._begin(text, name)
        try:
            code = subprocess.run([*command, str(path)], check=False).returncode
        except OSError as cause:
            path.unlink(missing_ok=True)
            raise EditorMissing(command[0]) from cause
        written = _read(path, text)
        if code != 0:
            if written == text:
                path.unlink(missing_ok=True)
            raise EditorFailed(command[0], code, str(path) if written != text else "")
        path.unlink(missing_ok=True)
        return written

    def open_file(self, path: Path) -> int:
        """Let the person change a file of hers where it lies. The terminal must be free.

        Returns: the code with which the editor ended.
        Raises: EditorMissing; EditorUnseen, which names the file.
        """
        try:
            command = self.command()
        except EditorUnseen as unseen:
            raise EditorUnseen(str(path)) from unseen
        try:
            return subprocess.run([*command, str(path)], check=False).returncode
        except OSError as cause:
            raise EditorMissing(command[0]) from cause

    def _begin(self, text: str, name: str) -> Path:
        """The file, new and only hers; an older one that still lies there is left alone."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for number in range(1, 1000):
            path = self._folder / (f"{name}.md" if number == 1 else f"{name}-{number}.md")
            try:
                handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                continue
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            return path
        raise EditorFailed(name, 0, str(self._folder))


def _read(path: Path, before: str) -> str:
    """The file as it is now; deleting it means: leave the text as it was."""
    try:
        text = path.read_bytes().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return before
    text = text.replace("\r\n", "\n")
    return text if text == before else text.removesuffix("\n")
