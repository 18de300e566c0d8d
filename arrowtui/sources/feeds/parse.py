"""The one way in: bytes of a feed of any make, a Batch out."""

import re
from dataclasses import replace
from urllib.parse import urlsplit

from arrowtui.model.errors import UnreadableReply
from arrowtui.model.wire import Batch
from arrowtui.sources.feeds.channel import read_channel
from arrowtui.sources.feeds.fallback import read_with_feedparser
from arrowtui.sources.feeds.identity import told_apart
from arrowtui.sources.feeds.jsonfeed import is_json, read_json
from arrowtui.sources.feeds.tree import CDATA, Tree, read_tree

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
    return replace(batch, drafts=told_apart(batch.drafts))


def _read_xml(body: bytes, url: str, content_type: str) -> Batch | None:
    tree = read_tree(body, url, content_type)
    if tree is None:
        return None
    has_bases = b"xml:base" in body or bool(tree.text and "xml:base" in tree.text)
    batch = read_channel(tree.root, url, has_bases=has_bases)
    return batch if tree.is_sound else _fuller(batch, tree, url)


def _fuller(batch: Batch | None, tree: Tree, url: str) -> Batch | None:
    """For a document that had to be read with faults: what feedparser makes of it, if that is more."""
    found = len(batch.drafts) if batch else 0
    markers = len(ITEM_START.findall(CDATA.sub("", tree.text)))
    bare = sum(1 for draft in batch.drafts if not (draft.title or draft.body)) if batch else 0
    if found >= markers and not bare:
        return batch
    other = read_with_feedparser(tree.text, url)
    if other is None or len(other.drafts) < found:
        return batch
    if len(other.drafts) == found and bare <= sum(1 for draft in other.drafts if not (draft.title or draft.body)):
        return batch
    return other
