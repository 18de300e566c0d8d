"""Everything a person can do, in one table. Keys, footer, help, palette and `arrowtui bindings` are all read from it.

A key has one meaning on every tab. Keys are written as people say them: `j`, `G`, `^D` (Ctrl and D), `Enter`, `PgDn`,
`F1`; two characters such as `gg` are pressed one after the other. This module knows nothing of Textual.
"""

from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """The headings of the help."""

    MOVE = "Moving"
    TRIAGE = "Sorting out"
    READ = "Reading"
    NOTE = "Notes"
    VIEW = "What is shown"
    SOURCE = "Sources"
    PROGRAM = "arrowtui"


class Place(StrEnum):
    """Where the keyboard is; each has its own footer."""

    LIST = "list"
    CALLS = "calls"
    CHATS = "chats"
    SESSION = "session"
    READER = "reader"
    SIDE = "side"
    JOURNAL = "journal"
    NOTE = "note"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do. `footers` are the places whose footer shows it; `label` is its word there.

    `while_typing`: its keys (never plain characters) also work while the keyboard is in a text.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: Group
    footers: frozenset[Place] = frozenset()
    while_typing: bool = False


def _command(
    id: str, keys: str, label: str, help: str, group: Group, *footers: Place, while_typing: bool = False
) -> Command:
    return Command(id, tuple(keys.split()), label, help, group, frozenset(footers), while_typing)


LIST, CALLS, CHATS, SESSION, READER, SIDE, JOURNAL, NOTE, SEARCH = Place
MOVE, TRIAGE, READ, WRITE, VIEW, SOURCE, PROGRAM = Group

