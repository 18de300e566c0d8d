"""Which links lead to the same page: an address without what only tells how somebody came there.

Conservative: what may choose another page stays. Two addresses that are the same page for sure get the same words here;
two that only may be do not.
"""

import re
from functools import lru_cache
from hashlib import blake2b
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

_TRACKING = re.compile(
    r"(?:utm_.*|(?:fb|g|y|d)clid|gbraid|wbraid|gclsrc|msclkid|twclid|ttclid|li_fat_id|igshid?|mc_[ce]id|mkt_tok|"
    r"_hs(?:enc|mi)|__hs(?:tc|sc|fp)|hsctatracking|vero_(?:id|conv)|oly_(?:anon|enc)_id|ref_(?:src|url)|"
    r"s?cmpid|ncid|icid|xtor|at_(?:medium|campaign|custom\d|link_.*|bbc_.*)|ito|smid|smtyp|sr_share|"
    r"__twitter_impression|fb_(?:action_.*|ref|source)|pk_(?:campaign|kwd|source|medium)|mtm_.*|matomo_.*|"
    r"guc(?:counter|e_referrer.*)|wt_?mc(?:\..*)?|amp(?:_js_v)?|outputtype|share(?:source)?id|soc_(?:src|trk))",
    re.IGNORECASE,
)
"""Parameters that only tell who passed a link on, whatever the site."""
_OF_SITE = {
    "youtube.com": re.compile(r"feature|si|pp|ab_channel|app"),
    "x.com": re.compile(r"s|t|ref_.*|cxt"),
    "open.spotify.com": re.compile(r"si|context"),
    "linkedin.com": re.compile(r"trk|trackingid|refid|lipi|midtoken|midsig|otptoken|eid"),
    "reddit.com": re.compile(r"share_id|context|rdt|\$deep_link|correlation_id|post_.*"),
    "medium.com": re.compile(r"source"),
    "theguardian.com": re.compile(r"cmp"),
    "amazon.com": re.compile(r"ref|tag|psc|pd_rd_.*|pf_rd_.*|qid|sr|keywords"),
}
"""The same on one site only, where other sites use the name for something else."""
_SAME_HOST = {
    "m.youtube.com": "youtube.com",
    "music.youtube.com": "youtube.com",
    "twitter.com": "x.com",
    "mobile.twitter.com": "x.com",
    "m.facebook.com": "facebook.com",
    "mbasic.facebook.com": "facebook.com",
    "old.reddit.com": "reddit.com",
    "new.reddit.com": "reddit.com",
    "np.reddit.com": "reddit.com",
    "amp.reddit.com": "reddit.com",
    "amp.theguardian.com": "theguardian.com",
    "amp.cnn.com": "cnn.com",
    "edition.cnn.com": "cnn.com",
}
"""Other doors of a few large sites. A leading `www.` never counts; `m.` and `amp.` only here and on Wikipedia."""
_PLAIN = re.compile(r"https?://([a-z0-9.-]+)(/[!-\"$->@-~]*)?(?:\?([!-\"$-~]*))?")
"""Host, path and query of an address without user, port and fragment: a third of the price of `urlsplit`."""
_MOBILE_WIKI = re.compile(r"^([a-z-]+)\.m\.(wik(?:ipedia|tionary|isource|inews)\.org)$")
_AMP_CACHE = re.compile(r"^/(?:amp|c|v|i)/s/(.+)$")
_AMP_END = re.compile(r"(?:/amp/?|/amp/index\.html|\.amp(?=\.html?$))$")
_INDEX = re.compile(r"/index\.html?$")
_PLACE = re.compile(r"\d")
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")
KEPT = "!$&'()*+,;=:@/~-._"


