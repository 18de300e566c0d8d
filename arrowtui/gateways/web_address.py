"""Web addresses as they are sent, and where a redirect may lead."""

import base64
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urljoin, urlsplit

from arrowtui.model.addresses import can_be_host
from arrowtui.model.errors_fetching import RedirectRefused, ServerUnreachable

PORTS = {"http": 80, "https": 443}
PATH_KEPT = "/%:=&~+!$,;'@()*[]-._"
QUERY_KEPT = PATH_KEPT + "?"


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart and made fit for the wire. `host` is lower case ASCII, IPv6 without brackets.

    `login` is the value of an `Authorization` header when the address carried a name and password. It and the path,
    whose query may hold a key, are kept out of every `repr`.
    """

    scheme: str
    host: str
    port: int
    path: str = field(repr=False)
    login: str | None = field(default=None, repr=False)

    @property
    def origin(self) -> tuple[str, str, int]:
        return self.scheme, self.host, self.port

    @property
    def netloc(self) -> str:
        """Host and port as they stand in a `Host` header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def address(self) -> str:
        """The whole address, without name and password."""
        return f"{self.scheme}://{self.netloc}{self.path}"


def target_of(address: str) -> Target:
    """Take an address apart.

    Raises: ServerUnreachable when it is not an http or https address with a host.
    """
    try:
        parts = urlsplit(address.strip())
        host = _ascii_host(parts.hostname or "")
        if parts.scheme.lower() not in PORTS or not host:
            raise ValueError("not a web address")
        port = parts.port or PORTS[parts.scheme.lower()]
    except ValueError as cause:  # UnicodeError is one too
        raise ServerUnreachable(shown_host(address), "this is not a web address") from cause
    path = quote(parts.path, safe=PATH_KEPT) or "/"
    query = f"?{quote(parts.query, safe=QUERY_KEPT)}" if parts.query else ""
    return Target(parts.scheme.lower(), host, port, path + query, _login(parts.username, parts.password))


def shown_host(address: str) -> str:
    """The host of an address for a person to read: never its name, password or query."""
    rest = address.partition("//")[2] or address
    return rest.partition("/")[0].partition("?")[0].rpartition("@")[2] or "(no host)"


def redirected(asked: str, location: str) -> Target:
    """Where a `Location` header leads, seen from the address that sent it.

    Raises: RedirectRefused for https to http, other schemes, a name or password inside, or no address at all.
    """
    host = shown_host(asked)
    try:
        address = urljoin(asked, location.strip())
        target = target_of(address)
    except (ServerUnreachable, ValueError) as cause:
        raise RedirectRefused(host, _shown(location), "this is not a web address") from cause
    if target.login:
        raise RedirectRefused(host, target.address, "it carries a name and password")
    if asked.startswith("https:") and target.scheme == "http":
        raise RedirectRefused(host, target.address, "it would give up encryption")
    return target


def _shown(location: str) -> str:
    return "".join(sign for sign in location if sign.isprintable())[:200]


def _ascii_host(host: str) -> str:
    name = host if host.isascii() else host.encode("idna").decode("ascii")
    if not can_be_host(name) or any(sign <= " " or sign in '\x7f<>"\\^`{|}%' for sign in name.partition("%")[0]):
        raise ValueError("no host")
    return name


def _login(user: str | None, password: str | None) -> str | None:
    if user is None:
        return None
    pair = f"{unquote(user)}:{unquote(password or '')}".encode()
    return f"Basic {base64.b64encode(pair).decode()}"
