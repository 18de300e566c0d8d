"""Web addresses taken apart, as people type them: with or without a scheme, with or without `www.`."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from msgspec import Struct

BARE = re.compile(r"[a-z0-9][a-z0-9.-]*\.[a-z]{2,24}(?:[:/?#].*)?", re.IGNORECASE)
"""An address without its scheme: nothing else begins with a host name."""
SEGMENT = "@+~:,!$&'()*=;"
"""What a path segment may hold as it is (RFC 3986, 3.3)."""


class Place(Struct, frozen=True):
    """A web address. `origin` is scheme, host and port in lower case, `host` the name alone without `www.`. `path` is
    as it was written, `parts` are its decoded segments without empty ones. Of a parameter given twice the last counts.
    """

    origin: str
    host: str
    path: str
    parts: tuple[str, ...]
    query: Mapping[str, str]

    def is_at(self, *domains: str) -> bool:
        """Whether the host is one of these domains or lies below one."""
        return any(self.host == domain or self.host.endswith(f".{domain}") for domain in domains)


def place_of(typed: str) -> Place | None:
    """The web address something typed is; None where it is none, or carries a name and password."""
    bare = typed.strip()
    if bare.lower().startswith("feed:"):
        bare = bare[5:].removeprefix("//")
    if BARE.fullmatch(bare):
        bare = f"https://{bare}"
    if any(sign.isspace() for sign in bare):
        return None
    try:
        split = urlsplit(bare)
        host, port = (split.hostname or "").rstrip("."), split.port
    except ValueError:
        return None
    if split.scheme not in ("http", "https") or not host or split.username is not None:
        return None
    name = f"[{host}]" if ":" in host else host
    origin = f"{split.scheme}://{name}:{port}" if port else f"{split.scheme}://{name}"
    parts = tuple(unquote(part) for part in split.path.split("/") if part)
    return Place(origin, host.removeprefix("www."), split.path, parts, dict(parse_qsl(split.query)))


def feed_address(written: str) -> str | None:
    """A feed's address as lists of other programs write it; `feed:`, `feed://` and no scheme at all mean http.

    Returns: None where it is no address on the web.
    """
    bare = written.strip()
    if bare.lower().startswith("feed:"):
        bare = bare[5:].removeprefix("//")
        bare = bare if "://" in bare else f"http://{bare}"
    elif BARE.fullmatch(bare):
        bare = f"http://{bare}"
    try:
        split = urlsplit(bare)
        is_web = split.scheme in ("http", "https") and bool(split.hostname) and split.port != 0
    except ValueError:
        return None
    return bare if is_web and all(sign.isprintable() and not sign.isspace() for sign in bare) else None


def path_of(parts: Iterable[str]) -> str:
    """A path of decoded segments, encoded: `/t/a%20b`; the empty text for none."""
    return "".join(f"/{quote(part, safe=SEGMENT)}" for part in parts)


def with_query(address: str, pairs: Iterable[tuple[str, str]]) -> str:
    """An address with parameters behind it; those without a value are left out."""
    query = urlencode([(name, value) for name, value in pairs if value], safe=",;:()<>")
    return f"{address}?{query}" if query else address
