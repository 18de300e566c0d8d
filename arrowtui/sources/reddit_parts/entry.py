"""One entry of a Reddit feed: a post or a comment, with what Reddit writes around it taken off."""

import re
from html import unescape

from arrowtui.model.replace import replace
from arrowtui.model.wire import Attachment, Body, Draft, Markup, Medium

HOST = "reddit.com"
"""The name space of its ids, whichever of its addresses (www, old, np) they were read from."""
WRITTEN = re.compile(r"<!-- SC_OFF -->(.*?)<!-- SC_ON -->", re.DOTALL)
MARKED = re.compile(r'<div class="md">.*</div>', re.DOTALL)
"""What somebody wrote, where the marks around it are missing."""
TAIL = re.compile(r"(?:&#32;|\s)*submitted by\b.*", re.DOTALL)
LINKED = re.compile(r'<a href="([^"<>]*)">\s*\[link\]\s*</a>')
THREAD = re.compile(r"/comments/([a-z0-9]{2,12})(?:/[^/]*/([a-z0-9]{2,12}))?(?:/|$)")
"""The ids of a post and, where a link leads to one, of a comment."""
COMMENT_END = re.compile(r"(/comments/[^/]+/[^/]*/)[^/]+/?$")
GONE = re.compile(r'\s*(?:<div class="md">)?\s*(?:<p>)?\s*\[(?:deleted|removed)\]\s*(?:</p>)?\s*(?:</div>)?\s*')
OWN_PAGES = re.compile(r"https?://(?:[a-z]+\.)?reddit\.com/")
HOSTED = {"i.redd.it": Medium.IMAGE, "v.redd.it": Medium.VIDEO}


def entry(draft: Draft) -> Draft | None:
    """The post or comment; None for one that was deleted there."""
    said = draft.body.text if draft.body else ""
    written = _written(said)
    if written and GONE.fullmatch(written):
        return None
    thread = THREAD.search(draft.link or "")
    author = (draft.author or "").lstrip("/") or None
    native_id = _native_id(draft.native_id, thread)
    touched = replace(
        draft,
        native_id=native_id,
        host=HOST,
        body=Body(written, Markup.HTML, draft.link) if written else None,
        author=author,
        author_handle=author,
        comments_link=COMMENT_END.sub(r"\1", draft.link or "") or None,
    )
    if native_id.startswith("t1_"):
        return replace(touched, title=None, root_id=f"t3_{thread[1]}" if thread else None, attachments=())
    return _with_target(touched, said)


def _native_id(said: str, thread: re.Match[str] | None) -> str:
    """Reddit's own id; feeds that name another have it in the link."""
    if said.startswith(("t1_", "t3_")) or thread is None:
        return said
    return f"t1_{thread[2]}" if thread[2] else f"t3_{thread[1]}"


def _written(said: str) -> str:
    """The HTML of what the author wrote, nothing for a bare link."""
    found = WRITTEN.search(said)
    if found:
        return found[1].strip()
    bare = TAIL.sub("", said)
    marked = MARKED.search(bare)
    return marked[0] if marked else ("" if bare.lstrip().startswith("<table") else bare.strip())


def _with_target(post: Draft, said: str) -> Draft:
    """A post that points somewhere: to a page, a picture or film kept at Reddit, or another post."""
    found = LINKED.search(said)
    target = unescape(found[1]) if found else post.link or ""
    host = target.partition("://")[2].partition("/")[0].lower()
    if host in HOSTED:
        kept = tuple(one for one in post.attachments if one.medium is not HOSTED[host])
        return replace(post, attachments=(Attachment(target, HOSTED[host]), *kept))
    if OWN_PAGES.match(target):
        other = THREAD.search(target)
        is_crosspost = other is not None and f"t3_{other[1]}" != post.native_id
        return replace(post, quote_of=f"t3_{other[1]}") if other and is_crosspost else post
    return replace(post, link=target or post.link)
