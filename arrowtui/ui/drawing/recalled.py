"""The quiet line that says: you wrote about this."""

from textual.content import Content

from arrowtui.model.recalled import Recalled, Tie
from arrowtui.ui.drawing.fit import cell_len, clipped, steady

TIES = {
    Tie.LINK: "You wrote about this link",
    Tie.LINKED: "You link to this",
    Tie.AUTHOR: "You wrote about {shared}",
    Tie.TAGS: "You wrote about #{shared}",
    Tie.WORDS: "You wrote about {shared}",
}


def recalled_line(recalled: Recalled, key: str, width: int) -> Content:
    """In at most `width` cells: why, the note's title, and the key that opens it."""
    offer = f"  {key} opens it"
    shared = recalled.shared.replace(" ", " #") if recalled.tie is Tie.TAGS else recalled.shared
    why = TIES[recalled.tie].format(shared=steady(shared))
    words = clipped(f"✎ {why}: {steady(recalled.title)}", max(width - cell_len(offer), 0))
    return Content.assemble((words, "$secondary"), "  ", (key, "bold $text-accent"), (" opens it", "$text-muted"))
