"""Which words are safe and which are not yet. Pure: no timer, no disk."""

from msgspec import Struct

from arrowtui.model.replace import replace


class Autosave(Struct, frozen=True):
    """The state of one text: `text` as it stands, `sent` as last handed over, `safe` as last confirmed."""

    text: str = ""
    sent: str = ""
    safe: str = ""
    trouble: str = ""

    @classmethod
    def of(cls, stored: str) -> "Autosave":
        """A text just read from the store."""
        return cls(stored, stored, stored)

    def typed(self, text: str) -> "Autosave":
        """The person changed it."""
        return replace(self, text=text)

    def handed_over(self) -> "Autosave":
        """It was sent to be saved."""
        return replace(self, sent=self.text)

    def confirmed(self, text: str) -> "Autosave":
        """`text` is in the store."""
        return replace(self, safe=text, trouble="")

    def refused(self, why: str) -> "Autosave":
        """The last save failed; it counts as not sent, so the next beat tries again."""
        return replace(self, sent=self.safe, trouble=why)

    @property
    def is_due(self) -> bool:
        """Whether there is something nobody was told of."""
        return self.text != self.sent

    @property
    def is_safe(self) -> bool:
        """Whether the store has every word."""
        return self.text == self.safe
