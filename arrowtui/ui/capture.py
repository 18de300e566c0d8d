"""What is being noted in one line, with or without prompts. Pure: no widget, no store."""

from msgspec import Struct

from arrowtui.model.item import ItemId
from arrowtui.model.note import About, Subject
from arrowtui.model.replace import replace
from arrowtui.model.template import NONE, Template


class Target(Struct, frozen=True):
    """Beside what and about what a line is noted; `title` is shown while it is written. Without a `subject` it is about
    the item."""

    item: ItemId | None = None
    subject: Subject | None = None
    about: About | None = None
    title: str = ""


class Capture(Struct, frozen=True):
    """Answers so far, and the line as it stands. `label` is asked where the template asks nothing."""

    target: Target
    template: Template = NONE
    label: str = "Note"
    answers: tuple[str, ...] = ()
    line: str = ""

    @property
    def prompt(self) -> str:
        """What is asked now."""
        prompts = self.template.prompts
        return prompts[len(self.answers)] if len(self.answers) < len(prompts) else self.label

    @property
    def step(self) -> tuple[int, int]:
        """Which prompt this is, and of how many."""
        return len(self.answers) + 1, max(len(self.template.prompts), 1)

    def typed(self, line: str) -> "Capture":
        """The line is different."""
        return replace(self, line=line)

    def entered(self) -> "Capture | None":
        """On to the next prompt; None after the last one."""
        if len(self.answers) + 1 >= len(self.template.prompts):
            return None
        return replace(self, answers=(*self.answers, self.line), line="")

    @property
    def text(self) -> str:
        """The note as Markdown: a single answer to the first prompt needs no heading. "" while nothing is written."""
        given = [answer.strip() for answer in (*self.answers, self.line)]
        if not self.template.prompts or not any(given[1:]):
            return given[0]
        return self.template.text(given)
