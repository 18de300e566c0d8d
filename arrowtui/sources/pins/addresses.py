"""Addresses of Pinterest, in whatever country, and the feeds that belong to them."""

import re
from urllib.parse import quote, unquote, urlsplit

from msgspec import Struct

WEB = "https://www.pinterest.com"
HOST = re.compile(r"(?:[a-z0-9-]+\.)?pinterest\.(?:[a-z]{2,3}|com?\.[a-z]{2})")
SHORT_HOST = "pin.it"
NAME = re.compile(r"[\w.%-]{1,100}")
TABS = frozenset({"_saved", "_created", "_pins", "_profile", "boards", "pins", "created"})
"""What may follow a name and is no board: parts of the person's own page."""
_NO_PEOPLE = (
    "about amp business categories convert developers discover explore ideas login logout news_hub oauth password "
    "policy resource search settings shopping signup source today topics videos _tools"
)
NO_PEOPLE = frozenset(_NO_PEOPLE.split())
"""First steps of paths that are no people."""


class Place(Struct, frozen=True):
    """Whose pins; of one board, or of all. With `pin` it is a single one; with neither it is something with no feed."""

    user: str = ""
    board: str = ""
    pin: str = ""

    @property
    def address(self) -> str:
        """The address in the browser under which it is kept."""
        return f"{WEB}/{quote(self.user)}/" + (f"{quote(self.board)}/" if self.board else "")

    def feed(self, base: str) -> str:
        """The address of its feed."""
        return f"{base}/{quote(self.user)}/" + (f"{quote(self.board)}.rss" if self.board else "feed.rss")


def is_ours(address: str) -> bool:
    """Whether an address is one of Pinterest."""
    host = _host(address)
    return host == SHORT_HOST or HOST.fullmatch(host) is not None


def is_short(address: str) -> bool:
    """Whether it is one of the short addresses that lead on to a pin or board."""
    return _host(address) == SHORT_HOST


def _host(address: str) -> str:
    try:
        parts = urlsplit(address.strip())
        return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


def place_in(address: str) -> Place:
    """What the path of an address leads to; a section of a board is taken for its board."""
    path = [unquote(step) for step in urlsplit(address.strip()).path.split("/") if step]
    match path:
        case ["pin", number, *_]:
            return Place(pin=number)
        case [user] | [user, "feed.rss"] if _is_person(user):
            return Place(user)
        case [user, tab, *_] if _is_person(user) and tab in TABS:
            return Place(user)
        case [user, board, *_] if _is_person(user) and NAME.fullmatch(board):
            return Place(user, board.removesuffix(".rss"))
    return Place()


def _is_person(name: str) -> bool:
    return NAME.fullmatch(name) is not None and name.lower() not in NO_PEOPLE
