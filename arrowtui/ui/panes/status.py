"""The two bottom lines: what was done and what goes on; and the few keys that matter here."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from msgspec import Struct
from textual.content import Content
from textual.css.scalar import Scalar
from textual.reactive import reactive
from textual.widget import Widget

from arrowtui.model.progress import Progress
from arrowtui.ui.command import Command, Place
from arrowtui.ui.drawing.fit import cell_len, clipped
from arrowtui.ui.drawing.path import fit_path
from arrowtui.ui.drawing.row import UNICODE, Signs
from arrowtui.ui.keymap import shown

BAR_CELLS = 10
MOST_LINES = 4
"""For a trouble: what to do about it stands at its end."""
ALWAYS = frozenset({"back", "help"})
"""Commands that every footer that has them shows, however narrow."""


class Tone(StrEnum):
    """How a message is meant."""

    DONE = "$foreground"
    HINT = "$text-muted"
    WORK = "italic $text-muted"
    ASK = "bold $text-accent"
    TROUBLE = "$text-error"


class Saying(Struct, frozen=True):
    """A sentence in the status line. `keys` are offered after it: ("u", "undo"). `path` ends it: where there is little
    room the folders in its middle give way."""

    words: str = ""
    tone: Tone = Tone.HINT
    keys: tuple[tuple[str, str], ...] = ()
    path: Path | None = None


class StatusLine(Widget):
    """At the left what was said last (else what is offered), at the right how far the round is. One line, and for a
    trouble as many as it takes to be told whole."""

    DEFAULT_CSS = """
    StatusLine { height: 1; width: 100%; padding: 0 1; color: $text-muted; background: $background; }
    """

    saying: reactive[Saying] = reactive(Saying())
    offered: reactive[Saying] = reactive(Saying())
    progress: reactive[Progress | None] = reactive(None)
    failing: reactive[int] = reactive(0)
    signs: reactive[Signs] = reactive(UNICODE)

    def watch_saying(self) -> None:
        self._make_room()

    def on_resize(self) -> None:
        """A trouble takes other lines in another width."""
        self._make_room()

    def _make_room(self) -> None:
        whole = self._whole_trouble()
        lines = 1 if whole is None else min(whole.get_height({}, self.size.width), MOST_LINES)
        if self.styles.height != Scalar.from_number(lines):
            self.styles.height = lines

    def render(self) -> Content:
        if (whole := self._whole_trouble()) is not None:
            return whole
        # A question, and the keys that may follow one, need the whole line.
        round_words = Content("") if self.saying.tone is Tone.ASK and self.saying.words else self._round()
        room = self.size.width - round_words.cell_length - 2
        said = self._said(room)
        return Content("").join(
            [said, Content(" " * max(self.size.width - said.cell_length - round_words.cell_length, 0)), round_words]
        )

    def _whole_trouble(self) -> Content | None:
        """A trouble that has no room on one line; None for all else."""
        words = self.saying.words
        if self.saying.tone is not Tone.TROUBLE or not 0 < self.size.width - 2 < cell_len(words):
            return None
        return self._said(cell_len(words) + self.size.width)

    def _said(self, room: int) -> Content:
        saying = self.saying if self.saying.words else self.offered
        offered = sum(cell_len(f"  {key} {does}") for key, does in saying.keys)
        words = clipped(saying.words, room - offered, self.signs.ellipsis)
        if saying.path is not None:
            words += f" {fit_path(saying.path, room - offered - cell_len(words) - 1, self.signs.ellipsis)}"
        said = Content.styled(words, saying.tone)
        for key, does in saying.keys:
            said = Content.assemble(said, "  ", (key, "bold $text-accent"), (f" {does}", "$text-muted"))
        return said

    def _round(self) -> Content:
        """While a round runs: bar and figures of it. After it what needs a look: all sources that fail by now."""
        progress = self.progress or Progress(0, 0)
        is_running = progress.done < progress.total
        failing = progress.failing if is_running else self.failing
        facts = []
        if is_running:
            facts.append((f"{progress.done:,}/{progress.total:,}", "$text-muted"))
        if progress.new:
            facts.append((f"{progress.new:,} new", "$text-muted"))
        if failing:
            facts.append((f"{self.signs.failing} {failing:,} failing", "$text-warning"))
        words = Content(" · ").join(Content.styled(text, style) for text, style in facts)
        return Content("").join([self._bar(progress), words])

    def _bar(self, progress: Progress) -> Content:
        if progress.done >= progress.total:
            return Content("")
        full = BAR_CELLS * progress.done // max(progress.total, 1)
        done, left = self.signs.done * full, self.signs.left * (BAR_CELLS - full)
        return Content.assemble((done, "$primary"), (left, "$text-disabled"), " ")


class KeyBar(Widget):
    """The footer: key and word, as many as there is room for; the way back and the help are always there."""

    DEFAULT_CSS = """
    KeyBar { height: 1; width: 100%; padding: 0 1; background: $surface; color: $text-muted; }
    """

    place: reactive[Place] = reactive(Place.LIST)
    table: reactive[Sequence[Command]] = reactive(())

    def render(self) -> Content:
        here = [command for command in self.table if self.place in command.footers and command.keys]
        is_typing = self.place in (Place.NOTE, Place.SEARCH, Place.CAPTURE)
        last = [command for command in here if command.id == "help"]
        pairs: list[Content] = []
        sure = [command for command in here if command.id in ALWAYS]
        room = self.size.width - sum(_pair(command, is_typing).cell_length + 2 for command in sure)
        for command in here:
            pair = _pair(command, is_typing)
            if command in last:
                continue
            if command in sure:
                pairs.append(pair)
            elif pair.cell_length <= room:
                pairs.append(pair)
                room -= pair.cell_length + 2
        return Content("  ").join([*pairs, *(_pair(command, is_typing) for command in last)])


def _pair(command: Command, is_typing: bool) -> Content:
    """While a text has the keyboard a plain character is no command: another key of it is shown."""
    keys = [key for key in command.keys if len(key) > 1 or not is_typing] or command.keys
    return Content.assemble((shown(keys[:1]), "bold $text-accent"), f" {command.label}")
