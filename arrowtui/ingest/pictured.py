"""Which picture stands for an item."""

from collections.abc import Iterator

from arrowtui.ingest.html.pictures import description, source
from arrowtui.ingest.links import safe_link
from arrowtui.model.wire import Draft, Markup, Medium

LOOKED_AT = 200_000
"""Characters of the text in which a picture is looked for."""


def picture_link(draft: Draft) -> str | None:
    """Where the first picture of an item lies: what came with it, else in its text, pixels that count readers left
    out. None where it has none, or none that can be asked for over the web."""
    links = (*_attached(draft), *_in_text(draft))
    return next((link for link in links if link.lower().startswith(("https://", "http://"))), None)


def _attached(draft: Draft) -> Iterator[str]:
    for each in draft.attachments:
        if each.medium is Medium.IMAGE and (link := safe_link(each.link, draft.link)):
            yield link


def _in_text(draft: Draft) -> Iterator[str]:
    body = draft.body
    if body is None or body.markup is not Markup.HTML or "<img" not in body.text[:LOOKED_AT].lower():
        return
    from selectolax.lexbor import LexborHTMLParser  # late: few items have pictures in their text

    for image in LexborHTMLParser(body.text[:LOOKED_AT]).css("img"):
        found = image.attributes
        if description(found, in_figure=False) is not None and (link := safe_link(source(found), body.base)):
            yield link
