"""Pins as drafts. A pin is a copy: the same picture with the same words, saved again, is the same item.

Judged carefully: the picture must be the same file, told by the path Pinterest gives it whatever its size, and the
words must be the same but for blanks, so that a copy met later never looks like an edit of the first. Without a picture
the page it leads to stands for it. Two pins that differ in either stay two.
"""

import re
from hashlib import blake2b
from html import escape, unescape

from arrowtui.model.replace import replace
from arrowtui.model.wire import Attachment, Body, Draft, Markup, Medium
from arrowtui.sources.pins.addresses import WEB, Place, is_ours

HOST = "pinterest.com"
PICTURE = re.compile(r"<img\b[^>]*?\bsrc\s*=\s*[\"']([^\"']+)[\"'][^>]*>", re.IGNORECASE)
FRAMED = re.compile(r"<a\b[^>]*>\s*<img\b[^>]*>\s*</a>|<img\b[^>]*>", re.IGNORECASE)
LINK = re.compile(r"<a\b[^>]*?\bhref\s*=\s*[\"'](https?://[^\"']+)[\"']", re.IGNORECASE)
PIN = re.compile(r"/pin/(?:[^/?#]*--)?([0-9]{3,25})(?:[/?#]|$)")
SIZED = re.compile(r"(https?://[a-z0-9.-]*pinimg\.com)/((?:videos/thumbnails/)?)([0-9]+x[0-9]*|originals)/([^?#]+)")
WORDLESS = "(a picture without words)"
LARGE = "736x"
"""The largest size there is of every picture; `originals` may be of another file type."""


def as_pin(draft: Draft, place: Place) -> Draft:
    """An item of a feed as the pin it is."""
    html = _html(draft.body)
    picture = PICTURE.search(html)
    source = unescape(picture[1]) if picture else _first_picture(draft)
    pin = PIN.search(draft.link or "") or PIN.search(draft.native_id)
    link = f"{WEB}/pin/{pin[1]}/" if pin else draft.link
    title, body = _words(draft.title), _said(html)
    return replace(
        draft,
        native_id=_identity(source, _target(html), pin[1] if pin else draft.native_id, title, body),
        title=draft.title if title else None if body else Body(WORDLESS, Markup.TEXT),
        body=body,
        summary=None,
        link=link,
        author=draft.author or place.user or None,
        author_handle=f"@{place.user}" if place.user else None,
        author_link=f"{WEB}/{place.user}/" if place.user else draft.author_link,
        attachments=(Attachment(large(source), Medium.IMAGE),) if source else (),
        host=HOST,
    )


def _html(body: Body | None) -> str:
    if body is None:
        return ""
    return body.text if body.markup is Markup.HTML else escape(body.text, quote=False)


def _first_picture(draft: Draft) -> str | None:
    return next((each.link for each in draft.attachments if each.medium is Medium.IMAGE), None)


def _words(body: Body | None) -> str:
    return " ".join(body.text.split()) if body else ""


def _said(html: str) -> Body | None:
    """What is said beside the picture; None for nothing."""
    lines = FRAMED.sub("", html).splitlines()
    rest = "\n".join(" ".join(line.split()) for line in lines).strip()
    if "<" not in rest:
        text = unescape(rest).strip()
        return Body(text, Markup.TEXT) if text else None
    return Body(rest, Markup.HTML, WEB)


def _target(html: str) -> str | None:
    """The page outside a pin leads to, where its text names one."""
    return next((link for found in LINK.finditer(html) if not is_ours(link := unescape(found[1]))), None)


def _identity(picture: str | None, target: str | None, pin: str, title: str, body: Body | None) -> str:
    """What stands for a pin and all its copies; the pin itself where it has neither picture nor page."""
    signature = signature_of(picture) if picture else None
    thing = f"image:{signature}" if signature else f"link:{target}" if target else None
    if thing is None:
        return f"pin:{pin}"
    words = f"{title}\0{body.text if body else ''}"
    return f"{thing} {blake2b(words.encode('utf-8', 'replace'), digest_size=6).hexdigest()}"


def signature_of(picture: str) -> str | None:
    """The path of a picture that all its sizes share; None for one that lies elsewhere."""
    found = SIZED.match(picture)
    return found[4].rpartition(".")[0] or found[4] if found else None


def large(picture: str) -> str:
    """The address of a picture's largest size; as it is where it lies elsewhere."""
    found = SIZED.match(picture)
    if found is None:
        return picture
    return f"{found[1]}/{found[2]}{LARGE}/{found[4]}"
