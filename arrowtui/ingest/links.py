"""Links from outside -> links that may be shown and opened: absolute, http, https or mailto, plain ASCII."""

import re
from urllib.parse import urljoin, urlsplit

LONGEST = 8_192
"""Characters; no server takes more, and nobody writes them."""

_PLAIN = re.compile(r"https?://[a-z0-9.-]*[a-z0-9](?::[0-9]{1,5})?(?:[/?#][!#$%&'()*+,./0-9:;=?@A-Z\[\]_a-z~-]*)?")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
_UNSAFE = re.compile(r"[^!#$%&'()*+,./0-9:;=?@A-Z\[\]_a-z~-]")
_HOST = re.compile(r"[a-z0-9_]([a-z0-9._-]*[a-z0-9_])?\.?|\[[0-9a-f:.]+\]")


def safe_link(link: str | None, base: str | None = None) -> str | None:
    """The address a link leads to, or None where there is none we would open.

    Args:
        link: as the document has it, relative or absolute, of any length and full of anything.
        base: the absolute address relative links start from.
    Returns: an absolute http, https or mailto address in ASCII (hosts in punycode, the rest percent-encoded), without
        user name and password, which only serve to pretend another host.
    """
    if not link:
        return None
    if len(link) <= LONGEST and _PLAIN.fullmatch(link):
        return link
    found = _CONTROLS.sub("", link.strip())
    if not found or len(found) > LONGEST:
        return None
    return _mail(found) if found[:7].lower() == "mailto:" else _web(found, base)


def _mail(link: str) -> str | None:
    rest = link[7:].strip()
    address = rest.partition("?")[0]
    return f"mailto:{_encoded(rest)}" if "@" in address or "%40" in address else None


def _web(link: str, base: str | None) -> str | None:
    try:
        parts = urlsplit(_absolute(link, base))
        port = parts.port
        host = _host(parts.hostname or "")
    except ValueError:  # brackets that do not match, a port that is no number, a host that cannot be written
        return None
    if parts.scheme not in ("http", "https") or host is None:
        return None
    tail = (parts.path or "/" if parts.query or parts.fragment else parts.path) + (
        f"?{parts.query}" if parts.query else ""
    )
    tail += f"#{parts.fragment}" if parts.fragment else ""
    whole = f"{parts.scheme}://{host}{'' if port is None else f':{port}'}{_encoded(tail)}"
    return whole if len(whole) <= LONGEST else None


def _absolute(link: str, base: str | None) -> str:
    """The link joined to its base, backslashes read as browsers read them."""
    head, mark, tail = link.partition("?")
    link = head.replace("\\", "/") + mark + tail
    if link.startswith("//"):
        return f"{(base or 'https:').partition(':')[0]}:{link}"
    if link[:4].lower() == "www.":
        return f"https://{link}"
    if _SCHEME.match(link) or not base:
        return link
    return urljoin(base, link)


def _host(host: str) -> str | None:
    """The host in ASCII; None for one that no name server would look up."""
    name = host if host.isascii() else host.encode("idna").decode("ascii")
    if ":" in name:
        name = f"[{name}]"
    return name if _HOST.fullmatch(name) else None


def _encoded(text: str) -> str:
    return _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace")), text)
