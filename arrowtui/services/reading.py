"""From what the store kept of an item to what the reader pane shows: text set, links safe, every word clean.

The parts of a draft are as the world wrote them, so each one passes the cleaner here before anybody draws it.
"""

import asyncio
from collections.abc import Iterable

from arrowtui.model.document import Document
from arrowtui.model.item import ItemRow
from arrowtui.model.poll import Poll
from arrowtui.model.reading import Reading
from arrowtui.model.replace import replace
from arrowtui.model.wire import Attachment, Body, Draft, Markup
from arrowtui.store.readings import Opened

LONG_BODY = 50_000
"""Characters from which a body is set in a thread, so that the screen never waits for it."""


async def reading(row: ItemRow, found: Opened, poll: Poll | None = None, *, is_part: bool = False) -> Reading:
    """The item as it is read; `poll` as it stood when it was looked at last. With `is_part` the beginning suffices of a
    text that takes long to set."""
    # Imported here because no text is set or cleaned before the first item is opened: start-up time.
    from arrowtui.ingest.text import clean_line, safe_link

    draft = found.draft
    return Reading(
        row=row,
        document=await _set(draft, is_part),
        link=found.link,
        author=found.author,
        published_at=found.published_at,
        updated_at=found.updated_at,
        comments_link=safe_link(draft.comments_link, found.link),
        attachments=tuple(_attachments(draft.attachments, found.link)),
        origins=found.origins,
        verdict=found.verdict,
        poll=_poll(poll or draft.poll),
        fields=tuple((clean_line(name), clean_line(value, 2000)) for name, value in (*draft.context, *draft.fields)),
        warning=clean_line(draft.warning) if draft.warning else None,
        language=found.language,
    )


async def _set(draft: Draft, is_part: bool) -> Document:
    from arrowtui.ingest.document import document  # start-up time, as above
    from arrowtui.ingest.portion import PORTION

    body = draft.body or draft.summary or Body("", Markup.TEXT)
    if len(body.text) > LONG_BODY:
        return await asyncio.to_thread(document, body, PORTION if is_part else None)
    return document(body)


def _attachments(given: Iterable[Attachment], base: str | None) -> Iterable[Attachment]:
    """Those whose link may be opened."""
    from arrowtui.ingest.text import clean_line, safe_link  # start-up time, as above

    for attachment in given:
        link = safe_link(attachment.link, base)
        if link is not None:
            alt = clean_line(attachment.alt) if attachment.alt else None
            mime = clean_line(attachment.mime) if attachment.mime else None
            yield replace(attachment, link=link, alt=alt, mime=mime)


def _poll(poll: Poll | None) -> Poll | None:
    from arrowtui.ingest.text import clean_line  # start-up time, as above

    if poll is None:
        return None
    return replace(poll, options=tuple(replace(option, label=clean_line(option.label)) for option in poll.options))