def canonical(link: str | None) -> str | None:
    """The page a safe link leads to, as host and path: never an address to open.

    Returns: None for no link, a mail address, and the front page of a site, which is where many different items point.
    """
    parts = _parts(link) if link else None
    if parts is None:
        return None
    host, port, path, query, fragment = parts
    host = host.removeprefix("www.")
    if host.endswith("cdn.ampproject.org") or (host.startswith("google.") and path.startswith("/amp/s/")):
        found = _AMP_CACHE.match(path)
        return canonical(f"https://{found[1]}" + (f"?{query}" if query else "")) if found else None
    host, path, query = _known_site(host, path, query)
    if port not in (None, 80, 443):
        host = f"{host}:{port}"
    path = _plain_path(path)
    if query:
        query = urlencode(sorted(pair for pair in _pairs(query) if not _is_tracking(host, pair[0])))
    fragment = _fragment(fragment) if fragment else ""
    if not path and not query and not fragment:
        return None
    return f"{host}{path}" + (f"?{query}" if query else "") + fragment


def _parts(link: str) -> tuple[str, int | None, str, str, str] | None:
    """Host, port, path, query and fragment of a web address; None where it is none or cannot be read."""
    if plain := _PLAIN.fullmatch(link):
        return plain[1], None, plain[2] or "", plain[3] or "", ""
    if not link.startswith(("https://", "http://")):
        return None
    try:
        parts = urlsplit(link)
        return parts.hostname or "", parts.port, parts.path, parts.query, parts.fragment
    except ValueError:
        return None


def untracked(link: str) -> str:
    """A link that may be opened and asked, without the parameters that only tell who passed it on."""
    head, mark, query = link.partition("?")
    if not mark:
        return link
    query, hash_mark, fragment = query.partition("#")
    host = (urlsplit(link).hostname or "").removeprefix("www.")
    kept = [part for part in query.split("&") if part and not _is_tracking(host, unquote(part.partition("=")[0]))]
    return head + ("?" + "&".join(kept) if kept else "") + hash_mark + fragment


def link_key(link: str | None) -> int | None:
    """A number of 63 bits for the page a link leads to; pages of one host lie side by side."""
    page = canonical(link)
    if page is None:
        return None
    host = page.partition("/")[0].partition("?")[0]
    return _host_number(host) >> 1 << 32 | _number(page, 4)


@lru_cache(64)
def _host_number(host: str) -> int:
    """A feed names one host fifty times."""
    return _number(host, 4)


def _number(words: str, size: int) -> int:
    return int.from_bytes(blake2b(words.encode("utf-8", "replace"), digest_size=size).digest(), "big")


def _known_site(host: str, path: str, query: str) -> tuple[str, str, str]:
    """Hosts and paths that large sites use for the same page."""
    host = _SAME_HOST.get(host, host)
    if host == "youtu.be" and path.strip("/"):
        return "youtube.com", "/watch", f"v={path.strip('/')}" + (f"&{query}" if query else "")
    if host == "youtube.com" and path.startswith("/shorts/"):
        return host, "/watch", f"v={path.split('/')[2]}" + (f"&{query}" if query else "")
    if ".m.wik" in host and (wiki := _MOBILE_WIKI.match(host)) is not None:
        return f"{wiki[1]}.{wiki[2]}", path, query
    return host, path, query


def _plain_path(path: str) -> str:
    """Without what AMP adds, a lone index page and the last slash; escapes written in one way."""
    if "amp" in path:
        path = _AMP_END.sub("", path)
    if "%" in path:
        path = quote(unquote(path), safe=KEPT) if _is_utf8(path) else _ESCAPE.sub(lambda found: found[0].upper(), path)
    return (_INDEX.sub("", path) if "/index.htm" in path else path).rstrip("/")


def _is_utf8(path: str) -> bool:
    return "\ufffd" not in unquote(path) and "%2f" not in path.lower() and "%25" not in path


def _pairs(query: str) -> list[tuple[str, str]]:
    return parse_qsl(query.replace("&amp;", "&"), keep_blank_values=True)


def _is_tracking(host: str, name: str) -> bool:
    if _TRACKING.fullmatch(name):
        return True
    own = _OF_SITE.get(host)
    return own is not None and own.fullmatch(name.lower()) is not None


def _fragment(fragment: str) -> str:
    """A fragment counts where it is a route of a program, or may be one of several things on a page (`comment-12`)."""
    if fragment.startswith(("!", "/")):
        return f"#{fragment}"
    if fragment.startswith(":~:") or "=" in fragment:
        return ""
    return f"#{fragment}" if _PLACE.search(fragment) else ""
