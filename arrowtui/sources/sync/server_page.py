"""Pages of FreshRSS and Miniflux tell what they are: from the page a person knows to the interface behind it."""

import re
from urllib.parse import urlsplit

from arrowtui.sources.sync.place import freshrss_root

HEAD = 64 * 1024  # bytes of a page that are looked at
TITLE = rb'<meta name="apple-mobile-web-app-title" content="%s"'
MINIFLUX = re.compile(TITLE % b"Miniflux")
FRESHRSS = re.compile(rb'<script id="jsonVars" type="application/json">')
NAMES_FRESHRSS = re.compile(rb"FreshRSS")
"""Its title may be changed by who runs it; the name stands elsewhere in the page as well."""
PAGES_OF_MINIFLUX = re.compile(
    r"/(?:login|unread|starred|history|categories|feeds|settings|integrations|category|feed)\b.*"
)


def interface_behind(body: bytes, address: str) -> str | None:
    """The address of the Google Reader interface that belongs to a page; None where it is another's page."""
    head, split = body[:HEAD], urlsplit(address)
    origin = f"{split.scheme}://{split.netloc.rpartition('@')[2]}"
    if MINIFLUX.search(head):
        return f"{origin}{PAGES_OF_MINIFLUX.sub('', split.path).rstrip('/')}/reader/api/0"
    if FRESHRSS.search(head) and NAMES_FRESHRSS.search(head):
        root = freshrss_root(split.path, {})
        return f"{origin}{root}/api/greader.php" if root is not None else None
    return None
