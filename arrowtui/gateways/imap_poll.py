"""One poll of a folder: which mails to take, in which order, and how far we are then."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from arrowtui.gateways.imap_folder import Folder, Listed
from arrowtui.gateways.mail_portion import portion
from arrowtui.model.mailbox import MailCursor, MailsFound, MailsWanted, RawMail

SAFELY_BEFORE = timedelta(days=2)
"""How far back a rebuilt folder is read again: servers search by days of their own zone."""


def poll(folder: Folder, wanted: MailsWanted) -> MailsFound:
    """The next mails after the cursor, oldest first. Under one UIDVALIDITY a mail is taken once, however often a poll
    breaks off: the cursor moves only over what is in the answer."""
    cursor = wanted.cursor
    is_renewed = cursor.is_begun and cursor.validity != folder.validity
    left_out = 0
    if cursor.is_begun and not is_renewed:
        uids = folder.uids_after(cursor.uid)
    elif is_renewed and cursor.seen_at is not None:
        uids = folder.uids_since((cursor.seen_at - SAFELY_BEFORE).date())
    else:
        uids = folder.newest_uids(wanted.newest)
        left_out = max(0, folder.count - wanted.newest)
    looked_at = uids[: wanted.most_mails]
    listed = folder.sizes(looked_at)
    chosen = listed[: portion((mail.size for mail in listed), wanted)]
    mails = _taken(folder, chosen, wanted.largest)
    last = chosen[-1].uid if len(chosen) < len(listed) else looked_at[-1] if looked_at else None
    has_more = last is not None and last < uids[-1]
    seen_at = latest((cursor.seen_at, *(mail.received_at for mail in mails)))
    uid = last if last is not None else cursor.uid if cursor.is_begun and not is_renewed else folder.last_uid
    after = MailCursor(validity=folder.validity, uid=uid, seen_at=seen_at, is_begun=True)
    return MailsFound(mails, after, has_more, left_out, is_renewed)


def latest(moments: Iterable[datetime | None]) -> datetime | None:
    """The last of some moments."""
    return max((moment for moment in moments if moment is not None), default=None)


def _taken(folder: Folder, chosen: Sequence[Listed], largest: int) -> tuple[RawMail, ...]:
    whole = folder.take([mail.uid for mail in chosen if mail.size <= largest], whole=True)
    heads = folder.take([mail.uid for mail in chosen if mail.size > largest], whole=False)
    found = {**whole, **heads}
    return tuple(
        RawMail(str(mail.uid), found[mail.uid].raw, found[mail.uid].received_at, mail.size, mail.uid in heads)
        for mail in chosen
        if mail.uid in found
    )
