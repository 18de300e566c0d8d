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
LONG = 16
"""`feed=` is Reddit's private key where it is so long; elsewhere a kind of feed (`?feed=rss2`). So with `t=`."""
ONLY_LONG = frozenset({"feed", "t", "k", "h", "hash"})
PRIVATE_NEXT = frozenset({"private", "secret", "token", "key"})
"""Parts of a path behind which a key stands, where what stands there is long: `/feed/private/5b1c…`."""
PRIVATE_PART = re.compile(r"(?:private|secret|token|key)[-:=_.][\w.%-]{16,}", re.IGNORECASE)
"""`private-5b1c…` of a calendar, `secret:5b1c…` of a list of bookmarks."""
RANDOM = re.compile(r"(?=.*[0-9])(?=.*[A-Za-z])[\w.%-]{16,}|[0-9]{16,}")
"""What may be a key and is no word: `/private/frequently-asked` is none."""
TOLD = re.compile(
    r"((?:-[\w-]*(?:token|secret|passw\w*|api-?key)[\w-]*(?:=|\s+)|\b\w*(?:token|secret|passw\w*|api_?key)=|\bbearer\s+))"
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
    is_long = name in ONLY_LONG and len(value) >= LONG
    return is_long or name in SECRETS or name.endswith(SECRET_ENDS)


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
