"""The words in which the table of commands is written.

Keys are written as people say them: `j`, `G`, `^D` (Ctrl and D), `Enter`, `PgDn`, `F1`; two characters such as `gg` are
pressed one after the other.
"""

from arrowtui.ui.command import Command, Group, Place, Surface

LIST, CALLS, CHATS, SESSION, READER, SIDE, JOURNAL, NOTE, SEARCH, CAPTURE, CARD, BOARD, SHEET, PEOPLE = Place
MOVE, TRIAGE, READ, WRITE, AGAIN, VIEW, SOURCE, PROGRAM = Group
ITEMS, IN_JOURNAL = frozenset({Surface.MAIN}), frozenset({Surface.JOURNAL})
ON_CARD, ON_BOARD, ON_SHEET = (frozenset({one}) for one in (Surface.REVIEW, Surface.BOARD, Surface.SHEET))
IN_SESSION, ON_PEOPLE = frozenset({Surface.SESSION}), frozenset({Surface.PEOPLE})
USUAL = ITEMS | IN_JOURNAL
EVERYWHERE = frozenset(Surface)


def command(
    id: str,
    keys: str,
    label: str,
    help: str,
    group: Group,
    *footers: Place,
    while_typing: bool = False,
    on: frozenset[Surface] = frozenset({Surface.MAIN, Surface.JOURNAL}),
) -> Command:
    """A row of the table. `keys` with blanks between them; `footers` are the places whose footer shows it, `on` the
    surfaces on which it can be done."""
    return Command(id, tuple(keys.split()), label, help, group, frozenset(footers), while_typing, on)
