"""Everything a person can do, in one table. Keys, footer, help, palette and `arrowtui bindings` are all read from it.

A key has one meaning on every tab of items; the Journal and the screens of their own have a few besides. Keys are
written as people say them: `j`, `G`, `^D` (Ctrl and D), `Enter`, `PgDn`, `F1`; two characters such as `gg` are pressed
one after the other. This module knows nothing of Textual.
"""

from arrowtui.ui.command import Command, Group, Place, Surface


def _command(
    id: str,
    keys: str,
    label: str,
    help: str,
    group: Group,
    *footers: Place,
    while_typing: bool = False,
    on: frozenset[Surface] = frozenset({Surface.MAIN, Surface.JOURNAL}),
) -> Command:
    return Command(id, tuple(keys.split()), label, help, group, frozenset(footers), while_typing, on)


LIST, CALLS, CHATS, SESSION, READER, SIDE, JOURNAL, NOTE, SEARCH, CAPTURE, CARD, BOARD, SHEET, PEOPLE = Place
MOVE, TRIAGE, READ, WRITE, AGAIN, VIEW, SOURCE, PROGRAM = Group
ITEMS, IN_JOURNAL = frozenset({Surface.MAIN}), frozenset({Surface.JOURNAL})
ON_CARD, ON_BOARD, ON_SHEET = (frozenset({one}) for one in (Surface.REVIEW, Surface.BOARD, Surface.SHEET))
IN_SESSION, ON_PEOPLE = frozenset({Surface.SESSION}), frozenset({Surface.PEOPLE})
USUAL = ITEMS | IN_JOURNAL
EVERYWHERE = frozenset(Surface)

