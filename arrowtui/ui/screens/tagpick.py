"""A tag of notes by a few letters."""

from collections.abc import Sequence

from arrowtui.ui.widgets.choice import Choice
from arrowtui.ui.widgets.dialog import Finder


class TagScreen(Finder):
    """`tags` with how many notes carry each. Answers the tag to narrow the Journal to."""

    TITLE_WORDS = "Notes with a tag"
    KEYS = (("↑↓", "choose"), ("Enter", "show"), ("Esc", "close"))
    PLACEHOLDER = "Which tag?"
    NOTHING = "No note has such a tag."

    def __init__(self, tags: Sequence[tuple[str, int]]) -> None:
        super().__init__([Choice(tag, f"#{tag}", str(count)) for tag, count in tags])
