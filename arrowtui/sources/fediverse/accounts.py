"""An account: looked up by name once, then known by its number on the server."""

from arrowtui.model.errors_sources import NotForUs
from arrowtui.sources.fediverse.drafts import named
from arrowtui.sources.fediverse.gathering import Gathering
from arrowtui.sources.fediverse.memory import Whose
from arrowtui.sources.fediverse.shapes import Account, decoded
from arrowtui.sources.fediverse.tags import wants_no_bots


def read_lookup(found: Gathering) -> None:
    """Remember who it is.

    Raises: UnreadableReply; NotForUs where the account's owner asks programs to stay away, or it is suspended.
    """
    account = decoded(found.reply.body, Account)
    if account is None or not str(account.id):
        raise found.unreadable("an account")
    if wants_no_bots(account):
        raise NotForUs(found.host, "The profile asks programs to stay away (#nobot).")
    if account.suspended:
        raise NotForUs(found.host, "The account has been suspended there.")
    domain = found.info.domain or found.host
    moved = named(account.moved, domain) if account.moved else ""
    found.memory.account = Whose(str(account.id), account.uri or account.url or "", named(account, domain), moved)


def tell_account(found: Gathering) -> None:
    """The name of the source, and that its owner has moved on."""
    account = found.memory.account
    if account is None:
        return
    found.title = account.title
    if account.moved_to:
        found.notices.append(f"{account.title} has moved to {account.moved_to}: add that account.")
