"""Every command by a few letters of its name."""

from arrowtui.ui.widgets.dialog import Finder


class PaletteScreen(Finder):
    """`choices`: one row a command, its key as the hint. Answers the id of the command to run."""

    TITLE_WORDS = "Commands"
    KEYS = (("↑↓", "choose"), ("Enter", "run"), ("Esc", "close"))
    PLACEHOLDER = "Type a few letters"
    NOTHING = "No command is called so."
