"""A mail understood: who, when, what, under which name. Nothing cleaned, nothing invented."""

import re
from datetime import datetime
from email.message import EmailMessage
from hashlib import blake2b

from msgspec import Struct

from arrowtui.model.mailbox import RawMail
from arrowtui.model.wire import Body, Markup
from arrowtui.sources.mails import headers, webview
from arrowtui.sources.mails.headers import Person
from arrowtui.sources.mails.lines import lines_of
from arrowtui.sources.mails.parse import parsed
from arrowtui.sources.mails.parts import Content, content, html_of, named
from arrowtui.sources.mails.seen import shown
from arrowtui.sources.mails.trust import is_forged

STUB = 0.3
"""A plain version with less than this share of the HTML's words only says that there is HTML."""
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class Letter(Struct, frozen=True):
    """One mail. `native_id` is its Message-ID, else a hash of what it says; `list_id` "" where no list sent it.

    `html` and `plain` are its two versions, "" where there is none; `files` are the names of what is attached;
    `link` leads to the letter on the web, `archive` to its list's archive. `is_inner`: it came inside another mail.
    """

    native_id: str
    subject: str
    sender: Person
    sent_at: datetime | None
    list_id: str
    language: str | None
    html: str
    plain: str
    files: tuple[str, ...]
    link: str | None
    archive: str | None
    is_forged: bool
    is_cut: bool
    is_encrypted: bool
    is_inner: bool = False
    nested: tuple["Letter", ...] = ()

    @property
    def scope(self) -> str:
        """Whose ids these are: the same for a mail met in two folders."""
        return self.list_id or self.sender.domain or "mail"

    @property
    def body(self) -> Body | None:
        """What is read: the HTML, else the plain version."""
        if self.html:
            return Body(self.html, Markup.HTML)
        return Body(self.plain, Markup.TEXT) if self.plain.strip() else None

    def text(self) -> str:
        """Its words in lines: the plain version unless that is a stub."""
        if not self.html:
            return self.plain
        seen = lines_of(self.html)
        return self.plain if len(self.plain.strip()) >= STUB * len(seen) and self.plain.strip() else seen


def letter_of(raw: RawMail) -> Letter | None:
    """The letter in a raw mail; None for what is no mail."""
    mail = parsed(raw.raw)
    return None if mail is None else _letter(mail, raw.received_at, is_cut=raw.is_cut, may_unwrap=True)


def _letter(mail: EmailMessage, received_at: datetime | None, *, is_cut: bool, may_unwrap: bool) -> Letter:
    found = content(mail)
    sender = headers.sender(mail)
    html = shown(html_of(found.places)) if any(place.html is not None for place in found.places) else ""
    plain = "\n\n".join(place.plain for place in found.places if place.plain is not None)
    unwraps = may_unwrap and not found.is_report
    archived = next(headers.links(headers.header(mail, "Archived-At")), None)
    return Letter(
        native_id=headers.message_id(mail) or _hashed(mail, plain, html),
        subject=headers.header(mail, "Subject"),
        sender=sender,
        sent_at=headers.date(mail) or received_at,
        list_id=headers.list_id(mail),
        language=_language(mail),
        html=html,
        plain=plain,
        files=(*named(found.files), *(() if unwraps else _only_named(found))),
        link=archived or webview.in_html(html) or webview.in_text(plain),
        archive=next(headers.links(headers.header(mail, "List-Archive")), None),
        is_forged=is_forged(mail),
        is_cut=is_cut,
        is_encrypted=found.is_encrypted,
        is_inner=not may_unwrap,
        nested=_nested(found) if unwraps else (),
    )


def _nested(found: Content) -> tuple[Letter, ...]:
    """Mails in this mail, one level deep."""
    return tuple(_letter(mail, None, is_cut=False, may_unwrap=False) for mail in found.nested if len(mail))


def _only_named(found: Content) -> tuple[str, ...]:
    """Mails in this mail that are not unwrapped."""
    return tuple(f"mail: {headers.header(mail, 'Subject') or 'no subject'}" for mail in found.nested)


def _hashed(mail: EmailMessage, plain: str, html: str) -> str:
    """An id for a mail without one: of who, when and what, and of the words, which a list may change within a day."""
    said = [headers.header(mail, name) for name in ("From", "Date", "Subject", "List-Id")]
    words = "\0".join((*said, " ".join(plain.split()), " ".join(html.split())))
    return f"hash:{blake2b(words.encode('utf-8', 'replace'), digest_size=16).hexdigest()}"


def _language(mail: EmailMessage) -> str | None:
    found = LANGUAGE.match(headers.header(mail, "Content-Language"))
    return found[0] if found else None
