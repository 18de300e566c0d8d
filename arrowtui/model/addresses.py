"""Addresses as they may be shown: some hold a password or a key."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

SECRETS = frozenset(
    {"token", "key", "api_key", "apikey", "api_token", "access_token", "access_key", "auth", "auth_token", "authkey",
     "password", "passwd", "pass", "secret", "private_token", "feed_token", "rss_token", "rsskey", "signature", "sig"}
)  # fmt: skip
"""Parameters that are keys wherever they occur."""
LONGEST_HOST, LONGEST_LABEL = 254, 63
LONG = 16
"""`feed=` is Reddit's private key where it is so long; elsewhere a kind of feed (`?feed=rss2`)."""


def without_secrets(address: str) -> str:
    """A web address without user, password and parameters that are keys; any other address as it is."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    if parts.scheme.lower() not in ("http", "https", "feed"):
        return address
    host = parts.netloc.rpartition("@")[2]
    asked = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in asked if not _is_secret(name.lower(), value)]
    query = parts.query if len(kept) == len(asked) else urlencode(kept)
    return urlunsplit((parts.scheme, host, parts.path, query, parts.fragment))


def can_be_host(name: str) -> bool:
    """Whether a name, without accents, can be looked up at all: no part of it is empty or too long (RFC 1035, 2.3.4).

    The system's look-up does not refuse such names, it breaks on them.
    """
    labels = name.removesuffix(".").split(".")
    return ":" in name or (0 < len(name) <= LONGEST_HOST and all(0 < len(label) <= LONGEST_LABEL for label in labels))


def _is_secret(name: str, value: str) -> bool:
    return name in SECRETS or (name == "feed" and len(value) >= LONG)
