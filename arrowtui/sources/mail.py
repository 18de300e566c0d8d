"""Mailboxes: newsletters are items, letters of interview queries become an item a query. IMAP, Maildir, mbox, .eml.

Nothing is ever marked, moved or deleted in a mailbox. What a mail says is data, whoever it speaks to.
"""

from collections.abc import Sequence

import msgspec

from arrowtui.model.errors_fetching import UnreadableReply
from arrowtui.model.errors_mail import MailOptionUnknown
from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.mailbox import (
    FIRST_PORTS,
    INBOX,
    LOCAL,
    Login,
    MailCursor,
    MailFiles,
    MailServer,
    MailsFound,
    MailsWanted,
    mailbox_of,
)
from arrowtui.model.manners import MINUTE_S, Manners
from arrowtui.model.recognised import Recognised
from arrowtui.model.subscription import Wish
from arrowtui.model.wire import MAILS, Batch, Draft, Reply, Request, SecretUse
from arrowtui.sources.adapter import Adapter
from arrowtui.sources.mails.providers import MICROSOFT, server_of

MORE = "more"
MOST_NEWEST = 10_000
SCHEMES = ("imaps://", "imap://", *(f"{store}://" for store in LOCAL))
Options = tuple[tuple[str, str], ...]


class Mail(Adapter):
    """A folder of a mailbox. Options: `newest` (how many mails to begin with), `auth` (password or xoauth2), `secret`
    (another name for the password), `split` (no: letters of queries stay whole)."""

    kind = "mail"
    manners = Manners(normal_s=15 * MINUTE_S, floor_s=5 * MINUTE_S)
    tells_gaps = True

    def recognise(self, typed: str) -> Sequence[Recognised]:
        """Addresses of mailboxes, and of people who have one. A path alone says nothing: who knows what lies there
        writes `mbox://` before it."""
        address = typed.strip().removeprefix("mailto:")
        if server := server_of(address):
            return (_inbox(address, server),)
        if not address.lower().startswith(SCHEMES):
            return ()
        scheme, _, rest = address.partition("://")
        try:
            box = mailbox_of(f"{scheme.lower()}://{_without_password(rest)}")
        except UnfitAddress:
            return ()
        needs = (box.secret,) if isinstance(box, MailServer) else ()
        hint = PASSWORD_HINT if needs else ""
        return (Recognised(Wish("mail", box.address), title_of(box), needs=needs, hint=hint),)

    def first(self, address: str, options: Options, memory: str) -> Request:
        """The mails that came since the last poll; at the first one the newest.

        Raises: UnfitAddress, MailOptionUnknown.
        """
        return self._request(address, options, _cursor(memory))

    def read(self, reply: Reply, options: Options, memory: str) -> Batch:
        """The items in the mails of a reply.

        Raises: UnreadableReply when it holds none of our own making, MailOptionUnknown.
        """
        from arrowtui.sources.mails.letter import letter_of  # parsers: only a poll with news pays for them
        from arrowtui.sources.mails.queries import understood

        try:
            found = msgspec.msgpack.decode(reply.body, type=MailsFound)
        except msgspec.MsgspecError as cause:
            raise UnreadableReply(reply.address, "mails") from cause
        splits = _choice(options, "split", ("yes", "no"), "yes") == "yes"
        notices = list(_of_box(found))
        drafts: dict[tuple[str | None, str], Draft] = {}
        for raw in reversed(found.mails):
            letter = letter_of(raw)
            if letter is None:
                notices.append(f"{_shown(raw.name)} is empty or no mail: it was passed over.")
                continue
            items = understood(letter, splits=splits)
            notices += items.notices
            for draft in items.drafts:  # of a query in two editions the newer one counts
                drafts.setdefault((draft.host, draft.native_id), draft)
        address = reply.request.address
        follow = (self._request(address, options, found.cursor, step=MORE),) if found.has_more else ()
        box = mailbox_of(address)
        return Batch(
            drafts=tuple(drafts.values()),
            title=title_of(box),
            follow=follow,
            memory=msgspec.json.encode(found.cursor).decode(),
            notices=tuple(notices),
        )

    def _request(self, address: str, options: Options, cursor: MailCursor, step: str = "") -> Request:
        box = mailbox_of(address)
        wanted = MailsWanted(cursor, Login(_choice(options, "auth", tuple(Login), Login.PASSWORD)), _newest(options))
        secrets: tuple[SecretUse, ...] = ()
        if isinstance(box, MailServer):
            secrets = (SecretUse(dict(options).get("secret") or box.secret, ("login", "")),)
        return Request(
            address,
            method=MAILS,
            body=msgspec.msgpack.encode(wanted),
            secrets=secrets,
            step=step,
            conditional=not step,
        )


def _inbox(email: str, server: str) -> Recognised:
    """The inbox of an e-mail address at the server it should have."""
    box = MailServer(server, FIRST_PORTS["imaps"], email, INBOX)
    options = (("auth", Login.XOAUTH2.value),) if server == MICROSOFT else ()
    words = f"{INBOX} of {email} at {server}"
    return Recognised(Wish("mail", box.address, options=options), words, needs=(box.secret,), hint=ELSEWHERE_HINT)


ELSEWHERE_HINT = (
    "Another folder or server: type imaps://NAME@SERVER/FOLDER. Best is a folder of its own for newsletters."
)
PASSWORD_HINT = "It needs a password, at most providers one made for this program (“app password”)."


def title_of(box: MailServer | MailFiles) -> str:
    """What a mailbox is called: "Newsletters of me@example.org", "the folder Lists" """
    if isinstance(box, MailServer):
        user = box.user if "@" in box.user else f"{box.user}@{box.host}"
        return f"{box.folder} of {user}"
    return f"mail in {box.path.rstrip('/').rpartition('/')[2] or box.path}"


def _without_password(rest: str) -> str:
    """An address typed with a password in it, without: it belongs into the keyring, not into settings."""
    login, at, place = rest.rpartition("@")
    return f"{login.partition(':')[0]}@{place}" if at else rest


def _cursor(memory: str) -> MailCursor:
    """What the last batch left; the beginning where that cannot be read (items met again are known by their ids)."""
    try:
        return msgspec.json.decode(memory, type=MailCursor) if memory else MailCursor()
    except msgspec.MsgspecError:
        return MailCursor()


def _of_box(found: MailsFound) -> Sequence[str]:
    notices = []
    if found.is_renewed:
        notices.append("The mailbox was rebuilt: its newest mails were read again. What you had stays as it was.")
    if found.left_out:
        mails = f"{found.left_out:,} older {'mail' if found.left_out == 1 else 'mails'}"
        notices.append(f"Began with the newest mails; {mails} stay in the mailbox. Option newest takes more.")
    return notices


def _shown(name: str) -> str:
    return f"Mail {name}" if name.isdecimal() else name


def _choice(options: Options, name: str, allowed: tuple[str, ...], default: str) -> str:
    said = dict(options).get(name, default)
    if said not in allowed:
        raise MailOptionUnknown(name, said, " or ".join(allowed))
    return said


def _newest(options: Options) -> int:
    said = dict(options).get("newest")
    if said is None:
        return MailsWanted().newest
    if not said.isascii() or not said.isdigit() or not 1 <= int(said) <= MOST_NEWEST:
        raise MailOptionUnknown("newest", said, f"a whole number from 1 to {MOST_NEWEST:,}")
    return int(said)
