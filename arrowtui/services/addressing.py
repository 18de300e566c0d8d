"""What a person types, as a web address."""

from urllib.parse import urlsplit

from arrowtui.model.addresses import can_be_host
from arrowtui.model.errors_requests import NoSuchAddress


def as_address(typed: str) -> str:
    """A web address from what a person typed: `feed:` taken away, https where no scheme stands, scheme and host in
    small letters, no `#part`: what a server is asked for is written in one way, so that nothing is listed twice.

    Raises: NoSuchAddress.
    """
    bare = typed.strip()
    if bare.lower().startswith("feed:"):
        bare = bare[5:].removeprefix("//")
    if "://" not in bare:
        bare = f"https://{bare}"
    try:
        parts = urlsplit(bare)
        host = parts.hostname or ""
    except ValueError as cause:
        raise NoSuchAddress(typed) from cause
    is_name = ("." in host.strip(".") or ":" in host or host == "localhost") and can_be_host(host)
    if parts.scheme.lower() not in ("http", "https") or not is_name or any(c.isspace() for c in bare):
        raise NoSuchAddress(typed)
    login, at, _ = parts.netloc.rpartition("@")
    place = parts.netloc.rpartition("@")[2].lower()
    return parts._replace(scheme=parts.scheme.lower(), netloc=f"{login}{at}{place}", fragment="").geturl()
