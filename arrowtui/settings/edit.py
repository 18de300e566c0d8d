"""Changing the settings file as its owner would: comments, order and layout stay; a crash leaves the old file whole."""

import os
import tempfile
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

import tomlkit
from tomlkit.items import AoT

from arrowtui.model.errors import SettingsUnwritable, UnknownSource
from arrowtui.model.lane import Lane
from arrowtui.model.subscription import Wish
from arrowtui.settings.load import load_settings, read_settings
from arrowtui.settings.shape import SETTINGS_LANES, Settings

_WORDS = {lane: word for word, lane in SETTINGS_LANES.items()}


class SettingsFile:
    """The list of sources in a settings file. Every change is read back before it replaces the file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def wishes(self) -> tuple[Wish, ...]:
        """Raises: SettingsError."""
        return load_settings(self.path).wishes()

    def settings(self) -> Settings:
        """Raises: SettingsError."""
        return load_settings(self.path)

    def add(self, wishes: Sequence[Wish]) -> tuple[Wish, ...]:
        """Append sources; those already listed are passed over. Returns those that were added.

        Raises: SettingsError when the file is faulty or cannot be written.
        """
        listed = {(wish.kind, wish.address) for wish in self.wishes()}
        new = tuple({(w.kind, w.address): w for w in wishes if (w.kind, w.address) not in listed}.values())
        if not new:
            return ()
        text = self._text()
        if isinstance(tomllib.loads(text).get("source"), list) and "[[source]]" not in text:
            self._write(_appended_inline(text, new))
        else:
            gap = "" if not text.strip() else "\n" if text.endswith("\n") else "\n\n"
            self._write(text + gap + "\n".join(_block(wish) for wish in new))
        return new

    def remove(self, kind: str, address: str) -> None:
        """Take a source out of the list. Raises: UnknownSource, SettingsError."""

        def taken(entries: AoT, number: int) -> None:
            entries.pop(number)

        self._change(kind, address, taken)

    def rename(self, kind: str, address: str, title: str | None) -> None:
        """Call a source by another name; None: by its own again. Raises: UnknownSource, SettingsError."""
        self._change(kind, address, lambda entries, number: _set(entries, number, "title", title))

    def set_lane(self, kind: str, address: str, lane: Lane | None) -> None:
        """Send a source's items to a tab. Raises: UnknownSource, SettingsError."""
        word = None if lane is None else _WORDS[lane]
        self._change(kind, address, lambda entries, number: _set(entries, number, "lane", word))

    def set_paused(self, kind: str, address: str, paused: bool) -> None:
        """Leave a source unasked, or ask it again. Raises: UnknownSource, SettingsError."""
        self._change(kind, address, lambda entries, number: _set(entries, number, "paused", paused or None))

    def _change(self, kind: str, address: str, change: Callable[[AoT, int], None]) -> None:
        self.wishes()  # a faulty file is told as such, not half edited
        document = tomlkit.parse(self._text())
        entries = document.get("source", [])
        for number, entry in enumerate(entries):
            if entry.get("kind", "feed") == kind and entry.get("address") == address:
                change(entries, number)
                self._write(tomlkit.dumps(document))
                return
        raise UnknownSource(address)

    def _text(self) -> str:
        try:
            return self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""

    def _write(self, text: str) -> None:
        read_settings(text, str(self.path))
        try:
            replace_file(self.path, text)
        except OSError as cause:
            raise SettingsUnwritable(str(self.path), cause.strerror or str(cause)) from cause


def replace_file(path: Path, text: str) -> None:
    """Write a whole file or nothing: a new one beside it, on disk, then renamed. Links are followed, its mode kept."""
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            Path(name).chmod(target.stat().st_mode & 0o777)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _set(entries: AoT, number: int, key: str, value: str | bool | None) -> None:
    entry = entries[number]
    if value is None:
        entry.pop(key, None)
    else:
        entry[key] = value


def _fields(wish: Wish) -> dict[str, str | int | bool | list[str] | dict[str, str]]:
    found: dict[str, str | int | bool | list[str] | dict[str, str]] = {"address": wish.address}
    if wish.kind != "feed":
        found = {"kind": wish.kind, **found}
    if wish.title:
        found["title"] = wish.title
    if wish.lane is not None:
        found["lane"] = _WORDS[wish.lane]
    if wish.tags:
        found["tags"] = list(wish.tags)
    if wish.every_min is not None:
        found["every_min"] = wish.every_min
    if wish.paused:
        found["paused"] = True
    if wish.options:
        found["options"] = dict(wish.options)
    return found


def _block(wish: Wish) -> str:
    lines = [f"{key} = {_literal(value)}" for key, value in _fields(wish).items()]
    return "\n".join(["[[source]]", *lines, ""])


def _literal(value: str | int | bool | list[str] | dict[str, str]) -> str:
    if isinstance(value, dict):
        table = tomlkit.inline_table()
        table.update(value)
        return table.as_string()
    return tomlkit.item(value).as_string()


def _appended_inline(text: str, wishes: Sequence[Wish]) -> str:
    """For a file that writes its sources as `source = [{…}, …]`."""
    document = tomlkit.parse(text)
    for wish in wishes:
        table = tomlkit.inline_table()
        table.update(_fields(wish))
        document["source"].append(table)
    return tomlkit.dumps(document)