COMMANDS: tuple[Command, ...] = (
    _command(
        "open",
        "Enter l Right",
        "open",
        "Open the item in the reader; this marks it read",
        READ,
        *(LIST, CALLS, CHATS, SIDE, JOURNAL, BOARD, PEOPLE),
        on=EVERYWHERE - ON_CARD,
    ),
    _command(
        "back",
        "Esc h q Left",
        "back",
        "One step back: reader, note, search, filter",
        READ,
        *(READER, SIDE, NOTE, SEARCH, CAPTURE, CARD, BOARD, SHEET, PEOPLE),
        while_typing=True,
        on=EVERYWHERE,
    ),
    _command("down", "j Down", "down", "Next line", MOVE, on=EVERYWHERE),
    _command("up", "k Up", "up", "Previous line", MOVE, on=EVERYWHERE),
    _command("top", "gg Home", "top", "To the first line", MOVE, on=EVERYWHERE),
    _command("end", "G End", "end", "To the last line", MOVE, on=EVERYWHERE),
    _command("half_down", "^D", "half page down", "Half a page down", MOVE, on=EVERYWHERE),
    _command("half_up", "^U", "half page up", "Half a page up", MOVE, on=EVERYWHERE),
    _command("page_down", "PgDn ^F", "page down", "A page down", MOVE, on=EVERYWHERE),
    _command("page_up", "PgUp ^B", "page up", "A page up", MOVE, on=EVERYWHERE),
    _command("read_on", "Space", "read on", "Scroll the text; at its end open the next unread item", READ, READER),
    _command("next_unread", "n", "next unread", "To the next unread item", MOVE),
    _command("previous_unread", "p", "previous unread", "To the previous unread item", MOVE),
    _command("next_item", "J", "next item", "Open the next item in the reader", MOVE, READER),
    _command("previous_item", "K", "previous item", "Open the previous item in the reader", MOVE),
    _command(
        "read",
        "r",
        "read",
        "Mark read, or unread again, and go on",
        TRIAGE,
        LIST,
        CHATS,
        SESSION,
        READER,
        on=ITEMS | IN_SESSION,
    ),
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
    _command(
        "keep",
        "s",
        "keep",
        "Keep it with a star, or let it go again",
        TRIAGE,
        *(LIST, CALLS, SESSION, READER, BOARD),
        on=ITEMS | ON_BOARD | IN_SESSION,
    ),
    _command("later", "L", "later", "Put it aside for later, or take it back", TRIAGE),
    _command("tag", "t", "tag", "Add and remove tags", TRIAGE, on=ITEMS | IN_SESSION),
    _command("tag_note", "t", "tag", "In the Journal: add and remove tags of the note", WRITE, JOURNAL, on=IN_JOURNAL),
    _command("move", "m", "move", "Move it to another tab, for good", TRIAGE),
    _command("why", "W", "why", "Why it is in this tab: who put it there, and what speaks for it", TRIAGE),
    _command("lessons", "T", "lessons", "What your moves to other tabs have taught; forget it", TRIAGE),
    _command(
        "select",
        "x",
        "select",
        "Select it, or not, and go on: the next command is for all selected",
        TRIAGE,
        on=ITEMS,
    ),
    _command(
        "let_note_go",
        "x",
        "let go",
        "In the Journal: let the note go, so that it does not come back, or take it up again",
        AGAIN,
        JOURNAL,
        on=IN_JOURNAL,
    ),
    _command("select_range", "V", "select range", "Select from here to where the cursor goes", TRIAGE),
    _command("select_none", "X", "select none", "Select nothing", TRIAGE),
    _command("read_all", "A", "all read", "Mark everything in this list read (asks once)", TRIAGE),
    _command(
        "undo",
        "u",
        "undo",
        "Take back the last thing done; again for the one before",
        TRIAGE,
        *(LIST, CALLS, CARD),
        on=EVERYWHERE,
    ),
    _command(
        "answer", "a", "answer", "Write an answer to the call; your mail program or browser sends it", TRIAGE, CALLS
    ),
    _command("state", "i", "state", "Say how far you are with the call: maybe, answering, answered …", TRIAGE, CALLS),
    _command("ask_again", "I", "ask again", "Set the day on which to ask again about a call, or drop it", TRIAGE),
    _command("calendar", "gc", "calendar", "Put the deadline of the call (or those selected) into a calendar", TRIAGE),
    _command("whole_calendar", "gC", "all deadlines", "Put all deadlines into one calendar file", TRIAGE),
    _command(
        "next_question",
        "]",
        "next question",
        "To the next question of the session",
        READ,
        SESSION,
        on=USUAL | IN_SESSION,
    ),
    _command(
        "previous_question", "[", "question", "To the previous question of the session", READ, on=USUAL | IN_SESSION
    ),
    _command(
        "recap",
        "e",
        "recap",
        "Write a recap of the session, by question, into a file",
        READ,
        CHATS,
        SESSION,
        on=USUAL | IN_SESSION,
    ),
    _command(
        "watch",
        "w",
        "watch",
        "Watch this session: it waits for you until you have read it",
        TRIAGE,
        CHATS,
        SESSION,
        on=USUAL | IN_SESSION,
    ),
    _command(
        "pause",
        "P",
        "pause",
        "Pause the session: nothing is counted until you go on",
        VIEW,
        SESSION,
        on=IN_SESSION,
    ),
    _command("people", "gp", "people", "Who answers well in the chats you follow", READ, CHATS, on=ITEMS | IN_SESSION),
    _command("unfold", "H", "hidden calls", "Show the calls your filters hide, or hide them again", VIEW),
    _command(
        "capture",
        "c",
        "note",
        "Note a line beside the item; outside of chats your prompts follow",
        WRITE,
        *(LIST, SESSION, READER),
        on=USUAL | IN_SESSION,
    ),
    _command(
        "note",
        "M gn",
        "write",
        "Write on in the note beside the item, with room and preview",
        WRITE,
        READER,
        JOURNAL,
    ),
    _command(
        "new_note",
        "N",
        "new note",
        "Begin another note: about the item, its author, its source, today, alone; in a chat the answer",
        WRITE,
        JOURNAL,
        on=USUAL | IN_SESSION,
    ),
    _command("notes", "C", "notes", "To the notes of this item in the Journal", WRITE),
    _command("quote", '"', "quote", "Take a passage of the text into the note, credited", WRITE, READER),
    _command(
        "layer",
        "^N",
        "answer again",
        "Answer the note again: a new dated layer over what you wrote",
        WRITE,
        NOTE,
        while_typing=True,
    ),
    _command("template", "^T", "prompts", "Put prompts to think along into the note", WRITE, NOTE, while_typing=True),
    _command("link", "^L", "link", "Link to a note or item ([[ while writing does the same)", WRITE, while_typing=True),
    _command(
        "history",
        "^G",
        "history",
        "Earlier texts of the note: what changed, and bring one back",
        WRITE,
        NOTE,
        while_typing=True,
    ),
    _command("editor", "^E", "$EDITOR", "Write the note in your own editor", WRITE, NOTE, while_typing=True),
    _command("preview", "^O", "preview", "See the note as it reads, or write on", WRITE, NOTE, while_typing=True),
    _command(
        "vault", "v", "vault", "Decide what the vault leaves to you: texts written in two places, deleted files", WRITE
    ),
    _command("delete_note", "D", "delete note", "Delete the note under the cursor (u brings it back)", WRITE, JOURNAL),
    _command(
        "follow",
        "'",
        "open offer",
        "Open what arrowtui offers: what you wrote about this, a chat to look back on",
        AGAIN,
        on=USUAL | IN_SESSION,
    ),
    _command("wave_off", "~", "no, thanks", "Wave off what arrowtui offers", AGAIN, on=USUAL | IN_SESSION),
    _command("review", "gr", "review", "Meet notes again: what did you mean to do?", AGAIN, on=ITEMS),
    _command("review_here", "r", "review", "In the Journal: meet notes again", AGAIN, JOURNAL, on=IN_JOURNAL),
    _command("intentions", "gi", "intentions", "What you meant to do, and by when", AGAIN),
    _command("board", "gb", "board", "What you kept, on a board: never looked at again first", AGAIN),
    _command("letter", "gl", "letter", "Your week in a letter: what came, was kept, was thought", AGAIN),
    _command("measures", "gm", "measures", "Small plots: looked at again, done, reflected on, coming", AGAIN),
    _command("grouping", "f", "group by", "On the board: by tag, by source, by profession", AGAIN, BOARD, on=ON_BOARD),
    _command("earlier", "p", "week before", "In the letter: the week before", AGAIN, SHEET, on=ON_SHEET),
    _command("later_sheet", "n", "week after", "In the letter: the week after", AGAIN, SHEET, on=ON_SHEET),
    _command("copy_sheet", "y", "copy", "Copy the whole text as Markdown", AGAIN, SHEET, on=ON_SHEET),
    _command("show", "Space Enter", "show", "Show the note", AGAIN, CARD, on=ON_CARD),
    _command("forgot", "1", "forgot", "I had forgotten it", AGAIN, CARD, on=ON_CARD),
    _command("effort", "2", "effort", "I remembered it with effort", AGAIN, CARD, on=ON_CARD),
    _command("yes", "3", "yes", "I remembered it", AGAIN, CARD, on=ON_CARD),
    _command("habit", "4", "habit", "It is a habit already", AGAIN, CARD, on=ON_CARD),
    _command("used", "w", "used it", "I used it: a new layer says how it went", AGAIN, CARD, on=ON_CARD),
    _command("let_go", "x", "let go", "Let it go: it does not come back", AGAIN, CARD, on=ON_CARD),
    _command(
        "open_item", "l", "open item", "Leave the review for the item this note stands beside", AGAIN, CARD, on=ON_CARD
    ),
    _command("put_off", "L", "later", "Not now: in two days again", AGAIN, CARD, on=ON_CARD),
    _command("browse", "o", "browser", "Open the item's link in the browser", READ, READER, BOARD, CARD, on=EVERYWHERE),
    _command("copy_link", "y", "copy link", "Copy the item's link", READ, on=USUAL | IN_SESSION),
    _command(
        "pick_link",
        ";",
        "links",
        "Pick a link of the text by a letter",
        READ,
        READER,
        SHEET,
        on=ITEMS | IN_JOURNAL | ON_SHEET,
    ),
    _command("search", "/", "search", "Search this tab as you type", VIEW, LIST, CALLS, on=USUAL | IN_SESSION),
    _command(
        "keep_search",
        "^S",
        "keep search",
        "Keep this search under a name, in the side panel and your settings",
        VIEW,
        SEARCH,
        while_typing=True,
    ),
    _command("scope", "f", "scope", "Unread, all, kept, later, dismissed: the next of these", VIEW, LIST),
    _command("sort", "S", "sort", "The next order of the list: newest, oldest, by source; calls by urgency, fit", VIEW),
    _command("filters", "F", "filters", "Pick a source, tag or scope in the side panel", VIEW),
    _command("side", "b \\", "side panel", "Show or hide the side panel", VIEW),
    _command("focus_view", "z", "focus view", "Give the whole screen to this pane, or share it again", VIEW),
    _command("take_new", ".", "new items", "Show what has arrived since", VIEW, on=USUAL | IN_SESSION),
    _command("tab_tips", "1", "Tips", "To the Tips", VIEW),
    _command("tab_chats", "2", "Chats", "To the Chats", VIEW),
    _command("tab_calls", "3", "Calls", "To the Calls", VIEW),
    _command("tab_journal", "4", "Journal", "To the Journal of your notes", VIEW),
    _command("next_tab", "gt", "next tab", "To the next tab", VIEW),
    _command("previous_tab", "gT", "previous tab", "To the previous tab", VIEW),
    _command(
        "next_pane", "Tab", "next pane", "To the next pane", MOVE, while_typing=True, on=USUAL | IN_SESSION | ON_PEOPLE
    ),
    _command(
        "previous_pane",
        "Shift+Tab",
        "previous pane",
        "To the previous pane",
        MOVE,
        while_typing=True,
        on=USUAL | IN_SESSION | ON_PEOPLE,
    ),
    _command("refresh_all", "R", "refresh", "Ask all sources now", SOURCE),
    _command("refresh_one", "^R", "refresh source", "Ask the source of this item now", SOURCE),
    _command(
        "add", "+", "add source", "Add a source: a feed, a page, a file of feeds; follow a chat that was found", SOURCE
    ),
    _command("packs", "g+", "starter packs", "Take a starter pack: good sources for a profession", SOURCE),
    _command("pipe", "|", "pipe", "Hand the text to a program of yours", READ, on=ITEMS),
    _command("save_page", "B", "save page", "Put a web address into the Tips; in links the one that is picked", SOURCE),
    _command(
        "gather", "ga", "answers", "Answers to call-outs of your own: watch one, work through them, export", SOURCE
    ),
    _command("sources", "gs", "sources", "Every source: how it is doing, when it was asked, what it costs", SOURCE),
    _command("edit_settings", "E", "edit sources", "Edit the settings with your sources in your own editor", SOURCE),
    _command("palette", ": ^P", "commands", "Find a command by name", PROGRAM),
    _command("help", "? F1", "help", "This help; type to search it", PROGRAM, *Place, while_typing=True, on=EVERYWHERE),
    _command("quit", "Q", "quit", "Quit now; everything is already saved", PROGRAM, LIST, on=EVERYWHERE),
)

RESERVED = frozenset({"^C", "^Q", "^Z"})
"""Keys kept free: for the terminal, and for leaving when nothing else works."""

GIVEN_LATER = frozenset({"B", "E", "M", "S", "^S", "gn"})
"""Keys that meant something else, or nothing, before: a person who had taken one for another command keeps it."""


def command_named(id: str) -> Command | None:
    """The command of that id as the table has it, None where there is none."""
    return next((command for command in COMMANDS if command.id == id), None)
