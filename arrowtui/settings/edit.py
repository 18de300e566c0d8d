"""Changing the settings file as its owner would: comments, order and layout stay; a crash leaves the old file whole."""

import os
from collections.abc import Callable, Sequence
from functools import partial, wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from arrowtui.gateways.files import is_there, write_file
from arrowtui.gateways.lock import alone_in
from arrowtui.model.errors import SettingsError
from arrowtui.model.errors_requests import FileUnwritable, UnknownSource
from arrowtui.model.errors_settings import SettingsChangedSince, SettingsUnwritable
from arrowtui.model.item import KeptSearch
from arrowtui.model.lane import Lane
from arrowtui.model.pack import ChatWish
from arrowtui.model.replace import replace
from arrowtui.model.rewritten import Rewritten
from arrowtui.model.subscription import TakenOut, Wish
from arrowtui.settings.blocks import (
    blocks_of,
    parted,
    source_blocks,
    with_blocks,
    with_value,
    with_words,
    without,
    without_block,
)
from arrowtui.settings.inline import append_fields, appended_inline, changed_inline, is_in_one_line, set_inline
from arrowtui.settings.load import load_settings, read_settings, settings_text
from arrowtui.settings.shape import Settings
from arrowtui.settings.tables import with_table
from arrowtui.settings.written import Value, block, chat_block, lane_word, search_block, search_fields

Given = ParamSpec("Given")
Done = TypeVar("Done")


def _alone(
    change: Callable[Concatenate["SettingsFile", Given], Done],
) -> Callable[Concatenate["SettingsFile", Given], Done]:
    """Read, change and write as one step: what another process adds meanwhile is not written over."""

    @wraps(change)
    def changed(self: "SettingsFile", /, *given: Given.args, **named: Given.kwargs) -> Done:
        with alone_in(self.path.resolve().parent):
            return change(self, *given, **named)

    return changed


