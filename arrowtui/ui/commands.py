"""Everything a person can do, in one table. Keys, footer, help, palette and `arrowtui bindings` are all read from it.

A key has one meaning on every tab of items; the Journal and the screens of their own have a few besides. The table is
written in parts, by what a command is about; here are those for what is shown, the sources and the program. This module
knows nothing of Textual.
"""

from arrowtui.ui.command import Command, Place
from arrowtui.ui.command_words import (
    BOARD,
    CALLS,
    CARD,
    EVERYWHERE,
    IN_JOURNAL,
    IN_SESSION,
    ITEMS,
    LIST,
    MOVE,
    ON_PEOPLE,
    ON_SHEET,
    PROGRAM,
    READ,
    READER,
    SEARCH,
    SHEET,
    SOURCE,
    USUAL,
    VIEW,
    command,
)
from arrowtui.ui.commands_items import OF_ITEMS
from arrowtui.ui.commands_notes import OF_NOTES

COMMANDS: tuple[Command, ...] = (
    *OF_ITEMS,
    *OF_NOTES,
    command("browse", "o", "browser", "Open the item's link in the browser", READ, READER, BOARD, CARD, on=EVERYWHERE),
    command("copy_link", "y", "copy link", "Copy the item's link", READ, on=USUAL | IN_SESSION),
    command(
        "pick_link",
        ";",
        "links",
        "Pick a link of the text by a letter",
        READ,
        READER,
        SHEET,
        on=ITEMS | IN_JOURNAL | ON_SHEET,
    ),
    command("search", "/", "search", "Search this tab as you type", VIEW, LIST, CALLS, on=USUAL | IN_SESSION),
    command(
        "keep_search",
        "^S",
        "keep search",
        "Keep this search under a name, in the side panel and your settings",
        VIEW,
        SEARCH,
        while_typing=True,
    ),
    command("scope", "f", "scope", "Unread, all, kept, later, dismissed: the next of these", VIEW, LIST),
    command("sort", "S", "sort", "The next order of the list: newest, oldest, by source; calls by urgency, fit", VIEW),
    command("filters", "F", "filters", "Pick a source, tag or scope in the side panel", VIEW),
    command("side", "b \\", "side panel", "Show or hide the side panel", VIEW),
    command("focus_view", "z", "focus view", "Give the whole screen to this pane, or share it again", VIEW),
    command("take_new", ".", "new items", "Show what has arrived since", VIEW, on=USUAL | IN_SESSION),
    command("tab_tips", "1", "Tips", "To the Tips", VIEW),
    command("tab_chats", "2", "Chats", "To the Chats", VIEW),
    command("tab_calls", "3", "Calls", "To the Calls", VIEW),
    command("tab_journal", "4", "Journal", "To the Journal of your notes", VIEW),
    command("next_tab", "gt", "next tab", "To the next tab", VIEW),
    command("previous_tab", "gT", "previous tab", "To the previous tab", VIEW),
    command(
        "next_pane", "Tab", "next pane", "To the next pane", MOVE, while_typing=True, on=USUAL | IN_SESSION | ON_PEOPLE
    ),
    command(
        "previous_pane",
        "Shift+Tab",
        "previous pane",
        "To the previous pane",
        MOVE,
        while_typing=True,
        on=USUAL | IN_SESSION | ON_PEOPLE,
    ),
    command("refresh_all", "R", "refresh", "Ask all sources now", SOURCE),
    command("refresh_one", "^R", "refresh source", "Ask the source of this item now", SOURCE),
    command(
        "add", "+", "add source", "Add a source: a feed, a page, a file of feeds; follow a chat that was found", SOURCE
    ),
    command("packs", "g+", "starter packs", "Take a starter pack: good sources for a profession", SOURCE),
    command("pipe", "|", "pipe", "Hand the text to a program of yours", READ, on=ITEMS),
    command("save_page", "B", "save page", "Put a web address into the Tips; in links the one that is picked", SOURCE),
    command(
        "gather", "ga", "answers", "Answers to call-outs of your own: watch one, work through them, export", SOURCE
    ),
    command("sources", "gs", "sources", "Every source: how it is doing, when it was asked, what it costs", SOURCE),
    command("edit_settings", "E", "edit sources", "Edit the settings with your sources in your own editor", SOURCE),
    command("palette", ": ^P", "commands", "Find a command by name", PROGRAM),
    command("help", "? F1", "help", "This help; type to search it", PROGRAM, *Place, while_typing=True, on=EVERYWHERE),
    command("quit", "Q", "quit", "Quit now; everything is already saved", PROGRAM, LIST, on=EVERYWHERE),
)

RESERVED = frozenset({"^C", "^Q", "^Z"})
"""Keys kept free: for the terminal, and for leaving when nothing else works."""

GIVEN_LATER = frozenset({"B", "E", "M", "S", "^S", "gn"})
"""Keys that meant something else, or nothing, before: a person who had taken one for another command keeps it."""


def command_named(id: str) -> Command | None:
    """The command of that id as the table has it, None where there is none."""
    return next((row for row in COMMANDS if row.id == id), None)
