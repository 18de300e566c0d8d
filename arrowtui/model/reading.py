"""An item opened for reading: everything the reader pane shows."""

from datetime import datetime

from msgspec import Struct

from arrowtui.model.call_board import Fit, KeptCall
from arrowtui.model.document import Document
from arrowtui.model.item import ItemId, ItemRow
from arrowtui.model.lane import Verdict
from arrowtui.model.poll import Poll
from arrowtui.model.wire import Attachment


class Reading(Struct, frozen=True):
    """An item as it is read.

    `origins` are the titles of the sources it came through, the first one met first. `verdict` says where it was put
    and why; where the person moved it, `chosen_by` is PERSON. `attachments` have safe links only. `fields` are given
    facts such as ("Deadline", "…"). `warning` is the author's content warning, `call` what was read of it
    where it is a call, `fit` how well that fits the person. `siblings` are the other queries of the same letter.
    """

    row: ItemRow
    document: Document
    link: str | None
    author: str | None
    published_at: datetime | None
    updated_at: datetime | None
    comments_link: str | None
    attachments: tuple[Attachment, ...]
    origins: tuple[str, ...]
    verdict: Verdict
    poll: Poll | None = None
    fields: tuple[tuple[str, str], ...] = ()
    warning: str | None = None
    language: str | None = None
    call: KeptCall | None = None
    fit: Fit | None = None
    siblings: tuple[tuple[ItemId, str], ...] = ()