class SettingsFile:
    """The list of sources in a settings file. Every change is read back before it replaces the file.

    Args:
        cache: where what a long file says is remembered (`load_settings`).
    """

    def __init__(self, path: Path, cache: Path | None = None) -> None:
        self.path, self._cache = path, cache

    def wishes(self) -> tuple[Wish, ...]:
        """Raises: SettingsError."""
        return self.settings().wishes()

    def settings(self) -> Settings:
        """Raises: SettingsError."""
        return load_settings(self.path, self._cache)

    @_alone
    def add(self, wishes: Sequence[Wish]) -> tuple[Wish, ...]:
        """Append sources; those already listed are passed over. Returns those that were added.

        Raises: SettingsError when the file is faulty or cannot be written.
        """
        text = self._text()
        settings = read_settings(text, str(self.path))
        listed = {(entry.kind, entry.address) for entry in settings.source}
        new = tuple({(w.kind, w.address): w for w in wishes if (w.kind, w.address) not in listed}.values())
        if not new:
            return ()
        if is_in_one_line(text):
            changed = appended_inline(text, new)
        else:
            changed = with_blocks(text, [block(wish) for wish in new])
        self._write(changed, len(settings.source) + len(new))
        return new

    @_alone
    def add_chats(self, chats: Sequence[ChatWish]) -> tuple[ChatWish, ...]:
        """Append chats; those of which a hashtag is followed already are passed over. Returns those that were added.

        Raises: SettingsError when the file is faulty, cannot be written, or has its chats in one line.
        """
        text = self._text()
        settings = read_settings(text, str(self.path))
        followed = {tag for entry in settings.chat for tag in entry.folded()}
        new = tuple(chat for chat in chats if followed.isdisjoint(_folded(chat.hashtags)))
        if not new:
            return ()
        if settings.chat and "[[chat]]" not in text:
            raise SettingsUnwritable(str(self.path), "its chats stand in one line and can only be changed by hand")
        changed = with_blocks(text, [chat_block(chat) for chat in new])
        if len(read_settings(changed, str(self.path)).chat) != len(settings.chat) + len(new):
            raise SettingsUnwritable(str(self.path), "its chats can only be changed by hand")
        self._write(changed, len(settings.source))
        return new

    @_alone
    def drop_chat(self, chat: ChatWish) -> None:
        """Take out a chat that `add_chats` wrote; nothing where none of its hashtags is followed.

        Raises: SettingsError when the file is faulty or cannot be written, or the chat was changed by hand since.
        """
        text = self._text()
        settings = read_settings(text, str(self.path))
        if not any(_folded(chat.hashtags) & set(entry.folded()) for entry in settings.chat):
            return
        changed = without_block(text, chat_block(chat))
        if changed is None:
            raise SettingsUnwritable(str(self.path), f"{chat.title} was changed by hand since; take it out by hand")
        if len(read_settings(changed, str(self.path)).chat) != len(settings.chat) - 1:
            raise SettingsUnwritable(str(self.path), f"{chat.title} can only be taken out by hand")
        self._write(changed, len(settings.source))

    def searches(self) -> tuple[KeptSearch, ...]:
        """Raises: SettingsError."""
        return self.settings().searches()

    @_alone
    def keep_search(self, search: KeptSearch) -> KeptSearch | None:
        """Add a search, in the place of the one of that name; returns that one. Raises: SettingsError."""
        text = self._text()
        settings = read_settings(text, str(self.path))
        held = next((each for each in settings.searches() if each.name == search.name), None)
        is_inline = bool(settings.search) and not blocks_of(text, "search")
        rest = text if held is None else _without_search(text, settings, search.name)
        if is_inline:
            changed = changed_inline(rest, partial(append_fields, [search_fields(search)]), "search")
        else:
            changed = with_blocks(rest, [search_block(search)])
        self._write(changed, len(settings.source))
        return held

    @_alone
    def forget_search(self, name: str) -> None:
        """Take a search out; one that is not there is forgotten already. Raises: SettingsError."""
        text = self._text()
        settings = read_settings(text, str(self.path))
        if any(search.name == name for search in settings.searches()):
            self._write(_without_search(text, settings, name), len(settings.source))

    @_alone
    def remove(self, kind: str, address: str) -> TakenOut:
        """Take a source out of the list; returns what `put_back` wants. Raises: UnknownSource, SettingsError."""
        text, settings, number = self._found(kind, address)
        if blocks := source_blocks(text):
            changed, words, line = parted(text, blocks[number])
            taken = TakenOut(kind, address, words, line)
        else:
            changed = changed_inline(text, lambda entries: entries.pop(number))
            taken = TakenOut(kind, address, block(settings.wishes()[number]), None)
        self._write(changed, len(settings.source) - 1)
        return taken

    @_alone
    def put_back(self, taken: TakenOut) -> None:
        """Put a source back where it stood, or at the end where the file is another one since; nothing where it is
        listed again. Raises: SettingsError."""
        text = self._text()
        settings = read_settings(text, str(self.path))
        if any((entry.kind, entry.address) == (taken.kind, taken.address) for entry in settings.source):
            return
        if is_in_one_line(text):
            changed = appended_inline(text, read_settings(taken.words, str(self.path)).wishes())
        else:
            changed = with_words(text, taken.words, taken.line or 0)
            if taken.line is None or not _is_only_added(changed, settings):
                changed = with_blocks(text, [taken.words.replace("\r\n", "\n").strip("\n") + "\n"])
        self._write(changed, len(settings.source) + 1)

    @_alone
    def take_back(self, edit: Rewritten) -> None:
        """Put the lines back that stood there before an edit by hand; where that was done already, nothing.

        Raises: SettingsChangedSince where they are others by now; SettingsError.
        """
        data = self._data()
        before = edit.taken_back_in(data)
        if before is None or (edit.was_sound and not _is_sound(before)):
            raise SettingsChangedSince(str(self.path))
        if before != data:
            self._put(before)

    def rename(self, kind: str, address: str, title: str | None) -> None:
        """Call a source by another name; None: by its own again. Raises: UnknownSource, SettingsError."""
        self._set(kind, address, "title", title)

    def set_lane(self, kind: str, address: str, lane: Lane | None) -> None:
        """Send a source's items to a tab. Raises: UnknownSource, SettingsError."""
        self._set(kind, address, "lane", None if lane is None else lane_word(lane))

    def set_paused(self, kind: str, address: str, paused: bool) -> None:
        """Leave a source unasked, or ask it again. Raises: UnknownSource, SettingsError."""
        self._set(kind, address, "paused", paused or None)

    def set_gathers(self, kind: str, address: str, gathers: bool) -> None:
        """Collect a source's items as answers, or sort them like others again. Raises: UnknownSource, SettingsError."""
        self._set(kind, address, "gather", gathers or None)

    @_alone
    def set_vault(self, folder: str, git: bool) -> None:
        """Keep notes in step with a folder, with or without git. Raises: SettingsError."""
        text = self._text()
        before = read_settings(text, str(self.path))
        changed = with_table(text, "vault", {"folder": folder, "git": git})
        self._write(changed, len(before.source))

    @_alone
    def _set(self, kind: str, address: str, key: str, value: Value | None) -> None:
        text, settings, number = self._found(kind, address)
        blocks = source_blocks(text)
        if blocks:
            changed = with_value(text, blocks[number], key, value)
        else:
            changed = changed_inline(text, lambda entries: set_inline(entries, number, key, value))
        self._write(changed, len(settings.source))

    def _found(self, kind: str, address: str) -> tuple[str, Settings, int]:
        """The text, what it says, and the place of a source in it; a faulty file is told as such, not half edited."""
        text = self._text()
        settings = read_settings(text, str(self.path))
        for number, entry in enumerate(settings.source):
            if (entry.kind, entry.address) == (kind, address):
                return text, settings, number
        raise UnknownSource(address)

    def _text(self) -> str:
        return settings_text(self._data(), str(self.path))

    def _data(self) -> bytes:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as cause:
            raise SettingsUnwritable(str(self.path), cause.strerror or str(cause)) from cause

    def _write(self, text: str, sources: int) -> None:
        """Raises: SettingsError; the file is then as it was."""
        if len(read_settings(text, str(self.path)).source) != sources:
            raise SettingsUnwritable(str(self.path), "it is laid out in a way that can only be changed by hand")
        self._put(text.encode())

    def _put(self, data: bytes) -> None:
        if is_there(self.path) and not os.access(self.path, os.W_OK):
            raise SettingsUnwritable(str(self.path), "it is write-protected")  # which renaming over it would pass by
        try:
            write_file(self.path, data, is_private=True)  # an address may hold a password
        except FileUnwritable as cause:
            raise SettingsUnwritable(str(self.path), cause.cause) from cause


def _is_sound(data: bytes) -> bool:
    try:
        read_settings(settings_text(data, ""), "")
    except SettingsError:
        return False
    return True


def _is_only_added(text: str, settings: Settings) -> bool:
    """Whether a text says what the settings say, and one source besides."""
    try:
        now = read_settings(text, "")
    except SettingsError:
        return False
    known = {(entry.kind, entry.address) for entry in settings.source}
    kept = [entry for entry in now.source if (entry.kind, entry.address) in known]
    return len(now.source) == len(kept) + 1 and replace(now, source=type(settings.source)(kept)) == settings


def _folded(hashtags: Sequence[str]) -> set[str]:
    return {tag.removeprefix("#").casefold() for tag in hashtags}


def _without_search(text: str, settings: Settings, name: str) -> str:
    number = next(number for number, search in enumerate(settings.searches()) if search.name == name)
    blocks = blocks_of(text, "search")
    return (
        without(text, blocks[number]) if blocks else changed_inline(text, lambda entries: entries.pop(number), "search")
    )
