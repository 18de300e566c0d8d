"""[[Links]] in notes: how they are written, and what they lead to.

`[[n12|words]]` leads to note 12, `[[i5f3k2m9x|words]]` to an item (its number in base 36), `[[Some title]]` to the
note of that title, now or once there is one. Numbers stay true whatever a note is renamed to;
the words after `|` are shown.
"""

from msgspec import Struct

from arrowtui.model.item import ItemId
from arrowtui.model.note import NoteId

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class LinkTarget(Struct, frozen=True):
    """Exactly one of the three."""

    note: NoteId | None = None
    item: ItemId | None = None
    wanted: str | None = None


def to_note(note: NoteId, words: str) -> str:
    """The link to a note as it is written."""
    return f"[[n{int(note)}|{_plain(words)}]]"


def to_item(item: ItemId, words: str) -> str:
    """The link to an item as it is written."""
    return f"[[i{base36(item)}|{_plain(words)}]]"


def base36(number: int) -> str:
    """A number of 0 or more with the digits 0 to z."""
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
    return digits or "0"


def _plain(words: str) -> str:
    """Words that cannot end the link they stand in."""
    return " ".join(words.replace("|", "¦").replace("[", "(").replace("]", ")").split())


NOTES_HOST, ITEMS_HOST = "https://note.arrowtui.invalid/", "https://item.arrowtui.invalid/"
"""Where links inside a set text lead: to no host there can be (RFC 2606), since such a text holds addresses only."""


def address_of(target: LinkTarget) -> str | None:
    """The address that stands for a note or item in a set text; None for a title nothing has yet."""
    if target.note is not None:
        return f"{NOTES_HOST}{int(target.note)}"
    return f"{ITEMS_HOST}{int(target.item)}" if target.item is not None else None


def target_of_address(address: str) -> LinkTarget | None:
    """The note or item an address stands for; None for an address of the world."""
    for host in (NOTES_HOST, ITEMS_HOST):
        number = address.removeprefix(host)
        if number != address and number.isascii() and number.isdecimal() and len(number) < 20:
            return LinkTarget(note=NoteId(int(number))) if host == NOTES_HOST else LinkTarget(item=ItemId(int(number)))
    return None