COMMANDS: tuple[Command, ...] = (
    _command(
        "open",
        "Enter l Right",
        "open",
        "Open the item in the reader; this marks it read",
        READ,
        LIST,
        CALLS,
        CHATS,
        SIDE,
        JOURNAL,
    ),
    _command(
        "back",
        "Esc h q Left",
        "back",
        "One step back: reader, note, search, filter",
        READ,
        *(READER, SIDE, NOTE, SEARCH),
        while_typing=True,
    ),
    _command("down", "j Down", "down", "Next line", MOVE),
    _command("up", "k Up", "up", "Previous line", MOVE),
    _command("top", "gg Home", "top", "To the newest", MOVE),
    _command("end", "G End", "end", "To the oldest", MOVE),
    _command("half_down", "^D", "half page down", "Half a page down", MOVE),
    _command("half_up", "^U", "half page up", "Half a page up", MOVE),
    _command("page_down", "PgDn ^F", "page down", "A page down", MOVE),
    _command("page_up", "PgUp ^B", "page up", "A page up", MOVE),
    _command("read_on", "Space", "read on", "Scroll the text; at its end open the next unread item", READ, READER),
    _command("next_unread", "n", "next unread", "To the next unread item", MOVE),
    _command("previous_unread", "p", "previous unread", "To the previous unread item", MOVE),
    _command("next_item", "J", "next item", "Open the next item in the reader", MOVE, READER),
    _command("previous_item", "K", "previous item", "Open the previous item in the reader", MOVE),
    _command("read", "r", "read", "Mark read, or unread again, and go on", TRIAGE, LIST, SESSION, READER),
    _command("unread", "U", "unread", "Mark unread", TRIAGE),
    _command(
        "dismiss",
        "d",
        "dismiss",
        "Done with it: leave every list but Dismissed, and go on",
        TRIAGE,
        LIST,
        CALLS,
        READER,
    ),
    _command("keep", "s", "keep", "Keep it with a star, or let it go again", TRIAGE, LIST, CALLS, SESSION, READER),
    _command("later", "L", "later", "Put it aside for later, or take it back", TRIAGE),
    _command("tag", "t", "tag", "Add and remove tags", TRIAGE),
    _command("move", "m", "move", "Move it to another tab, for good", TRIAGE),
    _command("why", "W", "why", "Why it is in this tab: who put it there, and what speaks for it", TRIAGE),
    _command("lessons", "T", "lessons", "What your moves to other tabs have taught; forget it", TRIAGE),
    _command("select", "x", "select", "Select it, or not, and go on: the next command is for all selected", TRIAGE),
    _command("select_range", "V", "select range", "Select from here to where the cursor goes", TRIAGE),
    _command("select_none", "X", "select none", "Select nothing", TRIAGE),
    _command("read_all", "A", "all read", "Mark everything in this list read (asks once)", TRIAGE),
    _command("undo", "u", "undo", "Take back the last thing done; again for the one before", TRIAGE, LIST, CALLS),
    _command(
        "answer", "a", "answer", "Write an answer to the call; your mail program or browser sends it", TRIAGE, CALLS
    ),
    _command("state", "i", "state", "Say how far you are with the call: maybe, answering, answered …", TRIAGE, CALLS),
    _command("next_question", "]", "next question", "To the next question of the session", READ, SESSION),
    _command("previous_question", "[", "question", "To the previous question of the session", READ),
    _command("recap", "e", "recap", "Write a recap of the session, by question, into a file", READ, SESSION),
    _command("watch", "w", "watch", "Watch this session: it waits for you until you have read it", TRIAGE, SESSION),
    _command("unfold", "H", "hidden calls", "Show the calls your profile hides, or hide them again", VIEW),
    _command("note", "c", "note", "Write a note beside the item", WRITE, LIST, SESSION, READER),
    _command("notes", "C", "notes", "To the notes of this item in the Journal", WRITE),
    _command("editor", "^E", "$EDITOR", "Write the note in your own editor", WRITE, NOTE, while_typing=True),
    _command("preview", "^O", "preview", "See the note as it reads, or write on", WRITE, NOTE, while_typing=True),
    _command("delete_note", "D", "delete note", "Delete the note under the cursor (u brings it back)", WRITE, JOURNAL),
    _command("browse", "o", "browser", "Open the item's link in the browser", READ, READER),
    _command("copy_link", "y", "copy link", "Copy the item's link", READ),
    _command("pick_link", ";", "links", "Pick a link of the text by a letter", READ, READER),
    _command("search", "/", "search", "Search this tab as you type", VIEW, LIST, CALLS),
    _command("scope", "f", "scope", "Unread, all, kept, later, dismissed: the next of these", VIEW, LIST),
    _command("filters", "F", "filters", "Pick a source, tag or scope in the side panel", VIEW),
    _command("side", "b \\", "side panel", "Show or hide the side panel", VIEW),
    _command("focus_view", "z", "focus view", "Give the whole screen to this pane, or share it again", VIEW),
    _command("take_new", ".", "new items", "Show what has arrived since", VIEW),
    _command("tab_tips", "1", "Tips", "To the Tips", VIEW),
    _command("tab_chats", "2", "Chats", "To the Chats", VIEW),
    _command("tab_calls", "3", "Calls", "To the Calls", VIEW),
    _command("tab_journal", "4", "Journal", "To the Journal of your notes", VIEW),
    _command("next_tab", "gt", "next tab", "To the next tab", VIEW),
    _command("previous_tab", "gT", "previous tab", "To the previous tab", VIEW),
    _command("next_pane", "Tab", "next pane", "To the next pane", MOVE, while_typing=True),
    _command("previous_pane", "Shift+Tab", "previous pane", "To the previous pane", MOVE, while_typing=True),
    _command("refresh_all", "R", "refresh", "Ask every source that is due now", SOURCE),
    _command("refresh_one", "^R", "refresh source", "Ask the source of this item now", SOURCE),
    _command("add", "+", "add source", "Add a source: a feed, a page, a file of feeds", SOURCE),
    _command("save_page", "S", "save page", "Put a web address into the Tips; in links the one that is picked", SOURCE),
    _command("palette", ": ^P", "commands", "Find a command by name", PROGRAM),
    _command("help", "? F1", "help", "This help; type to search it", PROGRAM, *Place, while_typing=True),
    _command("quit", "Q", "quit", "Quit now; everything is already saved", PROGRAM, LIST),
)

RESERVED = frozenset({"^C", "^Q", "^Z"})
"""Keys kept free: for the terminal, and for leaving when nothing else works."""


def command_named(id: str) -> Command | None:
    """The command of that id as the table has it, None where there is none."""
    return next((command for command in COMMANDS if command.id == id), None)
