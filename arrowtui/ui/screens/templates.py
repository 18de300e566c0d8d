"""Sets of prompts to think along."""

from collections.abc import Iterable

from arrowtui.model.template import Template
from arrowtui.ui.widgets.choice import Choice
from arrowtui.ui.widgets.dialog import Finder


class TemplatesScreen(Finder):
    """Answers the name of the template to put into the note."""

    TITLE_WORDS = "Prompts"
    KEYS = (("↑↓", "choose"), ("Enter", "put in"), ("Esc", "leave it"))
    PLACEHOLDER = "Which prompts?"
    NOTHING = "No prompts are called so."

    def __init__(self, templates: Iterable[Template]) -> None:
        super().__init__(
            [Choice(each.name, each.title, about=" · ".join(each.prompts), words=each.name) for each in templates]
        )
