"""What a person changed in her settings, as far as a running screen has to know it."""

from msgspec import Struct

from arrowtui.model.item import KeptSearch


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
        tables = [f"[{name}]" for name in self.others]
        tables += ["[[search]]"] if self.is_search_changed else []
        tables += ["[[rule]]"] if self.is_rule_changed else []
        changed = f"changed: {', '.join(tables)}" if tables else ""
        words = "; ".join(part for part in (self._sources(), changed) if part)
        return f"{words[0].upper()}{words[1:]}" if words else "Nothing changed in the settings"

    def _sources(self) -> str:
        counts = ((self.added, "added"), (self.changed, "changed"), (self.removed, "removed"))
        first, *rest = [(count, word) for count, word in counts if count] or [(0, "")]
        if not first[0]:
            return ""
        noun = "source" if first[0] == 1 else "sources"
        said = ", ".join([f"{first[0]:,} {noun} {first[1]}", *(f"{count:,} {word}" for count, word in rest)])
        stay = {0: "", 1: ": its items stay"}.get(self.removed, ": their items stay")
        return f"{said}{stay}"
