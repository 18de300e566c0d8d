"""The top line: the tabs with what is unread in them, and at the right what the list below shows."""

from collections.abc import Mapping
from dataclasses import dataclass

from msgspec import Struct
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from arrowtui.model.item import LaneCounts
from arrowtui.model.lane import Lane
from arrowtui.ui.desk import Tab
from arrowtui.ui.drawing.fit import cell_len, whole_parts

GAP = 2


class Caption(Struct, frozen=True):
    """What the list shows, in words; `arrived` is how many items came since and are not in it yet."""

    words: str = ""
    arrived: int = 0


class TabBar(Widget):
    """One line. Says which tab is wanted when one is clicked."""

    DEFAULT_CSS = """
    TabBar { height: 1; width: 100%; background: $surface; color: $text-muted; }
    """
    ALLOW_SELECT = False

    active: reactive[Tab] = reactive(Tab.TIPS)
    counts: reactive[Mapping[Lane, LaneCounts]] = reactive({})
    caption: reactive[Caption] = reactive(Caption())
    waiting: reactive[int] = reactive(0)
    has_counts: reactive[bool] = reactive(True)

    @dataclass
    class Picked(Message):
        """A tab was clicked."""

        tab: Tab

    def labels(self) -> list[tuple[Tab, str]]:
        """The words of every tab as they stand, blanks included; shorter where the line is short."""
        numbered = [(tab, f" {number} {tab}{self._count(tab)} ") for number, tab in enumerate(Tab, 1)]
        if sum(cell_len(words) for _, words in numbered) + 12 <= self.size.width:
            return numbered
        return [(tab, f" {tab}{self._count(tab)} ") for tab in Tab]

    def _count(self, tab: Tab) -> str:
        """What is unread; in the Journal what is to be met again today."""
        if not self.has_counts:
            return ""
        if tab.lane is None:
            return f" {self.waiting}" if self.waiting else ""
        found = self.counts.get(tab.lane)
        return f" {found.unread:,}" if found and found.unread else ""

    def render(self) -> Content:
        parts = [self._label(tab, words) for tab, words in self.labels()]
        room = self.size.width - sum(part.cell_length for part in parts) - GAP
        return Content("").join([*parts, self._caption(room)])

    def _label(self, tab: Tab, words: str) -> Content:
        """The key faint, the word, the count in the colour of the unread mark."""
        key, name, count = words.partition(tab.value)
        style = "bold $foreground" if tab is self.active else "$text-muted"
        label = Content.assemble((key, "$text-disabled"), (name, style), (count, "$text-accent"))
        return label.stylize("on $background") if tab is self.active else label

    def _caption(self, room: int) -> Content:
        """What came since is said first, for it asks for a key; the rest gives way to it."""
        number = f"{self.caption.arrived:,} " if self.has_counts else ""
        news = f"{number}new · press ." if self.caption.arrived else ""
        if room < cell_len(news):
            return Content("")
        words = whole_parts(self.caption.words, room - cell_len(news) - (3 if news else 0))
        gap = " · " if words and news else ""
        blank = " " * (GAP + room - cell_len(words + gap + news) - 1)
        return Content.assemble(blank, (words, "$text-muted"), (gap, "$text-muted"), (news, "bold $text-accent"), " ")

    def on_click(self, event: events.Click) -> None:
        left = 0
        for tab, words in self.labels():
            left += cell_len(words)
            if event.x < left:
                self.post_message(self.Picked(tab))
                return
