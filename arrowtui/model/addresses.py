"""Addresses as they may be shown: some hold a password or a key."""

import re
from urllib.parse import unquote, unquote_plus, urlsplit, urlunsplit

SECRETS = frozenset(
    {"key", "auth", "pass", "pwd", "secret", "sig", "jwt", "sid", "session", "sessionid", "otp", "magic"}
)
"""Parameters that are keys wherever they occur, written in whatever way: `api_key`, `Api-Key` and `apiKey` are one."""
SECRET_ENDS = (
    "token",
    "apikey",
    "accesskey",
    "authkey",
    "rsskey",
    "userkey",
    "secret",
    "password",
    "passwd",
    "signature",
)
"""Ends of the names of others."""
LONGEST_HOST, LONGEST_LABEL = 254, 63
ONLY_RANDOM = frozenset({"feed", "t", "k", "h", "hash"})
"""`feed=` is Reddit's private key where it looks like one; elsewhere a kind of feed (`?feed=rss2`). So with `t=`."""
PRIVATE_NEXT = frozenset({"private", "secret", "token", "key"})
"""Parts of a path behind which a key stands, where it looks like one: `/feed/private/5b1c…`."""
_KEY = (
    r"(?:[0-9a-fA-F-]{16,}|(?=[A-Za-z]*[0-9])(?=[0-9]*[A-Za-z])[A-Za-z0-9]{16,}"
    r"|(?=[^A-Z]*[A-Z])(?=[^a-z]*[a-z])(?=[^0-9]*[0-9])[\w-]{20,})(?:\.[a-z]{2,4})?"
)
RANDOM = re.compile(_KEY, re.ASCII)
"""Hexadecimal, letters among digits, or all three of small, large and digits: what no one would choose as a name.
`frequently-asked-2026` is none."""
PRIVATE_PART = re.compile(rf"(?:private|secret|token|key)[-:=_.]{_KEY}", re.ASCII)
"""`private-5b1c…` of a calendar, `secret:5b1c…` of a list of bookmarks."""
TOLD = re.compile(
    r"((?<![\w-])-[\w-]{0,40}?(?:token|secret|passw|api-?key)[\w-]{0,40}(?:=|\s+)"
    r"|\b\w{0,40}?(?:token|secret|passw|api_?key)\w{0,40}=|\bbearer\s+)"
    r"(?:\"[^\"]*\"|'[^']*'|[^\s'\"]+)",
    re.IGNORECASE,
)
"""What a program is told by `--token X`, `TOKEN=X` or `Bearer X`."""
HIDDEN = "***"


def without_secrets(address: str) -> str:
    """A web address without user, password and what is a key in its path, query or fragment; that of a mailbox without
    a password, a command line without what it is told to keep secret; any other as it is."""
    if address[:8].lower() == "command:":
        return TOLD.sub(rf"\1{HIDDEN}", address)
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    if parts.scheme.lower() in ("imap", "imaps"):
        user, at, host = parts.netloc.rpartition("@")
        return urlunsplit(parts._replace(netloc=f"{user.partition(':')[0]}{at}{host}"))
    if parts.scheme.lower() not in ("http", "https", "feed"):
        return address
    host = parts.netloc.rpartition("@")[2]
    fragment = _bare(parts.fragment) if "=" in parts.fragment else parts.fragment
    return urlunsplit((parts.scheme, host, _bare_path(parts.path), _bare(parts.query), fragment))


def _bare(query: str) -> str:
    """Parameters without those that are keys; untouched where none is."""
    given = re.split("[&;]", query)
    kept = [pair for pair in given if not _is_key(pair)]
    return query if len(kept) == len(given) else "&".join(kept)


def _is_key(pair: str) -> bool:
    said, _, value = pair.partition("=")
    name = re.sub(r"[^a-z0-9]", "", unquote_plus(said).lower())
    if not value:
        return False
    is_random = name in ONLY_RANDOM and RANDOM.fullmatch(value) is not None
    return is_random or name in SECRETS or name.endswith(SECRET_ENDS)


def _bare_path(path: str) -> str:
    """A path with keys hidden: `***` in their place, so that one sees where something is missing."""
    if not path.strip("/"):
        return path
    before, shown = "", list[str]()
    for part in path.split("/"):
        bare, *more = part.split(";")
        is_private = unquote(before).lower() in PRIVATE_NEXT and RANDOM.fullmatch(bare) is not None
        hidden = HIDDEN if is_private or PRIVATE_PART.fullmatch(unquote(bare)) else bare
        shown.append(";".join((hidden, *(one for one in more if not _is_key(one)))))
        before = part
    return "/".join(shown)


def can_be_host(name: str) -> bool:
    """Whether a name, without accents, can be looked up at all: no part of it is empty or too long (RFC 1035, 2.3.4).

    The system's look-up does not refuse such names, it breaks on them.
    """
    labels = name.removesuffix(".").split(".")
    return ":" in name or (0 < len(name) <= LONGEST_HOST and all(0 < len(label) <= LONGEST_LABEL for label in labels))
