"""Which items are one: the key "kind|scope|native id"."""

import re
from functools import lru_cache
from hashlib import blake2b
from urllib.parse import urlsplit

GLOBAL = re.compile(
    r"(?:https?://|tag:|urn:|at://|yt:video:|\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$|[0-9a-f]{32,128}$)",
    re.IGNORECASE,
)
"""Ids which by their form are meant to be unlike any other in the world."""
WORLDWIDE = frozenset({"mastodon"})
"""Kinds whose global ids mean the same wherever they are met: a post is one item through however many servers."""
BY_ADDRESS = frozenset({"feed", "page", "command"})
"""Kinds in which every address numbers its items by itself, so that "1" of two feeds are two items."""

COPIED = frozenset({"pinterest"})
"""Kinds whose items are saved again and again, each copy under a link of its own: another link is no change."""


def key_of(kind: str, address: str, native_id: str, host: str | None = None) -> str:
    """The identity of an item.

    Args:
        kind: of the source. An item of one kind is never one of another.
        address: of the source; its host is the scope where the platform names none.
        native_id: opaque; only its form is looked at.
        host: the name space its source gives it, None for the source's own.
    Returns: "kind|scope|native id". The scope is the host (a leading `www.` does not count), so that an article in two
        feeds of one site is one item; nothing for ids that count in a whole network; for ids that say nothing beyond
        their own feed the host and a short hash of the feed's address, which may hold a secret and is not to be read
        back from a key.
    """
    if host is None and kind in WORLDWIDE and GLOBAL.match(native_id):
        scope = ""
    elif host is None and kind in BY_ADDRESS and not GLOBAL.match(native_id):
        scope = f"{_host_in(address)}#{_hashed(address.partition('://')[2] or address)}"
    else:
        scope = host or (_host_in(address) if kind in BY_ADDRESS else host_of(address))
    key = f"{kind}|{scope}|{_same(native_id)}"
    if key.isascii():
        return key
    return key.encode("utf-8", "backslashreplace").decode()  # half a character (JSON can spell one) cannot be stored


def host_of(address: str) -> str:
    """The host of an address in lower case without `www.`; the address itself where it has none."""
    return _host_in(address) or address.lower()


@lru_cache(64)  # a batch asks fifty times for the same
def _host_in(address: str) -> str:
    """The same, "" where there is none: the rest of an address (a command line) may hold a secret."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


@lru_cache(64)
def _hashed(address: str) -> str:
    return blake2b(address.encode("utf-8", errors="replace"), digest_size=6).hexdigest()


def _same(native_id: str) -> str:
    """Blanks and bars inside an id are nothing to tell items apart by; a web address counts without its scheme."""
    if native_id.startswith(("http://", "https://")):
        return native_id.partition("://")[2]
    return native_id
