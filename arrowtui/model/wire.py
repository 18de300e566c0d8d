"""The words spoken with a source: Request, Reply, Draft, Batch."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import Struct, field

from arrowtui.model.poll import Poll
from arrowtui.model.spending import Bill


class Markup(StrEnum):
    """How a body or title is written."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"


class Medium(StrEnum):
    """What an attachment is."""

    IMAGE = "image"
    AUDIO = "audio"
    VIDEO = "video"
    FILE = "file"


class SecretUse(Struct, frozen=True):
    """A secret named, never held: the gateway writes its value into `template` at `{}` when it sends.

    `place` is ("header", NAME), ("query", NAME), ("form", NAME) for a field behind the body, or ("login", "") for a
    mailbox. `is_optional`: where the secret is not known the request goes out without it.
    """

    name: str
    place: tuple[str, str]
    template: str = "{}"
    is_optional: bool = False


RUN, MAILS = "RUN", "MAILS"
"""Methods of requests that go to a program or a mailbox: without them nothing is run, whatever the address says."""


class Request(Struct, frozen=True):
    """One thing a source adapter wants fetched.

    `step` is the adapter's own word for what the reply will be; it comes back with the reply.
    `conditional` requests are sent with the validators kept from the last good reply to this address.
    `accepts` are statuses besides 2xx whose replies the adapter reads itself (a fall-back, an empty page).
    `bill` is what it may cost at most, where the platform charges for it.
    `is_extra`: the round can do without; when nobody answers, that is a remark and not a failure of the source.
    `is_foreign`: the address stood in somebody else's text, so it may not lead inside the person's own network.
    """

    address: str
    headers: Mapping[str, str] = field(default_factory=dict)
    method: str = "GET"
    body: bytes | None = None
    secrets: tuple[SecretUse, ...] = ()
    step: str = ""
    conditional: bool = True
    accepts: tuple[int, ...] = ()
    bill: Bill | None = None
    is_extra: bool = False
    is_foreign: bool = False


class Reply(Struct, frozen=True):
    """What came back. `headers` have lower-case names; `body` is decompressed.

    `address` is where the reply came from after redirects; `moved_to` is set when every hop was permanent (301, 308).
    """

    request: Request
    status: int
    address: str
    headers: Mapping[str, str]
    body: bytes
    received_at: datetime
    moved_to: str | None = None


class Body(Struct, frozen=True):
    """Text as the world wrote it, not cleaned yet. `base` is the address its relative links are resolved against."""

    text: str
    markup: Markup = Markup.HTML
    base: str | None = None


class Attachment(Struct, frozen=True):
    """A picture, sound, film or file that comes with an item; `alt` describes it in words."""

    link: str
    medium: Medium = Medium.FILE
    mime: str | None = None
    alt: str | None = None
    size_bytes: int | None = None
    duration_s: int | None = None


class Counts(Struct, frozen=True):
    """How often others replied, passed on, liked. None: the platform does not say."""

    replies: int | None = None
    reposts: int | None = None
    likes: int | None = None


class Draft(Struct, frozen=True):
    """An item as its source tells it: nothing cleaned, nothing invented.

    `native_id` is opaque and unique together with the kind of source and `host` (None: the host of the source).
    `root_id`, `parent_id`, `repost_of` and `quote_of` are native ids in the same name space.
    `fields` are given facts such as those of a digest query: (("Media Outlet", "…"), ("Deadline", "…")). `context` are
    other posts it speaks of, or where it was found, a line each, shown beside it and no part of what it says:
    (("Quotes", "Ida: …"),).
    `origin` is what the feed is called that it was found in, where its source holds many: one line, printable.
    `is_restricted`: not written for everybody, so that "not found" elsewhere does not mean it was deleted.
    """

    native_id: str
    title: Body | None = None
    body: Body | None = None
    summary: Body | None = None
    link: str | None = None
    author: str | None = None
    author_handle: str | None = None
    author_link: str | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    language: str | None = None
    comments_link: str | None = None
    categories: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    counts: Counts = Counts()
    host: str | None = None
    root_id: str | None = None
    parent_id: str | None = None
    repost_of: str | None = None
    reposted_by: str | None = None
    quote_of: str | None = None
    warning: str | None = None
    poll: Poll | None = None
    fields: tuple[tuple[str, str], ...] = ()
    context: tuple[tuple[str, str], ...] = ()
    origin: str | None = None
    is_restricted: bool = False


class Kinship(Struct, frozen=True):
    """Where an item that came before belongs, learned only now: native ids, in the name space of the source."""

    native_id: str
    parent_id: str
    root_id: str | None = None


class Batch(Struct, frozen=True):
    """What one reply held.

    `follow` are requests to send next in the same round; `memory` is what the adapter wants handed back at the next
    poll (None: keep the old one); `deleted` are native ids the platform says are gone, of the name space `deleted_host`
    (None: the host of the source, as with a Draft); `kin` puts items that came before into their threads; `notices` are
    sentences for the person about what could not be had, `missed` those of them that say posts since the last poll
    were left out; `has_more`: the rest comes if it is asked for again soon. `interval_hint_s` is how often the
    publisher wants to be asked; `ended` means the publisher says there will be no more. `skip_hours` (0 to 23, GMT) and
    `skip_days` (0 is Monday) are when not to. `billed` is how many posts the platform charges for, `bill` that of the
    request, with what it did cost.
    """

    drafts: tuple[Draft, ...] = ()
    title: str | None = None
    site_link: str | None = None
    description: str | None = None
    language: str | None = None
    follow: tuple[Request, ...] = ()
    memory: str | None = None
    deleted: tuple[str, ...] = ()
    kin: tuple[Kinship, ...] = ()
    deleted_host: str | None = None
    notices: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    has_more: bool = False
    interval_hint_s: int | None = None
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()
    ended: bool = False
    billed: int = 0
    bill: Bill | None = None
