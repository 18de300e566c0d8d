"""The one way in: bytes of a feed of any make, a Batch out."""

import re
from urllib.parse import urlsplit

from lxml import etree

from arrowtui.model.errors_fetching import UnreadableReply
from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch
from arrowtui.sources.feeds.channel import read_channel
from arrowtui.sources.feeds.fallback import read_with_feedparser
from arrowtui.sources.feeds.identity import told_apart
from arrowtui.sources.feeds.jsonfeed import is_json, read_json
from arrowtui.sources.feeds.soup import rebuilt
from arrowtui.sources.feeds.tree import CDATA, Tree, read_tree

MOST_SOUP_ITEMS = 2_000  # beyond that a broken document is mischief, and feedparser would need minutes for it
HAS_BASES = etree.XPath("boolean(//@xml:base)")
ITEM_START = re.compile(r"<(?:[a-z0-9]+:)?(?:item|entry)[\s>]", re.IGNORECASE)


def parse(body: bytes, url: str, content_type: str) -> Batch:
    """Understand a feed: RSS 0.90 to 2.0, RSS 1.1, Atom 0.3 and 1.0, CDF, JSON Feed 1 and 1.1.

    Args:
        body: the document, decompressed.
        url: where it came from, after redirects.
        content_type: the header of that name, "" where there is none. Only its charset is believed.
    Returns: a feed without items is a Batch without drafts. Every draft has a native id of its own; nothing is cleaned.
    Raises: UnreadableReply when it is no feed.
    """
    batch = read_json(body, url, content_type) if is_json(body) else _read_xml(body, url, content_type)
    if batch is None:
        raise UnreadableReply(urlsplit(url).hostname or url, "a feed")
    drafts = told_apart(batch.drafts)
    return batch if drafts is batch.drafts else replace(batch, drafts=drafts)


def _read_xml(body: bytes, url: str, content_type: str) -> Batch | None:
    tree = read_tree(body, url, content_type)
    if tree is None:
        return None
    batch = read_channel(tree.root, url, has_bases=bool(HAS_BASES(tree.root)))
    return batch if tree.is_sound else _fuller(batch, tree, url)


def _fuller(batch: Batch | None, tree: Tree, url: str) -> Batch | None:
    """For a document that had to be read with faults: what other ways of reading make of it, if that is more."""
    items = len(ITEM_START.findall(CDATA.sub("", tree.text)))
    if _worth(batch) >= 2 * items:
        return batch
    soup = rebuilt(tree.text)
    other = read_channel(soup, url, has_bases=False) if soup is not None else None
    best = max(batch, other, key=_worth)
    if _worth(best) >= 2 * items or items > MOST_SOUP_ITEMS:
        return best
    return max(best, read_with_feedparser(tree.text, url), key=_worth)


def _worth(batch: Batch | None) -> int:
    """How much of a document was found: two for each item that says something, one for each that says nothing."""
    if batch is None:
        return -1
    return sum(2 if draft.title or draft.body else 1 for draft in batch.drafts)
