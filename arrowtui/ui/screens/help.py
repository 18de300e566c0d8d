"""Every key there is, by what it is for, found by typing."""

from arrowtui.ui.widgets.dialog import Finder


class HelpScreen(Finder):
    """`choices`: all commands grouped, the key as the hint. Enter runs the command whose id is answered."""

    DEFAULT_CSS = "HelpScreen > #box { max-width: 78; height: 92%; max-height: 100%; }"
    TITLE_WORDS = "Keys and commands"
    KEYS = (("type", "to find"), ("↑↓", "move"), ("Enter", "run"), ("Esc", "close"))
    PLACEHOLDER = "What do you want to do?"
    NOTHING = "No command fits. Try another word."
