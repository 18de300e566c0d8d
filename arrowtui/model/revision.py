"""What a person changed in her settings, as far as a running screen has to know it."""

from msgspec import Struct

from arrowtui.model.errors import SettingsError
from arrowtui.model.item import KeptSearch
from arrowtui.model.rewritten import Rewritten

EDITED = "Edited the settings"


class Revision(Struct, frozen=True):
    """The settings as they are now, and what is new in them.

    `added`, `removed` and `changed` count sources. `others` are the names of further tables that changed and that a
    screen reads when it begins.
    """

    searches: tuple[KeptSearch, ...] = ()
    has_sources: bool = False
    added: int = 0
    removed: int = 0
    changed: int = 0
    is_search_changed: bool = False
    is_rule_changed: bool = False
    others: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What changed, in words: "2 sources added, 1 removed: its items stay"."""
        stay = {0: "", 1: ": its items stay"}.get(self.removed, ": their items stay")
        words = "; ".join(part for part in (f"{self._sources}{stay}", self._tables) if part)
        return f"{words[0].upper()}{words[1:]}" if words else "Nothing changed in the settings"

    @property
    def step(self) -> str:
        """The same as a step to take back: "Edited the settings (2 sources added, 1 removed)"."""
        words = "; ".join(part for part in (self._sources, self._tables) if part)
        return f"{EDITED} ({words})" if words else EDITED

    @property
    def _tables(self) -> str:
        tables = [f"[{name}]" for name in self.others]
        tables += ["[[search]]"] if self.is_search_changed else []
        tables += ["[[rule]]"] if self.is_rule_changed else []
        return f"changed: {', '.join(tables)}" if tables else ""

    @property
    def _sources(self) -> str:
        counts = ((self.added, "added"), (self.changed, "changed"), (self.removed, "removed"))
        first, *rest = [(count, word) for count, word in counts if count] or [(0, "")]
        if not first[0]:
            return ""
        noun = "source" if first[0] == 1 else "sources"
        return ", ".join([f"{first[0]:,} {noun} {first[1]}", *(f"{count:,} {word}" for count, word in rest)])


class Edited(Struct, frozen=True):
    """How it went: `rewritten` takes it back (None: nothing did change). `revision` is what is new (None: what was
    before cannot be told), `fault` why the file cannot be used now."""

    rewritten: Rewritten | None = None
    revision: Revision | None = None
    fault: SettingsError | None = None

    @property
    def step(self) -> str:
        """What was done, for whoever takes it back."""
        return EDITED if self.revision is None else self.revision.step
