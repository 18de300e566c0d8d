"""Taking back what a person did that stands in her settings."""

from arrowtui.model.ports import SearchList
from arrowtui.services.book import Book
from arrowtui.services.searches import put_back
from arrowtui.store.changes import (
    Change,
    ChatFollowed,
    GatheringBegun,
    PausedBefore,
    SearchBefore,
    SettingsBefore,
    SourceRemoved,
    SourcesAdded,
)

IN_SETTINGS = (ChatFollowed, GatheringBegun, PausedBefore, SearchBefore, SettingsBefore, SourceRemoved, SourcesAdded)
"""Kinds of change that stand in the settings file."""


async def put_back_in_settings(change: Change, book: Book | None, searches: SearchList | None) -> None:
    """Restore what the settings said before a change; what does not stand there is left alone.

    Raises: SettingsChangedSince where that cannot be done any more; SettingsError, StoreError.
    """
    if isinstance(change, SearchBefore):
        await put_back(searches, change)
        return
    if book is None:
        return
    match change:
        case ChatFollowed(wish=chat):
            await book.drop_chat(chat)
        case SourcesAdded(sources=sources, chats=chats):
            for chat in chats:
                await book.drop_chat(chat)
            await book.drop_sources(sources)
        case GatheringBegun(added=added, turned=turned):
            await book.drop_sources(added)
            await book.sort_again(turned)
        case SettingsBefore(edit=edit):
            await book.take_back(edit)
        case SourceRemoved(taken=taken):
            await book.put_back(taken)
        case PausedBefore(source=kind, address=address, is_paused=is_paused):
            await book.set_paused(kind, address, is_paused)
        case _:
            pass
