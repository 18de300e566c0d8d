"""Where the mails of an e-mail address are read: the servers of large providers, else the usual name."""

import re

EMAIL = re.compile(r"(?P<user>\w[\w.!#$%&'*+=?^`{|}~-]{0,63})@(?P<domain>(?:[a-z0-9-]+\.)+[a-z]{2,24})", re.IGNORECASE)
MICROSOFT = "outlook.office365.com"
SERVERS = {
    "gmail.com": "imap.gmail.com",
    "googlemail.com": "imap.gmail.com",
    "icloud.com": "imap.mail.me.com",
    "me.com": "imap.mail.me.com",
    "mac.com": "imap.mail.me.com",
    "yahoo.com": "imap.mail.yahoo.com",
    "fastmail.com": "imap.fastmail.com",
    "fastmail.fm": "imap.fastmail.com",
    "gmx.de": "imap.gmx.net",
    "gmx.net": "imap.gmx.net",
    "outlook.com": MICROSOFT,
    "hotmail.com": MICROSOFT,
    "live.com": MICROSOFT,
}


def server_of(email: str) -> str | None:
    """The mail server of an e-mail address; None where it is none."""
    found = EMAIL.fullmatch(email)
    domain = found["domain"].lower() if found else ""
    return SERVERS.get(domain, f"imap.{domain}") if found else None
